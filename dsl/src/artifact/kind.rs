use super::content::described;
use super::{Content, Data, Error, Metadata};
use pipewright_ir::artifact::Located;
use pipewright_ir::types::{ArtifactType, Schema, announce};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{self, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// What an artifact is for: a schema, and metadata beside its content.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no artifact",
    label = "expected a kind such as `Dataset<..>`, `Model<..>` or `Artifact<..>`",
    note = "a kind of your own is a struct with `#[derive(Artifact)]`"
)]
pub trait Kind: Sized + 'static {
    /// Content of its file or folder.
    type Content: Content;
    /// Title of its schema, such as `system.Dataset`.
    const TITLE: &'static str;
    /// Version of its schema, such as `0.0.1`.
    const VERSION: &'static str;

    /// Its content, with all that belongs into the file.
    ///
    /// # Errors
    /// A file that cannot be written.
    fn content(&self) -> Result<&Self::Content, Error>;

    /// Its metadata.
    fn metadata(&self) -> Metadata;

    /// An artifact of a content and its metadata.
    ///
    /// # Errors
    /// Metadata that is missing, or of another type.
    fn assemble(content: Self::Content, metadata: Metadata) -> Result<Self, Error>;
}

/// The type as the targets see it.
pub(super) fn artifact_type<K: Kind>() -> ArtifactType {
    ArtifactType {
        schema: Schema {
            title: K::TITLE.into(),
            version: K::VERSION.into(),
        },
        content: described::<K::Content>(),
    }
}

/// Hands an artifact over to whom the task returns it to.
#[doc(hidden)]
pub fn serialize<K: Kind, S: Serializer>(artifact: &K, serializer: S) -> Result<S::Ok, S::Error> {
    let content = artifact.content().map_err(ser::Error::custom)?;
    content.finish().map_err(ser::Error::custom)?;
    let data = content.data();
    let metadata = artifact.metadata().into_values().map_err(|reason| {
        let error = Error::new(data.path(), format!("metadata: {reason}"));
        ser::Error::custom(error)
    })?;
    let located = Located {
        path: data.path().to_owned(),
        uri: data.uri().map(Into::into),
        metadata,
        shape: data.shape().cloned(),
    };
    data.hand_over();
    located.serialize(serializer)
}

/// An artifact that came in.
#[doc(hidden)]
pub fn deserialize<'de, K: Kind, D: Deserializer<'de>>(deserializer: D) -> Result<K, D::Error> {
    let name = announce(artifact_type::<K>);
    deserializer.deserialize_newtype_struct(name, Artifacts(PhantomData))
}

struct Artifacts<K>(PhantomData<K>);

impl<'de, K: Kind> Visitor<'de> for Artifacts<K> {
    type Value = K;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an artifact")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<K, D::Error> {
        let located = Located::deserialize(deserializer)?;
        let content = K::Content::new(Data::given(&located));
        K::assemble(content, Metadata::from_values(located.metadata)).map_err(de::Error::custom)
    }
}
