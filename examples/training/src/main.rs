//! A pipeline that trains models of several kinds side by side, and keeps the best one.

mod curve;
mod data;
mod model;
mod random;
mod report;

use data::{Penguin, Sample, Sex};
use model::Classifier;
use pipewright::prelude::*;
use random::random;
use smartcore::metrics::roc_auc_score;
use std::error::Error;

type Samples = Dataset<Csv<Sample>>;
type Trained = Model<Json<Classifier>>;

#[derive(Outputs)]
struct Parts {
    /// Six of ten samples, to learn from.
    train: Samples,
    /// Two of ten, to choose a model with.
    validation: Samples,
    /// Two of ten, to tell how good the chosen one is.
    test: Samples,
}

/// Splits the penguins that were measured as a whole into three parts.
#[component]
fn split(
    data: Dataset<Csv<Penguin>>,
    /// The same seed splits the same data in the same way.
    seed: u64,
) -> Result<Parts, Box<dyn Error>> {
    let mut parts = [Dataset::create()?, Dataset::create()?, Dataset::create()?];
    let mut state = seed;
    for row in data.rows()? {
        if let Some(sample) = Sample::of(&row?) {
            let part = match random(&mut state) % 10 {
                0..6 => 0,
                6 | 7 => 1,
                _ => 2,
            };
            parts[part].write(&sample)?;
        }
    }
    let [train, validation, test] = parts;
    Ok(Parts {
        train,
        validation,
        test,
    })
}

/// Trains a logistic regression.
#[component]
fn train_logistic(
    train: Samples,
    /// A larger one keeps the coefficients smaller.
    #[default(0.5)]
    penalty: f64,
) -> Result<Trained, Box<dyn Error>> {
    let model = Classifier::logistic(&train.read()?, penalty)?;
    trained("logistic regression", &model)
}

/// Trains a decision tree.
#[component]
fn train_tree(train: Samples, #[default(4)] depth: u16) -> Result<Trained, Box<dyn Error>> {
    let model = Classifier::tree(&train.read()?, depth)?;
    trained("decision tree", &model)
}

/// Keeps all samples: the nearest ones vote.
#[component]
fn train_neighbors(
    train: Samples,
    /// How many vote.
    #[default(5)]
    count: usize,
) -> Result<Trained, Box<dyn Error>> {
    let model = Classifier::neighbors(&train.read()?, count)?;
    trained("nearest neighbors", &model)
}

/// A model that says by which method it was made.
fn trained(method: &str, model: &Classifier) -> Result<Trained, Box<dyn Error>> {
    let mut made = Trained::from_value(model)?;
    made.set("method", method);
    Ok(made)
}

#[derive(Outputs)]
struct Evaluation {
    metrics: Metrics,
    classification: ClassificationMetrics,
    accuracy: f64,
}

/// Tells how good a model is.
#[component]
fn evaluate(model: Trained, samples: Samples) -> Result<Evaluation, Box<dyn Error>> {
    let samples = samples.read()?;
    if !Sex::ALL
        .iter()
        .all(|sex| samples.iter().any(|sample| sample.sex == *sex))
    {
        return Err("expected samples of both sexes to evaluate with".into());
    }
    let probabilities = model.read()?.probabilities(&samples)?;
    let mut classification = ClassificationMetrics::new();
    classification.set_categories(Sex::ALL.map(Sex::name))?;
    for (sample, probability) in samples.iter().zip(&probabilities) {
        let predicted = if *probability > 0.5 {
            Sex::Male
        } else {
            Sex::Female
        };
        classification.log_confusion(sample.sex.name(), predicted.name());
    }
    curve::log(&mut classification, &samples, &probabilities);

    let matrix = classification.confusion_matrix();
    let count = |actual: Sex, predicted: Sex| matrix[actual as usize][predicted as usize] as f64;
    let (right, missed) = (count(Sex::Male, Sex::Male), count(Sex::Male, Sex::Female));
    let accuracy = (right + count(Sex::Female, Sex::Female)) / samples.len() as f64;
    let males: Vec<f64> = samples
        .iter()
        .map(|sample| f64::from(sample.sex as u8))
        .collect();
    let mut metrics = Metrics::new();
    metrics
        .log("accuracy", accuracy)
        .log("auc", roc_auc_score(&males, &probabilities))
        .log("recall", right / (right + missed));
    if let Some(method) = model.get::<String>("method")? {
        metrics.set("method", method);
    }
    Ok(Evaluation {
        metrics,
        classification,
        accuracy,
    })
}

/// Writes a page about all models and the chosen one.
#[component]
fn write_report(
    /// Metrics of all models on the same data.
    candidates: Vec<Metrics>,
    metrics: Metrics,
    classification: ClassificationMetrics,
) -> Result<Html, Box<dyn Error>> {
    let page = report::page(&candidates, &metrics, &classification)?;
    Ok(Html::from_text(page)?)
}

#[derive(Outputs)]
struct Training {
    model: Trained,
    metrics: Metrics,
    classification: ClassificationMetrics,
    report: Html,
}

/// Trains three models that tell male penguins from female ones, and keeps the one with the highest accuracy.
#[pipeline]
fn training(
    /// The penguins.
    data: Dataset<Csv<Penguin>>,
    /// Decides how the data is split.
    #[default(1)]
    seed: u64,
) -> Training {
    let parts = split(data, seed);
    let models = [
        train_logistic(parts.train),
        train_tree(parts.train),
        train_neighbors(parts.train),
    ];
    let found = models.map(|model| evaluate(model, parts.validation));

    let [logistic, tree, neighbors] = found.map(|found| found.accuracy);
    let model = if logistic >= tree && logistic >= neighbors {
        models[0]
    } else if tree >= neighbors {
        models[1]
    } else {
        models[2]
    };

    let best = evaluate(model, parts.test);
    let candidates = found.map(|found| found.metrics);
    TrainingHandles {
        model,
        metrics: best.metrics,
        classification: best.classification,
        report: write_report(candidates, best.metrics, best.classification),
    }
}

fn main() -> ExitCode {
    pipewright::main()
}

#[cfg(test)]
mod tests {
    use super::*;
    use data::Species;

    /// The penguins that come with the example.
    fn penguins() -> Dataset<Csv<Penguin>> {
        Dataset::from_file(concat!(env!("CARGO_MANIFEST_DIR"), "/data/penguins.csv")).unwrap()
    }

    #[test]
    fn the_parts_are_all_that_was_measured() {
        let data = penguins();
        let measured = data
            .rows()
            .unwrap()
            .filter_map(|row| Sample::of(&row.unwrap()))
            .count();
        let parts = split::call(data, 1).unwrap();
        let [train, validation, test] =
            [&parts.train, &parts.validation, &parts.test].map(|part| part.read().unwrap().len());
        assert_eq!((train + validation + test, measured), (333, 333));
        assert!((180..220).contains(&train), "{train}");
        assert!((50..90).contains(&validation), "{validation}");
    }

    #[test]
    fn the_seed_decides() {
        let train = |seed| split::call(penguins(), seed).unwrap().train.read().unwrap();
        assert_eq!(train(1), train(1));
        assert_ne!(train(1), train(2));
    }

    #[test]
    fn all_models_are_better_than_a_coin() {
        let parts = || split::call(penguins(), 1).unwrap();
        for model in [
            train_logistic::call(parts().train, 0.5),
            train_tree::call(parts().train, 4),
            train_neighbors::call(parts().train, 5),
        ] {
            let found = evaluate::call(model.unwrap(), parts().validation).unwrap();
            assert!(found.accuracy > 0.8, "{:?}", found.metrics);
            assert_eq!(found.metrics.get("accuracy"), Some(found.accuracy));
            let curve = found.classification.roc_curve();
            let ends = [&curve[0], &curve[curve.len() - 1]];
            assert_eq!(ends.map(|point| point.true_positive_rate), [0.0, 1.0]);
        }
    }

    #[test]
    fn a_model_needs_both_sexes_to_be_evaluated() {
        let model = || train_tree::call(split::call(penguins(), 1).unwrap().train, 4).unwrap();
        let one = Sample {
            species: Species::Adelie,
            bill_length_mm: 39.1,
            bill_depth_mm: 18.7,
            flipper_length_mm: 181.0,
            body_mass_g: 3750.0,
            sex: Sex::Male,
        };
        for samples in [vec![], vec![one]] {
            let samples = Dataset::from_rows(&samples).unwrap();
            let error = evaluate::call(model(), samples).err().unwrap().to_string();
            assert_eq!(error, "expected samples of both sexes to evaluate with");
        }
    }

    #[test]
    fn the_report_names_all_models() {
        let candidates = ["tree", "<b>"].map(|method| {
            let mut metrics = Metrics::new();
            metrics.log("accuracy", 0.5).set("method", method);
            metrics
        });
        let report = write_report::call(
            candidates.into(),
            Metrics::new(),
            ClassificationMetrics::new(),
        );
        let page = report.unwrap().read().unwrap();
        assert!(
            page.contains("<tr><td>tree<td>0.5000<td>\n<tr><td>&lt;b><td>0.5000"),
            "{page}"
        );
    }
}
