//! Kinds whose file is made when they are returned.

use crate::artifact::Error;
use crate::artifact::contents::{Json, Stored};
use std::sync::OnceLock;

/// The file of a value.
pub(super) fn made<'c, T: Stored>(
    content: &'c OnceLock<Json<T>>,
    value: &T,
) -> Result<&'c Json<T>, Error> {
    if let Some(content) = content.get() {
        return Ok(content);
    }
    let mut made = Json::create()?;
    made.write(value)?;
    Ok(content.get_or_init(|| made))
}
