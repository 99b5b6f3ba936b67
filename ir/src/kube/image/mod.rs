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
mod tests;
