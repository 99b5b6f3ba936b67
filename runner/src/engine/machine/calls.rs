//! Calls: one run of a component or a block, with all its attempts.

use super::blocks;
use super::context::{Context, kind_of};
use super::effect::Effect;
use super::transition::Transition;
use crate::engine::event::Event;
use crate::engine::job::Job;
use crate::engine::people::Question;
use crate::engine::phase::Phase;
use crate::engine::state::block::{Block, Call, CallId, Owner, TaskRef};
use crate::engine::state::end::End;
use crate::engine::state::inputs::Inputs;
use crate::engine::state::{Failed, Running, Stage};
use pipewright_compiler::plan::{DagId, Run, TemplateId};
use pipewright_ir::graph::Body;
use pipewright_ir::json::Json;
use std::collections::HashSet;

/// Depth to which Argo lets templates call each other, the pipeline's own block being the first.
const DEEPEST: usize = 99;

/// Starts a call of a task, or of one of its items.
pub(super) fn start(
    ctx: &mut Context<'_>,
    task: TaskRef,
    item: Option<usize>,
    inputs: Inputs,
) -> Option<Transition> {
    // Calls are never removed: the report tells of them, and their ids are short enough to be kept.
    let id = ctx.state.calls.alloc(Call {
        task,
        item,
        inputs,
        attempts: 0,
        started: ctx.now,
        block: None,
        end: None,
    });
    let known = &mut ctx.state.blocks[task.block].tasks[task.task];
    known.calls.push(id);
    let run = ctx.task(task).run;
    // The start of a call that is a whole task is that of the task.
    if item.is_some() {
        ctx.emit_started(ctx.call_path(id), kind_of(run));
    }
    match too_deep(ctx, task, run) {
        Some(message) => Some(Transition::Attempt(id, End::failed(message))),
        None => attempt(ctx, id),
    }
}

/// Starts an attempt of a call.
fn attempt(ctx: &mut Context<'_>, id: CallId) -> Option<Transition> {
    let run = ctx.task(ctx.state.calls[id].task).run;
    let retries = retries(ctx, run);
    let call = &mut ctx.state.calls[id];
    call.attempts += 1;
    // Inputs may be large, and are kept only as long as somebody may need them again.
    let inputs = match call.attempts <= retries {
        true => call.inputs.clone(),
        false => std::mem::take(&mut call.inputs),
    };
    match run {
        Run::Template(template) => {
            start_job(ctx, id, template, &inputs);
            None
        }
        Run::Dag(dag) => open_block(ctx, id, dag, inputs),
    }
}

/// Number of further attempts of what fails.
fn retries(ctx: &Context<'_>, run: Run) -> u32 {
    match run {
        Run::Template(template) => {
            let template = &ctx.plan.templates[template];
            match template.component.body.is_retried() {
                true => template.options.retries.unwrap_or(0),
                false => 0,
            }
        }
        Run::Dag(dag) => ctx.plan.dags[dag].retries,
    }
}

fn start_job(ctx: &mut Context<'_>, id: CallId, template: TemplateId, inputs: &Inputs) {
    let planned = &ctx.plan.templates[template];
    let component = &planned.component;
    let options = planned.options_with(|name| inputs.get(name));
    let options = options.expect("options are checked before the task starts");
    let limit = options.timeout.map(Into::into);
    let is_question = component.body == Body::Approval;
    let job = ctx.state.start(Running {
        call: id,
        is_question,
    });
    let mut inputs = inputs.values();
    if is_question {
        let message = inputs.get("message").map(Json::to::<String>);
        let question = Question {
            task: ctx.call_path(id),
            message: message.and_then(Result::ok).unwrap_or_default(),
            outputs: component.outputs.clone(),
        };
        ctx.effects.push(Effect::Ask {
            job,
            question,
            limit,
        });
        return;
    }
    for option in planned.option_inputs() {
        inputs.remove(&option);
    }
    // The program knows the defaults too, but those of the plan are what the pipeline was compiled with.
    for input in &component.inputs {
        if let Some(default) = &input.default
            && !inputs.contains_key(&input.name)
        {
            inputs.insert(input.name.clone(), default.clone());
        }
    }
    ctx.effects.push(Effect::Start(Job {
        id: job,
        template,
        inputs,
        limit,
        attempt: ctx.state.calls[id].attempts,
    }));
}

fn open_block(ctx: &mut Context<'_>, id: CallId, dag: DagId, inputs: Inputs) -> Option<Transition> {
    let outer = &ctx.state.blocks[ctx.state.calls[id].task.block];
    let (depth, handler) = (outer.depth + 1, outer.handler);
    let prefix = format!("{}/", ctx.call_path(id));
    let planned = (dag, &ctx.plan.dags[dag]);
    let mut block = Block::new(planned, prefix, Owner::Call(id), inputs, ctx.now);
    (block.depth, block.handler) = (depth, handler);
    let (opened, ended) = blocks::open(ctx, block);
    ctx.state.calls[id].block = Some(opened);
    ended
}

/// Message for a task that is nested too deep by recursion.
fn too_deep(ctx: &Context<'_>, task: TaskRef, run: Run) -> Option<String> {
    let depth = ctx.state.blocks[task.block].depth;
    if depth < DEEPEST {
        return None;
    }
    let mut seen = HashSet::new();
    if let Run::Dag(dag) = run {
        seen.insert(dag);
    }
    let mut id = task.block;
    loop {
        let block = &ctx.state.blocks[id];
        // Blocks that lie deep in each other without recursion are none of its business.
        if !seen.insert(block.dag) {
            return Some(format!(
                "it is nested {} deep, and engines allow {DEEPEST}; let `{}` call itself less often, or loop over a list",
                depth + 1,
                ctx.dag(id).name,
            ));
        }
        id = match block.owner {
            Owner::Pipeline | Owner::PipelineExit => return None,
            Owner::Exit(task) => task.block,
            Owner::Call(call) => ctx.state.calls[call].task.block,
        };
    }
}

/// An attempt of a call has ended: the next one starts, or the call has ended too.
pub(super) fn ended(ctx: &mut Context<'_>, id: CallId, end: End) -> Option<Transition> {
    let call = &ctx.state.calls[id];
    let (task, item) = (call.task, call.item);
    let run = ctx.task(task).run;
    // Nothing was tried of what is nested too deep.
    let again = (1..=retries(ctx, run)).contains(&call.attempts);
    if end.phase == Phase::Failed && again && !ctx.state.blocks[task.block].stopped {
        let event = Event::Retry {
            task: ctx.call_path(id),
            attempt: call.attempts + 1,
            message: end.message.unwrap_or_default(),
            time: ctx.now,
        };
        ctx.emit(event);
        return attempt(ctx, id);
    }
    let end = End {
        // What was found in the cache, or a person said, took no process.
        attempts: if end.attempts == 0 { 0 } else { call.attempts },
        duration: ctx.now.saturating_sub(call.started),
        ..end
    };
    if end.phase == Phase::Failed {
        note_failure(ctx, task, item, &end);
    }
    let Some(item) = item else {
        return Some(Transition::Run(task, end));
    };
    ctx.emit_finished(ctx.call_path(id), kind_of(run), &end);
    let failed = end.phase == Phase::Failed;
    let call = &mut ctx.state.calls[id];
    // There may be many items, and each has a part of a list.
    call.inputs = Inputs::default();
    call.end = Some(end);
    Some(Transition::Item { task, item, failed })
}

/// Notes a task that has failed, unless it is a block.
pub(super) fn note_failure(ctx: &mut Context<'_>, task: TaskRef, item: Option<usize>, end: &End) {
    // No handler sees what fails when the pipeline has ended.
    if !matches!(ctx.state.stage, Stage::Body) || matches!(ctx.task(task).run, Run::Dag(_)) {
        return;
    }
    let message = end.message.clone().unwrap_or_default();
    ctx.state.failures.push(Failed {
        task,
        item,
        message,
    });
}
