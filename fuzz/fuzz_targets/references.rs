//! Any text is a reference to an artifact with its metadata and shape, or is refused. What is read is written so that it is read
//! again, and any two types are compared.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pipewright_ir::artifact::{self, Located, Reference};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

fn round<T: Serialize + DeserializeOwned + PartialEq + Debug>(text: &str) -> Option<T> {
    let read: T = serde_json::from_str(text).ok()?;
    let written = serde_json::to_string(&read).expect("it is written");
    assert_eq!(serde_json::from_str::<T>(&written).ok().as_ref(), Some(&read), "{written}");
    Some(read)
}

fuzz_target!(|text: &str| {
    let (first, second) = text.split_once('\n').unwrap_or((text, ""));
    let _ = round::<Located>(first);
    let reference = round::<Reference>(first);
    if let Some(shape) = reference.and_then(|reference| reference.shape) {
        assert!(shape.differences(&shape).is_empty());
    }
    if let Some(ty) = round::<Type>(first) {
        assert!(ty.differences(&ty).is_empty(), "{ty:?}");
        if let Some(other) = round::<Type>(second) {
            let _ = (ty.differences(&other), other.differences(&ty));
        }
        if let Ok(json) = Json::parse(second) {
            let _ = artifact::places::<Reference>(&ty, &json);
            let _ = ty.admit(&json);
        }
    }
});
