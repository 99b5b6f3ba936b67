use super::data::gives_eight;
use crate::case::{Case, case};
use crate::texts::{AWKWARD, LITERALS};

const MARK: &str = "{{inputs.parameters.word}} '$(x)' $$";

pub(super) fn cases() -> Vec<Case> {
    let word = "a \"word\": {{x}} $(y) #";
    let size = 0.1 + 0.2;
    let awkward: Vec<&str> = LITERALS.iter().chain(&AWKWARD[8..12]).copied().collect();
    let mut given = awkward.clone();
    given[1] = "{{given}}";
    given[7] = "";
    vec![
        case("parameter_defaults")
            .gives(format!("-7 1000000000000000000000 {word} Middle [1, 2] None Some(\"given\") true k")),
        case("parameter_defaults")
            .with("count", 3)
            .with("size", 0.5)
            .with("word", "{{=1}}")
            .with("level", "High")
            .with("list", Vec::<i64>::new())
            .with("flag", false)
            .with("letter", '{')
            .with("name", "null")
            .with("other", None::<String>)
            .gives("3 0.5 {{=1}} High [] Some(\"null\") None false {"),
        case("input_defaults").gives(format!("x 3 {size} {MARK} High None Some(5) Some([\"a\"])")),
        case("named_inputs").with("word", "w").with("times", 7).gives(format!(
            "w 7 {size} <w> High Some(\"w\") Some(5) Some([\"a\"]) | y 3 2.5 {MARK} Low None None Some([\"b\"]) | \
             z 255 {size}  High Some(\"literal\") Some(6) Some([\"a\"])"
        )),
        gives_eight(case("awkward_defaults"), &awkward),
        gives_eight(case("awkward_defaults").with("b", given[1]).with("h", given[7]), &given),
        gives_eight(case("awkward_input_defaults"), &awkward),
    ]
}
