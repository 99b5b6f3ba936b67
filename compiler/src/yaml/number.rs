//! Numbers.

use std::fmt::Write as _;

/// A number as serde gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    Unsigned(u64),
    Negative(i64),
    Float(f64),
}

impl From<u64> for Number {
    fn from(number: u64) -> Self {
        Self::Unsigned(number)
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        u64::try_from(number).map_or(Self::Negative(number), Self::Unsigned)
    }
}

impl From<f64> for Number {
    fn from(number: f64) -> Self {
        Self::Float(number)
    }
}

/// A float that JSON cannot hold.
#[derive(Debug)]
pub(super) struct NotFinite(pub(super) f64);

/// Appends a number in the form that YAML 1.1 and 1.2 share: an integer as its digits, a float with a point and, if it
/// has an exponent, with the sign of it.
pub(super) fn write(out: &mut String, number: &Number) -> Result<(), NotFinite> {
    let written = match *number {
        Number::Unsigned(number) => write!(out, "{number}"),
        Number::Negative(number) => write!(out, "{number}"),
        Number::Float(float) => return write_float(out, float),
    };
    debug_assert!(written.is_ok(), "a string takes any text");
    Ok(())
}

fn write_float(out: &mut String, float: f64) -> Result<(), NotFinite> {
    if !float.is_finite() {
        return Err(NotFinite(float));
    }
    let shortest = format!("{float:?}");
    let Some((mantissa, exponent)) = shortest.split_once('e') else {
        out.push_str(&shortest);
        return Ok(());
    };
    out.push_str(mantissa);
    if !mantissa.contains('.') {
        out.push_str(".0");
    }
    out.push('e');
    if !exponent.starts_with('-') {
        out.push('+');
    }
    out.push_str(exponent);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let table: [(Number, &str); 14] = [
            (0_u64.into(), "0"),
            ((-1_i64).into(), "-1"),
            (i64::MIN.into(), "-9223372036854775808"),
            (u64::MAX.into(), "18446744073709551615"),
            (0.0.into(), "0.0"),
            ((-0.0).into(), "-0.0"),
            (4.0.into(), "4.0"),
            (0.1.into(), "0.1"),
            (1e15.into(), "1000000000000000.0"),
            (1e21.into(), "1.0e+21"),
            (1.5e300.into(), "1.5e+300"),
            (1e-7.into(), "1.0e-7"),
            (f64::MAX.into(), "1.7976931348623157e+308"),
            (5e-324.into(), "5.0e-324"),
        ];
        for (number, expected) in table {
            let mut out = String::new();
            assert!(write(&mut out, &number).is_ok());
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn what_json_cannot_hold() {
        for float in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(matches!(
                write(&mut String::new(), &float.into()),
                Err(NotFinite(_))
            ));
        }
    }
}
