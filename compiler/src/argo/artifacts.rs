//! Artifacts of templates: the files and folders that their inputs and outputs refer to.
//!
//! Between tasks goes a parameter with a reference, so that all that works on values works on artifacts. Only a component's
//! template knows files: its output has a key of its own in the cluster's repository, which the program writes into the
//! reference, and its input is whatever has the key that the reference holds.

use super::expression::{self, tag};
use super::model::{Archive, Artifact, Store};
use crate::code::{call, word};
use crate::plan::Template;
use pipewright_ir::artifact::{MADE, Place};
use pipewright_ir::graph::{Component, Input, Output};
use pipewright_ir::types::{ArtifactType, Type};

/// Folder of the files and folders of inputs.
const INPUTS: &str = "/pipewright-inputs";

/// What keys of outputs begin with. Each try of a task has a pod of its own.
const PREFIX: &str = "{{workflow.name}}/{{pod.name}}";

/// The artifacts of the inputs of a template.
pub(super) fn inputs(template: &Template) -> Vec<Artifact> {
    let inputs = template.component.inputs.iter();
    inputs.filter_map(input).collect()
}

fn input(input: &Input) -> Option<Artifact> {
    let ty = input.ty.artifact()?;
    let parameter = || expression::member_of(word("inputs").member("parameters"), &input.name);
    let uri = call("fromJSON", [parameter()]).member("uri");
    let key = match input.ty.is_optional() {
        true => expression::when_given(parameter(), uri),
        false => uri,
    };
    Some(Artifact {
        name: input.name.clone(),
        path: format!("{INPUTS}/{}", Place::default().path(&input.name, ty)),
        optional: input.ty.is_optional(),
        archive: archive(ty),
        s3: Store { key: tag(&key) },
    })
}

/// The artifacts of the outputs of a component, whose outputs are files in a folder. A program may give out what came in,
/// and writes no file then.
pub(super) fn outputs(component: &Component, folder: &str) -> Vec<Artifact> {
    let outputs = component.outputs.iter();
    let output = |output: &Output| {
        let ty = output.ty.artifact()?;
        let (path, key) = match is_list(&output.ty) {
            // Each file in the folder is an object of its own.
            true => (output.name.clone(), format!("{PREFIX}/{}", output.name)),
            false => {
                let place = Place::default();
                (
                    place.path(&output.name, ty),
                    place.key(PREFIX, &output.name, ty),
                )
            }
        };
        Some(Artifact {
            name: output.name.clone(),
            path: format!("{folder}/{MADE}/{path}"),
            optional: true,
            archive: archive(ty),
            s3: Store { key },
        })
    };
    outputs.filter_map(output).collect()
}

/// A folder becomes an archive, as Argo makes it.
fn archive(ty: &ArtifactType) -> Option<Archive> {
    (!ty.content.is_folder).then(Archive::none)
}

fn is_list(ty: &Type) -> bool {
    match ty {
        Type::List(_) => true,
        Type::Optional(inner) => is_list(inner),
        _ => false,
    }
}

/// The words that tell the program where artifacts lie and what keys they get.
pub(super) fn words(template: &Template) -> impl Iterator<Item = String> {
    let component = &template.component;
    let mut inputs = component.inputs.iter();
    let has_inputs = inputs.any(|input| input.ty.artifact().is_some());
    let mut outputs = component.outputs.iter();
    let has_outputs = outputs.any(|output| output.ty.artifact().is_some());
    let inputs = has_inputs.then(|| format!("--in={INPUTS}"));
    inputs
        .into_iter()
        .chain(has_outputs.then(|| format!("--artifacts={PREFIX}")))
}
