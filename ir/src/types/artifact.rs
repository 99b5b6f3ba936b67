//! Artifacts in a `Deserialize`, which cannot tell their types in the words of serde.

use super::ArtifactType;
use std::cell::Cell;

/// Name of the newtype struct by which a `Deserialize` says that it reads an artifact.
const NAME: &str = "$pipewright::Artifact";

thread_local! {
    static ANNOUNCED: Cell<Option<fn() -> ArtifactType>> = const { Cell::new(None) };
}

/// Name to give to `deserialize_newtype_struct` for an artifact: whoever asks for the type of a `Deserialize` gets this one.
/// All others read what is in the newtype.
pub fn announce(ty: fn() -> ArtifactType) -> &'static str {
    ANNOUNCED.set(Some(ty));
    NAME
}

/// The type that was announced, for a newtype struct of a name.
pub(super) fn announced(name: &str) -> Option<ArtifactType> {
    ANNOUNCED.take().filter(|_| name == NAME).map(|ty| ty())
}
