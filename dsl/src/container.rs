//! Components that are ready images, in any language.

use crate::field::Field;
use pipewright_ir::graph::{ContainerSpec, Piece, Text};
use pipewright_ir::kube;
use std::fmt;
use std::marker::PhantomData;

/// A ready image and the command that it is called with: what a function with `#[component]` returns to make one a
/// component.
///
/// Its strings may hold [`Input`]s and [`OutputPath`]s of the function, put there with `format!` or by any other means
/// that prints them.
///
/// ```
/// use pipewright::prelude::*;
///
/// #[component]
/// fn greet(name: Input<String>, greeting: OutputPath<String>) -> Container {
///     Container::new("busybox:1.36")
///         .command(["sh", "-c", "echo \"Hello, $0\" > \"$1\""])
///         .args([name.to_string(), greeting.to_string()])
/// }
///
/// #[pipeline]
/// fn greeting(name: String) -> String {
///     greet(name).greeting
/// }
///
/// let (_, diagnostics) = greeting::pipeline().record();
/// assert_eq!(diagnostics, []);
/// ```
#[derive(Debug, Clone)]
#[must_use = "the component is what its function returns"]
pub struct Container {
    image: String,
    command: Vec<String>,
    args: Vec<String>,
    env: Vec<(String, String)>,
}

impl Container {
    /// A container of an image, such as `busybox:1.36`.
    pub fn new(image: impl Into<String>) -> Self {
        Self {
            image: image.into(),
            command: vec![],
            args: vec![],
            env: vec![],
        }
    }

    /// Program and first arguments. They are always needed: not every target can look up what the image itself
    /// would run.
    pub fn command<S: ToString>(mut self, words: impl IntoIterator<Item = S>) -> Self {
        self.command = words.into_iter().map(|word| word.to_string()).collect();
        self
    }

    /// Further arguments.
    pub fn args<S: ToString>(mut self, words: impl IntoIterator<Item = S>) -> Self {
        self.args = words.into_iter().map(|word| word.to_string()).collect();
        self
    }

    /// One more argument.
    pub fn arg(mut self, word: impl ToString) -> Self {
        self.args.push(word.to_string());
        self
    }

    /// An environment variable.
    pub fn env(mut self, name: impl Into<String>, value: impl ToString) -> Self {
        self.env.push((name.into(), value.to_string()));
        self
    }

    #[doc(hidden)]
    pub fn __spec(
        self,
        inputs: &[Field],
        outputs: &[Field],
        paths: &[(&str, &str)],
    ) -> Result<ContainerSpec, String> {
        if !kube::is_image_reference(&self.image) {
            return Err(format!(
                "`{}` is no image: {}",
                self.image,
                kube::image_message(&self.image)
            ));
        }
        if self.command.is_empty() {
            return Err(format!(
                "the container of `{}` has no command; add `.command([..])`",
                self.image
            ));
        }
        let texts = |words: Vec<String>| {
            let text = |word: String| parse(&word, inputs, outputs);
            words.into_iter().map(text).collect::<Result<Vec<_>, _>>()
        };
        let env = self.env.into_iter().map(|(name, value)| {
            if !kube::is_environment_variable(&name) {
                let expected = kube::environment_variable_message(&name);
                return Err(format!(
                    "`{name}` is no name of an environment variable: {expected}"
                ));
            }
            if value.contains('\0') {
                return Err(format!(
                    "the value of the environment variable `{name}` holds the character NUL, at which it would end"
                ));
            }
            Ok((name, parse(&value, inputs, outputs)?))
        });
        Ok(ContainerSpec {
            image: self.image,
            command: texts(self.command)?,
            args: texts(self.args)?,
            env: env.collect::<Result<_, _>>()?,
            paths: {
                let paths = paths.iter().copied();
                paths
                    .map(|(output, path)| (output.into(), path.into()))
                    .collect()
            },
        })
    }
}

/// An input of a [`Container`]'s component. Printing it gives the place of its value: a string arrives exactly, all else
/// as JSON.
pub struct Input<T> {
    name: &'static str,
    of: PhantomData<fn() -> T>,
}

/// An input of a [`Container`]'s component that is an artifact. Printing it gives the path of its file or folder, for a
/// list of artifacts that of a folder with files `0`, `1` and so on, with the extension of their content.
///
/// ```
/// use pipewright::artifact::Dataset;
/// use pipewright::prelude::*;
///
/// /// Sorts the lines of a file.
/// #[component]
/// fn sort(lines: InputPath<Dataset>, sorted: OutputPath<Dataset>) -> Container {
///     Container::new("busybox:1.36").command(["sort", "-o"]).arg(sorted).arg(lines)
/// }
///
/// #[pipeline]
/// fn sorting(lines: Dataset) -> Dataset {
///     sort(lines).sorted
/// }
///
/// let (_, diagnostics) = sorting::pipeline().record();
/// assert_eq!(diagnostics, []);
/// ```
pub struct InputPath<T> {
    name: &'static str,
    of: PhantomData<fn() -> T>,
}

/// An output of a [`Container`]'s component. Printing it gives the path of the file that the program writes the value
/// to: a string as it is, all else as JSON. Of an artifact it is the path of its file, or of its folder, which the program
/// makes. The folder around it exists.
///
/// An image that writes to a path of its own has it in an attribute, as in `#[path("/tmp/data")] downloaded:
/// OutputPath<Dataset>`.
pub struct OutputPath<T> {
    name: &'static str,
    of: PhantomData<fn() -> T>,
}

macro_rules! port {
    ($port:ident) => {
        #[doc(hidden)]
        impl<T> $port<T> {
            pub fn __new(name: &'static str) -> Self {
                Self {
                    name,
                    of: PhantomData,
                }
            }
        }

        impl<T> Clone for $port<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $port<T> {}
    };
}

port!(Input);
port!(InputPath);
port!(OutputPath);

// Printed inputs and outputs stand between characters that Unicode reserves for the inside of programs.
const INPUT: char = '\u{fdd0}';
const INPUT_PATH: char = '\u{fdd3}';
const OUTPUT: char = '\u{fdd1}';
const END: char = '\u{fdd2}';

impl<T> fmt::Display for Input<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{INPUT}{}{END}", self.name)
    }
}

impl<T> fmt::Display for InputPath<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{INPUT_PATH}{}{END}", self.name)
    }
}

impl<T> fmt::Display for OutputPath<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{OUTPUT}{}{END}", self.name)
    }
}

/// Text with printed inputs and outputs in it.
fn parse(text: &str, inputs: &[Field], outputs: &[Field]) -> Result<Text, String> {
    let known = |fields: &[Field], name: &str| fields.iter().any(|field| field.name == name);
    let mut pieces = vec![];
    let mut rest = text;
    while let Some(start) = rest.find([INPUT, INPUT_PATH, OUTPUT, END]) {
        if start > 0 {
            pieces.push(Piece::Literal(rest[..start].to_owned()));
        }
        let inside = &rest[start + INPUT.len_utf8()..];
        let begins = |mark| rest[start..].starts_with(mark);
        let (name, after) = inside.split_once(END).unwrap_or((inside, ""));
        let name = name.to_owned();
        pieces.push(match () {
            () if begins(INPUT) && known(inputs, &name) => Piece::Input(name),
            () if begins(INPUT_PATH) && known(inputs, &name) => Piece::InputPath(name),
            () if begins(OUTPUT) && known(outputs, &name) => Piece::OutputPath(name),
            () => {
                return Err(format!(
                    "the text `{}` of the container holds an input cut apart",
                    text.escape_debug()
                ));
            }
        });
        rest = after;
    }
    if !rest.is_empty() || pieces.is_empty() {
        pieces.push(Piece::Literal(rest.to_owned()));
    }
    Ok(Text(pieces))
}
