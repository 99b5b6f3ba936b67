//! Templates of components.

use super::approval;
use super::container_text as text;
use super::model::{
    Arguments, Container, EnvVar, Parameter, Resources, RetryStrategy, Template, ValueFrom,
    VolumeMount,
};
use crate::plan;
use indexmap::IndexMap;
use pipewright_ir::graph::{Body, ContainerSpec, Options, Program};
use pipewright_ir::wire;

/// The folder of the files that outputs are written to: a volume, so that it exists in every image.
const OUTPUTS: &str = "/pipewright";

/// The volume of the files that outputs are written to. Each pod has one of its own.
pub(super) const VOLUME: &str = "outputs";

const OUTPUTS_MOUNT: VolumeMount = VolumeMount {
    name: VOLUME,
    mount_path: OUTPUTS,
};

/// The template of a component. `image` holds the program.
pub(super) fn template(template: &plan::Template, program: &Program, image: &str) -> Template {
    let component = &template.component;
    let inputs = template.inputs().map(|input| Parameter {
        name: input.name.clone(),
        default: input
            .default
            .as_ref()
            .map(|default| wire::encode(&input.ty, default)),
        ..Parameter::default()
    });
    let operands = template.operands.iter().map(|operand| Parameter {
        name: operand.name.clone(),
        ..Parameter::default()
    });
    let outputs = component.outputs.iter().map(|output| Parameter {
        name: output.name.clone(),
        value_from: Some(ValueFrom::path(path(&output.name))),
        ..Parameter::default()
    });
    let has_outputs = !component.outputs.is_empty();
    let mut container = match &component.body {
        Body::Approval => return approval::template(template),
        Body::Program => program_container(template, program, image),
        Body::Container(spec) => ready_container(template, spec),
    };
    container.resources = resources(&template.options);
    if has_outputs {
        container.volume_mounts.push(OUTPUTS_MOUNT);
    }
    Template {
        name: template.name.clone(),
        inputs: Arguments {
            parameters: inputs.chain(operands).collect(),
        },
        outputs: Arguments {
            parameters: outputs.collect(),
        },
        retry_strategy: RetryStrategy::times(template.options.retries.unwrap_or(0)),
        active_deadline_seconds: template.options.timeout.map(|limit| limit.as_secs()),
        container: Some(container),
        ..Template::default()
    }
}

fn path(output: &str) -> String {
    format!("{OUTPUTS}/{output}")
}

/// The program of the pipeline's crate, called for one component.
fn program_container(template: &plan::Template, program: &Program, image: &str) -> Container {
    let component = &template.component;
    let mut command = vec![program.command.clone(), "exec".to_owned()];
    if template.inputs().next().is_some() || !template.operands.is_empty() {
        // All of them as one JSON text, so that no line has to be written for each.
        command.push(PARAMETERS.to_owned());
    }
    if !component.outputs.is_empty() {
        command.push(format!("--outputs={OUTPUTS}"));
    }
    let mut args = vec![format!("{}@{}", component.key, component.signature())];
    let texts = template
        .operands
        .iter()
        .filter(|operand| operand.ty.is_text());
    let texts: Vec<&str> = texts.map(|operand| &*operand.name).collect();
    if !texts.is_empty() {
        args.push(format!("--texts={}", texts.join(",")));
    }
    for computed in &template.computed {
        args.push(format!("--input={}={}", computed.input, computed.formula));
    }
    Container {
        image: Some(image.to_owned()),
        command,
        args,
        env: environment(&template.options, vec![]),
        ..Container::default()
    }
}

/// The container of a component of the program, as far as it is that of all of them.
pub(super) fn default_container(program: &Program, image: &str) -> Container {
    let outputs = format!("--outputs={OUTPUTS}");
    Container {
        image: Some(image.to_owned()),
        command: vec![
            program.command.clone(),
            "exec".to_owned(),
            PARAMETERS.to_owned(),
            outputs,
        ],
        volume_mounts: vec![OUTPUTS_MOUNT],
        ..Container::default()
    }
}

/// The argument that hands all inputs of a template to the program, as a JSON list.
const PARAMETERS: &str = "--parameters={{inputs.parameters}}";

fn ready_container(template: &plan::Template, spec: &ContainerSpec) -> Container {
    let component = &template.component;
    let text = |text: &_| text::with_values(text, component, path);
    // Argo may carry long `args` past Kubernetes, which then does not expand them.
    let command: Vec<_> = spec.command.iter().chain(&spec.args).map(text).collect();
    let own: Vec<_> = spec
        .env
        .iter()
        .map(|(name, value)| (name.clone(), text(value)))
        .collect();
    let mut env = environment(&template.options, own);
    if command.iter().any(|word| text::needs_brace(word)) {
        with_brace(&mut env);
    }
    let image = template.options.image.as_ref();
    Container {
        image: Some(image.unwrap_or(&spec.image).clone()),
        command,
        env,
        ..Container::default()
    }
}

/// The variables of the container itself, and those of the options, which replace them.
fn environment(options: &Options, own: Vec<(String, String)>) -> Vec<EnvVar> {
    let mut variables: IndexMap<String, String> = own.into_iter().collect();
    for variable in &options.env {
        variables.insert(variable.name.clone(), text::exact(&variable.value));
    }
    let mut env = variables
        .into_iter()
        .map(|(name, value)| EnvVar { name, value })
        .collect::<Vec<_>>();
    if env
        .iter()
        .any(|variable| text::needs_brace(&variable.value))
    {
        with_brace(&mut env);
    }
    env
}

/// Kubernetes knows a variable only behind the one that defines it.
fn with_brace(env: &mut Vec<EnvVar>) {
    if env.first().is_none_or(|first| first.name != text::BRACE) {
        let name = text::BRACE.to_owned();
        let value = "{".to_owned();
        env.insert(0, EnvVar { name, value });
    }
}

/// What a task asks for it also gets at most: it is not moved when a node runs short.
fn resources(options: &Options) -> Option<Resources> {
    let quantities = [("cpu", &options.cpu), ("memory", &options.memory)];
    let quantities: IndexMap<_, _> = quantities
        .into_iter()
        .filter_map(|(name, quantity)| Some((name, quantity.clone()?)))
        .collect();
    (!quantities.is_empty()).then(|| Resources {
        requests: quantities.clone(),
        limits: quantities,
    })
}
