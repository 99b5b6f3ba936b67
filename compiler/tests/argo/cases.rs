//! Graphs, and how they end.

use super::build::{Builder, list, optional, pipeline};
use super::case::{Case, case, failing};
use pipewright_ir::graph::{ExitValue, Items, Options, Parallelism};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;

/// Texts that somebody on the way would take for something else.
const AWKWARD: [&str; 27] = [
    "a",
    "",
    "it's \"q\" \\ ",
    "\u{7f}",
    "\u{e0001}",
    "\u{f0000}x",
    "😀",
    "\n\t\u{1}",
    "$(A) $$",
    "[1]",
    "{\"a\":1}",
    "5",
    "true",
    "null",
    "item",
    "}}",
    "<>&",
    "é",
    "{{workflow.name}}",
    "{{=1+1}}",
    "{{item}}",
    "json:",
    "json:\"x\"",
    "=",
    "sn5",
    "{{{",
    "$é",
];

fn awkward() -> String {
    Json::of(&AWKWARD).expect("it is JSON").to_string()
}

/// A loop that gives each item as it is.
fn identity(name: &str, ty: Type, items: &str) -> Case {
    let graph = pipeline(name, |p| {
        let items = p.parameter("items", list(ty), items);
        p.each(&[Items::List(items)], Parallelism::Unlimited, |_, items| {
            vec![items[0]]
        })
    });
    case(graph, &[items.trim()])
}

pub(crate) fn all() -> Vec<Case> {
    let mut cases = loops();
    cases.extend(ends());
    cases
}

fn loops() -> Vec<Case> {
    let objects = r#"[{"b":[1e21,1.0,"\"sn5\" n"],"a":{"x":-0.0,"{{y}}":"{{1}}$$"}},{}]"#;
    let mut cases = vec![
        identity("of_integers", Type::Integer, "[9007199254740993,-1,0]"),
        identity("of_booleans", Type::Boolean, "[true, false]"),
        identity("of_texts", Type::String, &awkward()),
        identity(
            "of_optional_texts",
            optional(Type::String),
            r#"["null",null,"a"]"#,
        ),
        identity(
            "of_optional_integers",
            optional(Type::Integer),
            "[ 9007199254740993, null ]",
        ),
        identity("of_structs", Type::any_struct(), objects),
        identity(
            "of_lists",
            list(Type::Integer),
            "[[9007199254740993],[],[1]]",
        ),
        identity(
            "of_lists_of_texts",
            list(Type::String),
            &format!("[{},[]]", awkward()),
        ),
        identity(
            "of_anything",
            Type::Json,
            r#"[9007199254740993,"s",null,{"b":[1e21,"\\\"sn5\\\""]},[],{},true,"{{x}}","sn5","n",-1.50]"#,
        ),
        identity("of_nothing", Type::String, " [ ] "),
        identity(
            "of_optional_structs",
            optional(Type::any_struct()),
            r#"[null,{"a":9007199254740993}]"#,
        ),
    ];
    // Numbers come in any form that JSON knows, and leave in that of Rust.
    let numbers = "[1.0,0.1,1e21,1.5e-7,-0.0,-1E+2,100000000.50,12.345e1,0,null]";
    let graph = pipeline("of_numbers", |p| {
        let items = p.parameter("items", list(optional(Type::Number)), numbers);
        p.each(&[Items::List(items)], Parallelism::Unlimited, |p, items| {
            vec![items[0], p.format("", items[0])]
        })
    });
    let printed = "[1,0.1,1000000000000000000000,0.00000015,-0,-100,100000000.5,123.45,0,null]";
    let texts = printed
        .replace(',', "\",\"")
        .replace('[', "[\"")
        .replace(']', "\"]");
    cases.push(case(graph, &[printed, &texts]));
    let graph = pipeline("side_by_side", |p| {
        let texts = p.parameter("texts", list(Type::String), &awkward());
        let structs = p.parameter(
            "structs",
            list(Type::Json),
            r#"[{"a":1e3},"x",9007199254740993,null]"#,
        );
        let numbers = p.parameter(
            "numbers",
            list(Type::Integer),
            "[ 9007199254740993 , 2,3,4,5,6]",
        );
        let items = [
            Items::Index,
            Items::List(texts),
            Items::List(structs),
            Items::List(numbers),
        ];
        p.each(&items, Parallelism::Unlimited, |_, items| items.to_vec())
    });
    let first = Json::of(&AWKWARD[..4]).expect("it is JSON").to_string();
    cases.push(case(
        graph,
        &[
            "[0,1,2,3]",
            &first,
            r#"[{"a":1e3},"x",9007199254740993,null]"#,
            "[9007199254740993,2,3,4]",
        ],
    ));
    let graph = pipeline("numbered", |p| {
        let texts = p.parameter("texts", list(Type::String), "[]");
        p.each(
            &[Items::Index, Items::List(texts)],
            Parallelism::Unlimited,
            |_, items| items.to_vec(),
        )
    });
    cases.push(case(graph, &["[]", "[]"]));
    // Tasks of ready images, one item at a time, and what they give in a task behind the loop.
    let graph = pipeline("of_tasks", |p| {
        let outside = p.parameter("outside", Type::String, "\"{{o}}\"");
        let texts = p.parameter("texts", list(Type::String), r#"["a b","{{item}}","$(x)"]"#);
        let found = p.each(
            &[Items::List(texts)],
            Parallelism::Limited(1),
            |p, items| {
                let outside = p.echo(outside);
                vec![p.echo(items[0]), outside]
            },
        );
        vec![p.echo(found[0]), found[1]]
    });
    cases.push(case(
        graph,
        &[
            r#"["a b","{{item}}","$(x)"]"#,
            r#"["{{o}}","{{o}}","{{o}}"]"#,
        ],
    ));
    let graph = pipeline("in_loops", |p| {
        let outer = p.parameter(
            "outer",
            list(list(Type::String)),
            &format!("[{},[],[\"x\"]]", awkward()),
        );
        let inner = p.each(&[Items::List(outer)], Parallelism::Unlimited, |p, outer| {
            p.each(
                &[Items::List(outer[0])],
                Parallelism::Unlimited,
                |p, items| vec![p.format("{{", items[0])],
            )
        });
        // A list that a loop has made is a list like others.
        p.each(
            &[Items::Index, Items::List(inner[0])],
            Parallelism::Unlimited,
            |_, items| items.to_vec(),
        )
    });
    let prefixed: Vec<String> = AWKWARD.iter().map(|text| format!("{{{{{text}")).collect();
    let prefixed = Json::of(&prefixed).expect("it is JSON");
    cases.push(case(
        graph,
        &["[0,1,2]", &format!("[{prefixed},[],[\"{{{{x\"]]")],
    ));
    let graph = pipeline("of_what_tasks_give", |p| {
        let items = p.literal(
            list(Type::any_struct()),
            r#"[{"a":{"b":9007199254740993}}, {"c":"{{x}}"}]"#,
        );
        let items = p.echo(items);
        p.each(
            &[Items::List(items)],
            Parallelism::Limited(2),
            |p, items| vec![p.echo(items[0])],
        )
    });
    cases.push(case(
        graph,
        &[r#"[{"a":{"b":9007199254740993}},{"c":"{{x}}"}]"#],
    ));
    let graph = pipeline("in_branches", |p| {
        let items = p.parameter("items", list(Type::Integer), "[1,2,3]");
        p.each(&[Items::List(items)], Parallelism::Unlimited, |p, items| {
            let two = p.literal(Type::Integer, "2");
            let is_two = p.equal(items[0], two);
            p.branch(
                is_two,
                |p| {
                    let list = p.literal(list(Type::Integer), "[1,1]");
                    p.each(&[Items::List(list)], Parallelism::Unlimited, |p, items| {
                        vec![p.echo(items[0])]
                    })
                },
                |p| vec![p.literal(list(Type::Integer), "[]")],
            )
        })
    });
    cases.push(case(graph, &["[[],[1,1],[]]"]));
    let graph = pipeline("with_failures", |p| {
        let items = p.parameter("items", list(Type::Integer), "[1,2,3]");
        let list = p.each(
            &[Items::List(items)],
            Parallelism::Limited(1),
            |p, items| {
                let script = "[ $1 != 2 ] && printf %s $1 > $2";
                p.script(
                    "not_two",
                    script,
                    &[items[0]],
                    &[Type::Integer],
                    Options::default(),
                )
                .1
            },
        );
        vec![p.echo(list[0])]
    });
    cases.push(failing(
        graph,
        &[
            ("each-1(0:1).not-two", Some("Succeeded")),
            ("each-1(1:2).not-two", Some("Failed")),
            ("each-1(2:3).not-two", Some("Succeeded")),
            ("echo-list-of-integer", Some("Omitted")),
        ],
    ));
    cases
}

fn options(retries: u32) -> Options {
    Options {
        retries: Some(retries),
        ..Options::default()
    }
}

/// A handler that tells all that it knows.
fn tell(p: &mut Builder) {
    let status = p.exit_value(ExitValue::Status);
    p.script("told", "true", &[status], &[], Options::default());
}

fn ends() -> Vec<Case> {
    let mut cases = vec![];
    let graph = pipeline("attempts", |p| {
        let (bad, output) = p.bad();
        let bad = p.may_fail(bad, output);
        let text = p.literal(Type::Integer, "5");
        let (good, outputs) = p.script(
            "good",
            "printf %s $1 > $2",
            &[text],
            &[Type::Integer],
            options(1),
        );
        let good = p.may_fail(good, outputs[0]);
        vec![bad, good]
    });
    cases.push(case(graph, &["null", "5"]));
    let graph = pipeline("tried_groups", |p| {
        // Succeeds at the second try, by a file that the first leaves behind: there is none, so the time decides.
        let (_, values) = p.group(Some(8), None, |p| {
            let script = "[ $(( $(cat /proc/sys/kernel/random/uuid | tr -dc 0-9 | cut -c1-1) % 2 )) = 1 ] && printf 1 > $1";
            p.script("odd", script, &[], &[Type::Integer], Options::default()).1
        });
        values
    });
    cases.push(case(graph, &["1"]));
    let graph = pipeline("exhausted", |p| {
        let (group, _) = p.group(Some(1), Some(tell), |p| {
            p.bad();
            vec![]
        });
        let text = p.text("never");
        let (behind, _) = p.script("behind", "true", &[text], &[], Options::default());
        p.after(behind, group);
        vec![]
    });
    let mut exhausted = failing(
        graph,
        &[
            ("behind", Some("Omitted")),
            ("group-1.onExit[0].told", Some("Succeeded")),
        ],
    );
    exhausted.inputs.push(("group-1.onExit[0].told", "Failed"));
    cases.push(exhausted);
    let graph = pipeline("handlers", |p| {
        let (_, values) = p.group(None, Some(tell), |p| {
            let text = p.text("x");
            vec![p.echo(text)]
        });
        p.on_exit(tell);
        values
    });
    let mut handlers = case(graph, &["\"x\""]);
    handlers.inputs = vec![
        ("group-1.onExit[0].told", "Succeeded"),
        ("onExit[0].told-2", "Succeeded"),
    ];
    cases.push(handlers);
    let graph = pipeline("told_failures", |p| {
        p.bad();
        p.script("tried", "echo x; exit 4", &[], &[], options(1));
        let outside = p.parameter("outside", Type::String, "\"{{o}}\"");
        p.on_exit(|p| {
            let status = p.exit_value(ExitValue::Status);
            let failed = p.text("Failed");
            let is_failed = p.equal(status, failed);
            p.branch(
                is_failed,
                |p| {
                    let failures = p.exit_value(ExitValue::Failures);
                    p.script(
                        "told",
                        "true",
                        &[failures, outside],
                        &[],
                        Options::default(),
                    );
                    vec![]
                },
                |_| vec![],
            );
        });
        vec![]
    });
    let mut told = failing(graph, &[]);
    told.failures.push((
        "onExit[0].if-1[0].told",
        vec![
            (
                "bad",
                r#"{"task":"bad","message":"main: Error (exit code 3)"}"#,
            ),
            (
                "tried(1)",
                r#"{"task":"tried","message":"main: Error (exit code 4)"}"#,
            ),
        ],
    ));
    cases.push(told);
    let graph = pipeline("recursion", |p| {
        let x = p.text("");
        let again = p.called("again", Type::String, None, |p, again, x| {
            let end = p.text("aaa");
            let is_end = p.equal(x, end);
            p.branch(
                is_end,
                |_| vec![x],
                |p| {
                    let longer = p.format("a", x);
                    let longer = p.echo(longer);
                    vec![p.call_pipeline(again, longer, Type::String, None)]
                },
            )[0]
        });
        let first = p.call_pipeline(again, x, Type::String, None);
        let x = p.text("aa");
        let second = p.call_pipeline(again, x, Type::String, Some(1));
        vec![first, second]
    });
    cases.push(case(graph, &["\"aaa\"", "\"aaa\""]));
    let graph = pipeline("ends_of_calls", |p| {
        let called = p.called("called", Type::String, Some(tell), |p, _, x| p.echo(x));
        let x = p.text("{{x}}");
        vec![p.call_pipeline(called, x, Type::String, None)]
    });
    let mut calls = case(graph, &["\"{{x}}\""]);
    calls
        .nodes
        .push(("called.called-body.onExit[0].told", Some("Succeeded")));
    cases.push(calls);
    cases
}
