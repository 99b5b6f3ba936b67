/// A literal that an attribute holds for an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Literal {
    /// Text in quotes, or the digits of a number where an option takes them as a text.
    Text(&'static str),
    /// A whole number.
    Integer(i64),
    /// `true` or `false`.
    Boolean(bool),
    /// A name with its text, in the parentheses behind the option.
    Pair(&'static str, &'static str),
}

/// Kinds of literals, as the macros tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text in quotes: a [`Literal::Text`].
    Text,
    /// A number without a sign whose digits are a text: a [`Literal::Text`].
    Digits,
    /// A whole number of at most 31 bits, without a sign: a [`Literal::Integer`].
    Count,
    /// A whole number of at most 32 bits, with a sign or without: a [`Literal::Integer`].
    Integer,
    /// `true` or `false`: a [`Literal::Boolean`].
    Boolean,
    /// Names with texts in parentheses: a [`Literal::Pair`] each.
    Pairs,
}

/// Literals that an option takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Syntax {
    /// Any of these.
    pub kinds: &'static [Kind],
    /// Name of such a literal for people, behind "this option is"; for pairs, that of one of them.
    pub name: &'static str,
    /// A way to write it besides the example.
    pub other: Option<&'static str>,
}

impl Syntax {
    /// Text in quotes.
    pub const TEXT: Self = Self {
        kinds: &[Kind::Text],
        name: "a text in quotes",
        other: None,
    };
}

/// An option as the attribute `#[component]` knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declaration {
    /// Its name.
    pub key: &'static str,
    /// Its meaning.
    pub description: &'static str,
    /// Literals that it takes.
    pub syntax: Syntax,
    /// An example of that.
    pub example: &'static str,
}

/// Stops the build at a literal that is wrong.
#[track_caller]
pub(super) const fn stop(expected: &str) -> ! {
    panic!("{}", expected)
}

/// Stops the build at a literal of another kind. The macros answer these first, with a better error.
#[track_caller]
pub(super) const fn refuse(syntax: &Syntax) -> ! {
    panic!("{}", syntax.name)
}
