use super::arguments::Describe;
use super::exit::Exit;
use super::{output, select};
use pipewright_dsl::pipeline::PipelineDescriptor;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_ir::wire;
use serde::Serialize;
use serde_json::value::RawValue;
use std::fmt::Write;

/// Lists the pipelines.
pub(super) fn list() -> Result<Exit, Exit> {
    let pipelines = select::every()?;
    let width = pipelines.iter().map(|(name, _)| name.len()).max();
    let width = width.unwrap_or(0);
    let mut text = String::new();
    for (name, pipeline) in pipelines {
        let description = pipeline
            .description()
            .and_then(|text| text.lines().next())
            .unwrap_or_default();
        let line = format!("{name:width$}  {description}");
        let _ = writeln!(text, "{}", line.trim_end());
    }
    output::print(&text)?;
    Ok(Exit::Ok)
}

/// Describes a pipeline.
pub(super) fn describe(options: &Describe) -> Result<Exit, Exit> {
    let pipeline = Description::of(select::one(options.pipeline.as_deref())?)?;
    let text = if options.json {
        serde_json::to_string_pretty(&pipeline).unwrap_or_default() + "\n"
    } else {
        pipeline.text()
    };
    output::print(&text)?;
    Ok(Exit::Ok)
}

#[derive(Serialize)]
struct Description {
    name: String,
    description: Option<String>,
    inputs: Vec<Item>,
    outputs: Vec<Item>,
}

/// A parameter or an output.
#[derive(Serialize)]
struct Item {
    name: String,
    #[serde(rename = "type")]
    ty: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    /// As JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<Box<RawValue>>,
    /// As people read it.
    #[serde(skip)]
    default_text: Option<String>,
    description: Option<String>,
}

impl Description {
    fn of(pipeline: &PipelineDescriptor) -> Result<Self, Exit> {
        let (graph, diagnostics) = pipeline.record();
        output::report(&diagnostics)?;
        let inputs = graph.parameters.iter().map(|parameter| Item {
            name: parameter.name.clone(),
            ty: parameter.ty.to_string(),
            required: Some(parameter.default.is_none()),
            default: parameter
                .default
                .as_ref()
                .and_then(|default| default.to().ok()),
            default_text: parameter
                .default
                .as_ref()
                .map(|default| default_text(&parameter.ty, default)),
            description: parameter.description.clone(),
        });
        let outputs = graph.outputs.iter().map(|output| Item {
            name: output.name.clone(),
            ty: graph.values[output.value].ty.to_string(),
            required: None,
            default: None,
            default_text: None,
            description: output.description.clone(),
        });
        Ok(Self {
            name: graph.name.clone(),
            description: graph.description.clone(),
            inputs: inputs.collect(),
            outputs: outputs.collect(),
        })
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n", self.name);
        if let Some(description) = &self.description {
            for line in description.lines() {
                let _ = writeln!(text, "{}", format!("  {line}").trim_end());
            }
        }
        section("Inputs", &self.inputs, &mut text);
        section("Outputs", &self.outputs, &mut text);
        text
    }
}

/// A default on one line.
fn default_text(ty: &Type, default: &Json) -> String {
    if default.is_null() {
        return "optional".into();
    }
    let text = wire::display(ty, default);
    let is_plain = !text.is_empty() && text.trim() == text && !text.contains(char::is_control);
    if is_plain || !ty.is_text() {
        format!("default {text}")
    } else {
        format!("default {default}")
    }
}

fn section(title: &str, items: &[Item], text: &mut String) {
    if items.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{title}");
    let names = items.iter().map(|item| item.name.len()).max().unwrap_or(0);
    let types = items
        .iter()
        .map(|item| item.ty.chars().count())
        .max()
        .unwrap_or(0);
    for item in items {
        let presence = match (&item.default_text, item.required) {
            (Some(default), _) => default.clone(),
            (None, Some(true)) => "required".into(),
            _ => String::new(),
        };
        let mut lines = item
            .description
            .iter()
            .flat_map(|description| description.lines());
        let first = lines.next().unwrap_or_default();
        let line = format!(
            "  {:names$}  {:types$}  {presence:16}  {first}",
            item.name, item.ty
        );
        let _ = writeln!(text, "{}", line.trim_end());
        for line in lines {
            let indent = 2 + names + 2 + types + 2 + 16 + 2;
            let _ = writeln!(text, "{}", format!("{:indent$}{line}", "").trim_end());
        }
    }
}
