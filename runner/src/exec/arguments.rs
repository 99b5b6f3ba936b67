//! The command line of a call:
//! `KEY[@SIGNATURE] ([{"NAME":"WIRE",…}] [--texts=NAME,…] [NAME[:text]=WIRE]… [--input=NAME=FORMULA]… [--in=FOLDER]
//! [--out=FOLDER] [--artifacts=PREFIX] [--max=KIB] | --inputs=FILE --outputs=FILE [--grace=MILLISECONDS] [--store=FOLDER --task=FOLDER])`.

use super::call::{Call, Folders, Mode, Value};
use super::error::Error;
use pipewright_ir::formula::Formula;
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Duration;

impl Call {
    /// Reads the words after `exec`.
    ///
    /// A word `@PATH` stands for the text of a file: Argo puts words longer than 128 KiB into files.
    ///
    /// # Errors
    /// Words that are not expected here, names given twice, files that cannot be read.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, Error> {
        let mut words = vec![];
        let mut parsed = Parsed::default();
        for word in arguments {
            match path(&word) {
                Some((option, path)) => parsed.path(option, path)?,
                None => words.push(expand(word)?),
            }
        }
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            if !word.starts_with('-') {
                match word.split_once('=') {
                    // Neither a key nor a name begins like JSON.
                    _ if word.starts_with(['{', '"']) => parsed.all(&word)?,
                    Some((name, wire)) => parsed.value(name, wire.to_owned())?,
                    None => parsed.component(&word)?,
                }
                continue;
            }
            let (option, value) = match word.split_once('=') {
                Some((option, value)) => (option.to_owned(), Some(value.to_owned())),
                None => (word, None),
            };
            let value = value.or_else(|| words.next());
            let value = value.ok_or_else(|| Error::usage(format!("`{option}` needs a value")))?;
            parsed.option(&option, value)?;
        }
        parsed.call()
    }

    /// The words that [`Call::parse`] reads.
    pub fn words(&self) -> Vec<OsString> {
        let component = match &self.signature {
            Some(signature) => format!("{}@{signature}", self.component),
            None => self.component.clone(),
        };
        let mut words = vec![OsString::from(component)];
        match &self.mode {
            Mode::Argo {
                values,
                computed,
                inputs,
                outputs,
                keys,
                output_max,
            } => {
                for Value {
                    name,
                    wire,
                    is_text,
                } in values
                {
                    let mark = if *is_text { TEXT } else { "" };
                    words.push(format!("{name}{mark}={wire}").into());
                }
                for (name, formula) in computed {
                    words.push(format!("--input={name}={formula}").into());
                }
                words.extend(inputs.iter().map(|folder| option("--in=", folder)));
                words.extend(outputs.iter().map(|folder| option("--out=", folder)));
                words.extend(keys.iter().map(|keys| format!("--artifacts={keys}").into()));
                words.extend(output_max.map(|max| format!("--max={max}").into()));
            }
            Mode::Local {
                inputs,
                outputs,
                grace,
                artifacts,
            } => {
                words.extend([option("--inputs=", inputs), option("--outputs=", outputs)]);
                let grace = grace.map(|grace| format!("--grace={}", grace.as_millis()).into());
                words.extend(grace);
                if let Some(Folders { store, task }) = artifacts {
                    words.extend([option("--store=", store), option("--task=", task)]);
                }
            }
        }
        words
    }
}

/// An option in one word: one of its own could begin like an option, or like the path of a file.
fn option(option: &str, path: &Path) -> OsString {
    let mut word = OsString::from(option);
    word.push(path);
    word
}

/// A word that is an option with a path, which need not be UTF-8.
fn path(word: &OsStr) -> Option<(&'static str, PathBuf)> {
    PATHS.iter().find_map(|option| {
        #[cfg(unix)]
        let path = {
            use std::os::unix::ffi::OsStrExt;
            let rest = word.as_bytes().strip_prefix(option.as_bytes())?;
            OsStr::from_bytes(rest.strip_prefix(b"=")?)
        };
        #[cfg(not(unix))]
        let path = word.to_str()?.strip_prefix(option)?.strip_prefix('=')?;
        Some((*option, path.into()))
    })
}

/// Options that are paths.
const PATHS: [&str; 6] = [
    "--in",
    "--out",
    "--inputs",
    "--outputs",
    "--store",
    "--task",
];

/// The values of a template without inputs.
const NOTHING: &str = r#""null""#;

/// Mark of an operand that is text.
const TEXT: &str = ":text";

#[derive(Default)]
struct Parsed {
    component: Option<String>,
    signature: Option<String>,
    values: Vec<Value>,
    texts: Vec<String>,
    computed: Vec<(String, Formula)>,
    given: Option<PathBuf>,
    folder: Option<PathBuf>,
    keys: Option<String>,
    output_max: Option<usize>,
    inputs: Option<PathBuf>,
    outputs: Option<PathBuf>,
    grace: Option<Duration>,
    store: Option<PathBuf>,
    task: Option<PathBuf>,
}

impl Parsed {
    fn component(&mut self, word: &str) -> Result<(), Error> {
        let (component, signature) = match word.split_once('@') {
            Some((component, signature)) => (component, Some(signature.to_owned())),
            None => (word, None),
        };
        self.signature = signature;
        once(&mut self.component, component.to_owned(), "the component")
    }

    /// Takes a value: the name may have a mark.
    fn value(&mut self, word: &str, wire: String) -> Result<(), Error> {
        let (name, is_text) = match word.strip_suffix(TEXT) {
            Some(name) => (name, true),
            None => (word, false),
        };
        if self.values.iter().any(|known| known.name == name) {
            return Err(Error::usage(format!("`{name}` is given twice")));
        }
        self.values.push(Value {
            name: name.to_owned(),
            wire,
            is_text,
        });
        Ok(())
    }

    fn path(&mut self, option: &str, path: PathBuf) -> Result<(), Error> {
        let known = match option {
            "--in" => &mut self.given,
            "--out" => &mut self.folder,
            "--inputs" => &mut self.inputs,
            "--store" => &mut self.store,
            "--task" => &mut self.task,
            _ => &mut self.outputs,
        };
        once(known, path, option)
    }

    fn option(&mut self, option: &str, value: String) -> Result<(), Error> {
        match option {
            "--texts" => {
                self.texts.extend(value.split(',').map(str::to_owned));
                Ok(())
            }
            "--input" => self.formula(&value),
            "--max" => {
                let expected = || Error::usage("`--max` is a number of KiB");
                let max = value.parse().map_err(|_| expected())?;
                once(&mut self.output_max, max, option)
            }
            "--artifacts" => once(&mut self.keys, value, option),
            _ if PATHS.contains(&option) => self.path(option, value.into()),
            "--grace" => {
                let expected = || Error::usage("`--grace` is a number of milliseconds");
                let grace = value.parse().map_err(|_| expected())?;
                once(&mut self.grace, Duration::from_millis(grace), option)
            }
            _ => {
                let expected = "`--texts`, `--input`, `--out`, `--inputs` or `--outputs`";
                Err(Error::usage(format!(
                    "unknown option `{option}`; expected {expected}"
                )))
            }
        }
    }

    /// Takes all values of a template.
    fn all(&mut self, json: &str) -> Result<(), Error> {
        // Argo gives a text where a template has no inputs.
        if json == NOTHING {
            return Ok(());
        }
        let values: BTreeMap<String, String> = serde_json::from_str(json)
            .map_err(|error| Error::usage(format!("the values are no object of texts: {error}")))?;
        for (name, wire) in values {
            self.value(&name, wire)?;
        }
        Ok(())
    }

    fn formula(&mut self, word: &str) -> Result<(), Error> {
        let Some((name, formula)) = word.split_once('=') else {
            return Err(Error::usage(format!(
                "expected `--input NAME=…`, found `--input {word}`"
            )));
        };
        if self.computed.iter().any(|(known, _)| known == name) {
            return Err(Error::usage(format!("`--input {name}` is given twice")));
        }
        let formula = formula
            .parse()
            .map_err(|reason| Error::usage(format!("`--input {name}` is no formula: {reason}")))?;
        self.computed.push((name.to_owned(), formula));
        Ok(())
    }

    fn call(mut self) -> Result<Call, Error> {
        let component = self
            .component
            .ok_or_else(|| Error::usage("the key of a component is missing"))?;
        for value in &mut self.values {
            value.is_text |= self.texts.contains(&value.name);
        }
        let artifacts = match (self.store, self.task) {
            (Some(store), Some(task)) => Some(Folders { store, task }),
            (None, None) => None,
            _ => return Err(Error::usage("`--store` and `--task` go together")),
        };
        let is_argo = self.inputs.is_none()
            && self.outputs.is_none()
            && self.grace.is_none()
            && artifacts.is_none();
        let is_local = self.values.is_empty()
            && self.computed.is_empty()
            && self.given.is_none()
            && self.folder.is_none()
            && self.keys.is_none()
            && self.output_max.is_none();
        let mode = match (self.inputs, self.outputs) {
            (None, None) if is_argo => Mode::Argo {
                values: self.values,
                computed: self.computed,
                inputs: self.given,
                outputs: self.folder,
                keys: self.keys,
                output_max: self.output_max,
            },
            (Some(inputs), Some(outputs)) if is_local => Mode::Local {
                inputs,
                outputs,
                grace: self.grace,
                artifacts,
            },
            _ => {
                let message =
                    "`--inputs` and `--outputs` go together, and not with values or other options";
                return Err(Error::usage(message));
            }
        };
        Ok(Call {
            component,
            signature: self.signature,
            mode,
        })
    }
}

fn expand(word: OsString) -> Result<String, Error> {
    let word = word
        .into_string()
        .map_err(|word| Error::usage(format!("`{}` is not UTF-8", word.to_string_lossy())))?;
    match word.strip_prefix('@') {
        Some(path) => std::fs::read_to_string(path).map_err(|source| Error::Read {
            what: "argument",
            path: path.into(),
            source,
        }),
        None => Ok(word),
    }
}

fn once<T>(known: &mut Option<T>, value: T, what: &str) -> Result<(), Error> {
    match known.replace(value) {
        None => Ok(()),
        Some(_) => Err(Error::usage(format!("{what} is given twice"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exec::Kind;
    use proptest::prelude::*;

    fn parse(words: &[&str]) -> Result<Call, Error> {
        Call::parse(words.iter().map(OsString::from))
    }

    proptest! {
        #[test]
        fn calls_come_back(
            component in "[a-z:]{1,9}",
            signature in proptest::option::of("[0-9a-f]{8}"),
            values in proptest::collection::btree_map("[a-z_]{1,9}", any::<(String, bool)>(), 0..4),
            computed in proptest::collection::btree_map("[a-z_]{1,9}", "[a-z]\\.[a-z]{1,5}", 0..4),
            folders in proptest::collection::vec(any::<String>(), 2),
            keys in proptest::option::of("[a-z/]{0,9}"),
            output_max in proptest::option::of(any::<usize>()),
        ) {
            let value = |(name, (wire, is_text))| Value { name, wire, is_text };
            let formula = |(name, text): (String, String)| (name, text.parse().unwrap());
            let mode = Mode::Argo {
                values: values.into_iter().map(value).collect(),
                computed: computed.into_iter().map(formula).collect(),
                inputs: folders.first().map(Into::into),
                outputs: folders.last().map(Into::into),
                keys,
                output_max,
            };
            let call = Call { component, signature, mode };
            prop_assert_eq!(Call::parse(call.words()).unwrap(), call);
        }

        #[test]
        fn parsing_never_panics(words in proptest::collection::vec("[^@].*", 0..5)) {
            let _ = Call::parse(words.into_iter().map(OsString::from));
        }
    }

    #[test]
    fn local_calls_come_back() {
        let call = Call {
            component: "a::b".into(),
            signature: None,
            mode: Mode::Local {
                inputs: "i".into(),
                outputs: "o".into(),
                grace: Some(Duration::from_millis(1500)),
                artifacts: Some(Folders {
                    store: "s".into(),
                    task: "t".into(),
                }),
            },
        };
        assert_eq!(Call::parse(call.words()).unwrap(), call);
    }

    #[test]
    fn words_in_files() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("argo_arg_4.txt");
        std::fs::write(&path, "text=@not expanded\n").unwrap();
        let word = format!("@{}", path.display());
        let text = |wire: &str| Mode::Argo {
            values: vec![Value {
                name: "text".into(),
                wire: wire.into(),
                is_text: false,
            }],
            computed: vec![],
            inputs: None,
            outputs: None,
            keys: None,
            output_max: None,
        };
        let call = parse(&["a", &word]).unwrap();
        assert_eq!(call.mode, text("@not expanded\n"));
        std::fs::write(&path, r#"{"text":"a=b"}"#).unwrap();
        let call = parse(&["a", &word]).unwrap();
        assert_eq!(call.mode, text("a=b"));
        let error = parse(&["a", "@/no/such/file"]).unwrap_err();
        assert_eq!(error.kind(), Kind::Infrastructure);
    }

    #[test]
    fn mistakes() {
        let table: [(&[&str], &str); 11] = [
            (&[], "the key of a component is missing"),
            (&["a", "b"], "the component is given twice"),
            (&["a", "--out"], "`--out` needs a value"),
            (
                &["a", "--input", "x"],
                "expected `--input NAME=…`, found `--input x`",
            ),
            (&["a", "x=1", "x=2"], "`x` is given twice"),
            (&["a", "x=1", r#"{"x":"2"}"#], "`x` is given twice"),
            (
                &["a", "--input", "x=y", "--input=x=z"],
                "`--input x` is given twice",
            ),
            (
                &["a", "--input", "x=y z"],
                "`--input x` is no formula: unexpected `z`, at ` z`",
            ),
            (&["a", "--out=1", "--out=2"], "--out is given twice"),
            (
                &["a", "--inputs", "x"],
                "`--inputs` and `--outputs` go together, and not with values or other options",
            ),
            (
                &["a", "--output", "x"],
                "unknown option `--output`; expected `--texts`, `--input`, `--out`, `--inputs` or `--outputs`",
            ),
        ];
        for (words, message) in table {
            let error = parse(words).unwrap_err();
            assert_eq!(
                (error.kind(), error.to_string().as_str()),
                (Kind::Usage, message)
            );
        }
    }
}
