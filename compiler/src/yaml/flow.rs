//! Maps and lists on one line: `{name: a, values: [1, 2]}`.

use super::literal::Literal;
use super::node::Node;
use super::number;
use super::text::{self, Place};

/// Appends a collection in flow style, or gives up with some of it written.
///
/// Gives up as soon as more than `room` characters are written, so that the work does not depend on the size of the
/// collection, or at more than `levels` collections within each other.
pub(super) fn write(out: &mut String, value: &Node, room: usize, levels: usize) -> bool {
    Flow { out, room, levels }.value(value, 0).is_some()
}

struct Flow<'a> {
    out: &'a mut String,
    room: usize,
    levels: usize,
}

impl Flow<'_> {
    fn value(&mut self, value: &Node, depth: usize) -> Option<()> {
        match value {
            Node::Null => self.push("null"),
            Node::Bool(true) => self.push("true"),
            Node::Bool(false) => self.push("false"),
            Node::Number(number) => {
                let start = self.out.len();
                number::write(self.out, number).ok()?;
                self.spend(start)
            }
            Node::Text(text) => self.text(text),
            Node::List(items) => self.sequence(items, depth + 1),
            Node::Map(entries) => self.mapping(entries, depth + 1),
            Node::Tagged(_) => None,
        }
    }

    fn sequence(&mut self, items: &[Node], depth: usize) -> Option<()> {
        if depth > self.levels {
            return None;
        }
        self.push("[")?;
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.push(", ")?;
            }
            self.value(item, depth)?;
        }
        self.push("]")
    }

    fn mapping(&mut self, entries: &[(Node, Node)], depth: usize) -> Option<()> {
        if depth > self.levels {
            return None;
        }
        self.push("{")?;
        for (index, (key, value)) in entries.iter().enumerate() {
            if index > 0 {
                self.push(", ")?;
            }
            self.text(key.as_text()?)?;
            self.push(": ")?;
            self.value(value, depth)?;
        }
        self.push("}")
    }

    fn text(&mut self, text: &str) -> Option<()> {
        let most_bytes = self.room * 4;
        if text.len() > most_bytes || Literal::new(text).is_some() {
            return None;
        }
        let start = self.out.len();
        text::write(self.out, text, Place::Flow);
        self.spend(start)
    }

    /// Appends ASCII.
    fn push(&mut self, text: &'static str) -> Option<()> {
        self.out.push_str(text);
        self.room = self.room.checked_sub(text.len())?;
        Some(())
    }

    fn spend(&mut self, start: usize) -> Option<()> {
        let written = self.out[start..].chars().count();
        self.room = self.room.checked_sub(written)?;
        Some(())
    }
}
