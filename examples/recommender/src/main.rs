//! A recommender that is trained and published by three ready images.

use pipewright::prelude::*;

const MINIO_URL: &str = "http://minio-service.kubeflow.svc.cluster.local:9000";
const KAFKA_BROKERS: &str = "strimzi-kafka-brokers.boost.svc.cluster.local:9092";

/// Publishes new training data to the object store.
#[component]
fn update_data() -> Container {
    let image = "lightbend/recommender-data-update-publisher:0.2";
    with_minio(Container::new(image).command(["/opt/docker/bin/dataupdatepublisher"]))
        .env("KAFKA_BROKERS", KAFKA_BROKERS)
}

/// Trains the model on the data of the object store.
#[component(cpu = 2, memory = "4Gi")]
fn train() -> Container {
    with_minio(
        Container::new("lightbend/ml-tf-recommender:0.1").command(["python", "/app/train.py"]),
    )
}

/// Publishes the model to those who serve it.
#[component(retries = 2)]
fn publish_model() -> Container {
    let image = "lightbend/recommender-model-publisher:0.2";
    with_minio(Container::new(image).command(["/opt/docker/bin/modelpublisher"]))
        .env("KAFKA_BROKERS", KAFKA_BROKERS)
}

/// How all three reach the object store.
fn with_minio(container: Container) -> Container {
    container
        .env("MINIO_URL", MINIO_URL)
        .env("MINIO_KEY", "minio")
        .env("MINIO_SECRET", "minio123")
}

/// Trains a recommender on new data and publishes it.
#[pipeline]
fn recommender() {
    let data = update_data();
    let model = train().after(&data);
    publish_model().after(&model);
}

fn main() -> ExitCode {
    pipewright::main()
}
