use std::collections::{HashMap, HashSet};

/// Names of one kind, each of which is used once.
#[derive(Debug, Default)]
pub struct Names {
    used: HashSet<String>,
    /// The number to try next for each name.
    next: HashMap<String, usize>,
}

impl Names {
    /// The name itself the first time, then with a number behind it.
    pub fn unique(&mut self, name: &str) -> String {
        if self.used.insert(name.to_owned()) {
            return name.to_owned();
        }
        let next = self.next.entry(name.to_owned()).or_insert(2);
        loop {
            let numbered = format!("{name}-{next}");
            *next += 1;
            if self.used.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

impl<'n> FromIterator<&'n String> for Names {
    fn from_iter<I: IntoIterator<Item = &'n String>>(names: I) -> Self {
        Self {
            used: names.into_iter().cloned().collect(),
            next: HashMap::new(),
        }
    }
}
