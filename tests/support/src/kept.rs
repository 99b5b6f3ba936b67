//! Files that hold what programs should print.

use std::fs;
use std::path::Path;

/// Compares a text with a file below `tests/`, or writes the file when `PIPEWRIGHT_BLESS` is set.
///
/// # Panics
/// If they differ.
#[track_caller]
pub fn compare(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
    if std::env::var_os("PIPEWRIGHT_BLESS").is_some() {
        let folder = path.parent().expect("a file is in a folder");
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::write(&path, text).expect("the file can be written");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let differs = |(line, (expected, found)): (usize, (&str, &str))| {
        (expected != found).then(|| format!("line {}:\n- {expected}\n+ {found}", line + 1))
    };
    let lines = expected.lines().zip(text.lines());
    let first = lines.enumerate().find_map(differs);
    assert!(
        expected == text,
        "tests/{file} differs, at {}\nset PIPEWRIGHT_BLESS=1 to write it anew\n\n{text}",
        first.unwrap_or_else(|| "its end".into())
    );
}
