//! The engine as a machine: an [input](effect::Input) comes in, [effects](effect::Effect) come out.
//!
//! It is pure and synchronous: it knows no clock, no thread and no process. Each file beside this one has the transitions
//! of one kind of thing; what ends by a transition is the next one, until nothing more ends.

mod blocks;
mod calls;
mod context;
pub(super) mod effect;
mod exits;
mod items;
mod report;
mod stop;
mod tasks;
#[cfg(test)]
mod tests;
mod transition;
mod values;

use super::event::Event;
use super::job::{Failure, JobId, Outcome};
use super::report::Report;
use super::state::block::{Block, BlockId, Owner};
use super::state::end::End;
use super::state::inputs::Inputs;
use context::Context;
use effect::{Effect, Input};
use pipewright_compiler::plan::Plan;
use pipewright_ir::json::Json;
use std::collections::HashMap;
use std::time::Duration;
use transition::Transition;

/// A run.
#[derive(Debug)]
pub(super) struct Machine<'p> {
    ctx: Context<'p>,
    /// Number of processes that run at once.
    parallelism: usize,
    /// The pipeline's own block, once it is open.
    root: Option<BlockId>,
}

impl<'p> Machine<'p> {
    pub(super) fn new(plan: &'p Plan, parallelism: usize) -> Self {
        Self {
            ctx: Context::new(plan),
            parallelism,
            root: None,
        }
    }

    /// Starts the run with the values of its parameters. `now` counts from the start, here and in [`Machine::handle`].
    pub(super) fn start(&mut self, now: Duration, inputs: HashMap<String, Json>) -> Vec<Effect> {
        self.ctx.now = now;
        let plan = self.ctx.plan;
        let dag = (plan.root, plan.root());
        let inputs = Inputs::new(inputs);
        let block = Block::new(dag, String::new(), Owner::Pipeline, inputs, now);
        let (root, ended) = blocks::open(&mut self.ctx, block);
        self.root = Some(root);
        self.follow(ended);
        self.advance()
    }

    /// Takes an input. Returns what is to be done for it.
    pub(super) fn handle(&mut self, now: Duration, input: Input) -> Vec<Effect> {
        self.ctx.now = now;
        match input {
            Input::Log { job, lines } => self.log(job, lines),
            Input::Ended { job, outcome } => {
                let ended = self.job_ended(job, outcome);
                self.follow(ended);
            }
            Input::Stop(stops) => {
                for ended in stop::stop(&mut self.ctx, stops) {
                    self.follow(Some(ended));
                }
            }
        }
        self.advance()
    }

    /// End of everything: nothing more happens.
    pub(super) fn has_ended(&self) -> bool {
        self.root.is_some() && self.ctx.state.jobs.is_empty()
    }

    /// The report of a run that has ended.
    pub(super) fn report(mut self, duration: Duration) -> Report {
        self.ctx.now = duration;
        report::report(self.ctx, self.root)
    }

    /// Makes all transitions that follow from an end.
    fn follow(&mut self, ended: Option<Transition>) {
        let ctx = &mut self.ctx;
        // A loop instead of recursion: an end may go up through any number of blocks.
        let mut next = ended;
        while let Some(transition) = next {
            next = match transition {
                Transition::Attempt(call, end) => calls::ended(ctx, call, end),
                Transition::Item { task, item, failed } => items::ended(ctx, task, item, failed),
                Transition::Run(task, end) => exits::run_ended(ctx, task, end),
                Transition::Task(task, end) => tasks::ended(ctx, task, end),
                Transition::Block(block) => blocks::ended(ctx, block),
                Transition::Exit(task) => exits::exit_ended(ctx, task),
                Transition::Pipeline(root, end) => exits::pipeline_ended(ctx, root, end),
                Transition::PipelineExit(end) => {
                    exits::pipeline_exit_ended(ctx, end);
                    None
                }
            };
        }
    }

    /// Starts what may start: tasks whose turn it is, then items of loops.
    fn advance(&mut self) -> Vec<Effect> {
        // Blocks open only when a process could run: few are open at once, however many there are.
        while self.ctx.state.processes() < self.parallelism {
            let ended = if let Some(task) = self.ctx.state.ready.pop_front() {
                tasks::start(&mut self.ctx, task)
            } else if let Some(task) = self.ctx.state.loops.last().copied() {
                items::start_next(&mut self.ctx, task)
            } else {
                break;
            };
            self.follow(ended);
        }
        std::mem::take(&mut self.ctx.effects)
    }

    fn log(&mut self, job: JobId, lines: Vec<String>) {
        let Some(running) = self.ctx.state.jobs.get(&job) else {
            return;
        };
        let (path, time) = (self.ctx.call_path(running.call), self.ctx.now);
        for line in lines {
            let task = path.clone();
            self.ctx.emit(Event::Log { task, line, time });
        }
    }

    /// The end of the attempt that a job is. An answer that comes too late belongs to no job any more.
    fn job_ended(&mut self, job: JobId, outcome: Outcome) -> Option<Transition> {
        let running = self.ctx.state.jobs.remove(&job)?;
        let Outcome { result, cached } = outcome;
        let run = self.ctx.task(self.ctx.state.calls[running.call].task).run;
        // A person's answer, or a cache that somebody has changed, may lack outputs that others rely on.
        let result = result.and_then(|outputs| {
            let mut expected = self.ctx.outputs_of(run).into_iter();
            match expected.find(|(name, _)| !outputs.contains_key(*name)) {
                Some((missing, _)) => Err(Failure::Missing(missing.clone())),
                None => Ok(outputs),
            }
        });
        let end = match result {
            Ok(outputs) => End::succeeded(outputs),
            Err(failure) => {
                match failure.is_of_machine() {
                    true => self.ctx.state.machine_failed = true,
                    false => self.ctx.state.task_failed = true,
                }
                End::failed(failure.to_string())
            }
        };
        let has_process = !cached && !running.is_question;
        let end = End {
            attempts: u32::from(has_process),
            cached,
            ..end
        };
        Some(Transition::Attempt(running.call, end))
    }
}
