//! Random plans.

use pipewright_compiler::plan::{
    Dag, DagId, Each, Exit, Expression, ItemSource, Items, Plan, Port, Run, Task, TaskId, Template,
    TemplateId,
};
use pipewright_ir::arena::{Arena, Id};
use pipewright_ir::graph::{Body, Component, Location, Options, Output, Parallelism, Program};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use proptest::prelude::*;
use proptest::sample::Index;

/// A block of a random plan.
#[derive(Debug, Clone, Default)]
pub(super) struct Block {
    pub(super) tasks: Vec<Step>,
    pub(super) retries: u32,
}

/// A task of a random plan.
#[derive(Debug, Clone)]
pub(super) struct Step {
    run: What,
    /// Earlier tasks of its block that end before it starts.
    after: Vec<Index>,
    condition: Option<bool>,
    may_fail: bool,
    items: Option<(usize, Parallelism)>,
    exit: Option<Block>,
}

#[derive(Debug, Clone)]
enum What {
    Process { retries: u32 },
    Question,
    Block(Block),
}

/// A random pipeline, with an exit handler or without.
pub(super) fn pipelines() -> impl Strategy<Value = (Block, Option<Block>)> {
    (blocks(), prop::option::weighted(0.3, small_blocks()))
}

fn blocks() -> impl Strategy<Value = Block> {
    small_blocks().prop_recursive(3, 24, 4, |inner| {
        let run = prop_oneof![2 => process(), 1 => inner.prop_map(What::Block)];
        block(run.boxed())
    })
}

fn small_blocks() -> impl Strategy<Value = Block> {
    block(process().boxed())
}

fn process() -> impl Strategy<Value = What> {
    prop_oneof![
        5 => (0..3_u32).prop_map(|retries| What::Process { retries }),
        1 => Just(What::Question),
    ]
}

fn block(run: BoxedStrategy<What>) -> impl Strategy<Value = Block> {
    let exit = block_of_processes();
    let step = (
        run,
        prop::collection::vec(any::<Index>(), 0..3),
        prop::option::weighted(0.2, any::<bool>()),
        prop::bool::weighted(0.2),
        prop::option::weighted(0.3, (0..5_usize, parallelism())),
        prop::option::weighted(0.15, exit),
    );
    let step = step.prop_map(|(run, after, condition, may_fail, items, exit)| Step {
        run,
        after,
        condition,
        may_fail,
        items,
        exit,
    });
    let steps = prop::collection::vec(step, 0..5);
    (steps, 0..2_u32).prop_map(|(tasks, retries)| Block { tasks, retries })
}

fn block_of_processes() -> impl Strategy<Value = Block> {
    prop::collection::vec(process(), 0..3).prop_map(|runs| {
        let tasks = runs.into_iter().map(Step::new).collect();
        Block { tasks, retries: 0 }
    })
}

fn parallelism() -> impl Strategy<Value = Parallelism> {
    prop_oneof![
        Just(Parallelism::Unlimited),
        (0..3_u32).prop_map(Parallelism::Limited),
        Just(Parallelism::FailFast),
    ]
}

impl Step {
    fn new(run: What) -> Self {
        Self {
            run,
            after: vec![],
            condition: None,
            may_fail: false,
            items: None,
            exit: None,
        }
    }

    /// A component's task.
    pub(super) fn process(retries: u32) -> Self {
        Self::new(What::Process { retries })
    }

    /// A question to a person.
    pub(super) fn question() -> Self {
        Self::new(What::Question)
    }

    /// This task for each of some items.
    pub(super) fn each(self, count: usize, parallelism: Parallelism) -> Self {
        let items = Some((count, parallelism));
        Self { items, ..self }
    }
}

/// The plan of a pipeline: its tasks are `t0`, `t1`, … in all blocks.
pub(super) fn plan(pipeline: &Block, exit: Option<&Block>) -> Plan {
    let at = Location::new("src/main.rs", 1, 1);
    let mut plan = Plan {
        name: "test".into(),
        function: "test".into(),
        description: None,
        program: Program::default(),
        parameters: vec![],
        templates: templates(&at).into_iter().collect(),
        dags: Arena::new(),
        root: Id::new(0),
        exit: None,
        at,
    };
    plan.root = add(&mut plan, pipeline);
    plan.exit = exit.map(|exit| add_exit(&mut plan, exit));
    plan
}

/// Processes with 0, 1 and 2 retries, and a question.
fn templates(at: &Location) -> Vec<Template> {
    let component = |name: &str, body| Component {
        key: format!("test::{name}"),
        name: name.into(),
        description: None,
        inputs: vec![],
        outputs: vec![Output {
            name: "output".into(),
            ty: Type::Integer,
            description: None,
        }],
        body,
        options: Options::default(),
        digest: String::new(),
        at: at.clone(),
    };
    let template = |name: &str, body, retries| Template {
        name: name.into(),
        option_values: vec![],
        has_display_name: false,
        lists: std::collections::BTreeMap::default(),
        operands: vec![],
        computed: vec![],
        component: component(name, body),
        options: Options {
            retries: Some(retries),
            ..Options::default()
        },
    };
    let processes = (0..3).map(|retries| template("process", Body::Program, retries));
    let question = template("question", Body::Approval, 0);
    processes.chain([question]).collect()
}

fn add(plan: &mut Plan, block: &Block) -> DagId {
    let id = plan.dags.alloc(Dag {
        name: "block".into(),
        inputs: vec![Port {
            name: "item".into(),
            ty: Type::Integer,
        }],
        tasks: Arena::new(),
        outputs: vec![],
        retries: block.retries,
        at: plan.at.clone(),
    });
    let tasks = block.tasks.iter().enumerate();
    let tasks: Arena<Task> = tasks.map(|(index, step)| task(plan, index, step)).collect();
    plan.dags[id].tasks = tasks;
    id
}

fn add_exit(plan: &mut Plan, block: &Block) -> Exit {
    let dag = add(plan, block);
    plan.dags[dag].retries = 0;
    Exit {
        dag,
        arguments: vec![],
        status: Some("status".into()),
        failures: Some("failures".into()),
    }
}

fn task(plan: &mut Plan, index: usize, step: &Step) -> Task {
    let template = |index| Run::Template(TemplateId::new(index));
    let literal = |json: Result<Json, String>, ty| Expression::Literal {
        json: json.expect("it can be JSON"),
        ty,
    };
    let mut after: Vec<TaskId> = match index {
        0 => vec![],
        _ => {
            let after = step.after.iter();
            after
                .map(|before| Id::new(before.index(index) as u32))
                .collect()
        }
    };
    after.sort_unstable();
    after.dedup();
    Task {
        name: format!("t{index}"),
        run: match &step.run {
            What::Process { retries } => template(*retries),
            What::Question => template(3),
            What::Block(block) => Run::Dag(add(plan, block)),
        },
        arguments: vec![],
        each: step.items.map(|(count, parallelism)| {
            Box::new(Each {
                items: vec![Items {
                    input: "item".into(),
                    source: ItemSource::List(literal(
                        Json::of(&vec![1; count]),
                        Type::List(Box::new(Type::Integer)),
                    )),
                }],
                parallelism,
            })
        }),
        condition: step
            .condition
            .map(|holds| literal(Json::of(&holds), Type::Boolean)),
        may_fail: step.may_fail,
        exit: step
            .exit
            .as_ref()
            .map(|exit| Box::new(add_exit(plan, exit))),
        after,
        display_name: None,
        at: plan.at.clone(),
    }
}
