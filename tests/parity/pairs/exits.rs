//! Exit handlers.

use super::{Pair, pair};

pub(super) fn pairs() -> Vec<Pair> {
    vec![
        pair("exit-handler-dag-level")
            .same("A", "group-1/print-message")
            .takes("message")
            .same("B", "group-2/print-message-2")
            .takes("message")
            .same("C", "group-3/print-message-3")
            .takes("message")
            .same("D", "group-4/print-message-4")
            .takes("message")
            .same("A/exit", "group-1/exit/clean-up")
            .same("B/exit", "group-2/exit/clean-up-2")
            .same("C/exit", "group-3/exit/clean-up-3")
            .same("D/exit", "group-4/exit/clean-up-4")
            .order("A", "B")
            .order("A", "A/exit")
            .order("D", "D/exit")
            .note("A task with a handler is a group of one."),
        pair("exit-handler-step-level")
            .same("hello1", "group-1/print-message")
            .takes("message")
            .same("hello2a", "group-2/print-message-2")
            .takes("message")
            .same("hello2b", "group-3/print-message-3")
            .takes("message")
            .same("hello1/exit", "group-1/exit/clean-up")
            .same("hello2a/exit", "group-2/exit/clean-up-2")
            .same("hello2b/exit", "group-3/exit/clean-up-3")
            .order("hello1", "hello2a")
            .order("hello1", "hello1/exit"),
        pair("template-on-exit")
            .same("stepA", "group-1/hello-world")
            .same("stepB", "group-2/hello-world-2")
            .same("stepA/exit", "group-1/exit/goodbye-world")
            .same("stepB/exit", "group-2/exit/goodbye-world-2")
            .order("stepA", "stepB")
            .edited("exitContainer", "exit-container")
            .not_here(),
        pair("exit-handler-slack")
            .same(".", "say-hello")
            .same("exit", "exit/notify")
            .order(".", "exit")
            .note("Its handler does not ask the network here: the program `curl` of its image is a stand-in."),
        pair("exit-handlers")
            .same(".", "fail")
            .same("exit/notify", "exit/send-email")
            .same("exit/celebrate", "exit/if-1/celebrate")
            .same("exit/cry", "exit/if-1/cry")
            .order(".", "exit/notify"),
    ]
}
