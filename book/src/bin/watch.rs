//! The program of the guide's first page.

use pipewright::prelude::*;

/// Calculates the mean of some measurements.
#[component]
fn mean(values: Vec<f64>) -> Result<f64, String> {
    if values.is_empty() {
        return Err("there are no measurements".into());
    }
    Ok(values.iter().sum::<f64>() / values.len() as f64)
}

/// Warns about a mean.
#[component]
fn warn(mean: f64, limit: f64) -> String {
    println!("the mean is too high");
    format!("{mean} is {} too high", mean - limit)
}

/// Looks whether measurements are too high.
#[pipeline]
fn watch(
    values: Vec<f64>,
    /// The highest mean that is fine.
    #[default(20.0)]
    limit: f64,
) -> String {
    let mean = mean(values);
    if mean > limit {
        warn(mean, limit)
    } else {
        format!("{mean} is fine")
    }
}

fn main() -> ExitCode {
    pipewright::main()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_is_between() {
        assert_eq!(mean::call(vec![1.0, 2.0]), Ok(1.5));
        assert!(mean::call(vec![]).is_err());
    }
}
