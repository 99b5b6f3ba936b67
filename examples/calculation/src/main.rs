//! Arithmetic as a pipeline: constants, parameters with defaults, named outputs.

use pipewright::prelude::*;

/// Calculates the sum of two numbers.
#[component]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

#[derive(Outputs)]
struct Division {
    /// How often the divisor fits.
    quotient: f64,
    /// What is left.
    remainder: f64,
}

/// Divides two numbers.
#[component]
fn divide(dividend: f64, divisor: f64) -> Result<Division, String> {
    if divisor == 0.0 {
        return Err(format!("cannot divide {dividend} by zero"));
    }
    Ok(Division {
        quotient: (dividend / divisor).floor(),
        remainder: dividend.rem_euclid(divisor),
    })
}

/// A toy pipeline that performs arithmetic calculations.
#[pipeline]
fn calculation(
    /// What the calculation starts from.
    a: f64,
    /// What the sum is divided by.
    #[default(7.0)]
    b: f64,
    /// What is added at the end.
    #[default(17.0)]
    c: f64,
) -> f64 {
    let sum = add(a, 4.0);
    let parts = divide(sum, b);
    add(parts.quotient, c)
}

fn main() -> ExitCode {
    pipewright::main()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divides() {
        let parts = divide::call(11.0, 4.0).unwrap();
        assert_eq!((parts.quotient, parts.remainder), (2.0, 3.0));
        assert_eq!(
            divide::call(1.0, 0.0).err().as_deref(),
            Some("cannot divide 1 by zero")
        );
    }
}
