//! Outputs of earlier tasks.

use super::Version;
use super::expression::{literal, member_of, tag};
use super::model::{Cache, ConfigMap, Memoize};
use crate::code::{call, list, word};
use crate::plan::{Plan, Template, option_input};
use pipewright_ir::graph::{self, RuntimeOption};
use pipewright_ir::kube;
use std::time::Duration;

/// A hundred years.
const ALWAYS: Duration = Duration::from_secs(100 * 365 * 24 * 3600);

/// When the outputs of a template's earlier tasks are used: if they had the same code, image and inputs.
pub(super) fn memoize(
    plan: &Plan,
    template: &Template,
    image: &str,
    version: Version,
) -> Option<Memoize> {
    let age = match template.options.cache? {
        graph::Cache::Never => return None,
        graph::Cache::Always => ALWAYS,
        graph::Cache::For(age) => age.into(),
    };
    let component = &template.component;
    let code = format!("{} {image}", template.code());
    let parameters = || word("inputs").member("parameters");
    let inputs = component.inputs.iter();
    let inputs = inputs.map(|input| member_of(parameters(), &input.name));
    // An image that is known only now is not part of the code.
    let image = template.option_values.iter();
    let image = image.filter(|option| **option == RuntimeOption::Image);
    let image = image.map(|option| member_of(parameters(), &option_input(*option)));
    let parts = list(std::iter::once(literal(&code)).chain(inputs).chain(image));
    let digest = call("sprig.sha256sum", [call("toJson", [parts])]);
    Some(Memoize {
        key: format!("{}-{}", template.name, tag(&digest)),
        max_age: kube::format_duration(age),
        cache: Cache {
            config_map: ConfigMap {
                name: format!("{}-cache", plan.name),
                key: (version == Version::V3).then_some("any"),
            },
        },
    })
}
