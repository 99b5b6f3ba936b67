//! Models, which smartcore fits.

use crate::data::{Sample, Sex};
use serde::{Deserialize, Serialize};
use smartcore::algorithm::neighbour::KNNAlgorithmName;
use smartcore::error::Failed;
use smartcore::linalg::basic::arrays::Array;
use smartcore::linalg::basic::matrix::DenseMatrix;
use smartcore::linear::logistic_regression::{LogisticRegression, LogisticRegressionParameters};
use smartcore::metrics::distance::euclidian::Euclidian;
use smartcore::neighbors::knn_classifier::{KNNClassifier, KNNClassifierParameters};
use smartcore::tree::decision_tree_classifier::{
    DecisionTreeClassifier, DecisionTreeClassifierParameters,
};

type Matrix = DenseMatrix<f64>;
type Numbers = Vec<u32>;

/// A model that tells male penguins from female ones.
#[derive(Serialize, Deserialize)]
pub(crate) struct Classifier {
    scales: Vec<Scale>,
    method: Method,
}

/// A method with what it has learned.
#[derive(Serialize, Deserialize)]
enum Method {
    Logistic(LogisticRegression<f64, u32, Matrix, Numbers>),
    Tree(DecisionTreeClassifier<f64, u32, Matrix, Numbers>),
    Neighbors(KNNClassifier<f64, u32, Matrix, Numbers, Euclidian<f64>>),
}

/// Mean and deviation of a feature in the training data.
#[derive(Serialize, Deserialize)]
struct Scale {
    mean: f64,
    deviation: f64,
}

impl Classifier {
    /// A logistic regression. A larger penalty keeps the coefficients smaller.
    pub(crate) fn logistic(samples: &[Sample], penalty: f64) -> Result<Self, Failed> {
        Self::fit(samples, |x, y| {
            let parameters = LogisticRegressionParameters::default().with_alpha(penalty);
            LogisticRegression::fit(x, y, parameters).map(Method::Logistic)
        })
    }

    /// A decision tree.
    pub(crate) fn tree(samples: &[Sample], depth: u16) -> Result<Self, Failed> {
        Self::fit(samples, |x, y| {
            let parameters = DecisionTreeClassifierParameters::default().with_max_depth(depth);
            DecisionTreeClassifier::fit(x, y, parameters).map(Method::Tree)
        })
    }

    /// A vote of the samples that are nearest.
    pub(crate) fn neighbors(samples: &[Sample], count: usize) -> Result<Self, Failed> {
        Self::fit(samples, |x, y| {
            let parameters = KNNClassifierParameters::default()
                .with_algorithm(KNNAlgorithmName::LinearSearch)
                .with_k(count);
            KNNClassifier::fit(x, y, parameters).map(Method::Neighbors)
        })
    }

    fn fit(
        samples: &[Sample],
        method: impl FnOnce(&Matrix, &Numbers) -> Result<Method, Failed>,
    ) -> Result<Self, Failed> {
        let is_there = |sex| samples.iter().any(|sample| sample.sex == sex);
        if !Sex::ALL.into_iter().all(is_there) {
            return Err(Failed::fit("expected samples of both sexes"));
        }
        let features: Vec<_> = samples.iter().map(Sample::features).collect();
        let columns = 0..features[0].len();
        let scales: Vec<_> = columns.map(|column| Scale::of(&features, column)).collect();
        let y = samples.iter().map(|sample| sample.sex as u32).collect();
        let method = method(&scaled(&features, &scales)?, &y)?;
        Ok(Self { scales, method })
    }

    /// How likely each sample is a male, from 0 to 1.
    pub(crate) fn probabilities(&self, samples: &[Sample]) -> Result<Vec<f64>, Failed> {
        let features: Vec<_> = samples.iter().map(Sample::features).collect();
        let x = scaled(&features, &self.scales)?;
        let male = Sex::Male as usize;
        Ok(match &self.method {
            Method::Logistic(model) => {
                let probability = |row| {
                    let terms = (0..self.scales.len())
                        .map(|column| x.get((row, column)) * model.coefficients().get((0, column)));
                    let sum = terms.sum::<f64>() + model.intercept().get((0, 0));
                    1.0 / (1.0 + (-sum).exp())
                };
                (0..samples.len()).map(probability).collect()
            }
            Method::Tree(model) => {
                let found = model.predict_proba(&x)?;
                (0..samples.len())
                    .map(|row| *found.get((row, male)))
                    .collect()
            }
            Method::Neighbors(model) => {
                let found = model.predict_proba(&x)?;
                found.iter().map(|row| row[male]).collect()
            }
        })
    }
}

impl Scale {
    fn of(features: &[Vec<f64>], column: usize) -> Self {
        let count = features.len() as f64;
        let values = || features.iter().map(|row| row[column]);
        let mean = values().sum::<f64>() / count;
        let squares = values().map(|value| (value - mean) * (value - mean));
        let deviation = (squares.sum::<f64>() / count).sqrt();
        Self { mean, deviation }
    }

    fn apply(&self, value: f64) -> f64 {
        // What is the same everywhere tells nothing.
        match self.deviation > 0.0 {
            true => (value - self.mean) / self.deviation,
            false => 0.0,
        }
    }
}

/// Features of one size: distances and penalties would take grams for more than millimetres.
fn scaled(features: &[Vec<f64>], scales: &[Scale]) -> Result<Matrix, Failed> {
    let row = |row: &Vec<f64>| {
        let values = row.iter().zip(scales);
        values.map(|(value, scale)| scale.apply(*value)).collect()
    };
    let rows: Vec<Vec<f64>> = features.iter().map(row).collect();
    DenseMatrix::from_2d_vec(&rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Species;

    fn samples() -> Vec<Sample> {
        let sample = |number: u32| Sample {
            species: Species::Gentoo,
            bill_length_mm: if number < 5 { 40.0 } else { 50.0 } + f64::from(number),
            bill_depth_mm: 15.0,
            flipper_length_mm: 200.0,
            body_mass_g: 4000.0 + 100.0 * f64::from(number),
            sex: Sex::ALL[usize::from(number >= 5)],
        };
        (0..10).map(sample).collect()
    }

    #[test]
    fn all_methods_learn_what_is_plain() {
        let samples = samples();
        for model in [
            Classifier::logistic(&samples, 0.1),
            Classifier::tree(&samples, 2),
            Classifier::neighbors(&samples, 3),
        ] {
            let found = model.unwrap().probabilities(&samples).unwrap();
            let right = found
                .iter()
                .zip(&samples)
                .filter(|(probability, sample)| (**probability > 0.5) == (sample.sex == Sex::Male));
            assert_eq!(right.count(), samples.len(), "{found:?}");
        }
    }

    #[test]
    fn one_sex_teaches_nothing() {
        let error = Classifier::tree(&samples()[..5], 2).err();
        assert!(error.unwrap().to_string().contains("both sexes"));
    }
}
