use clap::{Args, Parser, Subcommand, ValueEnum};
use pipewright_ir::kube;
use std::num::NonZero;
use std::path::PathBuf;

/// Compiles and runs the pipelines of this program.
///
/// Without a command it prints the YAML of all of them.
#[derive(Debug, Parser)]
#[command(
    after_help = "Exit codes: 0 ok, 1 a task failed, 2 wrong usage, 3 the pipeline is invalid, 4 files or processes failed"
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the YAML that a cluster runs
    Compile(Compile),
    /// Report everything that is wrong, and print no YAML
    Check(Check),
    /// List the pipelines
    List,
    /// Describe a pipeline's parameters and outputs
    Describe(Describe),
    /// Print a diagram of a pipeline
    Graph(Graph),
    /// Run a pipeline on this machine
    Run(Run),
    /// Answer a task of a run on this machine that waits for a person, or list what waits
    Approve(Approve),
}

#[derive(Debug, Default, Args)]
pub(super) struct Compile {
    /// The pipeline [default: all]
    pub(super) pipeline: Option<String>,
    #[command(flatten)]
    pub(super) target: TargetOptions,
    /// File to write instead of printing
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

/// What is compiled to, and how.
#[derive(Debug, Default, Args)]
pub(super) struct TargetOptions {
    /// What runs the workflow
    #[arg(long, value_enum, default_value_t)]
    pub(super) target: Target,
    /// What to write for each pipeline
    #[arg(long, value_enum, default_value_t)]
    pub(super) kind: Kind,
    /// Image that holds this program, for components that name no other
    ///
    /// The first that is given counts: the component's own `image`, this option, PIPEWRIGHT_IMAGE,
    /// `[package.metadata.pipewright] image` of the crate's Cargo.toml.
    #[arg(long, value_name = "REFERENCE", env = "PIPEWRIGHT_IMAGE", value_parser = image)]
    pub(super) image: Option<String>,
    /// Version of Argo that runs the workflow; it matters for cached outputs only
    #[arg(long, value_enum, default_value_t)]
    pub(super) argo_version: ArgoVersion,
    /// Namespace to write into the object
    #[arg(long, value_parser = namespace)]
    pub(super) namespace: Option<String>,
}

/// An empty one counts as none: that is how a variable of the environment is taken back.
fn image(text: &str) -> Result<String, &'static str> {
    if text.is_empty() || kube::is_image_reference(text) {
        Ok(text.to_owned())
    } else {
        Err(kube::image_message(text))
    }
}

fn namespace(text: &str) -> Result<String, String> {
    if kube::is_namespace(text) {
        Ok(text.to_owned())
    } else {
        Err(format!("expected {}", kube::NAMESPACE_EXPECTED))
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Target {
    /// Argo Workflows
    #[default]
    Argo,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    /// A Workflow with a generated name
    #[default]
    Workflow,
    /// A WorkflowTemplate
    Template,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ArgoVersion {
    /// 3.6 and 3.7
    #[default]
    #[value(name = "3")]
    V3,
    /// 4.0 and later
    #[value(name = "4")]
    V4,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// The pipeline [default: all]
    pub(super) pipeline: Option<String>,
    #[command(flatten)]
    pub(super) target: TargetOptions,
}

#[derive(Debug, Args)]
pub(super) struct Describe {
    /// The pipeline [default: the only one]
    pub(super) pipeline: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Graph {
    /// The pipeline [default: the only one]
    pub(super) pipeline: Option<String>,
    /// Language of the diagram
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: DiagramFormat,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum DiagramFormat {
    /// Mermaid flow chart
    #[default]
    Mermaid,
    /// Graphviz
    Dot,
}

#[derive(Debug, Args)]
pub(super) struct Run {
    /// The pipeline [default: the only one]
    pub(super) pipeline: Option<String>,
    /// Parameter of the run: a string as it is, all else as JSON
    #[arg(short, long = "parameter", value_name = "NAME=VALUE")]
    pub(super) parameters: Vec<String>,
    /// YAML file of parameters, as `name: value`; `-p` goes before it
    #[arg(long, value_name = "FILE")]
    pub(super) params: Option<PathBuf>,
    /// How many tasks run at once [default: the number of processors]
    #[arg(short, long, value_name = "COUNT")]
    pub(super) jobs: Option<NonZero<usize>>,
    /// Folder for the outputs of components that are cached [default: one of the user's]
    #[arg(long, value_name = "FOLDER", env = "PIPEWRIGHT_CACHE")]
    pub(super) cache_dir: Option<PathBuf>,
    /// Run every task, and keep no outputs
    #[arg(long)]
    pub(super) no_cache: bool,
    /// Run every task, and keep its outputs in place of those of earlier runs
    #[arg(long, conflicts_with = "no_cache")]
    pub(super) refresh: bool,
    /// Print the whole report as JSON instead of the outputs
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Approve {
    /// The run, as it says itself [default: list what waits]
    pub(super) run: Option<String>,
    /// The task [default: the only one that waits]
    pub(super) task: Option<String>,
    /// Value that is asked for: a string as it is, all else as JSON
    #[arg(short, long = "parameter", value_name = "NAME=VALUE")]
    pub(super) parameters: Vec<String>,
    /// Say no: the task fails
    #[arg(long, conflicts_with = "parameters")]
    pub(super) decline: bool,
}
