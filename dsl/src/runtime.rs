//! A runtime for the `async` functions of components.

use std::future::Future;

/// Runs a future to its end, on this thread. Timers and sockets work if the program's `tokio` has them.
///
/// # Panics
/// When the operating system refuses what a runtime needs, or on a thread that runs another one.
pub fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime
        .expect("the runtime of an `async` component starts")
        .block_on(future)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn futures_that_wait_for_tasks_end() {
        let sum = block_on(async {
            let two = tokio::spawn(async {
                tokio::task::yield_now().await;
                2
            });
            two.await.map(|two| two + 1)
        });
        assert_eq!(sum.ok(), Some(3));
    }
}
