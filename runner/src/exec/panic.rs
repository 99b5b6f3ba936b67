use super::error::Error;
use pipewright_ir::shown;
use std::any::Any;
use std::backtrace::{Backtrace, BacktraceStatus};
use std::cell::RefCell;
use std::io::Write;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs a component's function; a panic is an error with its message and place. Panics, of other threads too, are
/// written to stderr as one line each: `error: panicked at FILE:LINE:COLUMN: MESSAGE`.
pub(super) fn catch<T>(body: impl FnOnce() -> T) -> Result<T, Error> {
    // The hook of std would print several lines, of which the log's reader can make nothing.
    let hook = take_hook();
    set_hook(Box::new(report));
    let result = catch_unwind(AssertUnwindSafe(body));
    set_hook(hook);
    result.map_err(|panic| match LAST.take() {
        Some(message) => Error::Task {
            message,
            reported: true,
        },
        None => Error::task(format!("panicked: {}", one_line(message(&*panic)))),
    })
}

fn report(info: &PanicHookInfo<'_>) {
    let message = one_line(message(info.payload()));
    let message = match info.location() {
        Some(at) => format!("panicked at {at}: {message}"),
        None => format!("panicked: {message}"),
    };
    let mut stderr = std::io::stderr().lock();
    let _ = writeln!(stderr, "error: {}", shown::line(&message));
    let backtrace = Backtrace::capture();
    if backtrace.status() == BacktraceStatus::Captured {
        let _ = write!(stderr, "{backtrace}");
    }
    LAST.set(Some(message));
}

/// The message of a panic.
fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("no message")
}

fn one_line(message: &str) -> String {
    let lines = message
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    // One test: the hook is one for all threads.
    #[test]
    fn panics_are_errors() {
        let line = line!() + 1;
        let error = catch(|| assert_eq!(1 + 1, 3)).unwrap_err();
        let at = format!("{}:{line}:30", file!());
        let expected =
            format!("panicked at {at}: assertion `left == right` failed; left: 2; right: 3");
        assert_eq!(error.to_string(), expected);
        assert_eq!(error.exit_code(), 1);

        let error = catch(|| std::panic::resume_unwind(Box::new("quiet"))).unwrap_err();
        assert_eq!(error.to_string(), "panicked: quiet");
    }
}
