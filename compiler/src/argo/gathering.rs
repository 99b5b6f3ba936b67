//! Loops that gather a list of artifacts in a folder.

use super::artifacts::is_list;
use crate::plan::{
    Argument, Dag, DagId, Each, Expression, ItemSource, Items, Names, Plan, Port, Run, Task,
    TaskId, Template, TemplateId,
};
use pipewright_ir::artifact::COPY;
use pipewright_ir::expression::Operator;
use pipewright_ir::function::{Function, Method};
use pipewright_ir::graph::{self, Body, Component, Input, Location, Parallelism};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;

/// Inputs of what gathers a list: an element, and the folder.
const ELEMENT: &str = "artifact";
const FOLDER: &str = "folder";

/// Gathering of an input.
pub(super) struct Gathering<'p> {
    plan: &'p mut Plan,
    template: TemplateId,
    input: &'p Input,
    names: Names,
    task_names: Names,
    at: Location,
}

impl<'p> Gathering<'p> {
    pub(super) fn new(plan: &'p mut Plan, template: TemplateId, input: &'p Input) -> Self {
        Self {
            names: plan.names(),
            task_names: plan.task_names(),
            at: plan.templates[template].component.at.clone(),
            plan,
            template,
            input,
        }
    }

    /// Puts a loop before each of the tasks.
    pub(super) fn before(&mut self, tasks: Vec<(DagId, TaskId)>) {
        let run = self.of_element(&self.input.ty, 0);
        for (dag, task) in tasks {
            self.before_one(dag, task, run);
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
    fn before_one(&mut self, dag: DagId, task: TaskId, run: (Run, &'static str)) {
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
