//! The message of a container that fails. Kubernetes puts it beside the exit code, Argo into the message of the node.

use pipewright_ir::shown;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

/// The file that Kubernetes reads it from, unless a pod names another one.
pub(super) const FILE: &str = "/dev/termination-log";

/// Kubernetes cuts what is longer.
const BYTES_MAX: usize = 4096;

/// Leaves a message in the file, if it is there: outside of a cluster it is not.
pub(super) fn tell(file: &Path, message: &str) {
    if !file.is_file() {
        return;
    }
    let message = shown::lines(message);
    let end = message.floor_char_boundary(BYTES_MAX);
    let file = OpenOptions::new().write(true).truncate(true).open(file);
    // The message stands in the log, too.
    let _ = file.and_then(|mut file| file.write_all(&message.as_bytes()[..end]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_left_where_there_is_a_file() {
        let folder = tempfile::tempdir().expect("there is room");
        let file = folder.path().join("log");
        tell(&file, "no");
        assert!(!file.exists());
        let told = |message: &str| {
            std::fs::write(&file, "something longer than what comes").expect("there is room");
            tell(&file, message);
            std::fs::read_to_string(&file).expect("it is text")
        };
        assert_eq!(told("no\nway\u{1b}[2J"), "no\nway\\u{1b}[2J");
        assert_eq!(told(&"x".repeat(5000)).len(), 4096);
        assert_eq!(told(&format!("x{}", "ß".repeat(3000))).len(), 4096 - 1);
        assert_eq!(told(""), "");
    }
}
