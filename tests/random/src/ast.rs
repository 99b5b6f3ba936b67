//! Programs as data. Any tree is a well-typed program: a variable is picked by number among those of its type.

use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

/// Picks a variable, counted from the newest.
pub type Pick = u8;

/// A pipeline, the pipeline that it calls, and what it is given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Program {
    pub n: i64,
    pub text: String,
    pub ints: Vec<i64>,
    pub texts: Vec<String>,
    pub maybe: Option<i64>,
    pub ratio: f64,
    pub side: Side,
    pub items: Vec<Item>,
    pub body: Block,
    /// The body of the pipeline that is called.
    pub called: Block,
    /// The handler of the pipeline, if it has one.
    pub exit: Option<Exit>,
}

/// One of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    #[serde(rename = "the left {{one}}")]
    Left,
    Right,
}

/// A struct, whose fields are variables of a loop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Fields)]
pub struct Item {
    pub count: i64,
    #[serde(rename = "the-label")]
    pub label: String,
    pub maybe: Option<i64>,
    pub side: Side,
}

/// What a handler does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Exit {
    /// Something that succeeds.
    Quiet,
    /// Fails if the pipeline's number can be divided by 3.
    Check,
    /// Looks at what it is told.
    Told,
}

/// How the items of a loop run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Parallelism {
    Unlimited,
    Limited(u32),
    FailFast,
}

/// Steps, and the values and the file that they give. None can fail: who needs it would decide whether the pipeline does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Block {
    pub steps: Vec<Step>,
    pub int: Give<i64>,
    pub text: Give<String>,
    pub file: Pick,
}

/// What a block gives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Give<T> {
    Plain(T),
    Var(Pick),
}

/// A statement; what it gives becomes variables.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Step {
    /// Fails if the number can be divided by 3; if it may fail, the pipeline goes on.
    Check(Int, bool),
    /// Gives the integer it is given, after the newest of the others.
    Late(Int),
    /// Gives the integer it is given.
    Same(Int),
    /// Gives the text it is given.
    Echo(Text),
    Double(Operand),
    Sum(Ints),
    Count(Pick),
    Words(Pick),
    Join(Texts),
    Describe(Int, Flag, Text),
    /// A component with two outputs.
    Split(Text),
    If(Flag, Block, Block),
    MatchInt(Pick, [Vec<i64>; 2], [Block; 3]),
    /// One of some numbers, if something else holds, too.
    MatchGuard(Pick, Vec<i64>, Flag, [Block; 2]),
    /// A range with both ends, the numbers from a third on, and all others.
    MatchRange(Pick, [i64; 3], [Block; 3]),
    MatchText(Text, Vec<String>, [Block; 2]),
    MatchSide([Block; 2]),
    EachInt(Ints, Parallelism, Block),
    /// The structs.
    EachItem(Parallelism, Block),
    EachText(Texts, Block),
    /// Two lists side by side, with their numbers.
    Zip(Ints, Texts, Block),
    Group(Option<u32>, bool, Block),
    /// A group that is allowed to fail.
    Attempt(Block),
    /// The blocks of an `if let` of the optional integer.
    IfSome([Block; 2]),
    /// What there is of the optional integer, or what a task gives.
    OrElse(Int),
    /// A new optional integer, made of the one there is by a task or without.
    MapMaybe(bool),
    /// A loop in a loop, over rows of integers.
    Rows(Vec<Ints>, Parallelism),
    /// The call of a pipeline: its text has a default, it may be tried again, and it may be allowed to fail.
    Call(Operand, Option<Text>, bool, bool),
    /// A pipeline that calls itself, from a small number on.
    Countdown(Pick),
    /// A file with a text.
    Write(Text),
    /// A file with the text of another one and more behind it.
    Append(Pick, Text),
    /// The text of a file.
    Read(Pick),
    /// The texts of the files of a list.
    ReadAll(Files),
    EachFile(Files, Block),
}

/// An integer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Int {
    Var(Pick),
    Math(Box<Int>, Operator, Box<Operand>),
    /// The optional parameter, or another value.
    Maybe(Box<Operand>),
}

/// An integer that may be written in the source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Operand {
    Plain(i64),
    Run(Int),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

/// A truth value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Flag {
    Less(Pick, Give<i64>),
    Equal(Pick, Give<i64>),
    Longer(Text, usize),
    More(Texts, usize),
    Same(Text, String),
    Before(Text, Text),
    Contains(Text, Text),
    StartsWith(Text, String),
    EndsWith(Text, Text),
    IsSome,
    Not(Box<Flag>),
    And(Box<Flag>, Box<Flag>),
    Or(Box<Flag>, Box<Flag>),
}

/// A text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Text {
    Var(Pick),
    /// A text behind others: the first one is a variable.
    Format(Pick, Vec<Piece>),
    Lower(Box<Text>),
    Upper(Box<Text>),
}

/// A part of a formatted text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Piece {
    Plain(String),
    Int(Pick),
    Flag(Flag),
    Text(Pick),
    /// A text or an integer in a width.
    WideText(Pick, usize),
    WideInt(Pick, usize),
    /// So many eighths of the ratio.
    Number(i16),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Ints {
    Var(Pick),
    /// From 0 to less than 4.
    Range(Pick),
    /// From 0 to 3 at most.
    Through(Pick),
    Made(Vec<Pick>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Texts {
    Var(Pick),
    Made(Vec<Text>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Files {
    Var(Pick),
    Made(Vec<Pick>),
}
