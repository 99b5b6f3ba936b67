//! Artifacts of templates: the files and folders that their inputs and outputs refer to.
//!
//! Between tasks goes a parameter with a reference, so that all that works on values works on artifacts. Only a component's
//! template knows files: its output has a key of its own in the cluster's repository, which the program writes into the
//! reference, and its input is whatever has the key that the reference holds.

use super::expression::{self, literal, tag};
use super::model::{self, Arguments, Container, Parameter, ValueFrom};
use super::paths::{INPUTS, NOWHERE, OUTPUTS};
use super::repository::Repository;
use super::storage::{Archive, Artifact, Location};
use crate::code::{Code, call, list, word};
use crate::plan::{List, Plan, Template};
use pipewright_ir::artifact::{self, COPY, Place};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Body, Component, Input, Output, Program};
use pipewright_ir::types::{ArtifactType, Type};

/// Folder of the keys below those of a run, into which lists are gathered.
const GATHERED: &str = "lists";

/// What keys of outputs begin with. Each try of a task has a pod of its own.
fn prefix(repository: &Repository) -> String {
    format!(
        "{}{{{{workflow.name}}}}/{{{{pod.name}}}}",
        repository.prefix
    )
}

/// The artifacts of the inputs of a template.
pub(super) fn inputs(template: &Template, repository: &Repository) -> Vec<Artifact> {
    let inputs = template.component.inputs.iter();
    let inputs = inputs.filter_map(|input| Some((input, input.ty.artifact()?)));
    inputs
        .flat_map(|(input, ty)| match template.lists.get(&input.name) {
            None => whole(template, input, ty, repository),
            Some(List::Elements { most, all }) => (0..*most)
                .flat_map(|index| {
                    let (artifact, key) = element(input, ty, index, *all);
                    imported(template, artifact, key, ty, repository)
                })
                .collect(),
            Some(List::Folder) => vec![folder(input, ty, repository)],
        })
        .collect()
}

fn parameter(input: &Input) -> Code {
    expression::member_of(word("inputs").member("parameters"), &input.name)
}

fn whole(
    template: &Template,
    input: &Input,
    ty: &ArtifactType,
    repository: &Repository,
) -> Vec<Artifact> {
    let uri = call("fromJSON", [parameter(input)]).member("uri");
    let key = match input.ty.is_optional() {
        true => expression::when_given(parameter(input), uri),
        false => uri,
    };
    let artifact = Artifact {
        name: input.name.clone(),
        path: input_path(input, ty),
        optional: input.ty.is_optional(),
        archive: archive(ty),
        at: Location::key(tag(&key)),
    };
    imported(template, artifact, key, ty, repository)
}

/// An artifact that may be an import. `key` is what its reference holds.
fn imported(
    template: &Template,
    artifact: Artifact,
    key: Code,
    ty: &ArtifactType,
    repository: &Repository,
) -> Vec<Artifact> {
    let is_image = matches!(template.component.body, Body::Container(_));
    repository.imports.artifacts(artifact, ty, key, is_image)
}

/// An element of a list. It has no key where it is nothing, or where the list is shorter.
fn element(input: &Input, ty: &ArtifactType, index: usize, is_there: bool) -> (Artifact, Code) {
    let list = call("fromJSON", [parameter(input)]);
    let number = word(index.to_string());
    let key = match is_there {
        true => list.index(number).member("uri"),
        false => {
            let element = call("get", [list, number]);
            element.member_if_there("uri").or_else(literal(""))
        }
    };
    let place = Place::default().element(index);
    let artifact = Artifact {
        name: format!("{}-{index}", input.name),
        path: format!("{INPUTS}/{}", place.path(&input.name, ty)),
        optional: !is_there,
        archive: archive(ty),
        at: Location::key(tag(&key)),
    };
    (artifact, key)
}

/// The folder into which a list has been gathered. There is none of an empty list.
fn folder(input: &Input, ty: &ArtifactType, repository: &Repository) -> Artifact {
    let digest = digest(parameter(input));
    let is_empty = parameter(input).compare("in", list(["[]", "null"].map(literal)));
    let name = word("workflow").member("name");
    let run = match repository.prefix.as_str() {
        "" => name,
        prefix => literal(prefix).plus(name),
    };
    let folder = run.plus(literal(&format!("/{GATHERED}/"))).plus(digest);
    let key = is_empty.choose(literal(""), folder);
    Artifact {
        name: input.name.clone(),
        path: input_path(input, ty),
        optional: true,
        archive: Some(Archive::none()),
        at: Location::key(tag(&key)),
    }
}

/// The digest of a list, of its wire text.
pub(super) fn digest(list: Code) -> Code {
    call("sprig.sha256sum", [list])
}

/// The template that hands an element of a list on, to a key below a folder: what comes in lies where Argo takes it out.
pub(super) fn copy(
    template: &Template,
    program: &Program,
    image: &str,
    repository: &Repository,
) -> model::Template {
    let inputs = &template.component.inputs;
    let tag = |input: &Input| format!("{{{{inputs.parameters.{}}}}}", input.name);
    // The element, a digest, and numbers: plain tags of these hold no code.
    let [_, places @ ..] = &inputs[..] else {
        return model::Template::default();
    };
    let places: Vec<String> = places.iter().map(tag).collect();
    let artifacts = self::inputs(template, repository);
    // All that the element may be, of which one is there.
    let made = artifacts.iter().filter_map(|artifact| {
        let input = inputs.first()?;
        let key = format!(
            "{}{{{{workflow.name}}}}/{GATHERED}/{}",
            repository.prefix,
            places.join("/")
        );
        Some(Artifact {
            name: artifact.name.clone(),
            path: artifact.path.clone(),
            optional: artifact.optional,
            archive: Some(Archive::none()),
            at: Location::key(input.ty.artifact()?.content.file_name(&key)),
        })
    });
    let made = made.collect();
    let parameters = inputs.iter().map(|input| Parameter {
        name: input.name.clone(),
        ..Parameter::default()
    });
    model::Template {
        name: template.name.clone(),
        archive_location: repository.location.clone(),
        inputs: Arguments {
            parameters: parameters.collect(),
            artifacts,
        },
        outputs: Arguments {
            parameters: vec![],
            artifacts: made,
        },
        container: Some(Container {
            image: Some(image.to_owned()),
            command: vec![program.command.clone(), "exec".to_owned(), COPY.to_owned()],
            ..Container::default()
        }),
        ..model::Template::default()
    }
}

/// The artifacts of the outputs of a component. A program may give out what came in, and writes no file then.
pub(super) fn outputs(component: &Component, repository: &Repository) -> Vec<Artifact> {
    let outputs = component.outputs.iter();
    let output = |output: &Output| {
        let ty = output.ty.artifact()?;
        let key = match is_list(&output.ty) {
            // Each file in the folder is an object of its own.
            true => format!("{}/{}", prefix(repository), output.name),
            false => Place::default().key(&prefix(repository), &output.name, ty),
        };
        Some(Artifact {
            name: output.name.clone(),
            path: output_path(component, output, ty),
            optional: component.body == Body::Program,
            archive: archive(ty).or_else(|| repository.compression.map(Archive::tar)),
            at: Location::key(key),
        })
    };
    outputs.filter_map(output).collect()
}

/// The path of the file or folder of an output; of a list the folder of its files.
pub(super) fn output_path(component: &Component, output: &Output, ty: &ArtifactType) -> String {
    let name = match is_list(&output.ty) {
        true => output.name.clone(),
        false => Place::default().path(&output.name, ty),
    };
    match &component.body {
        Body::Container(spec) => match spec.paths.get(&output.name) {
            Some(path) => path.clone(),
            None => format!("{OUTPUTS}/{name}"),
        },
        Body::Program | Body::Approval => format!("{OUTPUTS}/{}/{name}", artifact::OUTPUTS),
    }
}

/// The path of the file or folder of an input; of a list the folder of its files.
pub(super) fn input_path(input: &Input, ty: &ArtifactType) -> String {
    let name = match is_list(&input.ty) {
        true => input.name.clone(),
        false => Place::default().path(&input.name, ty),
    };
    format!("{INPUTS}/{name}")
}

/// The reference to the artifact that a ready image makes, which does not write one itself.
pub(super) fn reference(output: &Output, repository: &Repository) -> Option<ValueFrom> {
    let key = Place::default().key(&prefix(repository), &output.name, output.ty.artifact()?);
    Some(ValueFrom::default_of(
        NOWHERE.to_owned(),
        format!("{{\"uri\":\"{key}\"}}"),
    ))
}

/// A folder becomes an archive, as Argo makes it.
fn archive(ty: &ArtifactType) -> Option<Archive> {
    (!ty.content.is_folder).then(Archive::none)
}

/// Several artifacts in place of one.
pub(super) fn is_list(ty: &Type) -> bool {
    match ty {
        Type::List(_) => true,
        Type::Optional(inner) => is_list(inner),
        _ => false,
    }
}

/// The place of the artifacts of a template, if it has any and they are not where the cluster has its own.
pub(super) fn location(template: &Template, repository: &Repository) -> Option<Location> {
    let component = &template.component;
    let inputs = component.inputs.iter().map(|input| &input.ty);
    let outputs = component.outputs.iter().map(|output| &output.ty);
    let mut all = inputs.chain(outputs);
    all.any(|ty| ty.artifact().is_some())
        .then(|| repository.location.clone())
        .flatten()
}

/// The words that tell the program where artifacts lie and what keys they get.
pub(super) fn words(template: &Template, repository: &Repository) -> impl Iterator<Item = String> {
    let component = &template.component;
    let mut inputs = component.inputs.iter();
    let has_inputs = inputs.any(|input| input.ty.artifact().is_some());
    let mut outputs = component.outputs.iter();
    let has_outputs = outputs.any(|output| output.ty.artifact().is_some());
    let inputs = has_inputs.then(|| format!("--in={INPUTS}"));
    inputs
        .into_iter()
        .chain(has_outputs.then(|| format!("--artifacts={}", prefix(repository))))
}

/// Reports outputs that are lists of folders: each file of a folder would be an object of its own.
pub(super) fn check(plan: &Plan) -> Vec<Diagnostic> {
    let mut diagnostics = vec![];
    for component in plan.templates.values().map(|template| &template.component) {
        for output in component
            .outputs
            .iter()
            .filter(|output| is_list(&output.ty))
        {
            if output.ty.artifact().is_some_and(|ty| ty.content.is_folder) {
                let message = format!(
                    "`{}` of `{}` is a list of folders, which Argo cannot keep as one output",
                    output.name, component.name
                );
                let help =
                    "give out one folder with folders in it, or a folder for each item of a loop";
                diagnostics.push(Diagnostic::error(&component.at, message).help(help));
            }
        }
    }
    diagnostics
}
