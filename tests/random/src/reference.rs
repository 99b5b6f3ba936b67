//! What a program gives, in plain Rust.

use crate::ast::*;
use crate::components as c;

/// The variables that a step sees.
#[derive(Clone)]
struct Scope {
    ints: Vec<i64>,
    texts: Vec<String>,
    int_lists: Vec<Vec<i64>>,
    text_lists: Vec<Vec<String>>,
    maybe: Option<i64>,
    ratio: f64,
    side: Side,
    items: Vec<Item>,
    /// The texts in files.
    files: Vec<String>,
    file_lists: Vec<Vec<String>>,
}

/// What a block gives: an integer, a text and the text in a file.
type Given = (i64, String, String);

/// A task of the pipeline fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fails;

/// What a pipeline gives, or that it fails.
pub fn run(program: &Program) -> Result<(i64, String), Fails> {
    let mut scope = Scope {
        ints: vec![program.n],
        texts: vec![program.text.clone()],
        int_lists: vec![program.ints.clone()],
        text_lists: vec![program.texts.clone()],
        maybe: program.maybe,
        ratio: program.ratio,
        side: program.side,
        items: program.items.clone(),
        files: vec![program.text.clone()],
        file_lists: vec![vec![]],
    };
    let given = scope.block(&program.body, program);
    let given = given.map(|(int, text, file)| (int, format!("{text}|{file}")));
    match program.exit {
        Some(Exit::Check) => c::check::call(program.n).map_err(|_| Fails).and(given),
        Some(Exit::Quiet | Exit::Told) | None => given,
    }
}

fn pick<T: Clone>(variables: &[T], pick: Pick) -> T {
    variables[variables.len() - 1 - usize::from(pick) % variables.len()].clone()
}

impl Scope {
    fn block(&mut self, block: &Block, program: &Program) -> Result<Given, Fails> {
        for step in &block.steps {
            self.step(step, program)?;
        }
        let text = match &block.text {
            Give::Plain(plain) => plain.clone(),
            Give::Var(variable) => pick(&self.texts, *variable),
        };
        Ok((self.give(&block.int), text, pick(&self.files, block.file)))
    }

    fn inner(&self, block: &Block, program: &Program) -> Result<Given, Fails> {
        self.clone().block(block, program)
    }

    fn keep(&mut self, (int, text, file): Given) {
        self.ints.push(int);
        self.texts.push(text);
        self.files.push(file);
    }

    fn keep_lists(&mut self, given: Vec<Given>) {
        let (mut ints, mut texts, mut files) = (vec![], vec![], vec![]);
        for (int, text, file) in given {
            ints.push(int);
            texts.push(text);
            files.push(file);
        }
        self.int_lists.push(ints);
        self.text_lists.push(texts);
        self.file_lists.push(files);
    }

    /// What stands for what has failed.
    fn failed(&self) -> Given {
        (-7, "failed".to_owned(), pick(&self.files, 0))
    }

    fn step(&mut self, step: &Step, program: &Program) -> Result<(), Fails> {
        match step {
            Step::Check(n, may_fail) => {
                let checked = self
                    .int(n)
                    .and_then(|n| c::check::call(n).map_err(|_| Fails));
                match (checked, may_fail) {
                    (Ok(n), _) => self.ints.push(n),
                    (Err(Fails), true) => self.ints.push(-7),
                    (Err(Fails), false) => return Err(Fails),
                }
            }
            Step::Late(n) | Step::Same(n) => {
                let n = self.int(n)?;
                self.ints.push(n);
            }
            Step::Echo(text) => {
                let text = self.text(text);
                self.texts.push(text);
            }
            Step::Double(n) => {
                let n = c::double::call(self.operand(n)?);
                self.ints.push(n);
            }
            Step::Sum(ints) => {
                let sum = c::sum::call(self.ints(ints));
                self.ints.push(sum);
            }
            Step::Count(n) => {
                let list = c::count::call(pick(&self.ints, *n));
                self.int_lists.push(list);
            }
            Step::Words(n) => {
                let list = c::words::call(pick(&self.ints, *n));
                self.text_lists.push(list);
            }
            Step::Join(texts) => {
                let text = c::join::call(self.text_list(texts));
                self.texts.push(text);
            }
            Step::Describe(n, flag, text) => {
                let text = c::describe::call(self.int(n)?, self.flag(flag), self.text(text));
                self.texts.push(text);
            }
            Step::Split(text) => {
                let parts = c::split::call(self.text(text));
                self.ints.push(parts.length);
                self.texts.push(parts.head);
            }
            Step::If(condition, then, otherwise) => {
                let block = if self.flag(condition) {
                    then
                } else {
                    otherwise
                };
                let given = self.inner(block, program)?;
                self.keep(given);
            }
            Step::MatchInt(of, patterns, arms) => {
                let of = pick(&self.ints, *of);
                let arm = patterns
                    .iter()
                    .position(|arm| arm.contains(&of))
                    .unwrap_or(2);
                let given = self.inner(&arms[arm], program)?;
                self.keep(given);
            }
            Step::MatchGuard(of, patterns, flag, arms) => {
                let holds = patterns.contains(&pick(&self.ints, *of)) && self.flag(flag);
                let given = self.inner(&arms[usize::from(!holds)], program)?;
                self.keep(given);
            }
            Step::MatchRange(of, [start, end, from], arms) => {
                let arm = match pick(&self.ints, *of) {
                    of if (start..=end).contains(&&of) => &arms[0],
                    of if of >= *from => &arms[1],
                    _ => &arms[2],
                };
                let given = self.inner(arm, program)?;
                self.keep(given);
            }
            Step::MatchText(of, patterns, arms) => {
                let of = self.text(of);
                let given = self.inner(&arms[usize::from(!patterns.contains(&of))], program)?;
                self.keep(given);
            }
            Step::MatchSide(arms) => {
                let arm = match self.side {
                    Side::Left => &arms[0],
                    Side::Right => &arms[1],
                };
                let given = self.inner(arm, program)?;
                self.keep(given);
            }
            Step::EachItem(_, body) => {
                let items = self.items.iter().map(|item| {
                    let mut scope = self.clone();
                    scope.ints.push(item.count);
                    scope.ints.push(item.maybe.unwrap_or(item.count));
                    scope.texts.push(item.label.clone());
                    scope.side = item.side;
                    scope.block(body, program)
                });
                let given = items.collect::<Result<Vec<_>, Fails>>()?;
                self.keep_lists(given);
            }
            Step::EachInt(list, _, body) => {
                let items = self.ints(list).into_iter().map(|item| {
                    let mut scope = self.clone();
                    scope.ints.push(item);
                    scope.block(body, program)
                });
                let given = items.collect::<Result<Vec<_>, Fails>>()?;
                self.keep_lists(given);
            }
            Step::EachText(list, body) => {
                let items = self.text_list(list).into_iter().map(|item| {
                    let mut scope = self.clone();
                    scope.texts.push(item);
                    scope.block(body, program)
                });
                let given = items.collect::<Result<Vec<_>, Fails>>()?;
                self.keep_lists(given);
            }
            Step::Zip(ints, texts, body) => {
                let both = self.ints(ints).into_iter().zip(self.text_list(texts));
                let items = both.enumerate().map(|(index, (int, text))| {
                    let mut scope = self.clone();
                    scope.ints.push(int);
                    scope.texts.push(format!("{index}:{text}"));
                    scope.block(body, program)
                });
                let given = items.collect::<Result<Vec<_>, Fails>>()?;
                self.keep_lists(given);
            }
            Step::Group(_, _, body) => {
                let given = self.inner(body, program)?;
                self.keep(given);
            }
            Step::Attempt(body) => {
                let given = self.inner(body, program);
                self.keep(given.unwrap_or_else(|Fails| self.failed()));
            }
            Step::IfSome(arms) => {
                let mut scope = self.clone();
                let arm = match scope.maybe {
                    Some(maybe) => {
                        scope.ints.push(maybe);
                        &arms[0]
                    }
                    None => &arms[1],
                };
                let given = scope.block(arm, program)?;
                self.keep(given);
            }
            Step::OrElse(n) => {
                let n = match self.maybe {
                    Some(maybe) => maybe,
                    None => self.int(n)?,
                };
                self.ints.push(n);
            }
            Step::MapMaybe(by_task) => {
                self.maybe = self.maybe.map(|maybe| match by_task {
                    true => maybe,
                    false => maybe % 5,
                });
            }
            Step::Rows(rows, _) => {
                let rows = rows.iter().map(|row| self.ints(row));
                let doubled = rows.map(|row| row.into_iter().map(c::double::call).collect());
                self.int_lists.push(c::flatten::call(doubled.collect()));
            }
            Step::Call(n, text, _, may_fail) => {
                // What it is given is computed where it may fail.
                let given = self.operand(n).and_then(|n| {
                    let text = match text {
                        Some(text) => self.text(text),
                        None => crate::DEFAULT.to_owned(),
                    };
                    let mut scope = Self {
                        ints: vec![n],
                        texts: vec![text.clone()],
                        files: vec![text],
                        file_lists: vec![vec![]],
                        int_lists: vec![vec![1, 2]],
                        text_lists: vec![vec!["x".into(), "{{y}}".into()]],
                        maybe: None,
                        ratio: 0.1,
                        side: Side::Right,
                        items: crate::items(),
                    };
                    scope.block(&program.called, program)
                });
                self.keep(match given {
                    Err(Fails) if *may_fail => self.failed(),
                    given => given?,
                });
            }
            Step::Countdown(n) => {
                let n = pick(&self.ints, *n) % 3;
                self.texts.push(countdown(n));
            }
            Step::Write(text) => {
                let text = self.text(text);
                self.files.push(text);
            }
            Step::Append(file, text) => {
                let text = format!("{}/{}", pick(&self.files, *file), self.text(text));
                self.files.push(text);
            }
            Step::Read(file) => {
                let text = pick(&self.files, *file);
                self.texts.push(text);
            }
            Step::ReadAll(files) => {
                let text = self.file_list(files).join("+");
                self.texts.push(text);
            }
            Step::EachFile(files, body) => {
                let items = self.file_list(files).into_iter().map(|file| {
                    let mut scope = self.clone();
                    scope.files.push(file);
                    scope.block(body, program)
                });
                let given = items.collect::<Result<Vec<_>, Fails>>()?;
                self.keep_lists(given);
            }
        }
        Ok(())
    }

    fn int(&self, int: &Int) -> Result<i64, Fails> {
        match int {
            Int::Var(variable) => Ok(pick(&self.ints, *variable)),
            Int::Math(left, operator, right) => {
                let (left, right) = (self.int(left)?, self.operand(right)?);
                let result = match operator {
                    Operator::Add => left.checked_add(right),
                    Operator::Subtract => left.checked_sub(right),
                    Operator::Multiply => left.checked_mul(right),
                    Operator::Divide => left.checked_div(right),
                    Operator::Remainder => left.checked_rem(right),
                };
                result.ok_or(Fails)
            }
            Int::Maybe(default) => match self.maybe {
                Some(maybe) => Ok(maybe),
                None => self.operand(default),
            },
        }
    }

    fn operand(&self, operand: &Operand) -> Result<i64, Fails> {
        match operand {
            Operand::Plain(plain) => Ok(*plain),
            Operand::Run(int) => self.int(int),
        }
    }

    fn give(&self, give: &Give<i64>) -> i64 {
        match give {
            Give::Plain(plain) => *plain,
            Give::Var(variable) => pick(&self.ints, *variable),
        }
    }

    fn flag(&self, flag: &Flag) -> bool {
        match flag {
            Flag::Less(left, right) => pick(&self.ints, *left) < self.give(right),
            Flag::Equal(left, right) => pick(&self.ints, *left) == self.give(right),
            Flag::Longer(text, than) => self.text(text).len() > *than,
            Flag::More(texts, than) => self.text_list(texts).len() > *than,
            Flag::Same(left, right) => self.text(left) == *right,
            Flag::Before(left, right) => self.text(left) < self.text(right),
            Flag::Contains(left, right) => self.text(left).contains(&self.text(right)),
            Flag::StartsWith(left, right) => self.text(left).starts_with(right),
            Flag::EndsWith(left, right) => self.text(left).ends_with(&self.text(right)),
            Flag::IsSome => self.maybe.is_some(),
            Flag::Not(flag) => !self.flag(flag),
            Flag::And(left, right) => self.flag(left) && self.flag(right),
            Flag::Or(left, right) => self.flag(left) || self.flag(right),
        }
    }

    fn text(&self, text: &Text) -> String {
        match text {
            Text::Var(variable) => pick(&self.texts, *variable),
            Text::Format(first, pieces) => {
                let mut text = pick(&self.texts, *first);
                for piece in pieces {
                    match piece {
                        Piece::Plain(plain) => text += plain,
                        Piece::Int(variable) => text += &pick(&self.ints, *variable).to_string(),
                        Piece::Flag(flag) => text += &self.flag(flag).to_string(),
                        Piece::Number(eighths) => {
                            text += &(self.ratio * (f64::from(*eighths) / 8.0)).to_string();
                        }
                        Piece::Text(variable) => text += &pick(&self.texts, *variable),
                        Piece::WideText(variable, width) => {
                            text += &format!("{:^width$}", pick(&self.texts, *variable));
                        }
                        Piece::WideInt(variable, width) => {
                            text += &format!("{:0width$}", pick(&self.ints, *variable));
                        }
                    }
                }
                text
            }
            Text::Lower(text) => self.text(text).to_lowercase(),
            Text::Upper(text) => self.text(text).to_uppercase(),
        }
    }

    fn ints(&self, ints: &Ints) -> Vec<i64> {
        match ints {
            Ints::Var(variable) => pick(&self.int_lists, *variable),
            Ints::Range(end) => (0..pick(&self.ints, *end) % 4).collect(),
            Ints::Through(end) => (0..=pick(&self.ints, *end) % 4).collect(),
            Ints::Made(picks) => picks.iter().map(|n| pick(&self.ints, *n)).collect(),
        }
    }

    fn file_list(&self, files: &Files) -> Vec<String> {
        match files {
            Files::Var(variable) => pick(&self.file_lists, *variable),
            Files::Made(picks) => picks.iter().map(|file| pick(&self.files, *file)).collect(),
        }
    }

    fn text_list(&self, texts: &Texts) -> Vec<String> {
        match texts {
            Texts::Var(variable) => pick(&self.text_lists, *variable),
            Texts::Made(texts) => texts.iter().map(|text| self.text(text)).collect(),
        }
    }
}

fn countdown(n: i64) -> String {
    if n > 0 {
        format!("{n} {}", countdown(n - 1))
    } else {
        "end".into()
    }
}
