//! Values that cannot be computed, where the engine and no program of ours computes them.

use crate::components::*;
use pipewright::prelude::*;

#[pipeline]
fn overflow_in_condition(a: i64, b: i64) {
    if a + b > 0 {
        let _ = integer(a);
    }
}

#[pipeline]
fn division_in_condition(a: i64, b: i64) {
    let c = integer(a);
    if c / b > 0 {
        let _ = integer(c);
    }
}

#[pipeline]
fn overflow_in_match(a: i64, b: i64) -> i64 {
    let a = integer(a);
    match a * b {
        0 => integer(1),
        _ => integer(2),
    }
}

#[pipeline]
fn overflow_in_range(a: i64, b: i64) -> Vec<i64> {
    (0..integer(a) - b).map(integer)
}

#[pipeline]
fn remainder_of_items(items: Vec<i64>, b: i64) {
    for item in items {
        if item % b == 0 {
            let _ = integer(item);
        }
    }
}

#[component]
fn show(n: Input<i64>, out: OutputPath<String>) -> Container {
    let script = format!(r#"printf 'n=%s' {n} > "{out}""#);
    Container::new("busybox:1.36").command(["sh", "-c", &script])
}

#[pipeline]
fn overflow_to_image(a: i64, b: i64) -> String {
    show(integer(a) * b).out
}

#[pipeline]
fn integers_to_the_last(n: i64) -> Vec<i64> {
    (integer(n)..=i64::MAX).map(integer)
}
