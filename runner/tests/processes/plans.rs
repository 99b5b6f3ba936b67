//! Plans by hand.

use crate::components::component;
use pipewright_compiler::plan::{
    Argument, Dag, DagId, Each, Expression, ItemSource, Items, Output, Plan, Port, Run, Source,
    Task, TaskId, Template, TemplateId,
};
use pipewright_ir::arena::{Arena, Id};
use pipewright_ir::expression::{Comparison, Operator};
use pipewright_ir::graph::{Location, Options, Parallelism, Parameter, Program};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_runner::engine::{self, Error, Event, Report};
use serde::Serialize;
use std::collections::BTreeMap;
use std::num::NonZero;

/// The pipeline's own block.
pub(crate) const ROOT: DagId = Id::new(0);

/// The task of an index.
pub(crate) fn task(index: u32) -> TaskId {
    Id::new(index)
}

pub(crate) fn at() -> Location {
    Location::new("src/main.rs", 7, 5)
}

pub(crate) fn plan() -> Plan {
    Plan {
        name: "test".into(),
        function: "test".into(),
        description: None,
        program: Program::default(),
        parameters: vec![],
        templates: Arena::new(),
        dags: Arena::from_iter([dag("test")]),
        root: ROOT,
        exit: None,
        at: at(),
    }
}

pub(crate) fn dag(name: &str) -> Dag {
    Dag {
        name: name.into(),
        inputs: vec![],
        tasks: Arena::new(),
        outputs: vec![],
        retries: 0,
        at: at(),
    }
}

pub(crate) fn literal<T: Serialize>(ty: Type, value: T) -> Expression {
    let json = Json::of(&value).unwrap();
    Expression::Literal { json, ty }
}

pub(crate) fn text(text: impl Into<String>) -> Expression {
    literal(Type::String, text.into())
}

pub(crate) fn integer(value: i64) -> Expression {
    literal(Type::Integer, value)
}

/// A list as somebody wrote it.
pub(crate) fn list(text: &str, element: Type) -> Expression {
    Expression::Literal {
        json: Json::parse(text).unwrap(),
        ty: Type::List(Box::new(element)),
    }
}

pub(crate) fn input(name: &str, ty: Type) -> Expression {
    Expression::Input {
        name: name.into(),
        ty,
    }
}

pub(crate) fn output(task: TaskId, output: &str, ty: Type) -> Expression {
    let output = output.into();
    Expression::Output { task, output, ty }
}

pub(crate) fn compare(left: Expression, comparison: Comparison, right: Expression) -> Expression {
    let operator = Operator::Compare {
        comparison,
        left,
        right,
    };
    Expression::operator(operator, Type::Boolean)
}

pub(crate) trait Build {
    /// Adds a template.
    fn template(&mut self, component: &str, options: Options) -> TemplateId;
    /// Adds a task of a component to a DAG.
    fn call(
        &mut self,
        dag: DagId,
        name: &str,
        component: &str,
        arguments: &[(&str, Expression)],
    ) -> TaskId;
    /// Adds a DAG and a task that runs it.
    fn block(&mut self, dag: DagId, name: &str, arguments: &[(&str, Expression)]) -> DagId;
    fn task(
        &mut self,
        dag: DagId,
        name: &str,
        run: Run,
        arguments: &[(&str, Expression)],
    ) -> TaskId;
    fn returns(&mut self, dag: DagId, name: &str, ty: Type, value: Source);
    /// Lets a DAG give what one of its tasks gives.
    fn passes(&mut self, dag: DagId, task: TaskId, name: &str, ty: Type);
    /// Adds a DAG that is not the run of a task yet.
    fn loose(&mut self, name: &str, inputs: &[(&str, Type)]) -> DagId;
    /// Adds a task that runs a DAG for each item.
    fn each(&mut self, dag: DagId, name: &str, body: DagId, items: &[(&str, ItemSource)])
    -> TaskId;
    fn parameter(&mut self, name: &str, ty: Type, default: Option<Json>);
}

impl Build for Plan {
    fn template(&mut self, name: &str, options: Options) -> TemplateId {
        let component = component(name);
        self.templates.alloc(Template {
            name: name.into(),
            option_values: vec![],
            has_display_name: false,
            lists: std::collections::BTreeMap::default(),
            operands: vec![],
            computed: vec![],
            component,
            options,
        })
    }

    fn call(
        &mut self,
        dag: DagId,
        name: &str,
        component: &str,
        arguments: &[(&str, Expression)],
    ) -> TaskId {
        let known = self.templates.iter().find(|(_, template)| {
            template.name == component && template.options == Options::default()
        });
        let known = known.map(|(id, _)| id);
        let template = known.unwrap_or_else(|| self.template(component, Options::default()));
        self.task(dag, name, Run::Template(template), arguments)
    }

    fn block(&mut self, outer: DagId, name: &str, arguments: &[(&str, Expression)]) -> DagId {
        let inputs: Vec<_> = arguments
            .iter()
            .map(|(name, value)| (*name, value.ty().clone()))
            .collect();
        let dag = self.loose(name, &inputs);
        self.task(outer, name, Run::Dag(dag), arguments);
        dag
    }

    fn task(
        &mut self,
        dag: DagId,
        name: &str,
        run: Run,
        arguments: &[(&str, Expression)],
    ) -> TaskId {
        let mut after: Vec<_> = arguments
            .iter()
            .flat_map(|(_, value)| value.tasks())
            .collect();
        after.sort_unstable();
        after.dedup();
        let argument = |(input, value): &(&str, Expression)| Argument {
            input: (*input).into(),
            value: value.clone(),
        };
        self.dags[dag].tasks.alloc(Task {
            name: name.into(),
            run,
            arguments: arguments.iter().map(argument).collect(),
            each: None,
            condition: None,
            may_fail: false,
            exit: None,
            after,
            display_name: None,
            at: at(),
        })
    }

    fn returns(&mut self, dag: DagId, name: &str, ty: Type, value: Source) {
        self.dags[dag].outputs.push(Output {
            name: name.into(),
            ty,
            description: None,
            value,
        });
    }

    fn passes(&mut self, dag: DagId, task: TaskId, name: &str, ty: Type) {
        let value = output(task, name, ty.clone());
        self.returns(dag, name, ty, Source::Expression(value));
    }

    fn loose(&mut self, name: &str, inputs: &[(&str, Type)]) -> DagId {
        let mut dag = dag(name);
        let port = |(name, ty): &(&str, Type)| Port {
            name: (*name).into(),
            ty: ty.clone(),
        };
        dag.inputs = inputs.iter().map(port).collect();
        self.dags.alloc(dag)
    }

    fn each(
        &mut self,
        dag: DagId,
        name: &str,
        body: DagId,
        items: &[(&str, ItemSource)],
    ) -> TaskId {
        let task = self.task(dag, name, Run::Dag(body), &[]);
        let items = items.iter().map(|(input, source)| Items {
            input: (*input).into(),
            source: source.clone(),
        });
        self.dags[dag].tasks[task].each = Some(Box::new(Each {
            items: items.collect(),
            parallelism: Parallelism::Unlimited,
        }));
        task
    }

    fn parameter(&mut self, name: &str, ty: Type, default: Option<Json>) {
        self.parameters.push(Parameter {
            name: name.into(),
            ty: ty.clone(),
            default,
            description: None,
            at: at(),
        });
        let name = name.into();
        self.dags[ROOT].inputs.push(Port { name, ty });
    }
}

pub(crate) fn options(parallelism: usize) -> engine::Options {
    engine::Options {
        parallelism: NonZero::new(parallelism),
        ..engine::Options::default()
    }
}

/// Runs a plan with two processes at once.
pub(crate) fn run(plan: &Plan) -> Report {
    run_with(plan, &[]).unwrap()
}

pub(crate) fn run_with(plan: &Plan, arguments: &[(&str, Json)]) -> Result<Report, Error> {
    let arguments: BTreeMap<_, _> = arguments
        .iter()
        .map(|(name, json)| ((*name).to_owned(), json.clone()))
        .collect();
    engine::run(plan, &arguments, &options(2), &mut |_: &Event| {})
}

/// The value of an output of a task.
pub(crate) fn value<'a>(report: &'a Report, path: &str, output: &str) -> &'a str {
    let task = report
        .task(path)
        .unwrap_or_else(|| panic!("{path} is not in {report:#?}"));
    let value = task.outputs.iter().find(|value| value.name == output);
    value
        .unwrap_or_else(|| panic!("{path} gives no {output}: {task:#?}"))
        .value
        .as_str()
}

/// The phases of all tasks.
pub(crate) fn phases(report: &Report) -> Vec<(&str, engine::Phase)> {
    report
        .tasks
        .iter()
        .map(|task| (task.path.as_str(), task.phase))
        .collect()
}
