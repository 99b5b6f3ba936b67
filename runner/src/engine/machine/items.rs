//! Loops: a task that runs once for each item of lists.

use super::calls;
use super::context::Context;
use super::transition::Transition;
use super::values::Values;
use crate::engine::state::block::{CallId, TaskRef};
use crate::engine::state::end::End;
use crate::engine::state::inputs::Inputs;
use crate::engine::state::items::{Items, Loop};
use pipewright_compiler::plan::{Each, Expression, ItemSource};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_ir::wire::shorten;
use std::collections::BTreeMap;

/// The loop of a task. `shared` is what all of its items are given.
pub(super) fn of(
    ctx: &Context<'_>,
    task: TaskRef,
    each: &Each,
    shared: Inputs,
) -> Result<Loop, String> {
    let values = Values {
        dag: ctx.dag(task.block),
        block: &ctx.state.blocks[task.block],
    };
    let items = each.items.iter().map(|given| {
        let items = match &given.source {
            ItemSource::Index => Ok(Items::Index),
            ItemSource::List(list) => elements(values, list).map(Items::List),
        };
        let items = items.map_err(|reason| format!("the list of `{}`: {reason}", given.input))?;
        Ok((given.input.clone(), items))
    });
    let items = items.collect::<Result<_, String>>()?;
    Ok(Loop::new(items, shared, each.parallelism, ctx.now))
}

/// Elements of a list, with all their digits.
fn elements(values: Values<'_>, list: &Expression) -> Result<Vec<Json>, String> {
    let json = values.evaluate(list)?;
    let elements = json.elements();
    let elements = elements.map_err(|_| format!("`{}` is not a list", shorten(json.as_str())))?;
    let element = match list.ty() {
        Type::List(element) => element,
        _ => &Type::Json,
    };
    let normal = elements.into_iter().map(|json| json.normal(element));
    normal.collect()
}

/// Starts the next item of a loop.
pub(super) fn start_next(ctx: &mut Context<'_>, task: TaskRef) -> Option<Transition> {
    let items = running(ctx, task);
    let (item, inputs) = items.start();
    // Only loops that can start an item stand in the list: `advance` would go round in circles otherwise.
    if !items.has_next() {
        ctx.state.loops.retain(|known| *known != task);
    }
    calls::start(ctx, task, Some(item), inputs)
}

/// Notes the end of an item: another one may start, or the loop has ended too.
pub(super) fn ended(
    ctx: &mut Context<'_>,
    task: TaskRef,
    item: usize,
    failed: bool,
) -> Option<Transition> {
    let items = running(ctx, task);
    let was_waiting = items.has_next();
    items.end(item, failed);
    let (has_ended, has_next) = (items.has_ended(), items.has_next());
    if has_ended {
        return Some(finish(ctx, task));
    }
    match (was_waiting, has_next) {
        (false, true) => ctx.state.loops.push(task),
        (true, false) => ctx.state.loops.retain(|known| *known != task),
        (true, true) | (false, false) => {}
    }
    None
}

/// Ends a loop, all of whose items have ended.
pub(super) fn finish(ctx: &mut Context<'_>, task: TaskRef) -> Transition {
    let block = &mut ctx.state.blocks[task.block];
    let stopped = block.stopped;
    let items = block.tasks[task.task].items.take();
    let items = items.expect("a loop that ends has items");
    let name = &ctx.task(task).name;
    let end = match items.failures() {
        _ if stopped => End::stopped(),
        None => End::succeeded(collected(ctx, task)),
        Some((1, first)) => End::failed(format!("`{name}({first})` failed")),
        Some((failed, first)) => End::failed(format!(
            "{failed} of {} items failed, `{name}({first})` first",
            items.count()
        )),
    };
    let duration = ctx.now.saturating_sub(items.started);
    Transition::Run(task, End { duration, ..end })
}

/// Lists of what the items of a loop have returned, all of which have succeeded.
pub(super) fn collected(ctx: &Context<'_>, task: TaskRef) -> BTreeMap<String, Json> {
    let calls = &ctx.state.blocks[task.block].tasks[task.task].calls;
    let outputs = ctx.outputs_of(ctx.task(task).run);
    let list = |name: &String| {
        let texts: Vec<&str> = calls.iter().map(|call| output(ctx, *call, name)).collect();
        let list = Json::parse(&format!("[{}]", texts.join(",")));
        list.expect("JSON values in brackets are JSON")
    };
    let lists = outputs
        .into_iter()
        .map(|(name, _)| (name.clone(), list(name)));
    lists.collect()
}

fn output<'c>(ctx: &'c Context<'_>, call: CallId, name: &str) -> &'c str {
    let end = ctx.state.calls[call].end.as_ref();
    let value = end.and_then(|end| end.outputs.get(name));
    value.expect("what succeeds has all outputs").as_str()
}

fn running<'c>(ctx: &'c mut Context<'_>, task: TaskRef) -> &'c mut Loop {
    let items = ctx.state.blocks[task.block].tasks[task.task].items.as_mut();
    items.expect("the task is a loop that runs")
}
