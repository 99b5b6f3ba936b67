//! Pipelines that are made of pipelines.

use pipewright::prelude::*;

/// Reads a table of numbers, one in a line.
#[component]
fn read(source: String) -> Vec<f64> {
    let hash = source
        .bytes()
        .fold(7_u32, |hash, byte| hash * 31 % 1_009 + u32::from(byte));
    (1..=8).map(|row| f64::from(hash * row % 97)).collect()
}

/// Leaves out what is too large.
#[component]
fn clean(numbers: Vec<f64>, largest: f64) -> Vec<f64> {
    numbers
        .into_iter()
        .filter(|number| *number <= largest)
        .collect()
}

#[derive(Outputs)]
struct Summary {
    mean: f64,
    count: usize,
}

/// Sums up a table.
#[component]
fn summarize(numbers: Vec<f64>) -> Summary {
    let count = numbers.len();
    Summary {
        mean: numbers.iter().sum::<f64>() / count.max(1) as f64,
        count,
    }
}

/// Loads and sums up one source.
#[pipeline]
fn load(
    source: String,
    /// Larger numbers are left out.
    #[default(90.0)]
    largest: f64,
) -> Summary {
    summarize(clean(read(source), largest))
}

/// Compares two sources.
#[component]
fn compare(left: f64, right: f64) -> String {
    match left.total_cmp(&right) {
        std::cmp::Ordering::Less => "the right one is larger".into(),
        std::cmp::Ordering::Equal => "both are the same".into(),
        std::cmp::Ordering::Greater => "the left one is larger".into(),
    }
}

#[derive(Outputs)]
struct Comparison {
    result: String,
    rows: usize,
}

/// Loads two sources side by side and compares them.
#[pipeline]
fn sub_pipelines(
    #[default("sales")] left: String,
    #[default("returns")] right: String,
) -> Comparison {
    let first = load(left).display_name("load left");
    let second = load(right, largest = 50.0)
        .display_name("load right")
        .retries(1);
    ComparisonHandles {
        result: compare(first.mean, second.mean),
        rows: first.count + second.count,
    }
}

fn main() -> ExitCode {
    pipewright::main()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_left_out() {
        assert_eq!(clean::call(vec![1.0, 60.0], 50.0), [1.0]);
    }

    #[test]
    fn nothing_has_a_mean() {
        assert_eq!(summarize::call(vec![]).mean, 0.0);
    }
}
