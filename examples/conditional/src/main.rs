//! A pipeline that goes one of three ways, depending on what a task finds.

use pipewright::prelude::*;

/// Draws a number from 0 to 100.
#[component]
fn draw(
    /// The same seed draws the same number.
    seed: u64,
) -> i64 {
    // SplitMix64: every bit of the seed counts.
    let mut bits = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((bits ^ (bits >> 31)) % 101) as i64
}

/// Says that a number is small.
#[component]
fn small(number: i64) -> String {
    format!("{number} is small")
}

/// Says that a number is of medium size.
#[component]
fn medium(number: i64) -> String {
    format!("{number} is medium")
}

/// Says that a number is large.
#[component]
fn large(number: i64) -> String {
    format!("{number} is large")
}

/// Prints a message.
#[component]
fn show(message: String) {
    println!("{message}");
}

/// Draws a number and tells its size.
#[pipeline]
fn conditional(
    /// Decides which number is drawn.
    #[default(42)]
    seed: u64,
) -> String {
    let number = draw(seed);
    let message = if number > 10 && number < 50 {
        medium(number)
    } else if number <= 10 {
        small(number)
    } else {
        large(number)
    };
    show(message);
    message
}

fn main() -> ExitCode {
    pipewright::main()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_from_0_to_100() {
        let numbers: Vec<i64> = (0..10_000).map(draw::call).collect();
        assert_eq!(
            (numbers.iter().min(), numbers.iter().max()),
            (Some(&0), Some(&100))
        );
    }
}
