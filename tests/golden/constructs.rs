//! Each construct of a pipeline.

use pipewright::PipelineDescriptor;
use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

/// All pipelines of this file.
pub(crate) fn all() -> [&'static PipelineDescriptor; 20] {
    [
        types::pipeline(),
        optional_inputs::pipeline(),
        options::pipeline(),
        options_from_values::pipeline(),
        nested_if::pipeline(),
        else_if::pipeline(),
        tuples::pipeline(),
        several_outputs::pipeline(),
        blocks::pipeline(),
        conditions::pipeline(),
        formats::pipeline(),
        text_that_looks_like_code::pipeline(),
        ready_image::pipeline(),
        ready_image_condition::pipeline(),
        choices::pipeline(),
        after::pipeline(),
        unrolled::pipeline(),
        passed_through::pipeline(),
        words_of_expressions::pipeline(),
        long_names_of_a_pipeline_and_its_tasks::pipeline(),
    ]
}

#[derive(Serialize, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Mode {
    Fast,
    VeryExact,
}

#[derive(Serialize, Deserialize)]
struct Limits {
    low: f64,
    high: f64,
}

#[component]
fn number(a: i64) -> i64 {
    a
}

#[component]
fn text(text: String) -> String {
    text
}

#[component]
fn say(text: String) {
    println!("{text}");
}

#[component]
fn flag() -> bool {
    true
}

#[component]
fn step() {}

/// Takes a value of each type.
///
/// The description has two lines.
#[component]
fn all_types(
    boolean: bool,
    integer: i64,
    number: f64,
    text: String,
    mode: Mode,
    list: Vec<u8>,
    limits: Limits,
    comment: Option<String>,
) -> Limits {
    let _ = (
        boolean,
        integer,
        number,
        text,
        mode == Mode::Fast,
        list,
        comment,
    );
    limits
}

/// Parameters of each type, with defaults: of which "quotes", a # and `{{tags}}` are text.
#[pipeline]
fn types(
    /// Yes: or no.
    #[default(true)]
    boolean: bool,
    #[default(-9_007_199_254_740_993)] integer: i64,
    #[default(1e21)] number: f64,
    #[default("no")] text: String,
    /// One of {{two}}.
    #[default(Mode::VeryExact)]
    mode: Mode,
    #[default(vec![1, 2])] list: Vec<u8>,
    limits: Limits,
    comment: Option<String>,
) -> Limits {
    let first = all_types(
        boolean,
        integer,
        number,
        text,
        mode,
        list,
        limits,
        comment = comment,
    );
    all_types(false, i64::MIN, 0.1, "", Mode::Fast, vec![], first)
}

#[component]
fn with_defaults(
    a: i64,
    #[default(7)] b: i64,
    #[default("x y")] c: String,
    d: Option<bool>,
) -> i64 {
    let _ = (c, d);
    a + b
}

/// Inputs that are left out have their defaults.
#[pipeline]
fn optional_inputs(a: i64) -> i64 {
    let first = with_defaults(a);
    let second = with_defaults(first, d = true, c = "z");
    with_defaults(second, b = first)
}

#[component(
    name = "train",
    image = "example.com/train:1",
    cpu = "500m",
    memory = "1.5Gi",
    retries = 2,
    timeout = "10m",
    env(LEVEL = "info", BRACES = "{{workflow.name}}", A_B = "$(HOME) $$ é$é")
)]
fn train_model() -> i64 {
    1
}

/// Calls with other options are other templates.
#[pipeline]
fn options() {
    let first = train_model();
    let second = train_model().cpu("2").retries(0).after(&first);
    let same = train_model().retries(0).cpu("2").after(&second);
    let last = train_model()
        .memory("4Gi")
        .timeout(hours(2))
        .env("LEVEL", "debug")
        .env("NEW", "{{inputs.parameters.a}}")
        .after(&same);
    step().retries(1).timeout(seconds(30)).after(&last);
}

/// Options that are known only when the pipeline runs are inputs of templates, and those of one kind share one.
#[pipeline]
fn options_from_values(memory: String, cores: i64, image: String) {
    let first = train_model().memory(memory).cpu(cores).image(image);
    let second = train_model()
        .cpu(first + 1)
        .image(text("example.com/train:2"))
        .memory(format!("{first}Gi"));
    let third = train_model().timeout(minutes(second)).memory("2Gi");
    step()
        .display_name(format!("step {third}"))
        .cpu("1")
        .cpu(third);
    step().cpu(third).cpu("1");
}

/// Values come in and out of blocks within blocks.
#[pipeline]
fn nested_if(a: i64, b: i64) -> i64 {
    let first = number(a);
    if first > 0 {
        let inner = number(b);
        let chosen = if inner == first { number(first) } else { inner };
        number(chosen)
    } else {
        first
    }
}

/// Each block has one condition.
#[pipeline]
fn else_if(a: i64) -> String {
    let size = if a < 0 {
        text("negative")
    } else if a == 0 {
        text("zero")
    } else if a < 100 {
        let small = text("small");
        text(format!("{small}: {a}"))
    } else {
        text("large")
    };
    say(size);
    size
}

/// Several values come out of one `if`.
#[pipeline]
fn tuples(a: i64) -> i64 {
    let (x, (y, z)) = if a > 1 {
        (number(1), (number(2), text("x")))
    } else {
        let y = number(4);
        (number(3), (y, text("y")))
    };
    say(z);
    number(x).after(&y)
}

#[derive(Outputs)]
struct Split {
    /// What stands before.
    head: String,
    /// What stands behind.
    tail: String,
    count: u32,
}

/// Cuts a text apart.
#[component]
fn split(
    /// The whole.
    text: String,
) -> Split {
    Split {
        head: text.clone(),
        tail: text,
        count: 2,
    }
}

/// Outputs have names, and an `if` can give all of them.
#[pipeline]
fn several_outputs(text: String) -> Split {
    let parts = split(text);
    if parts.count > 1 {
        split(parts.tail)
    } else {
        parts
    }
}

/// Blocks without a value, without tasks, and without an `else`.
#[pipeline]
fn blocks(a: i64) {
    if a > 1 {
        step();
        let x = number(a);
        say(format!("{x}"));
    }
    if a > 2 {
    } else {
        step();
    }
    let chosen = if a > 3 { number(1) } else { number(2) };
    if flag() {
        say(format!("{chosen}"));
        if chosen > 5 {
            step();
        }
    }
}

/// Comparisons and connectives over each type.
#[pipeline]
fn conditions(integer: i64, number: f64, string: String, boolean: bool, mode: Mode) {
    let of_task = flag();
    if integer >= -1 && !(number < 0.5 || 2 != integer) {
        step();
    }
    if string == "it's {{a}}" || "b" < string || string <= text("é😀\n") {
        step();
    }
    if boolean && !of_task || boolean == of_task {
        step();
    }
    if mode == Mode::VeryExact && mode != Mode::Fast {
        step();
    }
    let stored = integer == i64::MIN;
    if !stored {
        step();
    }
    if (integer > 1) == boolean {
        step();
    }
}

/// Texts made of values.
#[pipeline]
fn formats(integer: i64, number: f64, string: String, boolean: bool) -> String {
    let width = 3;
    let label = format!("{integer}/{number}/{string}/{boolean} {{}} '\\' {width:>5} {{{{x}}}}");
    say(format!("{}{}", label, text(format!("{label}!"))));
    if label == format!("{string}?") {
        step();
    }
    format!("<{label}>")
}

/// Text is never code.
#[pipeline]
fn text_that_looks_like_code(
    #[default("{{inputs.parameters.x}} {{ =1+1}} $(reboot) $$ '; drop json:")] given: String,
) -> String {
    let first = text("{{inputs.parameters.x}}");
    let second = text(format!("{first} {{{{=1+1}}}} $(HOME) {given}"));
    if second == "json:{{workflow.uid}}" {
        text("true")
    } else {
        text("1e3\n# no: comment\t\"\\ ")
    }
}

/// Greets somebody.
#[component(env(EXTRA = "{{x}}"))]
fn greet(
    name: Input<String>,
    #[default(3)] times: Input<u32>,
    greeting: OutputPath<String>,
    count: OutputPath<u32>,
) -> Container {
    Container::new("busybox:1.36")
        .command(["sh", "-c"])
        .args([
            format!("echo \"Hello, $0 $HOME $$\" {{{{}}}} > {greeting}; echo {times} > {count}"),
            format!("--name={{{name}}}"),
        ])
        .env("NAME", name)
        .env("TIMES", format!("$({times})"))
}

/// Ready images take and give values.
#[pipeline]
fn ready_image(name: String) -> String {
    let hello = greet(name);
    let again = greet(hello.greeting, times = hello.count);
    say(again.greeting);
    greet("{{workflow.name}} $(x)", times = 1).greeting
}

/// What a ready image writes is brought into the one form of its type.
#[pipeline]
fn ready_image_condition(name: String) -> String {
    let hello = greet(name);
    if hello.greeting == "x" && hello.count > 1 {
        say(format!("{} {}", hello.greeting, hello.count));
    }
    text(hello.greeting)
}

/// An `if` between values runs nothing, and is a value.
#[pipeline]
fn choices(name: String, a: i64) -> String {
    let hello = greet(name);
    let chosen = if hello.greeting == name {
        hello.greeting
    } else if a > 3 {
        text("b")
    } else {
        name
    };
    let other = number(2);
    let least = if a < other { a } else { other };
    if (if a > 1 { flag() } else { flag() }) && least > 1 {
        say(format!("{least} {}", if a > 2 { name } else { chosen }));
    }
    chosen
}

/// Tasks and blocks wait for tasks and blocks.
#[pipeline]
fn after(a: i64) {
    let first = step();
    let second = step().after(&first);
    let block = if a > 1 {
        let inside = number(1).after(&first);
        step().after(&inside).after(&second);
        inside
    } else {
        number(2)
    };
    step().after(&block).after(&second);
}

/// Plain Rust runs while the graph is made.
#[pipeline]
fn unrolled() -> i64 {
    let mut last = number(0);
    for i in 1..=3_u32 {
        last = if i % 2 == 0 {
            number(last).retries(i)
        } else {
            number(last)
        };
    }
    let all: Vec<_> = ["a", "b"].iter().map(|name| text(*name)).collect();
    for one in all {
        say(one);
    }
    last
}

/// A parameter and a constant come out as they are.
#[pipeline]
fn passed_through(a: i64, flag: bool) -> Passed {
    step();
    let chosen = if flag { a } else { number(1) };
    PassedHandles {
        parameter: a,
        chosen,
        condition: chosen > 3 && flag,
    }
}

#[derive(Outputs)]
struct Passed {
    parameter: i64,
    chosen: i64,
    condition: bool,
}

#[component]
fn not(in_: i64) -> i64 {
    in_
}

#[component]
fn r#if(r#let: i64) -> i64 {
    r#let
}

/// Names that are words of expressions.
#[pipeline]
fn words_of_expressions(or: i64) -> i64 {
    let a = not(or);
    let b = r#if(a);
    if a > b { not(b) } else { a }
}

#[component]
fn a_component_whose_name_is_as_long_as_the_name_of_a_template_may() -> i64 {
    1
}

/// Names are as long as they can be.
#[pipeline]
fn long_names_of_a_pipeline_and_its_tasks() -> i64 {
    let a = a_component_whose_name_is_as_long_as_the_name_of_a_template_may();
    let b = a_component_whose_name_is_as_long_as_the_name_of_a_template_may().after(&a);
    if a > b {
        step();
        a_component_whose_name_is_as_long_as_the_name_of_a_template_may()
    } else {
        a
    }
}
