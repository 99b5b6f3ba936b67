//! `if`.

use crate::case::s;
use crate::components::{Item, Level};

bodies! {
    fn both_blocks(n: i64) -> i64 { if n > 0 { double(n) } else { same(n) } }
    with (1,), (0,), (-1,);

    fn only_one_block(n: i64) -> i64 {
        if n > 0 {
            double(n);
        }
        same(n)
    }
    with (1,), (0,);

    fn a_chain(n: i64) -> String {
        if n < 0 { echo("negative") } else if n == 0 { echo("zero") } else if n < 10 { echo("small") } else { echo("large") }
    }
    with (-1,), (0,), (9,), (10,);

    fn a_chain_without_else(n: i64) -> i64 {
        if n < 0 { note("negative"); } else if n == 0 { note("zero"); } else if n < 10 { note("small"); }
        same(n)
    }
    with (-1,), (0,), (9,), (10,);

    fn within_each_other(a: i64, b: i64) -> i64 {
        if a > 0 {
            if b > 0 { add(a, b) } else { double(a) }
        } else {
            if b > 0 { same(b) } else { same(-1) }
        }
    }
    with (1, 1), (1, 0), (0, 1), (0, 0);

    fn one_after_the_other(a: i64) -> i64 {
        let b = if a > 10 { double(a) } else { a };
        let c = if b > 30 { same(b - 30) } else { b + 1 };
        if c % 2 == 0 { add(b, c) } else { add(a, c) }
    }
    with (5,), (11,), (16,), (20,);

    fn plain_values(n: i64) -> i64 {
        let m = if n > 0 { 1 } else { -1 };
        same(n * m)
    }
    with (5,), (-5,), (0,);

    fn tuples(n: i64) -> String {
        let (a, b) = if n > 0 { (double(n), "up") } else { (same(n), "down") };
        echo(format!("{a} {b}"))
    }
    with (5,), (-5,);

    fn tuples_of_three(n: i64, a: String) -> String {
        let (x, y, z) = if n > 0 { (n + 1, a.clone(), true) } else { (n - 1, echo(a), false) };
        echo(format!("{x} {y} {z}"))
    }
    with (5, s("x")), (-5, s("{{"));

    fn blocks_with_statements(n: i64) -> i64 {
        let m = if n > 0 {
            let a = double(n);
            let b = a + 1;
            add(a, b)
        } else {
            let a = n - 1;
            same(a) * 2
        };
        m + 1
    }
    with (5,), (-5,);

    fn condition_of_a_task(n: i64) -> i64 { if truth(n > 3) { same(1) } else { same(2) } }
    with (3,), (4,);

    fn condition_in_a_variable(n: i64) -> i64 {
        let large = n > 3;
        let a = if large { same(1) } else { same(2) };
        let b = if !large { same(10) } else { same(20) };
        a + b
    }
    with (3,), (4,);

    fn parameter_as_a_condition(a: bool, b: bool) -> i64 { if a { same(1) } else if !b { same(2) } else { same(3) } }
    with (true, true), (false, false), (false, true);

    fn parentheses(a: bool, n: i64) -> i64 { if (!(a)) { same((n)) } else { (same(n + 1)) } }
    with (true, 1), (false, 1);

    fn block_as_a_condition(n: i64) -> i64 { if { let m = n * 2; m > 10 } { same(1) } else { same(2) } }
    with (5,), (6,);

    fn if_as_a_condition(n: i64, a: bool) -> i64 { if if a { n > 10 } else { n < 0 } { same(1) } else { same(2) } }
    with (11, true), (11, false), (-1, true), (-1, false);

    fn if_in_an_argument(n: i64) -> i64 { add(if n > 0 { n } else { -n }, if n % 2 == 0 { 2 } else { 1 }) }
    with (3,), (-4,), (0,);

    fn if_in_an_expression(n: i64) -> i64 { same(1) + (if n > 0 { n } else { 10 }) * 2 - (if n > 5 { 1 } else { 0 }) }
    with (3,), (-4,), (6,);

    fn if_in_a_format(n: i64) -> String { echo(format!("{} {}", if n > 0 { "up" } else { "down" }, if n > 5 { n } else { 0 })) }
    with (3,), (-4,), (6,);

    fn failure_in_the_other_block(n: i64) -> i64 { if n < 0 { same(n) } else { check(n - 5) } }
    with (-1,), (5,), (4,);

    fn overflow_in_the_other_block(n: i64) -> i64 { if n > 9 { same(0) } else { same(n * 1_000_000_000_000_000_000) } }
    with (9,), (10,), (-10,);

    fn division_in_the_other_block(n: i64) -> i64 { if n == 0 { same(0) } else { same(100 / n) } }
    with (0,), (7,);

    fn division_in_a_plain_block(n: i64) -> i64 { same(if n == 0 { 0 } else { 100 / n }) }
    with (0,), (7,), (-7,);

    fn failing_condition(n: i64) -> i64 { if check(n) > 5 { same(1) } else { same(2) } }
    with (6,), (5,), (-1,);

    fn plain_conditions(n: i64) -> i64 {
        let debug = 1 > 2;
        if debug { check(-1); }
        if !debug { double(n); }
        if cfg!(any()) { same(1) } else { same(n) }
    }
    with (1,);

    fn plain_and_values(n: i64) -> i64 {
        let (low, high) = (3, 10);
        if low > high { same(0) } else if n > high { same(1) } else if n > low { same(2) } else { same(3) }
    }
    with (11,), (4,), (3,);

    fn lists(n: i64, ns: Vec<i64>) -> i64 { sum(if n > 0 { ns } else { count(n) }) }
    with (1, vec![5, 6]), (-1, vec![5, 6]), (0, vec![]);

    fn structs(n: i64, a: Item, b: Item) -> String {
        let chosen = if n > 0 { a } else { b };
        echo(format!("{} {}", chosen.count, chosen.label))
    }
    with (1, item("a"), item("b")), (0, item("a"), item("{{b}}"));

    fn variants_in_conditions(n: i64) -> Level { level(if n > 0 { Level::High } else if n == 0 { Level::Middle } else { Level::Low }) }
    with (1,), (0,), (-1,);

    fn same_in_both(n: i64) -> i64 { if n > 0 { same(n) } else { same(n) } }
    with (1,), (-1,);

    fn nothing_in_the_block(n: i64) -> i64 {
        if n > 0 {}
        if n > 1 {} else { note("else"); }
        same(n)
    }
    with (0,), (2,);

    fn deep(n: i64) -> i64 {
        if n > 1 { if n > 2 { if n > 3 { if n > 4 { same(5) } else { same(4) } } else { same(3) } } else { same(2) } } else { same(1) }
    }
    with (1,), (2,), (3,), (4,), (5,);

    fn many_branches(n: i64) -> i64 {
        if n == 0 { same(10) } else if n == 1 { same(11) } else if n == 2 { same(12) } else if n == 3 { same(13) }
        else if n == 4 { same(14) } else if n == 5 { same(15) } else if n == 6 { same(16) } else if n == 7 { same(17) }
        else if n == 8 { same(18) } else if n == 9 { same(19) } else if n == 10 { same(20) } else if n == 11 { same(21) }
        else if n == 12 { same(22) } else if n == 13 { same(23) } else if n == 14 { same(24) } else if n == 15 { same(25) }
        else if n == 16 { same(26) } else if n == 17 { same(27) } else { same(28) }
    }
    with (0,), (8,), (15,), (16,), (17,), (18,);

    fn result_used_in_both_blocks(n: i64) -> i64 {
        let m = double(n);
        let k = if m > 4 { add(m, 1) } else { add(m, 2) };
        if k > m { same(k - m) } else { same(m) }
    }
    with (2,), (3,);
}

fn item(label: &str) -> Item {
    crate::case::item(1, None, label, Level::High)
}
