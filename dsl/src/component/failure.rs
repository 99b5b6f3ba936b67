use std::error::Error;
use std::ops::Deref;

/// Failure of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    message: String,
}

impl Failure {
    /// A failure with its message.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }

    /// The error that a component's function returned, with [what caused it](Causes), joined by `: `.
    #[doc(hidden)]
    pub fn of<E: Fails>(error: &E, causes: Vec<String>) -> Self {
        let mut message = error.__message();
        let mut last = message.clone();
        for cause in causes {
            // Many errors tell their cause themselves.
            if !last.ends_with(&cause) {
                message.push_str(": ");
                message.push_str(&cause);
            }
            last = cause;
        }
        Self::new(message)
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

/// The `Err` of a component: an error that can be printed.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "the error `{Self}` of a component cannot be printed",
    label = "expected a type with `std::fmt::Display`",
    note = "its text is the message of the task that failed"
)]
pub trait Fails {
    fn __message(&self) -> String;
}

#[diagnostic::do_not_recommend]
impl<E: std::fmt::Display> Fails for E {
    fn __message(&self) -> String {
        self.to_string()
    }
}

/// An error whose causes are asked for. The macro calls `(&&&Caused(&error)).__causes()`, of which rustc takes the first that
/// there is: of an error, of what holds one (`Box<dyn Error>`, `anyhow::Error`), of anything else.
#[doc(hidden)]
#[derive(Debug)]
pub struct Caused<'a, E>(pub &'a E);

/// Causes of an error, from the nearest.
#[doc(hidden)]
pub trait Causes {
    fn __causes(&self) -> Vec<String>;
}

#[diagnostic::do_not_recommend]
impl<E: Error> Causes for &&Caused<'_, E> {
    fn __causes(&self) -> Vec<String> {
        sources(self.0)
    }
}

#[diagnostic::do_not_recommend]
impl<E: Deref<Target: Error>> Causes for &Caused<'_, E> {
    fn __causes(&self) -> Vec<String> {
        sources(&**self.0)
    }
}

impl<E> Causes for Caused<'_, E> {
    fn __causes(&self) -> Vec<String> {
        vec![]
    }
}

fn sources(error: &(impl Error + ?Sized)) -> Vec<String> {
    // An error that is its own cause would have no end.
    const LONGEST: usize = 100;
    let sources = std::iter::successors(error.source(), |&cause| cause.source());
    sources.take(LONGEST).map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt;

    #[derive(Debug)]
    struct Chain(&'static [&'static str], Option<Box<Chain>>);

    impl Chain {
        fn new(texts: &'static [&'static str]) -> Self {
            let (_, rest) = texts.split_first().expect("there is an error");
            Self(texts, (!rest.is_empty()).then(|| Box::new(Self::new(rest))))
        }
    }

    impl fmt::Display for Chain {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0[0])
        }
    }

    impl Error for Chain {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            self.1.as_ref().map(|cause| &**cause as _)
        }
    }

    /// What holds an error, as `anyhow::Error` does.
    struct Report(Box<dyn Error + Send + Sync>);

    impl fmt::Display for Report {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.fmt(f)
        }
    }

    impl Deref for Report {
        type Target = dyn Error + Send + Sync;

        fn deref(&self) -> &Self::Target {
            &*self.0
        }
    }

    macro_rules! message {
        ($error:expr) => {{
            let error = $error;
            Failure::of(&error, (&&&Caused(&error)).__causes()).to_string()
        }};
    }

    #[test]
    fn all_causes_are_told() {
        let chain = || Chain::new(&["no model", "no file", "no disk"]);
        let all = "no model: no file: no disk";
        assert_eq!(message!(chain()), all);
        assert_eq!(message!(Box::<dyn Error>::from(chain())), all);
        assert_eq!(message!(Box::<dyn Error + Send + Sync>::from(chain())), all);
        assert_eq!(message!(std::io::Error::other(chain())), all);
        assert_eq!(message!(Report(chain().into())), all);
        assert_eq!(
            message!(Chain::new(&["no model: no file", "no file"])),
            "no model: no file"
        );
        assert_eq!(message!("no model"), "no model");
        assert_eq!(message!("no model".to_owned()), "no model");
        assert_eq!(message!(7), "7");
    }
}
