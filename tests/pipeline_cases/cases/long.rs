use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    let arms = [0, 18, 39, 40].map(|number| {
        let word = match number {
            40 => "more".to_owned(),
            _ => format!("{number}"),
        };
        let (arm, ran) = match number {
            0..20 => (number, format!("{number}")),
            _ => (20, format!("{number}?")),
        };
        let others = (0..=20).filter(|other| *other != arm);
        let task = |arm: i64| match arm {
            0 => "match-number/text".to_owned(),
            _ => format!("match-number/text-{}", arm + 1),
        };
        case("many_arms")
            .with("number", number)
            .gives([word, ran])
            .skips(others.map(task))
    });
    let else_ifs = [0, 17, 39, 41].map(|number| {
        let word = match number {
            41 => "is more".to_owned(),
            _ => format!("is {number}"),
        };
        case("many_else_ifs")
            .with("number", number)
            .gives([word.as_str(), "is 17"])
    });
    arms.into_iter().chain(else_ifs).collect()
}
