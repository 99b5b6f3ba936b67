use crate::case::{Case, case};
use crate::rows::rows;

pub(super) fn cases() -> Vec<Case> {
    let all: Vec<Case> = KINDS.iter().flat_map(cases_of).collect();
    all.into_iter().chain(folders()).collect()
}

/// The pipelines of a kind and content, and what they show of an artifact.
struct Kind {
    chain: &'static str,
    branch: &'static str,
    each: &'static str,
    make: &'static str,
    shown: fn(i64) -> String,
}

macro_rules! kinds {
    ($($chain:ident $branch:ident $loop:ident $make:literal: $shown:expr,)*) => {
        &[$(Kind {
            chain: stringify!($chain),
            branch: stringify!($branch),
            each: stringify!($loop),
            make: $make,
            shown: $shown,
        },)*]
    };
}

const KINDS: &[Kind] = kinds! {
    file_chain file_branch file_loop "make-file": |number| {
        let bytes = [&[0, 10, 255], &number.to_le_bytes()[..]].concat();
        format!("{bytes:?} {:?} {:?}", Some(number), Some("a \"b\" {{c}}"))
    },
    text_chain text_branch text_loop "make-text": |number| {
        let lines = (0..number).map(|line| format!("line {line} {{{{=1+1}}}} \u{1f600}\n"));
        lines.collect()
    },
    json_chain json_branch json_loop "make-json": |number| format!("{:?}", rows(number)),
    lines_chain lines_branch lines_loop "make-lines": |number| format!("{:?}", rows(number)),
    csv_chain csv_branch csv_loop "make-csv": |number| format!("{:?}", rows(number)),
    floats_chain floats_branch floats_loop "make-floats": |number| {
        format!("{} {:?}", 8 * number, Some("none"))
    },
    metrics_chain metrics_branch metrics_loop "make-metrics": |number| {
        format!("{:?} {:?}", Some(0.5), Some(number as f64))
    },
    html_chain html_branch html_loop "make-html": |number| format!("<b>{number}</b>"),
    markdown_chain markdown_branch markdown_loop "make-markdown": |number| format!("# {number}\n"),
    embeddings_chain embeddings_branch embeddings_loop "make-embeddings": |number| {
        let rows: Vec<_> = (0..number).map(|row| vec![row as f64, 0.25]).collect();
        format!("{rows:?} 2 {:?}", (number > 2).then_some("en"))
    },
};

fn cases_of(kind: &Kind) -> Vec<Case> {
    let shown = kind.shown;
    let skipped = |number: i64| match number > 1 {
        true => format!("if-1/{}-2", kind.make),
        false => format!("if-1/{}", kind.make),
    };
    let branch = |number: i64| {
        let case = case(kind.branch).with("number", number);
        case.skips([skipped(number)]).gives(shown(number))
    };
    vec![
        case(kind.chain).with("number", 3).gives(shown(3)),
        branch(1),
        branch(2),
        case(kind.each)
            .with("numbers", [2, 0, 1])
            .gives([shown(2), shown(0), shown(1)]),
    ]
}

fn folders() -> Vec<Case> {
    let tree = |number: i64| {
        let inner = (0..number).map(|index| format!(", sub {index}, sub {index}/file"));
        format!("empty{} {:?}", inner.collect::<String>(), Some(number))
    };
    vec![
        case("tree_chain").with("number", 2).gives(tree(2)),
        case("tree_chain").with("number", 0).gives(tree(0)),
        case("tree_branch")
            .with("number", 3)
            .skips(["if-1/make-tree-2"])
            .gives(tree(3)),
        case("tree_loop")
            .with("numbers", [1, 0])
            .gives([tree(1), tree(0)]),
        case("classification_chain")
            .with("number", 7)
            .gives("[\"no\", \"yes\"] [[7, 1], [2, 3]] 3"),
    ]
}
