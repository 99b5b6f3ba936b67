use pipewright_ir::types::{Fields, Type};

/// Columns of a type of rows.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Columns {
    /// Those of a struct.
    Fields(Fields),
    /// Those of a map: any, with cells of one type.
    Any(Type),
}

impl Columns {
    /// The columns of a type.
    ///
    /// # Errors
    /// All columns that are no single values.
    pub(super) fn of(row: &Type) -> Result<Self, String> {
        match row {
            Type::Struct(fields) => {
                let wrong = fields.iter().filter(|field| !is_cell(&field.ty));
                let wrong: Vec<_> = wrong
                    .map(|field| format!("`{}` ({})", field.name, field.ty))
                    .collect();
                match wrong.as_slice() {
                    [] => Ok(Self::Fields(fields.clone())),
                    wrong => Err(format!("CSV has no cells for {}: {HELP}", wrong.join(", "))),
                }
            }
            Type::Map(cell) if is_cell(cell) => Ok(Self::Any((**cell).clone())),
            Type::Map(cell) => Err(format!("CSV has no cells for {cell}: {HELP}")),
            row => Err(format!(
                "a row of CSV is a struct with a field for each column, no {row}: {HELP}"
            )),
        }
    }

    /// Test for a column whose cell may be empty: it is then left out when it is read.
    pub(super) fn may_be_empty(&self, name: &str) -> bool {
        match self {
            Self::Fields(fields) => fields.get(name).is_none_or(|field| {
                field.ty.is_optional() || !field.required && !field.ty.is_text()
            }),
            Self::Any(cell) => cell.is_optional(),
        }
    }

    /// Test for a column whose empty cell is read as if there was no such column.
    pub(super) fn is_skipped_if_empty(&self, name: &str) -> bool {
        match self {
            Self::Fields(fields) => fields
                .get(name)
                .is_some_and(|field| !field.required && !field.ty.is_text()),
            Self::Any(_) => false,
        }
    }

    /// The columns that a header lacks.
    pub(super) fn missing(&self, header: &[String]) -> Vec<&str> {
        let Self::Fields(fields) = self else {
            return vec![];
        };
        let fields = fields.iter().filter(|field| field.required);
        let names = fields.map(|field| field.name.as_str());
        names
            .filter(|name| !header.iter().any(|column| column == name))
            .collect()
    }
}

const HELP: &str =
    "use `JsonLines` or `Parquet`, which have lists and structs, or give the row other fields";

fn is_cell(ty: &Type) -> bool {
    match ty {
        Type::Boolean | Type::Integer | Type::Number | Type::String | Type::Enum(_) => true,
        Type::Optional(inner) => is_cell(inner),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_without_cells_are_refused() {
        let list = Type::List(Box::new(Type::String));
        let row = Type::struct_of([
            ("id", Type::Integer),
            ("tags", list.clone()),
            ("point", Type::any_struct()),
            ("note", Type::String.into_optional()),
            ("nothing", Type::Null),
        ]);
        let wrong = Columns::of(&row).unwrap_err();
        let told = "CSV has no cells for `tags` (list of string), `point` (struct), `nothing` (nothing): use `JsonLines`";
        assert!(wrong.starts_with(told), "{wrong}");
        let wrong = Columns::of(&list).unwrap_err();
        assert!(
            wrong.starts_with(
                "a row of CSV is a struct with a field for each column, no list of string"
            ),
            "{wrong}"
        );
        assert!(Columns::of(&Type::any_struct()).is_err());
        assert!(Columns::of(&Type::Map(Box::new(Type::Number))).is_ok());
    }
}
