//! What the examples print, and what each construct of a pipeline is compiled to.

/// Those of the program that the engines are compared by.
#[path = "../pipelines/src/artifacts.rs"]
mod artifacts;
mod constructs;
mod control;

use pipewright::PipelineDescriptor;
use pipewright_compiler::argo::Version;
use pipewright_compiler::{argo, diagram, plan};
use std::path::Path;
use test_support::{command, compare, ran, stdout};

const EXAMPLES: [&str; 10] = [
    "approval",
    "calculation",
    "conditional",
    "download",
    "map-reduce",
    "ratings",
    "recommender",
    "recursion",
    "sub-pipelines",
    "training",
];

/// What is printed, by the end of the file's name.
const COMMANDS: [(&str, &[&str]); 6] = [
    ("workflow.yaml", &[]),
    ("template.yaml", &["compile", "--kind", "template"]),
    ("mermaid", &["graph"]),
    ("dot", &["graph", "--format", "dot"]),
    ("describe.txt", &["describe"]),
    ("describe.json", &["describe", "--json"]),
];

#[test]
fn examples() {
    for example in EXAMPLES {
        for (end, words) in COMMANDS {
            let text = stdout(example, words);
            compare(&format!("golden/{example}.{end}"), &masked(&text));
            assert_eq!(
                text,
                stdout(example, words),
                "{example} {words:?} prints two things"
            );
        }
    }
}

#[test]
fn examples_for_argo_3() {
    for example in EXAMPLES {
        for kind in ["workflow", "template"] {
            let words = ["compile", "--kind", kind, "--argo-version"];
            let [text, of_3] = ["4", "3"].map(|version| {
                let text = stdout(example, &[&words[..], &[version]].concat());
                masked(&text)
            });
            compare_with_3(&format!("{example}.{kind}.yaml"), &text, &of_3);
        }
    }
}

#[test]
fn the_current_folder_does_not_count() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (_, words) in COMMANDS {
        let elsewhere = ran(command("conditional", words).current_dir(&folder));
        assert_eq!(elsewhere.stdout, stdout("conditional", words));
    }
}

#[test]
fn constructs() {
    for pipeline in constructs::all()
        .into_iter()
        .chain(control::all())
        .chain(artifacts())
    {
        let name = pipeline.name();
        let [yaml, of_3] = [Version::V4, Version::V3].map(|version| yaml(pipeline, version));
        let again = self::yaml(pipeline, Version::V4);
        assert_eq!(yaml, again, "{name} is recorded in two ways");
        let file = format!("constructs/{name}.yaml");
        compare(&format!("golden/{file}"), &masked(&yaml));
        compare_with_3(&file, &masked(&yaml), &masked(&of_3));
        let (plan, _) = plan::lower(&pipeline.record().0);
        compare(
            &format!("golden/constructs/{name}.mermaid"),
            &diagram::mermaid(&plan),
        );
    }
}

/// The pipelines with artifacts.
fn artifacts() -> impl Iterator<Item = &'static PipelineDescriptor> {
    let all = pipewright::__private::inventory::iter::<&'static PipelineDescriptor>();
    all.copied()
        .filter(|pipeline| pipeline.key().contains("::artifacts::"))
}

#[test]
fn locations_of_artifacts() {
    for uri in ["s3://data/team", "gs://data"] {
        let all = artifacts().filter(|pipeline| pipeline.name() == "artifacts_of_a_loop");
        for pipeline in all {
            let options = argo::Options {
                artifacts: Some(uri.into()),
                ..options(Version::V4)
            };
            let (scheme, _) = uri.split_once(':').expect("a URI has a scheme");
            let file = format!("golden/locations/{scheme}.yaml");
            compare(&file, &masked(&yaml_with(pipeline, &options)));
        }
    }
}

/// Compares what is written for Argo 3 with its file, which exists only where Argo 4 gets something else.
fn compare_with_3(file: &str, of_4: &str, of_3: &str) {
    let file = format!("golden/argo-3/{file}");
    if of_3 != of_4 {
        return compare(&file, of_3);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(&file);
    assert!(
        !path.exists(),
        "{file} is the same as for Argo 4: remove it"
    );
}

/// A text without the digests of sources, which each edit changes.
fn masked(text: &str) -> String {
    const LENGTH: usize = 64;
    let mut masked = String::new();
    let words = text.split_inclusive(|letter: char| !letter.is_ascii_hexdigit());
    for word in words {
        match word.trim_end_matches(|letter: char| !letter.is_ascii_hexdigit()) {
            digest if digest.len() == LENGTH => {
                masked += &"0".repeat(LENGTH);
                masked += &word[LENGTH..];
            }
            _ => masked += word,
        }
    }
    masked
}

/// The YAML of a pipeline, which has neither mistakes nor warnings.
fn yaml(pipeline: &PipelineDescriptor, version: Version) -> String {
    yaml_with(pipeline, &options(version))
}

fn options(version: Version) -> argo::Options {
    argo::Options {
        image: Some("example.com/constructs:1".into()),
        version,
        ..argo::Options::default()
    }
}

fn yaml_with(pipeline: &PipelineDescriptor, options: &argo::Options) -> String {
    let (graph, mut diagnostics) = pipeline.record();
    let (plan, mut found) = plan::lower(&graph);
    diagnostics.append(&mut found);
    diagnostics.append(&mut pipewright_compiler::check::unused_outputs(&graph));
    let (yaml, mut found) = argo::compile(plan, options);
    diagnostics.append(&mut found);
    assert_eq!(diagnostics, [], "{}", pipeline.name());
    yaml
}
