//! `import`: the artifact at a URI. What is wrong with the URI is told where it is read.

use super::{Definition, Operands};
use crate::artifact::Reference;
use crate::json::Json;

pub(super) const DEFINITION: Definition = Definition {
    name: "import",
    operands: 1,
    may_fail: false,
    evaluate,
};

fn evaluate(operands: &Operands<'_>) -> Result<Json, String> {
    Json::of(&Reference::to(operands.text(0)?))
}
