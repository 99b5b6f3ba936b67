//! Arithmetic of integers.

use crate::case::s;

bodies! {
    fn plus(a: i64, b: i64) -> i64 { same(a + b) }
    with (1, 2), (-5, 5), (i64::MAX, 0), (i64::MAX, 1), (i64::MIN, -1);

    fn minus(a: i64, b: i64) -> i64 { same(a - b) }
    with (1, 2), (i64::MIN, 1), (i64::MIN, i64::MIN), (0, i64::MIN);

    fn times(a: i64, b: i64) -> i64 { same(a * b) }
    with (6, 7), (-6, 7), (i64::MIN, -1), (3_037_000_500, 3_037_000_500), (4_294_967_296, 2_147_483_647);

    fn over(a: i64, b: i64) -> i64 { same(a / b) }
    with (7, 2), (-7, 2), (7, -2), (-7, -2), (7, 0), (i64::MIN, -1), (9_007_199_254_740_993, 1);

    fn remainder(a: i64, b: i64) -> i64 { same(a % b) }
    with (7, 3), (-7, 3), (7, -3), (-7, -3), (7, 0), (i64::MIN, -1);

    fn negated(a: i64) -> i64 { same(-a) }
    with (7,), (0,), (i64::MAX,), (i64::MIN,);

    fn precedence(a: i64, b: i64) -> i64 { same(a + b * 2 - a / 3 % 4) }
    with (1, 2), (100, -7), (-100, 7), (9_007_199_254_740_993, 1);

    fn grouped(a: i64, b: i64, c: i64) -> i64 { same((a + b) * c - (a - (b - c))) }
    with (1, 2, 3), (10, -4, 7), (0, 0, 0);

    fn left_to_right(a: i64, b: i64, c: i64) -> i64 { same(a - b - c + a / b / c * a % b) }
    with (100, 7, 3), (-100, 7, 3), (100, -7, 3), (1, 1, 0);

    fn negated_within(a: i64, b: i64) -> i64 { same(-(a + b) * -a - -b) }
    with (1, 2), (-3, 4), (0, i64::MIN);

    fn of_tasks(a: i64) -> i64 {
        let b = double(a);
        let c = same(b + 1);
        add(b, c) - a
    }
    with (0,), (21,), (-3,);

    fn as_an_output(a: i64, b: i64) -> i64 {
        same(a);
        a * b - 1
    }
    with (3, 4), (i64::MAX, 2), (-1, i64::MIN);

    fn output_over(a: i64, b: i64) -> i64 {
        same(a);
        a / b + a % b
    }
    with (7, 2), (-7, 2), (7, -2), (1, 0), (i64::MIN, -1);

    fn plain_beside(a: i64) -> i64 {
        let step = 2 + 3;
        same(a + step * 4 - (step - 1))
    }
    with (0,), (-16,), (i64::MAX,);

    fn plain_on_the_left(a: i64) -> i64 { same(100 - a * 3) + 10 / a + 10 % a - (1 - a) }
    with (7,), (-7,), (0,);

    fn small_type(n: u8) -> u8 { tiny(n + 1) }
    with (0,), (254,), (255,);

    fn small_type_below(n: u8) -> u8 { tiny(n - 1) }
    with (1,), (0,), (255,);

    fn small_type_times(n: u8, m: u8) -> u8 { tiny(n * m) }
    with (15, 17), (16, 16), (255, 0);

    fn small_type_within(n: u8, m: u8) -> u8 { tiny(n + m - m) }
    with (200, 55), (200, 56), (0, 0);

    fn small_output(n: u8) -> u8 {
        tiny(n);
        n + 100
    }
    with (155,), (156,);

    fn of_32_bits(n: i32, m: i32) -> i32 { short(n * m - 1) }
    with (46_341, 46_341), (46_340, 46_340), (i32::MIN, 1), (-1, i32::MAX);

    fn of_32_bits_over(n: i32, m: i32) -> i32 { short(n / m) }
    with (i32::MIN, -1), (i32::MIN, 1), (7, -2);

    fn without_sign(n: u64, m: u64) -> u64 { long(n - m) }
    with (3, 2), (2, 3), (0, 0);

    fn large_without_sign(n: u64) -> u64 { long(n + 1) }
    with (9_223_372_036_854_775_806,), (9_007_199_254_740_993,);

    fn of_a_size(text: String) -> usize { size(text.len() * 2 + 1) }
    with (s(""),), (s("abc"),), (s("é"),);

    fn size_below(text: String) -> usize { size(text.len() - 2) }
    with (s("abc"),), (s("ab"),), (s("a"),);

    fn reused(a: i64) -> i64 {
        let b = a + a;
        let c = b * b;
        same(c - b + a)
    }
    with (0,), (5,), (-5,), (3_000_000_000,);

    fn in_a_helper(a: i64, b: i64) -> i64 {
        let f = |x, y| x * 2 + y;
        same(f(a, b) - f(b, a))
    }
    plain {
        let f = |x: i64, y: i64| x * 2 + y;
        same(f(a, b) - f(b, a))
    }
    with (1, 2), (-9, 4);
}
