//! Options that are known only when the pipeline runs: inputs of templates.
//!
//! The condition of a task checks them, so that no pod is made for what does not fit. Its answer is a text then, which Argo
//! takes for no condition, and tells.

use super::expression::{self, Scope, literal, member_of, tag};
use super::model::{Number, Template};
use crate::code::{Code, call, word};
use crate::plan::{self, Expression, option_input};
use pipewright_ir::graph::RuntimeOption;

/// Characters of a wrong value that are shown.
const SHOWN_MAX: &str = "60";

/// All characters of a wrong value that are not shown: those that would end the text that it is shown in are among them.
const NOT_SHOWN: &str = "[^-+=.,:;/@%_A-Za-z0-9 ]";

/// Writes the options of a template that are inputs of it.
pub(super) fn write(template: &plan::Template, made: &mut Template) {
    let mut resources = vec![];
    for option in &template.option_values {
        let parameter = option_input(*option);
        let bare = || format!("{{{{inputs.parameters.{parameter}}}}}");
        match option {
            RuntimeOption::Image => {
                if let Some(container) = &mut made.container {
                    container.image = Some(bare());
                }
            }
            RuntimeOption::Timeout => made.active_deadline_seconds = Some(Number::Tag(bare())),
            RuntimeOption::Cpu | RuntimeOption::Memory => {
                let parameters = word("inputs").member("parameters");
                let json = call("toJson", [member_of(parameters, &parameter)]);
                resources.push(format!("\"{}\":{}", option.name(), tag(&json)));
            }
        }
    }
    // Argo knows tags in resources in a patch only.
    made.pod_spec_patch = (!resources.is_empty()).then(|| {
        let resources = resources.join(",");
        format!(
            "{{\"containers\":[{{\"name\":\"main\",\"resources\":{{\"requests\":{{{resources}}},\"limits\":{{{resources}}}}}}}]}}"
        )
    });
}

/// The text of an option's value, which the condition of its task has checked.
pub(super) fn argument(value: &Expression, scope: &Scope<'_>) -> String {
    tag(&expression::text(value, &scope.checked()))
}

/// A condition that goes on to another one if the value of an option fits, and else is a text that says what is wrong.
pub(super) fn check(
    option: RuntimeOption,
    value: &Expression,
    scope: &Scope<'_>,
    then: Code,
) -> Code {
    let grammar = option.grammar();
    let given = || word(option.name());
    let shown = call(
        "sprig.regexReplaceAll",
        [literal(NOT_SHOWN), given(), literal("?")],
    );
    let shown = call("sprig.trunc", [word(SHOWN_MAX), shown]);
    let rest = format!(
        "` cannot be the {} of a task: expected {}'",
        option.name(),
        grammar.expected
    );
    let wrong = literal("'`").plus(shown).plus(literal(&rest));
    let fits = given().compare("matches", literal(grammar.pattern));
    expression::text(value, scope).named(option.name(), fits.choose(then, wrong))
}
