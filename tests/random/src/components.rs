//! The components of random programs. The reference calls their functions, too.

use pipewright::artifact::Error;
use pipewright::prelude::*;

#[component]
pub fn same(n: i64) -> i64 {
    n
}

#[component]
pub fn echo(text: String) -> String {
    text
}

#[component]
pub fn double(n: i64) -> i64 {
    n.wrapping_mul(2)
}

#[component]
pub fn sum(ints: Vec<i64>) -> i64 {
    ints.iter().fold(0, |sum, n| sum.wrapping_add(*n))
}

#[component]
pub fn count(n: i64) -> Vec<i64> {
    (0..n.rem_euclid(4)).map(|k| n.wrapping_add(k)).collect()
}

/// Fails if the number can be divided by 3.
#[component]
pub fn check(n: i64) -> Result<i64, String> {
    if n % 3 == 0 {
        return Err(format!("{n} can be divided by 3"));
    }
    Ok(n)
}

#[component]
pub fn words(n: i64) -> Vec<String> {
    const WORDS: [&str; 8] = [
        "{{workflow.name}}",
        "$(x) \"y\"",
        "",
        "[1]",
        "a\\b\n",
        "json:x",
        "é😀\u{7f}",
        "{\"a\":1}",
    ];
    let start = n.rem_euclid(8) as usize;
    let count = n.rem_euclid(4) as usize;
    (0..count)
        .map(|k| WORDS[(start + 3 * k) % 8].to_owned())
        .collect()
}

#[component]
pub fn flatten(rows: Vec<Vec<i64>>) -> Vec<i64> {
    rows.concat()
}

/// Fails if it is told something else than what has happened.
#[component]
pub fn told(status: ExitStatus, failures: Vec<TaskFailure>) -> Result<(), String> {
    if status == ExitStatus::Failed && failures.is_empty() {
        return Err("a pipeline failed, and no task".into());
    }
    Ok(())
}

#[component]
pub fn tell(failure: TaskFailure) {
    println!("{}: {}", failure.task, failure.message);
}

#[component]
pub fn join(texts: Vec<String>) -> String {
    texts.join("|")
}

#[component]
pub fn describe(n: i64, flag: bool, text: String) -> String {
    format!("{n}/{flag}/{text}")
}

#[derive(Outputs)]
pub struct Parts {
    pub head: String,
    pub length: i64,
}

#[component]
pub fn split(text: String) -> Parts {
    Parts {
        head: text.chars().take(3).collect(),
        length: text.chars().count() as i64,
    }
}

/// A file with a text.
pub type File = Artifact<pipewright::artifact::Text>;

#[component]
pub fn write(text: String) -> Result<File, Error> {
    let mut file = File::from_text(&text)?;
    file.set("length", text.len());
    Ok(file)
}

#[component]
pub fn append(file: File, text: String) -> Result<File, Error> {
    write::call(file.read()? + "/" + &text)
}

/// Fails if the metadata is not that of the file.
#[component]
pub fn read(file: File) -> Result<String, Error> {
    let text = file.read()?;
    match file.get::<usize>("length")? {
        Some(length) if length == text.len() => Ok(text),
        length => Err(Error::new(
            file.path(),
            format!("it has the length {length:?}"),
        )),
    }
}

#[component]
pub fn read_all(files: Vec<File>) -> Result<String, Error> {
    let texts = files.into_iter().map(read::call);
    Ok(texts.collect::<Result<Vec<_>, _>>()?.join("+"))
}
