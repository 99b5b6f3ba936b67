use crate::case::{Case, case, exactly, json};
use crate::texts::AWKWARD;
use pipewright_ir::json::Json;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = elements();
    cases.extend(structs());
    cases.extend(shapes());
    cases.extend(failures());
    cases
}

/// A loop over a list that gives what it is given.
fn same(pipeline: &'static str, list: &str) -> Case {
    let given = case(pipeline).with_json("list", exactly(list));
    given.gives_json("output", exactly(list))
}

/// Elements that Argo would bend.
fn elements() -> Vec<Case> {
    const INTEGERS: &str = "[9007199254740993,-9223372036854775808,9223372036854775807,0,-1]";
    vec![
        same("each_integer", INTEGERS),
        empty(case("each_integer"), "each-1"),
        case("each_integer")
            .with_json("list", exactly(" [ 1 ,\n 2 ] "))
            .gives(vec![1, 2]),
        case("each_number")
            .with_json("list", exactly("[1e21,1e-7,0.1,-0.0,1.0,123456789.5]"))
            .gives_json(
                "output",
                exactly("[1000000000000000000000,0.0000001,0.1,-0,1,123456789.5]"),
            ),
        case("each_printed_number")
            .with_json("list", exactly("[1e21,1e-7,1.0,-0.0]"))
            .gives(vec![
                "<1000000000000000000000>",
                "<0.0000001>",
                "<1>",
                "<-0>",
            ]),
        case("each_boolean")
            .with("list", vec![true, false])
            .gives(vec![false, true]),
        same("each_level", r#"["Low","in between","High"]"#),
        case("each_text")
            .with("list", AWKWARD.to_vec())
            .gives(AWKWARD.to_vec()),
        case("each_text")
            .with("list", vec!["[1]", "[2]"])
            .gives(vec!["[1]", "[2]"]),
        case("each_text")
            .with("list", vec![r#"{"a":1}"#])
            .gives(vec![r#"{"a":1}"#]),
        empty(case("each_text"), "each-1"),
        case("each_made_text").gives(AWKWARD.map(|text| format!("{{{text}}}")).to_vec()),
        same("each_optional", "[1,null,9007199254740993]"),
        same("each_optional", "[null]"),
        same(
            "each_optional_text",
            r#"["a",null,"null","json:null","{{x}}"]"#,
        ),
        same(
            "each_json",
            r#"[1,"a",null,[9007199254740993,"{{x}}"],{"k":"[1]"},true,"1",1.5]"#,
        ),
    ]
}

/// The loop is skipped and gives an empty list.
fn empty(case: Case, task: &str) -> Case {
    let none: Vec<i64> = vec![];
    case.with("list", &none).gives(&none).skips([task])
}

pub(super) fn trainings() -> Json {
    let texts = |index: usize| (json(AWKWARD[index]), json(["a", AWKWARD[index + 1]]));
    let training = |index, rest: &str, shuffle: &str| {
        let (name, tags) = texts(index);
        format!(r#"{{"name":{name},{rest},"tags":{tags},"shuffle":{shuffle}}}"#)
    };
    exactly(&format!(
        "[{},{},{}]",
        training(0, r#""epochs":1,"learning-rate":0.5"#, "null"),
        training(
            16,
            r#""epochs":-9007199254740991,"learning-rate":1e21"#,
            "true"
        ),
        training(48, r#""epochs":0,"learning-rate":1e-7"#, "null"),
    ))
}

fn described(index: usize, epochs: i64, rate: f64, shuffle: Option<bool>) -> String {
    let (name, tags) = (AWKWARD[index], ["a", AWKWARD[index + 1]]);
    format!("{name:?} {epochs} {rate} {tags:?} {shuffle:?}")
}

fn structs() -> Vec<Case> {
    let given = r#"[ {"shuffle" : true, "epochs": 12 ,"tags":[ ], "learning-rate": 2.50, "name":"\u007b{x}\"" } ]"#;
    vec![
        case("each_struct").gives_json("output", trainings()),
        case("each_field").gives(vec![
            described(0, 1, 0.5, None),
            described(16, -9_007_199_254_740_991, 1e21, None),
            described(48, 0, 1e-7, None),
        ]),
        case("each_given_field")
            .with_json("list", exactly(given))
            .gives(vec![r#""{{x}\"" 12 2.5 [] Some(true)"#]),
    ]
}

fn shapes() -> Vec<Case> {
    const CELLS: &str = r#"[["a","{{b}}"],[],["[1]"]]"#;
    vec![
        case("each_cell")
            .with_json("rows", exactly(CELLS))
            .gives_json("output", exactly(CELLS))
            .skips(["each-row(1)/each-1"]),
        case("each_cell_joined")
            .with("rows", vec![vec!["a", "b"], vec![], vec!["c"]])
            .gives("a!,b!;;c!")
            .skips(["each-row(1)/each-cell"]),
        case("for_each")
            .with("list", vec!["a", "{{=1+1}}"])
            .with("suffix", "$(x)"),
        case("each_chain")
            .with("list", vec![1, 2, 3])
            .with("offset", 10)
            .gives(44),
        case("each_named")
            .with("list", vec![3, -4])
            .gives_named("numbers", vec![3, -4])
            .gives_named("squares", vec![9, 16]),
        case("each_pair")
            .with("list", vec![3, -4])
            .gives_named("numbers", vec![3, -4])
            .gives_named("squares", vec![9, 16]),
        case("each_computed").with("list", vec![1, 2, 3]).gives(15),
        case("zipped")
            .with("names", vec!["a", "{{b}}", "c"])
            .with("counts", vec![1, 9_007_199_254_740_993_i64])
            .gives(vec!["a=1", "{{b}}=9007199254740993"]),
        case("zipped_structs")
            .with("counts", vec![1, 2, 3, 4])
            .gives_json("output", trainings()),
        case("enumerated")
            .with("names", vec!["zero", "one"])
            .gives(vec!["0: zero", "1: one"]),
        case("counted").with("n", 4).gives(vec![0, 1, 4, 9]),
        case("counted")
            .with("n", -3)
            .gives(Vec::<i64>::new())
            .skips(["each-index"]),
        case("counted_for")
            .with("from", 9_007_199_254_740_992_i64)
            .with("to", 9_007_199_254_740_994_i64),
        case("counted_by_method")
            .with("from", -2)
            .with("n", 2)
            .gives(vec![-31, -30]),
        case("counted_by_method")
            .with("from", 0)
            .with("n", 0)
            .gives(Vec::<i64>::new())
            .skips(["each-index", "each-index-3"]),
        case("one_by_one")
            .with("list", vec![5, 6])
            .gives(vec![5, 6])
            .before("each-1(0)/integer", "each-1(1)/integer"),
        case("loop_and_if")
            .with("list", vec![1, 5])
            .with("limit", 3)
            .gives(4)
            .skips([
                "if-1/integer-3",
                "if-1/if-1-then/each-item(0)/if-2/integer",
                "if-1/if-1-then/each-item(1)/if-2/integer-2",
            ]),
        case("loop_and_if")
            .with("list", vec![1, 5])
            .with("limit", 0)
            .gives(-1)
            .skips(["if-1/if-1-then"]),
        case("capped")
            .with("list", vec![1, 5])
            .with("limit", 3)
            .gives(vec![1, 3])
            .skips(["each-item(1)/if-1/integer"]),
    ]
}

fn failures() -> Vec<Case> {
    vec![
        case("failing_item")
            .with("list", vec![1, -1, 3])
            .fails(["each-1", "each-1", "each-1(1)", "each-1(1)/positive"])
            .omits(["sum"]),
        case("until_failure")
            .with("list", vec![1, 2, 3])
            .gives(7)
            .before("each-item(0)/integer-2", "each-item(1)/positive"),
        case("until_failure")
            .with("list", vec![1, -1, 3, 4])
            .fails(["each-item", "each-item", "each-item(1)", "each-item(1)/positive"])
            .omits(["each-item(1)/integer-2", "sum", "note", "note-2"]),
        case("until_failure")
            .with("list", Vec::<i64>::new())
            .gives(7)
            .skips(["each-item"]),
        case("until_failure_in_blocks")
            .with("list", vec![2, 3])
            .with("limit", 1)
            .gives(vec![2, 3]),
        case("until_failure_in_blocks")
            .with("list", vec![2, -3, 4])
            .with("limit", 1)
            .fails([
                "if-1",
                "if-1/if-1-then",
                "if-1/if-1-then/group-1",
                "if-1/if-1-then/group-1/each-item",
                "if-1/if-1-then/group-1/each-item",
                "if-1/if-1-then/group-1/each-item(1)",
                "if-1/if-1-then/group-1/each-item(1)/positive",
            ])
            .tries("if-1/if-1-then/group-1", 2)
            .omits(["if-1/if-1-then/note-2"])
            .forgives(["each-item-2(1)/attempt-1/positive-2"]),
        case("until_failure_in_blocks")
            .with("list", vec![2, -3, 4])
            .with("limit", 0)
            .gives(vec![Some(2), None, Some(4)])
            .forgives(["each-item-2(1)/attempt-1/positive-2"])
            .skips(["if-1/if-1-then"]),
        case("forgiven_item")
            .with("list", vec![1, -1, 3])
            .gives(vec![Some(1), None, Some(3)])
            .forgives(["each-item(1)/attempt-1/positive"]),
    ]
}
