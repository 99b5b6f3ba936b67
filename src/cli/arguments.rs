//! The words of the command line.

use super::targets::{self, TargetOptions};
use clap::builder::{EnumValueParser, PossibleValue};
use clap::{Arg, ArgAction, ArgMatches, Command as Clap, ValueEnum, value_parser};
#[cfg(feature = "run")]
use pipewright_ir::kube;
#[cfg(feature = "run")]
use std::num::NonZero;
use std::path::PathBuf;
#[cfg(feature = "run")]
use std::time::Duration;

/// A command with its options.
#[derive(Debug)]
pub(super) enum Command {
    Compile(Compile),
    Check(Check),
    List,
    Describe(Describe),
    Graph(Graph),
    #[cfg(feature = "run")]
    Run(Run),
    #[cfg(feature = "run")]
    Approve(Approve),
    #[cfg(feature = "run")]
    Show(Show),
}

#[derive(Debug)]
pub(super) struct Compile {
    pub(super) pipeline: Option<String>,
    pub(super) target: TargetOptions,
    pub(super) output: Option<PathBuf>,
}

#[derive(Debug)]
pub(super) struct Check {
    pub(super) pipeline: Option<String>,
    pub(super) target: TargetOptions,
}

#[derive(Debug)]
pub(super) struct Describe {
    pub(super) pipeline: Option<String>,
    pub(super) json: bool,
}

#[derive(Debug)]
pub(super) struct Graph {
    pub(super) pipeline: Option<String>,
    pub(super) format: DiagramFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DiagramFormat {
    Mermaid,
    Dot,
}

#[cfg(feature = "run")]
#[derive(Debug)]
pub(super) struct Run {
    pub(super) pipeline: Option<String>,
    pub(super) parameters: Vec<String>,
    pub(super) params: Option<PathBuf>,
    pub(super) jobs: Option<NonZero<usize>>,
    pub(super) grace: Option<Duration>,
    pub(super) cache_dir: Option<PathBuf>,
    pub(super) no_cache: bool,
    pub(super) refresh: bool,
    pub(super) out: Option<PathBuf>,
    pub(super) json: bool,
}

#[cfg(feature = "run")]
#[derive(Debug)]
pub(super) struct Show {
    pub(super) path: PathBuf,
    pub(super) json: bool,
}

#[cfg(feature = "run")]
#[derive(Debug)]
pub(super) struct Approve {
    pub(super) run: Option<String>,
    pub(super) task: Option<String>,
    pub(super) parameters: Vec<String>,
    pub(super) decline: bool,
}

impl ValueEnum for DiagramFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Mermaid, Self::Dot]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Mermaid => PossibleValue::new("mermaid").help("Mermaid flow chart"),
            Self::Dot => PossibleValue::new("dot").help("Graphviz"),
        })
    }
}

/// The grammar of the command line.
pub(super) fn grammar() -> Clap {
    let program = Clap::new(env!("CARGO_PKG_NAME"))
        .about("Compiles and runs the pipelines of this program")
        .long_about(
            "Compiles and runs the pipelines of this program.\n\n\
             Without a command it prints the YAML of all of them.",
        )
        .after_help(
            "Exit codes: 0 ok, 1 a task failed, 2 wrong usage, 3 the pipeline is invalid, 4 files or processes failed",
        );
    let program = program
        .subcommand(
            Clap::new("compile")
                .about("Print the YAML that a cluster runs")
                .arg(pipeline("The pipeline [default: all]"))
                .args(targets::arguments())
                .arg(
                    Arg::new("output")
                        .short('o')
                        .long("output")
                        .value_name("FILE")
                        .value_parser(value_parser!(PathBuf))
                        .help("File to write instead of printing"),
                ),
        )
        .subcommand(
            Clap::new("check")
                .about("Report everything that is wrong, and print no YAML")
                .arg(pipeline("The pipeline [default: all]"))
                .args(targets::arguments()),
        )
        .subcommand(Clap::new("list").about("List the pipelines"))
        .subcommand(
            Clap::new("describe")
                .about("Describe a pipeline's parameters and outputs")
                .arg(pipeline("The pipeline [default: the only one]"))
                .arg(switch("json", "Print JSON")),
        )
        .subcommand(
            Clap::new("graph")
                .about("Print a diagram of a pipeline")
                .arg(pipeline("The pipeline [default: the only one]"))
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_name("FORMAT")
                        .value_parser(EnumValueParser::<DiagramFormat>::new())
                        .default_value("mermaid")
                        .help("Language of the diagram"),
                ),
        );
    #[cfg(feature = "run")]
    let program = program
        .subcommand(run())
        .subcommand(approve())
        .subcommand(show());
    program
}

#[cfg(feature = "run")]
fn run() -> Clap {
    Clap::new("run")
        .about("Run a pipeline on this machine")
        .arg(pipeline("The pipeline [default: the only one]"))
        .arg(parameters(
            "Parameter of the run: a string as it is, all else as JSON",
        ))
        .arg(
            Arg::new("params")
                .long("params")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("YAML file of parameters, as `name: value`; `-p` goes before it"),
        )
        .arg(
            Arg::new("jobs")
                .short('j')
                .long("jobs")
                .value_name("COUNT")
                .value_parser(|text: &str| text.parse::<NonZero<usize>>())
                .help("How many tasks run at once [default: the number of processors]"),
        )
        .arg(
            Arg::new("grace")
                .long("grace")
                .value_name("DURATION")
                .value_parser(grace)
                .help("Time to clean up for tasks that are stopped or late, such as `30s` [default: 5s]"),
        )
        .arg(
            Arg::new("cache_dir")
                .long("cache-dir")
                .value_name("FOLDER")
                .env("PIPEWRIGHT_CACHE")
                .value_parser(value_parser!(PathBuf))
                .help("Folder for the outputs of components that are cached [default: one of the user's]"),
        )
        .arg(switch("no-cache", "Run every task, and keep no outputs"))
        .arg(
            switch(
                "refresh",
                "Run every task, and keep its outputs in place of those of earlier runs",
            )
            .conflicts_with("no-cache"),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("FOLDER")
                .value_parser(value_parser!(PathBuf))
                .help("Folder for the outputs that are files or folders [default: one of the user's, for each run]"),
        )
        .arg(switch(
            "json",
            "Print the whole report as JSON instead of the outputs",
        ))
}

#[cfg(feature = "run")]
fn show() -> Clap {
    Clap::new("show")
        .about("Show a file or folder of an artifact: metrics, rows, metadata, size")
        .arg(
            Arg::new("path")
                .required(true)
                .value_name("PATH")
                .value_parser(value_parser!(PathBuf))
                .help("The file or folder"),
        )
        .arg(switch("json", "Print JSON"))
}

#[cfg(feature = "run")]
fn approve() -> Clap {
    Clap::new("approve")
        .about("Answer a task of a run on this machine that waits for a person, or list what waits")
        .arg(Arg::new("run").help("The run, as it says itself [default: list what waits]"))
        .arg(Arg::new("task").help("The task [default: the only one that waits]"))
        .arg(parameters(
            "Value that is asked for: a string as it is, all else as JSON",
        ))
        .arg(switch("decline", "Say no: the task fails").conflicts_with("parameters"))
}

#[cfg(feature = "run")]
fn grace(text: &str) -> Result<Duration, String> {
    kube::parse_duration(text).ok_or_else(|| format!("expected {}", kube::DURATION_EXPECTED))
}

fn pipeline(help: &'static str) -> Arg {
    Arg::new("pipeline").value_name("PIPELINE").help(help)
}

fn switch(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(help)
}

#[cfg(feature = "run")]
fn parameters(help: &'static str) -> Arg {
    Arg::new("parameters")
        .short('p')
        .long("parameter")
        .value_name("NAME=VALUE")
        .action(ArgAction::Append)
        .help(help)
}

impl Command {
    /// The command of a command line; none if it names none.
    pub(super) fn of(matches: &ArgMatches) -> Option<Self> {
        let (name, options) = matches.subcommand()?;
        let pipeline = || text(options, "pipeline");
        Some(match name {
            "compile" => Self::Compile(Compile {
                pipeline: pipeline(),
                target: targets::options(options),
                output: options.get_one("output").cloned(),
            }),
            "check" => Self::Check(Check {
                pipeline: pipeline(),
                target: targets::options(options),
            }),
            "list" => Self::List,
            "describe" => Self::Describe(Describe {
                pipeline: pipeline(),
                json: options.get_flag("json"),
            }),
            "graph" => Self::Graph(Graph {
                pipeline: pipeline(),
                format: *options.get_one("format").expect("it has a default"),
            }),
            #[cfg(feature = "run")]
            "run" => Self::Run(Run {
                pipeline: pipeline(),
                parameters: texts(options, "parameters"),
                params: options.get_one("params").cloned(),
                jobs: options.get_one("jobs").copied(),
                grace: options.get_one("grace").copied(),
                cache_dir: options.get_one("cache_dir").cloned(),
                no_cache: options.get_flag("no-cache"),
                refresh: options.get_flag("refresh"),
                out: options.get_one("out").cloned(),
                json: options.get_flag("json"),
            }),
            #[cfg(feature = "run")]
            "approve" => Self::Approve(Approve {
                run: text(options, "run"),
                task: text(options, "task"),
                parameters: texts(options, "parameters"),
                decline: options.get_flag("decline"),
            }),
            #[cfg(feature = "run")]
            "show" => Self::Show(Show {
                path: options.get_one("path").cloned().expect("it is required"),
                json: options.get_flag("json"),
            }),
            name => unreachable!("the grammar has no command `{name}`"),
        })
    }
}

fn text(matches: &ArgMatches, name: &str) -> Option<String> {
    matches.get_one(name).cloned()
}

#[cfg(feature = "run")]
fn texts(matches: &ArgMatches, name: &str) -> Vec<String> {
    let all = matches.get_many(name).into_iter().flatten();
    all.cloned().collect()
}
