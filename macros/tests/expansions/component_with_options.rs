/// Trains a model.
#[component(image = "registry.example/train:1", cpu = "500m", memory = 2, timeout = "10m", retries = 3, env(LEVEL = "info"))]
#[allow(clippy::unused_async)]
async fn train(
    /// Rows of numbers.
    data: Vec<f64>,
    #[default(10)] epochs: u32,
    r#type: Option<String>,
) -> Result<Model, TrainingError> {
    fit(data, epochs, r#type).await
}

#[component(name = "clean-up", cpu = 2, retries = 3, env(LEVEL = "info", MODE = "fast"), cache = "24h")]
fn clean() {}
