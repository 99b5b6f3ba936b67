//! Components that are `async` functions.
#![cfg(feature = "tokio")]

use pipewright::prelude::*;
use std::collections::BTreeMap;
use std::task::Poll;

/// Waits until it is asked a second time.
async fn pause() {
    let mut asked = false;
    std::future::poll_fn(|context| {
        if asked {
            return Poll::Ready(());
        }
        asked = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

#[component]
async fn add(#[default(1)] a: i64, #[default(2)] b: i64) -> i64 {
    pause().await;
    a + b
}

#[component]
async fn fail() -> Result<i64, String> {
    pause().await;
    Err("no number".into())
}

#[pipeline]
fn sum(a: i64) -> i64 {
    fail();
    add(a = a)
}

#[test]
fn the_function_runs_to_its_end() {
    let outputs = add::__descriptor().run(&BTreeMap::new());
    let (name, sum) = &outputs.expect("it succeeds")[0];
    assert_eq!((*name, sum.as_str()), ("output", "3"));
    let failure = fail::__descriptor().run(&BTreeMap::new());
    assert_eq!(failure.expect_err("it fails").to_string(), "no number");
}

#[test]
fn its_call_is_recorded() {
    let (graph, diagnostics) = sum::pipeline().record();
    assert_eq!((graph.steps.len(), diagnostics), (2, vec![]));
}
