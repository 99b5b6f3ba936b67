//! Folders of artifacts and outputs in containers.

/// The folder of the files that outputs are written to: a volume, so that it exists in every image.
pub(super) const OUTPUTS: &str = "/pipewright";

/// Folder of the files and folders of inputs.
pub(super) const INPUTS: &str = "/pipewright-inputs";

/// A path that no container writes to.
pub(super) const NOWHERE: &str = "/pipewright/.references";
