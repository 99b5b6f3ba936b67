//! Artifacts of all kinds and contents: each from task to task, out of a branch, and out of a loop into a list.

use crate::rows::{Row, rows};
use pipewright::artifact::{Content, Data, Error};
use pipewright::prelude::*;
use std::fs;
use std::io::{Read, Write};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Numbers of eight bytes: a content of one's own.
struct Floats(Data);

impl Content for Floats {
    const NAME: &'static str = "floats";
    const EXTENSION: &'static str = "f64";

    fn new(data: Data) -> Self {
        Self(data)
    }

    fn data(&self) -> &Data {
        &self.0
    }
}

/// A kind of one's own, with typed metadata.
#[derive(Artifact)]
#[artifact(title = "tests.Embeddings", version = "1.2.0")]
struct Embeddings {
    content: JsonLines<Vec<f64>>,
    dimensions: u32,
    language: Option<String>,
}

/// The components of one kind of artifact: one that makes it, and one that shows all of it. Pipelines take it from task to
/// task, out of a branch, and out of a loop into a list.
macro_rules! artifacts {
    ($ty:ty: $make:ident $show:ident $shows:ident, $chain:ident $branch:ident $loop:ident, $made:expr, $shown:expr) => {
        #[component]
        fn $make(number: i64) -> Result<$ty> {
            let make: fn(i64) -> Result<$ty> = $made;
            make(number)
        }

        #[component]
        fn $show(artifact: $ty) -> Result<String> {
            let show: fn(&$ty) -> Result<String> = $shown;
            show(&artifact)
        }

        #[component]
        fn $shows(list: Vec<$ty>) -> Result<Vec<String>> {
            let show: fn(&$ty) -> Result<String> = $shown;
            list.iter().map(show).collect()
        }

        #[pipeline]
        fn $chain(number: i64) -> String {
            $show($make(number))
        }

        #[pipeline]
        fn $branch(number: i64) -> String {
            let made = if number > 1 { $make(number) } else { $make(1) };
            $show(made)
        }

        #[pipeline]
        fn $loop(numbers: Vec<i64>) -> Vec<String> {
            $shows(numbers.map(|number| $make(number)))
        }
    };
}

artifacts!(Artifact: make_file show_file show_files, file_chain file_branch file_loop,
|number| {
    let mut file = Artifact::create()?;
    file.write_all(&[0, 10, 255])?;
    file.write_all(&number.to_le_bytes())?;
    file.set("number", number).set("text", "a \"b\" {{c}}");
    Ok(file)
},
|file| {
    let mut bytes = vec![];
    file.open()?.read_to_end(&mut bytes)?;
    Ok(format!("{bytes:?} {:?} {:?}", file.get::<i64>("number")?, file.get::<String>("text")?))
});

artifacts!(Artifact<Text>: make_text show_text show_texts, text_chain text_branch text_loop,
    |number| {
        let mut text = Artifact::create()?;
        for line in 0..number {
            writeln!(text, "line {line} {{{{=1+1}}}} \u{1f600}")?;
        }
        Ok(text)
    },
    |text| Ok(text.read()?));

artifacts!(Dataset<Json<Vec<Row>>>: make_json show_json show_jsons, json_chain json_branch json_loop,
    |number| Ok(Dataset::from_value(rows(number))?),
    |json| Ok(format!("{:?}", json.read()?)));

artifacts!(Dataset<JsonLines<Row>>: make_lines show_lines show_all_lines, lines_chain lines_branch lines_loop,
|number| {
    let mut lines = Dataset::create()?;
    lines.write_rows(rows(number))?;
    Ok(lines)
},
|lines| {
    let rows = lines.rows()?.collect::<std::result::Result<Vec<_>, Error>>()?;
    Ok(format!("{rows:?}"))
});

artifacts!(Dataset<Csv<Row>>: make_csv show_csv show_csvs, csv_chain csv_branch csv_loop,
|number| {
    let mut csv = Dataset::create()?;
    for row in rows(number) {
        csv.write(&row)?;
    }
    Ok(csv)
},
|csv| {
    let rows = csv.rows()?.collect::<std::result::Result<Vec<_>, Error>>()?;
    Ok(format!("{rows:?}"))
});

artifacts!(Model<Floats>: make_floats show_floats show_all_floats, floats_chain floats_branch floats_loop,
    |number| {
        let mut model = Model::<Floats>::create()?;
        let bytes: Vec<u8> = (0..number).flat_map(|n| (n as f64).to_le_bytes()).collect();
        fs::write(model.path(), bytes)?;
        model.set("framework", "none");
        Ok(model)
    },
    |model| Ok(format!("{} {:?}", fs::metadata(model.path())?.len(), model.get::<String>("framework")?)));

artifacts!(Metrics: make_metrics show_metrics show_all_metrics, metrics_chain metrics_branch metrics_loop,
    |number| {
        let mut metrics = Metrics::new();
        metrics.log("accuracy", 0.5);
        metrics.log("number", number as f64);
        Ok(metrics)
    },
    |metrics| Ok(format!("{:?} {:?}", metrics.get("accuracy"), metrics.get("number"))));

artifacts!(Html: make_html show_html show_htmls, html_chain html_branch html_loop,
    |number| Ok(Html::from_text(format!("<b>{number}</b>"))?),
    |html| Ok(html.read()?));

artifacts!(Markdown: make_markdown show_markdown show_markdowns, markdown_chain markdown_branch markdown_loop,
    |number| Ok(Markdown::from_text(format!("# {number}\n"))?),
    |markdown| Ok(markdown.read()?));

artifacts!(Embeddings: make_embeddings show_embeddings show_all_embeddings, embeddings_chain embeddings_branch embeddings_loop,
|number| {
    let mut content = JsonLines::create()?;
    for row in 0..number {
        content.write(&vec![row as f64, 0.25])?;
    }
    let language = (number > 2).then(|| "en".to_owned());
    Ok(Embeddings { content, dimensions: 2, language })
},
|embeddings| {
    let rows = embeddings.content.read()?;
    Ok(format!("{rows:?} {} {:?}", embeddings.dimensions, embeddings.language))
});

/// Folders: a list of them is only known by its length where the source tells it.
#[component]
fn make_tree(number: i64) -> Result<Dataset<Folder>> {
    let mut folder = Dataset::<Folder>::create()?;
    for index in 0..number {
        folder
            .create_file(format!("sub {index}/file"))?
            .write_all(&[index as u8])?;
    }
    fs::create_dir(folder.path().join("empty"))?;
    folder.set("number", number);
    Ok(folder)
}

#[component]
fn show_tree(folder: Dataset<Folder>) -> Result<String> {
    let mut names = vec![];
    for entry in folder.walk()? {
        names.push(entry?.path().display().to_string());
    }
    Ok(format!(
        "{} {:?}",
        names.join(", "),
        folder.get::<i64>("number")?
    ))
}

#[pipeline]
fn tree_chain(number: i64) -> String {
    show_tree(make_tree(number))
}

#[pipeline]
fn tree_branch(number: i64) -> String {
    let made = if number > 1 {
        make_tree(number)
    } else {
        make_tree(1)
    };
    show_tree(made)
}

#[pipeline]
fn tree_loop(numbers: Vec<i64>) -> Vec<String> {
    numbers.map(|number| show_tree(make_tree(number)))
}

/// The confusion matrix and the curve of a classification.
#[component]
fn make_classification(number: i64) -> Result<ClassificationMetrics> {
    let mut metrics = ClassificationMetrics::new();
    metrics.log_roc_curve(&[0.0, 0.5, 1.0], &[0.0, 0.75, 1.0], &[1.0, 0.5, 0.0])?;
    metrics.log_confusion_matrix(["no", "yes"], [[number as u64, 1], [2, 3]])?;
    Ok(metrics)
}

#[component]
fn show_classification(metrics: ClassificationMetrics) -> Result<String> {
    Ok(format!(
        "{:?} {:?} {}",
        metrics.categories(),
        metrics.confusion_matrix(),
        metrics.roc_curve().len()
    ))
}

#[pipeline]
fn classification_chain(number: i64) -> String {
    show_classification(make_classification(number))
}
