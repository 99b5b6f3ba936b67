//! Recording of a pipeline: its function runs once, and what it calls is written down as a graph.

mod approval;
mod arguments;
mod branch;
mod call;
mod current;
mod each;
mod group;
mod operand;
mod operators;
mod options;
mod pipeline;
mod printed;
mod recorder;
mod scope;
mod setting;
mod task;
mod values;

pub(crate) use approval::approval;
pub(crate) use arguments::Arguments;
pub(crate) use branch::{Merge, OpenIf, OpenSide, enter_if, enter_side};
pub(crate) use call::call;
pub(crate) use each::{OpenEach, Source, enter_each};
pub(crate) use group::{enter_exit, enter_group, exit_value, leave_exit, pipeline_exit};
pub use operand::Operand;
pub(crate) use operand::literal;
pub(crate) use operators::{
    Piece, and, apply, choose, compare, constant, field, fields, format, none, not, optional, or,
};
pub(crate) use options::{
    after, allow_failure, awaited, configure, display_name, dropped, optional_result, report,
    retries,
};
pub(crate) use pipeline::parameter;
pub(crate) use printed::printed;
pub use task::Called;
pub(crate) use task::task;
