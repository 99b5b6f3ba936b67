use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    let of = |pipeline, a: i64, b: i64| case(pipeline).with("a", a).with("b", b);
    let mut cases = vec![
        of("overflow_in_condition", i64::MAX, 1)
            .fails_early(["if-1", "if-1/integer"])
            .says("integer overflow: 9223372036854775807 + 1"),
        of("overflow_in_match", i64::MIN, -1)
            .fails_early(["if-1", "if-1/integer-2", "if-1/integer-3"])
            .says("integer overflow: -9223372036854775808 * -1"),
        of("overflow_in_range", i64::MIN, 1)
            .fails_early(["each-1"])
            .says("integer overflow: -9223372036854775808 - 1"),
        case("integers_to_the_last")
            .with("n", i64::MAX - 1)
            .gives([i64::MAX - 1, i64::MAX]),
        case("integers_to_the_last")
            .with("n", 0)
            .fails_early(["each-1"])
            .says("the range 0..=9223372036854775807 has more than 10000 numbers"),
        of("overflow_in_range", 20_000, 1)
            .fails_early(["each-1"])
            .says("the range 0..19999 has more than 10000 numbers"),
        case("remainder_of_items")
            .with("items", [7])
            .with("b", 0)
            .fails_early([
                "each-item",
                "each-item(0)",
                "each-item(0)/if-1",
                "each-item(0)/if-1/integer",
            ])
            .says("division by zero: 7 % 0"),
        of("overflow_to_image", i64::MAX, 2)
            .argo_only()
            .fails_early(["show"])
            .says("integer overflow: 9223372036854775807 * 2"),
    ];
    for (a, b, message) in [
        (1, 0, "division by zero: 1 / 0"),
        (i64::MIN, -1, "integer overflow: -9223372036854775808 / -1"),
    ] {
        cases.push(
            of("division_in_condition", a, b)
                .fails_early(["if-1", "if-1/integer-2"])
                .says(message),
        );
    }
    cases
}
