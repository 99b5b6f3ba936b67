//! Graphs by hand, of ready images that are everywhere.

use pipewright_ir::arena::{Arena, Id};
use pipewright_ir::expression::{Comparison, FormatPiece, Layout, Operator};
use pipewright_ir::graph::*;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use std::collections::HashMap;

/// A graph that is being made.
pub(crate) struct Builder {
    pub(crate) graph: Graph,
    components: HashMap<String, Id<Component>>,
    /// The blocks that are being filled, outermost first.
    blocks: Vec<Vec<StepId>>,
}

pub(crate) fn list(ty: Type) -> Type {
    Type::List(Box::new(ty))
}

pub(crate) fn optional(ty: Type) -> Type {
    Type::Optional(Box::new(ty))
}

fn at() -> Location {
    Location::new("src/main.rs", 1, 1)
}

/// A pipeline: its outputs are those that the function gives, `output0`, `output1`, ..
pub(crate) fn pipeline(name: &str, body: impl FnOnce(&mut Builder) -> Vec<ValueId>) -> Graph {
    let mut builder = Builder {
        graph: Graph {
            name: name.into(),
            description: None,
            at: at(),
            program: Program::default(),
            parameters: vec![],
            components: Arena::new(),
            values: Arena::new(),
            steps: Arena::new(),
            body: vec![],
            outputs: vec![],
            dropped: vec![],
            exit: None,
            pipelines: Arena::new(),
        },
        components: HashMap::new(),
        blocks: vec![vec![]],
    };
    let outputs = body(&mut builder);
    builder.graph.body = builder.blocks.remove(0);
    builder.graph.outputs = named(outputs);
    builder.graph
}

fn named(outputs: Vec<ValueId>) -> Vec<PipelineOutput> {
    let output = |(index, value)| PipelineOutput {
        name: format!("output{index}"),
        value,
        description: None,
    };
    outputs.into_iter().enumerate().map(output).collect()
}

impl Builder {
    pub(crate) fn value(&mut self, expression: Expression, ty: Type) -> ValueId {
        self.graph.values.alloc(Value {
            expression,
            ty,
            at: at(),
        })
    }

    pub(crate) fn ty(&self, value: ValueId) -> Type {
        self.graph.values[value].ty.clone()
    }

    pub(crate) fn literal(&mut self, ty: Type, json: &str) -> ValueId {
        let json = Json::parse(json).expect("it is JSON");
        self.value(Expression::Literal(json), ty)
    }

    pub(crate) fn text(&mut self, text: &str) -> ValueId {
        let json = Json::of(text).expect("it is JSON");
        self.value(Expression::Literal(json), Type::String)
    }

    /// A parameter with its default.
    pub(crate) fn parameter(&mut self, name: &str, ty: Type, default: &str) -> ValueId {
        self.graph.parameters.push(Parameter {
            name: name.into(),
            ty: ty.clone(),
            default: Some(Json::parse(default).expect("it is JSON")),
            description: None,
            at: at(),
        });
        let index = self.graph.parameters.len() as u32 - 1;
        self.value(Expression::Parameter(index), ty)
    }

    pub(crate) fn format(&mut self, before: &str, value: ValueId) -> ValueId {
        let pieces = vec![
            FormatPiece::Text(before.into()),
            FormatPiece::Value {
                value,
                layout: Layout::default(),
            },
        ];
        self.value(Expression::Operator(Operator::Format(pieces)), Type::String)
    }

    pub(crate) fn equal(&mut self, left: ValueId, right: ValueId) -> ValueId {
        let comparison = Comparison::Equal;
        let expression = Expression::Operator(Operator::Compare {
            comparison,
            left,
            right,
        });
        self.value(expression, Type::Boolean)
    }

    fn component(
        &mut self,
        name: &str,
        inputs: &[(&str, Type)],
        outputs: &[Type],
        body: Body,
    ) -> Id<Component> {
        if let Some(known) = self.components.get(name) {
            return *known;
        }
        let id = self.graph.components.alloc(Component {
            key: format!("crate::{name}"),
            name: name.into(),
            description: None,
            inputs: inputs
                .iter()
                .map(|(name, ty)| Input {
                    name: (*name).into(),
                    ty: ty.clone(),
                    default: None,
                    description: None,
                })
                .collect(),
            outputs: outputs
                .iter()
                .enumerate()
                .map(|(index, ty)| Output {
                    name: match index {
                        0 => "output".into(),
                        index => format!("output{index}"),
                    },
                    ty: ty.clone(),
                    description: None,
                })
                .collect(),
            body,
            options: Options::default(),
            digest: "0".into(),
            at: at(),
        });
        self.components.insert(name.into(), id);
        id
    }

    /// A script in a ready image, which finds its inputs in `$1`, .. and the paths of its outputs behind them.
    pub(crate) fn script(
        &mut self,
        name: &str,
        script: &str,
        inputs: &[ValueId],
        outputs: &[Type],
        options: Options,
    ) -> (StepId, Vec<ValueId>) {
        let names: Vec<String> = (0..inputs.len())
            .map(|index| format!("in{index}"))
            .collect();
        let types: Vec<(&str, Type)> = names
            .iter()
            .zip(inputs)
            .map(|(name, value)| (name.as_str(), self.ty(*value)))
            .collect();
        let literal = |text: &str| Text(vec![Piece::Literal(text.into())]);
        let mut command = vec![literal("sh"), literal("-c"), literal(script), literal("sh")];
        command.extend(
            names
                .iter()
                .map(|name| Text(vec![Piece::Input(name.clone())])),
        );
        command.extend((0..outputs.len()).map(|index| {
            let name = match index {
                0 => "output".into(),
                index => format!("output{index}"),
            };
            Text(vec![Piece::OutputPath(name)])
        }));
        let body = Body::Container(ContainerSpec {
            image: "busybox:1.36".into(),
            command,
            args: vec![],
            paths: Default::default(),
            env: vec![],
        });
        let component = self.component(name, &types, outputs, body);
        self.call(component, inputs, options)
    }

    fn call(
        &mut self,
        component: Id<Component>,
        inputs: &[ValueId],
        options: Options,
    ) -> (StepId, Vec<ValueId>) {
        let called = self.graph.components[component].clone();
        let arguments = called.inputs.iter().zip(inputs);
        let task = Task {
            component,
            arguments: arguments
                .map(|(input, value)| Argument {
                    input: input.name.clone(),
                    value: *value,
                })
                .collect(),
            options,
            option_values: vec![],
            display_value: None,
        };
        let step = self.step(StepKind::Task(task));
        let outputs = called.outputs.iter().map(|output| {
            let expression = Expression::Output {
                step,
                output: output.name.clone(),
            };
            self.value(expression, output.ty.clone())
        });
        let outputs = outputs.collect();
        (step, outputs)
    }

    /// A task that gives a value as it is.
    pub(crate) fn echo(&mut self, value: ValueId) -> ValueId {
        let ty = self.ty(value);
        let name = format!("echo {ty}");
        let script = r#"printf %s "$1" > "$2""#;
        let (_, outputs) = self.script(&name, script, &[value], &[ty], Options::default());
        outputs[0]
    }

    /// A task that fails.
    pub(crate) fn bad(&mut self) -> (StepId, ValueId) {
        let (step, outputs) =
            self.script("bad", "exit 3", &[], &[Type::String], Options::default());
        (step, outputs[0])
    }

    pub(crate) fn step(&mut self, kind: StepKind) -> StepId {
        let step = self.graph.steps.alloc(Step {
            kind,
            after: vec![],
            may_fail: false,
            name: None,
            display_name: None,
            at: at(),
        });
        self.blocks.last_mut().expect("a block is open").push(step);
        step
    }

    pub(crate) fn after(&mut self, step: StepId, before: StepId) {
        self.graph.steps[step].after.push(before);
    }

    /// Lets a task fail: the optional value that it gives.
    pub(crate) fn may_fail(&mut self, step: StepId, output: ValueId) -> ValueId {
        self.graph.steps[step].may_fail = true;
        let expression = self.graph.values[output].expression.clone();
        let ty = optional(self.ty(output));
        self.value(expression, ty)
    }

    fn block<T>(&mut self, body: impl FnOnce(&mut Self) -> T) -> (Vec<StepId>, T) {
        self.blocks.push(vec![]);
        let result = body(self);
        (self.blocks.pop().expect("a block is open"), result)
    }

    /// The lists that a block gives for each item.
    pub(crate) fn each(
        &mut self,
        items: &[Items],
        parallelism: Parallelism,
        body: impl FnOnce(&mut Self, &[ValueId]) -> Vec<ValueId>,
    ) -> Vec<ValueId> {
        let each = self.step(StepKind::Each(Each {
            items: items.to_vec(),
            body: vec![],
            values: vec![],
            parallelism,
        }));
        let given: Vec<ValueId> = (0..items.len())
            .map(|index| {
                let ty = match items[index] {
                    Items::List(list) => match self.ty(list) {
                        Type::List(item) => *item,
                        ty => ty,
                    },
                    Items::Index => Type::Integer,
                };
                let index = index as u32;
                self.value(Expression::Item { each, index }, ty)
            })
            .collect();
        let (body, values) = self.block(|builder| body(builder, &given));
        let types: Vec<Type> = values.iter().map(|value| list(self.ty(*value))).collect();
        self.graph.steps[each].kind = StepKind::Each(Each {
            items: items.to_vec(),
            body,
            values,
            parallelism,
        });
        self.results(each, types)
    }

    fn results(&mut self, step: StepId, types: Vec<Type>) -> Vec<ValueId> {
        let result = |(index, ty)| {
            let index = index as u32;
            self.value(Expression::Result { step, index }, ty)
        };
        types.into_iter().enumerate().map(result).collect()
    }

    pub(crate) fn branch(
        &mut self,
        condition: ValueId,
        then: impl FnOnce(&mut Self) -> Vec<ValueId>,
        otherwise: impl FnOnce(&mut Self) -> Vec<ValueId>,
    ) -> Vec<ValueId> {
        let empty = If {
            condition,
            then: vec![],
            otherwise: vec![],
            values: vec![],
        };
        let step = self.step(StepKind::If(empty));
        let (then, first) = self.block(then);
        let (otherwise, second) = self.block(otherwise);
        let types: Vec<Type> = first.iter().map(|value| self.ty(*value)).collect();
        let values = first.into_iter().zip(second);
        self.graph.steps[step].kind = StepKind::If(If {
            condition,
            then,
            otherwise,
            values: values
                .map(|(then, otherwise)| Merged { then, otherwise })
                .collect(),
        });
        self.results(step, types)
    }

    pub(crate) fn group(
        &mut self,
        retries: Option<u32>,
        exit: Option<fn(&mut Self)>,
        body: impl FnOnce(&mut Self) -> Vec<ValueId>,
    ) -> (StepId, Vec<ValueId>) {
        let empty = Group {
            body: vec![],
            values: vec![],
            retries,
            exit: None,
        };
        let step = self.step(StepKind::Group(empty));
        let (body, values) = self.block(body);
        let exit = exit.map(|exit| Exit {
            body: self.block(exit).0,
        });
        let types: Vec<Type> = values.iter().map(|value| self.ty(*value)).collect();
        self.graph.steps[step].kind = StepKind::Group(Group {
            body,
            values,
            retries,
            exit,
        });
        (step, self.results(step, types))
    }

    pub(crate) fn exit_value(&mut self, value: ExitValue) -> ValueId {
        self.value(Expression::Exit(value), value.ty())
    }

    /// What runs at the end of the pipeline.
    pub(crate) fn on_exit(&mut self, body: impl FnOnce(&mut Self)) {
        let (body, ()) = self.block(body);
        self.graph.exit = Some(Exit { body });
    }

    /// A pipeline of one parameter, that may call itself.
    pub(crate) fn called(
        &mut self,
        name: &str,
        parameter: Type,
        exit: Option<fn(&mut Self)>,
        body: impl FnOnce(&mut Self, Id<Pipeline>, ValueId) -> ValueId,
    ) -> Id<Pipeline> {
        let index = self.graph.pipelines.alloc(Pipeline {
            key: format!("crate::{name}"),
            name: name.into(),
            description: None,
            at: at(),
            parameters: vec![Parameter {
                name: "x".into(),
                ty: parameter.clone(),
                default: None,
                description: None,
                at: at(),
            }],
            body: vec![],
            outputs: vec![],
            exit: None,
        });
        let x = self.value(Expression::Parameter(0), parameter);
        let (steps, value) = self.block(|builder| body(builder, index, x));
        let exit = exit.map(|exit| Exit {
            body: self.block(exit).0,
        });
        let pipeline = &mut self.graph.pipelines[index];
        pipeline.body = steps;
        pipeline.exit = exit;
        pipeline.outputs = named(vec![value]);
        index
    }

    pub(crate) fn call_pipeline(
        &mut self,
        pipeline: Id<Pipeline>,
        x: ValueId,
        output: Type,
        retries: Option<u32>,
    ) -> ValueId {
        let step = self.step(StepKind::Call(Call {
            pipeline,
            arguments: vec![Argument {
                input: "x".into(),
                value: x,
            }],
            retries,
        }));
        let output0 = Expression::Output {
            step,
            output: "output0".into(),
        };
        self.value(output0, output)
    }
}
