//! Trains until a model is good enough: a pipeline that calls itself.

use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

/// A line through the origin, and how far it is from the data.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Fields)]
struct Model {
    slope: f64,
    /// Mean of the squared errors.
    loss: f64,
}

const DATA: [(f64, f64); 4] = [(1.0, 2.1), (2.0, 3.9), (3.0, 6.2), (4.0, 7.8)];

impl Model {
    fn of(slope: f64) -> Self {
        let errors = DATA.map(|(x, y)| (slope * x - y).powi(2));
        Self {
            slope,
            loss: errors.iter().sum::<f64>() / errors.len() as f64,
        }
    }
}

/// A model that knows nothing.
#[component]
fn start() -> Model {
    Model::of(0.0)
}

/// One step down the slope of the loss.
#[component]
fn train(model: Model, rate: f64) -> Model {
    let gradients = DATA.map(|(x, y)| 2.0 * x * (model.slope * x - y));
    let gradient = gradients.iter().sum::<f64>() / gradients.len() as f64;
    Model::of(model.slope - rate * gradient)
}

/// A model, and how many rounds it took.
#[derive(Outputs)]
struct Trained {
    model: Model,
    rounds: u32,
}

/// Trains for one round, and for more if the model is not good enough.
#[pipeline]
fn improve(model: Model, wanted: f64, rounds: u32, #[default(20)] limit: u32) -> Trained {
    let better = train(model, 0.05);
    if better.loss > wanted && rounds < limit {
        improve(better, wanted, rounds + 1, limit = limit)
    } else {
        TrainedHandles {
            model: better,
            rounds,
        }
    }
}

/// Trains until the loss is small.
#[pipeline]
fn recursion(
    /// The loss that is good enough.
    #[default(0.05)]
    wanted: f64,
) -> Trained {
    improve(start(), wanted, 1)
}

fn main() -> ExitCode {
    pipewright::main()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_makes_it_better() {
        let first = start::call();
        assert!(train::call(first, 0.05).loss < first.loss);
    }
}
