use crate::case::{Case, case};

const IMAGE: &str = "example.com/pipewright/test-pipelines:0.1.0";

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("sized")
            .with("memory", "512Mi")
            .with("bytes", 268_435_456)
            .with("cores", 1)
            .with("count", 60)
            .with("image", IMAGE)
            .gives(vec!["a", "b", "c", "1Gi"]),
        // Here it would be found in the cache by the next run of this test.
        case("sized_and_kept")
            .with("memory", "64Mi")
            .with("image", IMAGE)
            .argo_only()
            .gives("kept"),
        case("sized_items")
            .with("sizes", vec!["64Mi", "1e8", "0.25G", "200000000"])
            .gives(vec!["64Mi", "1e8", "0.25G", "200000000"]),
        case("sized_items")
            .with("sizes", vec!["64Mi", "64mi"])
            .fails_early(["each-size(1)/text"])
            .errs(["each-size", "each-size(1)"])
            .says("`64mi` cannot be the memory of a task"),
        case("sized_calls")
            .with("memory", "80Mi")
            .gives(vec!["80Mi", "96Mi"]),
        case("sized_inner")
            .with("memory", "80Mi")
            .with("hour", 3)
            .gives("80Mi"),
        case("late_by_a_value").with("limit", 2).fails(["sleep"]),
        case("sized_inner")
            .with("memory", "80Mi")
            .with("hour", i64::MAX)
            .fails_early(["text"])
            .says("integer overflow: 9223372036854775807 * 3600"),
    ];
    cases.extend(wrong());
    cases.extend(shown_names());
    cases
}

/// Texts that would be more than text if what they come into were put together as text.
const AWKWARD: [&str; 8] = [
    "{{=1+1}}Gi",
    "{{workflow.name}}",
    "64Mi\"}},\"image\":\"x",
    "64Mi' ? 'x",
    "true || '",
    "json:\"64Mi\"",
    "64Mi\n",
    "$(reboot) \\",
];

fn wrong() -> Vec<Case> {
    let right = || {
        case("sized_wrongly")
            .written("memory", "64Mi")
            .written("cpu", "500m")
            .written("bytes", "100000000")
            .written("limit", "1")
            .written("image", IMAGE)
    };
    let with = |name: &'static str, value: &'static str| {
        let mut case = right();
        for (known, text) in &mut case.written {
            if *known == name {
                *text = value;
            }
        }
        case
    };
    let mut cases = vec![right()];
    for (name, value, task, says) in [
        (
            "memory",
            "512m",
            "note",
            "`512m` cannot be the memory of a task",
        ),
        ("memory", "", "note", "`` cannot be the memory of a task"),
        (
            "memory",
            "0Gi",
            "note",
            "`0Gi` cannot be the memory of a task",
        ),
        (
            "cpu",
            "half",
            "note-2",
            "`half` cannot be the cpu of a task",
        ),
        ("cpu", "-1", "note-2", "`-1` cannot be the cpu of a task"),
        ("bytes", "0", "note-3", "`0` cannot be the memory of a task"),
        (
            "bytes",
            "-5",
            "note-3",
            "`-5` cannot be the memory of a task",
        ),
        ("limit", "0", "note-4", "cannot be the timeout of a task"),
        ("limit", "-1", "note-4", "cannot be the timeout of a task"),
        (
            "image",
            "Test",
            "note-5",
            "`Test` cannot be the image of a task",
        ),
        (
            "image",
            "a b",
            "note-5",
            "`a b` cannot be the image of a task",
        ),
    ] {
        cases.push(with(name, value).fails_early([task]).says(says));
    }
    for text in AWKWARD {
        cases.push(
            case("sized_by_a_task")
                .with("memory", text)
                .forgives(["attempt-1/text-2"])
                .fails_early(["attempt-1/text-2"])
                .says("cannot be the memory of a task")
                .gives("nothing"),
        );
    }
    cases.push(
        case("sized_by_a_task")
            .with("memory", "64Mi")
            .gives("in time"),
    );
    cases
}

fn shown_names() -> Vec<Case> {
    let mut cases = vec![];
    for (name, shown) in [
        ("Train, on Monday!", "Train-on-Monday"),
        ("{{=1+1}} {{workflow.name}}", "1-1-workflow.name"),
        ("-- é --", "text-2"),
        ("json:x", "json-x"),
        (
            "a very long name of a task that goes on and on until it ends, at last",
            "a-very-long-name-of-a-task-that-goes-on-and-on-until-it-ends-at",
        ),
    ] {
        let case = case("shown_names")
            .with("name", name)
            .with("rates", vec![0.5, 2.0])
            .gives(vec!["0.5", "2"])
            .shows("text-3", "whole")
            .shows("each-rate(0)/text-5", "rate-0.5")
            .shows("each-rate(1)/text-5", "rate-2");
        cases.push(case.shows("text-2", shown));
    }
    cases
}
