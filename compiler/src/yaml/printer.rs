//! Documents in block style.

use super::error::{Error, Reason};
use super::flow;
use super::literal::Literal;
use super::node::Node;
use super::number;
use super::text::{self, Place};

/// The line between two documents.
pub(super) const SEPARATOR: &str = "---\n";

/// Columns of a line up to which collections are written on it.
const WIDTH: usize = 120;

/// Items after which a list is long: each of its items is a row of a table, if it fits.
const LONG_LIST: usize = 50;

/// Columns of a row of a long list.
const ROW_WIDTH: usize = 200;

/// Collections within each other on one line; more are hard to read.
const DEPTH: usize = 4;

/// Collections within each other in a row of a long list.
const ROW_DEPTH: usize = 4;

/// Outermost levels that are never written on one line.
const BLOCK_LEVELS: usize = 2;

/// Collections within each other.
const LEVELS_MAX: usize = 100;

/// Characters of a printed key after which readers no longer look for its `:`, with a margin (the limit is 1024).
const KEY_MAX: usize = 1000;

#[derive(Debug, Default)]
pub(super) struct Printer {
    out: String,
    /// The start of the last line of `out`.
    line: usize,
}

/// Where a value stands: the column of its key or dash, the collections around it, whether it is a row of a long list,
/// whether the document ends with it.
#[derive(Clone, Copy)]
struct Position {
    column: usize,
    level: usize,
    row: bool,
    last: bool,
}

impl Printer {
    pub(super) fn into_text(self) -> String {
        self.out
    }

    pub(super) fn separator(&mut self) {
        self.out.push_str(SEPARATOR);
        self.line = self.out.len();
    }

    pub(super) fn document(&mut self, value: &Node) -> Result<(), Error> {
        let position = Position {
            column: 0,
            level: 0,
            row: false,
            last: true,
        };
        match value {
            Node::Map(entries) if !entries.is_empty() => self.mapping(entries, position),
            Node::List(items) if !items.is_empty() => self.sequence(items, position),
            _ => {
                self.scalar(value)?;
                self.end_line();
                Ok(())
            }
        }
    }

    fn mapping(&mut self, entries: &[(Node, Node)], position: Position) -> Result<(), Error> {
        let inner = position.deeper()?;
        for (index, (key, value)) in entries.iter().enumerate() {
            let key = key.as_text().ok_or(Reason::Key)?;
            if index > 0 {
                self.indent(position.column);
            }
            self.key(key, position.column);
            let last = position.last && index + 1 == entries.len();
            self.member(value, Position { last, ..inner })
                .map_err(|error| error.under_key(key))?;
        }
        Ok(())
    }

    fn key(&mut self, key: &str, column: usize) {
        let start = self.out.len();
        text::write(&mut self.out, key, Place::Flow);
        if self.out.len() - start > KEY_MAX {
            self.out.insert_str(start, "? ");
            self.end_line();
            self.indent(column);
        }
        self.out.push(':');
    }

    /// The value after the `:` of its key.
    fn member(&mut self, value: &Node, position: Position) -> Result<(), Error> {
        if self.on_this_line(value, position)? {
            return Ok(());
        }
        self.end_line();
        match value {
            Node::Map(entries) => {
                let column = position.column + 2;
                self.indent(column);
                self.mapping(entries, Position { column, ..position })
            }
            Node::List(items) => {
                self.indent(position.column);
                self.sequence(items, position)
            }
            _ => Ok(()),
        }
    }

    fn sequence(&mut self, items: &[Node], position: Position) -> Result<(), Error> {
        let inner = Position {
            row: items.len() > LONG_LIST,
            ..position.deeper()?
        };
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.indent(position.column);
            }
            self.out.push('-');
            let last = position.last && index + 1 == items.len();
            self.item(item, Position { last, ..inner })
                .map_err(|error| error.under_index(index))?;
        }
        Ok(())
    }

    /// The value after its dash.
    fn item(&mut self, value: &Node, position: Position) -> Result<(), Error> {
        if self.on_this_line(value, position)? {
            return Ok(());
        }
        self.out.push(' ');
        let position = Position {
            column: position.column + 2,
            ..position
        };
        match value {
            Node::Map(entries) => self.mapping(entries, position),
            Node::List(items) => self.sequence(items, position),
            _ => Ok(()),
        }
    }

    /// Writes a scalar, or a collection if it fits into the line; says whether it did.
    fn on_this_line(&mut self, value: &Node, position: Position) -> Result<bool, Error> {
        match value {
            Node::Map(entries) if !entries.is_empty() => Ok(self.flow(value, position)),
            Node::List(items) if !items.is_empty() => Ok(self.flow(value, position)),
            Node::Text(text) => {
                self.out.push(' ');
                match Literal::new(text) {
                    Some(literal) if !(position.last && literal.needs_line_end()) => {
                        literal.write(&mut self.out, position.column + 2);
                    }
                    _ => text::write(&mut self.out, text, Place::Block),
                }
                self.end_line();
                Ok(true)
            }
            _ => {
                self.out.push(' ');
                self.scalar(value)?;
                self.end_line();
                Ok(true)
            }
        }
    }

    fn flow(&mut self, value: &Node, position: Position) -> bool {
        if position.level < BLOCK_LEVELS {
            return false;
        }
        let (width, depth) = if position.row {
            (ROW_WIDTH, ROW_DEPTH)
        } else {
            (WIDTH, DEPTH)
        };
        let start = self.out.len();
        let used = self.out[self.line..].chars().count() + 1;
        self.out.push(' ');
        let written = flow::write(&mut self.out, value, width.saturating_sub(used), depth);
        if written {
            self.end_line();
        } else {
            self.out.truncate(start);
        }
        written
    }

    /// A value without members.
    fn scalar(&mut self, value: &Node) -> Result<(), Error> {
        match value {
            Node::Null => self.out.push_str("null"),
            Node::Bool(true) => self.out.push_str("true"),
            Node::Bool(false) => self.out.push_str("false"),
            Node::Number(number) => number::write(&mut self.out, number)?,
            Node::Text(text) => text::write(&mut self.out, text, Place::Block),
            Node::List(_) => self.out.push_str("[]"),
            Node::Map(_) => self.out.push_str("{}"),
            Node::Tagged(tag) => return Err(Reason::Tagged(tag.to_string()).into()),
        }
        Ok(())
    }

    fn indent(&mut self, column: usize) {
        self.out.extend(std::iter::repeat_n(' ', column));
    }

    fn end_line(&mut self) {
        self.out.push('\n');
        self.line = self.out.len();
    }
}

impl Position {
    /// The position of the members of a collection.
    fn deeper(self) -> Result<Self, Error> {
        if self.level == LEVELS_MAX {
            return Err(Reason::TooDeep.into());
        }
        Ok(Position {
            level: self.level + 1,
            row: false,
            ..self
        })
    }
}
