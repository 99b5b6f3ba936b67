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
    let five = late + 3;
    let word = match five {
        1 if five > 3 => "one",
        5 if five > 9 => "more",
        5 | 6 if five == 5 => "five",
        5 => "late",
        _ => "other",
    };
    assert_eq!(word, "five");
    match shape {
        Shape::Flat if five > 3 => shape = Shape::Round,
        Shape::Square(_) => return,
        _ => shape = Shape::Flat,
    }
    match shape {
        Shape::Round if five > 3 => shape = Shape::Flat,
        _ => return,
    }
    assert!(matches!(shape, Shape::Flat));
    let owned = String::from("own");
    let kept = match owned.as_str() {
        "own" if owned.len() == 3 => owned,
        "own" => "short".into(),
        _ => "other".into(),
    };
    assert_eq!(kept, "own");
    let mut seen = 0;
    for n in 0..5 {
        match n {
            1 if seen == 1 => continue,
            3 if five == 5 => break,
            _ if n > 100 => unreachable!(),
            _ => seen += 1,
        }
    }
    assert_eq!(seen, 2);
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

/// Options of Rust in `if let` and `match`.
#[pipeline]
pub(crate) fn plain_options() {
    let name: Option<String> = Some("plain".to_string());
    if let Some(name) = &name {
        assert_eq!(name.len(), 5);
    }
    if let Some(_) = name {
        assert_eq!(name.as_deref(), Some("plain"));
    }
    let mut list = Some(vec![1]);
    if let Some(ref mut list) = list {
        list.push(2);
    }
    if let Some(list) = list.as_mut() {
        list.push(3);
    }
    if let Some(list) = &mut list {
        list.push(4);
    }
    let slot = &mut list;
    let Some(filled) = slot else { return };
    filled.push(5);
    while let Some(filled) = slot
        && let Some(5) = filled.last()
    {
        filled.pop();
    }
    assert!(slot.is_some());
    let Some(_) = list else { return };
    let Some(first) = &list.clone().map(|list| list[0]) else {
        return;
    };
    assert_eq!(*first, 1);
    let mut list = match list {
        Some(list) => list,
        None => return,
    };
    let mut total = 0;
    while let Some(last) = list.pop() {
        if let Some(first) = list.first() {
            total += first;
        } else {
            total += last;
            break;
        }
    }
    let cell = std::cell::RefCell::new(vec![5]);
    if let Some(first) = cell.borrow().first() {
        total += first;
    }
    if let Some(first) = cell.borrow().first().copied()
        && let Some(last) = cell.borrow().last()
        && first < *last
    {
        total += last;
    }
    let Some(name) = name else { return };
    assert_eq!(name, "plain");
    match cell.borrow().first().copied() {
        None => unreachable!(),
        Some(mut first) => {
            first += 1;
            total += first;
        }
    }
    let chosen = if let Some(number) = first_number("a") {
        number
    } else if let Some(number) = first_number("2b") {
        number + 1
    } else {
        9
    };
    let guarded = match first_number("4") {
        Some(number) if number > 5 => 1,
        Some(_) => 2,
        None => 3,
    };
    assert_eq!((total, chosen, guarded), (15, 3, 2));
    text("options");
}

fn first_number(text: &str) -> Option<u32> {
    text.chars().next()?.to_digit(10)
}

#[test]
fn is_recorded() {
    for pipeline in [plain::pipeline(), plain_options::pipeline()] {
        let (_, diagnostics) = pipeline.record();
        assert_eq!(diagnostics, []);
    }
}
