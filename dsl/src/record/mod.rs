//! Recording of a pipeline: its function runs once, and what it calls is written down as a graph.

mod approval;
mod branch;
mod call;
mod each;
mod group;
mod operators;
mod options;
mod recorder;
mod scope;
mod task;

pub(crate) use crate::handle::Reference;
pub(crate) use approval::approval;
pub(crate) use branch::{Merge, OpenIf, enter_if};
pub use call::CallDraft;
pub(crate) use each::{OpenEach, Source, enter_each};
pub(crate) use group::{enter_exit, enter_group, exit_value, leave_exit, pipeline_exit};
pub(crate) use operators::{
    Piece, and, apply, choose, compare, field, fields, format, none, not, optional, or,
};
pub(crate) use options::{
    after, allow_failure, attempted, configure, display_name, ending, retries, wrong,
};
pub(crate) use recorder::Recorder;
pub use task::{Draft, TaskHandles};

use crate::pipeline::PipelineDescriptor;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Expression, Graph, Location};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static CURRENT: RefCell<Option<Recorder>> = const { RefCell::new(None) };
}

/// What stands at an input: a handle, or a value that was written in the source.
#[doc(hidden)]
pub enum Operand {
    Value(Reference),
    Literal(Json, Type),
    /// Handles, as a list of a type.
    List(Vec<Reference>, Type),
    /// A value that JSON cannot hold, and why.
    Unwritable(String, Type),
}

/// Works on the pipeline that is being recorded.
///
/// # Panics
/// When there is none: a component is called from ordinary code.
pub(crate) fn with<R>(at: &Location, work: impl FnOnce(&mut Recorder) -> R) -> R {
    CURRENT.with_borrow_mut(|current| match current {
        Some(recorder) => work(recorder),
        None => panic!(
            "{at}: components can be put together in a function with `#[pipeline]` only; \
             to run the function of a component, use its `call`"
        ),
    })
}

/// Whether a pipeline is being recorded.
pub(crate) fn is_recording() -> bool {
    CURRENT.with_borrow(Option::is_some)
}

/// A handle of a parameter of the pipeline that is being recorded.
pub(crate) fn parameter(index: u32, ty: Type, at: &Location) -> Reference {
    with(at, |recorder| {
        recorder.value(Expression::Parameter(index), ty, at)
    })
}

/// A handle of a value that is written in the source.
pub(crate) fn constant(operand: Operand, at: &Location) -> Reference {
    with(at, |recorder| {
        let id = recorder.operand(operand, at);
        recorder.reference(id)
    })
}

/// Records a pipeline.
pub(crate) fn record(pipeline: &PipelineDescriptor) -> (Graph, Vec<Diagnostic>) {
    let mut recorder = Recorder::default();
    recorder.enter();
    let outer = CURRENT.replace(Some(recorder));
    let outputs = catch_unwind(AssertUnwindSafe(pipeline.body));
    let mut recorder = CURRENT.replace(outer).unwrap_or_default();

    let mut diagnostics = vec![];
    let parameters = pipeline.graph_parameters(&mut diagnostics);
    let mut returned = vec![];
    match outputs {
        Ok(outputs) => returned = call::returned(pipeline, &outputs, &mut recorder),
        Err(panic) => {
            let message = format!(
                "the pipeline `{}` panicked: {}",
                pipeline.name,
                panic_message(&*panic)
            );
            recorder.report(Diagnostic::error(&pipeline.at, message));
        }
    }
    let mut frame = recorder.leave();
    let (mut graph, mut found) = recorder.finish(&pipeline.at);
    graph.outputs = returned;
    graph.exit = frame.exit.take();
    graph.body = frame
        .open
        .drain(..)
        .next()
        .map(|(_, steps)| steps)
        .unwrap_or_default();
    diagnostics.append(&mut found);
    graph.name = pipeline.name.into();
    graph.description = pipeline.description.map(Into::into);
    graph.program = pipeline.program();
    graph.parameters = parameters;
    (graph, diagnostics)
}

/// The message of a panic.
pub fn panic_message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message")
}
