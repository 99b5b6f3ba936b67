use pipewright_ir::kube::DNS_LABEL_MAX;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The number of the second one of a name.
const SECOND: usize = 2;

/// Names of one kind, each of which is used once.
#[derive(Debug, Default)]
pub struct Names {
    /// The number to try next for each name that is used.
    next: HashMap<String, usize>,
}

impl Names {
    /// The name itself the first time, then with a number behind it.
    pub fn unique(&mut self, name: &str) -> String {
        let Some(mut number) = self.next.get(name).copied() else {
            self.next.insert(name.to_owned(), SECOND);
            return name.to_owned();
        };
        loop {
            let numbered = numbered(name, number);
            number += 1;
            if let Entry::Vacant(entry) = self.next.entry(numbered) {
                let numbered = entry.key().clone();
                entry.insert(SECOND);
                if let Some(next) = self.next.get_mut(name) {
                    *next = number;
                }
                return numbered;
            }
        }
    }
}

/// A name with a number behind it. A label stays one.
fn numbered(name: &str, number: usize) -> String {
    let end = format!("-{number}");
    let room = match name.len() {
        0..=DNS_LABEL_MAX => DNS_LABEL_MAX - end.len(),
        length => length,
    };
    let start = name.get(..room).unwrap_or(name);
    format!("{}{end}", start.trim_end_matches('-'))
}

impl<'n> FromIterator<&'n String> for Names {
    fn from_iter<I: IntoIterator<Item = &'n String>>(names: I) -> Self {
        Self {
            next: names
                .into_iter()
                .map(|name| (name.clone(), SECOND))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_given_twice() {
        let mut names: Names = [&"c".to_owned()].into_iter().collect();
        let given = ["a", "a-2", "a", "a", "a-2", "c", "c-2"].map(|name| names.unique(name));
        assert_eq!(given, ["a", "a-2", "a-3", "a-4", "a-2-2", "c-2", "c-2-2"]);
        let long = "a".repeat(DNS_LABEL_MAX);
        let given = [&long, &long, &long].map(|name| names.unique(name));
        let shorter = &long[2..];
        assert_eq!(
            given,
            [long.clone(), format!("{shorter}-2"), format!("{shorter}-3")]
        );
    }
}
