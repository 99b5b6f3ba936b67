//! Parameters of a run, checked before anything runs.

mod artifact;
mod file;

use super::arguments::Run;
use super::exit::Exit;
use super::output::note;
use super::select::suggest;
use pipewright_compiler::plan::Plan;
use pipewright_dsl::pipeline::PipelineDescriptor;
use pipewright_ir::graph::Parameter;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_ir::wire;
use std::collections::{BTreeMap, BTreeSet};

/// The parameters that a command line gives a pipeline, in the form of their types. All mistakes are reported.
pub(super) fn read(
    options: &Run,
    pipeline: &PipelineDescriptor,
    plan: &Plan,
) -> Result<BTreeMap<String, Json>, Exit> {
    let mut reader = Reader {
        pipeline,
        plan,
        given: BTreeMap::new(),
        named: BTreeSet::new(),
        mistakes: vec![],
    };
    if let Some(path) = &options.params {
        for (name, value) in file::read(path)? {
            reader.take(&name, |_| value);
        }
    }
    reader.words(&options.parameters);
    reader.missing();
    if reader.mistakes.is_empty() {
        return Ok(reader.given);
    }
    for mistake in reader.mistakes {
        note(&format!("error: {mistake}"));
    }
    Err(Exit::Usage)
}

struct Reader<'a> {
    pipeline: &'a PipelineDescriptor,
    plan: &'a Plan,
    given: BTreeMap<String, Json>,
    /// Parameters that were given a value, a wrong one too.
    named: BTreeSet<String>,
    mistakes: Vec<String>,
}

impl Reader<'_> {
    /// The words behind `-p`, which come before the file.
    fn words(&mut self, words: &[String]) {
        let mut seen = BTreeSet::new();
        for word in words {
            let Some((name, text)) = word.split_once('=') else {
                self.named.insert(word.clone());
                self.mistakes.push(format!(
                    "the parameter `{word}` has no value; write `-p {word}=VALUE`"
                ));
                continue;
            };
            if !seen.insert(name) {
                self.mistakes
                    .push(format!("the parameter `{name}` is given twice"));
                continue;
            }
            self.take(name, |parameter| {
                // Whatever a string begins with, it is what it says: the wire form is for machines.
                wire::read(&parameter.ty, text).map_err(|_| text.to_owned())
            });
        }
    }

    /// Takes one parameter; `read` gives its JSON, or the text that is none.
    fn take(&mut self, name: &str, read: impl FnOnce(&Parameter) -> Result<Json, String>) {
        let parameters = &self.plan.parameters;
        let Some(parameter) = parameters.iter().find(|known| known.name == name) else {
            let names: Vec<&str> = parameters.iter().map(|known| known.name.as_str()).collect();
            self.mistakes.push(format!(
                "the pipeline `{}` has no parameter `{name}`; {}",
                self.pipeline.name(),
                suggest(name, &names)
            ));
            return;
        };
        self.named.insert(name.to_owned());
        let (shown, normal) = match read(parameter) {
            Ok(json) => {
                let normal = self.pipeline.normalize(name, &json);
                let normal = normal.and_then(|json| artifact::found(&parameter.ty, json));
                (wire::display(&parameter.ty, &json), normal)
            }
            Err(text) => (text, Err(format!("expected {}", expected(&parameter.ty)))),
        };
        match normal {
            Ok(json) => {
                self.given.insert(name.to_owned(), json);
            }
            Err(reason) => self.mistakes.push(format!(
                "parameter `{name}` is of the type {}, but is given `{}`: {}",
                parameter.ty,
                wire::shorten(&shown),
                without_place(&reason)
            )),
        }
    }

    /// Reports required parameters that were not given.
    fn missing(&mut self) {
        for parameter in &self.plan.parameters {
            let (name, ty) = (&parameter.name, &parameter.ty);
            if parameter.default.is_none() && !self.named.contains(name) {
                self.mistakes.push(format!(
                    "parameter `{name}` ({ty}) is missing; give it with `-p {name}=VALUE`"
                ));
            }
        }
    }
}

/// How a value of a type is written as JSON.
fn expected(ty: &Type) -> &'static str {
    match ty {
        Type::Boolean => "`true` or `false`",
        Type::Integer => "a whole number such as `42`",
        Type::Number => "a number such as `0.5`",
        Type::String => "a text",
        Type::List(_) => "a list such as `[1, 2]` or `[\"a\", \"b\"]`",
        Type::Struct(_) | Type::Map(_) => "a struct such as `{\"key\": 1}`",
        Type::Artifact(_) => "a path or URI",
        Type::Optional(inner) => expected(inner),
        _ => "JSON",
    }
}

/// Without the line and column of the JSON, which is one short text.
fn without_place(reason: &str) -> &str {
    match reason.rsplit_once(" at line ") {
        Some((reason, place)) if place.contains(" column ") => reason,
        _ => reason,
    }
}
