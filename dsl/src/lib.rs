//! Handles, types and the recorded graph of pipewright.
