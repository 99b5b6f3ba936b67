//! Digest of what counts, part by part.

use std::fmt::Write as _;

/// Digest of a list of texts.
#[derive(Default)]
pub(super) struct Digest(hmac_sha256::Hash);

impl Digest {
    pub(super) fn add(&mut self, part: impl AsRef<[u8]>) {
        let part = part.as_ref();
        // With their lengths no two lists of parts are the same text.
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
    }

    pub(super) fn finish(self) -> String {
        let mut text = String::new();
        for byte in self.0.finalize() {
            let _ = write!(text, "{byte:02x}");
        }
        text
    }
}
