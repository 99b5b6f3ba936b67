//! Ready images: typed inputs and outputs in commands, arguments and variables of any program.

use crate::components::*;
use pipewright::prelude::*;

const BUSYBOX: &str = "busybox:1.36";

/// Greets, with the input in an argument and the path of the output in another.
#[component]
fn greet(name: Input<String>, greeting: OutputPath<String>) -> Container {
    Container::new(BUSYBOX)
        .command(["sh", "-c", r#"printf 'Hello, %s\n' "$0" > "$1""#])
        .args([name.to_string(), greeting.to_string()])
}

/// Copies standard input words by programs of their own.
#[component]
pub(crate) fn copy(from: Input<String>, to: OutputPath<String>) -> Container {
    Container::new(BUSYBOX)
        .command(["sh", "-c"])
        .arg(format!("printf '%s\\n' \"$FROM\" | cat > {to}"))
        .env("FROM", from)
}

/// A greeting that goes through an `if` and a component of ours.
#[pipeline]
fn greeting(name: String) -> String {
    let greeting = greet(name).greeting;
    let again = if greeting == "Hello, you" {
        copy(greeting).to
    } else {
        text(greeting)
    };
    text(format!("{again}!"))
}

/// What a ready image is given is computed, in an `if` and in a loop.
#[pipeline]
fn computed_inputs(a: i64, b: i64, list: Vec<i64>) -> Vec<String> {
    if a > 0 {
        greet(format!("{}", a / b));
    }
    list.map(|item| text(greet(format!("{}", 6 / item)).greeting))
}

/// Shows what arrives for values of all types.
#[component]
fn show(
    integer: Input<i64>,
    number: Input<f64>,
    flag: Input<bool>,
    level: Input<Level>,
    list: Input<Vec<String>>,
    #[default("left out".to_owned())] word: Input<String>,
    shown: OutputPath<String>,
) -> Container {
    let script = format!(r#"printf '%s\n' "$N" "$@" > "{shown}""#);
    Container::new(BUSYBOX)
        .command(["sh", "-c", &script, "sh"])
        .args([
            format!("--integer={integer}"),
            format!("{number}"),
            format!("{flag}{flag}"),
            level.to_string(),
            format!("list={list};"),
        ])
        .arg(word)
        .env("N", format!("<{integer}>"))
}

/// Inputs of all types, plain and run-time, and one that is left out.
#[pipeline]
fn typed_inputs(n: i64, x: f64, list: Vec<String>) -> Both {
    let first = show(n, x, true, Level::Middle, list).shown;
    let level = level(Level::High);
    BothHandles {
        first,
        second: show(
            integer(n),
            0.1,
            n > 3,
            level,
            vec!["a".to_owned()],
            word = text("named"),
        )
        .shown,
    }
}

#[derive(Outputs)]
struct Both {
    first: String,
    second: String,
}

/// Writes values of all types.
#[component]
fn make(
    integer: OutputPath<i64>,
    number: OutputPath<f64>,
    flag: OutputPath<bool>,
    list: OutputPath<Vec<String>>,
    level: OutputPath<Level>,
    value: OutputPath<serde_json::Value>,
) -> Container {
    let script = format!(
        r#"
        echo 9007199254740993 > {integer}
        echo 1e21 > {number}
        printf true > {flag}
        echo '["a b","{{{{x}}}}","$(y)$$"]' > {list}
        echo 'in between' > {level}
        echo '{{"a":{{"b":["{{{{=1}}}}"]}}}}' > {value}
        "#
    );
    Container::new(BUSYBOX).command(["sh", "-c", &script])
}

#[derive(Outputs)]
struct Made {
    integer: i64,
    number: f64,
    flag: bool,
    list: Vec<String>,
    level: Level,
    value: serde_json::Value,
    compared: String,
}

#[component]
fn keep(
    integer: i64,
    number: f64,
    flag: bool,
    list: Vec<String>,
    level: Level,
    value: serde_json::Value,
) -> Kept {
    Kept {
        integer,
        number,
        flag,
        list,
        level,
        value,
    }
}

#[derive(Outputs)]
struct Kept {
    integer: i64,
    number: f64,
    flag: bool,
    list: Vec<String>,
    level: Level,
    value: serde_json::Value,
}

/// Outputs of all types: into a component of ours, and compared.
#[pipeline]
fn typed_outputs() -> Made {
    let made = make();
    let kept = keep(
        made.integer,
        made.number,
        made.flag,
        made.list,
        made.level,
        made.value,
    );
    let past = made.integer > 9007199254740992;
    let compared = bits(
        past,
        made.number == 1e21,
        made.flag,
        made.level == Level::Middle,
        !(made.flag && past),
        made.level != kept.level,
    );
    if made.flag && past {
        equal();
    } else {
        not_equal();
    }
    MadeHandles {
        integer: kept.integer,
        number: kept.number,
        flag: kept.flag,
        list: kept.list,
        level: kept.level,
        value: made.value,
        compared,
    }
}

/// Fails, as programs do.
#[component(retries = 1)]
fn fail_outside(reason: Input<String>) -> Container {
    Container::new(BUSYBOX)
        .command(["sh", "-c", "echo \"$0\" >&2; exit 3"])
        .arg(reason)
}

/// Writes no output.
#[component]
fn forget(output: OutputPath<String>) -> Container {
    Container::new(BUSYBOX).command(["true"]).arg(output)
}

/// Ready images that fail, and that forget an output.
#[pipeline]
fn failing_images() {
    let failed = fail_outside("it had to");
    note("never").after(&failed);
    note(forget().output);
    less();
}

/// The command may be all there is, without a shell.
#[component]
fn touch(file: OutputPath<String>) -> Container {
    Container::new(BUSYBOX).command(["touch", &file.to_string()])
}

/// An empty file is an empty text.
#[pipeline]
fn empty_output() -> String {
    let file = touch().file;
    if file == "" {
        text(format!("[{file}]"))
    } else {
        text("not empty")
    }
}
