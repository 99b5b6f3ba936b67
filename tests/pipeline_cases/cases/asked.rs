use crate::case::{Case, case};

/// An arm of `asking_guards`: the ones before it stand around it.
const ARMS: [&str; 4] = [
    "match-number-2",
    "match-number-2/match-number-2-else/match-number-4",
    "match-number-2/match-number-2-else/match-number-4/match-number-4-else/match-number-6",
    "match-number-2/match-number-2-else/match-number-4/match-number-4-else/match-number-6/match-number-6-else",
];

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("right_sides")
            .with("yes", true)
            .with("no", false)
            .gives("011110")
            .skips([
                "if-1/positive",
                "if-2/positive-2",
                "if-4/if-5/if-5-then/if-6/positive-5",
                "if-7/positive-6",
                "if-8/positive-7",
            ]),
    ];
    for (yes, number, gives, skipped) in [
        (true, -1, "held", &["if-1/if-1-then", "if-2/text-2"][..]),
        (false, 1, "held", &["if-2/text-2"]),
        (false, 0, "did not hold", &["if-2/text"]),
    ] {
        cases.push(
            case("right_side_of_tasks")
                .with("yes", yes)
                .with("number", number)
                .gives(gives)
                .skips(skipped),
        );
    }
    let [first, second, third, last] = ARMS;
    let else_of = |arm: &str| format!("{arm}/{}-else", arm.rsplit('/').next().unwrap_or(arm));
    let one = ["match-number/positive".to_owned(), format!("{first}/text")];
    let second_guard = format!("{first}/match-number-2-else/match-number-3/positive-2");
    let third_guard = format!("{second}/match-number-4-else/match-number-5/positive-3");
    let fourth_guard = format!("{last}/match-number-7/positive-4");
    let behind = |texts: [u32; 2]| texts.map(|text| format!("{last}/match-number-8/text-{text}"));
    let unfit = [format!("{second}/text-2"), format!("{third}/text-3")];
    let guards = |number: i64| case("asking_guards").with("number", number);
    cases.extend([
        guards(1).gives("one").skips([else_of(first)]),
        guards(2)
            .gives("two")
            .skips(one.iter().chain(&unfit))
            .skips(behind([4, 6]))
            .skips([&fourth_guard]),
        guards(3)
            .gives("three")
            .skips(&one)
            .skips([&second_guard, &unfit[0], &else_of(third)]),
        guards(5)
            .gives("other")
            .skips(one.iter().chain(&unfit))
            .skips(behind([4, 5]))
            .skips([&second_guard, &third_guard, &fourth_guard]),
    ]);
    cases
}
