use super::exit::Exit;
use super::output::fail;
use pipewright_dsl::kube::to_dns_label;
use pipewright_dsl::pipeline::PipelineDescriptor;
use pipewright_dsl::registry;
use std::collections::HashSet;

/// All pipelines of the program.
pub(super) fn every() -> Result<Vec<&'static PipelineDescriptor>, Exit> {
    let pipelines = registry::pipelines();
    if pipelines.is_empty() {
        let message = "this program has no pipelines; write a function with `#[pipeline]`, \
                       and name its crate in the code (`use my_pipelines as _;`) if it is another one";
        return fail(message, Exit::Usage);
    }
    Ok(pipelines)
}

/// The pipelines that a command works on: the named one, or all that are not parts of others.
pub(super) fn all(name: Option<&str>) -> Result<Vec<&'static PipelineDescriptor>, Exit> {
    let pipelines = every()?;
    let Some(name) = name else {
        return Ok(whole(pipelines));
    };
    // In YAML and diagrams names are in kebab case.
    let is_named =
        |pipeline: &&&PipelineDescriptor| to_dns_label(pipeline.name()) == to_dns_label(name);
    match pipelines.iter().find(is_named) {
        Some(pipeline) => Ok(vec![pipeline]),
        None => {
            let names: Vec<&str> = pipelines.iter().map(|pipeline| pipeline.name()).collect();
            fail(
                &format!("there is no pipeline `{name}`; {}", suggest(name, &names)),
                Exit::Usage,
            )
        }
    }
}

/// The pipelines that no other one calls; all if each is called.
fn whole(pipelines: Vec<&'static PipelineDescriptor>) -> Vec<&'static PipelineDescriptor> {
    if pipelines.len() < 2 {
        return pipelines;
    }
    let mut called = HashSet::new();
    for pipeline in &pipelines {
        let (graph, _) = pipeline.record();
        let others = graph.pipelines.into_iter().map(|called| called.key);
        called.extend(others.filter(|key| key != pipeline.key()));
    }
    let is_whole = |pipeline: &&&PipelineDescriptor| !called.contains(pipeline.key());
    let whole: Vec<_> = pipelines.iter().filter(is_whole).copied().collect();
    if whole.is_empty() { pipelines } else { whole }
}

/// The pipeline that a command works on: the named one, or the only one that is not a part of another.
pub(super) fn one(name: Option<&str>) -> Result<&'static PipelineDescriptor, Exit> {
    let pipelines = all(name)?;
    match pipelines[..] {
        [pipeline] => Ok(pipeline),
        _ => {
            let names: Vec<&str> = pipelines.iter().map(|pipeline| pipeline.name()).collect();
            fail(
                &format!(
                    "this program has several pipelines; name one of {}",
                    list(&names)
                ),
                Exit::Usage,
            )
        }
    }
}

/// The known name that a wrong one was likely meant to be, or all.
pub(super) fn suggest(name: &str, known: &[&str]) -> String {
    let score = |known: &&str| strsim::jaro_winkler(name, known);
    let best = known
        .iter()
        .copied()
        .max_by(|a, b| score(a).total_cmp(&score(b)));
    match best.filter(|best| score(best) > 0.8) {
        Some(best) => format!("did you mean `{best}`?"),
        None if known.is_empty() => "there are none".into(),
        None => format!("known: {}", list(known)),
    }
}

/// Names in a sentence.
pub(super) fn list(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
