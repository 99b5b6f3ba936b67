//! Names that the expressions of a DAG may use.

use super::super::context::Context;
use crate::plan::{Dag, DagId, Run, TaskId};
use pipewright_ir::graph::Body;
use pipewright_ir::types::Type;

/// A DAG, for its expressions.
#[derive(Clone, Copy)]
pub(in crate::argo) struct Scope<'p> {
    pub(in crate::argo) context: &'p Context<'p>,
    pub(in crate::argo) id: DagId,
    inputs: Inputs,
    /// The task's condition checks what people and ready images wrote.
    pub(super) is_checked: bool,
}

/// Place of the inputs of a DAG.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inputs {
    /// They are those of its template.
    Own,
    /// Those of the pipeline's own block are the arguments of the workflow: a required one may be missing there until
    /// the workflow is created, which Argo's lint does not accept of a template's inputs.
    Workflow,
    /// Outputs do not find arguments of the workflow: they find inputs that hold the same.
    Copied,
}

impl<'p> Scope<'p> {
    /// Names for tasks.
    pub(in crate::argo) fn of_tasks(context: &'p Context<'p>, id: DagId) -> Self {
        let inputs = match context.is_root(id) {
            true => Inputs::Workflow,
            false => Inputs::Own,
        };
        Self {
            context,
            id,
            inputs,
            is_checked: false,
        }
    }

    /// Names for outputs.
    pub(in crate::argo) fn of_outputs(context: &'p Context<'p>, id: DagId) -> Self {
        let inputs = match context.is_root(id) {
            true => Inputs::Copied,
            false => Inputs::Own,
        };
        Self {
            context,
            id,
            inputs,
            is_checked: false,
        }
    }

    /// The same for arguments of a task whose condition checks them.
    pub(in crate::argo) fn checked(self) -> Self {
        Self {
            is_checked: true,
            ..self
        }
    }

    pub(in crate::argo) fn dag(&self) -> &'p Dag {
        &self.context.plan.dags[self.id]
    }

    /// Owner of the parameters that the inputs are.
    pub(super) fn inputs(&self) -> &'static str {
        match self.inputs {
            Inputs::Workflow => "workflow",
            Inputs::Own | Inputs::Copied => "inputs",
        }
    }

    /// Inputs that are what somebody gave the workflow.
    pub(in crate::argo) fn is_submitted(&self) -> bool {
        self.inputs == Inputs::Workflow
    }

    /// The parameter that an input is. With the name of the argument a copied input would be the argument.
    pub(in crate::argo) fn input(&self, name: &str) -> String {
        match self.inputs {
            Inputs::Copied => format!("workflow-{name}"),
            Inputs::Own | Inputs::Workflow => name.to_owned(),
        }
    }

    /// The name of a task.
    pub(in crate::argo) fn name(&self, task: TaskId) -> &'p str {
        &self.dag().tasks[task].name
    }

    /// Owner of the tasks.
    pub(super) fn tasks(&self) -> &'static str {
        match self.context.steps(self.id) {
            Some(_) => "steps",
            None => "tasks",
        }
    }

    /// Several runs of a task, one for each item: its outputs are collected.
    pub(super) fn is_loop(&self, task: TaskId) -> bool {
        self.dag().tasks[task].each.is_some()
    }

    /// Outputs of a type that a ready image or a person wrote. References to the artifacts of an image are our own.
    pub(super) fn is_written(&self, task: TaskId, ty: &Type) -> bool {
        match self.dag().tasks[task].run {
            Run::Template(template) => {
                let body = &self.context.plan.templates[template].component.body;
                let is_ours = matches!(body, Body::Container(_)) && ty.artifact().is_some();
                !body.writes_normal_form() && !is_ours
            }
            Run::Dag(_) => false,
        }
    }
}
