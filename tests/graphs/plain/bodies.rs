//! In the body of a pipeline, plain Rust does what it does elsewhere.

use pipewright::prelude::*;
use std::collections::BTreeMap;

#[component]
fn print(text: String) {
    println!("{text}");
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Size {
    Small,
    Large,
}

macro_rules! double {
    ($value:expr) => {
        $value * 2
    };
}

fn first_word(text: &str) -> Option<&str> {
    text.split(' ').next()
}

#[pipeline]
fn plain() {
    // Comparisons of all kinds of plain values, in both orders.
    let byte = 7u8;
    assert!(byte > 3 && 3 < byte && byte == 7 && byte != 8);
    let text = String::from("a b");
    assert!(text == "a b" && "a b" == text && text.as_str() == "a b" && &text == &text);
    assert!((1, 'x') < (2, 'a') && [1, 2] == [1, 2] && vec![1] == [1]);
    assert!(Size::Small < Size::Large && Size::Small == Size::Small);
    assert!(1.5 < 2.0 && -1 < 1 && byte as i32 > -1 && Some(1) > None);
    assert!(!(1 > 2) || false);

    // The right side is evaluated only when it is needed.
    let mut calls = 0;
    let mut count = || {
        calls += 1;
        true
    };
    assert!(!(false && count()) && (true || count()));
    assert_eq!(calls, 0);

    // Values and statements of `if`, with `let` chains and without.
    let size = if byte > 5 { Size::Large } else { Size::Small };
    let name = if let Some(word) = first_word(&text)
        && word.len() == 1
    {
        word
    } else {
        "none"
    };
    let label = if size == Size::Small {
        "small"
    } else if name == "a" {
        "named"
    } else {
        panic!("not here")
    };
    assert_eq!(label, "named");
    let Some(word) = first_word("x") else { return };
    assert_eq!(word, "x");

    // Loops, labels, early exits of plain blocks.
    let mut sum = 0;
    'rows: for row in 0..4 {
        for column in 0..4 {
            if column > row {
                continue 'rows;
            }
            if row == 3 {
                break 'rows;
            }
            sum += column;
        }
    }
    assert_eq!(sum, 4);
    let mut left = 3;
    while left > 0 {
        left -= 1;
    }
    let found = loop {
        left += 1;
        if left == 2 {
            break left;
        }
    };
    assert_eq!(found, 2);
    let mut stack = vec![1, 2];
    while let Some(top) = stack.pop() {
        if top == 2 {
            stack.push(0);
        }
    }

    // `match` with guards, ranges and bindings.
    let kind = match byte {
        0 => "zero",
        n if n > 100 => "big",
        1..=9 => "digit",
        _ => "other",
    };
    assert_eq!(kind, "digit");

    // Closures with their own exits, iterators, `?`.
    let half = |value: i32| -> Option<i32> {
        if value % 2 != 0 {
            return None;
        }
        Some(value / 2)
    };
    let quarter = |value| -> Option<i32> { half(half(value)?) };
    assert_eq!((quarter(8), quarter(6)), (Some(2), None));
    let evens: Vec<i32> = (0..6).filter(|n| n % 2 == 0 && *n > 0).collect();
    assert_eq!(evens, [2, 4]);

    // Assignments to outer variables in plain blocks.
    let mut map = BTreeMap::new();
    let mut pair = (0, 0);
    if byte == 7 {
        map.insert("seven", byte);
        pair.0 = 1;
        pair.1 += 2;
        (left, sum) = (5, 6);
    }
    assert_eq!((pair, left, sum, map.len()), ((1, 2), 5, 6, 1));

    // Formatting of plain values.
    let (width, precision) = (6, 2);
    assert_eq!(format!("{:>width$.precision$}|{0}", 1.5,), "  1.50|1.5");
    assert_eq!(
        format!("{byte:03} {:?} {0:>4} {{}} {label}", name),
        "007 \"a\"    a {} named"
    );
    assert_eq!(format!("{a}{b:#x}{a}", a = 1, b = 255), "10xff1");
    assert_eq!(format!("plain"), "plain");
    assert_eq!(double!(byte), 14);

    // Items within the body.
    const LIMIT: i32 = 3;
    fn is_low(value: i32) -> bool {
        value < LIMIT
    }
    struct Local {
        value: i32,
    }
    let local = Local { value: 1 };
    assert!(is_low(local.value) && std::mem::size_of::<Local>() == 4);

    // Tasks from plain loops.
    for (index, word) in ["a", "b"].iter().enumerate() {
        if index != 1 {
            print(*word);
        }
        print(format!("{index} {word}"));
    }
}

#[test]
fn is_recorded() {
    let (graph, diagnostics) = plain::pipeline().record();
    assert_eq!(diagnostics, []);
    assert_eq!(graph.steps.len(), 3);
}
