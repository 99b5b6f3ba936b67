use super::effect::Effect;
use crate::engine::event::Event;
use crate::engine::phase::Kind;
use crate::engine::state::State;
use crate::engine::state::block::{Block, BlockId, CallId, TaskRef};
use crate::engine::state::end::End;
use pipewright_compiler::plan::{Dag, Plan, Run, Task, TaskId};
use pipewright_ir::arena::ArenaMap;
use pipewright_ir::types::Type;
use std::time::Duration;

/// Plan and state that transitions work on, and the effects of the input that is being handled.
#[derive(Debug)]
pub(super) struct Context<'p> {
    pub(super) plan: &'p Plan,
    pub(super) state: State,
    /// For each block of the plan, the tasks after each task.
    dependents: ArenaMap<Dag, ArenaMap<Task, Vec<TaskId>>>,
    pub(super) effects: Vec<Effect>,
    /// Time of the input, counted from the start of the run.
    pub(super) now: Duration,
}

impl<'p> Context<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        let mut dependents = ArenaMap::default();
        for dag in plan.dags.values() {
            dependents.push(dag.dependents());
        }
        Self {
            plan,
            state: State::default(),
            dependents,
            effects: vec![],
            now: Duration::ZERO,
        }
    }

    pub(super) fn dag(&self, block: BlockId) -> &'p Dag {
        &self.plan.dags[self.state.blocks[block].dag]
    }

    pub(super) fn task(&self, task: TaskRef) -> &'p Task {
        &self.dag(task.block).tasks[task.task]
    }

    /// A block and the tasks after each of its tasks.
    pub(super) fn with_dependents(
        &mut self,
        block: BlockId,
    ) -> (&mut Block, &ArenaMap<Task, Vec<TaskId>>) {
        let block = &mut self.state.blocks[block];
        let dependents = &self.dependents[block.dag];
        (block, dependents)
    }

    /// Path of a task.
    pub(super) fn path(&self, task: TaskRef) -> String {
        let prefix = &self.state.blocks[task.block].prefix;
        format!("{prefix}{}", self.task(task).name)
    }

    /// Path of a call: that of its task, with the number of its item.
    pub(super) fn call_path(&self, call: CallId) -> String {
        let call = &self.state.calls[call];
        let path = self.path(call.task);
        match call.item {
            Some(item) => format!("{path}({item})"),
            None => path,
        }
    }

    /// Kind of a task.
    pub(super) fn kind(&self, task: TaskRef) -> Kind {
        let task = self.task(task);
        match task.each {
            Some(_) => Kind::Loop,
            None => kind_of(task.run),
        }
    }

    /// Names and types of the outputs of what a task runs.
    pub(super) fn outputs_of(&self, run: Run) -> Vec<(&'p String, &'p Type)> {
        match run {
            Run::Template(template) => {
                let outputs = self.plan.templates[template].component.outputs.iter();
                outputs.map(|output| (&output.name, &output.ty)).collect()
            }
            Run::Dag(dag) => {
                let outputs = self.plan.dags[dag].outputs.iter();
                outputs.map(|output| (&output.name, &output.ty)).collect()
            }
        }
    }

    pub(super) fn emit_started(&mut self, task: String, kind: Kind) {
        let time = self.now;
        self.emit(Event::Started { task, kind, time });
    }

    pub(super) fn emit_skipped(&mut self, task: String) {
        let time = self.now;
        self.emit(Event::Skipped { task, time });
    }

    pub(super) fn emit_finished(&mut self, task: String, kind: Kind, end: &End) {
        self.emit(Event::Finished {
            task,
            kind,
            phase: end.phase,
            message: end.message.clone(),
            duration: end.duration,
            cached: end.cached,
            time: self.now,
        });
    }

    pub(super) fn emit(&mut self, event: Event) {
        self.effects.push(Effect::Emit(event));
    }
}

/// Kind of what a task runs, once or for each item.
pub(super) fn kind_of(run: Run) -> Kind {
    match run {
        Run::Template(_) => Kind::Task,
        Run::Dag(_) => Kind::Block,
    }
}
