use super::several::for_kinds;
use crate::artifact::contents::{File, HtmlText, MarkdownText};
use crate::artifact::kind::{self, Kind};
use crate::artifact::making;
use crate::artifact::{
    Content, Error, FileContent, FolderContent, Metadata, RowContent, TextContent, ValueContent,
};
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde::ser::{Serialize, Serializer};
use std::borrow::Borrow;
use std::path::Path;

/// A kind, whose content is a parameter or one type.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident[$($default:tt)*][$($bound:tt)*][$($parameter:tt)*] of $content:ty = $title:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $kind<$($default)*> {
            pub(super) content: $content,
            metadata: Metadata,
        }

        impl<$($bound)*> $kind<$($parameter)*> {
            /// A new one, which is empty. It becomes an output when it is returned; else it is removed.
            ///
            /// # Errors
            /// Files or folders that cannot be made.
            pub fn create() -> Result<Self, Error> {
                Ok(Self::of(<$content>::create()?))
            }

            /// Path of its file or folder, for any library.
            pub fn path(&self) -> &Path {
                self.content.data().path()
            }

            /// Its metadata.
            pub fn metadata(&self) -> &Metadata {
                &self.metadata
            }

            /// Sets a value of its metadata. One that JSON cannot hold, such as NaN, is an error when it is asked for, and
            /// when the artifact is returned.
            pub fn set(&mut self, key: impl Into<String>, value: impl Serialize) -> &mut Self {
                self.metadata.set(key, value);
                self
            }

            /// A value of its metadata; `None` if it has none of this key.
            ///
            /// # Errors
            /// A value of another type.
            pub fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, Error> {
                let value = self.metadata.get(key);
                value.map_err(|reason| Error::new(self.path(), format!("metadata: {reason}")))
            }

            fn of(content: $content) -> Self {
                let metadata = Metadata::default();
                Self { content, metadata }
            }
        }

        impl<$($bound)*> Kind for $kind<$($parameter)*> {
            type Content = $content;
            const TITLE: &'static str = $title;
            const VERSION: &'static str = "0.0.1";

            fn content(&self) -> Result<&$content, Error> {
                Ok(&self.content)
            }

            fn metadata(&self) -> Metadata {
                self.metadata.clone()
            }

            fn assemble(content: $content, metadata: Metadata) -> Result<Self, Error> {
                Ok(Self { content, metadata })
            }
        }

        impl<$($bound)*> Serialize for $kind<$($parameter)*> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                kind::serialize(self, serializer)
            }
        }

        impl<'de, $($bound)*> Deserialize<'de> for $kind<$($parameter)*> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                kind::deserialize(deserializer)
            }
        }
    )*};
}

kinds! {
    /// An artifact of any purpose.
    ///
    /// ```
    /// use pipewright::artifact::{Artifact, Folder};
    /// use std::io::Write;
    ///
    /// let mut plots = Artifact::<Folder>::create()?;
    /// plots.create_file("loss.svg")?.write_all(b"<svg/>")?;
    /// assert!(plots.path().join("loss.svg").exists());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Artifact[C = File][C: Content][C] of C = "system.Artifact";
    /// Data to learn from, to evaluate with, or to report on.
    ///
    /// ```
    /// use pipewright::artifact::{Dataset, Error, JsonLines};
    ///
    /// let mut words = Dataset::<JsonLines<String>>::from_rows(["tea".to_owned(), "rice".to_owned()])?;
    /// words.set("language", "en");
    /// let longest = words.rows()?.try_fold(0, |longest, word| Ok::<_, Error>(longest.max(word?.len())))?;
    /// assert_eq!((longest, words.get::<String>("language")?.as_deref()), (4, Some("en")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Dataset[C = File][C: Content][C] of C = "system.Dataset";
    /// A model that was learned.
    ///
    /// ```
    /// use pipewright::artifact::{Json, Model};
    ///
    /// let mut model = Model::<Json<Vec<f64>>>::create()?;
    /// model.write(&vec![0.5, 1.5])?;
    /// model.set("framework", "linfa");
    /// assert_eq!(model.read()?, [0.5, 1.5]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Model[C = File][C: Content][C] of C = "system.Model";
    /// A report for people, as a page of HTML.
    ///
    /// ```
    /// use pipewright::artifact::Html;
    ///
    /// let report = Html::from_text("<h1>Accuracy: 0.97</h1>")?;
    /// assert_eq!(report.read()?, "<h1>Accuracy: 0.97</h1>");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Html[][][] of HtmlText = "system.HTML";
    /// A report for people, in Markdown.
    ///
    /// ```
    /// use pipewright::artifact::Markdown;
    ///
    /// let mut report = Markdown::create()?;
    /// report.write_str("# Folds\n")?;
    /// for (fold, accuracy) in [0.96, 0.97].iter().enumerate() {
    ///     report.write_str(&format!("- {fold}: {accuracy}\n"))?;
    /// }
    /// assert_eq!(report.lines()?.count(), 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Markdown[][][] of MarkdownText = "system.Markdown";
}

for_kinds! { [Artifact Dataset Model] [C: Content] {
    /// A new one with rows, which are written one after the other.
    ///
    /// # Errors
    /// A row that the content cannot hold, and a file that cannot be written.
    pub fn from_rows<R: Borrow<C::Row>>(rows: impl IntoIterator<Item = R>) -> Result<Self, Error>
    where
        C: RowContent,
    {
        making::rows(rows).map(Self::of)
    }

    /// A new one with a value, which may be borrowed.
    ///
    /// # Errors
    /// A value that the content cannot hold, and a file that cannot be written.
    pub fn from_value<V: Borrow<C::Item>>(value: V) -> Result<Self, Error>
    where
        C: ValueContent,
    {
        making::value(value.borrow()).map(Self::of)
    }

    /// A new one with a text.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn from_text(text: impl AsRef<str>) -> Result<Self, Error>
    where
        C: TextContent,
    {
        making::text(text.as_ref()).map(Self::of)
    }

    /// A new one with a copy of a file. The file stays as it is.
    ///
    /// # Errors
    /// A file that cannot be read, or not be written.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, Error>
    where
        C: FileContent,
    {
        making::file(path.as_ref()).map(Self::of)
    }

    /// A new one with a copy of a folder and all that is in it. The folder stays as it is.
    ///
    /// # Errors
    /// What cannot be read, or not be written; a symbolic link that leads outside of the folder.
    pub fn from_folder(path: impl AsRef<Path>) -> Result<Self, Error>
    where
        C: FolderContent,
    {
        making::folder(path.as_ref()).map(Self::of)
    }
} }

for_kinds! { [Html Markdown] [] {
    /// A new one with a text.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn from_text(text: impl AsRef<str>) -> Result<Self, Error> {
        making::text(text.as_ref()).map(Self::of)
    }

    /// A new one with a copy of a file. The file stays as it is.
    ///
    /// # Errors
    /// A file that cannot be read, or not be written.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, Error> {
        making::file(path.as_ref()).map(Self::of)
    }
} }
