//! Texts that `{:?}` makes of handles: no task is to be sent one in place of the value.

use super::recorder::Recorder;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::Location;

/// Stands in the text that `{:?}` makes of a handle. People do not see it.
const MARK: char = '\u{2063}';

/// The text that `{:?}` makes of a handle of a type.
pub(crate) fn printed(of: &str) -> String {
    format!("Value{MARK}<{of}>")
}

/// Test for a text that holds what `{:?}` makes of a handle, perhaps printed again with `{:?}`, or written as JSON.
fn holds_printed(text: &str) -> bool {
    let escaped = || format!("Valueu{{{:x}}}<", u32::from(MARK));
    text.contains(&format!("Value{MARK}<"))
        || text.contains('\\') && text.replace('\\', "").contains(&escaped())
}

impl Recorder {
    /// Reports a text that holds what `{:?}` makes of a handle. Returns whether it does.
    pub(super) fn check_printed(&mut self, text: &str, at: &Location) -> bool {
        let is_printed = holds_printed(text);
        if is_printed {
            let message = "this text holds a printed `Value`, which is not what it will be when the pipeline runs";
            let help = "print the `Value` itself with `{}` in the `format!` of a pipeline, or make the text in a component";
            self.report(Diagnostic::error(at, message).help(help));
        }
        is_printed
    }
}

#[cfg(test)]
mod tests {
    use super::{holds_printed, printed};

    #[test]
    fn printed_handles_are_found() {
        let text = printed("i64");
        assert!(holds_printed(&format!("[{text}, 1]")));
        assert!(holds_printed(&format!("{text:?}")));
        assert!(holds_printed(&format!("{:?}", format!("{text:?}"))));
        assert!(!holds_printed("Value<i64>"));
    }
}
