//! Options that are known only when the pipeline runs: inputs of templates.
//!
//! The condition of a task checks them, so that no pod is made for what does not fit.

use super::expression::{self, Scope, literal, member_of, shown, tag};
use super::model::{Number, Template};
use crate::code::{Code, call, word};
use crate::plan::{self, Expression, option_input};
use pipewright_ir::graph::RuntimeOption;

/// Characters of a name for people, and how many of them Argo takes.
const NO_NAME: &str = "[^-.a-zA-Z0-9]+";
const NAME_MAX: &str = "63";

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
    if template.has_display_name {
        let name = "workflows.argoproj.io/display-name";
        made.annotations.insert(name, tag(&display_name()));
    }
    // Argo knows tags in resources in a patch only.
    made.pod_spec_patch = (!resources.is_empty()).then(|| {
        let resources = resources.join(",");
        format!(
            "{{\"containers\":[{{\"name\":\"main\",\"resources\":{{\"requests\":{{{resources}}},\"limits\":{{{resources}}}}}}}]}}"
        )
    });
}

/// The name for people as Argo takes it, or none.
fn display_name() -> Code {
    let replaced = |pattern, text, by| {
        call(
            "sprig.regexReplaceAll",
            [literal(pattern), text, literal(by)],
        )
    };
    let wire = member_of(word("inputs").member("parameters"), plan::DISPLAY_NAME);
    let name = replaced(NO_NAME, expression::decode(wire), "-");
    let name = replaced("^[-.]+", name, "");
    let name = replaced("[-.]+$", call("sprig.trunc", [word(NAME_MAX), name]), "");
    let is_name = call("len", [word("name")]).compare(">", word("1"));
    name.named("name", is_name.choose(word("name"), literal("")))
}

/// The text of an option's value, which the condition of its task has checked.
pub(super) fn argument(value: &Expression, scope: &Scope<'_>) -> String {
    tag(&expression::text(value, &scope.checked()))
}

/// A condition that the value of an option fits.
pub(super) fn check(option: RuntimeOption, value: &Expression, scope: &Scope<'_>) -> Code {
    let grammar = option.grammar();
    let given = || word(option.name());
    let rest = format!(
        "` cannot be the {} of a task: expected {}",
        option.name(),
        grammar.expected
    );
    let message = literal("`").plus(shown(given())).plus(literal(&rest));
    let fits = given().compare("matches", literal(grammar.pattern));
    expression::text(value, scope).named(option.name(), expression::check(fits, message))
}
