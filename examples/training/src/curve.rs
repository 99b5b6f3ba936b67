//! The ROC curve.

use crate::data::{Sample, Sex};
use pipewright::prelude::*;

/// Logs how many males are found, and how many females taken for some, by the threshold of the probability.
pub(crate) fn log(metrics: &mut ClassificationMetrics, samples: &[Sample], probabilities: &[f64]) {
    let rate = |sex: Sex, threshold: f64| {
        let of_sex = samples
            .iter()
            .zip(probabilities)
            .filter(|(sample, _)| sample.sex == sex);
        let found: Vec<_> = of_sex
            .map(|(_, probability)| *probability >= threshold)
            .collect();
        found.iter().filter(|is_found| **is_found).count() as f64 / found.len() as f64
    };
    // No probability is above 1: there nothing is found.
    let mut thresholds = [&[2.0], probabilities].concat();
    thresholds.sort_by(|left, right| right.total_cmp(left));
    thresholds.dedup();
    for threshold in thresholds {
        metrics.log_roc_point(
            rate(Sex::Female, threshold),
            rate(Sex::Male, threshold),
            threshold,
        );
    }
}
