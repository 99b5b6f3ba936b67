//! Templates of DAGs.

use super::expression::{self, Scope};
use super::model::{Arguments, Dag, Parameter, Task, Template, ValueFrom};
use crate::plan::{self, Expression, Plan, Run, Source};
use pipewright_dsl::graph::Body;
use std::collections::HashSet;

/// A DAG, for its expressions.
struct DagScope<'p> {
    plan: &'p Plan,
    dag: &'p plan::Dag,
    inputs: Inputs,
}

/// Where the inputs of a DAG are.
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

impl Scope for DagScope<'_> {
    fn inputs(&self) -> &'static str {
        match self.inputs {
            Inputs::Workflow => "workflow",
            Inputs::Own | Inputs::Copied => "inputs",
        }
    }

    /// With the name of the argument an input would be the argument.
    fn input(&self, name: &str) -> String {
        match self.inputs {
            Inputs::Copied => format!("workflow-{name}"),
            Inputs::Own | Inputs::Workflow => name.to_owned(),
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
    let is_root = dag.name == plan.root().name;
    let scope = |inputs| DagScope { plan, dag, inputs };
    let (inputs, outputs) = match is_root {
        true => (Inputs::Workflow, Inputs::Copied),
        false => (Inputs::Own, Inputs::Own),
    };
    let output_scope = scope(outputs);
    let outputs = dag.outputs.iter().map(|output| Parameter {
        name: output.name.clone(),
        value_from: Some(value_from(&output.value, &output_scope)),
        ..Parameter::default()
    });
    let outputs: Vec<_> = outputs.collect();
    let scope = scope(inputs);
    let used = inputs_of_outputs(dag);
    let inputs = dag
        .inputs
        .iter()
        .filter(|input| !is_root || used.contains(input.name.as_str()))
        .map(|input| Parameter {
            name: output_scope.input(&input.name),
            value: is_root.then(|| expression::argument(&as_expression(input), &scope)),
            ..Parameter::default()
        });
    Template {
        name: dag.name.clone(),
        inputs: Arguments {
            parameters: inputs.collect(),
        },
        outputs: Arguments {
            parameters: outputs,
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

/// The inputs that the outputs of a DAG are made of.
fn inputs_of_outputs(dag: &plan::Dag) -> HashSet<&str> {
    let outputs = dag.outputs.iter();
    let expressions = outputs.flat_map(|output| output.value.expressions());
    let mut names = HashSet::new();
    for expression in expressions {
        expression.visit(&mut |part| {
            if let Expression::Input { name, .. } = part {
                names.insert(name.as_str());
            }
        });
    }
    names
}

fn as_expression(input: &plan::Port) -> Expression {
    Expression::Input {
        name: input.name.clone(),
        ty: input.ty.clone(),
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
