//! Templates of DAGs.

use super::expression::{self, Tasks};
use super::model::{Arguments, Dag, Parameter, Task, Template, ValueFrom};
use crate::plan::{self, Expression, Plan, Run, Source};
use pipewright_dsl::graph::Body;

/// The tasks of a DAG, for expressions.
struct DagTasks<'p> {
    plan: &'p Plan,
    dag: &'p plan::Dag,
}

impl Tasks for DagTasks<'_> {
    fn name(&self, task: usize) -> &str {
        &self.dag.tasks[task].name
    }

    fn is_ready_image(&self, task: usize) -> bool {
        match self.dag.tasks[task].run {
            Run::Template(template) => matches!(self.plan.templates[template].component.body, Body::Container(_)),
            Run::Dag(_) => false,
        }
    }
}

/// The template of a DAG.
pub(super) fn template(plan: &Plan, dag: &plan::Dag) -> Template {
    let tasks = DagTasks { plan, dag };
    let inputs = dag.inputs.iter().map(|input| Parameter {
        name: input.name.clone(),
        ..Parameter::default()
    });
    let outputs = dag.outputs.iter().map(|output| Parameter {
        name: output.name.clone(),
        value_from: Some(value_from(&output.value, &tasks)),
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
            tasks: dag.tasks.iter().map(|task| self::task(plan, task, &tasks)).collect(),
        }),
        ..Template::default()
    }
}

fn value_from(source: &Source, tasks: &DagTasks<'_>) -> ValueFrom {
    match source {
        Source::Expression(Expression::Output { task, output, ty })
            if expression::is_bare(ty) && !tasks.is_ready_image(*task) =>
        {
            ValueFrom::parameter(format!("{{{{tasks.{}.outputs.parameters.{output}}}}}", tasks.name(*task)))
        }
        source => ValueFrom::expression(expression::output(source, tasks)),
    }
}

fn task(plan: &Plan, task: &plan::Task, tasks: &DagTasks<'_>) -> Task {
    let before: Vec<_> = task.after.iter().map(|before| tasks.name(*before)).collect();
    let arguments = task.arguments.iter().map(|argument| Parameter {
        name: argument.input.clone(),
        value: Some(expression::argument(&argument.value, tasks)),
        ..Parameter::default()
    });
    Task {
        name: task.name.clone(),
        template: match task.run {
            Run::Template(template) => plan.templates[template].name.clone(),
            Run::Dag(dag) => plan.dags[dag].name.clone(),
        },
        depends: (!before.is_empty()).then(|| before.join(" && ")),
        when: task.condition.as_ref().map(|condition| expression::when(condition, tasks)),
        arguments: Arguments {
            parameters: arguments.collect(),
        },
    }
}
