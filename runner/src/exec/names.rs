use super::error::Error;
use pipewright_ir::graph::Component;

/// Refuses inputs that a component does not have.
pub(super) fn check_inputs<'a>(
    component: &'a Component,
    names: impl Iterator<Item = &'a String>,
) -> Result<(), Error> {
    let known = component.inputs.iter().map(|input| input.name.as_str());
    let unknown = names.filter(|name| component.input(name).is_none());
    no_unknown("input", component, unknown, known)
}

/// Refuses outputs that a component does not have.
pub(super) fn check_outputs<'a>(
    component: &'a Component,
    names: impl Iterator<Item = &'a String>,
) -> Result<(), Error> {
    let known = component.outputs.iter().map(|output| output.name.as_str());
    let unknown = names.filter(|name| component.output(name).is_none());
    no_unknown("output", component, unknown, known)
}

fn no_unknown<'a>(
    what: &str,
    component: &Component,
    unknown: impl Iterator<Item = &'a String>,
    known: impl Iterator<Item = &'a str>,
) -> Result<(), Error> {
    let unknown: Vec<_> = unknown.map(|name| format!("`{name}`")).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let known: Vec<_> = known.map(|name| format!("`{name}`")).collect();
    let known = if known.is_empty() {
        "none".to_owned()
    } else {
        known.join(", ")
    };
    let key = &component.key;
    let unknown = unknown.join(", ");
    Err(Error::usage(format!(
        "`{key}` has no {what} {unknown}; it has {known}"
    )))
}
