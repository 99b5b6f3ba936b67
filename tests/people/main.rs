//! What people do while a workflow runs, and what earlier runs leave: approvals, stops and cached outputs on the real Argo.
//!
//! It needs the testbed of `tests/argo-testbed`: `PIPEWRIGHT_ARGO_TESTBED` is the path of its program.

mod cluster;

use cluster::{Cluster, Run};
use test_support::{Testbed, compiled, images};

const PROGRAM: &str = "approval";

#[test]
#[ignore = "needs the testbed and kubectl"]
fn approvals_stops_and_caches() {
    let testbed = Testbed::find();
    let images = images(&[PROGRAM, "people"]);
    let cluster = Cluster::start(testbed.program(), &images);
    // It takes its time beside the others.
    let image = "example.com/pipewright/people:0.1.0";
    let yaml = compiled("people", &["slow_part", "--image", image]);
    let slow = cluster.create(&yaml, "slow", &[("seconds", "600")]);
    let yaml = compiled(PROGRAM, &[]);

    let first = cluster.create(&yaml, "first", &[("version", "1.2")]);
    first.answer(
        "ask-decision",
        &[
            ("release", "true"),
            ("share", "10"),
            ("reason", "json:null"),
        ],
    );
    let ended = first.wait();
    assert_eq!(ended.phase, "Succeeded");
    assert_eq!(
        ended.outputs["output"],
        "example.com/shop:1.2 is deployed to 10 %"
    );
    assert_eq!(ended.cached("build"), Some(false));

    // The same version is not built again, and what a person writes is no code.
    let second = cluster.create(&yaml, "second", &[("version", "1.2")]);
    let reason = "{{workflow.name}} $(x)";
    second.answer(
        "ask-decision",
        &[("release", "false"), ("share", "0"), ("reason", reason)],
    );
    let ended = second.wait();
    assert_eq!(ended.phase, "Succeeded");
    let output = pipewright_ir::wire::decode(
        &pipewright_ir::types::Type::String,
        &ended.outputs["output"],
    );
    let expected = format!("example.com/shop:1.2 is not deployed: {reason}");
    assert_eq!(output.and_then(|json| json.to::<String>()), Ok(expected));
    assert_eq!(ended.cached("build"), Some(true));
    assert_eq!(ended.phase_of("exit"), Some("Succeeded"));

    // Another version is another input.
    let third: Run<'_> = cluster.create(&yaml, "third", &[("version", "1.3")]);
    third.suspended("ask-decision");
    third.stop();
    let ended = third.wait();
    assert_eq!(ended.phase, "Failed");
    assert_eq!(ended.cached("build"), Some(false));
    assert_eq!(ended.phase_of("announce"), Some("Succeeded"));
    assert_eq!(ended.phase_of("deploy"), None);

    // The handler of a part runs to its end, too.
    slow.running("wait");
    slow.stop();
    let ended = slow.wait();
    assert_eq!(ended.phase, "Failed");
    // It depends on time whether Argo finds the task's container or that it is gone.
    assert!(matches!(ended.phase_of("wait"), Some("Failed" | "Error")));
    assert_eq!(ended.phase_of("tell"), Some("Succeeded"));
    assert_eq!(ended.phase_of("told"), Some("Succeeded"));
    assert_eq!(ended.phase_of("behind"), Some("Omitted"));
}
