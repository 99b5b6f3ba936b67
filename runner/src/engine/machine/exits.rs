//! Exit handlers: what runs when a task or the pipeline has ended.

use super::blocks;
use super::context::Context;
use super::transition::Transition;
use super::values::Values;
use crate::engine::phase::{Kind, Phase};
use crate::engine::state::block::{Block, BlockId, Owner, Status, TaskRef};
use crate::engine::state::end::End;
use crate::engine::state::inputs::Inputs;
use crate::engine::state::{Failed, Stage};
use pipewright_compiler::plan::Exit;
use pipewright_ir::json::Json;
use serde::Serialize;

/// The name of a handler in the paths of its tasks.
pub(super) const EXIT: &str = "exit";

/// Failed task as exit handlers see it.
#[derive(Debug, Serialize)]
struct TaskFailure<'a> {
    task: String,
    message: &'a str,
}

/// Starts the exit handler of a task, all of whose attempts and items have ended; without one the task has ended too.
pub(super) fn run_ended(ctx: &mut Context<'_>, task: TaskRef, end: End) -> Option<Transition> {
    let Some(exit) = &ctx.task(task).exit else {
        return Some(Transition::Task(task, end));
    };
    // What was skipped or omitted has no end that anything could follow.
    let has_run = matches!(end.phase, Phase::Succeeded | Phase::Failed);
    if ctx.state.ends(true) || !has_run {
        return Some(Transition::Task(task, end));
    }
    let path = format!("{}/{EXIT}", ctx.path(task));
    match inputs(ctx, exit, &end, task.block, Some(task)) {
        Ok(inputs) => {
            let dag = (exit.dag, &ctx.plan.dags[exit.dag]);
            let owner = Owner::Exit(task);
            let mut block = Block::new(dag, format!("{path}/"), owner, inputs, ctx.now);
            block.depth = ctx.state.blocks[task.block].depth + 1;
            let (opened, ended) = blocks::open(ctx, block);
            let known = &mut ctx.state.blocks[task.block].tasks[task.task];
            known.exit = Some(opened);
            known.status = Status::Exiting(end);
            ended
        }
        Err(message) => {
            // As on a cluster, the end of the task is not changed by it.
            ctx.emit_finished(path, Kind::Block, &End::failed(message));
            Some(Transition::Task(task, end))
        }
    }
}

/// Ends a task whose exit handler has ended, however it did.
pub(super) fn exit_ended(ctx: &mut Context<'_>, task: TaskRef) -> Option<Transition> {
    let known = &mut ctx.state.blocks[task.block].tasks[task.task];
    // The end moves on: outputs may be large.
    match std::mem::replace(&mut known.status, Status::Running) {
        Status::Exiting(end) => Some(Transition::Task(task, end)),
        Status::Waiting(_) | Status::Running | Status::Ended(_) => {
            unreachable!("a handler runs while its task is exiting")
        }
    }
}

/// Starts the exit handler of the pipeline, whose block has ended; without one the run has ended too.
pub(super) fn pipeline_ended(ctx: &mut Context<'_>, root: BlockId, end: End) -> Option<Transition> {
    let Some(exit) = &ctx.plan.exit else {
        ctx.state.stage = Stage::Ended(end);
        return None;
    };
    let inputs = inputs(ctx, exit, &end, root, None);
    ctx.state.stage = Stage::Exit(end);
    match inputs {
        Ok(inputs) => {
            let dag = (exit.dag, &ctx.plan.dags[exit.dag]);
            let prefix = format!("{EXIT}/");
            let block = Block::new(dag, prefix, Owner::PipelineExit, inputs, ctx.now);
            let (opened, ended) = blocks::open(ctx, block);
            ctx.state.exit = Some(opened);
            ended
        }
        Err(message) => {
            let end = End::failed(message);
            ctx.emit_finished(EXIT.to_owned(), Kind::Block, &end);
            Some(Transition::PipelineExit(end))
        }
    }
}

/// Ends the run with the exit handler of the pipeline.
pub(super) fn pipeline_exit_ended(ctx: &mut Context<'_>, handler: End) {
    let stage = &mut ctx.state.stage;
    let Stage::Exit(end) = std::mem::take(stage) else {
        unreachable!("the handler runs after the pipeline");
    };
    // On a cluster, too, a handler that fails makes a failure of a success, but hides no other failure.
    *stage = Stage::Ended(match (end.phase, handler.message) {
        (Phase::Succeeded, Some(message)) => End {
            duration: end.duration,
            ..End::failed(format!("the exit handler failed: {message}"))
        },
        _ => end,
    });
}

/// Inputs of a handler: of a task, or of the pipeline.
fn inputs(
    ctx: &Context<'_>,
    exit: &Exit,
    end: &End,
    block: BlockId,
    task: Option<TaskRef>,
) -> Result<Inputs, String> {
    let values = Values {
        dag: ctx.dag(block),
        block: &ctx.state.blocks[block],
    };
    let mut values = values.arguments(&exit.arguments)?;
    if let Some(input) = &exit.status {
        let status = match end.phase {
            Phase::Succeeded => "Succeeded",
            Phase::Failed | Phase::Skipped | Phase::Omitted | Phase::NotStarted => "Failed",
        };
        values.insert(input.clone(), Json::of(status)?);
    }
    if let Some(input) = &exit.failures {
        let failed = ctx.state.failures.iter();
        let failed = failed.filter(|failed| task.is_none_or(|task| is_within(ctx, failed, task)));
        let failures = failed.map(|failed| failure(ctx, failed));
        values.insert(input.clone(), Json::of(&failures.collect::<Vec<_>>())?);
    }
    Ok(Inputs::new(values))
}

fn failure<'c>(ctx: &Context<'_>, failed: &'c Failed) -> TaskFailure<'c> {
    let name = &ctx.task(failed.task).name;
    let task = match failed.item {
        Some(item) => format!("{name}({item})"),
        None => name.clone(),
    };
    TaskFailure {
        task,
        message: &failed.message,
    }
}

/// Membership of a failed task in what a task runs.
fn is_within(ctx: &Context<'_>, failed: &Failed, task: TaskRef) -> bool {
    // Failures of earlier attempts count: they happened in the part.
    let mut around = failed.task;
    while around != task {
        around = match ctx.state.blocks[around.block].owner {
            Owner::Pipeline | Owner::PipelineExit => return false,
            Owner::Exit(task) => task,
            Owner::Call(call) => ctx.state.calls[call].task,
        };
    }
    true
}
