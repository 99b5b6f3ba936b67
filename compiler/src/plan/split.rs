//! Blocks with more tasks than a target takes in one DAG are divided into DAGs of their own.
//!
//! Tasks that do not depend on each other, directly or through others, stay independent: parts are made of whole groups
//! of tasks that hang together. A group that is too large itself is cut in the order of its dependencies: then a part waits
//! for all of each part that it depends on.

use super::names::Names;
use super::{Argument, Dag, Expression, Output, Plan, Port, Run, Source, Task};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::Pace;
use pipewright_ir::types::Type;
use std::collections::{BTreeMap, HashSet};

/// Divides all blocks of more than `most` tasks.
pub(super) fn split(plan: &mut Plan, most: usize) -> Vec<Diagnostic> {
    let is_large = |dag: &Dag| dag.tasks.len() > most;
    if !plan.dags.iter().any(is_large) {
        return vec![];
    }
    let mut names = Names::default();
    let templates = plan.templates.iter().map(|template| &template.name);
    for name in templates.chain(plan.dags.iter().map(|dag| &dag.name)) {
        names.unique(name);
    }
    let mut task_names = Names::default();
    for task in plan.dags.iter().flat_map(|dag| &dag.tasks) {
        task_names.unique(&task.name);
    }
    let mut diagnostics = vec![];
    // Parts that are too large in number are divided again.
    let mut index = 0;
    while index < plan.dags.len() {
        if is_large(&plan.dags[index]) && can_be_split(&plan.dags[index]) {
            let (parts, is_cut) = parts(&plan.dags[index], most);
            if is_cut {
                diagnostics.push(cut(&plan.dags[index], most));
            }
            divide(plan, index, &parts, &mut names, &mut task_names);
        } else {
            index += 1;
        }
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
fn parts(dag: &Dag, most: usize) -> (Vec<Vec<usize>>, bool) {
    let mut groups = connected(dag);
    // Large ones first, so that small ones fill what is left.
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    let depths = depths(dag);
    let mut parts: Vec<Vec<usize>> = vec![];
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
fn by_depth(mut group: Vec<usize>, depths: &[usize], most: usize) -> Vec<Vec<usize>> {
    group.sort_by_key(|task| (depths[*task], *task));
    let mut parts: Vec<Vec<usize>> = vec![];
    for level in group.chunk_by(|a, b| depths[*a] == depths[*b]) {
        match parts.last_mut() {
            Some(last) if last.len() + level.len() <= most => last.extend(level),
            _ => parts.extend(level.chunks(most).map(<[usize]>::to_vec)),
        }
    }
    parts
}

/// The groups of tasks that depend on each other, directly or through others.
fn connected(dag: &Dag) -> Vec<Vec<usize>> {
    fn root(of: &mut [usize], mut task: usize) -> usize {
        while of[task] != task {
            of[task] = of[of[task]];
            task = of[task];
        }
        task
    }
    let mut of: Vec<usize> = (0..dag.tasks.len()).collect();
    for (index, task) in dag.tasks.iter().enumerate() {
        for before in &task.after {
            let (a, b) = (root(&mut of, index), root(&mut of, *before));
            of[a.max(b)] = a.min(b);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in 0..dag.tasks.len() {
        groups.entry(root(&mut of, index)).or_default().push(index);
    }
    groups.into_values().collect()
}

/// How many tasks stand before each task at most, one behind the other.
fn depths(dag: &Dag) -> Vec<usize> {
    let mut waits: Vec<usize> = dag.tasks.iter().map(|task| task.after.len()).collect();
    let mut followers = vec![vec![]; dag.tasks.len()];
    for (index, task) in dag.tasks.iter().enumerate() {
        for before in &task.after {
            followers[*before].push(index);
        }
    }
    let mut depths = vec![0; dag.tasks.len()];
    let mut ready: Vec<usize> = (0..waits.len()).filter(|task| waits[*task] == 0).collect();
    while let Some(done) = ready.pop() {
        for &follower in &followers[done] {
            depths[follower] = depths[follower].max(depths[done] + 1);
            waits[follower] -= 1;
            if waits[follower] == 0 {
                ready.push(follower);
            }
        }
    }
    depths
}

/// Where a task went.
#[derive(Clone, Copy)]
struct Place {
    part: usize,
    index: usize,
}

/// A part that is being made.
struct Part {
    dag: Dag,
    arguments: Vec<Argument>,
    after: Vec<usize>,
    /// The inputs that it has.
    inputs: HashSet<String>,
    /// The outputs that it has.
    outputs: HashSet<String>,
}

/// Puts the tasks of a DAG into parts, which take their place.
fn divide(
    plan: &mut Plan,
    index: usize,
    parts: &[Vec<usize>],
    names: &mut Names,
    task_names: &mut Names,
) {
    let whole = &mut plan.dags[index];
    let mut places = vec![Place { part: 0, index: 0 }; whole.tasks.len()];
    for (part, tasks) in parts.iter().enumerate() {
        for (index, task) in tasks.iter().enumerate() {
            places[*task] = Place { part, index };
        }
    }
    let old_names: Vec<String> = whole.tasks.iter().map(|task| task.name.clone()).collect();
    let mut tasks: Vec<Option<Task>> = std::mem::take(&mut whole.tasks)
        .into_iter()
        .map(Some)
        .collect();
    let mut made: Vec<Part> = (1..=parts.len())
        .map(|number| {
            Part::new(
                names.unique(&format!("{}-part-{number}", whole.name)),
                whole,
            )
        })
        .collect();
    for (number, members) in parts.iter().enumerate() {
        for task in members {
            let Some(mut task) = tasks[*task].take() else {
                continue;
            };
            let is_inside = |before: &usize| places[*before].part == number;
            let (inside, outside): (Vec<usize>, Vec<usize>) =
                task.after.iter().copied().partition(is_inside);
            task.after = inside.iter().map(|before| places[*before].index).collect();
            task.after.sort_unstable();
            made[number]
                .after
                .extend(outside.iter().map(|before| places[*before].part));
            task.visit_mut(&mut |expression| {
                move_in(expression, number, &places, &old_names, &mut made)
            });
            made[number].dag.tasks.push(task);
        }
    }
    let moved = |expression: &mut Expression, made: &mut [Part]| {
        if let Expression::Output { task, output, ty } = expression {
            let place = places[*task];
            let name = made[place.part].give(place.index, &old_names[*task], output, ty);
            (*task, *output) = (place.part, name);
        }
    };
    for output in &mut whole.outputs {
        output
            .value
            .visit_mut(&mut |expression| moved(expression, &mut made));
    }
    let at = whole.at.clone();
    let first = plan.dags.len();
    for (number, part) in made.into_iter().enumerate() {
        let mut after = part.after;
        after.extend(
            part.arguments
                .iter()
                .flat_map(|argument| argument.value.tasks()),
        );
        after.sort_unstable();
        after.dedup();
        plan.dags[index].tasks.push(Task {
            name: task_names.unique(&format!("part-{}", number + 1)),
            run: Run::Dag(first + number),
            arguments: part.arguments,
            each: None,
            condition: None,
            may_fail: false,
            exit: None,
            after,
            display_name: None,
            at: at.clone(),
        });
        plan.dags.push(part.dag);
    }
}

/// Makes an expression of the whole one of a part: what comes from elsewhere becomes an input.
fn move_in(
    expression: &mut Expression,
    number: usize,
    places: &[Place],
    names: &[String],
    made: &mut [Part],
) {
    match expression {
        Expression::Output { task, output, ty } => {
            let place = places[*task];
            if place.part == number {
                *task = place.index;
                return;
            }
            let name = made[place.part].give(place.index, &names[*task], output, ty);
            let value = Expression::Output {
                task: place.part,
                output: name.clone(),
                ty: ty.clone(),
            };
            *expression = made[number].take(&name, value);
        }
        Expression::Input { name, .. } => {
            let (name, value) = (name.clone(), expression.clone());
            *expression = made[number].take(&name, value);
        }
        _ => {}
    }
}

impl Part {
    fn new(name: String, whole: &Dag) -> Self {
        Self {
            dag: Dag {
                name,
                inputs: vec![],
                tasks: vec![],
                outputs: vec![],
                retries: 0,
                // The limit is one of the items of a loop, which is the only task of its DAG.
                pace: Pace::default(),
                at: whole.at.clone(),
            },
            arguments: vec![],
            after: vec![],
            inputs: HashSet::new(),
            outputs: HashSet::new(),
        }
    }

    /// An input for a value of the whole.
    fn take(&mut self, name: &str, value: Expression) -> Expression {
        let ty = value.ty();
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
    fn give(&mut self, task: usize, name: &str, output: &str, ty: &Type) -> String {
        // The names of tasks are unique, and those of outputs have no `-`.
        let given = format!("{name}-{output}");
        if self.outputs.insert(given.clone()) {
            self.dag.outputs.push(Output {
                name: given.clone(),
                ty: ty.clone(),
                description: None,
                value: Source::Expression(Expression::Output {
                    task,
                    output: output.to_owned(),
                    ty: ty.clone(),
                }),
            });
        }
        given
    }
}
