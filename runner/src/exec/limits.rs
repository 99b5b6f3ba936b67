//! Sizes of outputs that travel as parameters.

use pipewright_ir::graph::Component;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use std::collections::BTreeMap;

/// KiB of an output on Argo, which keeps all of a workflow in about a megabyte.
pub(super) const OUTPUT_MAX: usize = 256;

/// What to say of an output that is too large.
pub(super) fn message(name: &str, ty: &Type, size: usize, max: usize) -> String {
    format!(
        "output `{name}` has {} KiB, and a parameter on Argo has at most {} KiB; return an artifact, such as `{}`",
        size.div_ceil(1024),
        max,
        artifact(ty)
    )
}

/// Tells of the outputs that would be too large on Argo, in the log of a task that runs here.
pub(super) fn warn(component: &Component, outputs: &BTreeMap<String, Json>) {
    for output in &component.outputs {
        let (name, ty) = (&output.name, &output.ty);
        let size = outputs.get(name).map_or(0, |json| json.as_str().len());
        if size > OUTPUT_MAX * 1024 {
            eprintln!("warning: {}", message(name, ty, size, OUTPUT_MAX));
        }
    }
}

/// The artifact that holds what a type does.
fn artifact(ty: &Type) -> &'static str {
    match ty {
        Type::String | Type::Enum(_) => "Artifact<Text>",
        Type::List(item) => match **item {
            Type::Struct(_) | Type::Map(_) => "Dataset<JsonLines<Row>>",
            Type::Integer => "Artifact<File>",
            _ => "Dataset<Json<Vec<..>>>",
        },
        Type::Optional(inner) => artifact(inner),
        _ => "Artifact<Json<Value>>",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_artifact_fits_the_type() {
        let rows = Type::List(Box::new(Type::struct_of([("a", Type::Integer)])));
        let said = message("rows", &rows, 300 * 1024, OUTPUT_MAX);
        assert_eq!(
            said,
            "output `rows` has 300 KiB, and a parameter on Argo has at most 256 KiB; return an artifact, such as \
             `Dataset<JsonLines<Row>>`"
        );
        let bytes = Type::List(Box::new(Type::Integer));
        assert_eq!(artifact(&bytes), "Artifact<File>");
        assert_eq!(artifact(&Type::String.into_optional()), "Artifact<Text>");
    }
}
