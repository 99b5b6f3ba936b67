//! Artifacts: files and folders between tasks, wherever values can be.

use pipewright::artifact::{Dataset, Folder, Model};
use pipewright::prelude::*;
use std::fs;
use std::io::Error;

/// A file with a text in it.
#[component]
fn make(text: String) -> Result<Dataset, Error> {
    let made = <Dataset>::create().map_err(Error::other)?;
    fs::write(made.path(), text)?;
    Ok(made)
}

/// The text in a file.
#[component]
fn read(data: Dataset) -> Result<String, Error> {
    fs::read_to_string(data.path())
}

/// The same with more behind it.
#[component]
fn append(data: Dataset, text: String) -> Result<Dataset, Error> {
    let made = <Dataset>::create().map_err(Error::other)?;
    fs::write(made.path(), fs::read_to_string(data.path())? + &text)?;
    Ok(made)
}

/// The text in a file, or another one.
#[component]
fn read_or(text: String, data: Option<Dataset>) -> Result<String, Error> {
    data.map_or(Ok(text), |data| fs::read_to_string(data.path()))
}

/// A file for an even number only.
#[component]
fn perhaps(number: i64) -> Result<Option<Dataset>, Error> {
    if number % 2 != 0 {
        return Ok(None);
    }
    let made = <Dataset>::create().map_err(Error::other)?;
    fs::write(made.path(), number.to_string())?;
    Ok(Some(made))
}

/// Fails for negative numbers.
#[component]
fn made_of(number: i64) -> Result<Dataset, Error> {
    if number < 0 {
        return Err(Error::other("a negative number"));
    }
    let made = <Dataset>::create().map_err(Error::other)?;
    fs::write(made.path(), number.to_string())?;
    Ok(made)
}

/// Gives out what came in.
#[component]
fn same(data: Dataset) -> Dataset {
    data
}

#[derive(Outputs)]
struct Parts {
    train: Dataset,
    model: Model,
    size: i64,
}

/// Artifacts beside a value.
#[component]
fn split(data: Dataset) -> Result<Parts, Error> {
    let text = fs::read_to_string(data.path())?;
    let train = <Dataset>::create().map_err(Error::other)?;
    fs::write(train.path(), &text)?;
    let model = <Model>::create().map_err(Error::other)?;
    fs::write(model.path(), text.to_uppercase())?;
    Ok(Parts {
        train,
        model,
        size: text.len() as i64,
    })
}

#[component]
fn read_model(model: Model) -> Result<String, Error> {
    fs::read_to_string(model.path())
}

#[component]
fn joined(texts: Vec<String>) -> String {
    texts.join(" ")
}

/// One behind the other.
#[pipeline]
fn artifact_chain(text: String) -> String {
    let made = make(text);
    read(append(made, "!"))
}

/// One artifact for two tasks, and several outputs.
#[pipeline]
fn artifact_for_two(text: String) -> String {
    let made = make(text);
    let parts = split(&made);
    joined([read(made), read(parts.train), read_model(parts.model)])
}

/// What comes out of an `if`.
#[pipeline]
fn artifact_of_an_if(number: i64) -> String {
    let made = if number > 0 {
        made_of(number)
    } else {
        append(make("none"), "!")
    };
    read(made)
}

/// A choice without tasks.
#[pipeline]
fn artifact_of_a_choice(number: i64) -> String {
    let (small, large) = (make("small"), make("large"));
    read(if number > 9 { large } else { small })
}

/// Artifacts that go through a loop, one for each item.
#[pipeline]
fn artifacts_in_a_loop(numbers: Vec<i64>) -> Vec<String> {
    let made = numbers.map(|number| made_of(number));
    made.map(|made| read(append(made, "!")))
}

/// One that may be missing.
#[pipeline]
fn optional_artifact(number: i64) -> String {
    let some = make("some");
    joined([
        read_or("none", data = perhaps(number)),
        read_or("none", data = some),
        read_or("none", data = None),
        read_or("none"),
    ])
}

/// One that a task asks for with a question.
#[pipeline]
fn unwrapped_artifact(number: i64) -> String {
    let made = perhaps(number);
    if let Some(made) = made {
        read(made)
    } else {
        joined(["none"])
    }
}

#[pipeline]
fn extended(data: Dataset, text: String) -> Dataset {
    append(append(data, text), "!")
}

/// Artifacts that go into pipelines that are called, and come out of them.
#[pipeline]
fn artifact_of_a_call(text: String) -> String {
    read(extended(extended(make(text), "a"), "b"))
}

/// Artifacts of tasks that may be tried again.
#[pipeline]
fn artifact_with_tries(text: String) -> String {
    read(append(make(text).retries(2), "!").retries(1))
}

/// What may fail gives an artifact or nothing.
#[pipeline]
fn artifact_of_what_may_fail(number: i64) -> String {
    read_or("nothing", data = made_of(number).allow_failure())
}

/// An artifact for an exit handler.
#[pipeline]
fn artifact_at_the_end(text: String) -> String {
    let made = make(text);
    on_exit(|_| {
        let _ = read(same(make("end")));
    });
    read(same(made))
}

/// The texts of several files.
#[component]
fn read_all(list: Vec<Dataset>) -> Result<String, Error> {
    let texts = list.iter().map(|data| fs::read_to_string(data.path()));
    Ok(texts.collect::<Result<Vec<_>, _>>()?.join(" "))
}

/// The texts of the files that are there.
#[component]
fn read_some(list: Vec<Option<Dataset>>) -> Result<String, Error> {
    let text = |data: &Option<Dataset>| match data {
        Some(data) => fs::read_to_string(data.path()),
        None => Ok("-".to_owned()),
    };
    Ok(list
        .iter()
        .map(text)
        .collect::<Result<Vec<_>, _>>()?
        .join(" "))
}

/// The texts of files in lists.
#[component]
fn read_nested(lists: Vec<Vec<Dataset>>) -> Result<String, Error> {
    let mut lines = vec![];
    for list in &lists {
        let texts = list.iter().map(|data| fs::read_to_string(data.path()));
        lines.push(texts.collect::<Result<Vec<_>, _>>()?.join(" "));
    }
    Ok(lines.join("; "))
}

/// A file for each number.
#[component]
fn make_all(numbers: Vec<i64>) -> Result<Vec<Dataset>, Error> {
    let made = numbers.iter().map(|number| {
        let made = <Dataset>::create().map_err(Error::other)?;
        fs::write(made.path(), number.to_string())?;
        Ok(made)
    });
    made.collect()
}

/// Lists whose length the source tells.
#[pipeline]
fn artifacts_of_a_list(text: String) -> String {
    let (first, second) = (make(text), make("second"));
    joined([
        read_all([first, second]),
        read_all([second]),
        read_some([perhaps(1), perhaps(2)]),
    ])
}

/// A list that goes through a pipeline.
#[pipeline]
fn listed(list: Vec<Dataset>) -> String {
    read_all(list)
}

/// Lists whose length the source tells, given to a pipeline that is called.
#[pipeline]
fn artifacts_of_a_list_for_a_call(text: String) -> String {
    let made = make(text);
    joined([listed([made, made]), listed([made])])
}

/// What a loop makes, all together.
#[pipeline]
fn artifacts_of_a_loop(numbers: Vec<i64>) -> String {
    read_all(numbers.map(|number| made_of(number)))
}

/// What a loop in a loop makes.
#[pipeline]
fn artifacts_of_a_nested_loop(lists: Vec<Vec<i64>>) -> String {
    read_nested(lists.map(|list| list.map(|number| made_of(number))))
}

/// What a loop makes of which some fail.
#[pipeline]
fn artifacts_of_what_may_fail(numbers: Vec<i64>) -> String {
    read_some(numbers.map(|number| made_of(number).allow_failure()))
}

/// All that one task makes, for one task and for a loop.
#[pipeline]
fn artifacts_of_one_task(numbers: Vec<i64>) -> String {
    let made = make_all(numbers);
    let each = joined(made.map(|made| read(made)));
    joined([read_all(made), each])
}

/// What a loop makes within a loop.
#[pipeline]
fn artifacts_gathered_in_a_loop(numbers: Vec<i64>, texts: Vec<String>) -> Vec<String> {
    texts.map(|text| {
        let made = numbers.map(|number| append(made_of(number), text));
        read_all(made)
    })
}

/// A folder with a file for each number, one in a folder of its own, and an empty folder.
#[component]
fn make_folder(numbers: Vec<i64>) -> Result<Dataset<Folder>, Error> {
    let made = Dataset::<Folder>::create().map_err(Error::other)?;
    for number in numbers {
        fs::write(made.path().join(number.to_string()), "x")?;
    }
    fs::create_dir(made.path().join("empty"))?;
    fs::create_dir(made.path().join("inner"))?;
    fs::write(made.path().join("inner/a b"), "y")?;
    Ok(made)
}

/// The names of the entries of folders.
#[component]
fn entries(list: Vec<Dataset<Folder>>) -> Result<Vec<String>, Error> {
    let mut names = vec![];
    for folder in &list {
        for entry in fs::read_dir(folder.path())? {
            let path = entry?.path();
            let inner = if path.is_dir() {
                fs::read_dir(&path)?.count()
            } else {
                0
            };
            let name = path.file_name().unwrap_or_default();
            names.push(format!("{} {inner}", name.display()));
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Folders, one by itself and two in a list.
#[pipeline]
fn folders_as_artifacts(numbers: Vec<i64>) -> Vec<String> {
    entries([make_folder(numbers), make_folder([7])])
}

const BUSYBOX: &str = "busybox:1.36";

/// Sorts the lines of a file.
#[component]
fn sort_lines(lines: InputPath<Dataset>, sorted: OutputPath<Dataset>) -> Container {
    Container::new(BUSYBOX)
        .command(["sort", "-o"])
        .arg(sorted)
        .arg(lines)
}

/// Writes a file to a path of its own, and its size to another one.
#[component]
fn download(
    text: Input<String>,
    #[path("/tmp/data")] downloaded: OutputPath<Dataset>,
    #[path("/tmp/size")] size: OutputPath<i64>,
) -> Container {
    Container::new(BUSYBOX)
        .command([
            "sh",
            "-c",
            r#"printf '%s' "$0" > /tmp/data; wc -c < /tmp/data > /tmp/size"#,
        ])
        .arg(text)
}

/// The text of a file in an output that is none.
#[component]
fn content(data: InputPath<Dataset>, text: OutputPath<String>) -> Container {
    Container::new(BUSYBOX).command(["cp"]).arg(data).arg(text)
}

/// All files of a list, one behind the other.
#[component]
fn concatenate(list: InputPath<Vec<Dataset>>, text: OutputPath<String>) -> Container {
    let script =
        r#"for i in $(ls "$0" | sort -n); do [ -f "$0/$i" ] && cat "$0/$i"; done > "$1"; true"#;
    Container::new(BUSYBOX)
        .command(["sh", "-c", script])
        .arg(list)
        .arg(text)
}

/// Artifacts of ready images.
#[pipeline]
fn artifacts_of_images(text: String) -> String {
    let downloaded = download(text);
    let text = content(sort_lines(downloaded.downloaded).sorted).text;
    show_size(text, downloaded.size)
}

#[component]
fn show_size(text: String, size: i64) -> String {
    format!("{text} {size}")
}

/// The lists of artifacts that images take.
#[pipeline]
fn lists_of_artifacts_for_images(texts: Vec<String>, text: String) -> String {
    let made = texts.map(|text| download(text).downloaded);
    let one = download(text).downloaded;
    let made = concatenate(made).text;
    joined([made, concatenate([one, one]).text])
}

/// Artifacts of images, wherever values can be.
#[pipeline]
fn artifacts_of_images_everywhere(text: String, count: i64) -> String {
    let made = if count > 1 {
        download("many").downloaded
    } else {
        sort_lines(download(text).downloaded).sorted
    };
    let again = content(made).text;
    let failed = sort_lines(download("lost").downloaded)
        .allow_failure()
        .sorted;
    let found = if let Some(failed) = failed {
        content(failed).text
    } else {
        again
    };
    joined([again, found])
}
