//! Tasks that a target runs alone in a DAG of their own.
//!
//! What concerns the task as a whole stays outside: its condition, its order, its exit handler, its permission to fail.

use crate::plan::{
    Argument, Dag, DagId, Expression, Names, Output, Plan, Port, Run, Source, Task, TaskId,
    TemplateId,
};
use pipewright_ir::graph::Cache;
use std::collections::HashMap;

/// Puts each task that is chosen into a DAG of its own.
pub fn isolate(plan: &mut Plan, choose: impl Fn(&Dag, TaskId) -> bool) {
    isolate_with(plan, |plan, dag, task| {
        choose(&plan.dags[dag], task).then_some(0)
    });
}

/// Puts tasks with tries that cannot have them themselves into DAGs that are tried again: those whose outputs are cached,
/// and those with an exit handler, whose success would hide that the last try has failed.
pub fn isolate_retries(plan: &mut Plan) {
    let mut cached: HashMap<TemplateId, u32> = HashMap::new();
    for id in plan.templates.ids().collect::<Vec<_>>() {
        let options = &mut plan.templates[id].options;
        let is_cached = options.cache.is_some_and(|cache| cache != Cache::Never);
        let retries = options.retries.filter(|retries| is_cached && *retries > 0);
        if let Some(retries) = retries {
            options.retries = None;
            cached.insert(id, retries);
        }
    }
    isolate_with(plan, |plan, dag, task| {
        let task = &plan.dags[dag].tasks[task];
        match task.run {
            Run::Template(template) => cached.get(&template).copied(),
            Run::Dag(dag) if task.exit.is_some() && plan.dags[dag].retries > 0 => Some(0),
            Run::Dag(_) => None,
        }
    });
}

/// `choose` gives the retries of the DAG of a task that is to have one.
fn isolate_with(plan: &mut Plan, choose: impl Fn(&Plan, DagId, TaskId) -> Option<u32>) {
    let mut names = plan.names();
    for dag in plan.dags.ids() {
        for task in plan.dags[dag].tasks.ids() {
            if let Some(retries) = choose(plan, dag, task) {
                enclose(plan, dag, task, retries, &mut names);
            }
        }
    }
}

/// Replaces a task by one of a new DAG that runs it.
fn enclose(plan: &mut Plan, dag: DagId, id: TaskId, retries: u32, names: &mut Names) {
    let outputs = used_outputs(&plan.dags[dag], id);
    let name = names.unique(&plan.dags[dag].tasks[id].name);
    let task_names: HashMap<TaskId, String> = {
        let tasks = plan.dags[dag].tasks.iter();
        tasks.map(|(id, task)| (id, task.name.clone())).collect()
    };
    let outer = &mut plan.dags[dag].tasks[id];
    let mut block = Dag {
        retries,
        ..Dag::new(name, &outer.at)
    };
    let next = plan.dags.next_id();
    let outer = &mut plan.dags[dag].tasks[id];
    let whole = Task {
        condition: outer.condition.take(),
        may_fail: std::mem::take(&mut outer.may_fail),
        exit: outer.exit.take(),
        after: std::mem::take(&mut outer.after),
        display_name: outer.display_name.take(),
        ..Task::new(outer.name.clone(), Run::Dag(next), &outer.at)
    };
    let mut inner = std::mem::replace(outer, whole);
    let mut inputs = Inputs::default();
    inner.visit_mut(&mut |expression| inputs.capture(expression, &task_names, &mut block));
    plan.dags[dag].tasks[id].arguments = inputs.arguments;
    let inner = block.tasks.alloc(inner);
    for (output, ty) in outputs {
        block.outputs.push(Output {
            name: output.clone(),
            ty: ty.clone(),
            description: None,
            value: Source::Expression(Expression::Output {
                task: inner,
                output,
                ty,
            }),
        });
    }
    let made = plan.dags.alloc(block);
    debug_assert_eq!(made, next);
}

/// Values that come into a new DAG.
#[derive(Default)]
struct Inputs {
    names: Names,
    known: Vec<(Expression, String)>,
    arguments: Vec<Argument>,
}

impl Inputs {
    /// Makes a value of the outer DAG an input of the new one.
    fn capture(
        &mut self,
        expression: &mut Expression,
        tasks: &HashMap<TaskId, String>,
        block: &mut Dag,
    ) {
        let name = match expression {
            Expression::Input { name, .. } => name.clone(),
            Expression::Output { task, output, .. } => format!("{}-{output}", tasks[task]),
            Expression::Literal { .. } | Expression::Operator { .. } => return,
        };
        let ty = expression.ty().clone();
        let known = self.known.iter().find(|(known, _)| known == expression);
        let name = match known {
            Some((_, name)) => name.clone(),
            None => {
                let name = self.names.unique(&name);
                self.known.push((expression.clone(), name.clone()));
                self.arguments.push(Argument {
                    input: name.clone(),
                    value: expression.clone(),
                });
                block.inputs.push(Port {
                    name: name.clone(),
                    ty: ty.clone(),
                });
                name
            }
        };
        *expression = Expression::Input { name, ty };
    }
}

/// The outputs of a task that its DAG uses, with their types.
fn used_outputs(dag: &Dag, id: TaskId) -> Vec<(String, pipewright_ir::types::Type)> {
    let mut used: Vec<(String, pipewright_ir::types::Type)> = vec![];
    let mut find = |expression: &Expression| {
        if let Expression::Output { task, output, ty } = expression
            && *task == id
            && !used.iter().any(|(known, _)| known == output)
        {
            used.push((output.clone(), ty.clone()));
        }
    };
    let tasks = dag.tasks.values().flat_map(Task::expressions);
    let outputs = dag.outputs.iter();
    let outputs = outputs.flat_map(|output| output.value.expressions());
    for expression in tasks.chain(outputs) {
        expression.visit(&mut find);
    }
    used
}
