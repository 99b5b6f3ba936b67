//! What a task runs: once, or once for each of its items.

use super::frame::{Frame, NodeId, Owner};
use super::inputs::Inputs;
use super::schedule::{End, Schedule};
use super::settle::Over;
use super::worker::{Job, Outcome};
use super::{Event, Observer, Phase};
use pipewright_compiler::plan::Run;
use std::collections::HashSet;

/// Number of a call in a run.
pub(super) type CallId = usize;

/// One run of a component or a block, with all its tries.
pub(super) struct Call {
    pub(super) node: NodeId,
    /// Which item of a loop it is for.
    pub(super) item: Option<usize>,
    /// Kept for the next try.
    inputs: Inputs,
    tries: u32,
    /// The frame of a block's last try.
    pub(super) frame: Option<usize>,
    pub(super) end: End,
}

/// How deep Argo lets templates call each other, the pipeline's own block being the first.
const DEEPEST: usize = 99;

impl Schedule<'_> {
    /// Notes a call of a task.
    pub(super) fn call(&mut self, node: NodeId, item: Option<usize>, inputs: Inputs) -> CallId {
        let call = self.calls.len();
        self.calls.push(Call {
            node,
            item,
            inputs,
            tries: 0,
            frame: None,
            end: End::of(Phase::NotStarted),
        });
        self.frames[node.frame].nodes[node.task].calls.push(call);
        call
    }

    /// Starts a call.
    pub(super) fn begin(
        &mut self,
        id: CallId,
        observer: &mut dyn Observer,
    ) -> Result<Option<Job>, Over> {
        let call = &mut self.calls[id];
        let node = call.node;
        let frame = &self.frames[node.frame];
        let run = frame.dag.tasks[node.task].run;
        if call.item.is_some() {
            observer.observe(&Event::Started {
                task: &frame.path_of(call),
                kind: super::summary::kind(run),
            });
        }
        if let Some(message) = self.too_deep(node, run) {
            return Err(Over::Call(id, End::failed(message)));
        }
        match run {
            Run::Template(template) => {
                let handler = self.frames[node.frame].handler;
                let mut inputs = std::mem::take(&mut self.calls[id].inputs).values();
                for input in &self.plan.templates[template].component.inputs {
                    if let Some(default) = &input.default
                        && !inputs.contains_key(&input.name)
                    {
                        inputs.insert(input.name.clone(), default.clone());
                    }
                }
                Ok(Some(Job {
                    call: id,
                    template,
                    inputs,
                    handler,
                }))
            }
            Run::Dag(dag) => match self.open_block(id, dag) {
                Some(over) => Err(over),
                None => Ok(None),
            },
        }
    }

    /// Opens the block of a call, again if a try of it has failed.
    fn open_block(&mut self, id: CallId, dag: usize) -> Option<Over> {
        let plan = self.plan;
        let call = &mut self.calls[id];
        call.tries += 1;
        let inputs = if call.tries <= plan.dags[dag].retries {
            call.inputs.clone()
        } else {
            std::mem::take(&mut call.inputs)
        };
        let outer = &self.frames[call.node.frame];
        let (depth, handler) = (outer.depth + 1, outer.handler);
        let prefix = format!("{}/", outer.path_of(call));
        let frame = Frame {
            depth,
            handler,
            ..Frame::new(&plan.dags[dag], dag, prefix, Owner::Call(id), inputs)
        };
        let opened = self.open(frame);
        self.calls[id].frame = Some(opened);
        self.frames[opened].over().then_some(Over::Frame(opened))
    }

    /// Why a task does not run that is nested too deep by recursion.
    fn too_deep(&self, node: NodeId, run: Run) -> Option<String> {
        let mut frame = &self.frames[node.frame];
        if frame.depth < DEEPEST {
            return None;
        }
        let mut seen = HashSet::new();
        if let Run::Dag(dag) = run {
            seen.insert(dag);
        }
        loop {
            if !seen.insert(frame.index) {
                return Some(format!(
                    "it is nested {} deep, and engines allow {DEEPEST}; let `{}` call itself less often, or loop over a list",
                    self.frames[node.frame].depth + 1,
                    frame.dag.name,
                ));
            }
            let node = match frame.owner {
                Owner::Pipeline | Owner::PipelineExit => return None,
                Owner::Exit(node) => node,
                Owner::Call(call) => self.calls[call].node,
            };
            frame = &self.frames[node.frame];
        }
    }

    /// A call has ended, or one try of a block.
    pub(super) fn call_ended(
        &mut self,
        id: CallId,
        end: End,
        observer: &mut dyn Observer,
    ) -> Option<Over> {
        let call = &self.calls[id];
        let (node, item, tries) = (call.node, call.item, call.tries);
        let frame = &self.frames[node.frame];
        let task = &frame.dag.tasks[node.task];
        let kind = super::summary::kind(task.run);
        let end = match task.run {
            Run::Template(_) => end,
            Run::Dag(dag) => {
                let again = tries > 0 && tries <= self.plan.dags[dag].retries;
                if end.phase == Phase::Failed && again && !frame.stopped {
                    observer.observe(&Event::Retry {
                        task: &frame.path_of(call),
                        attempt: tries + 1,
                        message: end.message.as_deref().unwrap_or_default(),
                    });
                    return self.open_block(id, dag);
                }
                End { tries, ..end }
            }
        };
        if end.phase == Phase::Failed {
            self.note_failure(node, item, end.message.as_deref());
        }
        let Some(item) = item else {
            return Some(Over::Body(node, end));
        };
        observer.observe(&Event::Finished {
            task: &self.frames[node.frame].path_of(&self.calls[id]),
            kind,
            phase: end.phase,
            message: end.message.as_deref(),
            duration: end.duration,
            cached: end.cached,
        });
        let failed = end.phase == Phase::Failed;
        let call = &mut self.calls[id];
        call.inputs = Inputs::default();
        call.end = end;
        self.item_ended(node, item, failed)
    }

    /// A process has ended.
    pub(super) fn done(&mut self, call: CallId, outcome: Outcome, observer: &mut dyn Observer) {
        let Outcome {
            result,
            tries,
            cached,
            duration,
        } = outcome;
        let end = match result {
            Ok(outputs) => End {
                outputs,
                ..End::of(Phase::Succeeded)
            },
            Err(message) => End::failed(message),
        };
        let end = End {
            tries,
            cached,
            duration,
            ..end
        };
        self.settle(Over::Call(call, end), observer);
    }

    pub(super) fn log(&self, call: CallId, lines: &[String], observer: &mut dyn Observer) {
        let task = self.path(call);
        for line in lines {
            observer.observe(&Event::Log { task: &task, line });
        }
    }

    pub(super) fn retry(
        &self,
        call: CallId,
        attempt: u32,
        message: &str,
        observer: &mut dyn Observer,
    ) {
        let task = &self.path(call);
        observer.observe(&Event::Retry {
            task,
            attempt,
            message,
        });
    }

    pub(super) fn path(&self, call: CallId) -> String {
        let call = &self.calls[call];
        self.frames[call.node.frame].path_of(call)
    }
}
