//! A pipeline whose body is data: `PIPEWRIGHT_RANDOM_PROGRAM` names a file that holds an [`ast::Program`].
//!
//! [`build`] records the program through what `#[pipeline]` turns its body into; [`reference`](mod@reference) says in plain
//! Rust what it has to give.

#![allow(missing_docs, reason = "nobody but the tests uses this crate")]

pub mod ast;
pub mod build;
pub mod components;
pub mod reference;
pub mod strategy;

use ast::{Exit, Item, Program, Side};
use build::Scope;
use components::{File, check, read, same, tell, told, words, write};
use pipewright::__private::{CallBuilder, Typed, returned, typed};
use pipewright::IntoInput;
use pipewright::prelude::*;

/// The environment variable that names the file of the program.
pub const PROGRAM: &str = "PIPEWRIGHT_RANDOM_PROGRAM";

/// The text of a called pipeline that is given none.
pub const DEFAULT: &str = "{{default}} $(x)";

/// The items of a pipeline that is given none.
fn items() -> Vec<Item> {
    let item = |count, label: &str, maybe, side| Item {
        count,
        label: label.to_owned(),
        maybe,
        side,
    };
    vec![
        item(2, "\"{{a}}", None, Side::Left),
        item(-9_007_199_254_740_993, "", Some(4), Side::Right),
    ]
}

/// What every pipeline gives.
#[derive(Outputs)]
pub struct Pair {
    pub int: i64,
    pub text: String,
}

/// What the pipeline that is called gives.
#[derive(Outputs)]
pub struct Called {
    pub int: i64,
    pub text: String,
    pub file: File,
}

/// The program that is run; an empty one if there is no file.
fn program() -> Program {
    let text = std::env::var_os(PROGRAM).map(std::fs::read_to_string);
    match text {
        Some(text) => {
            let text = text.expect("the program can be read");
            serde_json::from_str(&text).expect("the program is one")
        }
        None => strategy::smallest(),
    }
}

/// The pipeline.
#[pipeline]
pub fn random(
    n: i64,
    text: String,
    ints: Vec<i64>,
    texts: Vec<String>,
    maybe: Option<i64>,
    #[default(0.1)] ratio: f64,
    #[default(Side::Right)] side: Side,
    #[default(items())] items: Vec<Item>,
) -> Pair {
    let scope = Scope {
        ints: vec![n],
        texts: vec![text],
        int_lists: vec![ints],
        text_lists: vec![texts],
        maybe,
        ratio,
        side,
        items,
        files: vec![write(text)],
        file_lists: vec![Value::from(Vec::<Value<File>>::new())],
    };
    let program = program();
    if let Some(exit) = program.exit {
        on_exit(|end| {
            let n = same(n);
            match exit {
                Exit::Quiet => {}
                Exit::Check => {
                    check(n);
                }
                Exit::Told => {
                    told(end.status, end.failures);
                    for failure in end.failures {
                        tell(failure);
                    }
                }
            }
        });
    }
    let (int, text, file) = scope.body(&program.body);
    let text = format!("{text}|{}", read(file));
    PairHandles { int, text }
}

/// The pipeline that is called.
#[pipeline]
pub fn called(
    n: i64,
    #[default(DEFAULT)] text: String,
    #[default(vec![1, 2])] ints: Vec<i64>,
    #[default(vec!["x".to_owned(), "{{y}}".to_owned()])] texts: Vec<String>,
    maybe: Option<i64>,
    #[default(0.1)] ratio: f64,
    #[default(Side::Right)] side: Side,
    #[default(items())] items: Vec<Item>,
) -> Called {
    let scope = Scope {
        ints: vec![n],
        texts: vec![text],
        int_lists: vec![ints],
        text_lists: vec![texts],
        maybe,
        ratio,
        side,
        items,
        files: vec![write(text)],
        file_lists: vec![Value::from(Vec::<Value<File>>::new())],
    };
    let (int, text, file) = scope.body(&program().called);
    words(int);
    CalledHandles { int, text, file }
}

/// Calls the pipeline, with or without its text.
fn call(n: impl IntoInput<i64>, text: Option<Value<String>>) -> CalledHandles {
    const N: Typed<i64> = typed("n", None);
    const TEXT: Typed<String> = typed("text", None);
    let mut call = CallBuilder::new(called::pipeline()).input(&N, n);
    if let Some(text) = text {
        call = call.input(&TEXT, text);
    }
    returned::<Called>().call(call)
}

/// A pipeline that calls itself.
#[pipeline]
pub fn countdown(n: i64) -> String {
    if components::same(n) > 0 {
        format!("{n} {}", countdown(n - 1))
    } else {
        "end"
    }
}
