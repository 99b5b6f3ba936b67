//! `if` with and without values: what its blocks hold and give.

use crate::components::*;
use crate::outputs::{Division, divide};
use pipewright::prelude::*;

/// An `else if` chain whose blocks give texts.
#[pipeline]
fn chain(n: i64) -> String {
    let n = integer(n);
    if n < 0 {
        text("negative")
    } else if n == 0 {
        text("zero")
    } else if n < 10 {
        text(format!("{n} is small"))
    } else {
        text(format!("{n} is large"))
    }
}

/// An `else if` chain without an `else`, without values.
#[pipeline]
fn chain_without_else(n: i64) {
    let n = integer(n);
    if n < 0 {
        less();
    } else if n == 0 {
        equal();
    } else if n > 10 {
        greater();
    }
    note(format!("{n}"));
}

/// Blocks with several tasks, which use values of each other and from outside.
#[pipeline]
fn several_tasks(n: i64, #[default("x".to_owned())] word: String) -> String {
    let n = integer(n);
    if n > 10 {
        let first = text(format!("{word}-{n}"));
        let second = text(format!("{first}+{word}"));
        note(first);
        text(format!("({second})"))
    } else {
        let first = integer(n);
        note(format!("{first}"));
        text(format!("<{first} {word}>"))
    }
}

/// Several tasks in the only block, whose values nobody uses.
#[pipeline]
fn several_tasks_without_else(go: bool, n: i64) -> i64 {
    let n = integer(n);
    if go {
        let word = text(format!("{n}"));
        note(word);
        note("twice");
    }
    integer(n)
}

/// A block that gives a value from outside.
#[pipeline]
fn value_from_outside(n: i64, fallback: String) -> String {
    let word = text("made before");
    let first = if n > 10 { word } else { text("made inside") };
    let second = if n > 20 {
        text("made inside too")
    } else {
        fallback
    };
    format!("{first}, {second}")
}

/// Blocks that give nothing but values from outside.
#[pipeline]
fn values_from_outside(n: i64, low: String, high: i64) -> String {
    let word = text("made before");
    let chosen = if n > 10 { word } else { low };
    let number = integer(3);
    let largest = if n > 10 { number } else { high };
    text(format!("{chosen} {largest}"))
}

/// Values that are chosen from others, within each other and in a block.
#[pipeline]
fn chosen_values(n: i64, a: String, b: String) -> String {
    let made = text(a);
    let numbers = if n > 3 {
        (n, n > 4)
    } else {
        (integer(2), n < 4)
    };
    let first = if n > 10 {
        if n > 20 { made } else { b }
    } else {
        a
    };
    let second = if n > 5 {
        let inner = if first == "{{a}}" { first } else { made };
        text(format!("{inner}{first}"))
    } else {
        first
    };
    let last = if numbers.1 && numbers.0 > 3 {
        second
    } else {
        first
    };
    if last == a || last != second {
    } else {
    }
    format!("{last} {first} {}", numbers.0)
}

/// An `else if` chain some of whose blocks are empty.
#[pipeline]
fn some_values_from_outside(n: i64, a: i64, b: i64) -> i64 {
    let made = integer(100);
    if n < 0 {
        a
    } else if n == 0 {
        integer(a)
    } else if n < 10 {
        made
    } else {
        b
    }
}

/// Blocks that give tuples.
#[pipeline]
fn tuples(swap: bool, a: i64, b: String) -> String {
    let (number, word) = if swap {
        (integer(a), text(format!("swapped {b}")))
    } else {
        (a, b)
    };
    let (x, (y, z), w) = if number > 5 {
        (integer(1), (text("y"), boolean(true)), number)
    } else {
        (number, (word, swap), integer(2))
    };
    format!("{number} {word} | {x} {y} {z} {w}")
}

/// Blocks that give all outputs of a component.
#[pipeline]
fn structs(turn: bool, a: f64, b: f64) -> Division {
    let parts = if turn { divide(b, a) } else { divide(a, b) };
    if parts.remainder > 0.0 {
        parts
    } else {
        divide(parts.quotient, 4.0)
    }
}

/// Blocks of one task each, without values, one of which is called by a helper function.
#[pipeline]
fn blocks_without_values(n: i64) {
    fn tell(word: Value<String>) -> Value<()> {
        note(word)
    }
    let n = integer(n);
    if n > 10 {
        tell(format!("it is {n}"))
    } else {
        less()
    }
    if n > 10 {
        greater()
    } else {
        tell(format!("{n}"))
    }
}

/// An `else` that is empty, and a block that is.
#[pipeline]
fn empty_blocks(n: i64) -> i64 {
    let n = integer(n);
    if n > 10 {
    } else {
        less();
    }
    if n > 20 {
        greater();
    } else {
    }
    n
}
