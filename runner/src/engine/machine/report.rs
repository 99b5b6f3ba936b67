//! The report of a run that has ended.

use super::context::{Context, kind_of};
use super::exits::EXIT;
use crate::engine::phase::{Kind, Phase};
use crate::engine::report::{Report, TaskReport, Value};
use crate::engine::state::Stage;
use crate::engine::state::block::{BlockId, CallId, Status, TaskRef};
use crate::engine::state::end::End;
use pipewright_compiler::plan::{Run, TaskId};
use pipewright_ir::arena::Id;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use std::collections::BTreeMap;

/// Part of the report that is still to be made.
enum Part {
    /// Tasks of a block, from one on.
    Tasks(BlockId, TaskId),
    /// An item of a loop.
    Item(CallId),
    /// The block of an exit handler.
    Exit(BlockId),
}

impl Part {
    fn block(block: BlockId) -> Self {
        Self::Tasks(block, Id::new(0))
    }
}

/// Makes the report; the outputs move into it.
pub(super) fn report(mut ctx: Context<'_>, root: Option<BlockId>) -> Report {
    let end = match std::mem::take(&mut ctx.state.stage) {
        Stage::Ended(end) => end,
        Stage::Body | Stage::Exit(_) => End::failed("tasks wait for each other"),
    };
    // A stack instead of recursion: blocks lie in each other as deep as the pipeline likes.
    let mut tasks = vec![];
    let exit = ctx.state.exit.map(Part::Exit);
    let mut parts: Vec<Part> = exit.into_iter().chain(root.map(Part::block)).collect();
    while let Some(part) = parts.pop() {
        match part {
            Part::Tasks(block, task) => {
                if ctx.dag(block).tasks.get(task).is_some() {
                    parts.push(Part::Tasks(block, Id::new(task.index() as u32 + 1)));
                    tasks.push(task_report(&mut ctx, TaskRef { block, task }, &mut parts));
                }
            }
            Part::Item(call) => tasks.push(item_report(&mut ctx, call, &mut parts)),
            Part::Exit(block) => {
                tasks.push(exit_report(&mut ctx, block));
                parts.push(Part::block(block));
            }
        }
    }
    let outputs = ctx.outputs_of(Run::Dag(ctx.plan.root));
    Report {
        pipeline: ctx.plan.name.clone(),
        phase: end.phase,
        message: end.message,
        machine_failed: end.phase == Phase::Failed
            && ctx.state.machine_failed
            && !ctx.state.task_failed,
        duration: ctx.now,
        outputs: values(outputs, end.outputs),
        tasks,
    }
}

fn task_report(ctx: &mut Context<'_>, task: TaskRef, parts: &mut Vec<Part>) -> TaskReport {
    let (path, kind, run) = (ctx.path(task), ctx.kind(task), ctx.task(task).run);
    let known = &mut ctx.state.blocks[task.block].tasks[task.task];
    // Outputs move out: they may be large, and the state is of no use any more.
    let end = match std::mem::replace(&mut known.status, Status::Running) {
        Status::Ended(end) => end,
        Status::Waiting(_) | Status::Running | Status::Exiting(_) => End::of(Phase::NotStarted),
    };
    let (calls, exit) = (std::mem::take(&mut known.calls), known.exit);
    parts.extend(exit.map(Part::Exit));
    let outputs = ctx.outputs_of(run);
    if kind != Kind::Loop {
        let blocks = calls.iter().filter_map(|call| ctx.state.calls[*call].block);
        parts.extend(blocks.map(Part::block));
        return reported(path, kind, end, outputs);
    }
    parts.extend(calls.into_iter().rev().map(Part::Item));
    let lists = outputs.into_iter();
    let lists = lists.map(|(name, ty)| (name, Type::List(Box::new(ty.clone()))));
    let lists: Vec<_> = lists.collect();
    let lists = lists.iter().map(|(name, ty)| (*name, ty)).collect();
    reported(path, kind, end, lists)
}

fn item_report(ctx: &mut Context<'_>, call: CallId, parts: &mut Vec<Part>) -> TaskReport {
    let (path, run) = (
        ctx.call_path(call),
        ctx.task(ctx.state.calls[call].task).run,
    );
    let call = &mut ctx.state.calls[call];
    let end = call.end.take();
    let end = end.unwrap_or_else(|| End::of(Phase::NotStarted));
    parts.extend(call.block.map(Part::block));
    reported(path, kind_of(run), end, ctx.outputs_of(run))
}

fn exit_report(ctx: &mut Context<'_>, block: BlockId) -> TaskReport {
    let block = &mut ctx.state.blocks[block];
    let path = block.prefix.strip_suffix('/').unwrap_or(EXIT).to_owned();
    let end = block.end.take();
    let end = end.unwrap_or_else(|| End::of(Phase::NotStarted));
    reported(path, Kind::Block, end, vec![])
}

fn reported(path: String, kind: Kind, end: End, types: Vec<(&String, &Type)>) -> TaskReport {
    TaskReport {
        path,
        kind,
        phase: end.phase,
        tries: end.attempts,
        cached: end.cached,
        message: end.message,
        duration: end.duration,
        outputs: values(types, end.outputs),
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
