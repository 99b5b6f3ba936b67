//! Numbers with a fraction. What is not finite cannot travel, so a run that would send it fails.

bodies! {
    fn plus_and_minus(x: f64, y: f64) -> f64 { real(x + y) - real(x - y) }
    with (1.5, 2.25), (0.1, 0.2), (-0.0, 0.0), (1e16, 1.0), (1e-300, -1e-300);

    fn times_and_over(x: f64, y: f64) -> f64 { real(x * y) + real(x / y) }
    with (1.5, 2.0), (0.1, 3.0), (-7.0, 2.0), (1e-200, 1e-50), (5e-324, 1.0);

    fn precedence_in_floats(x: f64, y: f64) -> f64 { real(x + y * 2.0 - x / 4.0) - -(x - (y - 1.5)) }
    with (1.5, 2.0), (-0.3, 0.7), (1e10, -1e-10);

    fn negated_in_floats(x: f64) -> f64 { real(-x) }
    with (1.5,), (0.0,), (-0.0,), (f64::MAX,), (5e-324,);

    fn without_fraction(x: f64) -> f64 { real(x) * 1.0 }
    with (3.0,), (-3.0,), (1e21,), (9_007_199_254_740_993.0,), (1e308,);

    fn digits(x: f64) -> f64 { real(x) }
    with (0.1,), (0.30000000000000004,), (1.7976931348623157e308,), (2.2250738585072014e-308,), (123456789.12345679,);

    fn overflowing(x: f64, y: f64) -> f64 { real(x * y) }
    with (1e300, 1e8), (-1.0, 2.0), (1e300, 1e9), (-1e300, 1e9);

    fn over_zero(x: f64, y: f64) -> f64 { real(x / y) }
    with (1.0, 2.0), (1.0, 0.0), (-1.0, 0.0), (0.0, 0.0), (1.0, -0.0);

    fn overflowing_output(x: f64) -> f64 {
        real(x);
        x + x
    }
    with (1.0,), (8e307,), (1e308,), (-1e308,);

    fn comparisons(x: f64, y: f64) -> String { truths([x == y, x != y, x < y, x <= y, x > y, x >= y]) }
    with (1.5, 2.5), (2.5, 1.5), (1.5, 1.5), (0.0, -0.0), (-1.0, 1.0), (1e300, 1e301), (5e-324, 0.0);

    fn comparisons_with_literals(x: f64) -> String { truths([x == 0.5, 0.5 != x, x < 0.5, 0.5 < x, x >= -0.5, x <= 1e3, x > 0.0]) }
    with (0.5,), (-0.5,), (0.0,), (-0.0,), (1000.0,), (1000.1,), (0.5000000000000001,);

    fn comparisons_as_conditions(x: f64, y: f64) -> f64 {
        if x < y { real(1.0) } else if x == y { real(2.0) } else { real(3.0) }
    }
    with (1.0, 2.0), (0.0, -0.0), (2.0, 1.0), (0.1, 0.1);

    fn sums_that_are_not_exact(x: f64, y: f64) -> String { truths([x + y == 0.3, x + y > 0.3, x * 3.0 == 0.3, 0.3 - x < y]) }
    with (0.1, 0.2), (0.15, 0.15), (0.0, 0.3);

    fn comparison_of_computed_values(x: f64, y: f64) -> f64 {
        if x / y > 1.0 { real(1.0) } else { real(2.0) }
    }
    with (1.0, 2.0), (3.0, 2.0), (-3.0, -2.0)
    ; refused (1.0, 0.0), (0.0, 0.0), (-1.0, 0.0);

    fn formatted(x: f64) -> String { echo(format!("{x} and {}", x * 2.0)) }
    with (1.0,), (0.1,), (-0.0,), (1e21,), (1e-7,), (123456.789,), (1e300,), (5e-324,);

    fn formatted_output(x: f64) -> String {
        real(x);
        format!("<{x}>")
    }
    with (1.0,), (0.1,), (-0.0,), (1e21,), (1e-7,), (-2.5,);

    fn not_a_number_in_comparisons(x: f64, y: f64) -> String {
        let z = x / y;
        truths([z == z, z != z, z < 1.0, z <= 1.0, z > 1.0, z >= 1.0, !(z < 1.0)])
    }
    with (1.0, 2.0), (-0.0, 2.0)
    ; refused (0.0, 0.0), (1.0, 0.0), (-1.0, 0.0);

    fn not_a_number_in_conditions(x: f64, y: f64) -> i64 {
        if x / y < 1.0 { same(1) } else if x / y >= 1.0 { same(2) } else { same(3) }
    }
    with (1.0, 2.0), (2.0, 1.0), (2.0, 1.5), (-2.0, 1.0)
    ; refused (0.0, 0.0), (1.0, 0.0);

    fn not_a_number_in_a_match(x: f64, y: f64) -> i64 {
        match x / y {
            0.5 => same(1),
            1.0..=2.0 => same(2),
            _ => same(3),
        }
    }
    with (1.0, 2.0), (2.0, 1.0), (2.0, 1.5), (-2.0, 1.0)
    ; refused (0.0, 0.0), (1.0, 0.0);

    fn not_a_number_in_texts(x: f64, y: f64) -> String { echo(format!("{} {:6} {}", x / y, -x / y, x / y > 1.0)) }
    with (1.0, 2.0), (-0.0, 2.0)
    ; refused (0.0, 0.0), (1.0, 0.0), (-1.0, 0.0);

    fn infinite_within(x: f64) -> f64 { real(1.0 / (x * x)) }
    with (2.0,), (0.0,)
    ; refused (1e200,);

    fn halves(x: f64) -> f64 {
        let y = half(x);
        let z = half(y);
        real(x - y) + (y - z)
    }
    with (1.0,), (0.0,), (-3.0,), (5e-324,);

    fn list_of_numbers(x: f64, y: f64) -> f64 { reals([x, y, x + y, half(x), 0.25 * y]) }
    with (1.0, 2.0), (0.1, 0.7), (-1.0, 1.0);

    fn plain_beside_in_floats(x: f64) -> f64 {
        let factor = 2.0_f64.sqrt();
        real(x * factor + factor / 2.0) - (1.0 - x)
    }
    with (1.0,), (0.0,), (-1.5,);

    fn chosen(x: f64, y: f64) -> f64 {
        let large = if x > y { x } else { y };
        let small = if x > y { y } else { x };
        real(large - small) + large * 0.5
    }
    with (1.0, 2.5), (2.5, 1.0), (-0.0, 0.0), (3.0, 3.0);

    fn loop_over_numbers(xs: Vec<f64>) -> f64 {
        let ys = xs.map(|x| if x > 1.0 { half(x) } else { real(x + 1.0) });
        reals(ys)
    }
    with (vec![],), (vec![0.5, 2.0, 1.0],), (vec![-0.0, 1e300],);
}
