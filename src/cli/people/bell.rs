//! The bell of a run, which the command `approve` rings when it has written an answer.

use super::message::Message;
use std::io;
use std::sync::mpsc::Sender;

#[cfg(unix)]
mod system {
    use super::{Message, Sender, io};
    use pipewright_runner::folder::{BELL_PREFIX, Folder};
    use std::os::unix::net::UnixDatagram;
    use std::path::{Path, PathBuf};

    /// A socket on which a thread waits.
    #[derive(Debug)]
    pub(in super::super) struct Bell {
        path: PathBuf,
        /// Paths of sockets must be short, which those of the user's folders may not be.
        _folder: Folder,
    }

    impl Bell {
        pub(in super::super) fn new(send: Sender<Message>) -> io::Result<Self> {
            let (folder, path, socket) = hang(&std::env::temp_dir()).or_else(|error| {
                // The user's folder for such files may have a long path, too.
                hang(Path::new("/tmp")).map_err(|_| error)
            })?;
            std::thread::Builder::new().spawn(move || {
                while socket.recv(&mut [0]).is_ok() && send.send(Message::Ring).is_ok() {}
            })?;
            Ok(Self {
                path,
                _folder: folder,
            })
        }

        /// Path of the socket.
        pub(in super::super) fn path(&self) -> &Path {
            &self.path
        }
    }

    fn hang(parent: &Path) -> io::Result<(Folder, PathBuf, UnixDatagram)> {
        let folder = Folder::new(parent, BELL_PREFIX)?;
        let path = folder.path().join("bell");
        let socket = UnixDatagram::bind(&path)?;
        Ok((folder, path, socket))
    }

    /// The path that a file says.
    pub(in super::super) fn path(bytes: Vec<u8>) -> PathBuf {
        use std::os::unix::ffi::OsStringExt;
        std::ffi::OsString::from_vec(bytes).into()
    }

    impl Drop for Bell {
        fn drop(&mut self) {
            // The thread sees that nobody listens any more.
            let _ = ring(&self.path);
        }
    }

    /// Rings the bell of a path.
    pub(in super::super) fn ring(path: &Path) -> io::Result<()> {
        let socket = UnixDatagram::unbound()?;
        socket.send_to(&[0], path).map(drop)
    }
}

#[cfg(not(unix))]
mod system {
    use super::{Message, Sender, io};
    use std::path::Path;
    use std::time::Duration;

    /// A clock, where no bell can be heard.
    #[derive(Debug)]
    pub(in super::super) struct Bell;

    impl Bell {
        pub(in super::super) fn new(send: Sender<Message>) -> io::Result<Self> {
            std::thread::Builder::new().spawn(move || {
                while send.send(Message::Ring).is_ok() {
                    std::thread::sleep(Duration::from_millis(100));
                }
            })?;
            Ok(Self)
        }

        /// No path: there is no socket.
        pub(in super::super) fn path(&self) -> &Path {
            Path::new("")
        }
    }

    /// No path.
    pub(in super::super) fn path(_: Vec<u8>) -> std::path::PathBuf {
        std::path::PathBuf::new()
    }

    /// Does nothing: the run looks by itself.
    pub(in super::super) fn ring(_: &Path) -> io::Result<()> {
        Ok(())
    }
}

pub(super) use system::{Bell, path, ring};
