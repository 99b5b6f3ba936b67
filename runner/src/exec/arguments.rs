//! The command line of a call:
//! `KEY [--signature S] ([--input NAME=WIRE]… [--output NAME=PATH]… | --inputs FILE --outputs FILE)`.

use super::call::{Call, Mode};
use super::error::Error;
use std::ffi::OsString;
use std::path::PathBuf;

impl Call {
    /// Reads the words after `exec`.
    ///
    /// A word `@PATH` stands for the text of a file: Argo puts words longer than 128 KiB into files.
    ///
    /// # Errors
    /// Words that are not expected here, names given twice, files that cannot be read.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, Error> {
        let mut words = vec![];
        for word in arguments {
            words.push(expand(word)?);
        }
        let mut words = words.into_iter();
        let mut parsed = Parsed::default();
        while let Some(word) = words.next() {
            if !word.starts_with('-') {
                once(&mut parsed.component, word, "the component")?;
                continue;
            }
            let (option, value) = match word.split_once('=') {
                Some((option, value)) => (option.to_owned(), Some(value.to_owned())),
                None => (word, None),
            };
            let mut value = || {
                let value = value.clone().or_else(|| words.next());
                value.ok_or_else(|| Error::usage(format!("`{option}` needs a value")))
            };
            match option.as_str() {
                "--signature" => once(&mut parsed.signature, value()?, &option)?,
                "--input" => named(&mut parsed.input, &option, &value()?)?,
                "--output" => named(&mut parsed.output, &option, &value()?)?,
                "--inputs" => once(&mut parsed.inputs, value()?.into(), &option)?,
                "--outputs" => once(&mut parsed.outputs, value()?.into(), &option)?,
                _ => {
                    let expected =
                        "`--signature`, `--input`, `--output`, `--inputs` or `--outputs`";
                    return Err(Error::usage(format!(
                        "unknown option `{option}`; expected {expected}"
                    )));
                }
            }
        }
        parsed.call()
    }

    /// The words that [`Call::parse`] reads.
    pub fn words(&self) -> Vec<OsString> {
        let mut words = vec![OsString::from(&self.component)];
        if let Some(signature) = &self.signature {
            words.extend(["--signature".into(), signature.into()]);
        }
        match &self.mode {
            Mode::Argo { inputs, outputs } => {
                for (name, wire) in inputs {
                    words.extend(["--input".into(), format!("{name}={wire}").into()]);
                }
                for (name, path) in outputs {
                    let mut word = OsString::from(format!("{name}="));
                    word.push(path);
                    words.extend(["--output".into(), word]);
                }
            }
            Mode::Local { inputs, outputs } => {
                words.extend([
                    "--inputs".into(),
                    inputs.into(),
                    "--outputs".into(),
                    outputs.into(),
                ]);
            }
        }
        words
    }
}

#[derive(Default)]
struct Parsed {
    component: Option<String>,
    signature: Option<String>,
    input: Vec<(String, String)>,
    output: Vec<(String, PathBuf)>,
    inputs: Option<PathBuf>,
    outputs: Option<PathBuf>,
}

impl Parsed {
    fn call(self) -> Result<Call, Error> {
        let component = self
            .component
            .ok_or_else(|| Error::usage("the key of a component is missing"))?;
        let by_word = !self.input.is_empty() || !self.output.is_empty();
        let mode = match (self.inputs, self.outputs) {
            (None, None) => Mode::Argo {
                inputs: self.input,
                outputs: self.output,
            },
            (Some(inputs), Some(outputs)) if !by_word => Mode::Local { inputs, outputs },
            _ => {
                let message =
                    "`--inputs` and `--outputs` go together, and not with `--input` or `--output`";
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

fn named<T: for<'a> From<&'a str>>(
    list: &mut Vec<(String, T)>,
    option: &str,
    word: &str,
) -> Result<(), Error> {
    let Some((name, text)) = word.split_once('=') else {
        return Err(Error::usage(format!(
            "expected `{option} NAME=…`, found `{option} {word}`"
        )));
    };
    if list.iter().any(|(known, _)| known == name) {
        return Err(Error::usage(format!("`{option} {name}` is given twice")));
    }
    list.push((name.to_owned(), text.into()));
    Ok(())
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
            signature in proptest::option::of("[0-9a-f]{16}"),
            inputs in proptest::collection::btree_map("[a-z_]{1,9}", any::<String>(), 0..4),
            outputs in proptest::collection::btree_map("[a-z_]{1,9}", any::<String>(), 0..4),
        ) {
            let outputs = outputs.into_iter().map(|(name, path)| (name, path.into())).collect();
            let mode = Mode::Argo { inputs: inputs.into_iter().collect(), outputs };
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
        let call = parse(&["a", "--input", &word]).unwrap();
        let inputs = vec![("text".to_owned(), "@not expanded\n".to_owned())];
        assert_eq!(
            call.mode,
            Mode::Argo {
                inputs,
                outputs: vec![]
            }
        );
        std::fs::write(&path, "--input=text=a=b").unwrap();
        let call = parse(&["a", &word, "--output=x=p"]).unwrap();
        let mode = Mode::Argo {
            inputs: vec![("text".into(), "a=b".into())],
            outputs: vec![("x".into(), "p".into())],
        };
        assert_eq!(call.mode, mode);
        let error = parse(&["a", "--input", "@/no/such/file"]).unwrap_err();
        assert_eq!(error.kind(), Kind::Infrastructure);
    }

    #[test]
    fn mistakes() {
        let table: [(&[&str], &str); 8] = [
            (&[], "the key of a component is missing"),
            (&["a", "b"], "the component is given twice"),
            (&["a", "--input"], "`--input` needs a value"),
            (
                &["a", "--input", "x"],
                "expected `--input NAME=…`, found `--input x`",
            ),
            (
                &["a", "--input", "x=1", "--input=x=2"],
                "`--input x` is given twice",
            ),
            (
                &["a", "--signature=1", "--signature=2"],
                "--signature is given twice",
            ),
            (
                &["a", "--inputs", "x"],
                "`--inputs` and `--outputs` go together, and not with `--input` or `--output`",
            ),
            (
                &["a", "--in", "x"],
                "unknown option `--in`; expected `--signature`, `--input`, `--output`, `--inputs` or `--outputs`",
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
