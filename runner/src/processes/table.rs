//! The processes that there are.

use rustix::process::Pid;
use std::collections::HashMap;

/// A process as the system lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Process {
    pub(crate) id: Pid,
    parent: i32,
    pub(crate) group: i32,
    pub(crate) session: i32,
    /// Its start, which tells it from another one that has its id later.
    pub(crate) started: u64,
    /// It has ended, and its parent has not asked how.
    pub(crate) is_zombie: bool,
}

impl Process {
    #[cfg(any(test, feature = "engine"))]
    pub(crate) fn is_child_of(&self, parent: Pid) -> bool {
        self.parent == parent.as_raw_pid()
    }
}

/// These processes with all that are below them, parents first.
pub(crate) fn with_descendants(all: &[Process], roots: &[Pid]) -> Vec<Process> {
    let mut children: HashMap<i32, Vec<&Process>> = HashMap::new();
    for process in all {
        children.entry(process.parent).or_default().push(process);
    }
    let mut found: Vec<Process> = vec![];
    let roots = all.iter().filter(|process| roots.contains(&process.id));
    let mut pending: Vec<&Process> = roots.collect();
    while let Some(process) = pending.pop() {
        // One root may be below another one.
        if found.iter().all(|known| known.id != process.id) {
            found.push(process.clone());
            let below = children.remove(&process.id.as_raw_pid());
            pending.extend(below.unwrap_or_default());
        }
    }
    found
}

/// All processes that this one may see.
#[cfg(target_os = "linux")]
pub(crate) fn all() -> Vec<Process> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter_map(find).collect()
}

/// A process that this one may see.
#[cfg(target_os = "linux")]
fn find(id: i32) -> Option<Process> {
    let stat = std::fs::read(format!("/proc/{id}/stat")).ok()?;
    read(id, &String::from_utf8_lossy(&stat))
}

// Group and session come from a container's outside if nothing inside it has begun them, and are 0 then. That is no id, and
// the functions of `rustix` that give them take it for one.

/// The group of a process.
#[cfg(target_os = "linux")]
pub(crate) fn group(of: Pid) -> Option<i32> {
    Some(find(of.as_raw_pid())?.group)
}

/// The session of a process.
#[cfg(all(target_os = "linux", feature = "engine"))]
pub(crate) fn session(of: Pid) -> Option<i32> {
    Some(find(of.as_raw_pid())?.session)
}

/// The group of a process.
#[cfg(not(target_os = "linux"))]
pub(crate) fn group(of: Pid) -> Option<i32> {
    let group = rustix::process::getpgid(Some(of)).ok()?;
    Some(group.as_raw_pid())
}

/// The session of a process.
#[cfg(all(not(target_os = "linux"), feature = "engine"))]
pub(crate) fn session(of: Pid) -> Option<i32> {
    let session = rustix::process::getsid(Some(of)).ok()?;
    Some(session.as_raw_pid())
}

/// Reads a line of the system.
#[cfg(target_os = "linux")]
fn read(id: i32, stat: &str) -> Option<Process> {
    // The name of the program stands in brackets and may hold any character; the state and the rest follow.
    let (_, rest) = stat.rsplit_once(')')?;
    let words: Vec<&str> = rest.split_whitespace().collect();
    Some(Process {
        id: Pid::from_raw(id)?,
        parent: words.get(1)?.parse().ok()?,
        group: words.get(2)?.parse().ok()?,
        session: words.get(3)?.parse().ok()?,
        started: words.get(19)?.parse().ok()?,
        is_zombie: matches!(*words.first()?, "Z" | "X"),
    })
}

/// All processes that this one may see.
#[cfg(not(target_os = "linux"))]
pub(crate) fn all() -> Vec<Process> {
    let columns = "pid=,ppid=,pgid=,sess=,stat=";
    let Ok(output) = std::process::Command::new("ps")
        .args(["-A", "-o", columns])
        .output()
    else {
        return vec![];
    };
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().filter_map(read).collect()
}

/// Reads a line of `ps`.
#[cfg(not(target_os = "linux"))]
fn read(line: &str) -> Option<Process> {
    let words: Vec<&str> = line.split_whitespace().collect();
    Some(Process {
        id: Pid::from_raw(words.first()?.parse().ok()?)?,
        parent: words.get(1)?.parse().ok()?,
        group: words.get(2)?.parse().ok()?,
        // Some systems print an address.
        session: words.get(3)?.parse().unwrap_or(0),
        started: 0,
        is_zombie: words.get(4)?.starts_with('Z'),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;
    use std::time::{Duration, Instant};

    #[test]
    fn a_process_is_found_below_its_parent() {
        let mut command = Command::new("sh");
        let command = command.args(["-c", "sleep 60 & wait"]);
        let mut shell = command.spawn().expect("`sh` is there");
        let root = Pid::from_child(&shell);
        let mut below = vec![];
        let started = Instant::now();
        while below.len() < 2 {
            assert!(started.elapsed() < Duration::from_secs(30), "{below:?}");
            below = with_descendants(&all(), &[root]);
        }
        assert_eq!(below[0].id, root);
        assert!(below[0].is_child_of(rustix::process::getpid()));
        assert!(below[1].is_child_of(root));
        for process in &below {
            let _ = rustix::process::kill_process(process.id, rustix::process::Signal::KILL);
        }
        shell.wait().expect("it is a child");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn names_of_programs_hold_anything() {
        let rest = "0 -1 4194304 1 2 3 4 5 6 7 8 20 0 1 0 77 9";
        let stat = format!("5 (a) S 1 (b)) Z 2 3 4 {rest}");
        let process = read(5, &stat).expect("it is a line of the system");
        assert_eq!((process.parent, process.group, process.session), (2, 3, 4));
        assert!(process.is_zombie);
        assert_eq!(process.started, 77);
        assert_eq!(read(5, "5 (a"), None);
    }
}
