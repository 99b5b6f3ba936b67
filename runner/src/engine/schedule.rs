//! Which task may start, and what follows from the end of one.

use super::evaluate::{evaluate, holds, output};
use super::frame::Frame;
use super::summary::kind;
use super::worker::{Job, NodeId, Outcome};
use super::{Event, Observer, Phase};
use pipewright_compiler::plan::{Plan, Run};
use pipewright_dsl::json::Json;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::time::Duration;

/// The state of a run.
pub(super) struct Schedule<'a> {
    pub(super) plan: &'a Plan,
    /// The first is the pipeline's own block.
    pub(super) frames: Vec<Frame<'a>>,
    /// Tasks whose turn it is.
    ready: VecDeque<NodeId>,
    /// For each DAG, the tasks after each task.
    dependents: Vec<Vec<Vec<usize>>>,
    /// How the pipeline ended.
    pub(super) result: Option<End>,
}

/// How a task or block ended.
pub(super) struct End {
    pub(super) phase: Phase,
    pub(super) tries: u32,
    pub(super) message: Option<String>,
    pub(super) duration: Duration,
    pub(super) outputs: BTreeMap<String, Json>,
}

impl<'a> Schedule<'a> {
    pub(super) fn new(plan: &'a Plan, inputs: HashMap<String, Json>) -> Self {
        let dependents = plan.dags.iter().map(|dag| {
            let mut dependents = vec![vec![]; dag.tasks.len()];
            for (index, task) in dag.tasks.iter().enumerate() {
                for &before in &task.after {
                    dependents[before].push(index);
                }
            }
            dependents
        });
        let mut schedule = Self {
            plan,
            frames: vec![],
            ready: VecDeque::new(),
            dependents: dependents.collect(),
            result: None,
        };
        schedule.open(0, String::new(), None, inputs);
        schedule
    }

    /// The next task that may start. Skips tasks and opens blocks on the way.
    pub(super) fn next(&mut self, observer: &mut dyn Observer) -> Option<Job> {
        if self.result.is_none() && self.frames[0].over() {
            self.close(0, observer);
        }
        while let Some(node) = self.ready.pop_front() {
            match self.start(node, observer) {
                Ok(Some(job)) => return Some(job),
                Ok(None) => {}
                Err(message) => self.end(node, End::failed(message), observer),
            }
        }
        None
    }

    fn start(&mut self, node: NodeId, observer: &mut dyn Observer) -> Result<Option<Job>, String> {
        let frame = &self.frames[node.frame];
        let task = &frame.dag.tasks[node.task];
        if let Some(condition) = &task.condition
            && !holds(condition, frame)
                .map_err(|reason| format!("its condition cannot be told: {reason}"))?
        {
            observer.observe(&Event::Skipped {
                task: &frame.path(node.task),
            });
            self.end(node, End::of(Phase::Skipped), observer);
            return Ok(None);
        }
        let mut values = Vec::with_capacity(task.arguments.len());
        for argument in &task.arguments {
            let value = evaluate(&argument.value, frame)
                .map_err(|reason| format!("input `{}`: {reason}", argument.input))?;
            values.push((argument.input.clone(), value.into_owned()));
        }
        let path = frame.path(node.task);
        let kind = kind(task.run);
        observer.observe(&Event::Started { task: &path, kind });
        match task.run {
            Run::Template(template) => {
                let mut inputs: BTreeMap<_, _> = values.into_iter().collect();
                for input in &self.plan.templates[template].component.inputs {
                    if let Some(default) = &input.default
                        && !inputs.contains_key(&input.name)
                    {
                        inputs.insert(input.name.clone(), default.clone());
                    }
                }
                Ok(Some(Job {
                    node,
                    template,
                    inputs,
                }))
            }
            Run::Dag(dag) => {
                let opened = self.open(
                    dag,
                    format!("{path}/"),
                    Some(node),
                    values.into_iter().collect(),
                );
                self.frames[node.frame].nodes[node.task].frame = Some(opened);
                if self.frames[opened].over() {
                    self.close(opened, observer);
                }
                Ok(None)
            }
        }
    }

    fn open(
        &mut self,
        index: usize,
        prefix: String,
        parent: Option<NodeId>,
        inputs: HashMap<String, Json>,
    ) -> usize {
        let frame = Frame::new(&self.plan.dags[index], index, prefix, parent, inputs);
        let opened = self.frames.len();
        for (task, node) in frame.nodes.iter().enumerate() {
            if node.waits == 0 {
                self.ready.push_back(NodeId {
                    frame: opened,
                    task,
                });
            }
        }
        self.frames.push(frame);
        opened
    }

    /// A process has ended.
    pub(super) fn done(&mut self, node: NodeId, outcome: Outcome, observer: &mut dyn Observer) {
        let Outcome {
            result,
            tries,
            duration,
        } = outcome;
        let end = match result {
            Ok(outputs) => End {
                outputs,
                ..End::of(Phase::Succeeded)
            },
            Err(message) => End::failed(message),
        };
        self.end(
            node,
            End {
                tries,
                duration,
                ..end
            },
            observer,
        );
    }

    fn close(&mut self, frame: usize, observer: &mut dyn Observer) {
        if let Some((node, end)) = self.result(frame) {
            self.end(node, end, observer);
        }
    }

    /// Takes the end of a task, and of the blocks that end with it.
    fn end(&mut self, node: NodeId, end: End, observer: &mut dyn Observer) {
        let mut next = Some((node, end));
        while let Some((node, end)) = next.take() {
            let frame = &mut self.frames[node.frame];
            let task = &frame.dag.tasks[node.task];
            if end.phase != Phase::Skipped {
                observer.observe(&Event::Finished {
                    task: &frame.path(node.task),
                    kind: kind(task.run),
                    phase: end.phase,
                    message: end.message.as_deref(),
                    duration: end.duration,
                });
            }
            frame.open -= 1;
            if end.phase == Phase::Failed {
                frame.failed.get_or_insert(&task.name);
                frame.omit(node.task, &self.dependents[frame.index]);
            } else {
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
            let ended = &mut frame.nodes[node.task];
            (ended.phase, ended.tries, ended.duration) = (end.phase, end.tries, end.duration);
            (ended.message, ended.outputs) = (end.message, end.outputs);
            if frame.over() {
                next = self.result(node.frame);
            }
        }
    }

    /// How a block that is over has ended, for the block around it.
    fn result(&mut self, index: usize) -> Option<(NodeId, End)> {
        let frame = &mut self.frames[index];
        let end = match frame.failed {
            Some(task) => End::failed(format!("`{task}` failed")),
            None => match outputs(frame) {
                Ok(outputs) => End {
                    outputs,
                    ..End::of(Phase::Succeeded)
                },
                Err(message) => End::failed(message),
            },
        };
        let end = End {
            duration: frame.started.elapsed(),
            ..end
        };
        let Some(parent) = frame.parent else {
            self.result = Some(end);
            return None;
        };
        Some((parent, end))
    }

    pub(super) fn log(&self, node: NodeId, lines: &[String], observer: &mut dyn Observer) {
        let task = self.frames[node.frame].path(node.task);
        for line in lines {
            observer.observe(&Event::Log { task: &task, line });
        }
    }

    pub(super) fn retry(
        &self,
        node: NodeId,
        attempt: u32,
        message: &str,
        observer: &mut dyn Observer,
    ) {
        let task = &self.frames[node.frame].path(node.task);
        observer.observe(&Event::Retry {
            task,
            attempt,
            message,
        });
    }
}

impl End {
    fn of(phase: Phase) -> Self {
        Self {
            phase,
            tries: 0,
            message: None,
            duration: Duration::ZERO,
            outputs: BTreeMap::new(),
        }
    }

    pub(super) fn failed(message: String) -> Self {
        Self {
            message: Some(message),
            ..Self::of(Phase::Failed)
        }
    }
}

fn outputs(frame: &Frame<'_>) -> Result<BTreeMap<String, Json>, String> {
    let value = |declared| output(declared, frame);
    let named = frame.dag.outputs.iter().map(|declared| {
        let value =
            value(declared).map_err(|reason| format!("output `{}`: {reason}", declared.name))?;
        Ok((declared.name.clone(), value))
    });
    named.collect()
}
