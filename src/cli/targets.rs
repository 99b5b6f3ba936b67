//! Options of the targets on the command line.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser, ValueParser};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches};
use pipewright_compiler::target::{self, OptionValue, Settings, TARGETS, Target, TargetOption};
use pipewright_ir::kube;
use std::fmt;

/// What is compiled, and for what target.
pub(super) struct TargetOptions {
    /// None leaves it to the manifest.
    pub(super) target: Option<&'static dyn Target>,
    pub(super) settings: Settings,
}

impl fmt::Debug for TargetOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let target = self.target.map(Target::name);
        f.debug_tuple("TargetOptions")
            .field(&target)
            .field(&self.settings)
            .finish()
    }
}

/// `--target`, the options that all targets share, and those of each target. One that several targets have is one option,
/// with the values of all of them.
pub(super) fn arguments() -> Vec<Arg> {
    let mut arguments = vec![target(), image()];
    for option in TARGETS.iter().flat_map(|target| target.options()) {
        let is_known = |known: &Arg| known.get_id() == option.name;
        if !arguments.iter().any(is_known) {
            arguments.push(argument(option));
        }
    }
    // What is written stands before what it is written with.
    arguments.sort_by_key(|argument| match argument.get_id().as_str() {
        "target" => 0,
        "kind" => 1,
        "image" => 2,
        _ => 3,
    });
    arguments
}

fn target() -> Arg {
    let values = TARGETS.iter();
    let values = values.map(|target| PossibleValue::new(target.name()).help(target.title()));
    Arg::new("target")
        .long("target")
        .value_name("TARGET")
        .value_parser(PossibleValuesParser::new(values))
        .help("What runs the workflow [default: the first that the manifest names]")
}

fn image() -> Arg {
    Arg::new("image")
        .long("image")
        .value_name("REFERENCE")
        .env("PIPEWRIGHT_IMAGE")
        .value_parser(|text: &str| {
            // An empty one counts as none: that is how a variable of the environment is taken back.
            match text.is_empty() || kube::is_image_reference(text) {
                true => Ok(text.to_owned()),
                false => Err(kube::image_message(text)),
            }
        })
        .help("Image that holds this program, for components that name no other")
        .long_help(
            "Image that holds this program, for components that name no other\n\n\
             The first that is given counts: the component's own `image`, this option, PIPEWRIGHT_IMAGE, \
             `[package.metadata.pipewright] image` of the crate's Cargo.toml.",
        )
}

fn argument(option: &'static TargetOption) -> Arg {
    let argument = Arg::new(option.name).long(option.name).help(option.help);
    match option.value {
        OptionValue::Text(check) => {
            argument.value_parser(move |text: &str| check(text).map(|()| text.to_owned()))
        }
        OptionValue::OneOf(values) => argument
            .value_name(option.name.to_uppercase().replace('-', "_"))
            .value_parser(one_of(values))
            .default_value(values[0].0),
    }
}

fn one_of(values: &'static [(&'static str, &'static str)]) -> ValueParser {
    let values = values.iter();
    let values = values.map(|(name, help)| PossibleValue::new(*name).help(*help));
    ValueParser::new(PossibleValuesParser::new(values).map(|value| value))
}

/// What a command line says of targets.
pub(super) fn options(matches: &ArgMatches) -> TargetOptions {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let all = TARGETS.iter().flat_map(|target| target.options());
    let is_given = |name: &str| matches.value_source(name) == Some(ValueSource::CommandLine);
    let given = all.filter(|option| is_given(option.name));
    let given = given.filter_map(|option| Some((option.name.to_owned(), text(option.name)?)));
    TargetOptions {
        target: text("target").and_then(|name| target::named(&name)),
        settings: Settings {
            image: text("image").filter(|image| !image.is_empty()),
            options: given.collect(),
        },
    }
}
