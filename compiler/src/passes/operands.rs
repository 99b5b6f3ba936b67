//! Inputs that a component's own program computes: its template takes the operands, and formulas say what to make of them.
//!
//! An engine computes what it must know itself. All else is data for our own program, which has the one evaluation of
//! every operator: so the YAML is short, and all targets agree. Tasks whose expressions differ in constants only share a
//! template: the constants that differ become operands.

use crate::plan::{Argument, Computed, DagId, Expression, Plan, Port, Run, TaskId, TemplateId};
use pipewright_ir::expression::{FormatPiece, Layout, Operator};
use pipewright_ir::formula::{self, Formula};
use pipewright_ir::graph::{Body, Cache};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use std::collections::{HashMap, HashSet};

/// Operators within each other that a formula may have; deeper values are left to the engine.
const DEPTH_MAX: usize = 50;

/// What a target puts together itself.
pub struct Rules<'r> {
    /// Arguments of tasks that need nothing computed on the target.
    pub is_plain: &'r dyn Fn(DagId, &Expression) -> bool,
    /// Inputs that a template may have.
    pub inputs_max: usize,
}

/// Tasks of one component whose inputs are computed in the same way.
pub struct Group {
    template: TemplateId,
    calls: Vec<Call>,
}

/// The groups of tasks whose programs are to compute inputs.
pub fn groups(plan: &Plan, rules: &Rules<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![];
    let mut known: HashMap<(TemplateId, String), usize> = HashMap::new();
    for (dag, block) in plan.dags.iter() {
        for (task, call) in block.tasks.iter() {
            let Run::Template(template) = call.run else {
                continue;
            };
            if !computes(plan, template) {
                continue;
            }
            let Some(call) = Call::new(plan, dag, task, template, rules) else {
                continue;
            };
            let key = (template, call.shape.clone());
            let group = *known.entry(key).or_insert_with(|| {
                let calls = vec![];
                groups.push(Group { template, calls });
                groups.len() - 1
            });
            groups[group].calls.push(call);
        }
    }
    groups
}

/// Programs of our own. The key of a cache is made of inputs, so that the engine has to know them.
fn computes(plan: &Plan, template: TemplateId) -> bool {
    let template = &plan.templates[template];
    let cache = template.options.cache;
    template.component.body == Body::Program && cache.is_none_or(|cache| cache == Cache::Never)
}

/// A task some of whose inputs are computed.
struct Call {
    dag: DagId,
    task: TaskId,
    /// Text that is the same for all calls that differ in operands and constants only.
    shape: String,
    /// The inputs that are computed. The names are those of operands and constants by their numbers.
    computed: Vec<(String, Formula)>,
    operands: Vec<Expression>,
    constants: Vec<(Json, Type)>,
}

impl Call {
    fn new(
        plan: &Plan,
        dag: DagId,
        task: TaskId,
        template: TemplateId,
        rules: &Rules<'_>,
    ) -> Option<Self> {
        let block = &plan.dags[dag];
        let arguments = &block.tasks[task].arguments;
        let component = &plan.templates[template].component;
        let is_computed = |argument: &&Argument| {
            argument.value.as_operator().is_some()
                && component.input(&argument.input).is_some()
                && !(rules.is_plain)(dag, &argument.value)
                && depth(&argument.value) <= DEPTH_MAX
        };
        let mut reading = Reading {
            given: arguments
                .iter()
                .filter(|argument| !is_computed(argument))
                .collect(),
            operands: vec![],
            constants: vec![],
        };
        let computed: Vec<(String, Formula)> = arguments
            .iter()
            .filter(is_computed)
            .map(|argument| (argument.input.clone(), reading.formula(&argument.value)))
            .collect();
        let made = reading.operands.len() + reading.constants.len();
        let inputs = plan.templates[template].own_inputs() + made;
        if computed.is_empty() || inputs > rules.inputs_max {
            return None;
        }
        let computed_text = computed.iter();
        let computed_text = computed_text.map(|(input, formula)| format!("{input}={formula};"));
        let operands = reading
            .operands
            .iter()
            .map(|operand| (operand.ty().clone(), "o"));
        let constants = reading.constants.iter().map(|(_, ty)| (ty.clone(), "c"));
        let types = operands.chain(constants);
        let types = types.map(|(ty, kind)| format!("{kind}:{ty:?};"));
        Some(Self {
            dag,
            task,
            shape: computed_text.chain(types).collect(),
            computed,
            operands: reading.operands,
            constants: reading.constants,
        })
    }
}

fn depth(expression: &Expression) -> usize {
    let operands = expression
        .as_operator()
        .into_iter()
        .flat_map(Operator::operands);
    operands
        .map(|operand| depth(operand) + 1)
        .max()
        .unwrap_or(0)
}

/// A task whose expressions are read.
struct Reading<'p> {
    /// The arguments that are given as they are.
    given: Vec<&'p Argument>,
    operands: Vec<Expression>,
    constants: Vec<(Json, Type)>,
}

impl Reading<'_> {
    fn formula(&mut self, expression: &Expression) -> Formula {
        match expression {
            Expression::Literal { json, ty } => self.constant(json.clone(), ty.clone()),
            Expression::Input { .. } | Expression::Output { .. } => self.operand(expression),
            Expression::Operator { operator, ty } => {
                // Texts of a format are constants like all others.
                let operator = match &**operator {
                    Operator::Format(pieces) => {
                        let pieces = pieces.iter().map(|piece| match piece {
                            FormatPiece::Text(text) => FormatPiece::Value {
                                value: self.constant(text_of(text), Type::String),
                                layout: Layout::default(),
                            },
                            FormatPiece::Value { value, layout } => FormatPiece::Value {
                                value: self.formula(value),
                                layout: layout.clone(),
                            },
                        });
                        Operator::Format(pieces.collect())
                    }
                    operator => operator.map(|operand| self.formula(operand)),
                };
                let operator = Box::new(operator);
                let ty = ty.clone();
                Formula::Operator { operator, ty }
            }
        }
    }

    fn constant(&mut self, json: Json, ty: Type) -> Formula {
        self.constants.push((json, ty));
        Formula::Name(constant(self.constants.len() - 1))
    }

    fn operand(&mut self, expression: &Expression) -> Formula {
        // What is given as it is needs no second name.
        let mut given = self.given.iter();
        if let Some(argument) = given.find(|argument| argument.value == *expression)
            && formula::is_name(&argument.input)
        {
            return Formula::Name(argument.input.clone());
        }
        let known = self.operands.iter().position(|known| known == expression);
        let index = known.unwrap_or_else(|| {
            self.operands.push(expression.clone());
            self.operands.len() - 1
        });
        Formula::Name(operand(index))
    }
}

fn text_of(text: &str) -> Json {
    Json::of(text).expect("a text is JSON")
}

// Numbered names, which no input has: inputs of components are names of Rust.

fn operand(index: usize) -> String {
    format!("0{index}")
}

fn constant(index: usize) -> String {
    format!("1{index}")
}

/// Lets the programs of tasks compute inputs.
pub fn compute(plan: &mut Plan, groups: Vec<Group>) {
    // A template stays what it is for tasks of which nothing is computed.
    let computed: HashSet<(DagId, TaskId)> = {
        let calls = groups.iter().flat_map(|group| &group.calls);
        calls.map(|call| (call.dag, call.task)).collect()
    };
    let mut taken: HashSet<TemplateId> = HashSet::new();
    for (dag, block) in plan.dags.iter() {
        for (id, task) in block.tasks.iter() {
            if let Run::Template(template) = task.run
                && !computed.contains(&(dag, id))
            {
                taken.insert(template);
            }
        }
    }
    let mut names = plan.names();
    for group in groups {
        let template = match taken.insert(group.template) {
            true => group.template,
            false => {
                let known = &plan.templates[group.template];
                let made = crate::plan::Template {
                    name: names.unique(&known.name),
                    operands: vec![],
                    computed: vec![],
                    ..known.clone()
                };
                plan.templates.alloc(made)
            }
        };
        apply(plan, template, &group.calls);
    }
}

/// Makes a template that computes inputs, and lets tasks run it.
fn apply(plan: &mut Plan, template: TemplateId, calls: &[Call]) {
    let Some(first) = calls.first() else {
        return;
    };
    let mut names: HashSet<String> = {
        let inputs = plan.templates[template].component.inputs.iter();
        let is_computed = |name: &str| first.computed.iter().any(|(input, _)| input == name);
        let given = inputs.map(|input| input.name.clone());
        given.filter(|name| !is_computed(name)).collect()
    };
    let mut ports = vec![];
    let mut values: HashMap<String, Formula> = HashMap::new();
    for (index, value) in first.operands.iter().enumerate() {
        let name = unique(&mut names, &name_of(plan, first.dag, value));
        values.insert(operand(index), Formula::Name(name.clone()));
        ports.push(Port {
            name,
            ty: value.ty().clone(),
        });
    }
    let mut differing = vec![];
    for (index, (json, ty)) in first.constants.iter().enumerate() {
        let is_same = calls.iter().all(|call| call.constants[index].0 == *json);
        let value = match is_same {
            true => Formula::Literal(json.clone()),
            false => {
                let name = unique(&mut names, if ty.is_text() { "text" } else { "value" });
                differing.push(index);
                ports.push(Port {
                    name: name.clone(),
                    ty: ty.clone(),
                });
                Formula::Name(name)
            }
        };
        values.insert(constant(index), value);
    }
    let computed = first.computed.iter().map(|(input, formula)| Computed {
        input: input.clone(),
        formula: substituted(formula, &values),
    });
    let computed: Vec<Computed> = computed.collect();
    for call in calls {
        let task = &mut plan.dags[call.dag].tasks[call.task];
        task.run = Run::Template(template);
        let is_computed = |name: &str| call.computed.iter().any(|(input, _)| input == name);
        task.arguments
            .retain(|argument| !is_computed(&argument.input));
        let constants = differing.iter().map(|index| {
            let (json, ty) = call.constants[*index].clone();
            Expression::Literal { json, ty }
        });
        let given = call.operands.iter().cloned().chain(constants);
        let given = ports.iter().zip(given).map(|(port, value)| Argument {
            input: port.name.clone(),
            value,
        });
        task.arguments.extend(given);
    }
    let template = &mut plan.templates[template];
    template.operands = ports;
    template.computed = computed;
}

/// A formula with what its numbered names stand for.
fn substituted(formula: &Formula, values: &HashMap<String, Formula>) -> Formula {
    match formula {
        Formula::Literal(_) => formula.clone(),
        Formula::Name(name) => values.get(name).unwrap_or(formula).clone(),
        Formula::Operator { operator, ty } => {
            let operator = match &**operator {
                Operator::Format(pieces) => Operator::Format(joined(pieces, values)),
                operator => operator.map(|operand| substituted(operand, values)),
            };
            Formula::Operator {
                operator: Box::new(operator),
                ty: ty.clone(),
            }
        }
    }
}

/// Pieces of a format, in which texts that are constants are texts again.
fn joined(
    pieces: &[FormatPiece<Formula>],
    values: &HashMap<String, Formula>,
) -> Vec<FormatPiece<Formula>> {
    let mut joined: Vec<FormatPiece<Formula>> = vec![];
    for piece in pieces {
        let FormatPiece::Value { value, layout } = piece else {
            joined.push(piece.clone());
            continue;
        };
        let value = substituted(value, values);
        let text = match &value {
            Formula::Literal(json) if *layout == Layout::default() => json.to::<String>().ok(),
            _ => None,
        };
        match (text, joined.last_mut()) {
            (Some(text), Some(FormatPiece::Text(last))) => last.push_str(&text),
            (Some(text), _) => joined.push(FormatPiece::Text(text)),
            (None, _) => joined.push(FormatPiece::Value {
                value,
                layout: layout.clone(),
            }),
        }
    }
    joined
}

/// What people call a value: the name of an input, or of a task whose output it is.
fn name_of(plan: &Plan, dag: DagId, value: &Expression) -> String {
    match value {
        Expression::Input { name, .. } => name.clone(),
        Expression::Output { task, output, .. } => {
            let task = &plan.dags[dag].tasks[*task].name;
            match output.as_str() {
                "output" => task.clone(),
                output => format!("{task}_{output}"),
            }
        }
        Expression::Literal { .. } | Expression::Operator { .. } => "value".into(),
    }
}

/// A name of a formula that is used once.
fn unique(names: &mut HashSet<String>, name: &str) -> String {
    let mut base = name.replace('-', "_");
    if !formula::is_name(&base) {
        base.insert(0, '_');
    }
    let numbered = (2..).map(|number| format!("{base}_{number}"));
    let mut candidates = std::iter::once(base.clone()).chain(numbered);
    let free = candidates.find(|name| !names.contains(name));
    let free = free.expect("there are more numbers than names");
    names.insert(free.clone());
    free
}
