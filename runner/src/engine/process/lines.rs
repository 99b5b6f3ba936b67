//! Lines of what a process prints.

/// Length of the longest line that is not cut, in bytes.
const LONGEST: usize = 64 * 1024;

/// Cuts a stream into lines: lossy UTF-8, without line ends.
#[derive(Default)]
pub(super) struct Lines {
    rest: Vec<u8>,
}

impl Lines {
    /// The lines that are complete with these bytes.
    pub(super) fn push(&mut self, mut bytes: &[u8]) -> Vec<String> {
        let mut lines = vec![];
        while let Some(end) = bytes.iter().position(|&byte| byte == b'\n') {
            self.rest.extend_from_slice(&bytes[..end]);
            lines.push(self.take());
            bytes = &bytes[end + 1..];
        }
        self.rest.extend_from_slice(bytes);
        if self.rest.len() > LONGEST {
            lines.push(self.take());
        }
        lines
    }

    /// A last line that has no end.
    pub(super) fn finish(&mut self) -> Option<String> {
        (!self.rest.is_empty()).then(|| self.take())
    }

    fn take(&mut self) -> String {
        let line = self.rest.strip_suffix(b"\r").unwrap_or(&self.rest);
        let line = String::from_utf8_lossy(line).into_owned();
        self.rest.clear();
        line
    }
}
