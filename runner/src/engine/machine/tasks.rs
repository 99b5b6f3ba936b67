//! Starts and ends of tasks.

use super::context::Context;
use super::transition::Transition;
use super::values::Values;
use super::{calls, items};
use crate::engine::phase::Phase;
use crate::engine::state::block::{Status, TaskRef};
use crate::engine::state::end::End;
use crate::engine::state::inputs::Inputs;
use pipewright_compiler::plan::{Run, Task};

/// Starts a task whose turn it is.
pub(super) fn start(ctx: &mut Context<'_>, task: TaskRef) -> Option<Transition> {
    let planned = ctx.task(task);
    ctx.state.blocks[task.block].tasks[task.task].status = Status::Running;
    let inputs = match inputs(ctx, task, planned) {
        Ok(Some(inputs)) => inputs,
        Ok(None) => {
            ctx.emit_skipped(ctx.path(task));
            return Some(Transition::Task(task, End::of(Phase::Skipped)));
        }
        Err(message) => return Some(refuse(ctx, task, message)),
    };
    let Some(each) = &planned.each else {
        ctx.emit_started(ctx.path(task), ctx.kind(task));
        return calls::start(ctx, task, None, inputs);
    };
    let running = match items::of(ctx, task, each, inputs) {
        Ok(running) => running,
        Err(message) => return Some(refuse(ctx, task, message)),
    };
    if running.count() == 0 {
        ctx.emit_skipped(ctx.path(task));
        // What comes after it is given empty lists.
        let outputs = items::collected(ctx, task);
        let end = End::of(Phase::Skipped);
        return Some(Transition::Task(task, End { outputs, ..end }));
    }
    ctx.emit_started(ctx.path(task), ctx.kind(task));
    ctx.state.blocks[task.block].tasks[task.task].items = Some(Box::new(running));
    // The newest loop comes first: an inner loop ends before the next item of an outer one starts.
    ctx.state.loops.push(task);
    None
}

/// Inputs of a task; none if its condition does not hold.
fn inputs(ctx: &Context<'_>, task: TaskRef, planned: &Task) -> Result<Option<Inputs>, String> {
    let values = Values {
        dag: ctx.dag(task.block),
        block: &ctx.state.blocks[task.block],
    };
    if let Some(condition) = &planned.condition {
        let holds = values.holds(condition);
        if !holds.map_err(|reason| format!("its condition cannot be told: {reason}"))? {
            return Ok(None);
        }
    }
    let arguments = values.arguments(&planned.arguments)?;
    if let Run::Template(template) = planned.run {
        let template = &ctx.plan.templates[template];
        let options = template.options_with(|name| arguments.get(name));
        options.map_err(|invalid| invalid.to_string())?;
    }
    Ok(Some(Inputs::new(arguments)))
}

/// Fails a task that has run nothing.
fn refuse(ctx: &mut Context<'_>, task: TaskRef, message: String) -> Transition {
    let end = End::failed(message);
    calls::note_failure(ctx, task, None, &end);
    Transition::Task(task, end)
}

/// Ends a task: others may start, and its block may have ended too.
pub(super) fn ended(ctx: &mut Context<'_>, task: TaskRef, end: End) -> Option<Transition> {
    // What was skipped has its own event.
    if end.phase != Phase::Skipped {
        ctx.emit_finished(ctx.path(task), ctx.kind(task), &end);
    }
    let may_fail = ctx.task(task).may_fail;
    let (block, dependents) = ctx.with_dependents(task.block);
    // Tasks that wait for a failed one never run, those beside it do: it must not depend on time which ones run.
    let mut released = vec![];
    if end.phase == Phase::Failed && !may_fail {
        block.failed.get_or_insert(task.task);
        block.omit(task.task, dependents);
    } else {
        for &dependent in &dependents[task.task] {
            if block.release(dependent) {
                released.push(TaskRef {
                    task: dependent,
                    ..task
                });
            }
        }
    }
    block.end(task.task, end);
    let has_ended = block.has_ended();
    ctx.state.ready.extend(released);
    has_ended.then_some(Transition::Block(task.block))
}
