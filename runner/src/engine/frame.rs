//! One run of a block.

use super::Phase;
use super::call::{Call, CallId};
use super::each::Loop;
use super::evaluate::{Scope, evaluate, holds};
use super::inputs::Inputs;
use super::schedule::End;
use pipewright_compiler::plan::{Dag, Output, Source};
use pipewright_ir::json::Json;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// A task of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NodeId {
    pub(super) frame: usize,
    pub(super) task: usize,
}

/// What goes on when a block has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// The whole pipeline.
    Pipeline,
    /// The end of the whole pipeline: this is its exit handler.
    PipelineExit,
    /// A call of the block.
    Call(CallId),
    /// A task, whose exit handler this is.
    Exit(NodeId),
}

/// A block that runs or has run.
pub(super) struct Frame<'a> {
    pub(super) dag: &'a Dag,
    /// Index of the DAG in the plan.
    pub(super) index: usize,
    /// What stands before the names of its tasks in their paths.
    pub(super) prefix: String,
    pub(super) owner: Owner,
    /// How many blocks it lies in, itself among them.
    pub(super) depth: usize,
    /// Whether it belongs to an exit handler, which runs when the rest is stopped too.
    pub(super) handler: bool,
    pub(super) inputs: Inputs,
    pub(super) nodes: Vec<Node>,
    /// How many tasks have not ended.
    pub(super) open: usize,
    /// Name of the first task that failed.
    pub(super) failed: Option<&'a str>,
    /// Somebody has stopped it before its end.
    pub(super) stopped: bool,
    /// Its end is known to its owner.
    pub(super) closed: bool,
    pub(super) started: Instant,
    /// How long it took, once it is closed.
    pub(super) took: Duration,
}

/// A task of a block.
pub(super) struct Node {
    /// Whether it waits for its turn.
    pub(super) waiting: bool,
    pub(super) end: End,
    /// How many of the tasks before it have not ended.
    pub(super) waits: usize,
    /// Its call, or those of its items in their order.
    pub(super) calls: Vec<CallId>,
    pub(super) each: Option<Box<Loop>>,
    /// The frame of its exit handler.
    pub(super) exit: Option<usize>,
}

impl<'a> Frame<'a> {
    pub(super) fn new(
        dag: &'a Dag,
        index: usize,
        prefix: String,
        owner: Owner,
        inputs: Inputs,
    ) -> Self {
        let node = |waits| Node {
            waiting: true,
            end: End::of(Phase::NotStarted),
            waits,
            calls: vec![],
            each: None,
            exit: None,
        };
        Self {
            dag,
            index,
            prefix,
            owner,
            depth: 1,
            handler: matches!(owner, Owner::PipelineExit | Owner::Exit(_)),
            inputs,
            nodes: dag
                .tasks
                .iter()
                .map(|task| node(task.after.len()))
                .collect(),
            open: dag.tasks.len(),
            failed: None,
            stopped: false,
            closed: false,
            started: Instant::now(),
            took: Duration::ZERO,
        }
    }

    pub(super) fn path(&self, task: usize) -> String {
        format!("{}{}", self.prefix, self.dag.tasks[task].name)
    }

    /// The path of a call of one of its tasks.
    pub(super) fn path_of(&self, call: &Call) -> String {
        let path = self.path(call.node.task);
        match call.item {
            Some(item) => format!("{path}({item})"),
            None => path,
        }
    }

    /// Whether nothing more happens in it.
    pub(super) fn over(&self) -> bool {
        self.open == 0
    }

    /// Ends the tasks that come after a failed one; the others go on.
    pub(super) fn omit(&mut self, failed: usize, dependents: &[Vec<usize>]) {
        let mut ended = vec![failed];
        while let Some(task) = ended.pop() {
            for &dependent in &dependents[task] {
                if self.omit_one(dependent) {
                    ended.push(dependent);
                }
            }
        }
    }

    /// Ends the tasks that have not started.
    pub(super) fn stop(&mut self) {
        self.stopped = true;
        for task in 0..self.nodes.len() {
            self.omit_one(task);
        }
    }

    fn omit_one(&mut self, task: usize) -> bool {
        let node = &mut self.nodes[task];
        let omitted = node.waiting;
        if omitted {
            node.waiting = false;
            node.end.phase = Phase::Omitted;
            self.open -= 1;
        }
        omitted
    }

    /// How it has ended.
    pub(super) fn end(&self) -> End {
        let end = match self.failed {
            _ if self.stopped => End::failed(super::stop::STOPPED.into()),
            Some(task) => End::failed(format!("`{task}` failed")),
            None => match self.outputs() {
                Ok(outputs) => End {
                    outputs,
                    ..End::of(Phase::Succeeded)
                },
                Err(message) => End::failed(message),
            },
        };
        End {
            duration: self.took,
            ..end
        }
    }

    fn outputs(&self) -> Result<BTreeMap<String, Json>, String> {
        let named = self.dag.outputs.iter().map(|declared| {
            let value = self.value(declared);
            let value = value.map_err(|reason| format!("output `{}`: {reason}", declared.name))?;
            Ok((declared.name.clone(), value))
        });
        named.collect()
    }

    fn value(&self, output: &Output) -> Result<Json, String> {
        let value = match &output.value {
            Source::Expression(value) => value,
            Source::Branches(branches) => {
                let mut found = None;
                for branch in branches {
                    if holds(&branch.condition, self)? {
                        found = Some(&branch.value);
                        break;
                    }
                }
                found.ok_or("no condition of its branches holds")?
            }
            Source::Attempt { task, .. } if self.nodes[*task].end.phase != Phase::Succeeded => {
                return Ok(Json::null());
            }
            Source::Attempt { value, .. } => value,
        };
        evaluate(value, self).map(Cow::into_owned)
    }
}

impl Scope for Frame<'_> {
    fn input(&self, name: &str) -> Result<&Json, String> {
        self.inputs
            .get(name)
            .ok_or_else(|| format!("the input `{name}` of `{}` is missing", self.dag.name))
    }

    fn output(&self, task: usize, output: &str) -> Result<&Json, String> {
        let end = &self.nodes[task].end;
        end.outputs.get(output).ok_or_else(|| {
            let task = &self.dag.tasks[task].name;
            let why = match end.phase {
                Phase::Succeeded => "was not written",
                Phase::Skipped => "has no value, because the task was skipped",
                Phase::Failed | Phase::Omitted | Phase::NotStarted => {
                    "has no value, because the task has not succeeded"
                }
            };
            format!("the output `{output}` of `{task}` {why}")
        })
    }
}

impl End {
    pub(super) fn of(phase: Phase) -> Self {
        Self {
            phase,
            tries: 0,
            cached: false,
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
