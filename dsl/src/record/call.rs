//! Calls of pipelines from pipelines.

use super::task::Given;
use super::{TaskHandles, is_recording, with};
use crate::component::Typed;
use crate::handle::IntoInput;
use crate::pipeline::PipelineDescriptor;
use pipewright_ir::arena::Id;
use pipewright_ir::graph::{Call, Location, Pipeline, PipelineOutput, StepKind};

/// A call of a pipeline whose optional parameters may still be given; for generated code only.
#[doc(hidden)]
pub struct CallDraft {
    pipeline: &'static PipelineDescriptor,
    given: Given,
}

impl CallDraft {
    /// A call at the place of the caller's caller.
    #[track_caller]
    pub fn new(pipeline: &'static PipelineDescriptor) -> Self {
        Self {
            pipeline,
            given: Given::new(pipeline.parameters.len()),
        }
    }

    /// Gives a parameter its value.
    #[must_use]
    pub fn input<T>(mut self, field: &Typed<T>, value: impl IntoInput<T>) -> Self {
        self.given.add(field, value);
        self
    }

    /// Records the call, and the pipeline if it was not yet.
    pub fn handles(self) -> TaskHandles {
        let Self {
            pipeline,
            mut given,
        } = self;
        given.at = with(&given.at.clone(), |recorder| {
            recorder.place(given.at.clone())
        });
        let index = called(pipeline, &given.at);
        let at = given.at.clone();
        let outputs = (pipeline.outputs)();
        let typed = outputs.iter();
        let outputs = typed
            .map(|field| (field.name.to_owned(), (field.ty)()))
            .collect();
        with(&at, |recorder| {
            let call = Call {
                pipeline: index,
                arguments: given.arguments(pipeline.name, pipeline.parameters, recorder),
                retries: None,
            };
            TaskHandles {
                step: recorder.push(StepKind::Call(call), &at),
                outputs,
                at: at.clone(),
            }
        })
    }
}

/// The id of a pipeline that is called. It is recorded the first time; one that calls itself is known by then.
fn called(pipeline: &'static PipelineDescriptor, at: &Location) -> Id<Pipeline> {
    let known = with(at, |recorder| {
        if let Some(&known) = recorder.known_pipelines.get(pipeline.key) {
            return Err(known);
        }
        let mut diagnostics = vec![];
        let id = recorder.pipelines.alloc(Pipeline {
            key: pipeline.key.into(),
            name: pipeline.name.into(),
            description: pipeline.description.map(Into::into),
            at: pipeline.at.clone(),
            parameters: pipeline.graph_parameters(&mut diagnostics),
            body: vec![],
            outputs: vec![],
            exit: None,
        });
        recorder.known_pipelines.insert(pipeline.key, id);
        for diagnostic in diagnostics {
            recorder.report(diagnostic);
        }
        recorder.enter();
        Ok(id)
    });
    let id = match known {
        Ok(id) => id,
        Err(known) => return known,
    };
    let guard = Entered;
    let outputs = (pipeline.body)();
    std::mem::forget(guard);
    with(at, |recorder| {
        let outputs = returned(pipeline, &outputs, recorder);
        let mut frame = recorder.leave();
        let made = &mut recorder.pipelines[id];
        made.outputs = outputs;
        made.exit = frame.exit.take();
        made.body = frame
            .open
            .drain(..)
            .next()
            .map(|(_, steps)| steps)
            .unwrap_or_default();
    });
    id
}

/// Leaves a pipeline whose function panics.
struct Entered;

impl Drop for Entered {
    fn drop(&mut self) {
        if is_recording() {
            with(&Location::new("", 0, 0), |recorder| drop(recorder.leave()));
        }
    }
}

/// What a pipeline returns, by name.
pub(super) fn returned(
    pipeline: &PipelineDescriptor,
    outputs: &[(&'static str, crate::handle::__Reference)],
    recorder: &mut super::Recorder,
) -> Vec<PipelineOutput> {
    let fields = (pipeline.outputs)();
    let named = outputs.iter().filter_map(|(name, reference)| {
        let field = fields.iter().find(|field| field.name == *name)?;
        Some(PipelineOutput {
            name: (*name).into(),
            value: recorder.used(reference.0, &pipeline.at),
            description: field.description.map(Into::into),
        })
    });
    named.collect()
}
