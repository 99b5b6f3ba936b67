//! Types of rows as schemas of Arrow, and back.

use arrow_schema::{DataType, Field, FieldRef, Fields};
use pipewright_ir::types::{self, Type};
use std::sync::Arc;

/// The columns of a type of rows.
///
/// # Errors
/// All columns of no known type.
pub(super) fn columns(row: &Type) -> Result<Vec<FieldRef>, String> {
    let Type::Struct(fields) = row else {
        return Err(format!(
            "a row of Parquet is a struct with a field for each column, no {row}: {HELP}"
        ));
    };
    let mut wrong = vec![];
    let columns = fields.iter().filter_map(|field| {
        let column = column(&field.name, &field.ty);
        if column.is_none() {
            wrong.push(format!("`{}` ({})", field.name, field.ty));
        }
        // What has a default need not be written.
        column.map(|column| match field.required {
            true => Arc::new(column),
            false => Arc::new(column.with_nullable(true)),
        })
    });
    let columns: Vec<FieldRef> = columns.collect();
    match (wrong.as_slice(), columns.is_empty()) {
        ([], true) => Err("a row of Parquet has at least one column".into()),
        ([], false) => Ok(columns),
        (wrong, _) => {
            let wrong = wrong.join(", ");
            Err(format!("Parquet has no columns for {wrong}: {HELP}"))
        }
    }
}

const HELP: &str = "use `JsonLines`, or give the row other fields";

/// A column of a type; `None` if values of the type have none.
fn column(name: &str, ty: &Type) -> Option<Field> {
    let (ty, is_nullable) = match ty {
        Type::Optional(inner) => (&**inner, true),
        ty => (ty, false),
    };
    let ty = match ty {
        Type::Boolean => DataType::Boolean,
        Type::Integer => DataType::Int64,
        Type::Number => DataType::Float64,
        Type::String | Type::Enum(_) => DataType::Utf8,
        Type::List(item) => DataType::List(Arc::new(column("item", item)?)),
        Type::Map(value) => {
            let key = Field::new("key", DataType::Utf8, false);
            let entry = Fields::from(vec![key, column("value", value)?]);
            let entries = Field::new("entries", DataType::Struct(entry), false);
            DataType::Map(Arc::new(entries), false)
        }
        Type::Struct(fields) if !fields.is_empty() => {
            let fields = fields.iter().map(|field| {
                let inner = column(&field.name, &field.ty)?;
                let is_nullable = inner.is_nullable() || !field.required;
                Some(inner.with_nullable(is_nullable))
            });
            DataType::Struct(fields.collect::<Option<Vec<_>>>()?.into())
        }
        // An option in an option has no type of its own.
        Type::Struct(_) | Type::Null | Type::Json | Type::Artifact(_) | Type::Optional(_) => {
            return None;
        }
    };
    Some(Field::new(name, ty, is_nullable))
}

/// The type of a file's rows, as far as it is known. Columns that may be null by the schema are in most files never null, so
/// they are taken for such ones: a null is an error of its row.
pub(super) fn rows(columns: &Fields) -> Type {
    let field = |field: &FieldRef| types::Field {
        name: field.name().clone(),
        ty: of(field.data_type()),
        required: true,
    };
    Type::Struct(columns.iter().map(field).collect())
}

fn of(ty: &DataType) -> Type {
    match ty {
        DataType::Boolean => Type::Boolean,
        ty if ty.is_integer() => Type::Integer,
        ty if ty.is_floating() => Type::Number,
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => Type::String,
        DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, _) => {
            Type::List(Box::new(of(item.data_type())))
        }
        DataType::Struct(fields) => rows(fields),
        DataType::Map(entries, _) => match entries.data_type() {
            DataType::Struct(entry) if entry.len() == 2 => {
                Type::Map(Box::new(of(entry[1].data_type())))
            }
            _ => Type::any_struct(),
        },
        DataType::Dictionary(_, value) => of(value),
        _ => Type::Json,
    }
}

/// The type of a reader in the terms of a file, which knows no enums.
pub(super) fn without_enums(ty: &Type) -> Type {
    let boxed = |inner: &Type| Box::new(without_enums(inner));
    match ty {
        Type::Enum(_) => Type::String,
        Type::List(inner) => Type::List(boxed(inner)),
        Type::Map(inner) => Type::Map(boxed(inner)),
        Type::Optional(inner) => Type::Optional(boxed(inner)),
        Type::Struct(fields) => {
            let fields = fields.iter().cloned().map(|field| types::Field {
                ty: without_enums(&field.ty),
                ..field
            });
            Type::Struct(fields.collect())
        }
        ty => ty.clone(),
    }
}
