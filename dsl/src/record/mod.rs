//! Recording of a pipeline: its function runs once, and what it calls is written down as a graph.

mod operators;
mod recorder;
mod task;

pub(crate) use crate::handle::Reference;
pub(crate) use operators::{and, compare, format, not, or};
pub use recorder::Merge;
pub(crate) use recorder::{OpenIf, Recorder, enter_if};
pub use task::{Draft, TaskHandles};
pub(crate) use task::{after, options};

use crate::diagnostic::Diagnostic;
use crate::graph::{Expression, Graph, Location, PipelineOutput};
use crate::json::Json;
use crate::pipeline::PipelineDescriptor;
use crate::types::Type;
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
    let outer = CURRENT.replace(Some(Recorder::new()));
    let outputs = catch_unwind(AssertUnwindSafe(pipeline.body));
    let mut recorder = CURRENT.replace(outer).unwrap_or_default();

    let mut diagnostics = vec![];
    let parameters = pipeline.graph_parameters(&mut diagnostics);
    let fields = (pipeline.outputs)();
    let mut returned = vec![];
    match outputs {
        Ok(outputs) => returned.extend(outputs.iter().filter_map(|(name, reference)| {
            let field = fields.iter().find(|field| field.name == *name)?;
            Some(PipelineOutput {
                name: (*name).into(),
                value: recorder.used(reference.0, &pipeline.at),
                description: field.description.map(Into::into),
            })
        })),
        Err(panic) => {
            let message = format!(
                "the pipeline `{}` panicked: {}",
                pipeline.name,
                panic_message(&*panic)
            );
            recorder.report(Diagnostic::error(&pipeline.at, message));
        }
    }
    let (mut graph, mut found) = recorder.finish(&pipeline.at);
    graph.outputs = returned;
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
