use pipewright_runner::engine::{Answer, Question};

/// Message to the desk.
#[derive(Debug)]
pub(super) enum Message {
    /// A task asks.
    Ask(Question, Answer),
    /// The answer to a task's question is not needed any more.
    Withdraw(String),
    /// A line was typed.
    Line(String),
    /// Nothing more will be typed: Ctrl-D.
    EndOfLines,
    /// The command `approve` has answered something.
    Ring,
    /// The run has ended.
    Close,
}
