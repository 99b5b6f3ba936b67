//! Locations of artifacts that exist already.

/// Schemes of stores, with what has to follow.
const SCHEMES: &[(&str, Rest)] = &[
    ("s3", Rest::Key),
    ("gs", Rest::Key),
    ("https", Rest::Host),
    ("http", Rest::Host),
    ("oci", Rest::Host),
    ("file", Rest::Path),
];

/// What follows a scheme.
#[derive(Debug, Clone, Copy)]
enum Rest {
    /// A bucket and a key: `bucket/a/b`.
    Key,
    /// A host, and perhaps a path.
    Host,
    /// A whole path of this machine: `/a/b`.
    Path,
}

/// Folder of the artifacts of `gs://` below that of a container's inputs, with a slash behind it. No input has such a name.
pub const GS: &str = "gs.d/";

/// Folder of the artifacts of `http://` and `https://` below that of a container's inputs.
pub const HTTP: &str = "http.d/";

/// Scheme of a URI, and what follows; no scheme of a path.
pub fn scheme(uri: &str) -> Option<(&str, &str)> {
    uri.split_once("://")
}

/// Checks a location: a URI of a known scheme, or a path.
///
/// ```
/// use pipewright_ir::artifact::check_uri;
/// assert_eq!(check_uri("s3://bucket/data/sales.csv"), Ok(()));
/// assert_eq!(check_uri("./sales.csv"), Ok(()));
/// assert!(check_uri("s3://bucket").unwrap_err().contains("`s3://BUCKET/KEY`"));
/// ```
///
/// # Errors
/// What is wrong, and what is expected.
pub fn check_uri(uri: &str) -> Result<(), String> {
    if uri.is_empty() {
        return Err("it is empty; expected a URI or a path".into());
    }
    if uri.chars().any(char::is_control) {
        return Err("it holds a control character".into());
    }
    let Some((scheme, rest)) = scheme(uri) else {
        return Ok(());
    };
    let Some((_, kind)) = SCHEMES.iter().find(|(known, _)| *known == scheme) else {
        let known = SCHEMES.iter().map(|(known, _)| format!("`{known}`"));
        let known: Vec<String> = known.collect();
        return Err(format!(
            "`{scheme}` is no scheme of a store; expected {} or a path",
            known.join(", ")
        ));
    };
    let (is_right, expected) = match kind {
        Rest::Key => (
            rest.split_once('/')
                .is_some_and(|(bucket, key)| !bucket.is_empty() && !key.is_empty()),
            "BUCKET/KEY",
        ),
        Rest::Host => (!rest.is_empty() && !rest.starts_with('/'), "HOST/PATH"),
        Rest::Path => (rest.starts_with('/'), "/PATH"),
    };
    match is_right {
        true => Ok(()),
        false => Err(format!("expected `{scheme}://{expected}`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes() {
        for (uri, part) in [
            ("", "empty"),
            ("s3://bucket", "`s3://BUCKET/KEY`"),
            ("s3:///key", "`s3://BUCKET/KEY`"),
            ("gs://bucket/", "`gs://BUCKET/KEY`"),
            ("https:///x", "`https://HOST/PATH`"),
            ("file://x", "`file:///PATH`"),
            ("ftp://x", "`ftp` is no scheme"),
            ("a\nb", "control character"),
        ] {
            let reason = check_uri(uri).unwrap_err();
            assert!(reason.contains(part), "{uri}: {reason}");
        }
        for uri in [
            "s3://b/k k",
            "https://a",
            "file:///a",
            "a b",
            "/a",
            "../a",
            "gs://b/a//",
        ] {
            assert_eq!(check_uri(uri), Ok(()), "{uri}");
        }
    }
}
