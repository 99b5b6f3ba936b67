//! Names of objects, parameters, labels and environment variables.

use super::limits::{DNS_LABEL_MAX, DNS_SUBDOMAIN_MAX, LABEL_VALUE_MAX};
use crate::fnv::Fnv;

/// Expectation of [`is_dns_label`], for messages.
pub const DNS_LABEL_EXPECTED: &str = "a name of at most 63 lower-case letters, digits and `-`, which starts and ends with a letter or digit, such as `train-model`";

/// Expectation of [`is_dns_subdomain`], for messages.
pub const DNS_SUBDOMAIN_EXPECTED: &str = "a name of at most 253 lower-case letters, digits, `-` and `.`, whose parts start and end with a letter or digit, such as `train-model.v2`";

/// Expectation of [`is_namespace`], for messages.
pub const NAMESPACE_EXPECTED: &str = "a namespace of at most 63 lower-case letters, digits and `-`, which starts and ends with a letter or digit, such as `team-a`";

/// Expectation of [`is_environment_variable`], for messages.
pub const ENVIRONMENT_VARIABLE_EXPECTED: &str = "the name of an environment variable, made of letters, digits, `_`, `-` and `.` and not starting with a digit, such as `MODEL_DIR`";

/// Expectation of [`is_parameter_name`], for messages.
pub const PARAMETER_NAME_EXPECTED: &str =
    "the name of a parameter, made of letters, digits, `-` and `_`, such as `batch_size`";

/// Expectation of [`is_label_value`], for messages.
pub const LABEL_VALUE_EXPECTED: &str = "the value of a label, at most 63 letters, digits, `-`, `_` and `.`, which starts and ends with a letter or digit, such as `v1.2`";

/// Expectation of [`is_label_key`], for messages.
pub const LABEL_KEY_EXPECTED: &str = "the key of a label, a name of at most 63 letters, digits, `-`, `_` and `.`, with a domain in front or without, such as `team` or `example.com/team`";

/// Test for a label of RFC 1123: `[a-z0-9]([-a-z0-9]*[a-z0-9])?`, at most 63 characters.
pub const fn is_dns_label(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() <= DNS_LABEL_MAX && is_dns_part(bytes, 0, bytes.len())
}

/// Test for a subdomain of RFC 1123: parts joined by `.`, at most 253 characters.
///
/// As in Kubernetes, the single parts have no limit of their own.
pub const fn is_dns_subdomain(text: &str) -> bool {
    is_dns_subdomain_in(text.as_bytes(), text.len())
}

/// Test for the name of a namespace.
pub const fn is_namespace(text: &str) -> bool {
    is_dns_label(text)
}

/// Test for an environment variable that every version of Kubernetes accepts: `[-._a-zA-Z][-._a-zA-Z0-9]*`, but not `.`, and
/// not `..` at the start. A shell cannot read one with `-` or `.` in it; programs can.
pub const fn is_environment_variable(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.is_empty() || bytes[0].is_ascii_digit() {
        return false;
    }
    if bytes[0] == b'.' && (bytes.len() == 1 || bytes[1] == b'.') {
        return false;
    }
    let mut at = 0;
    while at < bytes.len() {
        if !is_label_byte(bytes[at]) {
            return false;
        }
        at += 1;
    }
    true
}

/// Test for the name of an Argo parameter or artifact: `[-a-zA-Z0-9_]+`.
pub const fn is_parameter_name(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !is_label_byte(bytes[at]) || bytes[at] == b'.' {
            return false;
        }
        at += 1;
    }
    !bytes.is_empty()
}

/// Test for the value of a label: empty, or `[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?`, at most 63 characters.
pub const fn is_label_value(text: &str) -> bool {
    text.is_empty() || is_label_name(text.as_bytes(), 0)
}

/// Test for the key of a label, an annotation or a node selector: a name, or `subdomain/name`.
pub const fn is_label_key(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut slash = 0;
    while slash < bytes.len() && bytes[slash] != b'/' {
        slash += 1;
    }
    if slash == bytes.len() {
        return is_label_name(bytes, 0);
    }
    is_dns_subdomain_in(bytes, slash) && is_label_name(bytes, slash + 1)
}

/// The kebab case of a Rust identifier: `add_two` and `AddTwo` become `add-two`, `HTTPServer` becomes `http-server`.
///
/// All but ASCII letters and digits become a `-`; none is doubled, leading or trailing. Of more than 63 characters the
/// end is a digest of all: long names that begin alike differ. The result is a DNS label, or empty if `identifier` has no
/// ASCII letter or digit.
///
/// ```
/// use pipewright_ir::kube::to_dns_label;
///
/// assert_eq!(to_dns_label("add_two"), "add-two");
/// assert_eq!(to_dns_label("HTTPServer2"), "http-server2");
/// assert_eq!(to_dns_label("r#type"), "type");
/// ```
pub fn to_dns_label(identifier: &str) -> String {
    to_dns_label_within(identifier, DNS_LABEL_MAX)
}

/// The same of at most so many characters, which are ten or more.
pub fn to_dns_label_within(identifier: &str, most: usize) -> String {
    let mut label = to_kebab_case(identifier);
    if label.len() > most {
        let mut digest = Fnv::new();
        digest.text(&label);
        let end = digest.short();
        label.truncate(most - 1 - end.len());
        label.truncate(label.trim_end_matches('-').len());
        label = format!("{label}-{end}");
    }
    label
}

/// The kebab case of a Rust identifier, of any length.
pub fn to_kebab_case(identifier: &str) -> String {
    let identifier = identifier.strip_prefix("r#").unwrap_or(identifier);
    let mut label = String::with_capacity(identifier.len() + 4);
    let mut previous = ' ';
    let mut characters = identifier.chars().peekable();
    while let Some(character) = characters.next() {
        let starts_word = character.is_ascii_uppercase()
            && (previous.is_ascii_lowercase()
                || previous.is_ascii_digit()
                || previous.is_ascii_uppercase()
                    && characters.peek().is_some_and(char::is_ascii_lowercase));
        if starts_word || !character.is_ascii_alphanumeric() {
            push_hyphen(&mut label);
        }
        if character.is_ascii_alphanumeric() {
            label.push(character.to_ascii_lowercase());
        }
        previous = character;
    }
    label.truncate(label.trim_end_matches('-').len());
    label
}

fn push_hyphen(label: &mut String) {
    if !label.is_empty() && !label.ends_with('-') {
        label.push('-');
    }
}

const fn is_dns_subdomain_in(bytes: &[u8], end: usize) -> bool {
    if end > DNS_SUBDOMAIN_MAX {
        return false;
    }
    let mut start = 0;
    let mut at = 0;
    while at < end {
        if bytes[at] == b'.' {
            if !is_dns_part(bytes, start, at) {
                return false;
            }
            start = at + 1;
        }
        at += 1;
    }
    is_dns_part(bytes, start, end)
}

const fn is_dns_part(bytes: &[u8], start: usize, end: usize) -> bool {
    if start >= end || bytes[start] == b'-' || bytes[end - 1] == b'-' {
        return false;
    }
    let mut at = start;
    while at < end {
        if !(bytes[at].is_ascii_lowercase() || bytes[at].is_ascii_digit() || bytes[at] == b'-') {
            return false;
        }
        at += 1;
    }
    true
}

const fn is_label_name(bytes: &[u8], start: usize) -> bool {
    let end = bytes.len();
    if start >= end || end - start > LABEL_VALUE_MAX {
        return false;
    }
    if !bytes[start].is_ascii_alphanumeric() || !bytes[end - 1].is_ascii_alphanumeric() {
        return false;
    }
    let mut at = start;
    while at < end {
        if !is_label_byte(bytes[at]) {
            return false;
        }
        at += 1;
    }
    true
}

const fn is_label_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(what: fn(&str) -> bool, good: &[&str], bad: &[&str]) {
        for text in good {
            assert!(what(text), "{text:?} should be accepted");
        }
        for text in bad {
            assert!(!what(text), "{text:?} should be rejected");
        }
    }

    const _: () = assert!(is_dns_label("add") && !is_dns_label("Add"));

    #[test]
    fn dns_labels() {
        let longest = "a".repeat(63);
        let too_long = "a".repeat(64);
        check(
            is_dns_label,
            &["a", "0", "add-two", "a--b", "1a", &longest],
            &[
                "", "-", "-a", "a-", "A", "a_b", "a.b", "a b", "ä", "a\n", &too_long,
            ],
        );
        check(is_namespace, &["default", "team-a"], &["", "a.b", "Team"]);
    }

    #[test]
    fn dns_subdomains() {
        let longest = "a".repeat(253);
        let too_long = "a".repeat(254);
        check(
            is_dns_subdomain,
            &["a", "a.b", "train-model.v2", "1.2.3", &longest],
            &[
                "", ".", "a.", ".a", "a..b", "a.-b", "a-.b", "A.b", "a/b", &too_long,
            ],
        );
    }

    #[test]
    fn environment_variables() {
        check(
            is_environment_variable,
            &[
                "A",
                "_",
                "MODEL_DIR",
                "a1",
                "A-B",
                "kafka.brokers",
                "-",
                ".a",
            ],
            &["", ".", "..", "..a", "1A", "A=B", "A B", "Ä", "A\0"],
        );
    }

    #[test]
    fn parameter_names() {
        check(
            is_parameter_name,
            &["a", "batch_size", "batch-size", "1", "-", "A"],
            &["", "a.b", "a b", "ä", "{{a}}"],
        );
    }

    #[test]
    fn labels() {
        let longest = "a".repeat(63);
        let too_long = "a".repeat(64);
        check(
            is_label_value,
            &["", "a", "A", "v1.2_3-x", "a..b", &longest],
            &["-", "a-", ".a", "_a", "a b", "a/b", "ä", &too_long],
        );
        let long_domain = format!("{}/a", "d".repeat(253));
        let too_long_domain = format!("{}/a", "d".repeat(254));
        let too_long_name = format!("example.com/{too_long}");
        check(
            is_label_key,
            &[
                "team",
                "Team_1",
                "example.com/team",
                "argoproj.io/v1.2",
                &longest,
                &long_domain,
            ],
            &[
                "",
                "/",
                "/a",
                "a/",
                "a/b/c",
                "Example.com/a",
                "a b",
                "a/-",
                &too_long,
                &too_long_domain,
                &too_long_name,
            ],
        );
    }

    #[test]
    fn kebab_case() {
        let table = [
            ("add", "add"),
            ("add_two", "add-two"),
            ("AddTwo", "add-two"),
            ("addTwo", "add-two"),
            ("HTTPServer", "http-server"),
            ("parseURL", "parse-url"),
            ("URL", "url"),
            ("A", "a"),
            ("step2", "step2"),
            ("Step2Go", "step2-go"),
            ("Model3D", "model3-d"),
            ("add__two", "add-two"),
            ("_add_", "add"),
            ("Add_Two", "add-two"),
            ("r#type", "type"),
            ("größe", "gr-e"),
            ("my step!", "my-step"),
            ("", ""),
            ("_", ""),
            ("漢字", ""),
        ];
        for (identifier, label) in table {
            assert_eq!(to_dns_label(identifier), label, "{identifier:?}");
        }
    }

    #[test]
    fn long_names_that_begin_alike_differ() {
        let long = |end: &str| to_dns_label(&format!("{}_{end}", "a".repeat(62)));
        for label in [long("b"), long("c"), to_dns_label(&"a".repeat(64))] {
            assert!(
                is_dns_label(&label) && label.len() == DNS_LABEL_MAX,
                "{label}"
            );
        }
        assert_ne!(long("b"), long("c"));
        assert_eq!(long(""), "a".repeat(62));
        let cut_at_a_hyphen = format!("{}_{}", "a".repeat(53), "b".repeat(20));
        let label = to_dns_label(&cut_at_a_hyphen);
        assert!(label.starts_with(&format!("{}-", "a".repeat(53))) && !label.contains("--"));
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in any::<String>()) {
            for what in [
                is_dns_label,
                is_dns_subdomain,
                is_namespace,
                is_environment_variable,
                is_parameter_name,
                is_label_value,
                is_label_key,
            ] {
                what(&text);
            }
        }

        #[test]
        fn what_is_made_is_a_label(identifier in "[-_#A-Za-z0-9ä ]{0,100}") {
            let label = to_dns_label(&identifier);
            prop_assert!(label.is_empty() || is_dns_label(&label), "{label:?}");
            prop_assert_eq!(to_dns_label(&label), label);
        }

        #[test]
        fn narrow_names_are_wide_names(text in "[-_.a-zA-Z0-9]{0,70}") {
            prop_assert!(!is_dns_label(&text) || is_dns_subdomain(&text) && is_label_value(&text) && is_label_key(&text));
        }
    }
}
