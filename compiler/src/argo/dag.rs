//! Templates of DAGs.

use super::exit;
use super::expression::{self, Scope};
use super::facts::Facts;
use super::model::{
    Arguments, ContinueOn, Dag, Parameter, RetryStrategy, Runs, Suspend, Task, Template, ValueFrom,
};
use crate::plan::{self, Expression, Plan, Run, Source};
use pipewright_ir::graph::{Body, Parallelism};
use std::collections::HashSet;

/// A DAG, for its expressions.
pub(super) struct DagScope<'p> {
    plan: &'p Plan,
    facts: &'p Facts,
    index: usize,
    dag: &'p plan::Dag,
    inputs: Inputs,
}

impl<'p> DagScope<'p> {
    /// What tasks name.
    pub(super) fn of_tasks(plan: &'p Plan, facts: &'p Facts, index: usize) -> Self {
        Self {
            plan,
            facts,
            index,
            dag: &plan.dags[index],
            inputs: match index {
                0 => Inputs::Workflow,
                _ => Inputs::Own,
            },
        }
    }

    /// What outputs name.
    fn of_outputs(plan: &'p Plan, facts: &'p Facts, index: usize) -> Self {
        Self {
            inputs: match index {
                0 => Inputs::Copied,
                _ => Inputs::Own,
            },
            ..Self::of_tasks(plan, facts, index)
        }
    }
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

    fn tasks(&self) -> &'static str {
        match self.facts.steps(self.index) {
            Some(_) => "steps",
            None => "tasks",
        }
    }

    fn is_loop(&self, task: usize) -> bool {
        self.dag.tasks[task].each.is_some()
    }

    fn is_ready_image(&self, task: usize) -> bool {
        match self.dag.tasks[task].run {
            Run::Template(template) => matches!(
                self.plan.templates[template].component.body,
                // People write as they like, too.
                Body::Container(_) | Body::Approval
            ),
            Run::Dag(_) => false,
        }
    }
}

/// The template of a DAG.
pub(super) fn template(plan: &Plan, facts: &Facts, index: usize) -> Template {
    let dag = &plan.dags[index];
    let is_root = index == 0;
    let output_scope = DagScope::of_outputs(plan, facts, index);
    let outputs = dag.outputs.iter().map(|output| Parameter {
        name: output.name.clone(),
        value_from: Some(value_from(&output.value, &output_scope)),
        ..Parameter::default()
    });
    let scope = DagScope::of_tasks(plan, facts, index);
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
    let mut template = Template {
        name: dag.name.clone(),
        inputs: Arguments {
            parameters: inputs.collect(),
        },
        outputs: Arguments {
            parameters: outputs.collect(),
        },
        retry_strategy: RetryStrategy::times(dag.retries),
        parallelism: dag.pace.limit(),
        fail_fast: dag.pace == Parallelism::FailFast,
        ..Template::default()
    };
    let task = |task: &usize| self::task(plan, &dag.tasks[*task], &scope);
    match facts.steps(index) {
        Some(groups) if !dag.tasks.is_empty() => {
            let groups = groups.iter();
            template.steps = groups
                .map(|group| {
                    let tasks = group.iter().map(task);
                    tasks
                        .map(|task| Task {
                            depends: None,
                            ..task
                        })
                        .collect()
                })
                .collect();
        }
        _ => {
            let mut tasks: Vec<Task> = (0..dag.tasks.len()).map(|index| task(&index)).collect();
            if tasks.is_empty() {
                tasks.extend(facts.nothing.as_deref().map(never));
            }
            template.dag = Some(Dag {
                target: is_root.then(|| targets(dag)).flatten(),
                // Else it depends on time which of the independent tasks run after a failure.
                fail_fast: false,
                tasks,
            });
        }
    }
    template
}

/// The last tasks, and those with exit handlers, if some of these are not among the last: when a workflow is stopped, Argo
/// waits for the handlers of what is named here.
fn targets(dag: &plan::Dag) -> Option<String> {
    let waited: HashSet<usize> = dag
        .tasks
        .iter()
        .flat_map(|task| task.after.iter().copied())
        .collect();
    let is_target =
        |(index, task): &(usize, &plan::Task)| task.exit.is_some() || !waited.contains(index);
    let tasks = dag.tasks.iter().enumerate();
    let is_needed = tasks
        .clone()
        .any(|(index, task)| task.exit.is_some() && waited.contains(&index));
    let names = tasks.filter(is_target).map(|(_, task)| &*task.name);
    is_needed.then(|| names.collect::<Vec<_>>().join(" "))
}

/// A task that never runs: Argo refuses DAGs without tasks.
fn never(template: &str) -> Task {
    Task {
        name: "nothing".to_owned(),
        runs: Runs::Template(template.to_owned()),
        when: Some("false".to_owned()),
        ..Task::default()
    }
}

/// The template of tasks that never run.
pub(super) fn nothing(name: &str) -> Template {
    Template {
        name: name.to_owned(),
        suspend: Some(Suspend { duration: None }),
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
        source if scope.facts.is_body(scope.index) => {
            ValueFrom::expression(expression::given(&expression::output(source, scope)))
        }
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

/// The arguments that no component checks and whose computation may fail: Argo 3 hands on their expressions then.
fn unchecked<'t>(plan: &Plan, task: &'t plan::Task) -> Vec<&'t Expression> {
    let checks = |template: usize| matches!(plan.templates[template].component.body, Body::Program);
    match task.run {
        Run::Template(template) if checks(template) => return vec![],
        // Argo takes no condition here. What runs for each item gets inputs of the block around it.
        _ if task.each.is_some() => return vec![],
        _ => {}
    }
    let arguments = task.arguments.iter().map(|argument| &argument.value);
    arguments
        .filter(|argument| expression::may_fail(argument))
        .collect()
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
    let items = task.each.iter().flat_map(|each| {
        let items = each.items.iter().enumerate();
        items.map(|(index, items)| Parameter {
            name: items.input.clone(),
            value: Some(expression::item(each, index)),
            ..Parameter::default()
        })
    });
    Task {
        name: task.name.clone(),
        runs: Runs::Template(match task.run {
            Run::Template(template) => plan.templates[template].name.clone(),
            Run::Dag(dag) => plan.dags[dag].name.clone(),
        }),
        depends: (!before.is_empty()).then(|| before.join(" && ")),
        when: expression::when(task.condition.as_ref(), &unchecked(plan, task), scope),
        with_param: task.each.as_ref().map(|each| expression::list(each, scope)),
        continue_on: task.may_fail.then_some(ContinueOn {
            error: true,
            failed: true,
        }),
        hooks: task
            .exit
            .as_ref()
            .map(|exit| exit::of_task(plan, task, exit, scope)),
        arguments: Arguments {
            parameters: arguments.chain(items).collect(),
        },
    }
}
