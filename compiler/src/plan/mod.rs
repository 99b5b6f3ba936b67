//! A pipeline as nested DAGs: what every target and the local engine start from.
//!
//! In the graph a value can be used anywhere below its block. In a plan each DAG is closed: its expressions name only
//! its own inputs and the outputs of its own tasks; values from outside are captured as inputs, values of blocks come
//! out as outputs. Names are made unique, components and the options of their calls are put together as templates. It
//! knows nothing of any target: what a target needs besides is made of a plan by [`passes`](crate::passes).

mod dag;
mod expression;
mod lower;
mod names;
mod order;
mod port;
mod task;
mod template;

pub use dag::{
    Argument, Branch, Dag, DagId, Each, Exit, Expression, ItemSource, Items, Output, Run, Source,
    Task, TaskId,
};
pub use lower::lower;
pub use names::Names;
pub use port::Port;
pub use template::{
    Computed, DISPLAY_NAME, List, Template, TemplateId, option_input, option_of_input,
};

use pipewright_ir::arena::Arena;
use pipewright_ir::graph::{Location, Parameter, Program};
use serde::Serialize;

/// A pipeline that is ready for a target.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan {
    /// Name of the pipeline in kebab case.
    pub name: String,
    /// Name of the pipeline's function.
    pub function: String,
    /// What the pipeline does.
    pub description: Option<String>,
    /// Where the components of the pipeline's crate run.
    pub program: Program,
    /// What a run is given: the inputs of the first DAG.
    pub parameters: Vec<Parameter>,
    /// What tasks run, each with another component or other options.
    pub templates: Arena<Template>,
    /// All blocks.
    pub dags: Arena<Dag>,
    /// The pipeline's own block.
    pub root: DagId,
    /// What runs when the pipeline has ended, however it ended.
    pub exit: Option<Exit>,
    /// Where the pipeline's function stands.
    pub at: Location,
}

impl Plan {
    /// The pipeline's own block.
    pub fn root(&self) -> &Dag {
        &self.dags[self.root]
    }

    /// All tasks of all blocks.
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.dags.values().flat_map(|dag| dag.tasks.values())
    }

    /// The names of all templates and blocks.
    pub fn names(&self) -> Names {
        let templates = self.templates.values().map(|template| &template.name);
        templates
            .chain(self.dags.values().map(|dag| &dag.name))
            .collect()
    }

    /// The names of all tasks.
    pub fn task_names(&self) -> Names {
        self.tasks().map(|task| &task.name).collect()
    }
}
