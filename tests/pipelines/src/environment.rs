//! Environment variables of tasks.

use crate::texts::AWKWARD;
use pipewright::prelude::*;

/// Reads variables.
#[component(env(MODE = "from the component: {{workflow.name}} $(HOME)", "LEVEL" = "1"))]
fn variables(names: Vec<String>) -> Vec<Option<String>> {
    names.iter().map(|name| std::env::var(name).ok()).collect()
}

#[derive(Outputs)]
struct Environments {
    component: Vec<Option<String>>,
    call: Vec<Option<String>>,
}

/// Variables of a component, and of its calls.
#[pipeline]
fn environment() -> Environments {
    let names = vec!["MODE".to_owned(), "LEVEL".to_owned(), "MORE".to_owned()];
    EnvironmentsHandles {
        component: variables(names.clone()),
        call: variables(names)
            .env("MODE", "from the call")
            .env("MORE", "$(LEVEL) {{x}} $$"),
    }
}

/// Awkward texts as values of variables; a variable cannot hold U+0000.
#[pipeline]
fn awkward_environment() -> Vec<Option<String>> {
    let names: Vec<String> = (0..AWKWARD.len())
        .map(|index| format!("TEXT_{index}"))
        .collect();
    let mut task = variables(names);
    for (index, text) in AWKWARD.iter().enumerate() {
        if !text.contains('\0') {
            task = task.env(format!("TEXT_{index}"), *text);
        }
    }
    task
}
