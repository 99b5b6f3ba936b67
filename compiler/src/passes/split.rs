//! Division of blocks with more tasks than a target takes in one DAG into DAGs of their own.
//!
//! Tasks that do not depend on each other, directly or through others, stay independent: parts are made of whole groups
//! of tasks that hang together. A group that is too large itself is cut in the order of its dependencies: then a part waits
//! for all of each part that it depends on.

use crate::plan::{
    Argument, Dag, DagId, Expression, Names, Output, Plan, Port, Run, Source, Task, TaskId,
};
use pipewright_ir::arena::{Arena, ArenaMap, Id};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::types::Type;
use std::collections::{BTreeMap, HashSet};

/// Divides all blocks of more than `most` tasks, which is at least 2. Only the blocks of an `if` may have more then.
pub fn split(plan: &mut Plan, most: usize) -> Vec<Diagnostic> {
    let most = most.max(2);
    let is_large = |dag: &Dag| dag.tasks.len() > most;
    if !plan.dags.values().any(is_large) {
        return vec![];
    }
    let (mut names, mut task_names) = (plan.names(), plan.task_names());
    let mut diagnostics = vec![];
    let mut pending: Vec<DagId> = plan.dags.ids().rev().collect();
    while let Some(id) = pending.pop() {
        let dag = &plan.dags[id];
        if !is_large(dag) || !can_be_split(dag) {
            continue;
        }
        let (parts, is_cut) = parts(dag, most);
        if is_cut {
            diagnostics.push(cut(dag, most));
        }
        divide(plan, id, &parts, &mut names, &mut task_names);
        // Parts that are too large in number are divided again.
        pending.push(id);
    }
    diagnostics
}

/// The choice between the blocks of an `if` needs its tasks beside it.
fn can_be_split(dag: &Dag) -> bool {
    let mut outputs = dag.outputs.iter();
    outputs.all(|output| matches!(output.value, Source::Expression(_)))
}

fn cut(dag: &Dag, most: usize) -> Diagnostic {
    let message = format!(
        "a block has {} tasks, and more than {most} of them hang together; it is divided into parts, which wait for each \
         other as wholes",
        dag.tasks.len()
    );
    let help = "a failure leaves out all parts behind its own; loops, groups and called pipelines divide a block as you like";
    Diagnostic::warning(&dag.at, message).help(help)
}

/// The tasks of each part, in an order in which no part depends on a later one, and whether tasks that hang together are
/// divided.
fn parts(dag: &Dag, most: usize) -> (Vec<Vec<TaskId>>, bool) {
    let mut groups = connected(dag);
    // Large ones first, so that small ones fill what is left.
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    let depths = depths(dag);
    let mut parts: Vec<Vec<TaskId>> = vec![];
    let mut is_cut = false;
    let mut open: Option<usize> = None;
    for mut group in groups {
        if group.len() > most {
            is_cut = true;
            parts.extend(by_depth(group, &depths, most));
            continue;
        }
        match open.filter(|part| parts[*part].len() + group.len() <= most) {
            Some(part) => parts[part].append(&mut group),
            None => {
                open = Some(parts.len());
                parts.push(group);
            }
        }
    }
    for part in &mut parts {
        part.sort_by_key(|task| (depths[*task], *task));
    }
    (parts, is_cut)
}

/// The parts of tasks that hang together. Tasks of one depth know nothing of each other, so that parts of them alone do
/// not wait for each other either.
fn by_depth(
    mut group: Vec<TaskId>,
    depths: &ArenaMap<Task, usize>,
    most: usize,
) -> Vec<Vec<TaskId>> {
    group.sort_by_key(|task| (depths[*task], *task));
    let mut parts: Vec<Vec<TaskId>> = vec![];
    for level in group.chunk_by(|a, b| depths[*a] == depths[*b]) {
        match parts.last_mut() {
            Some(last) if last.len() + level.len() <= most => last.extend(level),
            _ => parts.extend(level.chunks(most).map(<[TaskId]>::to_vec)),
        }
    }
    parts
}

/// The groups of tasks that depend on each other, directly or through others.
fn connected(dag: &Dag) -> Vec<Vec<TaskId>> {
    fn root(of: &mut ArenaMap<Task, TaskId>, mut task: TaskId) -> TaskId {
        while of[task] != task {
            of[task] = of[of[task]];
            task = of[task];
        }
        task
    }
    let mut of = dag.tasks.map(Id::new(0));
    for id in dag.tasks.ids() {
        of[id] = id;
    }
    for (id, task) in dag.tasks.iter() {
        for before in &task.after {
            let (a, b) = (root(&mut of, id), root(&mut of, *before));
            of[a.max(b)] = a.min(b);
        }
    }
    let mut groups: BTreeMap<TaskId, Vec<TaskId>> = BTreeMap::new();
    for id in dag.tasks.ids() {
        groups.entry(root(&mut of, id)).or_default().push(id);
    }
    groups.into_values().collect()
}

/// Number of tasks that stand before each task at most, one behind the other.
fn depths(dag: &Dag) -> ArenaMap<Task, usize> {
    let mut depths = dag.tasks.map(0);
    for id in dag.topological_order() {
        let before = dag.tasks[id].after.iter();
        depths[id] = before.map(|before| depths[*before] + 1).max().unwrap_or(0);
    }
    depths
}

/// New place of a task.
#[derive(Clone, Copy)]
struct Place {
    part: usize,
    task: TaskId,
}

/// A part that is being made.
struct Part {
    dag: Dag,
    arguments: Vec<Argument>,
    after: Vec<TaskId>,
    /// The inputs that it has.
    inputs: HashSet<String>,
    /// The outputs that it has.
    outputs: HashSet<String>,
}

/// Puts the tasks of a DAG into parts, which take their place.
fn divide(
    plan: &mut Plan,
    id: DagId,
    parts: &[Vec<TaskId>],
    names: &mut Names,
    task_names: &mut Names,
) {
    let whole = &mut plan.dags[id];
    let nowhere = Place {
        part: 0,
        task: Id::new(0),
    };
    let mut places = whole.tasks.map(nowhere);
    for (part, tasks) in parts.iter().enumerate() {
        for (index, task) in (0..).zip(tasks) {
            let index = Id::new(index);
            places[*task] = Place { part, task: index };
        }
    }
    let mut old_names = whole.tasks.map(String::new());
    for (id, task) in whole.tasks.iter() {
        old_names[id].clone_from(&task.name);
    }
    let tasks = std::mem::take(&mut whole.tasks).into_iter().map(Some);
    let mut tasks: Arena<Option<Task>> = tasks.collect();
    let mut made: Vec<Part> = (1..=parts.len())
        .map(|number| {
            Part::new(
                names.unique(&format!("{}-part-{number}", whole.name)),
                whole,
            )
        })
        .collect();
    for (number, members) in parts.iter().enumerate() {
        made[number].dag.tasks.reserve(members.len());
        for task in members {
            let task = tasks[Id::new(task.index() as u32)].take();
            let mut task = task.expect("a task is in one part");
            let is_inside = |before: &TaskId| places[*before].part == number;
            let (inside, outside): (Vec<TaskId>, Vec<TaskId>) =
                task.after.iter().copied().partition(is_inside);
            task.after = inside.iter().map(|before| places[*before].task).collect();
            task.after.sort_unstable();
            made[number]
                .after
                .extend(outside.iter().map(|before| id_of(places[*before].part)));
            task.visit_mut(&mut |expression| {
                move_in(expression, number, &places, &old_names, &mut made)
            });
            made[number].dag.tasks.alloc(task);
        }
    }
    let moved = |expression: &mut Expression, made: &mut [Part]| {
        if let Expression::Output { task, output, ty } = expression {
            let place = places[*task];
            let name = made[place.part].output(place.task, &old_names[*task], output, ty);
            (*task, *output) = (id_of(place.part), name);
        }
    };
    for output in &mut whole.outputs {
        output
            .value
            .visit_mut(&mut |expression| moved(expression, &mut made));
    }
    let at = whole.at.clone();
    for (number, part) in made.into_iter().enumerate() {
        let mut after = part.after;
        after.extend(
            part.arguments
                .iter()
                .flat_map(|argument| argument.value.tasks()),
        );
        after.sort_unstable();
        after.dedup();
        let block = plan.dags.alloc(part.dag);
        let name = task_names.unique(&format!("part-{}", number + 1));
        plan.dags[id].tasks.alloc(Task {
            arguments: part.arguments,
            after,
            ..Task::new(name, Run::Dag(block), &at)
        });
    }
}

/// The task that runs a part.
fn id_of(part: usize) -> TaskId {
    Id::new(part as u32)
}

/// Makes an expression of the whole one of a part: what comes from elsewhere becomes an input.
fn move_in(
    expression: &mut Expression,
    number: usize,
    places: &ArenaMap<Task, Place>,
    names: &ArenaMap<Task, String>,
    made: &mut [Part],
) {
    match expression {
        Expression::Output { task, output, ty } => {
            let place = places[*task];
            if place.part == number {
                *task = place.task;
                return;
            }
            let name = made[place.part].output(place.task, &names[*task], output, ty);
            let value = Expression::Output {
                task: id_of(place.part),
                output: name.clone(),
                ty: ty.clone(),
            };
            *expression = made[number].input(&name, value);
        }
        Expression::Input { name, .. } => {
            let (name, value) = (name.clone(), expression.clone());
            *expression = made[number].input(&name, value);
        }
        _ => {}
    }
}

impl Part {
    fn new(name: String, whole: &Dag) -> Self {
        Self {
            dag: Dag::new(name, &whole.at),
            arguments: vec![],
            after: vec![],
            inputs: HashSet::new(),
            outputs: HashSet::new(),
        }
    }

    /// An input for a value of the whole.
    fn input(&mut self, name: &str, value: Expression) -> Expression {
        let ty = value.ty().clone();
        if self.inputs.insert(name.to_owned()) {
            self.dag.inputs.push(Port {
                name: name.to_owned(),
                ty: ty.clone(),
            });
            self.arguments.push(Argument {
                input: name.to_owned(),
                value,
            });
        }
        Expression::Input {
            name: name.to_owned(),
            ty,
        }
    }

    /// The name of the output for an output of one of its tasks.
    fn output(&mut self, task: TaskId, name: &str, output: &str, ty: &Type) -> String {
        // The names of tasks are unique, and those of outputs have no `-`.
        let public = format!("{name}-{output}");
        if self.outputs.insert(public.clone()) {
            self.dag.outputs.push(Output {
                name: public.clone(),
                ty: ty.clone(),
                description: None,
                value: Source::Expression(Expression::Output {
                    task,
                    output: output.to_owned(),
                    ty: ty.clone(),
                }),
            });
        }
        public
    }
}
