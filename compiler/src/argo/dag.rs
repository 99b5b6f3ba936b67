//! Templates of DAGs.

use super::expression::{self, Scope};
use super::model::{Arguments, Dag, Parameter, Task, Template, ValueFrom};
use crate::plan::{self, Expression, Plan, Run, Source};
use pipewright_dsl::graph::Body;

/// A DAG, for its expressions.
struct DagScope<'p> {
    plan: &'p Plan,
    dag: &'p plan::Dag,
}

impl Scope for DagScope<'_> {
    /// Those of the pipeline's own block are the arguments of the workflow: a required one may be missing there until
    /// the workflow is created, which Argo's lint does not accept of a template's inputs.
    fn inputs(&self) -> &'static str {
        if self.dag.name == self.plan.root().name {
            "workflow"
        } else {
            "inputs"
        }
    }

    fn name(&self, task: usize) -> &str {
        &self.dag.tasks[task].name
    }

    fn is_ready_image(&self, task: usize) -> bool {
        match self.dag.tasks[task].run {
            Run::Template(template) => matches!(
                self.plan.templates[template].component.body,
                Body::Container(_)
            ),
            Run::Dag(_) => false,
        }
    }
}

/// The template of a DAG.
pub(super) fn template(plan: &Plan, dag: &plan::Dag) -> Template {
    let scope = DagScope { plan, dag };
    let is_root = scope.inputs() == "workflow";
    let inputs = dag
        .inputs
        .iter()
        .filter(|_| !is_root)
        .map(|input| Parameter {
            name: input.name.clone(),
            ..Parameter::default()
        });
    let outputs = dag.outputs.iter().map(|output| Parameter {
        name: output.name.clone(),
        value_from: Some(value_from(&output.value, &scope)),
        ..Parameter::default()
    });
    Template {
        name: dag.name.clone(),
        inputs: Arguments {
            parameters: inputs.collect(),
        },
        outputs: Arguments {
            parameters: outputs.collect(),
        },
        dag: Some(Dag {
            // Else it depends on time which of the independent tasks run after a failure.
            fail_fast: false,
            tasks: dag
                .tasks
                .iter()
                .map(|task| self::task(plan, task, &scope))
                .collect(),
        }),
        ..Template::default()
    }
}

fn value_from(source: &Source, scope: &DagScope<'_>) -> ValueFrom {
    match source {
        // Argo finds inputs in expressions only.
        Source::Expression(output @ Expression::Output { .. }) => {
            match expression::bare_tag(output, scope) {
                Some(tag) => ValueFrom::parameter(tag),
                None => ValueFrom::expression(expression::output(source, scope)),
            }
        }
        source => ValueFrom::expression(expression::output(source, scope)),
    }
}

fn task(plan: &Plan, task: &plan::Task, scope: &DagScope<'_>) -> Task {
    let before: Vec<_> = task
        .after
        .iter()
        .map(|before| scope.name(*before))
        .collect();
    let arguments = task.arguments.iter().map(|argument| Parameter {
        name: argument.input.clone(),
        value: Some(expression::argument(&argument.value, scope)),
        ..Parameter::default()
    });
    Task {
        name: task.name.clone(),
        template: match task.run {
            Run::Template(template) => plan.templates[template].name.clone(),
            Run::Dag(dag) => plan.dags[dag].name.clone(),
        },
        depends: (!before.is_empty()).then(|| before.join(" && ")),
        when: task
            .condition
            .as_ref()
            .map(|condition| expression::when(condition, scope)),
        arguments: Arguments {
            parameters: arguments.collect(),
        },
    }
}
