//! Starts and ends of blocks.

use super::context::Context;
use super::transition::Transition;
use super::values::Values;
use crate::engine::state::block::{Block, BlockId, Owner, TaskRef};
use crate::engine::state::end::End;
use crate::engine::state::inputs::Inputs;

/// Opens a block: its first tasks may start now. Returns its end if nothing runs in it.
pub(super) fn open(ctx: &mut Context<'_>, mut block: Block) -> (BlockId, Option<Transition>) {
    // The handler of a pipeline that was stopped twice has a place in the report, but runs nothing.
    if ctx.state.ends(block.handler) {
        block.stop();
    }
    let (id, has_ended) = (ctx.state.blocks.next_id(), block.has_ended());
    let first = block.first().map(|task| TaskRef { block: id, task });
    ctx.state.ready.extend(first);
    ctx.state.blocks.alloc(block);
    (id, has_ended.then_some(Transition::Block(id)))
}

/// Ends a block, all of whose tasks have ended.
pub(super) fn ended(ctx: &mut Context<'_>, id: BlockId) -> Option<Transition> {
    let block = &mut ctx.state.blocks[id];
    // A stop may end a block that ends by one of its tasks as well.
    if std::mem::replace(&mut block.closed, true) {
        return None;
    }
    let end = end_of(ctx, id);
    let block = &mut ctx.state.blocks[id];
    match block.owner {
        Owner::Pipeline => Some(Transition::Pipeline(id, end)),
        Owner::PipelineExit => {
            block.end = Some(end.clone());
            Some(Transition::PipelineExit(end))
        }
        Owner::Exit(task) => {
            block.end = Some(end);
            Some(Transition::Exit(task))
        }
        Owner::Call(call) => {
            // Lists are large, and there may be many items.
            block.inputs = Inputs::default();
            Some(Transition::Attempt(call, end))
        }
    }
}

fn end_of(ctx: &Context<'_>, id: BlockId) -> End {
    let (dag, block) = (ctx.dag(id), &ctx.state.blocks[id]);
    let end = match block.failed {
        // Tasks that a stop has ended have failed as well, but are not the reason.
        _ if block.stopped => End::stopped(),
        Some(task) => End::failed(format!("`{}` failed", dag.tasks[task].name)),
        None => match (Values { dag, block }).outputs() {
            Ok(outputs) => End::succeeded(outputs),
            Err(message) => End::failed(message),
        },
    };
    End {
        attempts: 1,
        duration: ctx.now.saturating_sub(block.started),
        ..end
    }
}
