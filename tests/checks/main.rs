//! What is wrong with a pipeline is told before any YAML is written, all of it at once, each with its place.
//!
//! The pipelines of `tests/fixtures/mistakes` are wrong. What `check` says of each stands in a file of its name, and
//! behind each place the source from there on.

use std::fmt::Write;
use std::path::Path;
use test_support::{Ran, compare, run, stdout};

const IMAGE: [&str; 2] = ["--image", "example.com/any:1"];

/// Each pipeline, and how many errors and warnings it has.
const PIPELINES: [(&str, usize, usize); 60] = [
    ("after_a_parameter", 2, 0),
    ("all_at_once", 9, 2),
    ("artifacts_in_values", 4, 0),
    ("artifacts_of_the_source", 2, 0),
    ("as_if_it_could_not_fail", 1, 0),
    ("break_in_a_macro", 1, 0),
    ("break_out_of_two_blocks_in_a_macro", 1, 0),
    ("called", 0, 0),
    ("called_for_its_effect", 0, 0),
    ("continue_in_a_right_side", 1, 0),
    ("cycle_in_a_block", 1, 0),
    ("cycle_of_two", 1, 0),
    ("cycle_through_a_block", 1, 0),
    ("cycle_through_an_output", 1, 0),
    ("default_of_an_input", 1, 0),
    ("default_that_is_no_number", 1, 1),
    ("failures_of_a_part", 1, 0),
    ("for_no_target", 0, 1),
    ("forgiven_twice", 4, 0),
    ("handler_of_nothing", 2, 0),
    ("image_of_the_manifest", 0, 0),
    ("item_out_of_a_loop", 1, 0),
    ("keys_that_are_no_texts", 1, 0),
    ("large_object", 0, 1),
    ("large_values", 3, 1),
    ("lender", 0, 0),
    ("lists_compared", 2, 0),
    ("lists_of_folders", 2, 0),
    ("many_tasks", 0, 1),
    ("many_templates", 0, 1),
    ("names_of_blocks", 3, 0),
    ("names_of_components", 1, 0),
    ("no_parallelism", 1, 0),
    ("no_tasks", 1, 0),
    ("not_a_number", 2, 1),
    ("option_in_an_option", 1, 0),
    ("options_from_inner_blocks", 3, 2),
    ("options_of_a_call", 2, 0),
    ("options_of_a_parameter", 3, 0),
    ("output_in_a_handler", 1, 0),
    ("panics", 1, 0),
    ("parallelism_of_failing_fast", 1, 0),
    ("printed_options", 5, 2),
    ("printed_values", 8, 2),
    ("repeated", 1, 1),
    ("return_in_a_macro", 1, 0),
    ("return_of_a_value_in_a_macro", 1, 0),
    ("tags_in_defaults", 3, 2),
    ("taken_variable", 1, 0),
    ("taken_variable_of_a_container", 1, 0),
    ("task_after_itself", 1, 0),
    ("told_by_another_name", 1, 0),
    ("unused_outputs", 0, 4),
    ("value_of_another_pipeline", 2, 0),
    ("value_out_of_a_block", 3, 0),
    ("value_out_of_a_group", 1, 0),
    ("values_of_an_if", 2, 0),
    ("without_end", 1, 0),
    ("wrong_containers", 4, 0),
    ("wrong_options", 14, 0),
];

#[test]
fn each_mistake_is_told_with_its_place() {
    for (name, errors, warnings) in PIPELINES {
        let words = [&["check", name][..], &IMAGE].concat();
        let Ran {
            code,
            stdout,
            stderr,
        } = run("mistakes", &words);
        compare(&format!("checks/{name}.stderr"), &with_sources(&stderr));
        let count = |start| {
            stderr
                .lines()
                .filter(|line| line.starts_with(start))
                .count()
        };
        assert_eq!(
            (count("error: "), count("warning: ")),
            (errors, warnings),
            "{name}\n{stderr}"
        );
        assert_eq!(count("  --> "), errors + warnings, "{name}\n{stderr}");
        assert_eq!(
            (code, stdout.as_str()),
            (if errors > 0 { 3 } else { 0 }, ""),
            "{name}"
        );
    }
}

#[test]
fn all_pipelines_of_the_program_are_checked() {
    let mut names: Vec<String> = stdout("mistakes", &["list"])
        .lines()
        .filter_map(|line| Some(line.split_whitespace().next()?.to_owned()))
        .collect();
    names.sort();
    assert_eq!(names, PIPELINES.map(|(name, ..)| name));
}

/// Who runs a pipeline or looks at it has compiled it before.
#[test]
fn unused_outputs_are_told_by_those_who_compile() {
    for (command, arguments, warnings) in [
        ("compile", &IMAGE[..], 4),
        ("check", &IMAGE, 4),
        ("graph", &[], 0),
        ("describe", &[], 0),
        ("run", &["-p", "a=1", "-p", "list=[1]"], 0),
    ] {
        let words = [&[command, "unused_outputs"], arguments].concat();
        let ran = run("mistakes", &words);
        let told = ran.stderr.matches("warning: ").count();
        assert_eq!((ran.code, told), (0, warnings), "{words:?}: {}", ran.stderr);
    }
}

/// No command gives YAML, a diagram or a run of a pipeline that is wrong.
#[test]
fn every_command_refuses_a_pipeline_that_is_wrong() {
    for command in ["compile", "graph", "run"] {
        for name in [
            "wrong_options",
            "value_out_of_a_block",
            "cycle_of_two",
            "panics",
        ] {
            let ran = run("mistakes", &[command, name]);
            assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{command} {name}");
            assert!(ran.stderr.contains("error: "), "{}", ran.stderr);
        }
    }
}

#[test]
fn the_mistakes_of_all_pipelines_are_told_at_once() {
    let all = run("mistakes", &[&["check"][..], &IMAGE].concat());
    assert_eq!((all.code, all.stdout.as_str()), (3, ""));
    let errors = PIPELINES.iter().map(|(_, errors, _)| errors).sum::<usize>();
    let found = all
        .stderr
        .lines()
        .filter(|line| line.starts_with("error: "))
        .count();
    assert_eq!(found, errors, "{}", all.stderr);
}

#[test]
fn a_wrong_image_of_the_manifest_is_told() {
    let ran = run("mistakes", &["check", "image_of_the_manifest"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    compare("checks/wrong_manifest.stderr", &with_sources(&ran.stderr));
}

#[test]
fn twins_are_told_where_they_are_used() {
    let ran = run("twins", &[&["check"][..], &IMAGE].concat());
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    compare("checks/twins.stderr", &with_sources(&ran.stderr));
    assert_eq!(
        run("twins", &[&["compile"][..], &IMAGE].concat()).stderr,
        ran.stderr
    );
    let apart = run("twins", &[&["compile", "apart"][..], &IMAGE].concat());
    assert_eq!((apart.code, apart.stderr.as_str()), (0, ""));
}

#[test]
fn pipelines_of_one_name_have_their_modules_before_it() {
    let name = |pipeline| {
        let words = [
            "compile",
            pipeline,
            "--kind",
            "template",
            "--image",
            "example.com/a:1",
        ];
        let yaml = run("twins", &words).stdout;
        let name = yaml.lines().find_map(|line| line.strip_prefix("  name: "));
        name.map(str::to_owned)
    };
    assert_eq!(name("first::calm").as_deref(), Some("first-calm"));
    assert_eq!(name("second::calm").as_deref(), Some("second-calm"));
    assert_eq!(name("twins::second::calm").as_deref(), Some("second-calm"));
    let ran = run("twins", &["compile", "calm"]);
    assert_eq!(ran.code, 2);
    let expected = "error: there is no pipeline `calm`; known: `first::calm`, `first::work`, `second::calm`, \
                    `second::work`, `apart`\n";
    assert_eq!(ran.stderr, expected);
}

/// Messages without what rustc's own report of a panic adds, and with the source behind each place.
fn with_sources(stderr: &str) -> String {
    let mut text = String::new();
    let start = stderr.find("error: ").or(stderr.find("warning: "));
    let start = start.min(stderr.find("warning: ").or(start)).unwrap_or(0);
    for line in stderr[start..].lines() {
        let _ = match line.strip_prefix("  --> ") {
            Some(place) => writeln!(text, "{line}  `{}`", source(place)),
            None => writeln!(text, "{line}"),
        };
    }
    text
}

/// The source at a place, to the end of its line.
fn source(place: &str) -> String {
    let mut parts = place.rsplitn(3, ':');
    let mut number = || parts.next().and_then(|part| part.parse().ok());
    let (column, line): (Option<usize>, Option<usize>) = (number(), number());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(parts.next().expect("a file"));
    let text = std::fs::read_to_string(file).expect("the place is a file of this workspace");
    let line = line.and_then(|line| text.lines().nth(line - 1));
    let rest = line
        .zip(column)
        .map(|(line, column)| line.chars().skip(column - 1).collect());
    rest.expect("the place is in the file")
}
