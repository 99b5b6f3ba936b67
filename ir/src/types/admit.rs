use super::ty::Type;
use crate::json::Json;
use serde_json::Value;

impl Type {
    /// A value that somebody wrote, in the one form of this type.
    ///
    /// ```
    /// use pipewright_ir::{json::Json, types::Type};
    /// let admit = |text: &str| Type::Number.admit(&Json::parse(text).unwrap());
    /// assert_eq!(admit("1.50").unwrap().as_str(), "1.5");
    /// assert_eq!(admit("true").unwrap_err(), "expected number");
    /// ```
    ///
    /// # Errors
    /// The expectation, for a value of another type.
    pub fn admit(&self, json: &Json) -> Result<Json, String> {
        let value: Value = json.to()?;
        if !self.fits(&value) {
            return Err(format!("expected {self}"));
        }
        match self {
            Self::Number => Json::of_type(&json.to::<f64>()?, &Self::Number),
            Self::Optional(inner) if !json.is_null() => inner.admit(json),
            _ => Ok(json.clone()),
        }
    }

    fn fits(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Null, Value::Null)
            | (Self::Boolean, Value::Bool(_))
            | (Self::Number, Value::Number(_))
            | (Self::String, Value::String(_))
            | (Self::Json, _)
            | (Self::Optional(_), Value::Null) => true,
            // One of more than 64 bits is read as a float, which is whole.
            (Self::Integer, Value::Number(number)) => {
                let number = number.as_f64().filter(|_| number.is_f64());
                number.is_none_or(|number| number.abs() >= 2_f64.powi(63))
            }
            // Names that a struct is read by need not be all that it is written with.
            (Self::Struct(fields), Value::Object(values)) => fields.iter().all(|field| {
                let value = values.get(&field.name);
                value.is_none_or(|value| field.ty.fits(value) || value.is_null() && !field.required)
            }),
            (Self::Map(element), Value::Object(values)) => {
                values.values().all(|value| element.fits(value))
            }
            (Self::Artifact(_), Value::Object(reference)) => {
                reference.get("uri").is_some_and(Value::is_string)
            }
            (Self::Enum(variants), Value::String(text)) => variants.contains(text),
            (Self::List(element), Value::Array(values)) => {
                values.iter().all(|value| element.fits(value))
            }
            (Self::Optional(inner), value) => inner.fits(value),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_fits_is_admitted() {
        let list = Type::List(Box::new(Type::Integer));
        let maybe = Type::Optional(Box::new(Type::String));
        let mode = Type::Enum(vec!["fast".into()]);
        let struct_of = Type::struct_of([("a", Type::Integer)]);
        let map = Type::Map(Box::new(Type::Integer));
        let table = [
            (&Type::Boolean, "true", true),
            (&Type::Boolean, "1", false),
            (&Type::Integer, "9007199254740993", true),
            (&Type::Integer, "1.0", false),
            (&Type::String, "\"a\"", true),
            (&Type::String, "null", false),
            (&list, "[1,2]", true),
            (&list, "[1,null]", false),
            (&maybe, "null", true),
            (&maybe, "\"a\"", true),
            (&maybe, "1", false),
            (&mode, "\"fast\"", true),
            (&mode, "\"slow\"", false),
            (&Type::any_struct(), "{}", true),
            (&Type::any_struct(), "[]", false),
            (&struct_of, "{\"a\":1,\"b\":2}", true),
            (&struct_of, "{\"a\":\"1\"}", false),
            (&struct_of, "[1]", false),
            (&map, "{\"a\":1}", true),
            (&map, "{\"a\":null}", false),
            (
                &Type::Integer,
                "340282366920938463463374607431768211455",
                true,
            ),
            (&Type::Json, "[null]", true),
        ];
        for (ty, text, fits) in table {
            let json = Json::parse(text).unwrap();
            assert_eq!(ty.admit(&json).is_ok(), fits, "{ty} {text}");
        }
    }
}
