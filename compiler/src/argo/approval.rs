//! Templates that wait for a person.

use super::model::{Arguments, Parameter, Suspend, Template, ValueFrom};
use crate::plan;
use pipewright_ir::graph::Output;
use pipewright_ir::types::Type;
use pipewright_ir::wire;

/// The template of an approval. Argo's user interface shows its inputs as a form for the outputs of the same names.
pub(super) fn template(template: &plan::Template) -> Template {
    let component = &template.component;
    let given = component.inputs.iter().map(|input| Parameter {
        name: input.name.clone(),
        ..Parameter::default()
    });
    let is_free = |output: &&Output| component.input(&output.name).is_none();
    let form = component.outputs.iter().filter(is_free).map(|output| {
        let choices = choices(&output.ty);
        Parameter {
            name: output.name.clone(),
            default: Some(choices.first().cloned().unwrap_or_default()),
            choices,
            description: output
                .description
                .as_ref()
                .map(|text| text.replace("{{", "{ {")),
            ..Parameter::default()
        }
    });
    let outputs = component.outputs.iter().map(|output| {
        let nothing = if output.ty.is_text() {
            "json:null"
        } else {
            "null"
        };
        let default = output.ty.is_optional().then(|| nothing.to_owned());
        Parameter {
            name: output.name.clone(),
            value_from: Some(ValueFrom::supplied(default).into()),
            ..Parameter::default()
        }
    });
    Template {
        name: template.name.clone(),
        inputs: Arguments {
            parameters: given.chain(form).collect(),
            ..Arguments::default()
        },
        outputs: Arguments {
            parameters: outputs.collect(),
            ..Arguments::default()
        },
        suspend: Some(Suspend { duration: None }),
        ..Template::default()
    }
}

/// The texts that a value may have, if they are few.
fn choices(ty: &Type) -> Vec<String> {
    match ty {
        Type::Boolean => vec!["false".into(), "true".into()],
        Type::Enum(variants) => variants
            .iter()
            .map(|variant| wire::encode_text(variant))
            .collect(),
        _ => vec![],
    }
}
