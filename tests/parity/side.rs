//! How an example went, on either side.

use std::collections::BTreeMap;

/// How one side went.
#[derive(Debug, Default)]
pub(crate) struct Side {
    /// Which one.
    pub(crate) name: &'static str,
    /// Whether it tells what tasks were given.
    pub(crate) knows_inputs: bool,
    /// How the workflow ended.
    pub(crate) phase: String,
    /// What it gives.
    pub(crate) output: Option<String>,
    pub(crate) roles: BTreeMap<&'static str, Vec<Leaf>>,
    /// What is wrong with it.
    pub(crate) problems: Vec<String>,
    /// What its tasks say, for those who look for a cause.
    pub(crate) messages: Vec<String>,
}

/// How a task went.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Leaf {
    pub(crate) phase: String,
    /// Unknown on this machine.
    pub(crate) inputs: BTreeMap<String, String>,
    pub(crate) outputs: BTreeMap<String, String>,
}

impl Side {
    /// The tasks of a role.
    pub(crate) fn of(&self, role: &str) -> &[Leaf] {
        self.roles.get(role).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many tasks of a role ended so.
    pub(crate) fn count(&self, role: &str, phase: &str) -> usize {
        let leaves = self.of(role).iter();
        leaves.filter(|leaf| leaf.phase == phase).count()
    }

    /// The outputs of the tasks of a role that ran, in no order.
    pub(crate) fn values(&self, role: &str, output: &str) -> Vec<&str> {
        let leaves = self.of(role).iter();
        let values = leaves.filter_map(|leaf| leaf.outputs.get(output));
        values.map(String::as_str).collect()
    }

    /// What is compared, a line for each task: how it ended, what it gave, and after `<-` what it was given.
    pub(crate) fn lines(&self) -> String {
        let mut lines = vec![];
        for (role, leaves) in &self.roles {
            for leaf in leaves {
                let words = |values: &BTreeMap<String, String>| -> String {
                    let word = |(name, value)| format!(" {name}={value:?}");
                    values.iter().map(word).collect()
                };
                let mut line = format!("  {role}: {}{}", leaf.phase, words(&leaf.outputs));
                if !leaf.inputs.is_empty() {
                    line += &format!(" <-{}", words(&leaf.inputs));
                }
                lines.push(line + "\n");
            }
        }
        lines.sort();
        let output = self.output.iter();
        let output = output.map(|output| format!("  gives {output:?}\n"));
        let head = format!("  {}\n", self.phase);
        [head].into_iter().chain(output).chain(lines).collect()
    }
}
