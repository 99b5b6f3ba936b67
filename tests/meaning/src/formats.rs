//! `format!` of values.

use crate::case::s;

bodies! {
    fn inline(n: i64, a: String) -> String { echo(format!("{n}-{a}-{n}")) }
    with (1, s("x")), (-7, s("")), (i64::MIN, s("{{n}}")), (0, s("{n}"));

    fn by_position(n: i64, a: String) -> String { echo(format!("{} {} {}", n, a, n + 1)) }
    with (1, s("x")), (-7, s("")), (9_007_199_254_740_992, s("%s"));

    fn by_number(n: i64, a: String) -> String { echo(format!("{1}{0}{1}", n, a)) }
    with (1, s("x")), (-7, s("{0}"));

    fn by_name_in_formats(n: i64, a: String) -> String { echo(format!("{left}/{right}/{left}", left = n * 2, right = a)) }
    with (1, s("x")), (-7, s("{left}"));

    fn mixed(n: i64, a: String) -> String { echo(format!("{} {n} {0} {x} {a}", n + 1, x = n - 1)) }
    with (1, s("x")), (0, s(""));

    fn braces(n: i64) -> String { echo(format!("{{{n}}} {{}} {{{{workflow.name}}}} }}{{")) }
    with (1,), (-1,);

    fn nothing_to_format(n: i64) -> String {
        same(n);
        echo(format!("plain {{}}"))
    }
    with (1,);

    fn width(n: i64, a: String) -> String { echo(format!("[{n:5}][{a:5}][{n:<5}][{a:>5}][{n:^5}][{a:^6}]")) }
    with (1, s("x")), (-1234567, s("abcdefgh")), (12, s("é😀")), (0, s(""));

    fn fill(n: i64, a: String) -> String { echo(format!("[{n:*^7}][{a:->6}][{n:0<4}][{a:é<4}][{n:$>4}]")) }
    with (1, s("x")), (-12, s("ab")), (12345678, s("abcdefgh"));

    fn zeros(n: i64) -> String { echo(format!("[{n:05}][{n:01}][{n:+}][{n:+06}][{n:<06}]")) }
    with (1,), (-1,), (0,), (-123456,), (i64::MIN,);

    fn width_of_plain_values(n: i64, a: String) -> String {
        let width = 6;
        echo(format!("[{n:width$}][{a:>1$}][{n:0w$}][{}]", 0, 4, w = 3))
    }
    with (1, s("x")), (-1234567, s("abcdefgh"));

    fn precision_of_texts(a: String) -> String { echo(format!("[{a:.3}][{a:6.2}][{a:>4.1}][{a:.0}]")) }
    with (s("abcdef"),), (s("é😀x"),), (s(""),), (s("{{x}}"),);

    fn truth_values_in_formats(a: bool, n: i64) -> String { echo(format!("{a} {} [{a:6}] [{:>6}] {}", !a, n > 0, a && n > 0)) }
    with (true, 1), (true, 0), (false, 1);

    fn characters_in_formats(sign: char) -> String { echo(format!("{sign}[{sign:3}][{sign:>3}][{sign:_^3}]")) }
    with ('a',), ('{',), ('"',), ('😀',);

    fn of_tasks_in_formats(n: i64, a: String) -> String { echo(format!("{} {} {}", double(n), echo(a), same(1))) }
    with (1, s("x")), (-7, s("\"\\"));

    fn nested(n: i64, a: String) -> String {
        let inner = format!("<{n}>");
        let outer = format!("{inner}{a}{inner}");
        echo(format!("{outer}{}", format!("({outer})")))
    }
    with (1, s("x")), (2, s("{{inner}}"));

    fn as_an_output_in_formats(n: i64, a: String) -> String {
        same(n);
        format!("{a:>4}|{n:03}|{a}")
    }
    with (1, s("x")), (-1, s("{{x}}")), (1000, s("")), (7, s("é\"\n"));

    fn in_a_condition(n: i64, a: String) -> i64 { if format!("{n}{a}") == "12x" { same(1) } else { same(2) } }
    with (12, s("x")), (1, s("2x")), (2, s("1x"));

    fn length_of_a_format(n: i64, a: String) -> usize { size(format!("{n}:{a}").len()) }
    with (1, s("x")), (-100, s("é")), (0, s(""));

    fn of_chosen_values(n: i64, a: String) -> String {
        let m = if n > 0 { n * 2 } else { 0 };
        let b = if a.is_empty() { "empty".to_owned() } else { a };
        echo(format!("{m} {b}"))
    }
    with (1, s("x")), (-1, s("")), (4, s("{{"));

    fn plain_values_beside(n: i64) -> String {
        let (word, number, flag) = ("{{word}}", 7, 1 < 2);
        echo(format!("{word} {number:03} {flag} {n} {:?} {:.2} {:x}", word, 1.0 / 3.0, 255))
    }
    with (1,), (-1,);

    fn only_plain_values(n: i64) -> String {
        let word = "x";
        let text = format!("{word:?}-{:08.3}-{:#b}", 3.14159, 5);
        echo(format!("{text}{n}"))
    }
    with (1,);

    fn positive_sign(n: i64) -> String { echo(format!("{:+} {:+} {:+5}", n, n - 1, n * 2)) }
    with (1,), (0,), (-5,);

    fn many_lines(n: i64) -> String { echo(format!("first {n}\n  second\t{n} \
        third\\{n}")) }
    with (1,), (-1,);

    fn raw_text(n: i64) -> String { echo(format!(r#"{{"n": {n}, "path": "C:\{n}"}}"#)) }
    with (1,), (-1,);

    fn in_a_loop_in_formats(ns: Vec<i64>, a: String) -> String { join(ns.map(|n| echo(format!("{a}{n:02}")))) }
    with (vec![], s("x")), (vec![1, -2, 300], s("{{")), (vec![0], s(""));

    fn small_integers_in_formats(n: u8, m: i32) -> String { echo(format!("{n}|{m}|{n:4}|{m:<4}|{n:03}|{m:05}")) }
    with (0, 0), (255, -2_147_483_648), (7, -7);
}
