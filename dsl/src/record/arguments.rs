use super::operand::Operand;
use super::recorder::Recorder;
use crate::field::Field;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Argument, Location};

/// Arguments of a call that is being put together.
pub(crate) struct Arguments {
    operands: Vec<(&'static str, Operand)>,
    /// Inputs that are given more than once.
    twice: Vec<&'static str>,
    pub(super) at: Location,
}

impl Arguments {
    /// None yet, at the location of the caller's caller.
    #[track_caller]
    pub(crate) fn new(capacity: usize) -> Self {
        Self {
            operands: Vec::with_capacity(capacity),
            twice: vec![],
            at: Location::caller(),
        }
    }

    /// Adds the argument of an input.
    pub(crate) fn add(&mut self, input: &'static str, argument: impl FnOnce() -> Operand) {
        if self.operands.iter().any(|(known, _)| *known == input) {
            self.twice.push(input);
        } else {
            self.operands.push((input, argument()));
        }
    }

    /// The arguments of a component or pipeline of a name, in the order of its inputs.
    pub(super) fn finish(
        self,
        called: &str,
        inputs: &[Field],
        recorder: &mut Recorder,
    ) -> Vec<Argument> {
        let Self {
            mut operands,
            twice,
            at,
        } = self;
        for name in twice {
            let message = format!("input `{name}` of `{called}` is given twice");
            recorder.report(Diagnostic::error(&at, message).help("remove one of the two"));
        }
        // By name they may come in any order.
        operands.sort_by_key(|(name, _)| inputs.iter().position(|input| input.name == *name));
        let argument = |(input, operand): (&str, Operand)| Argument {
            input: input.into(),
            value: recorder.operand(operand, &at),
        };
        operands.into_iter().map(argument).collect()
    }
}
