#[derive(Outputs)]
pub struct Division {
    /// How often the divisor fits.
    pub quotient: f64,
    pub remainder: f64,
}
