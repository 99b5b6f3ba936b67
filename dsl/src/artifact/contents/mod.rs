//! Contents of artifacts: a file for each.

mod file;

pub use file::File;
