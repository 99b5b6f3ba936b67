//! The program whose processes the tasks of a run are.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The file of a program as it was when the run started: a program that is built anew meanwhile is none of its business.
#[derive(Debug)]
pub(crate) struct Program {
    /// Its path then, for people and for the program itself.
    path: PathBuf,
    /// The file behind that path.
    file: Option<File>,
}

impl Program {
    /// The program of this process.
    ///
    /// # Errors
    /// The system does not tell.
    pub(crate) fn own() -> io::Result<Self> {
        let path = std::env::current_exe()?;
        // The path may have another program by now. Where there is no such file, it has to do.
        let file = File::open("/proc/self/exe").or_else(|_| File::open(&path));
        Ok(Self {
            path,
            file: file.ok().filter(is_binary),
        })
    }

    /// The program of a path. Whether it is there is told when it is started.
    pub(crate) fn of(path: PathBuf) -> Self {
        let file = File::open(&path).ok().filter(is_binary);
        Self { path, file }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// A command that starts it.
    pub(super) fn command(&self) -> Command {
        #[cfg(target_os = "linux")]
        if let Some(file) = &self.file {
            use std::os::fd::AsRawFd;
            use std::os::unix::process::CommandExt;
            // The child has the file open until it has become the program.
            let mut command = Command::new(format!("/proc/self/fd/{}", file.as_raw_fd()));
            command.arg0(&self.path);
            return command;
        }
        let _ = &self.file;
        Command::new(&self.path)
    }
}

/// Whether a file is no script, whose interpreter could not open it when the child has become the interpreter.
fn is_binary(mut file: &File) -> bool {
    let mut start = [0; 2];
    let is_script = file.read_exact(&mut start).is_err() || start == *b"#!";
    !is_script && Path::new("/proc/self/fd").exists()
}
