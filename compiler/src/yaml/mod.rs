//! Printing YAML that every reader understands the same way.
//!
//! Readers of YAML 1.1 and 1.2 differ in what an unquoted word means: to kubectl and PyYAML `y`, `no` and `1_000` are no
//! texts. This printer quotes every text that is not plainly a word, writes numbers in the one form that all readers
//! share, and refuses what JSON, and so Kubernetes, cannot hold. The order of keys is kept, and equal documents give
//! equal bytes.
//!
//! The layout is the one of kubectl: blocks are indented by two spaces, lists not at all. Below the two outermost levels
//! a map or list that fits into its line is written on it: `{name: a, value: "{{item}}"}`. A list of more than 50 items is
//! a table: each item that fits is a row of up to 200 columns. Multi-line texts are literal blocks.

mod error;
mod flow;
mod literal;
mod node;
mod number;
mod printer;
mod text;

use serde::Serialize;

pub use self::error::Error;
use self::node::Node;
use self::printer::{Printer, SEPARATOR};

/// Prints one document.
///
/// # Errors
///
/// Returns an error that names the place if the document holds a tagged value (an enum variant with data), a key that is
/// no text, a number that is not finite, or more than 100 collections within each other; or if it cannot be serialized.
///
/// ```
/// use std::collections::BTreeMap;
///
/// let document = BTreeMap::from([("image", "python:3.13"), ("n", "yes")]);
/// assert_eq!(pipewright_compiler::yaml::to_string(&document).unwrap(), "image: python:3.13\n\"n\": \"yes\"\n");
/// ```
pub fn to_string<T: Serialize>(document: &T) -> Result<String, Error> {
    documents(std::slice::from_ref(document))
}

/// One stream of documents that are printed already.
pub fn join(documents: impl IntoIterator<Item = String>) -> String {
    let documents = documents.into_iter();
    let joined = documents.reduce(|mut stream, document| {
        stream.push_str(SEPARATOR);
        stream.push_str(&document);
        stream
    });
    joined.unwrap_or_default()
}

/// Prints documents with `---` lines between them.
///
/// # Errors
///
/// As [`to_string`].
pub fn documents<T: Serialize>(documents: &[T]) -> Result<String, Error> {
    let mut printer = Printer::default();
    for (index, document) in documents.iter().enumerate() {
        let node = Node::of(document).map_err(Error::serialize)?;
        if index > 0 {
            printer.separator();
        }
        printer.document(&node)?;
    }
    Ok(printer.into_text())
}
