//! Runs that somebody stops.

use super::context::Context;
use super::effect::Effect;
use super::items;
use super::transition::Transition;
use crate::engine::state::block::{BlockId, TaskRef};

/// Starts nothing more, but exit handlers unless they are to end too, and ends the jobs that run. Returns what has ended by it.
pub(super) fn stop(ctx: &mut Context<'_>, stops: u32) -> Vec<Transition> {
    // Two threads that stop a run may be heard in the other order. What is said twice is no second stop: what is cancelled
    // again has no time to clean up any more.
    if stops <= ctx.state.stops {
        return vec![];
    }
    ctx.state.stops = stops;
    let mut stopped = vec![];
    for id in ctx.state.blocks.ids() {
        let ends = ctx.state.ends(ctx.state.blocks[id].handler);
        let block = &mut ctx.state.blocks[id];
        if ends && !block.closed && !block.stopped {
            block.stop();
            stopped.push(id);
        }
    }
    let blocks = &ctx.state.blocks;
    ctx.state.ready.retain(|task| !blocks[task.block].stopped);
    ctx.state.loops.retain(|task| !blocks[task.block].stopped);
    for (id, job) in &ctx.state.jobs {
        if blocks[ctx.state.calls[job.call].task.block].stopped {
            ctx.effects.push(Effect::Cancel(*id));
        }
    }
    // Only now, when nothing more can start: an end lets others start.
    let mut ended = vec![];
    for id in stopped {
        ended.extend(stop_loops(ctx, id));
        if ctx.state.blocks[id].has_ended() {
            ended.push(Transition::Block(id));
        }
    }
    ended
}

/// Starts no further items of the loops of a block. Returns the ends of those of which nothing runs.
fn stop_loops(ctx: &mut Context<'_>, block: BlockId) -> Vec<Transition> {
    let tasks = ctx.dag(block).tasks.ids();
    let tasks = tasks.map(|task| TaskRef { block, task });
    let ended = tasks.filter_map(|task| {
        let items = ctx.state.blocks[block].tasks[task.task].items.as_mut()?;
        items.stop();
        let has_ended = items.has_ended();
        has_ended.then(|| items::finish(ctx, task))
    });
    ended.collect()
}
