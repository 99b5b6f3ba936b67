use super::once;
use crate::artifact::contents::Json;
use crate::artifact::kind::{self, Kind};
use crate::artifact::{Content, Error, Metadata};
use serde::de::Deserializer;
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// How well a model tells classes apart: a ROC curve, and a confusion matrix.
///
/// The file is JSON in the form that Kubeflow Pipelines has: `confidenceMetrics`, a list of points with
/// `confidenceThreshold`, `recall` and `falsePositiveRate`, and `confusionMatrix`, with `annotationSpecs` and `rows`.
///
/// ```
/// use pipewright::artifact::ClassificationMetrics;
///
/// let mut metrics = ClassificationMetrics::new();
/// metrics.log_roc_curve(&[0.0, 0.1, 1.0], &[0.0, 0.8, 1.0], &[1.0, 0.5, 0.0])?;
/// metrics.set_categories(["cat", "dog"])?;
/// for (actual, predicted) in [("cat", "cat"), ("cat", "dog"), ("dog", "dog")] {
///     metrics.log_confusion(actual, predicted);
/// }
/// assert_eq!(metrics.categories(), ["cat", "dog"]);
/// assert_eq!(metrics.confusion_matrix(), [[1, 1], [0, 1]]);
/// assert_eq!(metrics.roc_curve()[1].true_positive_rate, 0.8);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct ClassificationMetrics {
    curve: Vec<RocPoint>,
    categories: Vec<String>,
    /// A row for each actual category, with a number for each predicted one.
    matrix: Vec<Vec<u64>>,
    metadata: Metadata,
    /// The file, once there has to be one.
    content: OnceLock<Json<Form>>,
}

/// A point of a ROC curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RocPoint {
    /// Confidence from which on something is taken for a positive.
    #[serde(rename = "confidenceThreshold")]
    pub threshold: f64,
    /// Share of the positives that are found: the recall.
    #[serde(rename = "recall")]
    pub true_positive_rate: f64,
    /// Share of the negatives that are taken for positives.
    #[serde(rename = "falsePositiveRate")]
    pub false_positive_rate: f64,
}

/// What the file holds.
#[doc(hidden)]
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Form {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    confidence_metrics: Vec<RocPoint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confusion_matrix: Option<Matrix>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Matrix {
    annotation_specs: Vec<Category>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Category {
    display_name: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Row {
    row: Vec<u64>,
}

impl ClassificationMetrics {
    /// New ones, none so far. They become an output when they are returned.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds points to the ROC curve: false positive rates, true positive rates, and the thresholds that they belong to. A
    /// number that is not finite, such as the threshold `inf`, is an error when the metrics are returned: JSON holds none.
    ///
    /// # Errors
    /// Lists of other lengths than each other.
    pub fn log_roc_curve(
        &mut self,
        false_positive_rates: &[f64],
        true_positive_rates: &[f64],
        thresholds: &[f64],
    ) -> Result<&mut Self, Error> {
        let lengths = [false_positive_rates, true_positive_rates, thresholds].map(<[f64]>::len);
        if lengths.iter().any(|length| *length != lengths[0]) {
            return Err(Error::without_path(format!(
                "a ROC curve has as many rates as thresholds: found {} false positive rates, {} true positive rates, {} thresholds",
                lengths[0], lengths[1], lengths[2]
            )));
        }
        let rates = false_positive_rates.iter().zip(true_positive_rates);
        for ((false_positives, true_positives), threshold) in rates.zip(thresholds) {
            self.log_roc_point(*false_positives, *true_positives, *threshold);
        }
        Ok(self)
    }

    /// Adds a point to the ROC curve. See [`log_roc_curve`](Self::log_roc_curve).
    pub fn log_roc_point(
        &mut self,
        false_positive_rate: f64,
        true_positive_rate: f64,
        threshold: f64,
    ) -> &mut Self {
        self.content.take();
        self.curve.push(RocPoint {
            threshold,
            true_positive_rate,
            false_positive_rate,
        });
        self
    }

    /// Sets the confusion matrix: a row for each actual category, with a number for each predicted one, both in the order of
    /// the categories.
    ///
    /// # Errors
    /// Another number of rows or of columns than of categories, and a category that occurs twice.
    pub fn log_confusion_matrix<C: Into<String>, R: Into<Vec<u64>>>(
        &mut self,
        categories: impl IntoIterator<Item = C>,
        rows: impl IntoIterator<Item = R>,
    ) -> Result<&mut Self, Error> {
        let categories = unique(categories)?;
        let rows: Vec<Vec<u64>> = rows.into_iter().map(Into::into).collect();
        let count = categories.len();
        if rows.len() != count {
            let found = rows.len();
            let message = format!("expected a row for each of {count} categories, found {found}");
            return Err(Error::without_path(message));
        }
        let wrong = rows.iter().zip(&categories);
        let wrong = wrong.filter(|(row, _)| row.len() != count);
        let wrong: Vec<_> = wrong
            .map(|(row, category)| format!("{} in the row of `{category}`", row.len()))
            .collect();
        if !wrong.is_empty() {
            let wrong = wrong.join(", ");
            let message = format!("expected a number for each of {count} categories, found {wrong}");
            return Err(Error::without_path(message));
        }
        self.content.take();
        (self.categories, self.matrix) = (categories, rows);
        Ok(self)
    }

    /// Sets the categories of the confusion matrix in their order, and all its numbers to zero.
    ///
    /// # Errors
    /// A category that occurs twice.
    pub fn set_categories<C: Into<String>>(
        &mut self,
        categories: impl IntoIterator<Item = C>,
    ) -> Result<&mut Self, Error> {
        let categories = unique(categories)?;
        self.content.take();
        self.matrix = vec![vec![0; categories.len()]; categories.len()];
        self.categories = categories;
        Ok(self)
    }

    /// Counts one more of an actual category that was predicted as another or the same one. A category that is new comes
    /// behind those that are known.
    pub fn log_confusion(&mut self, actual: &str, predicted: &str) -> &mut Self {
        self.content.take();
        let (row, column) = (self.category(actual), self.category(predicted));
        self.matrix[row][column] += 1;
        self
    }

    /// The points of the ROC curve, in the order in which they were logged.
    pub fn roc_curve(&self) -> &[RocPoint] {
        &self.curve
    }

    /// The categories of the confusion matrix.
    pub fn categories(&self) -> &[String] {
        &self.categories
    }

    /// The confusion matrix: a row for each actual category, with a number for each predicted one.
    pub fn confusion_matrix(&self) -> &[Vec<u64>] {
        &self.matrix
    }

    /// Metadata beside the metrics.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// Sets a value of the metadata beside the metrics. One that JSON cannot hold is an error when the metrics are returned.
    pub fn set(&mut self, key: impl Into<String>, value: impl Serialize) -> &mut Self {
        self.metadata.set(key, value);
        self
    }

    /// Index of a category.
    fn category(&mut self, name: &str) -> usize {
        let known = self.categories.iter().position(|known| known == name);
        known.unwrap_or_else(|| {
            self.matrix.iter_mut().for_each(|row| row.push(0));
            self.categories.push(name.into());
            self.matrix.push(vec![0; self.categories.len()]);
            self.categories.len() - 1
        })
    }
}

fn unique<C: Into<String>>(categories: impl IntoIterator<Item = C>) -> Result<Vec<String>, Error> {
    let categories: Vec<String> = categories.into_iter().map(Into::into).collect();
    let twice = categories.iter().enumerate();
    let mut twice = twice.filter(|(index, name)| categories[..*index].contains(name));
    match twice.next() {
        Some((_, name)) => Err(Error::without_path(format!("the category `{name}` occurs twice"))),
        None => Ok(categories),
    }
}

impl Kind for ClassificationMetrics {
    type Content = Json<Form>;
    const TITLE: &'static str = "system.ClassificationMetrics";
    const VERSION: &'static str = "0.0.1";

    fn content(&self) -> Result<&Self::Content, Error> {
        let name = |name: &String| Category {
            display_name: name.clone(),
        };
        let row = |row: &Vec<u64>| Row { row: row.clone() };
        let matrix = Matrix {
            annotation_specs: self.categories.iter().map(name).collect(),
            rows: self.matrix.iter().map(row).collect(),
        };
        let form = Form {
            confidence_metrics: self.curve.clone(),
            confusion_matrix: (!self.categories.is_empty()).then_some(matrix),
        };
        once::made(&self.content, &form)
    }

    fn metadata(&self) -> Metadata {
        self.metadata.clone()
    }

    fn assemble(content: Self::Content, metadata: Metadata) -> Result<Self, Error> {
        let form = content.read()?;
        let mut metrics = Self {
            curve: form.confidence_metrics,
            metadata,
            ..Self::default()
        };
        if let Some(matrix) = form.confusion_matrix {
            let names = matrix.annotation_specs.into_iter();
            let names = names.map(|category| category.display_name);
            let rows = matrix.rows.into_iter().map(|row| row.row);
            let logged = metrics.log_confusion_matrix(names, rows).map(drop);
            logged.map_err(|error| Error::new(content.data().path(), error.to_string()))?;
        }
        metrics.content = content.into();
        Ok(metrics)
    }
}

impl Serialize for ClassificationMetrics {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        kind::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for ClassificationMetrics {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        kind::deserialize(deserializer)
    }
}
