//! Lists of artifacts that a component takes.
//!
//! A template of Argo has a fixed number of artifacts. Where the source tells how long a list can be at most, each element
//! is an artifact of its own. Else a loop before the task hands each element on to a key below one folder, and the folder
//! is what the task takes. The folder is named by a digest of the list: artifacts do not change, so two folders of one
//! name hold the same, whichever task of a run has made them, and how often.

use super::artifacts::is_list;
use super::lengths::{self, Length};
use crate::plan::{
    Argument, Dag, DagId, Each, Expression, ItemSource, Items, List, Names, Plan, Port, Run, Task,
    TaskId, Template, TemplateId,
};
use pipewright_ir::artifact::COPY;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::expression::Operator;
use pipewright_ir::function::{Function, Method};
use pipewright_ir::graph::{self, Body, Component, Input, Location, Parallelism};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;

/// Elements that are artifacts of their own.
const ELEMENTS_MAX: usize = 32;

/// Inputs of what gathers a list: an element, and the folder.
pub(super) const ELEMENT: &str = "artifact";
pub(super) const FOLDER: &str = "folder";

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
                Gathering::new(plan, id, input).before_all();
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

/// Gathering of an input.
struct Gathering<'p> {
    plan: &'p mut Plan,
    template: TemplateId,
    input: &'p Input,
    names: Names,
    task_names: Names,
    at: Location,
}

impl<'p> Gathering<'p> {
    fn new(plan: &'p mut Plan, template: TemplateId, input: &'p Input) -> Self {
        Self {
            names: plan.names(),
            task_names: plan.task_names(),
            at: plan.templates[template].component.at.clone(),
            plan,
            template,
            input,
        }
    }

    fn before_all(&mut self) {
        let run = self.of_element(&self.input.ty, 0);
        for (dag, task) in calls(self.plan, self.template) {
            self.before(dag, task, run);
        }
    }

    /// What runs for the elements of a list that stands in others: the copy of one, or a loop over those in it.
    fn of_element(&mut self, list: &Type, depth: usize) -> (Run, &'static str) {
        let element = element(list);
        if !is_list(element) {
            return (Run::Template(self.copy(element.clone(), depth)), ELEMENT);
        }
        let run = self.of_element(element, depth + 1);
        let name = self.names.unique(&format!("{}-{}", self.prefix(), "lists"));
        let mut block = Dag::new(name, &self.at);
        block.inputs.push(Port {
            name: LIST.to_owned(),
            ty: element.clone(),
        });
        block.inputs.push(port(FOLDER, Type::String));
        block
            .inputs
            .extend((0..=depth).map(|depth| port(&index(depth), Type::Integer)));
        let given = |port: &Port| Expression::Input {
            name: port.name.clone(),
            ty: port.ty.clone(),
        };
        let list = given(&block.inputs[0]);
        let mut arguments = vec![];
        for port in &block.inputs[1..] {
            arguments.push(Argument {
                input: port.name.clone(),
                value: given(port),
            });
        }
        let name = self
            .task_names
            .unique(&format!("{}-elements", self.prefix()));
        let mut task = self.each(name, list, run, depth + 1);
        task.arguments = arguments;
        block.tasks.alloc(task);
        (Run::Dag(self.plan.dags.alloc(block)), LIST)
    }

    fn prefix(&self) -> String {
        self.plan.templates[self.template].name.clone()
    }

    /// A task for each element of a list.
    fn each(&self, name: String, list: Expression, run: (Run, &str), depth: usize) -> Task {
        let (run, input) = run;
        let mut task = Task::new(name, run, &self.at);
        let items = |input: &str, source| Items {
            input: input.to_owned(),
            source,
        };
        task.each = Some(Box::new(Each {
            items: vec![
                items(input, ItemSource::List(present(list))),
                items(&index(depth), ItemSource::Index),
            ],
            parallelism: Parallelism::Unlimited,
        }));
        task
    }

    /// Puts a loop before a task.
    fn before(&mut self, dag: DagId, task: TaskId, run: (Run, &'static str)) {
        let consumer = &self.plan.dags[dag].tasks[task];
        let mut arguments = consumer.arguments.iter();
        let argument = arguments.find(|argument| argument.input == self.input.name);
        // A default is a list without artifacts.
        let Some(list) = argument.map(|argument| argument.value.clone()) else {
            return;
        };
        let (after, condition) = (consumer.after.clone(), consumer.condition.clone());
        let name = format!("{}-{}", consumer.name, self.input.name.replace('_', "-"));
        let name = self.task_names.unique(&name);
        let mut gather = self.each(name, list.clone(), run, 0);
        gather.arguments.push(Argument {
            input: FOLDER.to_owned(),
            value: list,
        });
        gather.after = after;
        gather.condition = condition;
        gather.at = consumer.at.clone();
        let tasks = &mut self.plan.dags[dag].tasks;
        let gather = tasks.alloc(gather);
        tasks[task].after.push(gather);
    }

    /// The template that hands an element on. It runs where the component does.
    fn copy(&mut self, element: Type, depth: usize) -> TemplateId {
        let known = &self.plan.templates[self.template];
        let input = |name: &str, ty| Input {
            name: name.to_owned(),
            ty,
            default: None,
            description: None,
        };
        let mut inputs = vec![input(ELEMENT, element), input(FOLDER, Type::String)];
        inputs.extend((0..=depth).map(|depth| input(&index(depth), Type::Integer)));
        let mut options = graph::Options::default();
        if known.component.body == Body::Program {
            options.image.clone_from(&known.options.image);
        }
        let component = Component {
            key: COPY.to_owned(),
            name: "copy".to_owned(),
            description: None,
            inputs,
            outputs: vec![],
            body: Body::Program,
            options: options.clone(),
            digest: String::new(),
            at: known.component.at.clone(),
        };
        let same = |(_, template): &(TemplateId, &Template)| {
            template.component.key == COPY
                && template.component.inputs == component.inputs
                && template.options == options
        };
        let known = self.plan.templates.iter().find(same).map(|(id, _)| id);
        if let Some(id) = known {
            return id;
        }
        let name = self.names.unique(&component.name);
        let template = Template::new(name, component, options, vec![], false);
        self.plan.templates.alloc(template)
    }
}

/// Input of a block for a list in a list.
const LIST: &str = "list";

/// Input for the place in a list that stands in so many others.
fn index(depth: usize) -> String {
    format!("index-{depth}")
}

fn port(name: &str, ty: Type) -> Port {
    Port {
        name: name.to_owned(),
        ty,
    }
}

/// The type of the elements of a list that may be missing.
fn element(list: &Type) -> &Type {
    match list {
        Type::List(item) => item,
        Type::Optional(inner) => element(inner),
        other => other,
    }
}

/// A list, which is empty where it is missing.
fn present(list: Expression) -> Expression {
    let Type::Optional(inner) = list.ty() else {
        return list;
    };
    let ty = (**inner).clone();
    let apply = |method, ty| {
        let operator = Operator::Apply {
            function: Function::Method(method),
            arguments: vec![list.clone()],
        };
        Expression::operator(operator, ty)
    };
    let empty = Expression::Literal {
        json: Json::of(&[(); 0]).expect("an empty list is JSON"),
        ty: ty.clone(),
    };
    let operator = Operator::Choose {
        condition: apply(Method::IsSome, Type::Boolean),
        then: apply(Method::Unwrap, ty.clone()),
        otherwise: empty,
    };
    Expression::operator(operator, ty)
}

/// Whether a template hands an artifact on.
pub(super) fn is_copy(template: &Template) -> bool {
    template.component.key == COPY
}

/// Whether a task is given a digest of a list in place of the list: what is no artifact there is text.
pub(super) fn is_digest(plan: &Plan, task: &Task, argument: &Argument) -> bool {
    if argument.value.ty().artifact().is_none() {
        return false;
    }
    let ty = match task.run {
        Run::Template(template) => {
            let component = &plan.templates[template].component;
            component.input(&argument.input).map(|input| &input.ty)
        }
        Run::Dag(dag) => {
            let mut inputs = plan.dags[dag].inputs.iter();
            let input = inputs.find(|input| input.name == argument.input);
            input.map(|input| &input.ty)
        }
    };
    ty == Some(&Type::String)
}
