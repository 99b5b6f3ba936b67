//! Texts that Kubernetes has a grammar for, as types: who holds one knows that it is right.

use super::{
    dns_label_message, environment_variable_message, image_message, is_dns_label,
    is_environment_variable, is_image_reference, is_memory, is_positive_quantity, memory_message,
    quantity_message,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident: $is:ident, $message:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(Cow<'static, str>);

        impl $name {
            /// A text that stands in the source. In a constant a wrong one fails the build at the caller's place.
            ///
            /// # Panics
            /// On a text that does not fit the grammar, with what is expected.
            #[track_caller]
            pub const fn new(text: &'static str) -> Self {
                if !$is(text) {
                    panic!("{}", $message(text));
                }
                Self(Cow::Borrowed(text))
            }

            /// A text that is known at run time only.
            ///
            /// # Errors
            /// The expectation, for a text that does not fit the grammar.
            pub fn parse(text: impl Into<String>) -> Result<Self, &'static str> {
                let text = text.into();
                if $is(&text) {
                    Ok(Self(Cow::Owned(text)))
                } else {
                    Err($message(&text))
                }
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                &*self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = &'static str;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0.into_owned()
            }
        }
    )*};
}

texts! {
    /// Amount of a resource above zero, such as `500m`, `2` or `1.5Gi`.
    Quantity: is_positive_quantity, quantity_message;
    /// Amount of memory in bytes above zero, such as `512Mi` or `1.5Gi`.
    Memory: is_memory, memory_message;
    /// Reference of a container image, such as `python:3.13` or `registry.example/team/app:1.2`.
    ImageRef: is_image_reference, image_message;
    /// Name of an environment variable, such as `MODEL_DIR`.
    EnvName: is_environment_variable, environment_variable_message;
    /// Name of at most 63 lower-case letters, digits and `-`, such as `train-model`.
    DnsLabel: is_dns_label, dns_label_message;
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALF: Quantity = Quantity::new("500m");

    #[test]
    fn only_right_texts_are_held() {
        assert_eq!((HALF.as_str(), HALF.len()), ("500m", 4));
        assert_eq!(Quantity::parse("500m"), Ok(HALF));
        assert_eq!(
            Quantity::parse("5Gb"),
            Err("units have no `b`: write `5G` or `5Gi`, not `5Gb`")
        );
        assert!(EnvName::parse("A=B").is_err() && ImageRef::parse("").is_err());
        assert!(DnsLabel::parse("Train").is_err());
        assert!(Memory::parse("512Mi").is_ok() && Memory::parse("512m").is_err());
    }

    #[test]
    fn they_are_written_and_read_as_texts() {
        let json = serde_json::to_string(&HALF).unwrap();
        assert_eq!(json, "\"500m\"");
        assert_eq!(serde_json::from_str::<Quantity>(&json).unwrap(), HALF);
        assert!(serde_json::from_str::<Quantity>("\"5Gb\"").is_err());
    }
}
