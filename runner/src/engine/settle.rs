//! What follows from the end of something.

use super::call::CallId;
use super::frame::{NodeId, Owner};
use super::inputs::Inputs;
use super::schedule::{End, Schedule};
use super::{Event, Kind, Observer, Phase};

/// Something that is over.
pub(super) enum Over {
    /// A call, or one try of a block.
    Call(CallId, End),
    /// What a task runs; its exit handler may follow.
    Body(NodeId, End),
    /// A task.
    Node(NodeId, End),
    /// All tasks of a block.
    Frame(usize),
}

impl Schedule<'_> {
    /// Takes the end of something, and of all that ends with it.
    pub(super) fn settle(&mut self, over: Over, observer: &mut dyn Observer) {
        let mut next = Some(over);
        while let Some(over) = next.take() {
            next = match over {
                Over::Call(call, end) => self.call_ended(call, end, observer),
                Over::Body(node, end) => self.body_ended(node, end, observer),
                Over::Node(node, end) => self.node_ended(node, end, observer),
                Over::Frame(frame) => self.frame_ended(frame, observer),
            };
        }
    }

    fn node_ended(&mut self, node: NodeId, end: End, observer: &mut dyn Observer) -> Option<Over> {
        let frame = &mut self.frames[node.frame];
        let task = &frame.dag.tasks[node.task];
        if end.phase != Phase::Skipped {
            observer.observe(&Event::Finished {
                task: &frame.path(node.task),
                kind: match task.each {
                    Some(_) => Kind::Loop,
                    None => super::summary::kind(task.run),
                },
                phase: end.phase,
                message: end.message.as_deref(),
                duration: end.duration,
                cached: end.cached,
            });
        }
        frame.open -= 1;
        if end.phase == Phase::Failed && !task.may_fail {
            frame.failed.get_or_insert(&task.name);
            frame.omit(node.task, &self.dependents[frame.index]);
        } else if !frame.stopped {
            for &dependent in &self.dependents[frame.index][node.task] {
                let waits = &mut frame.nodes[dependent].waits;
                *waits -= 1;
                if *waits == 0 {
                    self.ready.push_back(NodeId {
                        task: dependent,
                        ..node
                    });
                }
            }
        }
        frame.nodes[node.task].end = end;
        frame.over().then_some(Over::Frame(node.frame))
    }

    fn frame_ended(&mut self, index: usize, observer: &mut dyn Observer) -> Option<Over> {
        let frame = &mut self.frames[index];
        if std::mem::replace(&mut frame.closed, true) {
            return None;
        }
        frame.took = frame.started.elapsed();
        let end = frame.end();
        match frame.owner {
            Owner::Pipeline => self.pipeline_ended(end, observer),
            Owner::PipelineExit => {
                self.handler_ended(end);
                None
            }
            Owner::Call(call) => {
                // Lists are large, and there may be many items.
                frame.inputs = Inputs::default();
                Some(Over::Call(call, end))
            }
            Owner::Exit(node) => self.exit_ended(node),
        }
    }
}
