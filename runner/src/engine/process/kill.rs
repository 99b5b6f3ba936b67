//! Ends a process and all that it has started.

use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use std::collections::HashMap;
use std::process::Child;

/// Kills a child that leads a process group, and its descendants.
pub(super) fn tree(child: &mut Child) {
    // Those that have left the group can be found only as long as their parents live.
    let descendants = descendants(child.id());
    // What has ended by itself meanwhile needs no signal.
    let _ = kill_process_group(Pid::from_child(child), Signal::KILL);
    let _ = child.kill();
    for process in descendants {
        let process = i32::try_from(process).ok().and_then(Pid::from_raw);
        let _ = process.map(|process| kill_process(process, Signal::KILL));
    }
}

fn descendants(root: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for (process, parent) in processes() {
        children.entry(parent).or_default().push(process);
    }
    let mut found = vec![];
    let mut pending = vec![root];
    while let Some(process) = pending.pop() {
        let mut next = children.remove(&process).unwrap_or_default();
        found.extend_from_slice(&next);
        pending.append(&mut next);
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
    let Ok(output) = std::process::Command::new("ps")
        .args(["-A", "-o", "pid=,ppid="])
        .output()
    else {
        return vec![];
    };
    let text = String::from_utf8_lossy(&output.stdout);
    let process = |line: &str| {
        let mut words = line.split_whitespace();
        Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?))
    };
    text.lines().filter_map(process).collect()
}
