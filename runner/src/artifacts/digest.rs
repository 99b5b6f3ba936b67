//! Digests of contents.

use super::tree::{self, Kind};
use blake3::{Hash, Hasher};
use std::fs::File;
use std::io;
use std::path::Path;

/// Digest of a file, or of a folder with all that is in it: names, links, and which of its files are programs.
///
/// # Errors
/// What cannot be read, and what no artifact may hold.
pub(crate) fn digest(root: &Path) -> io::Result<Hash> {
    let entries = tree::entries(root)?;
    if let [only] = &entries[..]
        && let Kind::File(_) = only.kind
    {
        return file(root);
    }
    let mut all = Hasher::new();
    let mut part = |bytes: &[u8]| {
        // With their lengths no two lists of parts are the same bytes.
        all.update(&(bytes.len() as u64).to_le_bytes());
        all.update(bytes);
    };
    for entry in entries {
        part(entry.name.as_os_str().as_encoded_bytes());
        match &entry.kind {
            Kind::Folder => part(b"folder"),
            Kind::Link(target) => {
                part(b"link");
                part(target.as_os_str().as_encoded_bytes());
            }
            Kind::File(known) => {
                part(match tree::is_program(known) {
                    true => b"program",
                    false => b"file",
                });
                part(file(&tree::path_of(root, &entry.name))?.as_bytes());
            }
        }
    }
    Ok(all.finalize())
}

fn file(path: &Path) -> io::Result<Hash> {
    let mut hasher = Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok(hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn another_content_is_another_digest() {
        let folder = tempfile::tempdir().expect("there is room");
        let root = folder.path().join("root");
        let make = |files: &[(&str, &str)]| {
            tree::remove(&root).expect("it can be removed");
            fs::create_dir(&root).expect("there is room");
            for (name, text) in files {
                let path = root.join(name);
                fs::create_dir_all(path.parent().expect("it is below the root")).expect("room");
                fs::write(path, text).expect("there is room");
            }
            digest(&root).expect("it can be read")
        };
        let digests = [
            make(&[]),
            make(&[("a", "")]),
            make(&[("a", "b")]),
            make(&[("ab", "")]),
            make(&[("a", "b"), ("c", "d")]),
            make(&[("a/c", "d")]),
        ];
        for (index, digest) in digests.iter().enumerate() {
            assert!(!digests[..index].contains(digest), "{index}");
        }
        assert_eq!(make(&[("a", "b")]), digests[2]);
        let path = folder.path().join("file");
        fs::write(&path, "text").expect("there is room");
        assert_eq!(digest(&path).expect("it is there"), blake3::hash(b"text"));
    }
}
