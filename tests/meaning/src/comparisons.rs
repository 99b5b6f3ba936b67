//! Comparisons.

use crate::case::s;
use crate::components::Level;

bodies! {
    fn integers(a: i64, b: i64) -> String { truths([a == b, a != b, a < b, a <= b, a > b, a >= b]) }
    with (1, 2), (2, 1), (2, 2), (i64::MIN, i64::MAX), (9_007_199_254_740_993, 9_007_199_254_740_992);

    fn integers_as_conditions(a: i64, b: i64) -> String {
        let x = if a == b { "=" } else { "#" };
        let y = if a < b { "<" } else { "-" };
        let z = if a >= b { ">" } else { "." };
        format!("{}{}{}", echo(x), echo(y), echo(z))
    }
    with (1, 2), (2, 1), (2, 2), (9_007_199_254_740_993, 9_007_199_254_740_992);

    fn with_literals(a: i64) -> String { truths([a == 3, 3 == a, a != 3, a < 3, 3 < a, a >= 3, 3 >= a]) }
    with (2,), (3,), (4,), (-3,);

    fn with_negative_literals(a: i64) -> String { truths([a < -3, -3 <= a, a == -3, a > -3 - 1]) }
    with (-5,), (-4,), (-3,), (3,);

    fn of_sums(a: i64, b: i64) -> String { truths([a + 1 > b * 2, a - b == b - a, -a < b, a % 3 != b / 3]) }
    with (1, 1), (0, 0), (10, 4), (-7, 7);

    fn of_results(a: i64, b: i64) -> bool { double(a) <= add(a, b) }
    with (1, 2), (2, 1), (2, 2);

    fn output_of_a_comparison(a: i64) -> bool {
        same(a);
        a * 2 == a + a
    }
    with (3,), (-3,), (0,);

    fn overflow_within(a: i64) -> bool { truth(a + 1 > a) }
    with (3,), (i64::MAX,);

    fn overflow_in_a_condition(a: i64) -> i64 { if a * 2 > 10 { same(1) } else { same(2) } }
    with (5,), (6,), (i64::MAX,), (i64::MIN,);

    fn division_in_a_condition(a: i64, b: i64) -> i64 { if a / b == 2 { same(1) } else { same(2) } }
    with (5, 2), (6, 2), (1, 0);

    fn small_integers(n: u8, m: u8) -> String { truths([n < m, n == m, n >= m, n > 200, 7 <= n]) }
    with (0, 255), (255, 0), (7, 7), (201, 200);

    fn large_integers(n: u64, m: u64) -> String { truths([n < m, n == m, n >= m]) }
    with (9_007_199_254_740_993, 9_007_199_254_740_992), (9_223_372_036_854_775_807, 9_223_372_036_854_775_806);

    fn texts(a: String, b: String) -> String { truths([a == b, a != b, a < b, a <= b, a > b, a >= b]) }
    with (s("a"), s("b")), (s(""), s("a")), (s("Z"), s("a")), (s("é"), s("z")), (s("a\u{ffff}"), s("a\u{1f600}")),
        (s("{{x}}"), s("{{x}}")), (s("10"), s("9"));

    fn texts_with_literals(a: String) -> String {
        truths([a == "b", "b" == a, a != "b", a < "b", "b" < a, a >= "b", a == "", a == "{{b}}", a == "\"b\"\n"])
    }
    plain {
        let a = a.as_str();
        truths([a == "b", "b" == a, a != "b", a < "b", "b" < a, a >= "b", a == "", a == "{{b}}", a == "\"b\"\n"])
    }
    with (s("a"),), (s("b"),), (s("c"),), (s(""),), (s("{{b}}"),), (s("\"b\"\n"),), (s("B"),);

    fn texts_as_conditions(a: String, b: String) -> i64 {
        if a == b { same(0) } else if a < b { same(-1) } else { same(1) }
    }
    with (s("a"), s("b")), (s("b"), s("a")), (s("'"), s("'")), (s("\\"), s("\"")), (s("$(x)"), s("$$(x)")), (s("😀"), s("\u{ffff}"));

    fn texts_of_tasks(a: String) -> bool { echo(format!("{a}!")) > echo(a) }
    with (s(""),), (s("a"),), (s("\u{10ffff}"),);

    fn characters(a: char, b: char) -> String { truths([a == b, a != b, a < b, a <= b, a > b, a >= b, a == 'x', a < 'é', '"' <= b]) }
    with ('a', 'b'), ('x', 'x'), ('é', 'z'), ('\u{ffff}', '😀'), ('"', '\\');

    fn truth_values(a: bool, b: bool) -> String { truths([a == b, a != b, a == true, false != b, !a == b, a == !b]) }
    with (false, false), (false, true), (true, false), (true, true);

    fn comparisons_of_comparisons(a: i64, b: i64) -> String { truths([(a < 3) == (b < 3), (a == b) != (b > 0)]) }
    with (1, 1), (1, 5), (5, 1), (-1, -1);

    fn variants(a: Level, b: Level) -> String { truths([a == b, a != b, a == Level::Middle, Level::High != b]) }
    with (Level::Low, Level::Low), (Level::Low, Level::Middle), (Level::Middle, Level::High);

    fn variants_as_conditions(a: Level) -> String {
        if level(a) == Level::Low { echo("low") } else if a != Level::High { echo("middle") } else { echo("high") }
    }
    with (Level::Low,), (Level::Middle,), (Level::High,);

    fn sizes(a: String, b: String) -> String { truths([a.len() < b.len(), a.len() == 3, 2 >= b.len(), a.len() + 1 != b.len() * 2]) }
    with (s("abc"), s("é")), (s(""), s("")), (s("ab"), s("abc"));

    fn booleans_as_values(a: i64, b: i64) -> String {
        let small = a < b;
        let equal = a == b;
        let text = format!("{small}/{equal}/{}", a > b);
        let n = if small { same(1) } else { same(2) };
        format!("{text}/{n}/{}", truth(equal))
    }
    with (1, 2), (2, 1), (2, 2);
}
