//! Loops, blocks and matches over plain values compile and mean what they always do, without warnings.

#![deny(warnings)]

use pipewright::prelude::*;

#[component]
fn text(value: String) {
    println!("{value}");
}

/// Without equality, and it cannot be copied.
enum Shape {
    Round,
    Square(String),
    Flat,
}

#[pipeline]
pub(crate) fn plain(ready: bool) {
    let moved = String::from("moved");
    let late;
    let mut shape = Shape::Square("s".into());
    match shape {
        Shape::Round | Shape::Flat => drop(moved),
        _ => {
            drop(moved);
        }
    }
    if 1 > 2 {
        late = 1;
    } else {
        late = 2;
    }
    assert_eq!(late, 2);
    let taken = String::from("taken");
    let longer = if late == 1 { taken } else { taken + "!" };
    let by_hand = match late {
        1 => longer,
        2 => longer + "?",
        _ => return,
    };
    assert_eq!(by_hand, "taken!?");
    match shape {
        Shape::Flat => {}
        Shape::Round => {}
        Shape::Square(ref text) => assert_eq!(text, "s"),
    }
    match shape {
        Shape::Flat => shape = Shape::Round,
        _ => shape = Shape::Flat,
    }
    assert!(matches!(shape, Shape::Flat));
    let letter = String::from("b");
    let mut seen = std::collections::HashSet::new();
    match letter.as_str() {
        "a" => seen.insert(1),
        "b" | "c" => seen.insert(2),
        _ => seen.insert(3),
    };
    assert!(seen.contains(&2));
    let mut rounds = 0;
    loop {
        rounds += 1;
        match rounds {
            1 => continue,
            2 => {}
            _ => break,
        }
    }
    assert_eq!(rounds, 3);
    let found = loop {
        if rounds > 5 {
            break rounds;
        }
        rounds += 1;
    };
    assert_eq!(found, 6);
    'outer: for i in 0.. {
        for j in [1, 2] {
            if i == j {
                break 'outer;
            } else {
                continue 'outer;
            }
        }
    }
    let cell = std::cell::RefCell::new(vec![1_u8, 2]);
    let mut sum = 0;
    for n in cell.borrow().iter() {
        sum += n;
    }
    for (i, n) in cell.borrow_mut().iter_mut().enumerate() {
        *n += i as u8;
    }
    let end: usize = 3;
    for i in 0..end {
        sum += [1_u8, 2, 3][i];
    }
    for i in (0..=2).rev() {
        sum += i;
    }
    assert_eq!((sum, cell.into_inner()), (12, vec![1, 3]));
    if ready {
        text("ready");
    }
}

pub(crate) fn main() {
    let (_, diagnostics) = plain::pipeline().record();
    assert_eq!(diagnostics, []);
}
