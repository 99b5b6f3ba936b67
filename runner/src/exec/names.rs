use super::error::Error;
use pipewright_ir::graph::Component;

/// Refuses inputs that a component does not have.
pub(super) fn check_inputs<'a>(
    component: &Component,
    names: impl Iterator<Item = &'a String>,
) -> Result<(), Error> {
    let unknown = names.filter(|name| component.input(name).is_none());
    let unknown: Vec<_> = unknown.map(|name| format!("`{name}`")).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let known = component.inputs.iter();
    let known: Vec<_> = known.map(|input| format!("`{}`", input.name)).collect();
    let known = match known.is_empty() {
        true => "none".to_owned(),
        false => known.join(", "),
    };
    let (key, unknown) = (&component.key, unknown.join(", "));
    Err(Error::usage(format!(
        "`{key}` has no input {unknown}; it has {known}"
    )))
}
