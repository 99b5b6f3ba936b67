//! A document is read back from its YAML as it was, by another parser.

#![no_main]

use arbitrary::{Arbitrary, Unstructured};
use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Number, Value};

/// Collections within each other.
const DEPTH: usize = 6;

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = Unstructured::new(bytes);
    let Ok(document) = value(&mut bytes, DEPTH) else {
        return;
    };
    let yaml = pipewright_compiler::yaml::to_string(&document).expect("any JSON can be YAML");
    let read: Value =
        serde_yaml::from_str(&yaml).unwrap_or_else(|error| panic!("{error}:\n{yaml}"));
    assert_eq!(read, document, "{yaml}");
});

fn value(bytes: &mut Unstructured<'_>, depth: usize) -> arbitrary::Result<Value> {
    Ok(
        match bytes.int_in_range(0..=if depth == 0 { 4 } else { 6 })? {
            0 => Value::Null,
            1 => Value::Bool(bool::arbitrary(bytes)?),
            2 => Value::Number(i64::arbitrary(bytes)?.into()),
            3 => Number::from_f64(f64::arbitrary(bytes)?).map_or(Value::Null, Value::Number),
            4 => Value::String(String::arbitrary(bytes)?),
            5 => {
                let length = bytes.int_in_range(0..=4)?;
                Value::Array(
                    (0..length)
                        .map(|_| value(bytes, depth - 1))
                        .collect::<Result<_, _>>()?,
                )
            }
            _ => {
                let mut map = Map::new();
                for _ in 0..bytes.int_in_range(0..=4)? {
                    map.insert(String::arbitrary(bytes)?, value(bytes, depth - 1)?);
                }
                Value::Object(map)
            }
        },
    )
}
