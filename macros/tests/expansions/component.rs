/// Calculates the sum of two numbers.
#[component]
pub fn add(a: f64, b: f64) -> f64 {
    a + b
}
