//! Artifacts as they travel between tasks: references to files and folders, which lie where the target keeps them.

mod links;
mod places;
mod reference;
mod uri;

pub use links::stays_inside;
pub use places::{Place, map, places, read, uris};
pub use reference::{Located, Reference};
pub use uri::{GS, HTTP, check_uri, scheme};

/// Folder of the artifacts that a container's program writes, in that of its outputs. No output has such a name.
pub const OUTPUTS: &str = "artifacts.d";

/// Key of the component that does nothing: what runs it hands an artifact on.
pub const COPY: &str = "pipewright::copy";
