//! Kinds whose metadata is free.

use super::{Content, Data, Error, File, Kind, Metadata, kind};
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde::ser::{Serialize, Serializer};
use std::ops::{Deref, DerefMut};
use std::path::Path;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $title:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $kind<C = File> {
            content: C,
            metadata: Metadata,
        }

        impl<C: Content> $kind<C> {
            /// A new one, which is empty. It becomes an output when it is returned; else it is removed.
            ///
            /// # Errors
            /// Files or folders that cannot be made.
            pub fn create() -> Result<Self, Error> {
                let content = C::new(Data::create::<C>()?);
                let metadata = Metadata::default();
                Ok(Self { content, metadata })
            }

            /// Path of its file or folder, for any library.
            pub fn path(&self) -> &Path {
                self.content.data().path()
            }

            /// Its metadata.
            pub fn metadata(&self) -> &Metadata {
                &self.metadata
            }

            /// Sets a value of its metadata.
            ///
            /// # Errors
            /// A value that JSON cannot hold, such as NaN.
            pub fn set(&mut self, key: &str, value: impl Serialize) -> Result<(), Error> {
                let set = self.metadata.set(key, value);
                set.map_err(|reason| Error::new(self.path(), format!("metadata `{key}`: {reason}")))
            }

            /// A value of its metadata; `None` if it has none of this key.
            ///
            /// # Errors
            /// A value of another type.
            pub fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, Error> {
                let value = self.metadata.get(key);
                value.map_err(|reason| Error::new(self.path(), reason))
            }
        }

        impl<C: Content> Kind for $kind<C> {
            type Content = C;
            const TITLE: &'static str = $title;
            const VERSION: &'static str = "0.0.1";

            fn content(&self) -> &C {
                &self.content
            }

            fn metadata(&self) -> Result<Metadata, String> {
                Ok(self.metadata.clone())
            }

            fn assemble(content: C, metadata: Metadata) -> Result<Self, String> {
                Ok(Self { content, metadata })
            }
        }

        impl<C> Deref for $kind<C> {
            type Target = C;

            fn deref(&self) -> &C {
                &self.content
            }
        }

        impl<C> DerefMut for $kind<C> {
            fn deref_mut(&mut self) -> &mut C {
                &mut self.content
            }
        }

        impl<C: Content> Serialize for $kind<C> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                kind::serialize(self, serializer)
            }
        }

        impl<'de, C: Content> Deserialize<'de> for $kind<C> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                kind::deserialize(deserializer)
            }
        }
    )*};
}

kinds! {
    /// An artifact of any purpose.
    Artifact = "system.Artifact";
    /// Data to learn from, to evaluate with, or to report on.
    Dataset = "system.Dataset";
    /// A model that was learned.
    Model = "system.Model";
}
