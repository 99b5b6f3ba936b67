//! Preparation of a plan: what Argo cannot run as it is becomes what it can.

use super::Kind;
use super::context::Context;
use super::expression::{self, Scope};
use super::gather;
use super::limits::{INPUT_PARAMETERS_MAX, RESERVED_NAMES, TASKS_MAX};
use super::loops;
use crate::passes;
use crate::plan::{Plan, Task};
use pipewright_ir::diagnostic::Diagnostic;

pub(super) fn prepare(plan: &mut Plan) -> Vec<Diagnostic> {
    let mut diagnostics = failures_of_parts(plan);
    passes::rename(plan, &RESERVED_NAMES);
    compute_inputs(plan);
    diagnostics.extend(gather::gather(plan));
    passes::isolate(plan, loops::needs_dag);
    passes::isolate_retries(plan);
    diagnostics.extend(passes::split(plan, TASKS_MAX));
    diagnostics
}

fn compute_inputs(plan: &mut Plan) {
    let groups = {
        let context = Context::new(plan, Kind::Workflow);
        let rules = passes::Rules {
            is_plain: &|dag, value| {
                let scope = Scope::of_tasks(&context, dag);
                // Argo itself has to know where artifacts are.
                value.ty().artifact().is_some() || expression::written(value, &scope).is_some()
            },
            inputs_max: INPUT_PARAMETERS_MAX,
        };
        passes::groups(plan, &rules)
    };
    passes::compute(plan, groups);
}

/// Exit handlers of parts that ask for the failed tasks: Argo tells those of the whole workflow only.
fn failures_of_parts(plan: &Plan) -> Vec<Diagnostic> {
    let exits = plan.tasks().filter_map(|task: &Task| task.exit.as_deref());
    let exits = exits.filter(|exit| exit.failures.is_some());
    let error = |exit: &crate::plan::Exit| {
        let message = "the failed tasks of a part of a pipeline are not known";
        let help = "use the status here, and the failures in the handler of the whole pipeline";
        Diagnostic::error(&plan.dags[exit.dag].at, message).help(help)
    };
    exits.map(error).collect()
}
