//! What an example is compared by.

use super::side::Side;

/// An example of Argo's, and the pipeline that does the same.
pub(crate) struct Pair {
    /// Path of the file in Argo's folder, without `.yaml`.
    pub(crate) upstream: &'static str,
    /// Name of the pipeline.
    pub(crate) ours: &'static str,
    /// What the file is changed in, so that it runs: the text, and what stands in its place.
    pub(crate) edits: Vec<(&'static str, &'static str)>,
    /// Whether ours is compiled to a `WorkflowTemplate`, and run from it.
    pub(crate) template: bool,
    /// What is different between the two.
    pub(crate) note: &'static str,
    pub(crate) roles: Vec<Role>,
    /// Roles, the first of which ends before the second starts.
    pub(crate) order: Vec<(&'static str, &'static str)>,
    /// Names of an output of the workflow: of the file's, and ours.
    pub(crate) output: Option<(&'static str, &'static str)>,
    /// Whether it runs on this machine: ready images do not.
    pub(crate) here: bool,
    /// Whether there are tasks that play no role.
    pub(crate) others: bool,
    /// What must hold however it comes out; without it, both sides do the same.
    pub(crate) holds: Option<Law>,
}

/// What must hold of an example whose outcome nobody knows before.
pub(crate) type Law = fn(&Side) -> Result<(), String>;

/// Tasks that do the same.
pub(crate) struct Role {
    pub(crate) name: &'static str,
    /// Ends of the paths of the file's tasks.
    pub(crate) theirs: Vec<&'static str>,
    /// Ends of the paths of our tasks.
    pub(crate) ours: Vec<&'static str>,
    /// Inputs that are the same: their name, and ours.
    pub(crate) inputs: Vec<(&'static str, &'static str)>,
    /// Outputs that are the same; `output` is the result of a script.
    pub(crate) outputs: Vec<&'static str>,
    /// Only those that ran are compared.
    pub(crate) ran: bool,
}

/// A file and the pipeline of the same name.
pub(crate) fn pair(upstream: &'static str) -> Pair {
    Pair {
        upstream,
        ours: upstream,
        edits: vec![],
        template: false,
        note: "",
        roles: vec![],
        order: vec![],
        output: None,
        here: true,
        others: false,
        holds: None,
    }
}

/// Splits `a | b`.
fn ends(text: &'static str) -> Vec<&'static str> {
    text.split('|').map(str::trim).collect()
}

impl Pair {
    /// A pipeline of another name.
    pub(crate) fn with(mut self, pipeline: &'static str) -> Self {
        self.ours = pipeline;
        self
    }

    /// Changes the file, which does not run as it is.
    pub(crate) fn edited(mut self, text: &'static str, by: &'static str) -> Self {
        self.edits.push((text, by));
        self
    }

    /// Runs ours from a template too.
    pub(crate) fn template(mut self) -> Self {
        self.template = true;
        self
    }

    pub(crate) fn note(mut self, text: &'static str) -> Self {
        self.note = text;
        self
    }

    /// Tasks of the file and of ours that do the same, by the ends of their paths; `a | b` are both.
    pub(crate) fn same(mut self, theirs: &'static str, ours: &'static str) -> Self {
        self.roles.push(Role {
            name: ends(theirs)[0],
            theirs: ends(theirs),
            ours: ends(ours),
            inputs: vec![],
            outputs: vec![],
            ran: false,
        });
        self
    }

    fn last(mut self, change: impl FnOnce(&mut Role)) -> Self {
        change(self.roles.last_mut().expect("a role comes first"));
        self
    }

    /// An input of the last role's tasks, of the same name on both sides.
    pub(crate) fn takes(self, input: &'static str) -> Self {
        self.takes_as(input, input)
    }

    /// An input of the last role's tasks: its name there, and ours.
    pub(crate) fn takes_as(self, theirs: &'static str, ours: &'static str) -> Self {
        self.last(|role| role.inputs.push((theirs, ours)))
    }

    /// An input of all tasks, of the same name on both sides.
    pub(crate) fn each_takes(mut self, input: &'static str) -> Self {
        for role in &mut self.roles {
            role.inputs.push((input, input));
        }
        self
    }

    /// An output of the last role's tasks, of the same name on both sides.
    pub(crate) fn gives(self, output: &'static str) -> Self {
        self.last(|role| role.outputs.push(output))
    }

    /// Only those tasks of the last role count that ran.
    pub(crate) fn ran(self) -> Self {
        self.last(|role| role.ran = true)
    }

    /// Roles, the first of which ends before the second starts.
    pub(crate) fn order(mut self, first: &'static str, second: &'static str) -> Self {
        self.order.push((first, second));
        self
    }

    /// An output of both workflows.
    pub(crate) fn output(mut self, theirs: &'static str, ours: &'static str) -> Self {
        self.output = Some((theirs, ours));
        self
    }

    /// It has ready images, which do not run on this machine.
    pub(crate) fn not_here(mut self) -> Self {
        self.here = false;
        self
    }

    /// Tasks that play no role are left alone.
    pub(crate) fn others(mut self) -> Self {
        self.others = true;
        self
    }

    /// What must hold of both, when the outcome is left to chance.
    pub(crate) fn holds(mut self, law: Law) -> Self {
        self.holds = Some(law);
        self
    }
}
