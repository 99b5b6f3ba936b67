//! Names of users do not meet names of generated code, and the expansion gives no warnings.

#![deny(warnings, missing_docs, unreachable_pub, clippy::all)]

use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

/// Its parameters are named as things in generated code are.
#[component]
fn collide(
    draft: i64,
    value: i64,
    inputs: i64,
    invocation: i64,
    field: i64,
    results: i64,
    error: i64,
) -> i64 {
    draft + value + inputs + invocation + field + results + error
}

/// So are its optional inputs.
#[component]
fn optional(
    call: i64,
    #[default(1)] start: i64,
    #[default(2)] task: i64,
    #[default(3)] optional: i64,
    #[default(4)] returned: i64,
    #[default(5)] draft: i64,
    #[default(6)] input: i64,
    __private: Option<i64>,
) -> Result<i64, String> {
    Ok(call + start + task + optional + returned + draft + input + __private.unwrap_or(7))
}

/// Raw identifiers lose their mark.
#[component]
fn r#match(r#type: String, #[default(1)] r#loop: i64) -> String {
    r#type.repeat(r#loop as usize)
}

/// Raw identifiers of outputs too.
#[derive(Outputs)]
struct Raw {
    /// A keyword.
    r#type: String,
    r#in: i64,
}

#[component]
fn raw() -> Raw {
    Raw {
        r#type: String::new(),
        r#in: 1,
    }
}

/// A type of outputs that travels as a value elsewhere.
#[derive(Outputs, Serialize, Deserialize)]
struct Both {
    number: i64,
}

#[component]
fn both(mut number: i64) -> Both {
    number += 1;
    Both { number }
}

#[component]
fn unpack(both: Vec<i64>) -> i64 {
    both.len() as i64
}

/// Many parameters.
#[component]
#[allow(
    clippy::many_single_char_names,
    reason = "the names of the inputs are what is tested"
)]
fn many(
    a: i64,
    b: i64,
    c: i64,
    d: i64,
    e: i64,
    f: i64,
    g: i64,
    h: i64,
    i: i64,
    j: i64,
    k: String,
    l: f64,
    m: bool,
    n: Vec<i64>,
    o: Option<i64>,
    p: u8,
    q: u64,
    r: f32,
    s: char,
    t: i8,
) -> i64 {
    let _ = (k, l, m, n, o, p, q, r, s, t);
    a + b + c + d + e + f + g + h + i + j
}

/// Components in modules, for all and for this crate.
mod steps {
    pub(super) mod inner {
        use pipewright::prelude::*;

        /// Its type is private to the crate.
        #[derive(serde::Serialize, serde::Deserialize)]
        pub(crate) struct Model {
            pub(crate) weight: f64,
        }

        #[component(cpu = 2, memory = "1.5Gi", env(LEVEL = "info", "lower" = ""))]
        pub(crate) fn train(rate: f64, #[default(10)] epochs: u32) -> Model {
            Model {
                weight: rate * f64::from(epochs),
            }
        }
    }

    pub(crate) use inner::train;
}

/// Two components with parameters and functions of the same names. On Argo they are templates of one namespace.
mod others {
    use pipewright::prelude::*;

    #[component(name = "other-collide")]
    pub(crate) fn collide(value: i64) -> i64 {
        value
    }
}

/// A helper with types of its own.
struct Trained {
    model: Value<steps::inner::Model>,
    rounds: Vec<Value<i64>>,
}

fn train_all(rate: Value<f64>) -> Trained {
    Trained {
        model: steps::train(rate),
        rounds: (0..3).map(others::collide).collect(),
    }
}

/// A pipeline whose parameters are named as things in generated code are.
#[pipeline]
fn names(inputs: i64, mut call: i64, pipeline: Option<i64>, r#type: String, rate: f64) -> i64 {
    let names = r#match(r#type, r#loop = 2);
    let raw = raw();
    r#match(raw.r#type);
    call = if inputs > 3 { call } else { raw.r#in };
    let many = many(
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        call,
        names,
        1.0,
        true,
        vec![],
        1,
        2,
        1.5,
        'x',
        -1,
        o = 3,
    );
    if inputs == 3 {
        // Variables of the block itself may change in it.
        if let Some(mut round) = Some(1)
            && round < 3
        {
            round += 1;
            others::collide(round);
        }
        let mut rounds = vec![1, 2];
        while let Some(mut round) = rounds.pop() {
            round *= 2;
            others::collide(round);
        }
        match Some(3) {
            Some(mut round) if round > 2 => {
                round -= 1;
                others::collide(round);
            }
            _ => {}
        }
        for (mut round, _) in [(1, 'a'), (2, 'b')] {
            round += 1;
            if round == 2 {
                continue;
            }
            others::collide(round);
        }
        let add = |mut round: i64| {
            round += 1;
            round
        };
        others::collide(add(1));
    }
    optional(many, optional = 3, draft = inputs, __private = pipeline);
    optional(both(1).number, input = call, start = 1);
    optional(input = call, call = 1);
    unpack([1].to_vec());
    let trained = train_all(rate);
    score(trained.model);
    score(steps::inner::train(0.5, epochs = 3));
    collide(1, 2, 3, 4, 5, 6, trained.rounds[0])
}

#[component]
fn score(model: steps::inner::Model) -> f64 {
    model.weight
}

#[test]
fn is_recorded() {
    let (graph, diagnostics) = names::pipeline().record();
    assert_eq!(diagnostics, []);
    assert_eq!(graph.parameters.len(), 5);
    assert_eq!(graph.parameters[3].name, "type");
    assert_eq!(optional::call(1, 1, 1, 1, 1, 1, 1, None), Ok(14));
    assert_eq!(steps::inner::train::call(2.0, 2).weight, 4.0);
}
