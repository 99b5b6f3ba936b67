//! Numbers.

use std::fmt::Write as _;

use serde_yaml::Number;

use super::error::Reason;

/// Appends a number in the form that YAML 1.1 and 1.2 share: an integer as its digits, a float with a point and, if it
/// has an exponent, with the sign of it.
pub(super) fn write(out: &mut String, number: &Number) -> Result<(), Reason> {
    let written = match number.as_f64() {
        Some(float) if number.is_f64() => return write_float(out, float),
        _ => write!(out, "{number}"),
    };
    debug_assert!(written.is_ok(), "a string takes any text");
    Ok(())
}

fn write_float(out: &mut String, float: f64) -> Result<(), Reason> {
    if !float.is_finite() {
        return Err(Reason::NotFinite(float));
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
            (0.into(), "0"),
            ((-1).into(), "-1"),
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
                Err(Reason::NotFinite(_))
            ));
        }
    }
}
