//! Calls of pipelines from pipelines.

use super::arguments::Arguments;
use super::current::{is_recording, with};
use super::recorder::Recorder;
use super::task::Called;
use crate::pipeline::PipelineDescriptor;
use crate::reference::Reference;
use pipewright_ir::arena::Id;
use pipewright_ir::graph::{Call, Location, Pipeline, PipelineOutput, StepKind};

/// Records the call of a pipeline, and the pipeline if it was not yet.
pub(crate) fn call(pipeline: &'static PipelineDescriptor, mut arguments: Arguments) -> Called {
    arguments.at = with(&arguments.at.clone(), |recorder| {
        recorder.call_site(arguments.at.clone())
    });
    let at = arguments.at.clone();
    let id = called(pipeline, &at);
    let outputs = (pipeline.outputs)();
    let typed = outputs.iter();
    let outputs = typed
        .map(|field| (field.name.to_owned(), (field.ty)()))
        .collect();
    with(&at, |recorder| {
        let call = Call {
            pipeline: id,
            arguments: arguments.finish(pipeline.name, pipeline.parameters, recorder),
            retries: None,
        };
        Called {
            step: recorder.push(StepKind::Call(call), &at),
            outputs,
            at: at.clone(),
        }
    })
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
        // Before its function runs: a pipeline that calls itself finds itself here.
        recorder.known_pipelines.insert(pipeline.key, id);
        for diagnostic in diagnostics {
            recorder.report(diagnostic);
        }
        recorder.enter(pipeline);
        Ok(id)
    });
    let id = match known {
        Ok(id) => id,
        Err(known) => return known,
    };
    let guard = Entered;
    let outputs = (pipeline.body)();
    // It is left below, with all that it holds.
    std::mem::forget(guard);
    with(at, |recorder| {
        let outputs = returned(pipeline, &outputs, recorder);
        let (exit, body) = recorder.end();
        let made = &mut recorder.pipelines[id];
        made.outputs = outputs;
        made.exit = exit;
        made.body = body;
    });
    id
}

/// Leaves a pipeline whose function panics.
struct Entered;

impl Drop for Entered {
    fn drop(&mut self) {
        // The recorder may have been thrown away with what panicked.
        if is_recording() {
            with(&Location::new("", 0, 0), |recorder| drop(recorder.leave()));
        }
    }
}

/// The outputs of a pipeline.
pub(super) fn returned(
    pipeline: &PipelineDescriptor,
    outputs: &[(&'static str, Reference)],
    recorder: &mut Recorder,
) -> Vec<PipelineOutput> {
    let fields = (pipeline.outputs)();
    let named = outputs.iter().filter_map(|(name, reference)| {
        let field = fields.iter().find(|field| field.name == *name)?;
        Some(PipelineOutput {
            name: (*name).into(),
            value: recorder.used(*reference, &pipeline.at),
            description: field.description.map(Into::into),
        })
    });
    named.collect()
}
