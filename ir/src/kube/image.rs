//! References to container images: `python:3.13`, `registry.example/team/app:1.2`.

use super::limits::{IMAGE_NAME_MAX, IMAGE_TAG_MAX};

/// Expectation of [`is_image_reference`], for messages.
pub const IMAGE_REFERENCE_EXPECTED: &str = "an image reference `[registry/]name[:tag][@sha256:…]` with a lower-case name, such as `python:3.13` or `registry.example/team/app:1.2`";

/// Regular expression of [references to images](is_image_reference). It matches those that are too long, too, and names of 64
/// hexadecimal digits.
pub const IMAGE_REFERENCE_PATTERN: &str = "^(([a-zA-Z0-9]+(-+[a-zA-Z0-9]+)*([.][a-zA-Z0-9]+(-+[a-zA-Z0-9]+)*)*\
    |\\[[a-fA-F0-9:]+\\])(:[0-9]+)?/)?[a-z0-9]+(([._/]|__|-+)[a-z0-9]+)*(:[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127})?\
    (@sha256:[a-f0-9]{64}|@sha512:[a-f0-9]{128})?$";

/// Folder that container engines put in front of a name without one.
const DEFAULT_FOLDER: &str = "library/";

/// Test for a reference to an image: `[domain[:port]/]path[:tag][@digest]`.
///
/// The parts of the path are lower case letters and digits with `.`, `_`, `__` or hyphens between them. The first part is
/// a domain if it holds a `.`, a `:` or an upper-case letter, or is `localhost`. A digest is `sha256:` or `sha512:` with
/// all its hexadecimal digits.
pub const fn is_image_reference(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut end = bytes.len();
    if let Some(at) = last(bytes, b'@', 0, end) {
        if !is_digest(bytes, at + 1) {
            return false;
        }
        end = at;
    }
    let path_end = match last(bytes, b':', 0, end) {
        Some(colon) if last(bytes, b'/', colon, end).is_none() => {
            if !is_tag(bytes, colon + 1, end) {
                return false;
            }
            colon
        }
        _ => end,
    };
    let expanded = match last(bytes, b'/', 0, path_end) {
        Some(_) => path_end,
        None => path_end + DEFAULT_FOLDER.len(),
    };
    if expanded > IMAGE_NAME_MAX {
        return false;
    }
    let start = domain_end(bytes, path_end);
    if start > 0 && !is_domain(bytes, start - 1) {
        return false;
    }
    if start == 0 && path_end == 64 && all_hexadecimal(bytes, 0, path_end) {
        return false;
    }
    is_path(bytes, start, path_end)
}

/// Hint on a text that [is no image reference](is_image_reference), for common slips.
pub const fn image_hint(text: &str) -> Option<&'static str> {
    let bytes = text.as_bytes();
    if bytes.is_empty() || is_image_reference(text) {
        return None;
    }
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b' ' | b'\t' | b'\n' => return Some("leave out the spaces"),
            b':' if at + 2 < bytes.len() && bytes[at + 1] == b'/' && bytes[at + 2] == b'/' => {
                return Some(
                    "leave out the scheme: `registry.example/team/app`, not `https://registry.example/team/app`",
                );
            }
            b'$' | b'{' => {
                return Some("variables are not replaced here: write the whole reference");
            }
            _ => {}
        }
        at += 1;
    }
    if let Some(at) = last(bytes, b'@', 0, bytes.len()) {
        if !is_digest(bytes, at + 1) {
            return Some("a digest is `sha256:` and 64 lower-case hexadecimal digits");
        }
        return None;
    }
    match bytes[bytes.len() - 1] {
        b':' => return Some("put a tag after the `:`, or leave it out"),
        b'/' => return Some("put the name of the image after the `/`"),
        _ => {}
    }
    let mut start = domain_end(bytes, bytes.len());
    while start < bytes.len() && bytes[start] != b':' {
        if bytes[start].is_ascii_uppercase() {
            return Some("names of images are lower case: `team/app`, not `Team/App`");
        }
        start += 1;
    }
    None
}

/// The last place of `byte` between `start` and `end`.
const fn last(bytes: &[u8], byte: u8, start: usize, end: usize) -> Option<usize> {
    let mut at = end;
    while at > start {
        at -= 1;
        if bytes[at] == byte {
            return Some(at);
        }
    }
    None
}

/// The start of the path, after the `/` of a domain, or 0 without one.
const fn domain_end(bytes: &[u8], end: usize) -> usize {
    let mut slash = 0;
    let mut marked = false;
    while slash < end && bytes[slash] != b'/' {
        marked |= matches!(bytes[slash], b'.' | b':') || bytes[slash].is_ascii_uppercase();
        slash += 1;
    }
    if slash < end && (marked || is_localhost(bytes, slash)) {
        slash + 1
    } else {
        0
    }
}

const fn is_localhost(bytes: &[u8], end: usize) -> bool {
    let (name, _) = bytes.split_at(end);
    matches!(name, b"localhost")
}

/// Test for bytes up to `end` that are a host with a port or without.
const fn is_domain(bytes: &[u8], end: usize) -> bool {
    let mut host_end = end;
    if let Some(colon) = last(bytes, b':', 0, end)
        && last(bytes, b']', colon, end).is_none()
    {
        let mut at = colon + 1;
        while at < end {
            if !bytes[at].is_ascii_digit() {
                return false;
            }
            at += 1;
        }
        if at == colon + 1 {
            return false;
        }
        host_end = colon;
    }
    if host_end > 0 && bytes[0] == b'[' {
        return is_bracketed_address(bytes, host_end);
    }
    let mut start = 0;
    let mut at = 0;
    while at <= host_end {
        if at == host_end || bytes[at] == b'.' {
            if at == start || bytes[start] == b'-' || bytes[at - 1] == b'-' {
                return false;
            }
            start = at + 1;
        } else if !(bytes[at].is_ascii_alphanumeric() || bytes[at] == b'-') {
            return false;
        }
        at += 1;
    }
    true
}

const fn is_bracketed_address(bytes: &[u8], end: usize) -> bool {
    if end < 3 || bytes[end - 1] != b']' {
        return false;
    }
    let mut at = 1;
    while at < end - 1 {
        if !(bytes[at].is_ascii_hexdigit() || bytes[at] == b':') {
            return false;
        }
        at += 1;
    }
    true
}

/// Test for `/`-separated parts of letters and digits, with separators inside.
const fn is_path(bytes: &[u8], start: usize, end: usize) -> bool {
    let mut at = start;
    loop {
        let word = at;
        while at < end && (bytes[at].is_ascii_lowercase() || bytes[at].is_ascii_digit()) {
            at += 1;
        }
        if at == word {
            return false;
        }
        if at == end {
            return true;
        }
        let separator = bytes[at];
        let run = at;
        while at < end && bytes[at] == separator {
            at += 1;
        }
        let longest = match separator {
            b'-' => usize::MAX,
            b'_' => 2,
            b'.' | b'/' => 1,
            _ => return false,
        };
        if at - run > longest {
            return false;
        }
    }
}

const fn is_tag(bytes: &[u8], start: usize, end: usize) -> bool {
    if start >= end || end - start > IMAGE_TAG_MAX || matches!(bytes[start], b'.' | b'-') {
        return false;
    }
    let mut at = start;
    while at < end {
        if !(bytes[at].is_ascii_alphanumeric() || matches!(bytes[at], b'_' | b'.' | b'-')) {
            return false;
        }
        at += 1;
    }
    true
}

const fn is_digest(bytes: &[u8], start: usize) -> bool {
    let (_, digest) = bytes.split_at(start);
    let digits = match digest {
        [b's', b'h', b'a', b'2', b'5', b'6', b':', ..] => 64,
        [b's', b'h', b'a', b'5', b'1', b'2', b':', ..] => 128,
        _ => return false,
    };
    digest.len() == 7 + digits && all_hexadecimal(digest, 7, digest.len())
}

const fn all_hexadecimal(bytes: &[u8], start: usize, end: usize) -> bool {
    let mut at = start;
    while at < end {
        if !matches!(bytes[at], b'0'..=b'9' | b'a'..=b'f') {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const _: () = assert!(
        is_image_reference("registry.example/team/app:1.2") && !is_image_reference("Team/App:")
    );

    const DIGEST: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    #[test]
    fn references() {
        let table = [
            "python",
            "python:3.13",
            "library/python",
            "registry.example/team/app:1.2",
            "localhost/app",
            "localhost:5000/app",
            "localhost:5000/team/app:v1",
            "registry.example.com:443/a/b/c",
            "Registry.Example.Com/app",
            "TEAM/app",
            "192.168.0.1:5000/app",
            "[::1]:5000/app",
            "[fe80::1]/app",
            "lightbend/ml-tf-recommender:0.1",
            "a/b_c/d__e/f.g/h---i",
            "app:A_b.C-d",
            "app:_",
            "localhost",
            "app:8080",
            "0",
        ];
        let longest_tag = format!("app:{}", "t".repeat(128));
        let longest_name = format!("team/{}", "a".repeat(250));
        let longest_single_name = "a".repeat(247);
        let digested = [
            format!("app@sha256:{DIGEST}"),
            format!("registry.example/team/app:1.2@sha256:{DIGEST}"),
            format!("app@sha512:{DIGEST}{DIGEST}"),
            format!("app:{DIGEST}"),
            format!("team/{DIGEST}"),
            longest_tag,
            longest_name,
            longest_single_name,
        ];
        for text in table.into_iter().chain(digested.iter().map(String::as_str)) {
            assert!(is_image_reference(text), "{text:?}");
            assert_eq!(image_hint(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_reference() {
        let table = [
            "",
            ":",
            "/",
            "@",
            ":tag",
            "app:",
            "app:tag:tag",
            "/app",
            "app/",
            "a//b",
            "App",
            "team/App",
            "registry.example/Team/app",
            "registry.example/",
            "registry.example:port/app",
            "registry.example:/app",
            "-registry.example/app",
            "ghcr-.io/app",
            "ghcr..io/app",
            ".registry.example/app",
            "[]/app",
            "[::1/app",
            "[x::1]/app",
            "-app",
            "app-",
            "a..b",
            "a___b",
            "a_-b",
            "app:-tag",
            "app:.tag",
            "app:ta/g!",
            "app name",
            "app\n",
            "https://registry.example/team/app",
            "${REGISTRY}/app",
            "{{inputs.parameters.image}}",
            "app@",
            "app@sha256:",
            "app@sha256:abc",
            "app@md5:abc",
            "app@sha256:abc@sha256:abc",
            "äpp",
            DIGEST,
        ];
        let upper_digest = format!("app@sha256:{}", DIGEST.to_uppercase());
        let long_tag = format!("app:{}", "t".repeat(129));
        let long_name = format!("team/{}", "a".repeat(251));
        let long_single_name = "a".repeat(248);
        let only_digest = format!("@sha256:{DIGEST}");
        for text in table.into_iter().chain([
            &*upper_digest,
            &*long_tag,
            &*long_name,
            &*long_single_name,
            &*only_digest,
        ]) {
            assert!(!is_image_reference(text), "{text:?}");
        }
    }

    #[test]
    fn hints() {
        let table = [
            ("Team/App", "lower case"),
            ("registry.example/Team/app:v1", "lower case"),
            ("App", "lower case"),
            ("https://registry.example/team/app", "scheme"),
            ("my app", "spaces"),
            ("app:", "tag"),
            ("registry.example/", "name of the image"),
            ("app@sha256:abc", "64"),
            ("${REGISTRY}/app", "variables"),
        ];
        for (text, part) in table {
            assert!(
                image_hint(text).is_some_and(|hint| hint.contains(part)),
                "{text:?}: {:?}",
                image_hint(text)
            );
        }
        for text in ["", "app:-tag", "a..b"] {
            assert_eq!(image_hint(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in any::<String>()) {
            is_image_reference(&text);
            image_hint(&text);
        }

        #[test]
        fn what_looks_like_one_is_answered(text in r"[\[\]a-cA-C0-9:./@_ -]{0,40}") {
            let good = is_image_reference(&text);
            prop_assert!(!good || image_hint(&text).is_none());
        }

        #[test]
        fn what_follows_the_grammar_is_taken(
            domain in "(([a-zA-Z0-9]{1,5}(-[a-zA-Z0-9]{1,5})?\\.){1,3}[a-z]{2,3}(:[0-9]{1,5})?/)?",
            path in "[a-z0-9]{1,8}((_|__|-{1,3})[a-z0-9]{1,5}){0,2}(/[a-z0-9]{1,8}(\\.[a-z0-9]{1,5})?){0,3}",
            tag in "(:[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,20})?",
            digest in prop::option::of("[0-9a-f]{64}"),
        ) {
            let digest = digest.map_or_else(String::new, |digits| format!("@sha256:{digits}"));
            let text = format!("{domain}{path}{tag}{digest}");
            prop_assert!(is_image_reference(&text), "{}", text);
        }
    }
}
