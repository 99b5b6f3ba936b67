//! Values as options of tasks.

use super::arithmetic::CalculableInteger;
use super::value::Value;
use pipewright_ir::options::{DisplayName, Given, ImageOption, QuantityOption};

#[diagnostic::do_not_recommend]
impl QuantityOption for Value<String> {
    fn __given(self) -> Given<String> {
        Given::Value(self.reference.into())
    }
}

#[diagnostic::do_not_recommend]
impl<T: CalculableInteger> QuantityOption for Value<T> {
    fn __given(self) -> Given<String> {
        Given::Value(self.reference.into())
    }
}

#[diagnostic::do_not_recommend]
impl ImageOption for Value<String> {
    fn __given(self) -> Given<String> {
        Given::Value(self.reference.into())
    }
}

#[diagnostic::do_not_recommend]
impl DisplayName for Value<String> {
    fn __given(self) -> Given<String> {
        Given::Value(self.reference.into())
    }
}
