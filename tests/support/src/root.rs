//! Root folders that stand for images.

use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

/// A root folder with busybox, whose other programs are what a test needs.
#[derive(Debug)]
pub struct Root(PathBuf);

impl Root {
    /// An image in a folder that does not exist yet.
    ///
    /// # Panics
    /// If there is no static busybox on this machine.
    pub fn create(folder: PathBuf) -> Self {
        let root = Self(folder);
        let busybox = std::fs::read("/bin/busybox").expect("busybox is static and in its place");
        root.write("bin/busybox", &busybox);
        for program in ["sh", "cat", "echo", "seq", "sleep"] {
            symlink("busybox", root.0.join("bin").join(program)).expect("links can be made");
        }
        root
    }

    /// Writes a file that can be run.
    ///
    /// # Panics
    /// If it cannot be written.
    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().expect("it is in the root"))
            .expect("folders can be made");
        std::fs::write(&path, bytes).expect("files can be written");
        std::fs::set_permissions(path, PermissionsExt::from_mode(0o755)).expect("files have modes");
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }
}
