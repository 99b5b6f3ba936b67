//! Comparison of the type that a reader expects with the one that a writer has written.

use super::Type;

impl Type {
    /// What keeps a reader of this type from values that were written as another one: a line for each column, in the
    /// reader's order. Fields that the reader does not know are no difference, nor is an integer for a number.
    ///
    /// ```
    /// use pipewright_ir::types::Type;
    /// let reader = Type::struct_of([("region", Type::String), ("units", Type::Integer)]);
    /// let written = Type::struct_of([("units", Type::String), ("price", Type::Number)]);
    /// let differences = ["`region` is missing", "`units`: expected integer, written as string"];
    /// assert_eq!(reader.differences(&written), differences);
    /// ```
    pub fn differences(&self, written: &Self) -> Vec<String> {
        let mut found = vec![];
        compare(self, written, "", &mut found);
        found
    }

    /// Test for a type in which an artifact stands, at any depth.
    pub fn holds_artifact(&self) -> bool {
        match self {
            Self::Artifact(_) => true,
            Self::List(inner) | Self::Map(inner) | Self::Optional(inner) => inner.holds_artifact(),
            Self::Struct(fields) => fields.iter().any(|field| field.ty.holds_artifact()),
            _ => false,
        }
    }
}

/// Adds the differences of what stands at a path.
fn compare(reader: &Type, written: &Type, path: &str, found: &mut Vec<String>) {
    match (reader, written) {
        // Of what nothing is known, nothing can be told.
        (Type::Json, _) | (_, Type::Json) => {}
        (Type::Optional(_), Type::Null) | (Type::Number, Type::Integer) => {}
        (Type::String, Type::Enum(_)) => {}
        (Type::Optional(reader), Type::Optional(written)) => compare(reader, written, path, found),
        (Type::Optional(reader), written) => compare(reader, written, path, found),
        (Type::List(reader), Type::List(written)) => {
            compare(reader, written, &format!("{path}[]"), found);
        }
        (Type::Map(reader), Type::Map(written)) => {
            compare(reader, written, &within(path, "*"), found);
        }
        (Type::Struct(fields), Type::Struct(written)) => {
            for field in fields.iter() {
                let path = within(path, &field.name);
                match written.get(&field.name) {
                    Some(written) => compare(&field.ty, &written.ty, &path, found),
                    None if field.required => found.push(format!("`{path}` is missing")),
                    None => {}
                }
            }
        }
        (Type::Map(reader), Type::Struct(written)) => {
            for field in written.iter() {
                compare(reader, &field.ty, &within(path, &field.name), found);
            }
        }
        // A map may have all that the fields need.
        (Type::Struct(fields), Type::Map(written)) => {
            for field in fields.iter() {
                compare(&field.ty, written, &within(path, &field.name), found);
            }
        }
        (Type::Enum(known), Type::Enum(written)) => {
            let unknown = written.iter().filter(|variant| !known.contains(variant));
            let unknown: Vec<_> = unknown.map(|variant| format!("{variant:?}")).collect();
            if !unknown.is_empty() {
                let subject = subject(path);
                let unknown = unknown.join(" or ");
                found.push(format!("{subject}expected {reader}, may also be {unknown}"));
            }
        }
        (reader, written) if reader == written => {}
        (reader, written) => {
            let subject = subject(path);
            found.push(format!("{subject}expected {reader}, written as {written}"));
        }
    }
}

fn within(path: &str, name: &str) -> String {
    match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    }
}

fn subject(path: &str) -> String {
    match path {
        "" => String::new(),
        path => format!("`{path}`: "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;
    use crate::types::Field;
    use proptest::prelude::*;

    fn field(name: &str, ty: Type, required: bool) -> Field {
        let name = name.into();
        Field { name, ty, required }
    }

    fn list(item: Type) -> Type {
        Type::List(Box::new(item))
    }

    fn optional(inner: Type) -> Type {
        Type::Optional(Box::new(inner))
    }

    #[test]
    fn differences_are_told() {
        let modes = |names: &[&str]| Type::Enum(names.iter().map(ToString::to_string).collect());
        let table: &[(Type, Type, &[&str])] = &[
            (Type::Number, Type::Integer, &[]),
            (
                Type::Integer,
                Type::Number,
                &["expected integer, written as number"],
            ),
            (Type::String, modes(&["a"]), &[]),
            (
                modes(&["a"]),
                Type::String,
                &["expected \"a\", written as string"],
            ),
            (modes(&["a", "b"]), modes(&["b"]), &[]),
            (
                modes(&["a"]),
                modes(&["a", "b", "c"]),
                &["expected \"a\", may also be \"b\" or \"c\""],
            ),
            (optional(Type::Integer), Type::Integer, &[]),
            (optional(Type::Number), optional(Type::Integer), &[]),
            (
                Type::Integer,
                optional(Type::Integer),
                &["expected integer, written as optional integer"],
            ),
            (optional(Type::Integer), Type::Null, &[]),
            (
                list(Type::Integer),
                list(Type::String),
                &["`[]`: expected integer, written as string"],
            ),
            (
                list(Type::Integer),
                Type::Integer,
                &["expected list of integer, written as integer"],
            ),
            (
                Type::any_struct(),
                Type::struct_of([("a", Type::Null)]),
                &[],
            ),
            (
                Type::Map(Box::new(Type::Number)),
                Type::struct_of([("a", Type::Integer), ("b", Type::String)]),
                &["`b`: expected number, written as string"],
            ),
            (
                Type::struct_of([("a", Type::Integer)]),
                Type::Map(Box::new(Type::String)),
                &["`a`: expected integer, written as string"],
            ),
            (Type::Json, Type::Integer, &[]),
            (Type::Integer, Type::Json, &[]),
        ];
        for (reader, written, expected) in table {
            assert_eq!(reader.differences(written), *expected, "{reader} {written}");
        }
    }

    #[test]
    fn columns_are_named_with_their_place() {
        let point = Type::struct_of([("x", Type::Integer), ("y", Type::Integer)]);
        let flat = Type::struct_of([("x", Type::Number)]);
        let reader = Type::struct_of([("id", Type::Integer), ("points", list(point))]);
        let written = Type::struct_of([("points", list(flat)), ("more", Type::Null)]);
        let expected = [
            "`id` is missing",
            "`points[].x`: expected integer, written as number",
            "`points[].y` is missing",
        ];
        assert_eq!(reader.differences(&written), expected);
    }

    #[test]
    fn only_fields_that_need_a_value_are_missed() {
        let fields = [
            field("needed", optional(Type::Integer), true),
            field("defaulted", Type::Integer, false),
            field("optional", optional(Type::Integer), false),
        ];
        let reader = Type::Struct(fields.into_iter().collect());
        let written = Type::Struct(std::iter::empty().collect());
        assert_eq!(reader.differences(&written), ["`needed` is missing"]);
    }

    fn types() -> impl Strategy<Value = Type> {
        let leaf = prop_oneof![
            Just(Type::Null),
            Just(Type::Boolean),
            Just(Type::Integer),
            Just(Type::Number),
            Just(Type::String),
            Just(Type::Enum(vec!["a".into(), "b".into()])),
            Just(Type::Enum(vec!["b".into()])),
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            let name = prop::sample::select(vec!["a", "b", "c", "d"]);
            let fields = prop::collection::btree_map(name, (inner.clone(), any::<bool>()), 0..4);
            let fields = fields.prop_map(|fields| {
                let fields = fields.into_iter();
                fields
                    .map(|(name, (ty, required))| field(name, ty, required))
                    .collect()
            });
            prop_oneof![
                inner.clone().prop_map(list),
                inner.clone().prop_map(Type::into_optional),
                inner.prop_map(|value| Type::Map(Box::new(value))),
                fields.prop_map(Type::Struct),
            ]
        })
    }

    /// A value that a writer of the type writes, with all that may be there if `full`, else with nothing of it.
    fn value(ty: &Type, full: bool) -> serde_json::Value {
        use serde_json::json;
        match ty {
            Type::Null => json!(null),
            Type::Boolean => json!(true),
            Type::Integer => json!(7),
            Type::Number => json!(0.5),
            Type::String => json!("text"),
            Type::Enum(variants) => json!(variants[0]),
            Type::Optional(_) if !full => json!(null),
            Type::Optional(inner) => value(inner, full),
            Type::List(_) | Type::Map(_) if !full => match ty {
                Type::List(_) => json!([]),
                _ => json!({}),
            },
            Type::List(item) => json!([value(item, full)]),
            Type::Map(item) => json!({ "k": value(item, full) }),
            Type::Struct(fields) => {
                let fields = fields.iter();
                fields
                    .map(|field| (field.name.clone(), value(&field.ty, full)))
                    .collect()
            }
            Type::Json | Type::Artifact(_) => json!(null),
        }
    }

    /// A struct in which each field that needs a value has one.
    fn has_all(ty: &Type, value: &serde_json::Value) -> bool {
        match (ty, value) {
            (Type::Struct(fields), serde_json::Value::Object(object)) => {
                fields.iter().all(|field| match object.get(&field.name) {
                    Some(value) => has_all(&field.ty, value),
                    None => !field.required,
                })
            }
            (Type::List(item), serde_json::Value::Array(items)) => {
                items.iter().all(|value| has_all(item, value))
            }
            (Type::Map(item), serde_json::Value::Object(object)) => {
                object.values().all(|value| has_all(item, value))
            }
            (Type::Optional(inner), value) => value.is_null() || has_all(inner, value),
            _ => true,
        }
    }

    /// A map promises no keys.
    fn reads_maps(ty: &Type) -> bool {
        match ty {
            Type::Map(_) => true,
            Type::List(inner) | Type::Optional(inner) => reads_maps(inner),
            Type::Struct(fields) => fields.iter().any(|field| reads_maps(&field.ty)),
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn a_type_does_not_differ_from_itself(ty in types()) {
            prop_assert_eq!(ty.differences(&ty), Vec::<String>::new());
        }

        #[test]
        fn what_does_not_differ_can_be_read(reader in types(), written in types(), full: bool) {
            if reader.differences(&written).is_empty() && !reads_maps(&written) {
                let value = value(&written, full);
                let json = Json::of(&value).unwrap();
                prop_assert!(reader.admit(&json).is_ok(), "{:?} {}", reader, json);
                prop_assert!(has_all(&reader, &value), "{:?} {}", reader, json);
            }
        }

        #[test]
        fn what_cannot_be_read_differs(reader in types(), written in types()) {
            let value = value(&written, true);
            let json = Json::of(&value).unwrap();
            if reader.admit(&json).is_err() || !has_all(&reader, &value) && !reads_maps(&written) {
                prop_assert_ne!(reader.differences(&written), Vec::<String>::new(), "{}", json);
            }
        }

        #[test]
        fn more_fields_are_no_difference(ty in types(), more in types()) {
            if let Type::Struct(fields) = &ty {
                let more = field("more", more, true);
                let wider = Type::Struct(fields.iter().cloned().chain([more]).collect());
                prop_assert_eq!(ty.differences(&wider), Vec::<String>::new());
                prop_assert_eq!(wider.differences(&ty).len(), 1);
            }
        }
    }
}
