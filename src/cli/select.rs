use super::exit::Exit;
use super::output::fail;
use pipewright_dsl::pipeline::PipelineDescriptor;
use pipewright_dsl::registry;
use pipewright_ir::kube::to_kebab_case;
use pipewright_ir::path::ends_with;
use std::collections::HashSet;

/// A pipeline with the name by which the program knows it.
type Named = (String, &'static PipelineDescriptor);

/// All pipelines of the program.
pub(super) fn every() -> Result<Vec<Named>, Exit> {
    let pipelines = registry::named_pipelines();
    if pipelines.is_empty() {
        let message = "this program has no pipelines; write a function with `#[pipeline]`, \
                       and name its crate in the code (`use my_pipelines as _;`) if it is another one";
        return fail(message, Exit::Usage);
    }
    Ok(pipelines)
}

/// The pipelines that a command works on: the named one, or all that are not parts of others.
pub(super) fn all(name: Option<&str>) -> Result<Vec<&'static PipelineDescriptor>, Exit> {
    let pipelines = wanted(name)?;
    Ok(pipelines
        .into_iter()
        .map(|(_, pipeline)| pipeline)
        .collect())
}

fn wanted(name: Option<&str>) -> Result<Vec<Named>, Exit> {
    Ok(match name {
        Some(name) => vec![find(name)?],
        None => whole(every()?),
    })
}

fn find(name: &str) -> Result<Named, Exit> {
    let pipelines = every()?;
    // In YAML and diagrams names are in kebab case, there with the modules before them.
    let label = |path: &str| {
        path.split("::")
            .map(to_kebab_case)
            .collect::<Vec<_>>()
            .join("::")
    };
    let wanted = label(name);
    let is_known = |(known, _): &&Named| label(known) == wanted || to_kebab_case(known) == wanted;
    let is_path = |(_, pipeline): &&Named| {
        let (krate, name) = (pipeline.crate_name(), pipeline.name());
        ends_with(&label(pipeline.key()), &wanted) && wanted.contains("::")
            || label(&format!("{krate}::{name}")) == wanted
    };
    let found: Vec<&Named> = match pipelines.iter().filter(is_known).collect::<Vec<_>>() {
        found if found.is_empty() => pipelines.iter().filter(is_path).collect(),
        found => found,
    };
    match &found[..] {
        [] => {}
        [found] => return Ok((*found).clone()),
        _ => {
            let names: Vec<&str> = found.iter().map(|(_, pipeline)| pipeline.key()).collect();
            let message = format!(
                "several pipelines are called `{name}`; name one of {}",
                list(&names)
            );
            return fail(&message, Exit::Usage);
        }
    }
    let names: Vec<&str> = pipelines.iter().map(|(name, _)| name.as_str()).collect();
    fail(
        &format!("there is no pipeline `{name}`; {}", suggest(name, &names)),
        Exit::Usage,
    )
}

/// The pipelines that no other one calls; all if each is called.
fn whole(pipelines: Vec<Named>) -> Vec<Named> {
    if pipelines.len() < 2 {
        return pipelines;
    }
    let mut called = HashSet::new();
    for (_, pipeline) in &pipelines {
        let (graph, _) = pipeline.record();
        let others = graph.pipelines.into_iter().map(|called| called.key);
        called.extend(others.filter(|key| key != pipeline.key()));
    }
    let is_whole = |(_, pipeline): &&Named| !called.contains(pipeline.key());
    let whole: Vec<_> = pipelines.iter().filter(is_whole).cloned().collect();
    if whole.is_empty() { pipelines } else { whole }
}

/// The pipeline that a command works on: the named one, or the only one that is not a part of another.
pub(super) fn one(name: Option<&str>) -> Result<&'static PipelineDescriptor, Exit> {
    let pipelines = wanted(name)?;
    match &pipelines[..] {
        [(_, pipeline)] => Ok(pipeline),
        _ => {
            let names: Vec<&str> = pipelines.iter().map(|(name, _)| name.as_str()).collect();
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

/// Names that a message lists at most.
const LISTED_MAX: usize = 20;

/// Names in a sentence; of many the first ones.
pub(super) fn list(names: &[&str]) -> String {
    let listed = names.iter().take(LISTED_MAX);
    let listed: Vec<String> = listed.map(|name| format!("`{name}`")).collect();
    match names.len().saturating_sub(LISTED_MAX) {
        0 => listed.join(", "),
        more => format!("{} and {more} more", listed.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_names_are_not_all_listed() {
        assert_eq!(list(&["a", "b"]), "`a`, `b`");
        let names: Vec<String> = (1..=23).map(|number| format!("p{number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert!(list(&names).ends_with("`p19`, `p20` and 3 more"));
        assert_eq!(list(&names[..20]), list(&names).replace(" and 3 more", ""));
    }
}
