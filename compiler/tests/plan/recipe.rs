//! Graphs of any shape, as the recorder would make them.

use pipewright_ir::arena::{Arena, Id};
use pipewright_ir::expression::{Comparison, FormatPiece, Layout, Operator};
use pipewright_ir::graph::*;
use pipewright_ir::json::Json;
use pipewright_ir::kube::{Quantity, Seconds};
use pipewright_ir::types::Type;
use proptest::prelude::*;

/// What a step is made of. Numbers choose among what is there.
#[derive(Debug, Clone)]
pub(crate) enum Recipe {
    Task {
        component: u16,
        arguments: Vec<u16>,
        options: u8,
        after: Vec<u16>,
    },
    If {
        condition: u16,
        then: Vec<Recipe>,
        otherwise: Vec<Recipe>,
        values: Vec<(u16, u16)>,
        after: Vec<u16>,
    },
}

/// The steps of a pipeline.
pub(crate) fn steps() -> impl Strategy<Value = Vec<Recipe>> {
    let choices = |count| prop::collection::vec(any::<u16>(), 0..count);
    let task = (
        any::<u16>(),
        prop::collection::vec(any::<u16>(), 4),
        any::<u8>(),
        choices(3),
    )
        .prop_map(|(component, arguments, options, after)| Recipe::Task {
            component,
            arguments,
            options,
            after,
        });
    let step = task.prop_recursive(4, 40, 4, move |inner| {
        let block = || prop::collection::vec(inner.clone(), 0..4);
        let values = prop::collection::vec(any::<(u16, u16)>(), 0..3);
        (any::<u16>(), block(), block(), values, choices(2)).prop_map(
            |(condition, then, otherwise, values, after)| Recipe::If {
                condition,
                then,
                otherwise,
                values,
                after,
            },
        )
    });
    prop::collection::vec(step, 0..6)
}

/// The types that values may have.
fn types() -> [Type; 6] {
    [
        Type::Boolean,
        Type::Integer,
        Type::Number,
        Type::String,
        Type::any_struct(),
        Type::Null,
    ]
}

fn operator(operator: Operator<ValueId>) -> Expression {
    Expression::Operator(operator)
}

fn at() -> Location {
    Location::new("src/main.rs", 1, 1)
}

/// A component that takes and gives values of each type. Some names are those that blocks and tasks would get.
fn component(
    name: &str,
    inputs: &[(Type, Option<&str>)],
    outputs: &[Type],
    is_ready: bool,
) -> Component {
    let input = |(index, (ty, default)): (usize, &(Type, Option<&str>))| Input {
        name: format!("in{index}"),
        ty: ty.clone(),
        default: default.map(|text| Json::parse(text).expect("it is JSON")),
        description: None,
    };
    let output = |(index, ty): (usize, &Type)| Output {
        name: format!("out{index}"),
        ty: ty.clone(),
        description: None,
    };
    Component {
        key: format!("crate::{name}"),
        name: name.into(),
        description: None,
        inputs: inputs.iter().enumerate().map(input).collect(),
        outputs: outputs.iter().enumerate().map(output).collect(),
        body: if is_ready {
            Body::Container(ContainerSpec {
                image: "busybox:1.36".into(),
                command: vec![Text(vec![
                    Piece::Input("in0".into()),
                    Piece::OutputPath("out0".into()),
                ])],
                args: vec![],
                paths: Default::default(),
                env: vec![],
            })
        } else {
            Body::Program
        },
        options: Options::default(),
        digest: "0".into(),
        at: at(),
    }
}

fn components() -> Vec<Component> {
    let [boolean, integer, number, string, object, _] = types();
    vec![
        component("step", &[], &[], false),
        component(
            "if_1",
            &[(integer.clone(), None)],
            std::slice::from_ref(&integer),
            false,
        ),
        component(
            "p",
            &[(string.clone(), None), (boolean.clone(), Some("true"))],
            &[string.clone(), boolean],
            false,
        ),
        component(
            "p_if_2",
            &[(number.clone(), Some("0.5"))],
            &[number, integer.clone()],
            false,
        ),
        component(
            "step_2",
            &[(object.clone(), None), (string.clone(), Some("\"{{x}}\""))],
            &[object],
            false,
        ),
        component("ready", &[(string.clone(), None)], &[string, integer], true),
    ]
}

struct Builder {
    graph: Graph,
    /// Values and steps that the block at hand can see.
    values: Vec<ValueId>,
    steps: Vec<StepId>,
}

/// The graph of a recipe, which returns some of the values that are visible at its end.
pub(crate) fn graph(recipe: &[Recipe], outputs: &[u16]) -> Graph {
    let mut builder = Builder::new();
    for index in 0..builder.graph.parameters.len() as u32 {
        let ty = builder.graph.parameters[index as usize].ty.clone();
        let value = builder.value(Expression::Parameter(index), ty);
        builder.values.push(value);
    }
    builder.graph.body = builder.block(recipe);
    for (index, choice) in outputs.iter().enumerate() {
        let value = builder.any(*choice);
        builder.graph.outputs.push(PipelineOutput {
            name: format!("result{index}"),
            value,
            description: None,
        });
    }
    builder.graph
}

impl Builder {
    fn new() -> Self {
        let parameter = |(index, ty): (usize, Type)| Parameter {
            name: format!("in{index}"),
            ty,
            default: None,
            description: None,
            at: at(),
        };
        let types = types().into_iter().filter(|ty| *ty != Type::Null);
        let graph = Graph {
            name: "p".into(),
            description: None,
            at: at(),
            program: Program::default(),
            parameters: types.enumerate().map(parameter).collect(),
            components: components().into_iter().collect(),
            values: Arena::new(),
            steps: Arena::new(),
            body: vec![],
            outputs: vec![],
            dropped: vec![],
            exit: None,
            pipelines: Arena::new(),
        };
        Self {
            graph,
            values: vec![],
            steps: vec![],
        }
    }

    fn value(&mut self, expression: Expression, ty: Type) -> ValueId {
        self.graph.values.alloc(Value {
            expression,
            ty,
            at: at(),
        })
    }

    fn block(&mut self, recipe: &[Recipe]) -> Vec<StepId> {
        recipe.iter().map(|recipe| self.step(recipe)).collect()
    }

    fn step(&mut self, recipe: &Recipe) -> StepId {
        match recipe {
            Recipe::Task {
                component,
                arguments,
                options,
                after,
            } => self.task(*component, arguments, *options, after),
            Recipe::If {
                condition,
                then,
                otherwise,
                values,
                after,
            } => {
                let condition = self.of_type(&Type::Boolean, *condition);
                let after = self.after(after);
                let step = self.push(
                    StepKind::If(If {
                        condition,
                        then: vec![],
                        otherwise: vec![],
                        values: vec![],
                    }),
                    after,
                );
                let visible = (self.values.clone(), self.steps.clone());
                let then = self.block(then);
                let firsts: Vec<ValueId> =
                    values.iter().map(|(choice, _)| self.any(*choice)).collect();
                (self.values, self.steps) = visible.clone();
                let otherwise = self.block(otherwise);
                let seconds = firsts.iter().zip(values).map(|(first, (_, choice))| {
                    let ty = self.graph.values[*first].ty.clone();
                    self.of_type(&ty, *choice)
                });
                let seconds: Vec<ValueId> = seconds.collect();
                (self.values, self.steps) = visible;
                self.steps.push(step);
                let merged: Vec<Merged> = firsts
                    .iter()
                    .zip(seconds)
                    .map(|(then, otherwise)| Merged {
                        then: *then,
                        otherwise,
                    })
                    .collect();
                for (index, first) in firsts.iter().enumerate() {
                    let ty = self.graph.values[*first].ty.clone();
                    let value = self.value(
                        Expression::Result {
                            step,
                            index: index as u32,
                        },
                        ty,
                    );
                    self.values.push(value);
                }
                self.graph.steps[step].kind = StepKind::If(If {
                    condition,
                    then,
                    otherwise,
                    values: merged,
                });
                step
            }
        }
    }

    fn task(&mut self, component: u16, choices: &[u16], options: u8, after: &[u16]) -> StepId {
        let index = Id::new(u32::from(component) % self.graph.components.len() as u32);
        let component = self.graph.components[index].clone();
        let mut arguments = vec![];
        for (input, choice) in component.inputs.iter().zip(choices) {
            // Inputs with a default are left out now and then.
            if input.default.is_none() || choice % 3 > 0 {
                let value = self.of_type(&input.ty, choice / 3);
                arguments.push(Argument {
                    input: input.name.clone(),
                    value,
                });
            }
        }
        let choices_of_options = options;
        let options = Options {
            retries: (options % 4 == 1).then_some(2),
            timeout: (options % 4 == 2).then_some(Seconds::new("1m")),
            cpu: (options % 8 == 3).then_some(Quantity::new("1")),
            ..Options::default()
        };
        // Options from values: of each kind one in eight.
        let mut option_values = vec![];
        for (choice, option, ty) in [
            (4, RuntimeOption::Memory, Type::Integer),
            (5, RuntimeOption::Image, Type::String),
        ] {
            if choices_of_options % 8 == choice {
                let value = self.of_type(&ty, u16::from(choices_of_options) * 5);
                option_values.push(OptionValue { option, value });
            }
        }
        let display_value = (choices_of_options % 8 == 6)
            .then(|| self.of_type(&Type::String, u16::from(choices_of_options) * 5));
        let task = Task {
            component: index,
            arguments,
            options,
            option_values,
            display_value,
        };
        let after = self.after(after);
        let step = self.push(StepKind::Task(task), after);
        self.steps.push(step);
        for output in &component.outputs {
            let expression = Expression::Output {
                step,
                output: output.name.clone(),
            };
            let value = self.value(expression, output.ty.clone());
            self.values.push(value);
        }
        if component.outputs.is_empty() {
            let value = self.value(
                Expression::Output {
                    step,
                    output: "output".into(),
                },
                Type::Null,
            );
            self.values.push(value);
        }
        step
    }

    fn push(&mut self, kind: StepKind, after: Vec<StepId>) -> StepId {
        self.graph.steps.alloc(Step {
            may_fail: false,
            name: None,
            display_name: None,
            kind,
            after,
            at: at(),
        })
    }

    fn after(&self, choices: &[u16]) -> Vec<StepId> {
        let mut after = vec![];
        for choice in choices.iter().filter(|_| !self.steps.is_empty()) {
            let step = self.steps[*choice as usize % self.steps.len()];
            if !after.contains(&step) {
                after.push(step);
            }
        }
        after
    }

    /// A visible value, or a new one made of them.
    fn any(&mut self, choice: u16) -> ValueId {
        match self.values.get(choice as usize % (self.values.len() + 2)) {
            Some(value) => *value,
            None => self.of_type(&types()[choice as usize % types().len()], choice),
        }
    }

    /// A value of a type: a visible one, one made of them, or a literal.
    fn of_type(&mut self, ty: &Type, choice: u16) -> ValueId {
        let visible = |id: &&ValueId| self.graph.values[**id].ty == *ty;
        let fitting: Vec<ValueId> = self.values.iter().filter(visible).copied().collect();
        let (kind, choice) = (choice % 5, choice as usize / 5);
        match (kind, fitting.is_empty()) {
            (0..=2, false) => fitting[choice % fitting.len()],
            (3, _) if *ty == Type::Boolean => self.condition(choice as u16),
            (3, _) if *ty == Type::String => self.text(choice as u16),
            _ => self.literal(ty, choice),
        }
    }

    fn literal(&mut self, ty: &Type, choice: usize) -> ValueId {
        let texts: [&str; 3] = match ty {
            Type::Boolean => ["true", "false", "true"],
            Type::Integer => ["0", "-9223372036854775808", "7"],
            Type::Number => ["0.1", "1000", "-3"],
            Type::String => ["\"\"", "\"it's {{x}} $(y)\\n\"", "\"json:\""],
            Type::Null => ["null"; 3],
            _ => ["{}", "{\"a\":{\"b\":1}}", "{\"{{\":\"é😀\"}"],
        };
        let json = Json::parse(texts[choice % 3]).expect("it is JSON");
        self.value(Expression::Literal(json), ty.clone())
    }

    fn condition(&mut self, choice: u16) -> ValueId {
        let (kind, choice) = (choice % 4, choice / 4);
        let expression = match kind {
            0 => {
                let left = self.of_type(&Type::Boolean, choice);
                operator(Operator::And(
                    left,
                    self.of_type(&Type::Boolean, choice / 2),
                ))
            }
            1 => {
                let left = self.of_type(&Type::Boolean, choice / 2);
                operator(Operator::Or(left, self.of_type(&Type::Boolean, choice)))
            }
            2 => operator(Operator::Not(self.of_type(&Type::Boolean, choice))),
            _ => {
                let ty = &types()[choice as usize % 4];
                let left = self.of_type(ty, choice / 2);
                let comparison = [
                    Comparison::Equal,
                    Comparison::NotEqual,
                    Comparison::Less,
                    Comparison::GreaterOrEqual,
                ][choice as usize % if *ty == Type::Boolean { 2 } else { 4 }];
                operator(Operator::Compare {
                    comparison,
                    left,
                    right: self.of_type(ty, choice / 3),
                })
            }
        };
        self.value(expression, Type::Boolean)
    }

    fn text(&mut self, choice: u16) -> ValueId {
        let ty = &types()[choice as usize % 4];
        let value = self.of_type(ty, choice / 4);
        let pieces = vec![
            FormatPiece::Text("{{a}} 'b'".into()),
            FormatPiece::Value {
                value,
                layout: Layout::default(),
            },
        ];
        self.value(operator(Operator::Format(pieces)), Type::String)
    }
}

/// Makes a value of the one before it.
type Maker = fn(ValueId) -> (Expression, Type);

/// What values can be made of within each other.
pub(crate) const OPERATORS: [Maker; 4] = [
    |value| (operator(Operator::And(value, Id::new(0))), Type::Boolean),
    |value| (operator(Operator::Or(Id::new(0), value)), Type::Boolean),
    |value| {
        (
            operator(Operator::Compare {
                comparison: Comparison::Equal,
                left: value,
                right: Id::new(0),
            }),
            Type::Boolean,
        )
    },
    |value| {
        (
            self::operator(Operator::Format(vec![
                FormatPiece::Value {
                    value,
                    layout: Layout::default(),
                },
                FormatPiece::Text("x".into()),
            ])),
            Type::String,
        )
    },
];

/// A graph that returns a value of so many operators within each other, and runs a task if it holds.
pub(crate) fn deep(operator: Maker, depth: usize) -> Graph {
    let mut builder = Builder::new();
    let mut value = builder.value(Expression::Parameter(0), Type::Boolean);
    for _ in 0..depth {
        let (expression, ty) = operator(value);
        value = builder.value(expression, ty);
    }
    let task = builder.task(0, &[], 0, &[]);
    builder.graph.body = vec![task];
    if builder.graph.values[value].ty == Type::Boolean {
        let branch = If {
            condition: value,
            then: vec![task],
            otherwise: vec![],
            values: vec![],
        };
        builder.graph.body = vec![builder.push(StepKind::If(branch), vec![])];
    }
    builder.graph.outputs.push(PipelineOutput {
        name: "output".into(),
        value,
        description: None,
    });
    builder.graph
}
