use pipewright_ir::json::Json;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A pipeline, what it is given, and what has to come of it.
pub(crate) struct Case {
    /// The package of the program.
    pub(crate) program: &'static str,
    pub(crate) pipeline: &'static str,
    pub(crate) arguments: Vec<(&'static str, Json)>,
    /// Parameters as somebody writes them.
    pub(crate) written: Vec<(&'static str, &'static str)>,
    /// Parameters that are artifacts, with the texts in their files.
    pub(crate) files: Vec<(&'static str, Files)>,
    pub(crate) outputs: BTreeMap<String, Json>,
    /// Tasks that do not succeed. All others do.
    pub(crate) tasks: BTreeMap<String, End>,
    /// Those of them that the pipeline does not fail with.
    pub(crate) forgiven: BTreeSet<String>,
    /// Those of them whose inputs cannot be computed: they may not even start.
    pub(crate) early: BTreeSet<String>,
    /// How often tasks are tried; all others that run, once.
    pub(crate) tries: BTreeMap<String, usize>,
    /// Tasks, the first of which ends before the second starts.
    pub(crate) order: Vec<(&'static str, &'static str)>,
    /// Tasks with the names by which Argo shows them.
    pub(crate) shown: Vec<(&'static str, &'static str)>,
    /// Part of the message of a task.
    pub(crate) message: Option<&'static str>,
    /// It holds ready images, which do not run on this machine, or a parameter that is refused before anything runs here.
    pub(crate) argo_only: bool,
    /// Argo 3 cannot run it.
    pub(crate) since_4: bool,
}

/// Artifacts that a pipeline is given.
pub(crate) enum Files {
    One(&'static str),
    List(&'static [&'static str]),
}

impl Files {
    /// The value of the parameter, made of the place of each text.
    pub(crate) fn value(&self, mut place: impl FnMut(&str) -> String) -> String {
        match self {
            Self::One(text) => place(text),
            Self::List(texts) => {
                let places: Vec<String> = texts.iter().map(|text| place(text)).collect();
                json(places).to_string()
            }
        }
    }
}

/// How a task or block ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum End {
    Succeeded,
    Failed,
    Skipped,
    Omitted,
    /// Argo found no outputs, or could not evaluate something; a failure on this machine.
    Error,
    /// Any other.
    Unknown,
}

/// A case of the test pipelines.
pub(crate) fn case(pipeline: &'static str) -> Case {
    Case {
        program: "test-pipelines",
        pipeline,
        arguments: vec![],
        written: vec![],
        files: vec![],
        outputs: BTreeMap::new(),
        tasks: BTreeMap::new(),
        forgiven: BTreeSet::new(),
        early: BTreeSet::new(),
        tries: BTreeMap::new(),
        order: vec![],
        shown: vec![],
        message: None,
        argo_only: false,
        since_4: false,
    }
}

/// The JSON of a value.
pub(crate) fn json(value: impl Serialize) -> Json {
    Json::of(&value).expect("test data is JSON")
}

/// JSON as it is written.
pub(crate) fn exactly(text: &str) -> Json {
    Json::parse(text).expect("test data is JSON")
}

impl Case {
    /// Another program's.
    pub(crate) fn of(mut self, program: &'static str) -> Self {
        self.program = program;
        self
    }

    /// A parameter.
    pub(crate) fn with(self, name: &'static str, value: impl Serialize) -> Self {
        self.with_json(name, json(value))
    }

    pub(crate) fn with_json(mut self, name: &'static str, value: Json) -> Self {
        self.arguments.push((name, value));
        self
    }

    /// A parameter as somebody writes it.
    pub(crate) fn written(mut self, name: &'static str, text: &'static str) -> Self {
        self.written.push((name, text));
        self
    }

    /// A parameter that is a file with a text.
    pub(crate) fn file(mut self, name: &'static str, text: &'static str) -> Self {
        self.files.push((name, Files::One(text)));
        self
    }

    /// A parameter that is a list of files.
    pub(crate) fn files(mut self, name: &'static str, texts: &'static [&'static str]) -> Self {
        self.files.push((name, Files::List(texts)));
        self
    }

    /// Part of the message of a task.
    pub(crate) fn says(mut self, message: &'static str) -> Self {
        self.message = Some(message);
        self
    }

    /// What the only output is.
    pub(crate) fn gives(self, value: impl Serialize) -> Self {
        self.gives_named("output", value)
    }

    pub(crate) fn gives_named(self, name: &str, value: impl Serialize) -> Self {
        self.gives_json(name, json(value))
    }

    pub(crate) fn gives_json(mut self, name: &str, value: Json) -> Self {
        self.outputs.insert(name.to_owned(), value);
        self
    }

    /// Tasks that are skipped.
    pub(crate) fn skips<S: AsRef<str>>(self, tasks: impl IntoIterator<Item = S>) -> Self {
        self.ends(End::Skipped, tasks)
    }

    /// Tasks that do not run because others fail.
    pub(crate) fn omits<S: AsRef<str>>(self, tasks: impl IntoIterator<Item = S>) -> Self {
        self.ends(End::Omitted, tasks)
    }

    /// Tasks and blocks that fail.
    pub(crate) fn fails<S: AsRef<str>>(self, tasks: impl IntoIterator<Item = S>) -> Self {
        self.ends(End::Failed, tasks)
    }

    /// Tasks whose inputs the engine cannot compute.
    pub(crate) fn fails_early<S: AsRef<str>>(mut self, tasks: impl IntoIterator<Item = S>) -> Self {
        for task in tasks {
            let task = task.as_ref().to_owned();
            self.early.insert(task.clone());
            self.tasks.insert(task, End::Error);
        }
        self
    }

    /// Tasks whose own programs cannot compute their inputs. Here they do not start.
    pub(crate) fn fails_computing<S: AsRef<str>>(
        mut self,
        tasks: impl IntoIterator<Item = S>,
    ) -> Self {
        for task in tasks {
            let task = task.as_ref().to_owned();
            self.early.insert(task.clone());
            self.tasks.insert(task, End::Failed);
        }
        self
    }

    /// Tasks that fail, which the pipeline allows.
    pub(crate) fn forgives<S: AsRef<str>>(mut self, tasks: impl IntoIterator<Item = S>) -> Self {
        for task in tasks {
            let task = task.as_ref().to_owned();
            self.forgiven.insert(task.clone());
            self.tasks.insert(task, End::Failed);
        }
        self
    }

    /// Tasks that Argo has an error with.
    pub(crate) fn errs<S: AsRef<str>>(self, tasks: impl IntoIterator<Item = S>) -> Self {
        self.ends(End::Error, tasks)
    }

    fn ends<S: AsRef<str>>(mut self, end: End, tasks: impl IntoIterator<Item = S>) -> Self {
        self.tasks.extend(
            tasks
                .into_iter()
                .map(|task| (task.as_ref().to_owned(), end)),
        );
        self
    }

    /// A task that is tried more than once.
    pub(crate) fn tries(mut self, task: &str, count: usize) -> Self {
        self.tries.insert(task.to_owned(), count);
        self
    }

    /// The first task ends before the second starts.
    pub(crate) fn before(mut self, first: &'static str, second: &'static str) -> Self {
        self.order.push((first, second));
        self
    }

    /// A name by which Argo shows a task.
    pub(crate) fn shows(mut self, task: &'static str, name: &'static str) -> Self {
        self.shown.push((task, name));
        self
    }

    /// It holds ready images, or a parameter that is refused before anything runs here.
    pub(crate) fn argo_only(mut self) -> Self {
        self.argo_only = true;
        self
    }

    /// It has values that are too long for Argo 3.
    pub(crate) fn since_4(mut self) -> Self {
        self.since_4 = true;
        self
    }

    /// Whether the pipeline succeeds.
    pub(crate) fn succeeds(&self) -> bool {
        !self.tasks.iter().any(|(task, end)| {
            matches!(end, End::Failed | End::Error) && !self.forgiven.contains(task)
        })
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.pipeline)?;
        for (name, value) in &self.arguments {
            let value: String = value.as_str().chars().take(60).collect();
            write!(f, " {name}={value}")?;
        }
        for (name, text) in &self.written {
            write!(f, " {name}={text}")?;
        }
        Ok(())
    }
}
