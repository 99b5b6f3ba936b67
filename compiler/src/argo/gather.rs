//! Lists of artifacts that a component takes.
//!
//! A template of Argo has a fixed number of artifacts. Where the source tells how long a list can be at most, each element
//! is an artifact of its own. Else a loop before the task hands each element on to a key below one folder, and the folder
//! is what the task takes. The folder is named by a digest of the list: artifacts do not change, so two folders of one
//! name hold the same, whichever task of a run has made them, and how often.

use super::artifacts::is_list;
use super::gathering::Gathering;
use super::lengths::{self, Length};
use crate::plan::{DagId, List, Plan, Run, TaskId, Template, TemplateId};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::Input;
use pipewright_ir::types::Type;

/// Elements that are artifacts of their own.
const ELEMENTS_MAX: usize = 32;

/// Tells how the lists of artifacts come in that components take, and puts loops before the tasks that need them.
pub(super) fn gather(plan: &mut Plan) -> Vec<Diagnostic> {
    let mut diagnostics = vec![];
    for id in plan.templates.ids().collect::<Vec<_>>() {
        let inputs = plan.templates[id].component.inputs.clone();
        for input in inputs.iter().filter(|input| is_list(&input.ty)) {
            let Some(ty) = input.ty.artifact() else {
                continue;
            };
            let form = form(plan, id, input);
            if form == List::Folder && ty.content.is_folder {
                diagnostics.push(folders(&plan.templates[id], input));
                continue;
            }
            plan.templates[id].lists.insert(input.name.clone(), form);
            if form == List::Folder {
                let calls = calls(plan, id);
                Gathering::new(plan, id, input).before(calls);
            }
        }
    }
    diagnostics
}

/// A folder is an archive in the store, which nothing could unpack in a folder of others.
fn folders(template: &Template, input: &Input) -> Diagnostic {
    let message = format!(
        "`{}` of `{}` is a list of folders whose length is known only when the pipeline runs",
        input.name, template.component.name
    );
    let help = format!(
        "give it a list that is written in the pipeline, of at most {ELEMENTS_MAX} elements, or take files"
    );
    Diagnostic::error(&template.component.at, message).help(help)
}

fn form(plan: &Plan, template: TemplateId, input: &Input) -> List {
    let is_flat = matches!(&input.ty, Type::List(item) if !is_list(item));
    let lengths = calls(plan, template).into_iter().map(|(dag, task)| {
        let mut arguments = plan.dags[dag].tasks[task].arguments.iter();
        match arguments.find(|argument| argument.input == input.name) {
            Some(argument) => lengths::length(plan, dag, &argument.value),
            None => input.default.as_ref().and_then(lengths::of_literal),
        }
    });
    let lengths = lengths.collect::<Option<Vec<_>>>();
    let length = lengths.and_then(|lengths| lengths.into_iter().reduce(Length::or));
    match length {
        Some(Length { most, all }) if is_flat && most <= ELEMENTS_MAX => {
            List::Elements { most, all }
        }
        _ => List::Folder,
    }
}

/// The tasks that run a template.
fn calls(plan: &Plan, template: TemplateId) -> Vec<(DagId, TaskId)> {
    let mut calls = vec![];
    for (dag, block) in plan.dags.iter() {
        let tasks = block.tasks.iter();
        let tasks =
            tasks.filter(|(_, task)| matches!(task.run, Run::Template(run) if run == template));
        calls.extend(tasks.map(|(task, _)| (dag, task)));
    }
    calls
}
