//! `compile` and `check`: targets, kinds, images, namespaces.

use crate::refused;
use test_support::{Ran, command, ran, run, stdout};

/// The images in YAML, in their order.
fn images(yaml: &str) -> Vec<&str> {
    yaml.lines()
        .filter_map(|line| line.trim().strip_prefix("image: "))
        .collect()
}

#[test]
fn without_a_command_all_pipelines_are_compiled() {
    let all = stdout("several", &["compile", "--image", "example.com/all:1"]);
    let documents: Vec<String> = ["typed", "halves", "images"]
        .iter()
        .map(|name| {
            stdout(
                "several",
                &["compile", name, "--image", "example.com/all:1"],
            )
        })
        .collect();
    assert_eq!(all, documents.join("---\n"));
    let plain = ran(command("several", &[]).env("PIPEWRIGHT_IMAGE", "example.com/all:1"));
    assert_eq!((plain.code, plain.stdout), (0, all));
}

#[test]
fn names_may_be_those_of_the_yaml() {
    let options = ["--image", "example.com/all:1"];
    let by = |name| stdout("several", &[&["compile", name][..], &options].concat());
    assert_eq!(by("halves"), by("HALVES"));
    assert_eq!(
        stdout("calculation", &["compile", "calculation"]),
        stdout("calculation", &[])
    );
}

/// A run of a template stores it twice.
#[test]
fn a_template_may_be_half_as_large() {
    let said = |kind| {
        let ran = ran(command(
            "graphs",
            &["compile", "chain", "--kind", kind, "--image", "a/b:1"],
        )
        .env("TASKS", "3500"));
        assert_eq!(ran.code, 0);
        ran.stderr.contains("Argo stores about 1024 KiB of one")
            && ran.stderr.contains("compile a Workflow")
    };
    assert_eq!([said("workflow"), said("template")], [false, true]);
}

#[test]
fn a_template_has_a_name() {
    let yaml = stdout(
        "calculation",
        &["compile", "--target", "argo", "--kind", "template"],
    );
    assert!(
        yaml.contains("\nkind: WorkflowTemplate\nmetadata:\n  name: calculation\n"),
        "{yaml}"
    );
    let workflow = stdout("calculation", &["compile", "--kind", "workflow"]);
    assert!(workflow.contains("\nkind: Workflow\nmetadata:\n  generateName: calculation-\n"));
    // A Workflow may say once what its containers share; what refers to a WorkflowTemplate would not take it over.
    assert_eq!(
        (images(&yaml).len(), images(&workflow).len()),
        (2, 1),
        "{yaml}\n{workflow}"
    );
}

#[test]
fn the_namespace_is_written() {
    let yaml = stdout("calculation", &["compile", "--namespace", "team-a"]);
    assert!(
        yaml.contains("\n  generateName: calculation-\n  namespace: team-a\n"),
        "{yaml}"
    );
    for wrong in ["Team_A", "", "a.b", &"a".repeat(64)] {
        let message = refused(2, "calculation", &["compile", "--namespace", wrong]);
        assert!(
            message.starts_with(&format!(
                "error: invalid value '{wrong}' for '--namespace <NAMESPACE>'"
            )) || message.contains("--namespace"),
            "{message}"
        );
        refused(2, "calculation", &["check", "--namespace", wrong]);
    }
}

#[test]
fn the_first_image_counts() {
    let compile = |words: &[&str], variable: Option<&str>, program| {
        let mut command = command(program, &[&["compile"], words].concat());
        command.envs(variable.map(|image| ("PIPEWRIGHT_IMAGE", image)));
        let Ran {
            code,
            stdout,
            stderr,
        } = ran(&mut command);
        assert_eq!((code, stderr.as_str()), (0, ""));
        images(&stdout)
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let option = ["images", "--image", "example.com/option:1"];
    let variable = Some("example.com/variable:1");
    assert_eq!(
        compile(&option, variable, "several"),
        ["example.com/own:2", "example.com/option:1"]
    );
    assert_eq!(
        compile(&["images"], variable, "several"),
        ["example.com/own:2", "example.com/variable:1"]
    );
    let manifest = "example.com/pipewright/calculation:0.1.0";
    assert_eq!(compile(&[], None, "calculation"), [manifest]);
    assert_eq!(compile(&[], Some(""), "calculation"), [manifest]);
    assert_eq!(
        compile(&[], variable, "calculation"),
        ["example.com/variable:1"]
    );
    assert_eq!(
        compile(&option[1..], variable, "calculation"),
        ["example.com/option:1"]
    );
    // Ready images are their own.
    assert!(
        compile(&option[1..], None, "recommender")
            .iter()
            .all(|image| image.starts_with("lightbend/"))
    );
}

#[test]
fn a_missing_image_is_told_with_all_ways_to_give_it() {
    let message = refused(3, "several", &["compile", "images"]);
    let expected = "error: the image of `program-image` is not known\n  --> tests/fixtures/several/src/main.rs:";
    assert!(message.starts_with(expected), "{message}");
    for way in [
        "`--image`",
        "`PIPEWRIGHT_IMAGE`",
        "`[package.metadata.pipewright]`",
        "`#[component(image = \"..\")]`",
    ] {
        assert!(message.contains(way), "{message}");
    }
    // Each pipeline without an image is named.
    let all = refused(3, "several", &[]);
    assert_eq!(all.matches("error: the image of ").count(), 3, "{all}");
    assert_eq!(all, refused(3, "several", &["check"]));
}

#[test]
fn a_wrong_image_is_told_once() {
    let message = refused(2, "several", &["compile", "--image", "Team/App:1"]);
    assert!(
        message.contains("'Team/App:1'") && message.contains("--image"),
        "{message}"
    );
    assert_eq!(message.matches("error: ").count(), 1, "{message}");
    let mut command = command("several", &["check"]);
    let variable = ran(command.env("PIPEWRIGHT_IMAGE", "a b"));
    assert_eq!((variable.code, variable.stdout.as_str()), (2, ""));
    assert!(variable.stderr.contains("'a b'"), "{}", variable.stderr);
}

#[test]
fn check_prints_no_yaml() {
    for (program, words, count) in [
        ("calculation", &["check"][..], "1 pipeline"),
        (
            "several",
            &["check", "--image", "example.com/all:1"],
            "3 pipelines",
        ),
        (
            "several",
            &["check", "images", "--image", "example.com/all:1"],
            "1 pipeline",
        ),
    ] {
        let ran = run(program, words);
        let expected = format!("checked {count}: no errors\n");
        assert_eq!(
            (ran.code, ran.stdout.as_str(), ran.stderr),
            (0, "", expected)
        );
    }
}

/// A program whose pipelines are all those of a library is found by its own name, and not by that of the library.
#[test]
fn the_command_is_the_program_that_compiles() {
    let words = ["compile", "--image", "example.com/any:1"];
    let yaml = stdout("stepping", &words);
    assert!(
        yaml.contains("command: [/usr/local/bin/stepping, exec,"),
        "{yaml}"
    );
    let with_own = stdout("several", &words);
    assert!(!with_own.contains("/usr/local/bin/steps"), "{with_own}");
}

/// What the macros expand to names the library as the crate's manifest does.
#[test]
fn the_library_may_have_another_name() {
    let yaml = stdout("renamed", &["compile", "--image", "example.com/any:1"]);
    assert!(yaml.contains("/usr/local/bin/renamed"), "{yaml}");
    let run = run("renamed", &["run", "numbers", "-p", "number=7"]);
    assert_eq!(
        (run.code, run.stdout.trim()),
        (0, "output: 3"),
        "{}",
        run.stderr
    );
}
