//! Which task may start.

use super::call::{Call, CallId};
use super::each::Loop;
use super::evaluate::{evaluate, holds};
use super::exit::Failure;
use super::frame::{Frame, NodeId, Owner};
use super::inputs::Inputs;
use super::settle::Over;
use super::summary::kind;
use super::worker::Job;
use super::{Event, Observer, Phase};
use pipewright_compiler::plan::{Argument, Plan, Run};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::time::Duration;

/// The state of a run.
pub(super) struct Schedule<'a> {
    pub(super) plan: &'a Plan,
    /// The first is the pipeline's own block.
    pub(super) frames: Vec<Frame<'a>>,
    pub(super) calls: Vec<Call>,
    /// Tasks whose turn it is.
    pub(super) ready: VecDeque<NodeId>,
    /// Loops of which an item may start. Items start only when nothing else does, so that few are open at once.
    pub(super) loops: Vec<NodeId>,
    /// For each DAG, the tasks after each task.
    pub(super) dependents: Vec<Vec<Vec<usize>>>,
    /// The tasks that have failed.
    pub(super) failures: Vec<Failure>,
    /// How the pipeline ended, while its exit handler runs.
    pub(super) ended: Option<End>,
    /// The frame of the pipeline's exit handler.
    pub(super) exit: Option<usize>,
    /// Exit handlers are to end, too.
    pub(super) abandoned: bool,
    /// How the pipeline ended, its exit handler too.
    pub(super) result: Option<End>,
}

/// How a task or block ended.
pub(super) struct End {
    pub(super) phase: Phase,
    pub(super) tries: u32,
    pub(super) cached: bool,
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
            calls: vec![],
            ready: VecDeque::new(),
            loops: vec![],
            dependents: dependents.collect(),
            failures: vec![],
            ended: None,
            exit: None,
            abandoned: false,
            result: None,
        };
        let inputs = Inputs::new(inputs);
        schedule.open(Frame::new(
            plan.root(),
            0,
            String::new(),
            Owner::Pipeline,
            inputs,
        ));
        schedule
    }

    /// The next task that may start. Skips tasks and opens blocks on the way.
    pub(super) fn next(&mut self, observer: &mut dyn Observer) -> Option<Job> {
        if self.frames[0].over() && !self.frames[0].closed {
            self.settle(Over::Frame(0), observer);
        }
        loop {
            let started = if let Some(node) = self.ready.pop_front() {
                self.start(node, observer)
            } else {
                let node = *self.loops.last()?;
                match self.next_item(node) {
                    Some(call) => self.begin(call, observer),
                    None => Ok(None),
                }
            };
            match started {
                Ok(Some(job)) => return Some(job),
                Ok(None) => {}
                Err(over) => self.settle(over, observer),
            }
        }
    }

    fn start(&mut self, node: NodeId, observer: &mut dyn Observer) -> Result<Option<Job>, Over> {
        self.frames[node.frame].nodes[node.task].waiting = false;
        match self.prepare(node, observer) {
            Ok(Some(call)) => self.begin(call, observer),
            Ok(None) => Ok(None),
            Err(end) => {
                if end.phase == Phase::Failed {
                    self.note_failure(node, None, end.message.as_deref());
                }
                Err(Over::Node(node, end))
            }
        }
    }

    /// The call of a task whose turn it is. None if there are several: then it is a loop.
    fn prepare(
        &mut self,
        node: NodeId,
        observer: &mut dyn Observer,
    ) -> Result<Option<CallId>, End> {
        let frame = &self.frames[node.frame];
        let task = &frame.dag.tasks[node.task];
        if let Some(condition) = &task.condition
            && !holds(condition, frame)
                .map_err(|reason| End::failed(format!("its condition cannot be told: {reason}")))?
        {
            observer.observe(&Event::Skipped {
                task: &frame.path(node.task),
            });
            return Err(End::of(Phase::Skipped));
        }
        let inputs = arguments(&task.arguments, frame).map_err(End::failed)?;
        let inputs = Inputs::new(inputs);
        let kind = match task.each {
            Some(_) => super::Kind::Loop,
            None => kind(task.run),
        };
        let Some(each) = &task.each else {
            observer.observe(&Event::Started {
                task: &frame.path(node.task),
                kind,
            });
            return Ok(Some(self.call(node, None, inputs)));
        };
        let items = Loop::new(each, frame, inputs).map_err(End::failed)?;
        if items.is_empty() {
            observer.observe(&Event::Skipped {
                task: &frame.path(node.task),
            });
            return Err(End {
                outputs: self.collected(node),
                ..End::of(Phase::Skipped)
            });
        }
        observer.observe(&Event::Started {
            task: &frame.path(node.task),
            kind,
        });
        self.frames[node.frame].nodes[node.task].each = Some(Box::new(items));
        self.loops.push(node);
        Ok(None)
    }

    /// Opens a block, whose first tasks may start then.
    pub(super) fn open(&mut self, frame: Frame<'a>) -> usize {
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

    /// The names and types of the outputs of what a task runs.
    pub(super) fn outputs_of(&self, run: Run) -> Vec<(&'a String, &'a Type)> {
        let plan = self.plan;
        match run {
            Run::Template(template) => {
                let outputs = plan.templates[template].component.outputs.iter();
                outputs.map(|output| (&output.name, &output.ty)).collect()
            }
            Run::Dag(dag) => {
                let outputs = plan.dags[dag].outputs.iter();
                outputs.map(|output| (&output.name, &output.ty)).collect()
            }
        }
    }
}

/// The values of arguments.
pub(super) fn arguments(
    arguments: &[Argument],
    frame: &Frame<'_>,
) -> Result<HashMap<String, Json>, String> {
    let values = arguments.iter().map(|argument| {
        let value = evaluate(&argument.value, frame)
            .map_err(|reason| format!("input `{}`: {reason}", argument.input))?;
        Ok((argument.input.clone(), value.into_owned()))
    });
    values.collect()
}
