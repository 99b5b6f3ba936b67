//! Options of tasks that are known only when the pipeline runs.

use crate::components::{note, text};
use crate::failures::sleep;
use pipewright::prelude::*;

/// Parameters, outputs, and what is made of them.
#[pipeline]
fn sized(memory: String, bytes: i64, cores: u32, count: u8, image: String) -> Vec<String> {
    let asked = text(memory);
    let halves = text("a").memory(asked).cpu(format!("{}m", cores * 500));
    let whole = text("b").memory(bytes).cpu(cores).timeout(minutes(count));
    let again = text("c")
        .memory(memory)
        .timeout(seconds(count))
        .image(image)
        .retries(1);
    let chosen = if count > 3 { "1Gi" } else { "64Mi" };
    let most = text(chosen).memory(chosen).cpu("500m");
    Value::from([halves, whole, again, most])
}

/// Outputs that are kept of a task whose options are known only when the pipeline runs.
#[pipeline]
fn sized_and_kept(memory: String, image: String) -> String {
    text("kept").memory(memory).image(image).cache(true)
}

/// An option for each item.
#[pipeline]
fn sized_items(sizes: Vec<String>) -> Vec<String> {
    sizes.map(|size| text(size).memory(size))
}

#[pipeline]
fn sized_inner(memory: String, #[default(1)] hour: i64) -> String {
    on_exit(|_| note("done").memory(memory));
    text(memory).memory(memory).timeout(hours(hour))
}

/// Options of the tasks of called pipelines, and of handlers.
#[pipeline]
fn sized_calls(memory: String) -> Vec<String> {
    on_exit(|_| note("the end").cpu(text("250m")).memory(memory));
    let one = sized_inner(memory);
    let two = sized_inner(text("96Mi"), hour = 2);
    Value::from([one, two])
}

/// Each in a task of its own, so that each fails alone.
#[pipeline]
fn sized_wrongly(memory: String, cpu: String, bytes: i64, limit: i64, image: String) {
    note("memory").memory(memory);
    note("cpu").cpu(cpu);
    note("bytes").memory(bytes);
    note("limit").timeout(minutes(limit));
    note("image").image(image);
}

/// What a task asks for is data, wherever it comes from.
#[pipeline]
fn sized_by_a_task(memory: String) -> String {
    let asked = text(memory);
    let given = text("in time").memory(asked).retries(2).allow_failure();
    note("after").after(&given);
    given.unwrap_or("nothing")
}

#[pipeline]
fn late_by_a_value(limit: i64) {
    sleep(60).timeout(seconds(limit));
    sleep(0).timeout(minutes(limit));
}

/// Names for people that are known only when the pipeline runs.
#[pipeline]
fn shown_names(name: String, rates: Vec<f64>) -> Vec<String> {
    let name = text(name);
    let whole = text("whole").display_name(name).retries(1);
    text(format!("{whole}")).display_name(whole).memory("64Mi");
    rates.map(|rate| {
        let made = text(format!("{rate}"));
        text(made).display_name(format!("rate {rate}"))
    })
}
