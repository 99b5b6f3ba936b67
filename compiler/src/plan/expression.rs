//! Parts of expressions.

use super::{Expression, TaskId};
use pipewright_ir::expression::Operator;
use pipewright_ir::types::Type;

/// Values without an order to others of their type.
fn may_be_unordered(ty: &Type) -> bool {
    match ty {
        Type::Number => true,
        Type::Optional(inner) => may_be_unordered(inner),
        _ => false,
    }
}

impl Expression {
    /// Its type.
    pub fn ty(&self) -> &Type {
        match self {
            Self::Literal { ty, .. }
            | Self::Input { ty, .. }
            | Self::Output { ty, .. }
            | Self::Operator { ty, .. } => ty,
        }
    }

    /// An operator on values.
    pub fn operator(operator: Operator<Self>, ty: Type) -> Self {
        let operator = Box::new(operator);
        Self::Operator { operator, ty }
    }

    /// The operator, if it is made of other values.
    pub fn as_operator(&self) -> Option<&Operator<Self>> {
        match self {
            Self::Operator { operator, .. } => Some(operator),
            Self::Literal { .. } | Self::Input { .. } | Self::Output { .. } => None,
        }
    }

    /// What is true where this is false.
    #[must_use]
    pub fn negate(self) -> Self {
        let Self::Operator { operator, ty } = self else {
            return Self::operator(Operator::Not(self), Type::Boolean);
        };
        match *operator {
            Operator::Not(value) => value,
            // Numbers that are none have no order: of `x < y` and `x >= y` neither holds then.
            Operator::Compare {
                comparison,
                left,
                right,
            } if !comparison.is_order() || !may_be_unordered(left.ty()) => {
                let comparison = comparison.negate();
                let operator = Operator::Compare {
                    comparison,
                    left,
                    right,
                };
                Self::operator(operator, ty)
            }
            operator => {
                let value = Self::operator(operator, ty);
                Self::operator(Operator::Not(value), Type::Boolean)
            }
        }
    }

    /// Visits the expressions that this one is made of, itself first.
    pub fn visit<'a>(&'a self, visitor: &mut impl FnMut(&'a Self)) {
        visitor(self);
        for operand in self.as_operator().into_iter().flat_map(Operator::operands) {
            operand.visit(visitor);
        }
    }

    /// Changes the expressions that this one is made of, the innermost first.
    pub(crate) fn visit_mut(&mut self, visitor: &mut impl FnMut(&mut Self)) {
        if let Self::Operator { operator, .. } = self {
            for operand in operator.operands_mut() {
                operand.visit_mut(visitor);
            }
        }
        visitor(self);
    }

    /// The tasks whose outputs it uses.
    pub fn tasks(&self) -> Vec<TaskId> {
        let mut tasks = vec![];
        self.add_tasks(&mut tasks);
        tasks
    }

    /// Adds the tasks whose outputs it uses to others.
    pub(super) fn add_tasks(&self, tasks: &mut Vec<TaskId>) {
        self.visit(&mut |expression| {
            if let Self::Output { task, .. } = expression {
                tasks.push(*task);
            }
        });
    }
}
