#[component]
fn add<T>((a, b): (T, T), #[default(1)] times: u32) -> T {
    a + b
}
