//! The programs that hold the pipelines.

use std::collections::BTreeMap;
use std::sync::OnceLock;
use test_support::printed;

/// The packages that hold pipelines.
pub(crate) const PACKAGES: [&str; 8] = [
    "test-pipelines",
    "approval",
    "calculation",
    "conditional",
    "map-reduce",
    "recommender",
    "recursion",
    "sub-pipelines",
];

/// The names of a program's pipelines.
pub(crate) fn pipelines(package: &str) -> Vec<String> {
    let list = printed(package, &["list"]);
    list.lines()
        .filter_map(|line| Some(line.split_whitespace().next()?.to_owned()))
        .collect()
}

/// The types of a pipeline's inputs and outputs, as it describes them.
pub(crate) struct Signature {
    inputs: BTreeMap<String, String>,
    outputs: BTreeMap<String, String>,
}

impl Signature {
    /// That of a pipeline.
    pub(crate) fn of(package: &'static str, pipeline: &'static str) -> &'static Self {
        static KNOWN: OnceLock<std::sync::Mutex<BTreeMap<(&str, &str), &'static Signature>>> =
            OnceLock::new();
        let mut known = KNOWN
            .get_or_init(Default::default)
            .lock()
            .expect("no reader panics");
        known.entry((package, pipeline)).or_insert_with(|| {
            let text = printed(package, &["describe", pipeline, "--json"]);
            let description: serde_json::Value =
                serde_json::from_str(&text).expect("the description is JSON");
            let types = |key: &str| {
                let items = description[key]
                    .as_array()
                    .expect("the description has lists");
                let item =
                    |item: &serde_json::Value| (string(&item["name"]), string(&item["type"]));
                items.iter().map(item).collect()
            };
            Box::leak(Box::new(Self {
                inputs: types("inputs"),
                outputs: types("outputs"),
            }))
        })
    }

    pub(crate) fn input_is_text(&self, name: &str) -> bool {
        is_text(self.input(name))
    }

    pub(crate) fn input_is_number(&self, name: &str) -> bool {
        self.input(name).trim_start_matches("optional ") == "number"
    }

    fn input(&self, name: &str) -> &str {
        let input = self.inputs.get(name);
        input.unwrap_or_else(|| panic!("the pipeline has no input `{name}`: {:?}", self.inputs))
    }

    pub(crate) fn output_is_text(&self, name: &str) -> bool {
        is_text(&self.outputs[name])
    }
}

fn string(value: &serde_json::Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Whether the values of a described type are texts: strings, and enums, which are listed in quotes.
fn is_text(ty: &str) -> bool {
    let ty = ty.strip_prefix("optional ").unwrap_or(ty);
    ty == "string" || ty.starts_with('"')
}
