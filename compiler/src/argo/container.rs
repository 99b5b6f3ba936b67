//! Templates of components.

use super::approval;
use super::artifacts;
use super::container_text as text;
use super::expression::{self, is_bare};
use super::limits::WORD_MAX;
use super::model::{
    Arguments, Container, EnvVar, Number, Parameter, Resources, RetryStrategy, Template, ValueFrom,
    VolumeMount,
};
use super::option_values;
use super::paths::OUTPUTS;
use super::options::Version;
use super::repository::Repository;
use crate::code;
use crate::plan::{self, Port};
use indexmap::IndexMap;
use pipewright_ir::graph::{Body, Component, ContainerSpec, Options, Output, Program};
use pipewright_ir::types::Type;
use pipewright_ir::wire;

/// The volume of the files that outputs are written to. Each pod has one of its own.
pub(super) const VOLUME: &str = "outputs";

const OUTPUTS_MOUNT: VolumeMount = VolumeMount {
    name: VOLUME,
    mount_path: OUTPUTS,
};

/// The template of a component. `image` holds the program.
pub(super) fn template(
    template: &plan::Template,
    program: &Program,
    image: &str,
    repository: &Repository,
    version: Version,
) -> Template {
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
        value_from: Some(value_from(component, output, repository).into()),
        ..Parameter::default()
    });
    let has_outputs = !component.outputs.is_empty();
    let mut container = match &component.body {
        Body::Approval => return approval::template(template),
        Body::Program => program_container(template, program, image, repository, version),
        Body::Container(spec) => ready_container(template, spec),
    };
    container.resources = resources(&template.options);
    if has_outputs {
        container.volume_mounts.push(OUTPUTS_MOUNT);
    }
    let options = template.option_inputs().map(|name| Parameter {
        name,
        ..Parameter::default()
    });
    let mut made = Template {
        name: template.name.clone(),
        inputs: Arguments {
            parameters: inputs.chain(operands).chain(options).collect(),
            artifacts: artifacts::inputs(template, repository),
        },
        outputs: Arguments {
            parameters: outputs.collect(),
            artifacts: artifacts::outputs(component, repository),
        },
        archive_location: artifacts::location(template, repository),
        retry_strategy: RetryStrategy::times(template.options.retries.unwrap_or(0)),
        active_deadline_seconds: template
            .options
            .timeout
            .map(|limit| Number::Known(limit.as_secs())),
        container: Some(container),
        ..Template::default()
    };
    option_values::write(template, &mut made);
    made
}

/// Where an output comes from: the file that is written, or the key of an artifact that an image makes.
fn value_from(component: &Component, output: &Output, repository: &Repository) -> ValueFrom {
    let reference = match component.body {
        Body::Container(_) => artifacts::reference(output, repository),
        Body::Program | Body::Approval => None,
    };
    reference.unwrap_or_else(|| ValueFrom::path(path(component, output)))
}

/// The path of the file that the value of an output is written to.
fn path(component: &Component, output: &Output) -> String {
    let own = match &component.body {
        Body::Container(spec) => spec.paths.get(&output.name),
        Body::Program | Body::Approval => None,
    };
    own.cloned()
        .unwrap_or_else(|| format!("{OUTPUTS}/{}", output.name))
}

/// The program of the pipeline's crate, called for one component.
fn program_container(
    template: &plan::Template,
    program: &Program,
    image: &str,
    repository: &Repository,
    version: Version,
) -> Container {
    let component = &template.component;
    let mut command = vec![program.command.clone(), "exec".to_owned()];
    let mut args = vec![format!("{}@{}", component.key, component.signature())];
    if has_one_word(template, version) {
        if ports(template).next().is_some() {
            match version {
                Version::V3 => command.push(VALUES.to_owned()),
                Version::V4 => args.push(VALUES.to_owned()),
            }
        }
        let texts = template.operands.iter();
        let texts = texts.filter(|operand| operand.ty.is_text());
        let texts: Vec<&str> = texts.map(|operand| &*operand.name).collect();
        if !texts.is_empty() {
            args.push(format!("--texts={}", texts.join(",")));
        }
    } else {
        let inputs = template.inputs();
        args.extend(inputs.map(|input| value(&input.name, &input.name, &input.ty)));
        let operands = template.operands.iter();
        args.extend(operands.map(|Port { name, ty }| match ty.is_text() {
            // The program knows the types of its inputs, but not whether an operand is text.
            true => value(&format!("{name}:text"), name, ty),
            false => value(name, name, ty),
        }));
    }
    if !component.outputs.is_empty() {
        command.extend(out(version));
    }
    args.extend(artifacts::words(template, repository));
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
pub(super) fn default_container(
    program: &Program,
    image: &str,
    writes: bool,
    version: Version,
) -> Container {
    let mut command = vec![program.command.clone(), "exec".to_owned()];
    if version == Version::V3 {
        command.push(VALUES.to_owned());
    }
    let mut volume_mounts = vec![];
    if writes {
        command.extend(out(version));
        volume_mounts.push(OUTPUTS_MOUNT);
    }
    Container {
        image: Some(image.to_owned()),
        command,
        volume_mounts,
        ..Container::default()
    }
}

/// The words that say where outputs go to, and what the next container can be given.
fn out(version: Version) -> Vec<String> {
    let folder = format!("--out={OUTPUTS}");
    match version {
        Version::V3 => vec![folder, format!("--max={WORD_MAX}")],
        Version::V4 => vec![folder],
    }
}

/// The argument that hands all values to the program, as a JSON object. A tag that is no expression would hold what Argo
/// quotes by the rules of Go, which are not those of JSON.
const VALUES: &str = "{{=toJson(inputs.parameters)}}";

/// One word for all values: it is short. Argo 3 takes 128 KiB of it at most, which is what Linux takes in a word: values that
/// may be long have words of their own there if there are several. Argo 4 puts long `args` into files, but not the
/// words of a `command`. Options among the inputs are none of the component's: then each value has a word.
pub(super) fn has_one_word(template: &plan::Template, version: Version) -> bool {
    template.option_inputs().next().is_none()
        && (version == Version::V4 || ports(template).filter(|ty| !is_bare(ty)).count() < 2)
}

/// The types of the inputs of a template.
fn ports(template: &plan::Template) -> impl Iterator<Item = &Type> {
    let operands = template.operands.iter().map(|operand| &operand.ty);
    template.inputs().map(|input| &input.ty).chain(operands)
}

/// The argument that hands one value to the program: `name=text`.
fn value(word: &str, parameter: &str, ty: &Type) -> String {
    if is_bare(ty) {
        return format!("{word}={{{{inputs.parameters.{parameter}}}}}");
    }
    let inputs = code::word("inputs").member("parameters");
    let value = expression::tag(&expression::member_of(inputs, parameter));
    format!("{word}={value}")
}

fn ready_container(template: &plan::Template, spec: &ContainerSpec) -> Container {
    let component = &template.component;
    let input_path = |name: &str| {
        let input = component.input(name)?;
        Some(artifacts::input_path(input, input.ty.artifact()?))
    };
    let output_path = |name: &str| {
        let output = component.output(name)?;
        Some(match output.ty.artifact() {
            Some(ty) => artifacts::output_path(component, output, ty),
            None => path(component, output),
        })
    };
    let text = |text: &_| text::with_values(text, component, &input_path, &output_path);
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
        image: Some(image.map_or_else(|| spec.image.clone(), ToString::to_string)),
        command,
        env,
        ..Container::default()
    }
}

/// The variables of the container itself, and those of the options, which replace them.
fn environment(options: &Options, own: Vec<(String, String)>) -> Vec<EnvVar> {
    let mut variables: IndexMap<String, String> = own.into_iter().collect();
    for variable in &options.env {
        variables.insert(variable.name.to_string(), text::exact(&variable.value));
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
    let quantities = [
        ("cpu", options.cpu.as_ref().map(ToString::to_string)),
        ("memory", options.memory.as_ref().map(ToString::to_string)),
    ];
    let quantities: IndexMap<_, _> = quantities
        .into_iter()
        .filter_map(|(name, quantity)| Some((name, quantity?)))
        .collect();
    (!quantities.is_empty()).then(|| Resources {
        requests: quantities.clone(),
        limits: quantities,
    })
}
