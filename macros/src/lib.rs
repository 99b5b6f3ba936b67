//! The attributes and derives of pipewright. Users meet them through the facade `pipewright`.
//!
//! Each macro goes the same way: parse the user's tokens, check them and collect every mistake, expand. What can be a
//! function of a library is one; the expansion calls it.

mod attributes;
mod component;
mod errors;
mod fields;
mod outputs;
mod pipeline;
mod signature;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

/// Turns a function into a component: a typed operation that pipelines are made of.
///
/// In a function with `#[pipeline]` its call records a task and gives a `Value` for each output. The function itself is
/// `name::call(..)`, for unit tests. Doc comments of the function and of its parameters become descriptions.
///
/// # Inputs and outputs
/// A parameter is of any type with `serde::Serialize` and `serde::Deserialize`. One of type `Option<T>`, or with
/// `#[default(value)]`, is optional and given by name: `train(data, epochs = 20)`. The function returns such a type
/// too, a struct with `#[derive(Outputs)]` to name several outputs, nothing, or a `Result` of one of these, whose error
/// fails the task. It may be `async` with the feature `tokio`. A function that returns a `Container` describes a ready
/// image instead; its parameters are `Input<T>` and `OutputPath<T>`.
///
/// # Options
/// `#[component(name = "…", image = "…", cpu = "500m", memory = "1Gi", retries = 2, timeout = "10m", env(KEY = "value"))]`.
/// They hold for all tasks of the component that say nothing else.
#[proc_macro_attribute]
pub fn component(options: TokenStream, item: TokenStream) -> TokenStream {
    component::component(options.into(), item.into()).into()
}

/// Turns a function over components into a pipeline.
///
/// The function is run once to record the graph. Its parameters and the outputs of its tasks are `Value`s: they are known
/// only when the pipeline runs. Comparisons, `&&`, `||`, `!`, `if` and `format!` work on them as on plain values.
/// Everything else is plain Rust that runs while the graph is recorded: a `for` over plain data unrolls, helper
/// functions and closures are called. Both blocks of an `if` on a run-time value are recorded.
///
/// A parameter with `#[default(value)]` or of type `Option<T>` is optional. Doc comments of the function and of its
/// parameters become descriptions.
#[proc_macro_attribute]
pub fn pipeline(options: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::pipeline(options.into(), item.into()).into()
}

/// Makes the fields of a struct the named outputs of a component.
///
/// For a struct `Division` it makes `DivisionHandles`, with the same fields as `Value`s: what a call of the component
/// gives in a pipeline.
#[proc_macro_derive(Outputs)]
pub fn outputs(item: TokenStream) -> TokenStream {
    outputs::outputs(item.into()).into()
}
