//! Templates of DAGs.

use super::context::Context;
use super::expression::{self, Scope};
use super::model::{
    Arguments, ContinueOn, Dag, Parameter, RetryStrategy, Suspend, Task, Template, ValueFrom,
};
use super::{artifacts, exit, gathering, option_values, tags};
use crate::code::Code;
use crate::plan::{self, DagId, Expression, Plan, Run, Source, TaskId};
use pipewright_ir::graph::{Body, Parallelism, RuntimeOption};
use std::collections::HashSet;

/// The template of a DAG.
pub(super) fn template(context: &Context<'_>, id: DagId) -> Template {
    let dag = &context.plan.dags[id];
    let is_root = context.is_root(id);
    let output_scope = Scope::of_outputs(context, id);
    let outputs = dag.outputs.iter().map(|output| Parameter {
        name: output.name.clone(),
        value_from: Some(value_from(&output.value, &output_scope).into()),
        ..Parameter::default()
    });
    let scope = Scope::of_tasks(context, id);
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
    let parallelism = parallelism(dag);
    let mut template = Template {
        name: dag.name.clone(),
        inputs: Arguments {
            parameters: inputs.collect(),
            ..Arguments::default()
        },
        outputs: Arguments {
            parameters: outputs.collect(),
            ..Arguments::default()
        },
        retry_strategy: RetryStrategy::times(dag.retries),
        parallelism: parallelism.limit(),
        fail_fast: parallelism == Parallelism::FailFast,
        ..Template::default()
    };
    let task = |id: &TaskId| self::task(*id, &scope);
    match context.steps(id) {
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
            let mut tasks: Vec<Task> = dag.tasks.ids().map(|id| task(&id)).collect();
            if tasks.is_empty() {
                tasks.extend(context.nothing.as_deref().map(never));
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

/// Items of the block's loop that run at the same time. A loop stands alone in its block.
fn parallelism(dag: &plan::Dag) -> Parallelism {
    let mut loops = dag.tasks.values().filter_map(|task| task.each.as_ref());
    loops
        .next()
        .map(|each| each.parallelism)
        .unwrap_or_default()
}

/// The last tasks, and those with exit handlers, if some of these are not among the last: when a workflow is stopped, Argo
/// waits for the handlers of what is named here.
fn targets(dag: &plan::Dag) -> Option<String> {
    let tasks = dag.tasks.values();
    let waited: HashSet<TaskId> = tasks.flat_map(|task| task.after.iter().copied()).collect();
    let is_target =
        |(id, task): &(TaskId, &plan::Task)| task.exit.is_some() || !waited.contains(id);
    let mut tasks = dag.tasks.iter();
    let is_needed = tasks.any(|(id, task)| task.exit.is_some() && waited.contains(&id));
    let names = dag.tasks.iter().filter(is_target);
    let names = names.map(|(_, task)| &*task.name);
    is_needed.then(|| names.collect::<Vec<_>>().join(" "))
}

/// A task that never runs: Argo refuses DAGs without tasks.
fn never(template: &str) -> Task {
    Task {
        name: "nothing".to_owned(),
        template: template.to_owned(),
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

fn value_from(source: &Source, scope: &Scope<'_>) -> ValueFrom {
    if scope.context.is_body(scope.id) {
        let output = expression::collectable(expression::output(source, scope));
        return ValueFrom::expression(output.to_string());
    }
    // Argo finds inputs in expressions only.
    if let Source::Expression(output @ Expression::Output { .. }) = source
        && let Some(tag) = expression::bare_tag(output, scope)
    {
        return ValueFrom::parameter(tag);
    }
    ValueFrom::expression(expression::output(source, scope).to_string())
}

/// Arguments that only our own program reads, and whose types it knows. The key of a cache is made of wire texts, and
/// Argo reads the references to artifacts.
fn is_ours(plan: &Plan, task: &plan::Task, argument: &plan::Argument) -> bool {
    let Run::Template(template) = task.run else {
        return false;
    };
    let template = &plan.templates[template];
    let component = &template.component;
    component.body == Body::Program
        && !gathering::is_copy(template)
        && template.options.cache.is_none()
        && component.input(&argument.input).is_some()
        && argument.value.ty().artifact().is_none()
}

/// The arguments that no component checks and whose computation may fail: Argo 3 hands on their expressions then.
fn unchecked<'t>(plan: &Plan, task: &'t plan::Task, scope: &Scope<'_>) -> Vec<&'t Expression> {
    let is_ours = |template| matches!(plan.templates[template].component.body, Body::Program);
    // The files of artifacts come in before the program does.
    let checks = |argument: &plan::Argument| {
        let is_ours = matches!(task.run, Run::Template(template) if is_ours(template));
        is_ours && argument.value.ty().artifact().is_none()
    };
    match task.run {
        // Argo takes no condition here. What runs for each item gets inputs of the block around it.
        _ if task.each.is_some() => return vec![],
        _ => {}
    }
    let arguments = task.arguments.iter();
    let arguments =
        arguments.filter(|argument| option(plan, task, argument).is_none() && !checks(argument));
    arguments
        .map(|argument| &argument.value)
        .filter(|value| expression::may_fail(value, scope))
        .collect()
}

/// The option that an argument is the value of.
fn option(plan: &Plan, task: &plan::Task, argument: &plan::Argument) -> Option<RuntimeOption> {
    match task.run {
        Run::Template(template) => plan.templates[template].option(&argument.input),
        Run::Dag(_) => None,
    }
}

/// The checks of the options that a task gives values.
fn checks(plan: &Plan, task: &plan::Task, scope: &Scope<'_>) -> impl Iterator<Item = Code> {
    let arguments = task.arguments.iter();
    arguments.filter_map(|argument| {
        let option = option(plan, task, argument)?;
        Some(option_values::check(option, &argument.value, scope))
    })
}

fn task(id: TaskId, scope: &Scope<'_>) -> Task {
    let plan = scope.context.plan;
    let task = &scope.dag().tasks[id];
    let before: Vec<_> = task
        .after
        .iter()
        .map(|before| scope.name(*before))
        .collect();
    let unchecked = unchecked(plan, task, scope);
    let argument_scope = match unchecked.is_empty() {
        true => *scope,
        false => scope.checked(),
    };
    let value_of = |argument: &plan::Argument| match is_ours(plan, task, argument) {
        _ if gathering::is_digest(plan, task, argument) => expression::tag(&artifacts::digest(
            expression::wire_text(&argument.value, &argument_scope),
        )),
        true => expression::program_argument(&argument.value, &argument_scope),
        false if option(plan, task, argument).is_some() => {
            option_values::argument(&argument.value, scope)
        }
        false => expression::argument(&argument.value, &argument_scope),
    };
    let arguments = task.arguments.iter().map(|argument| Parameter {
        name: argument.input.clone(),
        value: Some(value_of(argument)),
        ..Parameter::default()
    });
    let mut parameters: Vec<Parameter> = arguments.collect();
    if let Some(each) = &task.each {
        let items = each.items.iter().enumerate();
        parameters.extend(items.map(|(index, items)| Parameter {
            name: items.input.clone(),
            value: Some(expression::item(each, index)),
            ..Parameter::default()
        }));
    }
    let mut guard = tags::guard(id, scope);
    Task {
        name: task.name.clone(),
        template: match task.run {
            Run::Template(template) => plan.templates[template].name.clone(),
            Run::Dag(dag) => plan.dags[dag].name.clone(),
        },
        template_ref: None,
        depends: (!before.is_empty()).then(|| before.join(" && ")),
        when: expression::when(
            guard.take_if(|_| task.each.is_none()),
            task.condition.as_ref(),
            &unchecked,
            checks(plan, task, scope),
            scope,
        ),
        with_param: task
            .each
            .as_ref()
            .map(|each| expression::items(guard.take(), each, scope)),
        continue_on: task.may_fail.then_some(ContinueOn {
            error: true,
            failed: true,
        }),
        hooks: task
            .exit
            .as_ref()
            .map(|exit| exit::of_task(task, exit, scope).into()),
        arguments: Arguments {
            parameters,
            ..Arguments::default()
        },
    }
}
