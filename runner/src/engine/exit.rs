//! Exit handlers: what runs when a task or the pipeline has ended.

use super::frame::{Frame, NodeId, Owner};
use super::inputs::Inputs;
use super::schedule::{End, Schedule, arguments};
use super::settle::Over;
use super::{Event, Kind, Observer, Phase};
use pipewright_compiler::plan::{Exit, Run};
use pipewright_ir::json::Json;
use serde::Serialize;

/// A component's task that failed, as exit handlers are told.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Failure {
    task: String,
    message: String,
}

/// The name of a handler in the paths of its tasks.
pub(super) const EXIT: &str = "exit";

impl Schedule<'_> {
    /// Notes a task that has failed, unless it is a block.
    pub(super) fn note_failure(&mut self, node: NodeId, item: Option<usize>, why: Option<&str>) {
        let frame = &self.frames[node.frame];
        let task = &frame.dag.tasks[node.task];
        // Nobody is told of what fails when the pipeline has ended.
        if self.ended.is_some() || matches!(task.run, Run::Dag(_)) {
            return;
        }
        let item = item.map(|item| format!("({item})")).unwrap_or_default();
        self.failures.push(Failure {
            task: format!("{}{item}", task.name),
            message: why.unwrap_or_default().to_owned(),
        });
    }

    /// What a task runs has ended: its exit handler starts, or the task has ended too.
    pub(super) fn body_ended(
        &mut self,
        node: NodeId,
        end: End,
        observer: &mut dyn Observer,
    ) -> Option<Over> {
        let frame = &self.frames[node.frame];
        let Some(exit) = &frame.dag.tasks[node.task].exit else {
            return Some(Over::Node(node, end));
        };
        if self.abandoned || !matches!(end.phase, Phase::Succeeded | Phase::Failed) {
            return Some(Over::Node(node, end));
        }
        let prefix = format!("{}/{EXIT}", frame.path(node.task));
        let depth = frame.depth + 1;
        match self.told(exit, end.phase, frame) {
            Ok(inputs) => {
                let dag = &self.plan.dags[exit.dag];
                let owner = Owner::Exit(node);
                let opened = self.open(Frame {
                    depth,
                    ..Frame::new(dag, exit.dag, format!("{prefix}/"), owner, inputs)
                });
                let known = &mut self.frames[node.frame].nodes[node.task];
                known.exit = Some(opened);
                known.end = end;
                self.frames[opened].over().then_some(Over::Frame(opened))
            }
            Err(message) => {
                // As on a cluster, the end of the task is not changed by it.
                observer.observe(&Event::Finished {
                    task: &prefix,
                    kind: Kind::Block,
                    phase: Phase::Failed,
                    message: Some(&message),
                    duration: std::time::Duration::ZERO,
                    cached: false,
                });
                Some(Over::Node(node, end))
            }
        }
    }

    /// The exit handler of a task has ended. How it did changes nothing.
    pub(super) fn exit_ended(&mut self, node: NodeId) -> Option<Over> {
        let known = &mut self.frames[node.frame].nodes[node.task];
        let end = std::mem::replace(&mut known.end, End::of(Phase::NotStarted));
        Some(Over::Node(node, end))
    }

    /// The pipeline has ended: its exit handler starts, or the run is over.
    pub(super) fn pipeline_ended(&mut self, end: End, observer: &mut dyn Observer) -> Option<Over> {
        let Some(exit) = &self.plan.exit else {
            self.result = Some(end);
            return None;
        };
        let told = self.told(exit, end.phase, &self.frames[0]);
        self.ended = Some(end);
        match told {
            Ok(inputs) => {
                let dag = &self.plan.dags[exit.dag];
                let prefix = format!("{EXIT}/");
                let owner = Owner::PipelineExit;
                let opened = self.open(Frame::new(dag, exit.dag, prefix, owner, inputs));
                self.exit = Some(opened);
                self.frames[opened].over().then_some(Over::Frame(opened))
            }
            Err(message) => {
                observer.observe(&Event::Finished {
                    task: EXIT,
                    kind: Kind::Block,
                    phase: Phase::Failed,
                    message: Some(&message),
                    duration: std::time::Duration::ZERO,
                    cached: false,
                });
                self.handler_ended(End::failed(message));
                None
            }
        }
    }

    /// The exit handler of the pipeline has ended, and the run with it.
    pub(super) fn handler_ended(&mut self, handler: End) {
        let end = self.ended.take();
        let end = end.unwrap_or_else(|| End::of(Phase::Succeeded));
        self.result = Some(match (end.phase, handler.message) {
            (Phase::Succeeded, Some(message)) => End {
                duration: end.duration,
                ..End::failed(format!("the exit handler failed: {message}"))
            },
            _ => end,
        });
    }

    /// What a handler is given.
    fn told(&self, exit: &Exit, phase: Phase, frame: &Frame<'_>) -> Result<Inputs, String> {
        let mut values = arguments(&exit.arguments, frame)?;
        if let Some(input) = &exit.status {
            let status = match phase {
                Phase::Succeeded => "Succeeded",
                _ => "Failed",
            };
            values.insert(input.clone(), Json::of(status)?);
        }
        if let Some(input) = &exit.failures {
            values.insert(input.clone(), Json::of(&self.failures)?);
        }
        Ok(Inputs::new(values))
    }
}
