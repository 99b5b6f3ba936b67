//! Runs pipelines of pipewright on one machine, and their components in containers.
