use pipewright_ir::graph::{Comparison, Function, Layout};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use serde::Serialize;

/// A value in a DAG.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Expression {
    /// Written in the source.
    Literal {
        /// The value.
        json: Json,
        /// What it may hold.
        #[serde(rename = "type")]
        ty: Type,
    },
    /// An input of the DAG.
    Input {
        /// Its name.
        name: String,
        /// What it may hold.
        #[serde(rename = "type")]
        ty: Type,
    },
    /// An output of a task of the DAG.
    Output {
        /// The task, by index.
        task: usize,
        /// Name of the output.
        output: String,
        /// What it may hold.
        #[serde(rename = "type")]
        ty: Type,
    },
    /// Text made of pieces.
    Format(Vec<FormatPiece>),
    /// A comparison of two values of one type.
    Compare {
        /// How they are compared.
        comparison: Comparison,
        /// The left side.
        left: Box<Expression>,
        /// The right side.
        right: Box<Expression>,
    },
    /// Both are true.
    And(Box<Expression>, Box<Expression>),
    /// At least one is true.
    Or(Box<Expression>, Box<Expression>),
    /// It is false.
    Not(Box<Expression>),
    /// One of two values of one type.
    Choose {
        /// Whether it is the first.
        condition: Box<Expression>,
        /// The first.
        then: Box<Expression>,
        /// The second.
        otherwise: Box<Expression>,
    },
    /// What a function makes of values.
    Apply {
        /// The function.
        function: Function,
        /// What it is given.
        arguments: Vec<Expression>,
        /// What it may give.
        #[serde(rename = "type")]
        ty: Type,
    },
}

/// A part of a formatted text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FormatPiece {
    /// Text as it is.
    Text(String),
    /// A value as `{}` prints it: a string as it is, numbers and booleans as their JSON.
    Value {
        /// The value.
        value: Expression,
        /// How it is set.
        layout: Layout,
    },
}

impl Expression {
    /// What it may hold.
    pub fn ty(&self) -> Type {
        match self {
            Self::Literal { ty, .. }
            | Self::Input { ty, .. }
            | Self::Output { ty, .. }
            | Self::Apply { ty, .. } => ty.clone(),
            Self::Choose { otherwise, .. } => otherwise.ty(),
            Self::Format(_) => Type::String,
            Self::Compare { .. } | Self::And(..) | Self::Or(..) | Self::Not(_) => Type::Boolean,
        }
    }

    /// What is true where this is false. Comparisons turn round: no number is without an order, JSON has no NaN.
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Self::Not(value) => *value,
            Self::Compare {
                comparison,
                left,
                right,
            } => Self::Compare {
                comparison: opposite(comparison),
                left,
                right,
            },
            value => Self::Not(Box::new(value)),
        }
    }

    /// Visits the expressions that this one is made of, itself first.
    pub fn visit<'a>(&'a self, visitor: &mut impl FnMut(&'a Self)) {
        visitor(self);
        match self {
            Self::Literal { .. } | Self::Input { .. } | Self::Output { .. } => {}
            Self::Format(pieces) => {
                for piece in pieces {
                    if let FormatPiece::Value { value, .. } = piece {
                        value.visit(visitor);
                    }
                }
            }
            Self::Compare { left, right, .. } | Self::And(left, right) | Self::Or(left, right) => {
                left.visit(visitor);
                right.visit(visitor);
            }
            Self::Not(value) => value.visit(visitor),
            Self::Apply { arguments, .. } => {
                for argument in arguments {
                    argument.visit(visitor);
                }
            }
            Self::Choose {
                condition,
                then,
                otherwise,
            } => {
                condition.visit(visitor);
                then.visit(visitor);
                otherwise.visit(visitor);
            }
        }
    }

    /// Changes the expressions that this one is made of, the innermost first.
    pub(crate) fn visit_mut(&mut self, visitor: &mut impl FnMut(&mut Self)) {
        match self {
            Self::Literal { .. } | Self::Input { .. } | Self::Output { .. } => {}
            Self::Format(pieces) => {
                for piece in pieces {
                    if let FormatPiece::Value { value, .. } = piece {
                        value.visit_mut(visitor);
                    }
                }
            }
            Self::Compare { left, right, .. } | Self::And(left, right) | Self::Or(left, right) => {
                left.visit_mut(visitor);
                right.visit_mut(visitor);
            }
            Self::Not(value) => value.visit_mut(visitor),
            Self::Apply { arguments, .. } => {
                for argument in arguments {
                    argument.visit_mut(visitor);
                }
            }
            Self::Choose {
                condition,
                then,
                otherwise,
            } => {
                condition.visit_mut(visitor);
                then.visit_mut(visitor);
                otherwise.visit_mut(visitor);
            }
        }
        visitor(self);
    }

    /// The tasks whose outputs it uses, by index.
    pub fn tasks(&self) -> Vec<usize> {
        let mut tasks = vec![];
        self.visit(&mut |expression| {
            if let Self::Output { task, .. } = expression {
                tasks.push(*task);
            }
        });
        tasks
    }
}

const fn opposite(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal => Comparison::NotEqual,
        Comparison::NotEqual => Comparison::Equal,
        Comparison::Less => Comparison::GreaterOrEqual,
        Comparison::LessOrEqual => Comparison::Greater,
        Comparison::Greater => Comparison::LessOrEqual,
        Comparison::GreaterOrEqual => Comparison::Less,
    }
}
