//! Inputs that a component's own program computes: its template takes the operands, and formulas say what to make of them.
//!
//! An engine computes what it must know itself. All else is data for our own program, which has the one evaluation of
//! every operator: so the YAML is short, and all targets agree. Tasks whose expressions differ in constants only share a
//! template: the constants that differ become operands.

use crate::plan::{Argument, Computed, DagId, Expression, Names, Plan, Port, Run, TaskId, TemplateId};
use pipewright_ir::expression::{FormatPiece, Layout, Operator};
use pipewright_ir::formula::{self, Formula};
use pipewright_ir::graph::{Body, Cache};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use std::collections::{HashMap, HashSet};

/// What a target computes, or puts together, itself.
pub(crate) struct Rules<'r> {
    /// Arguments of tasks that need nothing computed on the target.
    pub(crate) is_plain: &'r dyn Fn(DagId, &Expression) -> bool,
    /// Inputs that a template may have.
    pub(crate) inputs_max: usize,
}

/// Lets the programs of components compute their inputs.
pub(crate) fn operands(plan: &Plan, rules: &Rules<'_>) -> Vec<Change> {
    let mut groups: Vec<Vec<Call>> = vec![];
    let mut known: HashMap<(TemplateId, String), usize> = HashMap::new();
    for (dag, block) in plan.dags.iter() {
        for (task, call) in block.tasks.iter() {
            let Run::Template(template) = call.run else {
                continue;
            };
            if !computes(plan, template) {
                continue;
            }
            let Some(call) = Call::of(plan, (dag, task), template, rules) else {
                continue;
            };
            let group = *known.entry((template, call.shape.clone())).or_insert_with(|| {
                groups.push(vec![]);
                groups.len() - 1
            });
            groups[group].push(call);
        }
    }
    groups.into_iter().map(Change::of).collect()
}
