//! What Rust means by a body is what its pipeline gives.

use meaning::case::Case;
use pipewright::run::Options;
use serde_json::Value;

fn engine() -> Options {
    Options {
        program: Some(env!("CARGO_BIN_EXE_meaning").into()),
        ..Options::default()
    }
}

fn check(cases: Vec<Case>) {
    let (mut rows, mut good, mut differences) = (0, 0, vec![]);
    for case in cases {
        differences.extend(case.refusal());
        rows += case.rows.len();
        good += case.rows.iter().filter(|row| row.expected.is_ok()).count();
        let rows = case.rows.iter();
        differences.extend(rows.filter_map(|row| case.difference(row, &engine())));
    }
    // Bodies that all fail would show little.
    assert!(good * 2 > rows, "{good} of {rows} give a value");
    let wrong = differences.len();
    assert!(
        wrong == 0,
        "{wrong} of {rows} differ\n{}",
        differences.join("\n")
    );
}

macro_rules! subjects {
    ($($subject:ident)*) => {
        $(
            #[test]
            fn $subject() {
                check(meaning::$subject::cases());
            }
        )*
    };
}

subjects! {
    arithmetic
    calls
    closures
    comparisons
    conditions
    connectives
    floats
    formats
    generated
    loops
    matches
    options
    plain_loops
    ranges
    shadowing
    state
    texts
}

#[test]
fn another_output_another_task_and_a_failure_are_differences() {
    let case = &mut meaning::arithmetic::cases()[0];
    let row = &mut case.rows.remove(0);
    assert_eq!(case.difference(row, &engine()), None);
    let (value, tasks) = row.expected.clone().expect("Rust gives a value");
    row.expected = Ok((Value::from(4), tasks.clone()));
    assert!(case.difference(row, &engine()).is_some());
    row.expected = Ok((value.clone(), vec![]));
    assert!(case.difference(row, &engine()).is_some());
    row.expected = Err("it fails".into());
    assert!(case.difference(row, &engine()).is_some());
    row.expected = Ok((value, tasks));
    row.refused = true;
    assert!(case.difference(row, &engine()).is_some());
}
