use super::recorder::Recorder;
use pipewright_ir::graph::Location;
use std::cell::RefCell;

// A component is an ordinary function, and a handle holds a number only: neither could carry a recorder along.
thread_local! {
    static CURRENT: RefCell<Option<Recorder>> = const { RefCell::new(None) };
}

/// Works on the pipeline that is being recorded.
///
/// # Panics
/// When there is none: a component is called from ordinary code.
pub(crate) fn with<R>(at: &Location, work: impl FnOnce(&mut Recorder) -> R) -> R {
    CURRENT.with_borrow_mut(|current| match current {
        Some(recorder) => work(recorder),
        None => panic!(
            "{at}: components can be put together in a function with `#[pipeline]` only; \
             to run the function of a component, use its `call`"
        ),
    })
}

/// Presence of a pipeline that is being recorded.
pub(super) fn is_recording() -> bool {
    CURRENT.with_borrow(Option::is_some)
}

/// Makes a recorder the current one, or none. Returns the one that was.
pub(super) fn replace(recorder: Option<Recorder>) -> Option<Recorder> {
    CURRENT.replace(recorder)
}
