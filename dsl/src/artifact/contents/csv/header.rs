//! The first line of a file.

use super::columns::Columns;
use crate::artifact::contents::reader::quoted;
use std::io;

/// The names of the columns of a file.
pub(super) fn header<R: io::Read>(reader: &mut csv::Reader<R>) -> Result<Vec<String>, String> {
    let header = reader.byte_headers();
    let header = header.map_err(|error| format!("cannot be read: {error}"))?;
    let names = header.iter().map(|name| String::from_utf8(name.to_vec()));
    let names: Result<Vec<_>, _> = names.collect();
    names.map_err(|error| {
        let name = String::from_utf8_lossy(error.as_bytes()).into_owned();
        format!(
            "line 1: expected names of columns in UTF-8, found {}",
            quoted(&name)
        )
    })
}

pub(super) fn check_header(header: &[String], columns: &Columns) -> Result<(), String> {
    let missing = columns.missing(header);
    let list = |names: &[&str]| {
        let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
        names.join(", ")
    };
    if !missing.is_empty() {
        let missing = list(&missing);
        return Err(match header {
            [] => format!("it is empty: expected a header with the columns {missing}"),
            header => {
                let header: Vec<_> = header.iter().map(String::as_str).collect();
                let header = quoted(&header.join(","));
                format!("the header lacks the columns {missing}, found {header}")
            }
        });
    }
    let mut twice = vec![];
    for (index, name) in header.iter().enumerate() {
        let is_read = match columns {
            Columns::Fields(fields) => fields.get(name).is_some(),
            Columns::Any(_) => true,
        };
        if is_read && header[..index].contains(name) && !twice.contains(&name.as_str()) {
            twice.push(name.as_str());
        }
    }
    match twice.as_slice() {
        [] => Ok(()),
        twice => Err(format!("the header has the columns {} twice", list(twice))),
    }
}
