//! Structs and enums of a type, as far as they are known.

use super::answer::Answer;
use crate::types::{Field, Type};
use std::any::type_name;
use std::cell::RefCell;
use std::collections::HashMap;

/// Identity of a struct or enum: its path, and the place of its list of names, which tells two types of one path apart.
pub(super) type Key = (&'static str, usize);

/// Names of fields or variants, as serde's derive has them.
pub(super) type Names = &'static [&'static str];

pub(super) fn key<T>(names: Names) -> Key {
    (type_name::<T>(), names.as_ptr() as usize)
}

/// All that is known. Every struct and enum is asked to its end once, wherever it occurs.
#[derive(Default)]
pub(super) struct Found {
    structs: RefCell<HashMap<Key, Struct>>,
    enums: RefCell<HashMap<Key, Enum>>,
}

impl Found {
    pub(super) fn with_struct<R>(
        &self,
        key: Key,
        names: Names,
        work: impl FnOnce(&mut Struct) -> R,
    ) -> R {
        let mut structs = self.structs.borrow_mut();
        work(structs.entry(key).or_insert_with(|| Struct::new(names)))
    }

    pub(super) fn with_enum<R>(
        &self,
        key: Key,
        names: Names,
        work: impl FnOnce(&mut Enum) -> R,
    ) -> R {
        let mut enums = self.enums.borrow_mut();
        work(enums.entry(key).or_insert_with(|| Enum::new(names)))
    }
}

/// The next question.
pub(super) enum Question {
    /// Nothing.
    Answered(Type),
    /// The type of the field of a name.
    Field(&'static str),
    /// The first field that has to have a value, when these have one.
    Missing(Vec<&'static str>),
    /// The real one of two names of a field.
    Alias([&'static str; 2]),
}

/// A struct that is being asked.
pub(super) struct Struct {
    names: Names,
    /// Number of names that were asked.
    asked: usize,
    /// The fields of these, in this order.
    fields: Vec<Asked>,
    /// Its own type, if it is in one of its fields.
    is_open: bool,
    /// Fields that have to have a value, as far as they are known.
    missing: Vec<&'static str>,
    /// Nothing more is known of that.
    is_settled: bool,
    ty: Option<Type>,
}

struct Asked {
    name: &'static str,
    /// Two names of one field have one identity.
    identity: Option<u64>,
    ty: Type,
    required: bool,
}

impl Struct {
    fn new(names: Names) -> Self {
        Self {
            names,
            asked: 0,
            fields: vec![],
            is_open: false,
            missing: vec![],
            is_settled: false,
            ty: None,
        }
    }

    pub(super) fn question(&mut self) -> Question {
        if let Some(ty) = &self.ty {
            return Question::Answered(ty.clone());
        }
        if self.is_open {
            // A type cannot hold itself: within itself it is a struct of which nothing more is known.
            return Question::Answered(Type::any_struct());
        }
        if let Some(name) = self.names.get(self.asked) {
            self.is_open = true;
            return Question::Field(name);
        }
        if !self.is_settled {
            return Question::Missing(self.missing.clone());
        }
        if let Some(names) = self.aliases() {
            return Question::Alias(names);
        }
        let fields = self.fields.drain(..).map(|field| Field {
            name: field.name.into(),
            ty: field.ty,
            required: field.required,
        });
        let ty = Type::Struct(fields.collect());
        self.ty = Some(ty.clone());
        Question::Answered(ty)
    }

    /// Keeps the type of the field that was asked for, if it is known.
    pub(super) fn add(&mut self, ty: Option<Type>, identity: Option<u64>) {
        self.is_open = false;
        let (Some(name), Some(ty)) = (self.names.get(self.asked), ty) else {
            return;
        };
        self.asked += 1;
        let required = !ty.is_optional();
        self.fields.push(Asked {
            name,
            identity,
            ty,
            required,
        });
    }

    /// Keeps what was answered to the question which field has to have a value. serde looks for them in the order of the
    /// source.
    pub(super) fn settle(&mut self, answer: &Result<(), Answer>) {
        let last = self.missing.last().and_then(|name| self.place(name));
        let start = last.map_or(0, |last| last + 1);
        let missing = match answer {
            Err(Answer::Missing(name)) => self.place(name).filter(|place| *place >= start),
            _ => None,
        };
        let end = match (missing, answer) {
            (Some(missing), _) => missing,
            (None, Ok(())) => self.fields.len(),
            // A value could not be made up: what is behind it stays as its type has it.
            (None, Err(_)) => start,
        };
        for field in &mut self.fields[start..end] {
            field.required = false;
        }
        match missing {
            Some(missing) => {
                self.fields[missing].required = true;
                self.missing.push(self.fields[missing].name);
            }
            None => self.is_settled = true,
        }
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// Two names of one field.
    fn aliases(&self) -> Option<[&'static str; 2]> {
        self.fields.windows(2).find_map(|pair| {
            let is_one = pair[0].identity.is_some() && pair[0].identity == pair[1].identity;
            is_one.then(|| [pair[0].name, pair[1].name])
        })
    }

    /// Keeps the real one of two names.
    pub(super) fn keep(&mut self, names: [&'static str; 2], answer: &Result<(), Answer>) {
        let [first, second] = names;
        let is_real = |name| matches!(answer, Err(Answer::Twice(real)) if *real == name);
        // A field that has to have a value is missed under its real name.
        let other = match is_real(second) || self.missing.contains(&second) {
            true => first,
            false => second,
        };
        self.fields.retain(|field| field.name != other);
    }
}

/// An enum that is being asked.
pub(super) struct Enum {
    names: Names,
    /// Number of variants that were asked.
    asked: usize,
    has_fields: bool,
}

impl Enum {
    fn new(names: Names) -> Self {
        Self {
            names,
            asked: 0,
            has_fields: false,
        }
    }

    /// The variant to be asked next, or the type.
    pub(super) fn question(&self) -> Result<&'static str, Type> {
        match self.names.get(self.asked) {
            _ if self.has_fields => Err(Type::Json),
            Some(name) => Ok(name),
            None => {
                let names = self.names.iter().map(|&name| name.to_owned());
                Err(Type::Enum(names.collect()))
            }
        }
    }

    pub(super) fn add(&mut self, has_fields: bool) {
        self.asked += 1;
        self.has_fields |= has_fields;
    }
}
