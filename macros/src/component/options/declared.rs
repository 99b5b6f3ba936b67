//! The options that `pipewright-ir` declares. `EXPANSIONS=overwrite cargo test -p pipewright-macros` writes this list.

use super::declaration::Declaration;
use super::declaration::Kind::*;

#[rustfmt::skip]
pub(super) const DECLARED: &[Declaration] = &[
    Declaration { key: "image", kinds: &[Text], name: "a text in quotes", example: "\"python:3.12\"", other: None },
    Declaration { key: "cpu", kinds: &[Text, Digits], name: "a text in quotes", example: "\"500m\"", other: None },
    Declaration { key: "memory", kinds: &[Text, Digits], name: "a text in quotes", example: "\"1.5Gi\"", other: None },
    Declaration { key: "retries", kinds: &[Count], name: "a whole number from 0 to 2147483647", example: "3", other: None },
    Declaration { key: "timeout", kinds: &[Text], name: "a text in quotes", example: "\"10m\"", other: None },
    Declaration { key: "env", kinds: &[Pairs], name: "environment variable", example: "NAME = \"text\"", other: None },
    Declaration { key: "cache", kinds: &[Boolean, Text], name: "`true`, or a time in quotes", example: "true", other: Some("\"24h\"") },
];
