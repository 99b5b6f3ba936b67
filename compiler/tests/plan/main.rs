//! Any graph becomes a plan whose blocks are closed, and YAML that names only what there is.

mod closed;
mod recipe;
mod yaml;

use pipewright_compiler::{argo, check, diagram, passes, plan};
use pipewright_ir::graph::Graph;
use proptest::prelude::*;
use recipe::{graph, steps};

fn options() -> argo::Options {
    argo::Options {
        image: Some("example.com/any:1".into()),
        ..argo::Options::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_graph_is_lowered_and_compiled(steps in steps(), outputs in prop::collection::vec(any::<u16>(), 0..3)) {
        let graph = graph(&steps, &outputs);
        let json = serde_json::to_string(&graph).expect("a graph is data");
        let read: Graph = serde_json::from_str(&json).expect("a graph is data");
        prop_assert_eq!(&read, &graph);

        let (plan, diagnostics) = plan::lower(&graph);
        prop_assert_eq!(&diagnostics, &[], "{:#?}", graph);
        closed::check(&plan);
        diagram::mermaid(&plan);
        diagram::dot(&plan);
        let (text, mut diagnostics) = argo::compile(plan, &options());
        diagnostics.retain(|diagnostic| diagnostic.is_error() && !diagnostic.message.ends_with("has no tasks"));
        prop_assert_eq!(&diagnostics, &[]);
        yaml::check(&text);
        check::unused_outputs(&graph);

        let (again, _) = plan::lower(&read);
        prop_assert_eq!(argo::compile(again, &options()).0, text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn large_blocks_are_divided(
        steps in steps(),
        outputs in prop::collection::vec(any::<u16>(), 0..3),
        most in 2..6_usize,
    ) {
        let graph = graph(&steps, &outputs);
        let (whole, _) = plan::lower(&graph);
        let mut plan = whole.clone();
        passes::split(&mut plan, most);
        closed::check(&plan);
        for dag in plan.dags.values() {
            let mut outputs = dag.outputs.iter();
            let is_choice = outputs.any(|output| !matches!(output.value, plan::Source::Expression(_)));
            prop_assert!(dag.tasks.len() <= most || is_choice, "{:#?}", dag);
        }
        let count = |plan: &plan::Plan| {
            plan.tasks().filter(|task| matches!(task.run, plan::Run::Template(_))).count()
        };
        prop_assert_eq!(count(&plan), count(&whole));
        yaml::check(&argo::compile(plan, &options()).0);
    }
}

/// The largest values fit the stack of a thread, whose size is a quarter of that of a program.
#[test]
fn deep_values_are_lowered_and_compiled() {
    for operator in recipe::OPERATORS {
        let (plan, diagnostics) = plan::lower(&recipe::deep(operator, 500));
        assert_eq!(diagnostics, []);
        closed::check(&plan);
        diagram::mermaid(&plan);
        diagram::dot(&plan);
        yaml::check(&argo::compile(plan, &options()).0);
        for depth in [501, 100_000] {
            let (plan, diagnostics) = plan::lower(&recipe::deep(operator, depth));
            assert_eq!(diagnostics.len(), 1);
            closed::check(&plan);
        }
    }
}
