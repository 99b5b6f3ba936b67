//! What came out of a run.

use super::call::CallId;
use super::exit::EXIT;
use super::schedule::{End, Schedule};
use super::{Kind, Report, TaskReport, Value};
use pipewright_compiler::plan::Run;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use std::collections::BTreeMap;
use std::time::Duration;

/// What is still to be told.
enum Open {
    /// The tasks of a frame, from one on.
    Tasks(usize, usize),
    /// An item of a loop.
    Item(CallId),
    /// An exit handler: its frame.
    Exit(usize),
}

impl Schedule<'_> {
    /// What came out of a run that is over.
    pub(super) fn report(mut self, duration: Duration) -> Report {
        let end = self
            .result
            .take()
            .unwrap_or_else(|| End::failed("tasks wait for each other".into()));
        let mut tasks = vec![];
        let mut open: Vec<Open> = self.exit.map(Open::Exit).into_iter().collect();
        open.push(Open::Tasks(0, 0));
        while let Some(next) = open.pop() {
            match next {
                Open::Tasks(frame, task) => {
                    if task < self.frames[frame].nodes.len() {
                        open.push(Open::Tasks(frame, task + 1));
                        tasks.push(self.task(frame, task, &mut open));
                    }
                }
                Open::Item(call) => tasks.push(self.item(call, &mut open)),
                Open::Exit(frame) => {
                    tasks.push(self.handler(frame));
                    open.push(Open::Tasks(frame, 0));
                }
            }
        }
        let root = self.outputs_of(Run::Dag(0));
        Report {
            pipeline: self.plan.name.clone(),
            phase: end.phase,
            message: end.message,
            duration,
            outputs: values(root, end.outputs),
            tasks,
        }
    }

    fn task(&mut self, index: usize, task: usize, open: &mut Vec<Open>) -> TaskReport {
        let frame = &mut self.frames[index];
        let path = frame.path(task);
        let planned = &frame.dag.tasks[task];
        let node = &mut frame.nodes[task];
        let end = std::mem::replace(&mut node.end, End::of(super::Phase::NotStarted));
        open.extend(node.exit.map(Open::Exit));
        let kind = match planned.each {
            Some(_) => {
                open.extend(node.calls.iter().rev().map(|call| Open::Item(*call)));
                Kind::Loop
            }
            None => {
                let calls = node.calls.iter();
                let frames = calls.filter_map(|call| self.calls[*call].frame);
                open.extend(frames.map(|frame| Open::Tasks(frame, 0)));
                kind(planned.run)
            }
        };
        let outputs = self.outputs_of(planned.run);
        if kind != Kind::Loop {
            return reported(path, kind, end, outputs);
        }
        let lists = outputs.into_iter();
        let lists = lists.map(|(name, ty)| (name, Type::List(Box::new(ty.clone()))));
        let lists: Vec<_> = lists.collect();
        let lists = lists.iter().map(|(name, ty)| (*name, ty)).collect();
        reported(path, kind, end, lists)
    }

    fn item(&mut self, call: CallId, open: &mut Vec<Open>) -> TaskReport {
        let call = &mut self.calls[call];
        let frame = &self.frames[call.node.frame];
        let path = frame.path_of(call);
        let run = frame.dag.tasks[call.node.task].run;
        let end = std::mem::replace(&mut call.end, End::of(super::Phase::NotStarted));
        open.extend(call.frame.map(|frame| Open::Tasks(frame, 0)));
        reported(path, kind(run), end, self.outputs_of(run))
    }

    fn handler(&self, frame: usize) -> TaskReport {
        let frame = &self.frames[frame];
        let path = frame.prefix.strip_suffix('/').unwrap_or(EXIT).to_owned();
        let end = frame.end();
        let end = End { tries: 1, ..end };
        reported(path, Kind::Block, end, vec![])
    }
}

fn reported(path: String, kind: Kind, end: End, types: Vec<(&String, &Type)>) -> TaskReport {
    TaskReport {
        path,
        kind,
        phase: end.phase,
        tries: end.tries,
        cached: end.cached,
        message: end.message,
        duration: end.duration,
        outputs: values(types, end.outputs),
    }
}

/// What a task is that is no loop.
pub(super) fn kind(run: Run) -> Kind {
    match run {
        Run::Template(_) => Kind::Task,
        Run::Dag(_) => Kind::Block,
    }
}

fn values(types: Vec<(&String, &Type)>, mut outputs: BTreeMap<String, Json>) -> Vec<Value> {
    let value = |(name, ty): (&String, &Type)| {
        Some(Value {
            name: name.clone(),
            ty: ty.clone(),
            value: outputs.remove(name)?,
        })
    };
    types.into_iter().filter_map(value).collect()
}
