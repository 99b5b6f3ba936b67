//! `approve`.

use super::board::{Open, Reply};
use super::terminal::typed;
use crate::cli::arguments::Approve;
use crate::cli::exit::Exit;
use crate::cli::output::{fail, print};
use crate::cli::{folders, select};
use pipewright_ir::shown;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::ErrorKind;

/// Lists what waits for a person, or answers it.
pub(in crate::cli) fn approve(options: &Approve) -> Result<Exit, Exit> {
    let open = folders::runs()
        .map(|runs| Open::all(&runs))
        .unwrap_or_default();
    let Some(run) = &options.run else {
        print(&list(&open))?;
        return Ok(Exit::Ok);
    };
    let of_run: Vec<&Open> = open.iter().filter(|open| open.run == *run).collect();
    if of_run.is_empty() {
        let names: Vec<&str> = open.iter().map(|open| open.run.as_str()).collect();
        let message = format!(
            "nothing of the run `{run}` waits; {}",
            select::suggest(run, &names)
        );
        return fail(&message, Exit::Usage);
    }
    let tasks: Vec<&str> = of_run
        .iter()
        .map(|open| open.request.task.as_str())
        .collect();
    let asked = match &options.task {
        Some(task) => of_run.iter().find(|open| open.request.task == *task),
        None if of_run.len() == 1 => of_run.first(),
        None => {
            let message = format!("several tasks wait; name one of {}", select::list(&tasks));
            return fail(&message, Exit::Usage);
        }
    };
    let Some(asked) = asked else {
        let task = options.task.as_deref().unwrap_or_default();
        let message = format!("no task `{task}` waits; {}", select::suggest(task, &tasks));
        return fail(&message, Exit::Usage);
    };
    let reply = match options.decline {
        true => Reply::Declined,
        false => Reply::Outputs(outputs(asked, &options.parameters)?),
    };
    match asked.give(&reply) {
        Ok(()) => Ok(Exit::Ok),
        Err(error) if matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotFound) => {
            let task = &asked.request.task;
            let message = format!(
                "`{task}` does not wait any more: somebody else has answered, or the run has gone on"
            );
            fail(&message, Exit::Usage)
        }
        Err(error) => fail(&format!("cannot answer: {error}"), Exit::Infrastructure),
    }
}

fn list(open: &[Open]) -> String {
    let mut text = String::new();
    for Open { run, request, .. } in open {
        let (task, message) = (&request.task, shown::behind("  | ", &request.message));
        let _ = writeln!(text, "{run} {task}  {message}");
        for output in &request.outputs {
            let description = output.description.as_deref().unwrap_or_default();
            let description = shown::line(description);
            let line = format!("  -p {}=…  {}  {description}", output.name, output.ty);
            let _ = writeln!(text, "{}", line.trim_end());
        }
    }
    text
}

/// The outputs that the words give. All mistakes are reported.
fn outputs(
    asked: &Open,
    words: &[String],
) -> Result<BTreeMap<String, pipewright_ir::json::Json>, Exit> {
    let (mut given, mut mistakes) = (BTreeMap::new(), vec![]);
    let names: Vec<&str> = asked
        .request
        .outputs
        .iter()
        .map(|output| output.name.as_str())
        .collect();
    for word in words {
        let Some((name, text)) = word.split_once('=') else {
            mistakes.push(format!("`{word}` has no value; write `-p {word}=VALUE`"));
            continue;
        };
        let Some(output) = asked
            .request
            .outputs
            .iter()
            .find(|output| output.name == name)
        else {
            mistakes.push(format!(
                "no value `{name}` is asked for; {}",
                select::suggest(name, &names)
            ));
            continue;
        };
        if given.contains_key(name) {
            mistakes.push(format!("`{name}` is given twice"));
            continue;
        }
        let value = typed(&output.ty, text)
            .map_err(|reason| format!("`{name}` is given `{text}`: {reason}"));
        given.insert(
            name.to_owned(),
            value.map_err(|mistake| mistakes.push(mistake)).ok(),
        );
    }
    for output in &asked.request.outputs {
        let (name, ty) = (&output.name, &output.ty);
        if given.contains_key(name) {
            continue;
        }
        if ty.is_optional() {
            given.insert(name.clone(), Some(pipewright_ir::json::Json::null()));
        } else {
            mistakes.push(format!(
                "`{name}` ({ty}) is missing; give it with `-p {name}=VALUE`"
            ));
        }
    }
    if !mistakes.is_empty() {
        return fail(&mistakes.join("\nerror: "), Exit::Usage);
    }
    Ok(given
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect())
}
