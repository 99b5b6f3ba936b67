//! Locations of repositories.

/// What is expected of a location of artifacts.
pub(super) const EXPECTED: &str = "expected `s3://BUCKET`, `gs://BUCKET` or `azure://CONTAINER`, with folders behind it where there are any";

/// Checks a location.
///
/// # Errors
/// What is expected.
pub(in crate::argo) fn check(uri: &str) -> Result<(), String> {
    parse(uri).map(drop).ok_or_else(|| EXPECTED.to_owned())
}

/// The kind of a store, the bucket, and the prefix of keys.
pub(super) fn parse(uri: &str) -> Option<(&str, &str, String)> {
    let (scheme, rest) = uri.split_once("://")?;
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    let (bucket, folders) = rest.split_once('/').unwrap_or((rest, ""));
    // Argo and Kubernetes evaluate braces and `$`.
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let is_folder = |name: &str| !matches!(name, "" | "." | "..") && name.chars().all(is_name);
    let is_right = matches!(scheme, "s3" | "gs" | "azure")
        && is_folder(bucket)
        && (folders.is_empty() || folders.split('/').all(is_folder));
    let prefix = match folders {
        "" => String::new(),
        folders => format!("{folders}/"),
    };
    is_right.then_some((scheme, bucket, prefix))
}
