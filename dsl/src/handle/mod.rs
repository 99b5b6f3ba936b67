//! Handles of values that are known when the pipeline runs: what users hold in a pipeline.

mod approval;
mod arithmetic;
mod block;
mod call;
mod fields;
mod group;
mod handles;
mod import;
mod input;
mod list;
mod loops;
mod missing;
mod number;
mod option_value;
mod optional;
mod options;
mod returned;
#[cfg_attr(doc, doc(hidden))]
#[allow(missing_docs, reason = "for generated code only")]
pub mod shape;
mod text;
mod time;
mod value;

pub use approval::{approve, ask};
pub use arithmetic::{Calculable, CalculableInteger, Negative, OperandOf};
pub use block::BlockValue;
pub(crate) use block::nothing;
pub use call::{CallBuilder, TaskBuilder};
pub use fields::{HasFields, OpenFields};
pub use group::{ExitHandles, ExitStatus, GroupOptions, TaskFailure, group, on_exit};
pub use handles::{Handles, Map, Merge};
pub use import::import;
pub use input::{DefaultOf, IntoInput, default_of};
pub(crate) use loops::through;
pub use loops::{Item, Items, OpenLoop, RangeInteger, range};
pub(crate) use optional::unwrapped;
pub use options::{StepOptions, configure};
pub use returned::{HandlesOf, Never, OutputsOf, Returned, returned};
pub use text::TextPattern;
pub use time::{TimeCount, ValueTime, hours, minutes, seconds};
pub use value::Value;

pub use pipewright_ir::options::{
    CacheOption, DisplayName, ImageOption, OptionText, QuantityOption, RetryCount, TaskOptions,
    TimeoutOption,
};
