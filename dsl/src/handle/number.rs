use super::value::Value;
use crate::record::{self, Operand};
use pipewright_ir::function::{Function, Method};
use pipewright_ir::graph::Location;
use pipewright_ir::types::Type;

macro_rules! integers {
    ($($ty:ty),*) => {$(
        /// Conversion of an integer that is known when the pipeline runs.
        impl Value<$ty> {
            /// The nearest number with a fraction, as `as f64` gives it.
            ///
            /// # Errors
            /// An integer past `i64::MAX` fails what needs the value on Argo.
            #[track_caller]
            pub fn as_f64(self) -> Value<f64> {
                convert(self, Method::AsF64, Type::Number, &Location::caller())
            }
        }
    )*};
}

integers!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

macro_rules! floats {
    ($($ty:ty),*) => {$(
        /// Conversion of a number with a fraction that is known when the pipeline runs.
        impl Value<$ty> {
            /// The number without its fraction, as `as i64` gives it: past the ends of `i64` it is the end.
            #[track_caller]
            pub fn as_i64(self) -> Value<i64> {
                convert(self, Method::AsI64, Type::Integer, &Location::caller())
            }
        }
    )*};
}

floats!(f32, f64);

fn convert<T, U>(value: Value<T>, method: Method, ty: Type, at: &Location) -> Value<U> {
    let arguments = vec![Operand::Value(value.reference)];
    Value::new(record::apply(Function::Method(method), arguments, ty, at))
}
