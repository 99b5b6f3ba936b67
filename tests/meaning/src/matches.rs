//! `match` and guards.

use crate::case::s;
use crate::components::Level;

const FEW: i64 = 3;
const WORD: &str = "word";

bodies! {
    fn integers_in_matches(n: i64) -> i64 {
        match n {
            0 => same(10),
            1 => double(n),
            _ => same(n),
        }
    }
    with (0,), (1,), (2,), (-1,);

    fn several_in_an_arm(n: i64) -> i64 {
        match n {
            0 | 2 | 4 => same(10),
            1 | 3 => double(n),
            -1 => same(-n),
            _ => same(n + 1),
        }
    }
    with (0,), (4,), (3,), (-1,), (5,);

    fn ranges(n: i64) -> String {
        match n {
            i64::MIN..=-1 => echo("negative"),
            0..10 => echo("small"),
            10..=99 => echo("medium"),
            100.. => echo("large"),
        }
    }
    with (-1,), (0,), (9,), (10,), (99,), (100,), (i64::MIN,), (i64::MAX,);

    fn open_ranges(n: i64) -> String {
        match n {
            ..0 => echo("below"),
            0..=0 => echo("zero"),
            1.. => echo("above"),
        }
    }
    with (-1,), (0,), (1,);

    fn ranges_that_overlap(n: i64) -> i64 {
        match n {
            5 => same(1),
            0..=10 => same(2),
            8..=20 | 30 => same(3),
            _ => same(4),
        }
    }
    with (5,), (0,), (9,), (11,), (30,), (31,);

    fn texts_in_matches(a: String) -> i64 {
        match a.as_str() {
            "a" => same(1),
            "b" | "" => same(2),
            "{{x}}" => same(3),
            "\"q\"\n" => same(4),
            _ => same(5),
        }
    }
    with (s("a"),), (s("b"),), (s(""),), (s("{{x}}"),), (s("\"q\"\n"),), (s("A"),), (s("null"),);

    fn truth_values_in_matches(a: bool) -> i64 { match a { true => same(1), false => same(2) } }
    with (true,), (false,);

    fn comparisons_in_matches(n: i64) -> i64 { match n > 3 { true => double(n), false => same(n) } }
    with (3,), (4,);

    fn characters_in_matches(sign: char) -> String {
        match sign {
            'a'..='z' => echo("lower"),
            'A'..='Z' | 'Ä' => echo("upper"),
            '"' | '\\' | '{' => echo("sign"),
            '😀' => echo("face"),
            _ => echo("other"),
        }
    }
    with ('a',), ('z',), ('M',), ('Ä',), ('"',), ('\\',), ('{',), ('😀',), ('é',);

    fn variants_in_matches(a: Level) -> i64 {
        match a {
            Level::Low => same(1),
            Level::Middle => same(2),
            Level::High => same(3),
        }
    }
    with (Level::Low,), (Level::Middle,), (Level::High,);

    fn variants_with_a_wildcard(a: Level) -> i64 {
        match level(a) {
            Level::Middle => same(2),
            _ => same(1),
        }
    }
    with (Level::Low,), (Level::Middle,), (Level::High,);

    fn variants_in_one_arm(a: Level) -> i64 {
        match a {
            Level::Low | Level::High => same(1),
            Level::Middle => same(2),
        }
    }
    with (Level::Low,), (Level::Middle,), (Level::High,);

    fn variants_by_their_names(a: Level) -> i64 {
        use crate::components::Level::*;
        match a {
            Low => same(1),
            High => same(3),
            Middle => same(2),
        }
    }
    with (Level::Low,), (Level::Middle,), (Level::High,);

    fn constants(n: i64) -> i64 {
        const MANY: i64 = 30;
        match n {
            FEW => same(1),
            MANY => same(2),
            0..FEW => same(3),
            _ => same(4),
        }
    }
    with (3,), (30,), (0,), (2,), (4,);

    fn constant_texts(a: String) -> i64 {
        match a.as_str() {
            WORD => same(1),
            _ => same(2),
        }
    }
    with (s("word"),), (s("WORD"),), (s("words"),);

    fn small_integers_in_matches(n: u8) -> i64 {
        match n {
            0 => same(1),
            1..=127 => same(2),
            128..=255 => same(3),
        }
    }
    with (0,), (1,), (127,), (128,), (255,);

    fn floats(x: f64) -> i64 {
        match x {
            0.0 => same(1),
            0.5 | 1.5 => same(2),
            2.0..=3.0 => same(3),
            ..=-1.0 => same(4),
            _ => same(5),
        }
    }
    with (0.0,), (-0.0,), (0.5,), (1.5,), (2.0,), (3.0,), (3.0000000000000004,), (-1.0,), (-0.5,);

    fn a_name_for_the_rest(n: i64) -> i64 {
        match n {
            0 => same(1),
            other => double(other),
        }
    }
    with (0,), (5,), (-5,);

    fn a_name_for_a_computed_value(n: i64) -> i64 {
        match n * 2 + 1 {
            1 => same(1),
            other => add(other, n),
        }
    }
    with (0,), (5,), (-5,);

    fn guards(n: i64, m: i64) -> i64 {
        match n {
            0 if m > 5 => same(1),
            0 => same(2),
            1..=9 if n < m => same(3),
            _ if m == n => same(4),
            _ => same(5),
        }
    }
    with (0, 6), (0, 5), (1, 2), (2, 2), (20, 20), (20, 1), (1, 0);

    fn guards_of_several(n: i64, m: i64) -> i64 {
        match n {
            1 | 3 | 5 if m > 0 => same(1),
            1 | 2 => same(2),
            _ => same(3),
        }
    }
    with (1, 1), (1, 0), (3, 0), (2, 1), (5, 5);

    fn guards_with_tasks(n: i64) -> i64 {
        match n {
            0..10 if truth(n > 5) => same(1),
            _ if truth(n == 3) => same(2),
            _ => same(3),
        }
    }
    with (6,), (3,), (4,), (20,);

    fn guards_that_fail(n: i64) -> i64 {
        match n {
            0 => same(1),
            1..=5 if check(n - 3) == 0 => same(2),
            _ => same(3),
        }
    }
    with (0,), (2,), (3,), (4,), (9,);

    fn guards_that_divide(n: i64, m: i64) -> i64 {
        match m {
            0 => same(1),
            _ if n / m > 2 => same(2),
            _ => same(3),
        }
    }
    with (1, 0), (9, 3), (6, 3);

    fn plain_guards(n: i64) -> i64 {
        let (yes, no) = (1 < 2, 2 < 1);
        match n {
            0 if no => same(1),
            0..=5 if yes => same(2),
            _ if no => same(3),
            _ => same(4),
        }
    }
    with (0,), (5,), (6,);

    fn guards_of_connectives(n: i64, a: bool) -> i64 {
        match n {
            0..=9 if a && n > 3 || n == 1 => same(1),
            _ if !a || truth(n > 20) => same(2),
            _ => same(3),
        }
    }
    with (4, true), (1, false), (0, true), (4, false), (21, true), (15, true);

    fn guards_of_texts(a: String, n: i64) -> i64 {
        match a.as_str() {
            "x" if n > 0 => same(1),
            "x" | "y" => same(2),
            _ if n == 7 => same(3),
            _ => same(4),
        }
    }
    with (s("x"), 1), (s("x"), 0), (s("y"), 7), (s("z"), 7), (s(""), 0);

    fn guards_of_variants(a: Level, n: i64) -> i64 {
        match a {
            Level::Low if n > 0 => same(1),
            Level::High => same(2),
            Level::Low | Level::Middle => same(3),
        }
    }
    with (Level::Low, 1), (Level::Low, 0), (Level::Middle, 1), (Level::High, 0);

    fn within_each_other_in_matches(n: i64, a: Level) -> i64 {
        match n {
            0 => match a {
                Level::Low => same(1),
                _ => same(2),
            },
            1..=5 => if a == Level::High { same(3) } else { same(4) },
            _ => same(5),
        }
    }
    with (0, Level::Low), (0, Level::High), (3, Level::High), (3, Level::Low), (6, Level::Low);

    fn plain_values_in_matches(n: i64) -> i64 {
        let m = match n { 0 => 1, 1 => 100, _ => -1 };
        same(n + m)
    }
    with (0,), (1,), (2,);

    fn texts_as_values(n: i64) -> String {
        let word = match n { 0 => "none", 1 => "one", 2..=9 => "some", _ => "many" };
        echo(word)
    }
    with (0,), (1,), (5,), (10,);

    fn tuples_in_matches(n: i64) -> String {
        let (a, b) = match n { 0 => (same(1), "one"), 1 => (double(n), "two"), _ => (n + 1, "more") };
        echo(format!("{a}{b}"))
    }
    with (0,), (1,), (2,);

    fn without_a_value(n: i64) -> i64 {
        match n {
            0 => note("zero"),
            1 => { double(n); }
            _ => {}
        }
        same(n)
    }
    with (0,), (1,), (2,);

    fn in_an_expression(n: i64) -> i64 { same(1) + match n { 0 => 1, _ => n } * 2 }
    with (0,), (5,);

    fn in_an_argument_in_matches(n: i64) -> i64 { add(match n { 0 => 1, _ => n }, match n > 0 { true => 10, false => 20 }) }
    with (0,), (5,), (-5,);

    fn of_a_task(n: i64) -> i64 { match double(n) { 4 => same(1), 0..=3 => same(2), _ => same(3) } }
    with (2,), (1,), (0,), (3,), (-1,);

    fn of_an_if(n: i64, a: bool) -> i64 { match if a { n } else { -n } { 1 => same(1), -1 => same(2), _ => same(3) } }
    with (1, true), (1, false), (2, true);

    fn of_a_block(n: i64) -> i64 { match { let m = n + 1; m * m } { 4 => same(1), 9 => same(2), _ => same(3) } }
    with (1,), (2,), (3,), (-3,);

    fn of_a_remainder(n: i64) -> i64 { match n % 3 { 0 => same(1), 1 => same(2), -1 => same(3), _ => same(4) } }
    with (3,), (4,), (5,), (-4,), (-5,);

    fn failing_value(n: i64) -> i64 { match check(n) { 0 => same(1), _ => same(2) } }
    with (0,), (1,), (-1,);

    fn overflow_in_another_arm(n: i64) -> i64 {
        match n {
            0..=9 => same(n * 1_000_000_000_000_000_000),
            _ => same(n),
        }
    }
    with (9,), (10,), (-10,);

    fn blocks_with_statements_in_matches(n: i64) -> i64 {
        match n {
            0 => {
                let a = same(5);
                let b = double(a);
                b + 1
            }
            _ => {
                let a = double(n);
                add(a, 1)
            }
        }
    }
    with (0,), (3,);

    fn in_a_loop_in_matches(ns: Vec<i64>) -> String {
        join(ns.map(|n| match n {
            0 => echo("zero"),
            1 | 2 if n < 2 => echo("one"),
            _ => echo(format!("{n}")),
        }))
    }
    with (vec![],), (vec![0, 1, 2, 3],);

    fn plain_matches(n: i64) -> i64 {
        let word = "two";
        let m = match word { "one" => 1, "two" => 2, _ => 0 };
        match (m, word) {
            (2, "two") => same(n),
            (k, _) if k > 5 => double(n),
            _ => same(0),
        }
    }
    with (1,);

    fn binding_at_plain_values(n: i64) -> i64 {
        let m = match 17 { k @ 0..=9 => k, k @ (10 | 17) => k * 2, k => -k };
        same(n + m)
    }
    with (1,);

    fn matches_macro_of_plain_values(n: i64) -> i64 { if matches!(5, 0..=9) { double(n) } else { same(n) } }
    with (1,);

    fn many_arms(n: i64) -> i64 {
        match n {
            0 => same(100), 1 => same(101), 2 => same(102), 3 => same(103), 4 => same(104), 5 => same(105), 6 => same(106),
            7 => same(107), 8 => same(108), 9 => same(109), 10 => same(110), 11 => same(111), 12 => same(112), 13 => same(113),
            14 => same(114), 15 => same(115), 16 => same(116), 17 => same(117), 18 => same(118), 19 => same(119), _ => same(120),
        }
    }
    with (0,), (15,), (16,), (19,), (20,);
}
