//! Cells that are written: each a single value.

use super::wrong::Wrong;
use serde::ser::{Impossible, Serialize, SerializeMap, SerializeStruct, Serializer};
use std::borrow::Cow;

/// Cells of a row with the names of their columns.
pub(super) type Cells = Vec<(Cow<'static, str>, String)>;

/// The cells of a row.
///
/// # Errors
/// Cells that are no single values.
pub(super) fn cells<T: Serialize>(row: &T) -> Result<Cells, Wrong> {
    row.serialize(Row)
}

/// Serializer of a row: a struct, or a map.
struct Row;

/// Serializer of a cell.
#[derive(Clone, Copy)]
struct Cell {
    /// The cell may be nothing, which is empty.
    is_optional: bool,
}

const CELL: Cell = Cell { is_optional: false };

/// A row whose cells are collected.
#[derive(Default)]
struct Collected {
    cells: Cells,
    key: Option<String>,
}

impl Collected {
    fn add<T: Serialize + ?Sized>(
        &mut self,
        name: Cow<'static, str>,
        value: &T,
    ) -> Result<(), Wrong> {
        let cell = value.serialize(CELL).map_err(|wrong| wrong.at(&name))?;
        self.cells.push((name, cell));
        Ok(())
    }
}

impl SerializeStruct for Collected {
    type Ok = Cells;
    type Error = Wrong;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Wrong> {
        self.add(key.into(), value)
    }

    fn end(self) -> Result<Cells, Wrong> {
        Ok(self.cells)
    }
}

impl SerializeMap for Collected {
    type Ok = Cells;
    type Error = Wrong;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Wrong> {
        self.key = Some(key.serialize(CELL)?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Wrong> {
        let key = self.key.take().unwrap_or_default();
        self.add(key.into(), value)
    }

    fn end(mut self) -> Result<Cells, Wrong> {
        // Maps without an order have another one in each process.
        self.cells.sort_by(|(left, _), (right, _)| left.cmp(right));
        Ok(self.cells)
    }
}

macro_rules! refused {
    ($wrong:expr; $($method:ident($($argument:ty),*) -> $ok:ty;)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<$ok, Wrong> {
            Err($wrong)
        }
    )*};
}

/// Methods that a row and a cell refuse both.
macro_rules! refused_by_both {
    ($wrong:expr) => {
        type SerializeSeq = Impossible<Self::Ok, Wrong>;
        type SerializeTuple = Impossible<Self::Ok, Wrong>;
        type SerializeTupleStruct = Impossible<Self::Ok, Wrong>;
        type SerializeTupleVariant = Impossible<Self::Ok, Wrong>;
        type SerializeStructVariant = Impossible<Self::Ok, Wrong>;

        refused! { $wrong;
            serialize_bytes(&[u8]) -> Self::Ok;
            serialize_unit() -> Self::Ok;
            serialize_unit_struct(&'static str) -> Self::Ok;
            serialize_seq(Option<usize>) -> Self::SerializeSeq;
            serialize_tuple(usize) -> Self::SerializeTuple;
            serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
            serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
            serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
        }

        fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Self::Ok, Wrong> {
            value.serialize(self)
        }

        fn serialize_newtype_variant<T: Serialize + ?Sized>(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: &T,
        ) -> Result<Self::Ok, Wrong> {
            Err($wrong)
        }
    };
}

fn no_row() -> Wrong {
    Wrong::new("expected a struct with a field for each column")
}

fn no_cell() -> Wrong {
    Wrong::new("CSV has no cell for a list or a struct: use `JsonLines`")
}

impl Serializer for Row {
    type Ok = Cells;
    type Error = Wrong;
    type SerializeMap = Collected;
    type SerializeStruct = Collected;

    refused_by_both! { no_row() }

    refused! { no_row();
        serialize_bool(bool) -> Cells;
        serialize_i8(i8) -> Cells;
        serialize_i16(i16) -> Cells;
        serialize_i32(i32) -> Cells;
        serialize_i64(i64) -> Cells;
        serialize_u8(u8) -> Cells;
        serialize_u16(u16) -> Cells;
        serialize_u32(u32) -> Cells;
        serialize_u64(u64) -> Cells;
        serialize_f32(f32) -> Cells;
        serialize_f64(f64) -> Cells;
        serialize_char(char) -> Cells;
        serialize_str(&str) -> Cells;
        serialize_none() -> Cells;
        serialize_unit_variant(&'static str, u32, &'static str) -> Cells;
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Cells, Wrong> {
        value.serialize(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Collected, Wrong> {
        Ok(Collected::default())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Collected, Wrong> {
        Ok(Collected::default())
    }
}

macro_rules! printed {
    ($($method:ident: $ty:ty as $format:literal;)*) => {$(
        fn $method(self, value: $ty) -> Result<String, Wrong> {
            Ok(format!($format, value))
        }
    )*};
}

impl Serializer for Cell {
    type Ok = String;
    type Error = Wrong;
    type SerializeMap = Impossible<String, Wrong>;
    type SerializeStruct = Impossible<String, Wrong>;

    refused_by_both! { no_cell() }

    refused! { no_cell();
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct(&'static str, usize) -> Self::SerializeStruct;
    }

    printed! {
        serialize_bool: bool as "{}";
        serialize_i8: i8 as "{}";
        serialize_i16: i16 as "{}";
        serialize_i32: i32 as "{}";
        serialize_i64: i64 as "{}";
        serialize_i128: i128 as "{}";
        serialize_u8: u8 as "{}";
        serialize_u16: u16 as "{}";
        serialize_u32: u32 as "{}";
        serialize_u64: u64 as "{}";
        serialize_u128: u128 as "{}";
        // As few digits as tell the number apart from all others, and a point.
        serialize_f32: f32 as "{:?}";
        serialize_f64: f64 as "{:?}";
        serialize_char: char as "{}";
        serialize_str: &str as "{}";
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<String, Wrong> {
        Ok(variant.into())
    }

    fn serialize_none(self) -> Result<String, Wrong> {
        match self.is_optional {
            true => Err(nothing()),
            false => Ok(String::new()),
        }
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<String, Wrong> {
        let cell = value.serialize(Self { is_optional: true })?;
        match cell.is_empty() {
            true => Err(nothing()),
            false => Ok(cell),
        }
    }
}

fn nothing() -> Wrong {
    Wrong::new(
        "CSV cannot tell nothing from an empty text or a nothing that is there: use `JsonLines`, or no option",
    )
}
