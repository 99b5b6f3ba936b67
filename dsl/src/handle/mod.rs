//! What users hold in a pipeline: handles of values that are known when it runs.

mod approval;
mod arithmetic;
mod fields;
mod group;
mod input;
mod list;
mod loops;
mod optional;
mod options;
mod outputs;
mod produced;
#[cfg_attr(doc, doc(hidden))]
#[allow(missing_docs, reason = "for generated code only")]
pub mod shape;
mod text;
mod value;

pub use approval::{approve, ask};
pub use arithmetic::{Calculable, CalculableInteger, Negative, OperandOf};
pub use fields::{HasFields, OpenFields};
pub use group::{ExitHandles, ExitStatus, GroupOptions, TaskFailure, group, on_exit};

pub(crate) use input::literal;
pub use input::{DefaultOf, IntoInput};
pub(crate) use loops::through;
pub use loops::{Item, Items, OpenLoop, Whole, range};
pub(crate) use optional::there;
pub use options::{StepOptions, configure, hours, minutes, seconds};
pub use outputs::{
    __Reference, Handles, HandlesOf, Make, Make2, Never, Outcome, Returned, returned,
};
pub use produced::Produced;
pub(crate) use produced::nothing;
pub use text::Searched;
pub(crate) use value::Reference;
pub use value::Value;

pub use pipewright_ir::options::{CacheOption, OptionText, TaskOptions};
