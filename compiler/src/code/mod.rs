//! Code of the languages that engines evaluate, as a tree.
//!
//! Argo evaluates `expr`, Kubeflow Pipelines evaluates CEL; what both have in common is here. A tree is never text that is
//! looked at again: its printer knows what binds how strongly.

mod print;

use std::borrow::Cow;

/// An expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Code {
    /// A literal or name, as it is written.
    Word(Cow<'static, str>),
    /// `a.b`
    Member(Box<Code>, Cow<'static, str>),
    /// `a?.b`
    MemberIfThere(Box<Code>, &'static str),
    /// `a[b]`
    Index(Box<Code>, Box<Code>),
    /// `a[b:c]`
    Slice(Box<Code>, Option<Box<Code>>, Option<Box<Code>>),
    /// `f(a, b)`
    Call(Cow<'static, str>, Vec<Code>),
    /// `[a, b]`
    List(Vec<Code>),
    /// `!a` or `-a`
    Unary(&'static str, Box<Code>),
    /// `a + b`
    Binary(Binary, Box<Code>, Box<Code>),
    /// `a ? b : c`
    Conditional(Box<Code>, Box<Code>, Box<Code>),
    /// `let a = b; c`
    Let(Cow<'static, str>, Box<Code>, Box<Code>),
}

/// Operator between two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Binary {
    /// `||`
    Or,
    /// `&&`
    And,
    /// `==`, `<`, `in`, `matches`, …
    Compare(&'static str),
    /// `..`
    Range,
    /// `+` and `-`
    Sum(&'static str),
    /// `*`, `/` and `%`
    Product(&'static str),
    /// `??`
    Coalesce,
}

/// A literal or name, as it is written.
pub(crate) fn word(text: impl Into<Cow<'static, str>>) -> Code {
    Code::Word(text.into())
}

/// `f(arguments)`
pub(crate) fn call<const N: usize>(function: &'static str, arguments: [Code; N]) -> Code {
    Code::Call(function.into(), arguments.into())
}

/// `[elements]`
pub(crate) fn list(elements: impl IntoIterator<Item = Code>) -> Code {
    Code::List(elements.into_iter().collect())
}

impl Code {
    /// `self.name`
    pub(crate) fn member(self, name: impl Into<Cow<'static, str>>) -> Self {
        Self::Member(Box::new(self), name.into())
    }

    /// `self?.name`: nothing, if there is nothing.
    pub(crate) fn member_if_there(self, name: &'static str) -> Self {
        Self::MemberIfThere(Box::new(self), name)
    }

    /// `self[index]`
    pub(crate) fn index(self, index: Self) -> Self {
        Self::Index(Box::new(self), Box::new(index))
    }

    /// `self[start:end]`, with the bounds as they are written; an empty one is left out.
    pub(crate) fn slice(self, start: &'static str, end: &'static str) -> Self {
        let bound = |text: &'static str| (!text.is_empty()).then(|| Box::new(word(text)));
        Self::Slice(Box::new(self), bound(start), bound(end))
    }

    fn binary(self, operator: Binary, other: Self) -> Self {
        Self::Binary(operator, Box::new(self), Box::new(other))
    }

    /// `self || other`
    pub(crate) fn or(self, other: Self) -> Self {
        self.binary(Binary::Or, other)
    }

    /// `self && other`
    pub(crate) fn and(self, other: Self) -> Self {
        self.binary(Binary::And, other)
    }

    /// `self operator other`, of an operator that gives true or false.
    pub(crate) fn compare(self, operator: &'static str, other: Self) -> Self {
        self.binary(Binary::Compare(operator), other)
    }

    /// `self == other`
    pub(crate) fn equals(self, other: Self) -> Self {
        self.compare("==", other)
    }

    /// `self + other`
    pub(crate) fn plus(self, other: Self) -> Self {
        self.binary(Binary::Sum("+"), other)
    }

    /// `self - other`
    pub(crate) fn minus(self, other: Self) -> Self {
        self.binary(Binary::Sum("-"), other)
    }

    /// `self * other`, or another operator that binds as strongly.
    pub(crate) fn product(self, operator: &'static str, other: Self) -> Self {
        self.binary(Binary::Product(operator), other)
    }

    /// `self..other`
    pub(crate) fn to(self, other: Self) -> Self {
        self.binary(Binary::Range, other)
    }

    /// `self ?? other`
    pub(crate) fn or_else(self, other: Self) -> Self {
        self.binary(Binary::Coalesce, other)
    }

    /// `!self`
    pub(crate) fn not(self) -> Self {
        Self::Unary("!", Box::new(self))
    }

    /// `self ? then : otherwise`
    pub(crate) fn choose(self, then: Self, otherwise: Self) -> Self {
        Self::Conditional(Box::new(self), Box::new(then), Box::new(otherwise))
    }

    /// `let name = self; body`.
    ///
    /// What is declared stands in no other declaration of the body, since a name cannot be declared twice: operands stand
    /// in the first declaration of an expression only, where no other name is known yet. So expressions can stand within
    /// each other.
    pub(crate) fn named(self, name: impl Into<Cow<'static, str>>, body: Self) -> Self {
        Self::Let(name.into(), Box::new(self), Box::new(body))
    }

    /// The same with each part of it, one level below, in another form.
    pub(crate) fn map_parts(self, mut form: impl FnMut(Self) -> Self) -> Self {
        let mut boxed = |part: Box<Self>| Box::new(form(*part));
        match self {
            Self::Word(word) => Self::Word(word),
            Self::Member(of, name) => Self::Member(boxed(of), name),
            Self::MemberIfThere(of, name) => Self::MemberIfThere(boxed(of), name),
            Self::Index(of, index) => Self::Index(boxed(of), boxed(index)),
            Self::Slice(of, start, end) => {
                let of = boxed(of);
                let start = start.map(&mut boxed);
                Self::Slice(of, start, end.map(&mut boxed))
            }
            Self::Call(function, parts) => {
                Self::Call(function, parts.into_iter().map(form).collect())
            }
            Self::List(parts) => Self::List(parts.into_iter().map(form).collect()),
            Self::Unary(operator, of) => Self::Unary(operator, boxed(of)),
            Self::Binary(operator, left, right) => {
                let left = boxed(left);
                Self::Binary(operator, left, boxed(right))
            }
            Self::Conditional(condition, then, otherwise) => {
                let (condition, then) = (boxed(condition), boxed(then));
                Self::Conditional(condition, then, boxed(otherwise))
            }
            Self::Let(name, value, body) => {
                let value = boxed(value);
                Self::Let(name, value, boxed(body))
            }
        }
    }

    /// Shows all parts, itself first.
    pub(crate) fn visit(&self, see: &mut impl FnMut(&Self)) {
        see(self);
        let mut parts = |parts: &[&Self]| parts.iter().for_each(|part| part.visit(see));
        match self {
            Self::Word(_) => {}
            Self::Member(of, _) | Self::MemberIfThere(of, _) | Self::Unary(_, of) => parts(&[of]),
            Self::Index(a, b) | Self::Binary(_, a, b) | Self::Let(_, a, b) => parts(&[a, b]),
            Self::Slice(of, start, end) => {
                parts(&[of]);
                let bounds = start.iter().chain(end);
                bounds.for_each(|bound| parts(&[bound]));
            }
            Self::Call(_, all) | Self::List(all) => all.iter().for_each(|part| parts(&[part])),
            Self::Conditional(a, b, c) => parts(&[a, b, c]),
        }
    }

    /// All of them joined by an operator; none if there are none.
    pub(crate) fn join(
        codes: impl IntoIterator<Item = Self>,
        operator: fn(Self, Self) -> Self,
    ) -> Option<Self> {
        codes.into_iter().reduce(operator)
    }
}
