// A type of artifacts holds that of their rows, so that a file for each would import the other.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// The type of a value on its way between tasks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Type {
    /// Nothing: `()`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A number with a fraction.
    Number,
    /// Text.
    String,
    /// One of a few texts: an enum whose variants have no fields.
    Enum(Vec<String>),
    /// A list of values of one type.
    List(Box<Type>),
    /// A struct: a JSON object with these fields, and perhaps others.
    Struct(Fields),
    /// A map from texts to values of one type: a JSON object.
    Map(Box<Type>),
    /// Any JSON.
    Json,
    /// A value or nothing.
    Optional(Box<Type>),
    /// A reference to a file or folder.
    Artifact(Box<ArtifactType>),
}

impl Type {
    /// A struct of which nothing is known.
    pub fn any_struct() -> Self {
        Self::Map(Box::new(Self::Json))
    }

    /// A struct whose fields all have to have values.
    pub fn struct_of<const N: usize>(fields: [(&str, Self); N]) -> Self {
        let field = |(name, ty): (&str, Self)| Field {
            name: name.into(),
            ty,
            required: true,
        };
        Self::Struct(fields.into_iter().map(field).collect())
    }

    /// Test for texts, which need no JSON quotes.
    pub fn is_text(&self) -> bool {
        match self {
            Self::String | Self::Enum(_) => true,
            Self::Optional(inner) => inner.is_text(),
            _ => false,
        }
    }

    /// Test for values that may not be there.
    pub fn is_optional(&self) -> bool {
        matches!(self, Self::Optional(_))
    }

    /// The type of the artifacts that a value is: itself one, a list of them, or perhaps nothing.
    pub fn artifact(&self) -> Option<&ArtifactType> {
        match self {
            Self::Artifact(ty) => Some(ty),
            Self::Optional(inner) | Self::List(inner) => inner.artifact(),
            _ => None,
        }
    }

    /// The type of a value that may not be there.
    #[must_use]
    pub fn into_optional(self) -> Self {
        match self {
            Self::Null | Self::Optional(_) => self,
            ty => Self::Optional(Box::new(ty)),
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("nothing"),
            Self::Boolean => f.write_str("boolean"),
            Self::Integer => f.write_str("integer"),
            Self::Number => f.write_str("number"),
            Self::String => f.write_str("string"),
            Self::Enum(variants) => {
                for (index, variant) in variants.iter().enumerate() {
                    let separator = if index == 0 { "" } else { " | " };
                    write!(f, "{separator}{variant:?}")?;
                }
                Ok(())
            }
            Self::List(item) => write!(f, "list of {item}"),
            Self::Struct(_) | Self::Map(_) => f.write_str("struct"),
            Self::Json => f.write_str("json"),
            Self::Optional(inner) => write!(f, "optional {inner}"),
            Self::Artifact(ty) => ty.fmt(f),
        }
    }
}

/// A field of a struct.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Field {
    /// Its name in JSON.
    pub name: String,
    /// Type of its values.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Need of a value: serde has neither nothing nor a default for it.
    pub required: bool,
}

/// Fields of a struct, in the order of the source. A copy costs nothing: every value of a graph holds its type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fields(Arc<[Field]>);

impl Fields {
    /// The field of a name.
    pub fn get(&self, name: &str) -> Option<&Field> {
        self.0.iter().find(|field| field.name == name)
    }
}

impl FromIterator<Field> for Fields {
    fn from_iter<I: IntoIterator<Item = Field>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

impl Deref for Fields {
    type Target = [Field];

    fn deref(&self) -> &[Field] {
        &self.0
    }
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0[..].serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields: Vec<Field> = Vec::deserialize(deserializer)?;
        Ok(fields.into_iter().collect())
    }
}

/// Type of an artifact: what it is for, and what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ArtifactType {
    /// Kind, as the targets know it.
    pub schema: Schema,
    /// Content.
    pub content: Content,
}

/// Schema of a kind of artifacts, such as `system.Dataset` in version `0.0.1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Schema {
    /// Title, such as `system.Dataset`.
    pub title: String,
    /// Version, such as `0.0.1`.
    pub version: String,
}

/// Content of artifacts: a file or a folder, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Content {
    /// Name, such as `csv`.
    pub name: String,
    /// Extension of its file, without a dot; empty if it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub extension: String,
    /// It is a folder of files.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_folder: bool,
    /// Type of its rows, or of its value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<Type>,
}

impl Content {
    /// Name of a file or folder with such a content.
    pub fn file_name(&self, stem: &str) -> String {
        match self.extension.as_str() {
            "" => stem.to_owned(),
            extension => format!("{stem}.{extension}"),
        }
    }
}

impl fmt::Display for ArtifactType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.schema.title.rsplit('.').next().unwrap_or_default();
        write!(f, "{kind} of {}", self.content.name)
    }
}
