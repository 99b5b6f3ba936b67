//! The attributes and derives of pipewright. Users meet them through the facade `pipewright`.
//!
//! Each macro goes the same way: parse the user's tokens, check them and collect every mistake, expand. What can be a
//! function of a library is one; the expansion calls it.

mod artifact;
mod associated;
mod attributes;
mod call;
mod cfg;
mod component;
mod constants;
mod errors;
mod fields;
#[cfg(test)]
mod mutations;
mod outputs;
mod pipeline;
mod renamed;
mod signature;
mod sources;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;
use renamed::renamed;

/// Turns a function into a component: a typed operation that pipelines are made of.
///
/// ```
/// use pipewright::prelude::*;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize)]
/// struct Model {
///     name: Option<String>,
///     weight: f64,
/// }
///
/// /// Trains a model.
/// #[component(cpu = "2", memory = "4Gi", retries = 3)]
/// fn train(data: Vec<f64>, #[default(10)] epochs: u32, name: Option<String>) -> Result<Model, String> {
///     let first = data.first().ok_or("there is no data")?;
///     Ok(Model { name, weight: first * f64::from(epochs) })
/// }
///
/// let model = train::call(vec![0.5], 10, None).unwrap();
/// assert_eq!(model.weight, 5.0);
/// ```
///
/// In a function with `#[pipeline]`, and in the functions that it calls, a call `train(data)` records a task and gives a
/// `Value` for each output. `train::call(data, 10, None)` runs the function itself, for unit tests. The doc comments of
/// the function and of its parameters become descriptions.
///
/// # Inputs
/// A parameter is of any type with `serde::Serialize` and `serde::Deserialize` that borrows nothing. A call gives it a
/// value of this type, or a `Value` of it. One of type `Option<T>`, or with `#[default(value)]`, may be left out, and is
/// given by name: `train(data, epochs = 20)`. All others go by position, or by name behind those by position, in any
/// order: `train(epochs = 20, data = data)`. A component with more than 16 of them takes them by position only. Names
/// work in the body of a `#[pipeline]`; the macro does not see other functions.
///
/// A default is an expression of the parameter's type, or `&str` for a `String`. It cannot use other parameters.
///
/// # Outputs
/// The function returns nothing, or a value that is one output, named `output`, or a struct with `#[derive(Outputs)]`,
/// whose fields are outputs. It may return one of these in a `Result` whose error has `std::fmt::Display`: an `Err`
/// fails the task. `Result` is known by its name, so an alias must have this name too.
///
/// It may be `async` with the feature `tokio`: it then runs on a runtime of one thread.
///
/// # Ready images
/// A function that returns a `Container` describes how an image is called, and runs while the pipeline is put together.
/// Its parameters are `Input<T>` and `OutputPath<T>`; printing one puts the input's value, or the path of the output's
/// file, into the text.
///
/// # Options
/// They hold for all tasks of the component that say nothing else. All values are literals, checked when the crate is
/// built. Most are methods of `TaskOptions` too, which set them for one task.
///
#[doc = include_str!("component/options/declared.md")]
///
/// The code that counts for `cache` is all that the component may run: the sources of its crate and of the crates that it
/// depends on by a path, with the files and environment variables that they include, the versions of all other crates in
/// `Cargo.lock`, and features; with these the environment variables of the task, and on a cluster the name of the image.
/// Comments, tests, pipelines and the options of components do not count. What a component reads while it runs is not
/// seen: `run --refresh` replaces what was kept.
#[proc_macro_attribute]
pub fn component(options: TokenStream, item: TokenStream) -> TokenStream {
    let (options, item) = (options.into(), item.into());
    if let Some(item) = associated::unwrapped(&item) {
        return renamed(component::component(options, item)).into();
    }
    let wrapped = associated::wrapped("component", &options, &item);
    let expansion = wrapped.unwrap_or_else(|| component::component(options, item));
    renamed(expansion).into()
}

/// Turns a function over components into a pipeline.
///
/// ```
/// use pipewright::prelude::*;
///
/// #[component]
/// fn train(data: Vec<f64>, #[default(10)] epochs: u32) -> f64 {
///     data.iter().sum::<f64>() * f64::from(epochs)
/// }
///
/// #[component]
/// fn score(model: f64) -> f64 {
///     1.0 - 1.0 / model
/// }
///
/// /// Trains, and trains for longer if the model is not good enough.
/// #[pipeline]
/// fn training(data: Vec<f64>, #[default(0.9)] wanted: f64) -> f64 {
///     let first = score(train(data));
///     if first < wanted { score(train(data, epochs = 100)) } else { first }
/// }
///
/// let (graph, diagnostics) = training::pipeline().record();
/// assert_eq!((graph.parameters.len(), diagnostics.len()), (2, 0));
/// ```
///
/// The function is run once to record the graph, by `training::pipeline().record()`. Its parameters and the outputs of
/// its tasks are `Value`s: they are known only when the pipeline runs. Its signature has plain types, as that of a
/// component. A parameter with `#[default(value)]` or of type `Option<T>` is optional. It returns nothing, one output, or
/// several in a struct with `#[derive(Outputs)]`. Doc comments of the function and of its parameters become descriptions.
///
/// # What works on a `Value`
/// - `==` and `!=` with a value of the same type, `<`, `<=`, `>` and `>=` of numbers and strings,
/// - `&&`, `||` and `!`, also with a plain `bool` on one side,
/// - `if`, `else if` and `else`. Both blocks are recorded, so what they print is printed while the pipeline is put
///   together. As a value, an `if` gives what the block gives that will run: a `Value`, outputs of a call, a plain value,
///   or a tuple of these, where one block may give a `Value<T>` and the other a `T`. Its blocks cannot be left early, and
///   cannot assign variables from outside,
/// - `match` whose patterns are literals, ranges, variants without fields, constants, `|` and `_`, with guards or without, on
///   a `Value` of a number, `bool`, `char`, `String` or an enum without fields. It means an `if` with `==` for each arm. A name in a
///   pattern that starts with an upper-case letter is a constant,
/// - `if let Some(name) = ..`, and a `match` with one arm for `Some(name)` and one for all else, on a `Value<Option<T>>`. A
///   plain option that is taken apart so is moved, unless the pattern is `Some(_)`,
/// - `for` over a `Value<Vec<T>>`, over lists that were joined by `zip` or `enumerate`, and over a range `a..b` or `a..=b` of
///   which one end is a `Value`. The block is recorded once, and runs for each item. It cannot be left early, and cannot
///   assign variables from outside; `list.map(|item| ..)` and `(a..b).map(|item| ..)` collect what it gives,
/// - `+`, `-`, `*`, `/`, `%` and the methods of `Value`,
/// - `format!` of strings, numbers and booleans, with widths and fills; text can be cut by a precision,
/// - input of components, methods of `TaskOptions`.
///
/// Everything else is plain Rust that runs while the graph is recorded: a `for` over plain data unrolls, helper functions
/// and closures are called, and on plain values all of the above does what it always does.
///
/// # Calls of pipelines
/// A pipeline is called by others as a component is: `training(data, wanted = 0.8)`. It may call itself in a block of a
/// run-time `if`. A call gives the outputs that it returns, and takes `.retries(..)`, `.after(..)`, `.display_name(..)` and
/// `.allow_failure()`.
///
/// # What else it makes
/// A test that the pipeline can be compiled. And it reads `image` and `command` from `[package.metadata.pipewright]` of
/// the crate's manifest: the image that holds the program of the crate, and the path of the program in it.
#[proc_macro_attribute]
pub fn pipeline(options: TokenStream, item: TokenStream) -> TokenStream {
    let (options, item) = (options.into(), item.into());
    if let Some(item) = associated::unwrapped(&item) {
        return renamed(pipeline::pipeline(options, item)).into();
    }
    let wrapped = associated::wrapped("pipeline", &options, &item);
    let expansion = wrapped.unwrap_or_else(|| pipeline::pipeline(options, item));
    renamed(expansion).into()
}

/// Makes the fields of a struct the named outputs of a component or pipeline.
///
/// ```
/// use pipewright::prelude::*;
///
/// #[derive(Outputs)]
/// struct Division {
///     /// Number of times that the divisor fits.
///     quotient: f64,
///     remainder: f64,
/// }
///
/// #[component]
/// fn divide(dividend: f64, divisor: f64) -> Division {
///     Division { quotient: (dividend / divisor).floor(), remainder: dividend % divisor }
/// }
///
/// /// Gives both outputs, the quotient one higher.
/// #[pipeline]
/// fn dividing(number: f64) -> Division {
///     let parts = divide(number, 4.0);
///     DivisionHandles { quotient: parts.quotient + 1.0, remainder: parts.remainder }
/// }
///
/// let (graph, _) = dividing::pipeline().record();
/// assert_eq!(graph.outputs.len(), 2);
/// ```
///
/// Each field is an output, of any type with `serde::Serialize` and `serde::Deserialize`; its doc comment is the
/// description. The struct has named fields and no generics. Beside it stands `DivisionHandles`, with the same fields as
/// `Value`s: what a call of the component gives in a pipeline, and what a pipeline that returns `Division` returns.
///
/// The derive also takes `Unpin` from the struct, which tells it from types that are one output. It may have the derives
/// of serde, and is then still several outputs.
#[proc_macro_derive(Outputs)]
pub fn outputs(item: TokenStream) -> TokenStream {
    renamed(outputs::outputs(item.into())).into()
}

/// Makes the fields of a struct values of their own when the pipeline runs.
///
/// ```
/// use pipewright::prelude::*;
/// use serde::{Deserialize, Serialize};
///
/// #[component]
/// fn train(epochs: u32, rate: f64) {
///     println!("{epochs} {rate}");
/// }
///
/// #[derive(Serialize, Deserialize, Fields)]
/// struct Config {
///     /// Number of passes over the data.
///     epochs: u32,
///     rate: f64,
/// }
///
/// #[pipeline]
/// fn training(configs: Vec<Config>) {
///     for config in configs {
///         train(config.epochs, config.rate);
///     }
/// }
///
/// let (_, diagnostics) = training::pipeline().record();
/// assert_eq!(diagnostics, []);
/// ```
///
/// `config.epochs` of a `Value<Config>` is a `Value<u32>`. The struct has named fields and no generics; serde's `rename`
/// and `rename_all` are followed, and attributes that hide what a field is on the wire, such as `flatten`, `with` or
/// `tag`, are refused. Beside it stands `ConfigFields`, with the same fields as `Value`s.
///
/// An integer past 2⁵³ arrives exactly or fails what needs it: Argo cannot tell it from another one if the struct holds
/// several such integers under one name.
#[proc_macro_derive(Fields)]
pub fn fields(item: TokenStream) -> TokenStream {
    renamed(fields::fields(item.into())).into()
}

/// Makes a struct a kind of artifacts: a content, and metadata with types.
///
/// ```
/// use pipewright::prelude::*;
///
/// /// Vectors of words.
/// #[derive(Artifact)]
/// #[artifact(title = "acme.Embeddings", version = "1.0.0")]
/// struct Embeddings {
///     content: JsonLines<Vec<f32>>,
///     dimensions: u32,
///     language: Option<String>,
/// }
///
/// #[component]
/// fn embed(words: Vec<String>) -> Result<Embeddings, pipewright::artifact::Error> {
///     let mut content = JsonLines::create()?;
///     for word in &words {
///         content.write(&vec![word.len() as f32, 1.0])?;
///     }
///     Ok(Embeddings { content, dimensions: 2, language: None })
/// }
///
/// #[component]
/// fn count(embeddings: Embeddings) -> Result<usize, pipewright::artifact::Error> {
///     assert_eq!(embeddings.dimensions, 2);
///     Ok(embeddings.content.rows()?.count())
/// }
///
/// #[pipeline]
/// fn counting(words: Vec<String>) -> usize {
///     count(embed(words))
/// }
///
/// let embeddings = embed::call(vec!["tea".into(), "rice".into()])?;
/// assert_eq!(count::call(embeddings)?, 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// One field is the content: that which is named `content`, or has `#[content]`. All others are metadata, of any type with
/// `serde::Serialize` and `serde::Deserialize`. Of an artifact that comes in all of it has to be there, but for `Option`s.
///
/// The title is made of names with points between them, such as `acme.Embeddings`; the version of three numbers, such as
/// `1.0.0`. A struct may be generic: `struct Table<R> { content: Csv<R> }`.
///
/// ```
/// use pipewright::prelude::*;
///
/// #[derive(Artifact)]
/// #[artifact(title = "acme.Table", version = "1.0.0")]
/// struct Table<R, M = ()> {
///     #[content]
///     rows: JsonLines<R>,
///     about: M,
/// }
///
/// #[component]
/// fn double(table: Table<u32, String>) -> Result<Table<u32>, pipewright::artifact::Error> {
///     let mut rows = JsonLines::create()?;
///     for row in table.rows.rows()? {
///         rows.write(&(row? * 2))?;
///     }
///     Ok(Table { rows, about: () })
/// }
///
/// let mut rows = JsonLines::create()?;
/// rows.write_rows([1, 2])?;
/// assert_eq!(double::call(Table { rows, about: "two".into() })?.rows.read()?, [2, 4]);
///
/// // Metadata that is missing is told when the artifact comes in.
/// let located = r#"{ "path": "sales.jsonl" }"#;
/// let error = serde_json::from_str::<Table<u32, String>>(located).err().unwrap();
/// assert_eq!(error.to_string(), "`sales.jsonl`: metadata: `about` is missing");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// The derive writes `serde::Serialize` and `serde::Deserialize`, which hand the artifact over.
#[proc_macro_derive(Artifact, attributes(artifact, content))]
pub fn artifact(item: TokenStream) -> TokenStream {
    renamed(artifact::artifact(item.into())).into()
}

#[doc(hidden)]
#[proc_macro]
pub fn sources(_: TokenStream) -> TokenStream {
    let digest = proc_macro::Literal::string(&sources::digest());
    proc_macro::TokenTree::from(digest).into()
}
