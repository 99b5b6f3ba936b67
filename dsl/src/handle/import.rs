//! Artifacts that exist already.

use super::input::IntoInput;
use super::value::Value;
use crate::artifact::Kind;
use crate::payload::Payload;
use crate::record::{self, Operand, literal};
use pipewright_ir::artifact::check_uri;
use pipewright_ir::function::{Function, Method};
use pipewright_ir::graph::Location;

/// An artifact that exists already, at a URI: `s3://BUCKET/KEY`, `gs://BUCKET/KEY`, `https://HOST/PATH`, or a path, which is
/// one of this machine. The URI may be a [`Value`], which is known when the pipeline runs.
///
/// No task is needed for it. On a cluster, whoever takes it reads it from its store; here it is brought into the store of
/// the run, once. It has no metadata.
///
/// ```
/// use pipewright::artifact::{Dataset, File};
/// use pipewright::prelude::*;
///
/// #[component]
/// fn count(data: Dataset) -> std::io::Result<usize> {
///     Ok(std::fs::read_to_string(data.path())?.lines().count())
/// }
///
/// #[pipeline]
/// fn counts(year: i64) -> usize {
///     let fixed = count(import::<Dataset>("https://example.com/sales.csv"));
///     let by_year = count(import::<Dataset>(format!("s3://data/{year}/sales.csv")));
///     fixed + by_year
/// }
///
/// let (_, diagnostics) = counts::pipeline().record();
/// assert_eq!(diagnostics, []);
/// ```
///
/// # Errors
/// A URI that is written in the source is checked when the pipeline is put together; any other one when it is read.
#[track_caller]
pub fn import<K: Kind + Payload>(uri: impl IntoInput<String>) -> Value<K> {
    let at = Location::caller();
    let uri = uri.__into_input(&|text| literal::<String, String>(text));
    if let Operand::Literal(json, _) = &uri
        && let Ok(text) = json.to::<String>()
        && let Err(reason) = check_uri(&text)
    {
        let message = format!("`{text}` is no URI of an artifact: {reason}");
        record::report(
            &at,
            &message,
            "write it such as `s3://bucket/data/sales.csv`",
        );
    }
    let import = Function::Method(Method::Import);
    Value::new(record::apply(import, vec![uri], K::ty(), &at))
}
