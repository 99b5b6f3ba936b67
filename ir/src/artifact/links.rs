use std::path::{Component, Path};

/// Test for a symbolic link that may stand in the folder of an artifact: it leads to a place in that folder, wherever the
/// folder lies. `link` is the path of the link in the folder, `target` what it holds.
///
/// ```
/// use pipewright_ir::artifact::stays_inside;
/// use std::path::Path;
/// let stays = |link, target| stays_inside(Path::new(link), Path::new(target));
/// assert!(stays("latest", "models/3"));
/// assert!(stays("models/latest", "../models/3"));
/// assert!(!stays("models/latest", "../../secret"));
/// assert!(!stays("passwords", "/etc/passwd"));
/// ```
pub fn stays_inside(link: &Path, target: &Path) -> bool {
    let is_name = |component: Component<'_>| matches!(component, Component::Normal(_));
    if !link.components().all(is_name) {
        return false;
    }
    let depth = link.components().count();
    let mut components = target.components().peekable();
    // A leading `.` is the only one that is kept.
    components.next_if_eq(&Component::CurDir);
    let mut ups = 0;
    while components.next_if_eq(&Component::ParentDir).is_some() {
        ups += 1;
    }
    // A `..` behind a name may go up from wherever another link has led.
    ups < depth && !target.as_os_str().is_empty() && components.all(is_name)
}

#[cfg(test)]
mod tests {
    use super::stays_inside;
    use std::path::Path;

    #[test]
    fn links_stay_inside_or_do_not() {
        let table = [
            ("a", "b", true),
            ("a", "./b/c", true),
            ("a", ".", true),
            ("a", "..", false),
            ("a", "../b", false),
            ("d/a", "..", true),
            ("d/a", "../b", true),
            ("d/a", "./../b", true),
            ("d/a", "../../b", false),
            ("d/e/a", "../../b", true),
            ("d/a", "b/../../..", false),
            // Through a link `b` to the folder itself it would lead outside.
            ("d/a", "b/../c", false),
            ("a", "/etc/passwd", false),
            ("a", "", false),
            ("/a", "b", false),
            ("../a", "b", false),
            ("", "b", false),
        ];
        for (link, target, expected) in table {
            let stays = stays_inside(Path::new(link), Path::new(target));
            assert_eq!(stays, expected, "{link} -> {target}");
        }
    }
}
