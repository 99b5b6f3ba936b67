use super::recorder::Recorder;
use super::{call, current};
use crate::panic::panic_message;
use crate::pipeline::PipelineDescriptor;
use crate::reference::Reference;
use crate::registry;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Expression, Graph, Location};
use pipewright_ir::types::Type;
use std::panic::{AssertUnwindSafe, catch_unwind};

impl PipelineDescriptor {
    /// Records the pipeline. The graph is complete only if none of the diagnostics is an error.
    pub fn record(&self) -> (Graph, Vec<Diagnostic>) {
        let mut recorder = Recorder::default();
        recorder.enter(self);
        // A pipeline may record another one while it is recorded itself: that one goes on afterwards.
        let outer = current::replace(Some(recorder));
        let outputs = catch_unwind(AssertUnwindSafe(self.body));
        let mut recorder = current::replace(outer).unwrap_or_default();

        let mut diagnostics = vec![];
        let parameters = self.graph_parameters(&mut diagnostics);
        let mut returned = vec![];
        let has_ended = outputs.is_ok();
        match outputs {
            Ok(outputs) => returned = call::returned(self, &outputs, &mut recorder),
            // One more mistake of the pipeline, beside those that were found before it.
            Err(panic) => {
                let message = format!(
                    "the pipeline `{}` panicked: {}",
                    self.name,
                    panic_message(&*panic)
                );
                recorder.report(Diagnostic::error(&self.at, message));
            }
        }
        // What a panic left open is no mistake of its own.
        let (exit, body) = match has_ended {
            true => recorder.end(),
            false => (None, vec![]),
        };
        let (mut graph, mut found) = recorder.finish(&self.at);
        graph.outputs = returned;
        graph.exit = exit;
        graph.body = body;
        diagnostics.append(&mut found);
        graph.name = registry::name_of(self);
        graph.description = self.description.map(Into::into);
        graph.program = registry::program(self);
        graph.parameters = parameters;
        (graph, diagnostics)
    }
}

/// A handle of a parameter of the pipeline that is being recorded.
pub(crate) fn parameter(index: u32, ty: Type, at: &Location) -> Reference {
    current::with(at, |recorder| {
        recorder.value(Expression::Parameter(index), ty, at)
    })
}
