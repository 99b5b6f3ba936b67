use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    let sum: i64 = (0..204).map(|step| 1_000_000 + step).sum();
    let choice = |number: usize| {
        let of_first = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        format!("if-{number}/integer{of_first}")
    };
    vec![
        case("many_tasks").with("from", 1_000_000).gives(sum),
        // The others run, here and there.
        case("many_independent")
            .with("bad", 120)
            .fails(["unless-121"]),
        case("many_independent")
            .with("bad", 252)
            .fails(["unless-253"]),
        case("many_choices")
            .with("wanted", 202)
            .gives(404)
            .skips((1..=204).filter(|number| *number != 203).map(choice)),
        // Words of a command line are shorter on Linux.
        case("long_values")
            .with("text", "a\"é")
            .with("times", 50_000)
            .with("items", 15_000)
            .gives([(200_000, 5), (200_002, 4), (2, 60_000)])
            .skips(["if-1/bytes-4"])
            .since_4(),
    ]
}
