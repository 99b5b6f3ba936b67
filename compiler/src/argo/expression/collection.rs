//! Outputs of the body of a loop, of which Argo makes a list.

use super::literal::literal;
use crate::code::{Code, call, word};
use pipewright_ir::types::Type;

/// The output of the body of a loop, so that Argo collects texts.
pub(in crate::argo) fn collectable(output: Code) -> Code {
    literal("=").plus(output)
}

/// The outputs that the items of a loop have given: the text of a list. `task` is the loop's task, `outputs` are its
/// outputs.
pub(super) fn collected(task: Code, outputs: Code, ty: &Type) -> Code {
    let given = match ty {
        Type::List(item) if item.is_text() => {
            let is_json = word("#")
                .slice("1", "")
                .compare("startsWith", literal("json:"));
            let json = call("toJson", [word("#").slice("1", "")]);
            is_json.choose(word("#").slice("6", ""), json)
        }
        _ => word("#").slice("1", ""),
    };
    let all = call("map", [call("fromJSON", [outputs]), given]);
    let all = literal("[")
        .plus(call("join", [all, literal(",")]))
        .plus(literal("]"));
    // A loop without items is skipped, and has no outputs.
    let is_skipped = task.member("status").equals(literal("Skipped"));
    is_skipped.choose(literal("[]"), all)
}
