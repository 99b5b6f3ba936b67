//! Texts and documents that are hard to print, for all tests of the printer.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_yaml::{Mapping, Value};

/// Texts that some reader or printer of YAML has got wrong.
pub(crate) fn awkward_texts() -> Vec<String> {
    let table = [
        // What YAML 1.1 or 1.2 takes for something else.
        "",
        "y",
        "Y",
        "n",
        "N",
        "yes",
        "Yes",
        "YES",
        "no",
        "No",
        "NO",
        "on",
        "On",
        "off",
        "Off",
        "OFF",
        "true",
        "True",
        "TRUE",
        "false",
        "null",
        "Null",
        "NULL",
        "~",
        "nan",
        ".nan",
        ".NaN",
        ".inf",
        "-.inf",
        "+.Inf",
        "inf",
        "Infinity",
        "0",
        "-0",
        "00",
        "1",
        "-1",
        "+1",
        "007",
        "0o17",
        "017",
        "0x1F",
        "0b101",
        "1_000",
        "1__0",
        "_1",
        "1.0",
        "1.",
        ".5",
        "-.5",
        "+.5",
        "1.5.0",
        "1e3",
        "1E3",
        "1e+3",
        "1.0e+21",
        "1e",
        "e3",
        "0x",
        "12e03",
        "1:30",
        "190:20:30",
        "190:20:30.15",
        "2001-01-01",
        "2001-12-14t21:59:43.10-05:00",
        "2001-12-14 21:59:43.10 -5",
        "12:00",
        "9223372036854775808",
        "1e400",
        "=",
        "<<",
        "500m",
        "1.5Gi",
        "1h30m",
        "0.1.0",
        "1,000",
        // What the syntax gives a meaning.
        "-",
        "--",
        "---",
        "--- a",
        "...",
        "... a",
        "- a",
        "-a",
        "?",
        "? a",
        "?a",
        ":",
        ": a",
        ":a",
        "a:",
        "a: b",
        "a:b",
        "a : b",
        "#",
        "# a",
        "#a",
        "a #b",
        "a#b",
        "&a",
        "*a",
        "!a",
        "!!str a",
        "|",
        "|-",
        ">",
        "> a",
        "%",
        "%YAML 1.2",
        "@a",
        "`a`",
        "'",
        "''",
        "'a'",
        "\"",
        "\"a\"",
        "it's",
        "say \"a\"",
        "'\"",
        "\\",
        "\\n",
        "a\\",
        "C:\\dir",
        "[",
        "]",
        "[a]",
        "a[0]",
        "{",
        "}",
        "{a}",
        "{a: b}",
        ",",
        "a,b",
        "a, b",
        "-[",
        "-,",
        "a]",
        "a}",
        "(a)",
        "$(a)",
        "${a}",
        "{{a}}",
        "a {{b}} c",
        "{{=1+1}}",
        "{{workflow.name}} {{=1+1}}",
        "'; drop",
        "$(reboot)",
        "a == 'b' && c != \"d\"",
        "{\"a\": [1, \"b\"]}",
        // Space.
        " ",
        "  ",
        " a",
        "a ",
        "a  b",
        "\t",
        "\ta",
        "a\t",
        "a\tb",
        "\u{a0}",
        "a\u{a0}",
        "\u{3000}a",
        "a\u{2003}",
        "a\u{200b}b",
        // Several lines.
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        "a\n",
        "a\n\n",
        "a\nb",
        "a\nb\n",
        "a\nb\n\n",
        "a\nb\n\n\n",
        "\na",
        "\na\nb",
        "\n\na\nb\n",
        " a\nb",
        "  a\n b\nc\n",
        "\ta\nb\n",
        "a\n\tb\n",
        "a\n b",
        "a\n \nb",
        "a\n  \n",
        "a\n\t\nb",
        "a \nb",
        "a\t\nb\t",
        "a\r\nb\r\n",
        "a\rb",
        "a\n\r\nb",
        "a\n---\nb",
        "---\na\n",
        "a\n...\n",
        "# a\n# b\n",
        "a:\n- b\n",
        "- a\n- b",
        "a\n\u{85}b",
        "a\n\u{2028}b",
        "a\n\u{2029}b",
        "#!/bin/sh\nset -e\necho \"$1\"\n",
        "if a:\n    b()\n\n    c()\n",
        "{{a}}\n{{b}}\n",
        "é\nü\n",
        "🎉\n🎈",
        // Characters.
        "\0",
        "a\0b",
        "\u{1}",
        "\u{7}",
        "\u{8}",
        "\u{b}",
        "\u{c}",
        "\u{1b}[31m",
        "\u{1f}",
        "\u{7f}",
        "\u{80}",
        "\u{85}",
        "\u{9f}",
        "\u{2028}",
        "\u{2029}",
        "\u{feff}",
        "\u{feff}a",
        "a\u{feff}",
        "\u{fffe}",
        "\u{ffff}",
        "\u{fffd}",
        "\u{e000}",
        "\u{d7ff}",
        "\u{1fffe}",
        "\u{10ffff}",
        "\u{202e}a",
        "e\u{301}",
        "\u{301}",
        "ß",
        "漢字",
        "Ж",
        "²",
        "١",
        "🎉",
        "👩\u{200d}👧",
        "🎉🎉: 🎉",
    ];
    let lines = [
        "long ".repeat(2000),
        "a".repeat(10_000),
        "\"".repeat(10_000),
        "é🎉".repeat(2_000),
        format!("{}\n", "word ".repeat(2000)),
        format!("{0}\n{0}\n", "b".repeat(10_000)),
        "line\n".repeat(500),
        "key: value\r\n".repeat(100),
        "x".repeat(1023),
        "x".repeat(1024),
        "x".repeat(1025),
    ];
    table.into_iter().map(str::to_owned).chain(lines).collect()
}

/// Texts of many kinds, those that look like numbers and blocks among them.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        prop::sample::select(awkward_texts()),
        "[-+]?[0-9]{0,3}[0-9_.:eExobn-]{1,6}[mkKGi]{0,2}",
        "[-a-z0-9_./:#,?{}\\[\\] '\"&*!|>%@`=~\\\\]{0,12}",
        "([ \ta-c#:-]{0,5}\n){0,4}[ \ta-c]{0,3}\n{0,3}",
        "[\0-\u{a0}\u{2020}-\u{2030}\u{feff}\u{fffe}\u{ffff}]{1,6}",
    ]
}

/// The same `count` texts in every run.
pub(crate) fn some_texts(count: usize) -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let text = any_text();
    (0..count)
        .map(|_| {
            text.new_tree(&mut runner)
                .expect("no text is filtered")
                .current()
        })
        .collect()
}

/// A map of all texts in each place where a text can stand: in block and flow style, in maps and lists, as a key.
pub(crate) fn everywhere(texts: &[String]) -> Mapping {
    let list = |items: Vec<Value>| Value::Sequence(items);
    let text = |text: &String| Value::String(text.clone());
    let map = |entries: &[(&str, Value)]| {
        Value::Mapping(
            entries
                .iter()
                .map(|(key, value)| (Value::from(*key), value.clone()))
                .collect(),
        )
    };
    let each = |make: &dyn Fn(&String) -> Value| list(texts.iter().map(make).collect());
    let block = texts
        .iter()
        .enumerate()
        .map(|(index, item)| (Value::from(format!("k{index}")), text(item)))
        .collect();
    let keys = texts.iter().map(|item| (text(item), text(item))).collect();
    let keys_of_collections = texts
        .iter()
        .map(|item| {
            (
                text(item),
                list(vec![map(&[
                    ("a", text(item)),
                    ("b", list(vec![text(item)])),
                ])]),
            )
        })
        .collect();
    [
        ("block", Value::Mapping(block)),
        ("keys", Value::Mapping(keys)),
        ("collections", Value::Mapping(keys_of_collections)),
        ("list", each(&text)),
        (
            "maps",
            each(&|item| {
                map(&[
                    ("name", text(item)),
                    ("value", text(item)),
                    ("end", Value::Null),
                ])
            }),
        ),
        (
            "lists",
            each(&|item| list(vec![text(item), list(vec![text(item)]), text(item)])),
        ),
        (
            "flow_keys",
            each(&|item| Value::Mapping([(text(item), text(item))].into_iter().collect())),
        ),
        (
            "deep",
            each(&|item| {
                list(vec![list(vec![list(vec![list(vec![map(&[(
                    "a",
                    text(item),
                )])])])])])
            }),
        ),
    ]
    .into_iter()
    .map(|(key, value)| (Value::from(key), value))
    .collect()
}
