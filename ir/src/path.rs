//! Paths of functions, such as `steps::load::rows`.

/// For each path the shortest end that no other one has, of whole names. Equal paths stay whole.
///
/// ```
/// use pipewright_ir::path::distinct;
///
/// let paths = ["app::a::load", "app::b::load", "app::save"];
/// assert_eq!(distinct(&paths), ["a::load", "b::load", "save"]);
/// ```
pub fn distinct<'p>(paths: &[&'p str]) -> Vec<&'p str> {
    let is_alone = |index: usize, end: &str| {
        let mut others = paths.iter().enumerate();
        !others.any(|(other, path)| other != index && ends_with(path, end))
    };
    let ends = paths.iter().enumerate().map(|(index, path)| {
        let starts = path.rmatch_indices("::").map(|(at, mark)| at + mark.len());
        let mut ends = starts.map(|start| &path[start..]);
        ends.find(|end| is_alone(index, end)).unwrap_or(path)
    });
    ends.collect()
}

/// Whether a path is another one, or ends with it.
pub fn ends_with(path: &str, end: &str) -> bool {
    path.strip_suffix(end)
        .is_some_and(|start| start.is_empty() || start.ends_with("::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_as_short_as_they_can_be() {
        let table: [(&[&str], &[&str]); 5] = [
            (&["a::x"], &["x"]),
            (&["a::x", "b::x", "c::b::x"], &["a::x", "b::x", "c::b::x"]),
            (&["a::m::x", "b::m::x"], &["a::m::x", "b::m::x"]),
            (&["a::x", "a::x"], &["a::x", "a::x"]),
            (&["a::max", "a::x"], &["max", "x"]),
        ];
        for (paths, expected) in table {
            assert_eq!(distinct(paths), expected);
        }
    }
}
