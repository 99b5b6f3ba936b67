//! Handles, types and the recorded graph of pipewright.

pub mod kube;
