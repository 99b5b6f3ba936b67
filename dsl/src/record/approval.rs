use super::current::with;
use super::operand::Operand;
use super::task::Called;
use crate::field::Field;
use pipewright_ir::graph::{
    Argument, Body, Component, Input, Location, Options, Output, StepKind, Task,
};
use pipewright_ir::types::Type;

/// Records a task that waits for a person, who gives its outputs.
pub(crate) fn approval(name: &str, message: Operand, fields: &[Field], at: &Location) -> Called {
    with(at, |recorder| {
        let outputs = fields.iter().map(|field| Output {
            name: field.name.into(),
            ty: (field.ty)(),
            description: field.description.map(Into::into),
        });
        let outputs: Vec<Output> = outputs.collect();
        let types: Vec<String> = outputs
            .iter()
            .map(|output| format!("{}:{}", output.name, output.ty))
            .collect();
        let component = recorder.add_component(Component {
            key: format!("pipewright::{name}({})", types.join(",")),
            name: name.into(),
            description: None,
            inputs: vec![Input {
                name: "message".into(),
                ty: Type::String,
                default: None,
                description: None,
            }],
            outputs,
            body: Body::Approval,
            options: Options::default(),
            digest: String::new(),
            at: at.clone(),
        });
        let value = recorder.operand(message, at);
        let arguments = vec![Argument {
            input: "message".into(),
            value,
        }];
        let task = Task {
            component,
            arguments,
            options: Options::default(),
            option_values: vec![],
            display_value: None,
        };
        Called {
            step: recorder.push(StepKind::Task(task), at),
            outputs: recorder.output_types(component),
            at: at.clone(),
        }
    })
}
