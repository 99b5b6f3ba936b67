//! One run of a block.

use super::Phase;
use super::evaluate::Scope;
use pipewright_compiler::plan::Dag;
use pipewright_dsl::json::Json;
use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

/// A block that runs or has run.
pub(super) struct Frame<'a> {
    pub(super) dag: &'a Dag,
    /// Index of the DAG in the plan.
    pub(super) index: usize,
    /// What stands before the names of its tasks in their paths.
    pub(super) prefix: String,
    /// The task of the outer block that this one is.
    pub(super) parent: Option<super::worker::NodeId>,
    pub(super) inputs: HashMap<String, Json>,
    pub(super) nodes: Vec<Node>,
    /// How many tasks have not ended.
    pub(super) open: usize,
    /// Name of the first task that failed.
    pub(super) failed: Option<&'a str>,
    pub(super) started: Instant,
}

/// A task of a block.
pub(super) struct Node {
    pub(super) phase: Phase,
    /// How many of the tasks before it have not ended.
    pub(super) waits: usize,
    pub(super) tries: u32,
    pub(super) message: Option<String>,
    pub(super) duration: Duration,
    pub(super) outputs: BTreeMap<String, Json>,
    /// The frame of a block.
    pub(super) frame: Option<usize>,
}

impl<'a> Frame<'a> {
    pub(super) fn new(
        dag: &'a Dag,
        index: usize,
        prefix: String,
        parent: Option<super::worker::NodeId>,
        inputs: HashMap<String, Json>,
    ) -> Self {
        let node = |waits| Node {
            phase: Phase::NotStarted,
            waits,
            tries: 0,
            message: None,
            duration: Duration::ZERO,
            outputs: BTreeMap::new(),
            frame: None,
        };
        Self {
            dag,
            index,
            prefix,
            parent,
            inputs,
            nodes: dag
                .tasks
                .iter()
                .map(|task| node(task.after.len()))
                .collect(),
            open: dag.tasks.len(),
            failed: None,
            started: Instant::now(),
        }
    }

    pub(super) fn path(&self, task: usize) -> String {
        format!("{}{}", self.prefix, self.dag.tasks[task].name)
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
                let node = &mut self.nodes[dependent];
                if node.phase == Phase::NotStarted {
                    node.phase = Phase::Omitted;
                    self.open -= 1;
                    ended.push(dependent);
                }
            }
        }
    }
}

impl Scope for Frame<'_> {
    fn input(&self, name: &str) -> Result<&Json, String> {
        self.inputs
            .get(name)
            .ok_or_else(|| format!("the input `{name}` of `{}` is missing", self.dag.name))
    }

    fn output(&self, task: usize, output: &str) -> Result<&Json, String> {
        let node = &self.nodes[task];
        node.outputs.get(output).ok_or_else(|| {
            let task = &self.dag.tasks[task].name;
            let why = match node.phase {
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
