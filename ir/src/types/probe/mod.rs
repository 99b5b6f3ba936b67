//! Learns a type from what its `Deserialize` asks for, so that users derive nothing of ours.
//!
//! A `Deserialize` is run with a deserializer that answers with errors only. A visitor can be asked one question: the type
//! of one field, the kind of one variant. So the type is run again until all that it holds is known.

mod access;
mod answer;
mod deserializer;
mod found;
#[cfg(test)]
mod properties;
mod sample;
#[cfg(test)]
mod tests;

use super::ty::Type;
use answer::ask;
use deserializer::Probe;
use found::Found;
use serde::de::DeserializeOwned;
use std::any::TypeId;
use std::cell::RefCell;
use std::collections::HashMap;
use std::marker::PhantomData;

/// Number of questions to a type: as many fields and variants as anybody has.
const QUESTIONS: u32 = 100_000;

impl Type {
    /// The type that serde reads a `T` from.
    ///
    /// ```
    /// use pipewright_ir::types::Type;
    /// assert_eq!(Type::of::<Vec<f32>>(), Type::List(Box::new(Type::Number)));
    /// assert_eq!(Type::of::<Option<String>>().to_string(), "optional string");
    /// ```
    pub fn of<T: serde::de::DeserializeOwned + 'static>() -> Self {
        probe::<T>()
    }
}

/// The type that serde reads a `T` from. Each is asked once in a thread.
fn probe<T: DeserializeOwned + 'static>() -> Type {
    thread_local! {
        static KNOWN: RefCell<HashMap<TypeId, Type>> = RefCell::default();
    }
    let id = TypeId::of::<T>();
    if let Some(known) = KNOWN.with_borrow(|known| known.get(&id).cloned()) {
        return known;
    }
    let ty = ask_all::<T>();
    KNOWN.with_borrow_mut(|known| known.insert(id, ty.clone()));
    ty
}

fn ask_all<T: DeserializeOwned>() -> Type {
    let found = &Found::default();
    for _ in 0..QUESTIONS {
        if let Some(ty) = ask(PhantomData::<T>, Probe::new(found)) {
            return ty;
        }
    }
    Type::Json
}
