//! A small grammar of Rust.
//!
//! No body overflows or divides by zero: a run fails only where the value is needed, and Rust where it is computed. What
//! fails is the task `check`, here and there. Names are few, so that they are shadowed often.

use crate::random::Random;
use std::fmt::Write;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    Int,
    Flag,
    Text,
    Ints,
    Maybe,
}
use Type::{Flag, Int, Ints, Maybe, Text};

/// Of each type there is a parameter, which no other variable shadows.
const PARAMETERS: [(&str, Type); 6] = [
    ("n", Int),
    ("m", Int),
    ("flag", Flag),
    ("text", Text),
    ("ns", Ints),
    ("o", Maybe),
];
const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
const TEXTS: [&str; 7] = ["", "x", "{{x}}", "$(x)", "a\\\"b", "\\n", "é"];
const PRINTED: [&str; 4] = ["-", "{{{{", "}}/", " x "];

struct Writer<'a> {
    random: &'a mut Random,
    /// The variables, the newest at the end.
    scope: Vec<(String, Type)>,
    depth: usize,
}

/// A body with its signature and rows of arguments.
pub(crate) fn body(index: usize, random: &mut Random) -> String {
    let scope = PARAMETERS.map(|(name, ty)| (name.to_owned(), ty)).to_vec();
    let mut writer = Writer {
        random,
        scope,
        depth: 0,
    };
    let mut statements = writer.statements(2, 5);
    let printed = writer.printed();
    write!(statements, "echo({printed})").expect("a text grows");
    let rows: Vec<String> = (0..2).map(|_| row(writer.random)).collect();
    let rows = rows.join(", ");
    format!(
        "    fn generated_{index}(n: i64, m: i64, flag: bool, text: String, ns: Vec<i64>, o: Option<i64>) -> String {{\n\
         {statements}\n    }}\n    with {rows};\n"
    )
}

fn row(random: &mut Random) -> String {
    let numbers = ["-3", "-1", "0", "1", "2", "3", "5", "9", "12", "50"];
    let (n, m) = (random.pick(&numbers), random.pick(&numbers));
    let flag = random.one_in(2);
    let text = random.pick(&TEXTS);
    let list = random.pick(&["vec![]", "vec![4]", "vec![1, -2]", "vec![0, 3, 7]"]);
    let maybe = random.pick(&["None", "Some(0)", "Some(-4)", "Some(6)"]);
    format!("({n}, {m}, {flag}, \"{text}\".to_owned(), {list}, {maybe})")
}

impl Writer<'_> {
    fn variable(&mut self, ty: Type) -> String {
        // A name means its newest variable only.
        let visible = |(index, (name, found)): (usize, &(String, Type))| {
            let is_newest = self.scope[index + 1..]
                .iter()
                .all(|(later, _)| later != name);
            (is_newest && *found == ty).then(|| name.clone())
        };
        let names: Vec<String> = self.scope.iter().enumerate().filter_map(visible).collect();
        // The newest ones are used more often.
        let first = self.random.below(names.len());
        let second = self.random.below(names.len());
        names[first.max(second)].clone()
    }

    fn name(&mut self) -> String {
        self.random.pick(&NAMES).to_owned()
    }

    /// What `write` writes with variables of its own.
    fn inner<T>(&mut self, variables: &[(&str, Type)], write: impl FnOnce(&mut Self) -> T) -> T {
        let outside = self.scope.len();
        self.scope
            .extend(variables.iter().map(|(name, ty)| ((*name).to_owned(), *ty)));
        self.depth += 1;
        let written = write(self);
        self.depth -= 1;
        self.scope.truncate(outside);
        written
    }

    fn statements(&mut self, least: usize, most: usize) -> String {
        let count = least + self.random.below(most - least + 1);
        (0..count).map(|_| self.statement() + "\n").collect()
    }

    /// A block with a value.
    fn block(&mut self, ty: Type) -> String {
        self.block_with(&[], ty)
    }

    fn block_with(&mut self, variables: &[(&str, Type)], ty: Type) -> String {
        self.inner(variables, |writer| {
            let statements = writer.statements(0, 2);
            let value = writer.value(ty);
            format!("{{\n{statements}{value}\n}}")
        })
    }

    /// A block without a value.
    fn unit_block(&mut self, variables: &[(&str, Type)]) -> String {
        self.inner(variables, |writer| {
            let statements = writer.statements(0, 2);
            let task = writer.task();
            format!("{{\n{statements}{task};\n}}")
        })
    }

    fn statement(&mut self) -> String {
        if self.depth < 2 && self.random.one_in(4) {
            return match self.random.below(5) {
                0 => format!("if {} {}", self.flag(2), self.unit_block(&[])),
                1 => format!(
                    "if {} {} else {}",
                    self.flag(2),
                    self.unit_block(&[]),
                    self.unit_block(&[])
                ),
                2 => {
                    let (list, name) = (self.variable(Ints), self.name());
                    format!(
                        "for {name} in {list}.clone() {}",
                        self.unit_block(&[(&name, Int)])
                    )
                }
                3 => {
                    let (range, name) = (self.range(), self.name());
                    format!("for {name} in {range} {}", self.unit_block(&[(&name, Int)]))
                }
                _ => {
                    let (maybe, name) = (self.variable(Maybe), self.name());
                    format!(
                        "if let Some({name}) = {maybe} {}",
                        self.unit_block(&[(&name, Int)])
                    )
                }
            };
        }
        if self.random.one_in(8) {
            return format!("{};", self.task());
        }
        if self.depth < 2 && self.random.one_in(8) {
            return self.closure();
        }
        if self.depth < 3 && self.random.one_in(8) {
            let (first, second) = (self.value(Int), self.value(Text));
            let (condition, otherwise) = (self.flag(1), (self.value(Int), self.value(Text)));
            let statement = format!(
                "let (a, b) = if {condition} {{ ({first}, {second}) }} else {{ ({}, {}) }};",
                otherwise.0, otherwise.1
            );
            self.scope
                .extend([("a".to_owned(), Int), ("b".to_owned(), Text)]);
            return statement;
        }
        let ty = [Int, Int, Int, Flag, Text, Text, Ints, Maybe][self.random.below(8)];
        let (value, name) = (self.value(ty), self.name());
        self.scope.push((name.clone(), ty));
        format!("let {name} = {value};")
    }

    /// A closure that is called twice.
    fn closure(&mut self) -> String {
        let block = self.block_with(&[("k", Int)], Int);
        let (first, second) = (self.variable(Int), self.int(1));
        let name = self.name();
        self.scope.push((name.clone(), Int));
        format!(
            "let {name} = {{\nlet g = |k: Value<i64>| {block};\nadd(g(same({first})), g(same({second})))\n}};"
        )
    }

    /// A call whose value is not used.
    fn task(&mut self) -> String {
        match self.random.below(5) {
            0 => format!("note({})", self.value(Text)),
            1 => format!("double({})", self.int(1)),
            2 => format!("truth({})", self.flag(1)),
            3 => format!("check({} % 10 + 8)", self.atom()),
            _ => format!("echo({})", self.printed()),
        }
    }

    /// An expression of a type, in which there is at least one run-time value.
    fn value(&mut self, ty: Type) -> String {
        if self.depth < 2 && self.random.one_in(3) {
            return self.choice(ty);
        }
        match ty {
            Int => match self.random.below(8) {
                0 | 1 => format!("({}) % {}", self.int(2), 7 + self.random.below(90)),
                2 => format!("double({})", self.int(1)),
                3 => format!("add({}, {})", self.int(1), self.literal()),
                4 => format!("same({})", self.int(2)),
                5 => format!("check({} % 10 + 8)", self.atom()),
                6 => format!("sum({})", self.list()),
                _ => format!("{}.unwrap_or({})", self.variable(Maybe), self.int(1)),
            },
            Flag => match self.random.below(2) {
                0 => format!("truth({})", self.flag(2)),
                _ => self.flag(2),
            },
            Text => match self.random.below(4) {
                0 => format!("echo({})", self.printed()),
                1 => self.printed(),
                2 => format!("echo({}.clone())", self.variable(Text)),
                _ => format!("{}.to_uppercase()", self.variable(Text)),
            },
            Ints => match self.random.below(3) {
                0 => format!("count({})", self.int(1)),
                1 => format!("{}.clone()", self.variable(Ints)),
                _ => self.mapped(),
            },
            Maybe => match self.random.below(3) {
                0 => format!("maybe({})", self.int(1)),
                1 => {
                    let (maybe, name) = (self.variable(Maybe), self.name());
                    let block = self.block_with(&[(&name, Int)], Int);
                    format!("{maybe}.map(|{name}| {block})")
                }
                _ => self.variable(Maybe),
            },
        }
    }

    /// A value that depends on a condition.
    fn choice(&mut self, ty: Type) -> String {
        match self.random.below(6) {
            0 => format!(
                "if {} {} else {}",
                self.flag(2),
                self.block(ty),
                self.block(ty)
            ),
            1 => format!(
                "if {} {} else if {} {} else {}",
                self.flag(1),
                self.block(ty),
                self.flag(2),
                self.block(ty),
                self.block(ty)
            ),
            2 => {
                let (maybe, name) = (self.variable(Maybe), self.name());
                let some = self.block_with(&[(&name, Int)], ty);
                format!(
                    "if let Some({name}) = {maybe} {some} else {}",
                    self.block(ty)
                )
            }
            3 => {
                let (maybe, name) = (self.variable(Maybe), self.name());
                let some = self.block_with(&[(&name, Int)], ty);
                format!(
                    "match {maybe} {{\nSome({name}) => {some}\nNone => {}\n}}",
                    self.block(ty)
                )
            }
            4 => {
                let text = self.variable(Text);
                let (first, second) = (self.random.pick(&TEXTS), self.random.pick(&TEXTS));
                let guard = self.guard();
                let blocks = [self.block(ty), self.block(ty), self.block(ty)];
                let [one, two, rest] = blocks;
                format!(
                    "match {text}.as_str() {{\n\"{first}\"{guard} => {one}\n\"{second}\" | \"y\" => {two}\n_ => {rest}\n}}"
                )
            }
            _ => self.match_of_integers(ty),
        }
    }

    fn match_of_integers(&mut self, ty: Type) -> String {
        let mut arms = String::new();
        let value = self.int(1);
        for _ in 0..1 + self.random.below(3) {
            let pattern = match self.random.below(4) {
                0 => self.literal(),
                1 => format!("{} | {}", self.literal(), self.literal()),
                2 => format!("{}..={}", self.random.below(4), 4 + self.random.below(9)),
                _ => format!("..{}", self.random.below(4)),
            };
            let (guard, block) = (self.guard(), self.block(ty));
            writeln!(arms, "{pattern}{guard} => {block}").expect("a text grows");
        }
        if self.random.one_in(2) {
            let (guard, block) = (self.flag(1), self.block(ty));
            writeln!(arms, "_ if {guard} => {block}").expect("a text grows");
        }
        format!("match {value} {{\n{arms}_ => {}\n}}", self.block(ty))
    }

    fn guard(&mut self) -> String {
        match self.random.one_in(2) {
            true => format!(" if {}", self.flag(1)),
            false => String::new(),
        }
    }

    fn mapped(&mut self) -> String {
        let (list, name) = (self.variable(Ints), self.name());
        let block = self.block_with(&[(&name, Int)], Int);
        format!("{list}.clone().map(|{name}| {block})")
    }

    /// A list as an input.
    fn list(&mut self) -> String {
        match self.random.below(if self.depth < 2 { 4 } else { 2 }) {
            0 => self.variable(Ints) + ".clone()",
            1 => format!("[{}, {}]", self.variable(Int), self.variable(Int)),
            2 => self.mapped(),
            _ => {
                let (range, name) = (self.range(), self.name());
                let block = self.block_with(&[(&name, Int)], Int);
                format!("({range}).map(|{name}| {block})")
            }
        }
    }

    /// A range of a few integers.
    fn range(&mut self) -> String {
        let end = self.atom();
        match self.random.below(3) {
            0 => format!("0..{end} % 4"),
            1 => format!("-1..={end} % 3"),
            _ => format!("{end} % 4..2"),
        }
    }

    fn literal(&mut self) -> String {
        (self.random.below(14) as i64 - 3).to_string()
    }

    /// A variable that is an integer.
    fn atom(&mut self) -> String {
        self.variable(Int)
    }

    /// Integers that are calculated with.
    fn int(&mut self, depth: usize) -> String {
        if depth == 0 {
            return self.atom();
        }
        let left = self.int(depth - 1);
        let literal = 2 + self.random.below(8);
        match self.random.below(9) {
            0 => format!("{left} + {}", self.atom()),
            1 => format!("{left} - {}", self.int(depth - 1)),
            2 => format!("({left}) * {literal}"),
            3 => format!("({left}) / {literal}"),
            4 => format!("({left}) % {literal}"),
            5 => format!("-({left})"),
            6 => format!("{literal} - ({left})"),
            _ => left,
        }
    }

    /// A condition.
    fn flag(&mut self, depth: usize) -> String {
        if depth > 0 && !self.random.one_in(3) {
            let (left, right) = (self.flag(depth - 1), self.flag(depth - 1));
            return match self.random.below(6) {
                0 | 1 => format!("({left}) && ({right})"),
                2 => format!("({left}) || ({right})"),
                3 => format!("!({left}) && truth({right})"),
                4 => format!("({left}) || !truth({right})"),
                _ => {
                    let (name, value) = (self.name(), self.int(1));
                    let inner = self.inner(&[(&name, Int)], |writer| writer.flag(0));
                    format!("({left}) && {{ let {name} = {value}; {inner} }}")
                }
            };
        }
        let comparison = self.random.pick(&["<", "<=", ">", ">=", "==", "!="]);
        match self.random.below(8) {
            0 | 1 => format!("{} {comparison} {}", self.int(1), self.literal()),
            2 => format!("{} {comparison} {}", self.atom(), self.int(1)),
            3 => self.variable(Flag),
            4 => format!(
                "{} {comparison} {}",
                self.variable(Text),
                self.variable(Text)
            ),
            5 => format!(
                "{}.contains(\"{}\")",
                self.variable(Text),
                self.random.pick(&TEXTS)
            ),
            6 => format!("{}.is_some()", self.variable(Maybe)),
            _ => format!(
                "{}.len() {comparison} {}",
                self.variable(Ints),
                1 + self.random.below(3)
            ),
        }
    }

    /// `format!` of some variables.
    fn printed(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..1 + self.random.below(3) {
            text += self.random.pick(&PRINTED);
            let ty = [Int, Int, Flag, Text][self.random.below(4)];
            let name = self.variable(ty);
            let layout = self.random.pick(&["", "", ":4", ":>5", ":^3"]);
            write!(text, "{{{name}{layout}}}").expect("a text grows");
        }
        let last = self.int(1);
        format!("format!(\"{text}{{}}\", {last})")
    }
}
