//! Files and folders of artifacts on this machine.

#[cfg(feature = "engine")]
mod digest;
#[cfg(feature = "engine")]
pub(crate) mod store;
pub(crate) mod tree;
