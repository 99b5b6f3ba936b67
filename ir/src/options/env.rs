use super::literal::{refuse, stop};
use super::{Invalid, Kind, Literal, Named, OptionText, Syntax};
use crate::kube::EnvName;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// An environment variable with its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EnvVar {
    /// Its name.
    pub name: EnvName,
    /// Its text.
    pub value: Cow<'static, str>,
}

impl Named for EnvVar {
    fn name(&self) -> &str {
        &self.name
    }
}

/// Expectation of a value.
const NUL_EXPECTED: &str =
    "expected a text without the character NUL, at which the value of an environment variable ends";

const fn has_nul(text: &str) -> bool {
    let (bytes, mut at) = (text.as_bytes(), 0);
    while at < bytes.len() {
        if bytes[at] == 0 {
            return true;
        }
        at += 1;
    }
    false
}

impl EnvVar {
    pub(super) const SYNTAX: Syntax = Syntax {
        kinds: &[Kind::Pairs],
        name: "environment variable",
        other: None,
    };

    #[track_caller]
    pub(super) const fn literal(literal: Literal) -> Self {
        match literal {
            Literal::Pair(name, value) => {
                if has_nul(value) {
                    stop(NUL_EXPECTED);
                }
                Self {
                    name: EnvName::new(name),
                    value: Cow::Borrowed(value),
                }
            }
            _ => refuse(&Self::SYNTAX),
        }
    }

    pub(super) fn given(name: impl OptionText, value: impl OptionText) -> Result<Self, Invalid> {
        let (name, value) = (name.text(), value.text());
        if has_nul(&value) {
            return Err(Invalid::new(value, NUL_EXPECTED).named("value of an environment variable"));
        }
        let value = value.into();
        match EnvName::parse(&name[..]) {
            Ok(name) => Ok(Self { name, value }),
            Err(expected) => {
                Err(Invalid::new(name, expected).named("name of an environment variable"))
            }
        }
    }
}
