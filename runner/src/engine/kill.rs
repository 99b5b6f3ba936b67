//! Ends a process and all that it has started.

use std::collections::HashMap;
use std::process::{Child, Command, Stdio};

/// Kills a child and its descendants.
pub(super) fn tree(child: &mut Child) {
    let descendants = descendants(child.id());
    // It may have ended by itself meanwhile.
    let _ = child.kill();
    if descendants.is_empty() {
        return;
    }
    let mut kill = Command::new("sh");
    kill.args(["-c", r#"kill -9 "$@""#, "sh"]);
    kill.args(descendants.iter().map(u32::to_string));
    kill.stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let _ = kill.status();
}

fn descendants(root: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for (process, parent) in processes() {
        children.entry(parent).or_default().push(process);
    }
    let mut found = vec![];
    let mut open = vec![root];
    while let Some(process) = open.pop() {
        let mut next = children.remove(&process).unwrap_or_default();
        found.extend_from_slice(&next);
        open.append(&mut next);
    }
    found
}

/// All processes with their parents.
#[cfg(target_os = "linux")]
fn processes() -> Vec<(u32, u32)> {
    let Ok(folder) = std::fs::read_dir("/proc") else {
        return vec![];
    };
    let process = |entry: std::fs::DirEntry| {
        let process = entry.file_name().to_str()?.parse().ok()?;
        let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
        // The name of the program stands in brackets and may hold any character; the state and the parent follow.
        let (_, rest) = stat.rsplit_once(')')?;
        Some((process, rest.split_whitespace().nth(1)?.parse().ok()?))
    };
    folder.flatten().filter_map(process).collect()
}

/// All processes with their parents.
#[cfg(not(target_os = "linux"))]
fn processes() -> Vec<(u32, u32)> {
    let Ok(output) = Command::new("ps").args(["-A", "-o", "pid=,ppid="]).output() else {
        return vec![];
    };
    let text = String::from_utf8_lossy(&output.stdout);
    let process = |line: &str| {
        let mut words = line.split_whitespace();
        Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?))
    };
    text.lines().filter_map(process).collect()
}
