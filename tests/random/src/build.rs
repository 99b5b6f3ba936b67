//! Records a program, through what `#[pipeline]` turns a body into.

use crate::ast::*;
use crate::components as c;
use crate::{CalledHandles, countdown};
use pipewright::__private::rewrite::{
    self, Argument, Branching, IfLet, Join, PatternValue, RunTimeOption, RunTimePattern,
    RunTimePatterns, Scrutinee, Tail, TailBlockValue, TextScrutinee, ValueScrutinee,
};
use pipewright::prelude::*;
use values::shown;

/// The variables that a step sees.
#[derive(Clone)]
pub struct Scope {
    pub ints: Vec<Value<i64>>,
    pub texts: Vec<Value<String>>,
    pub int_lists: Vec<Value<Vec<i64>>>,
    pub text_lists: Vec<Value<Vec<String>>>,
    pub maybe: Value<Option<i64>>,
    pub ratio: Value<f64>,
    pub side: Value<Side>,
    pub items: Value<Vec<Item>>,
    pub files: Vec<Value<c::File>>,
    pub file_lists: Vec<Value<Vec<c::File>>>,
}

type Given = (Value<i64>, Value<String>, Value<c::File>);

type Lists = (Value<Vec<i64>>, Value<Vec<String>>, Value<Vec<c::File>>);

/// An integer that may be written in the source.
enum Number {
    Plain(i64),
    Run(Value<i64>),
}

fn pick<T: Copy>(variables: &[T], pick: Pick) -> T {
    variables[variables.len() - 1 - usize::from(pick) % variables.len()]
}

/// Calls a component with an integer of either kind.
macro_rules! with {
    ($number:expr, $name:ident => $call:expr) => {
        match $number {
            Number::Plain($name) => $call,
            Number::Run($name) => $call,
        }
    };
}

mod values;

/// A block of an `if` or `match`: what it gives may be plain.
macro_rules! branch {
    ($guard:ident, $scope:ident, $block:expr) => {{
        let mut inner = $scope.clone();
        inner.steps($block);
        let int = match &$block.int {
            Give::Plain(plain) => {
                let tail = Tail::new(&$guard, *plain);
                rewrite::TailPlain::value(&&tail)
            }
            Give::Var(variable) => {
                TailBlockValue::value(&&&&Tail::new(&$guard, pick(&inner.ints, *variable)))
            }
        };
        let text = match &$block.text {
            Give::Plain(plain) => {
                let tail = Tail::new(&$guard, plain.as_str());
                rewrite::TailText::value(&&&tail)
            }
            Give::Var(variable) => {
                TailBlockValue::value(&&&&Tail::new(&$guard, pick(&inner.texts, *variable)))
            }
        };
        let file = pick(&inner.files, $block.file);
        let file = TailBlockValue::value(&&&&Tail::new(&$guard, file));
        (int, text, file)
    }};
}

impl Scope {
    /// The body of a pipeline.
    pub fn body(mut self, block: &Block) -> Given {
        self.block(block)
    }

    fn block(&mut self, block: &Block) -> Given {
        self.steps(block);
        // A plain value that is no branch's comes through a task.
        let int = match &block.int {
            Give::Plain(plain) => c::same(*plain),
            Give::Var(variable) => pick(&self.ints, *variable),
        };
        let text = match &block.text {
            Give::Plain(plain) => c::echo(plain.as_str()),
            Give::Var(variable) => pick(&self.texts, *variable),
        };
        (int, text, pick(&self.files, block.file))
    }

    fn steps(&mut self, block: &Block) {
        for step in &block.steps {
            self.step(step);
        }
    }

    fn inner(&self, block: &Block) -> Given {
        self.clone().block(block)
    }

    fn keep(&mut self, (int, text, file): Given) {
        self.ints.push(int);
        self.texts.push(text);
        self.files.push(file);
    }

    fn keep_lists(&mut self, (ints, texts, files): Lists) {
        self.int_lists.push(ints);
        self.text_lists.push(texts);
        self.file_lists.push(files);
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Check(n, may_fail) => {
                let checked = c::check(self.int(n));
                self.ints.push(match may_fail {
                    true => checked.allow_failure().unwrap_or(-7),
                    false => checked,
                });
            }
            Step::Late(n) => {
                let before = self.ints[self.ints.len() - 1];
                let late = c::same(self.int(n)).after(&c::same(before));
                self.ints.push(late);
            }
            Step::Same(n) => self.ints.push(c::same(self.int(n))),
            Step::Echo(text) => self.texts.push(c::echo(self.text(text))),
            Step::Double(n) => {
                let doubled = with!(self.operand(n), n => c::double(n));
                self.ints.push(doubled);
            }
            Step::Sum(ints) => self.ints.push(c::sum(self.ints(ints))),
            Step::Count(n) => self.int_lists.push(c::count(pick(&self.ints, *n))),
            Step::Words(n) => self.text_lists.push(c::words(pick(&self.ints, *n))),
            Step::Join(texts) => self.texts.push(c::join(self.text_list(texts))),
            Step::Describe(n, flag, text) => {
                let described = c::describe(self.int(n), self.flag(flag), self.text(text));
                self.texts.push(described);
            }
            Step::Split(text) => {
                let parts = c::split(self.text(text));
                self.ints.push(parts.length);
                self.texts.push(parts.head);
            }
            Step::If(condition, then, otherwise) => {
                let given = self.choose(condition, then, otherwise);
                self.keep(given);
            }
            Step::MatchInt(of, patterns, arms) => {
                let first = |arm: &RunTimePatterns<i64>| list(arm, &patterns[0]);
                let second = |arm: &RunTimePatterns<i64>| list(arm, &patterns[1]);
                self.keep(self.of_three(*of, first, second, arms));
            }
            Step::MatchGuard(of, patterns, flag, arms) => {
                let of = pick(&self.ints, *of);
                let matching = ValueScrutinee::guarded(&&Scrutinee(&of), |_| 0);
                let found = found(matching.patterns(), |arm| list(arm, patterns));
                let case = matching.case(true, found);
                let holds = rewrite::logical(case).and(|| self.flag(flag));
                let mut guard = rewrite::condition(holds).branch();
                let a = branch!(guard, self, &arms[0]);
                guard.otherwise();
                let b = branch!(guard, self, &arms[1]);
                guard.end();
                self.keep(guard.merge(a, b));
            }
            Step::MatchRange(of, [start, end, from], arms) => {
                let first = |arm: &RunTimePatterns<i64>| {
                    RunTimePattern::add(&&PatternValue::new(arm, *start..=*end));
                };
                let second = |arm: &RunTimePatterns<i64>| {
                    RunTimePattern::add(&&PatternValue::new(arm, *from..));
                };
                self.keep(self.of_three(*of, first, second, arms));
            }
            Step::MatchText(of, patterns, arms) => {
                let of = self.text(of);
                let matching = TextScrutinee::select(&&&Scrutinee(&of), |_| 0);
                let found = found(matching.patterns(), |arm| {
                    for pattern in patterns {
                        RunTimePattern::add(&&PatternValue::new(arm, pattern.as_str()));
                    }
                });
                let mut guard = matching.arm(0, found);
                let a = branch!(guard, self, &arms[0]);
                guard.otherwise();
                let b = branch!(guard, self, &arms[1]);
                guard.end();
                self.keep(guard.merge(a, b));
            }
            Step::MatchSide(arms) => {
                let matching = ValueScrutinee::select(&&Scrutinee(&self.side), |_| 0);
                let found = found(matching.patterns(), |arm| {
                    RunTimePattern::add(&&PatternValue::new(arm, Side::Left));
                });
                let mut guard = matching.arm(0, found);
                let a = branch!(guard, self, &arms[0]);
                guard.otherwise();
                let b = branch!(guard, self, &arms[1]);
                guard.end();
                self.keep(guard.merge(a, b));
            }
            Step::EachItem(parallelism, body) => {
                let block = |item: Value<Item>| {
                    let mut scope = self.clone();
                    scope.ints.push(item.count);
                    scope.ints.push(item.maybe.unwrap_or(item.count));
                    scope.texts.push(item.label);
                    scope.side = item.side;
                    scope.block(body)
                };
                let given = match parallelism {
                    Parallelism::Unlimited => self.items.map(block),
                    Parallelism::Limited(limit) => self.items.parallelism(*limit).map(block),
                    Parallelism::FailFast => self.items.fail_fast().map(block),
                };
                self.keep_lists(given);
            }
            Step::EachInt(list, parallelism, body) => {
                let list = self.ints(list);
                let block = |item| {
                    let mut scope = self.clone();
                    scope.ints.push(item);
                    scope.block(body)
                };
                let given = match parallelism {
                    Parallelism::Unlimited => list.map(block),
                    Parallelism::Limited(limit) => list.parallelism(*limit).map(block),
                    Parallelism::FailFast => list.fail_fast().map(block),
                };
                self.keep_lists(given);
            }
            Step::EachText(list, body) => {
                let given = self.text_list(list).map(|item| {
                    let mut scope = self.clone();
                    scope.texts.push(item);
                    scope.block(body)
                });
                self.keep_lists(given);
            }
            Step::Zip(ints, texts, body) => {
                let both = self.ints(ints).zip(self.text_list(texts));
                let given = both.enumerate().map(|(index, (int, text))| {
                    let mut scope = self.clone();
                    scope.ints.push(int);
                    let colon = Argument(":").print();
                    let number = shown(&index);
                    scope
                        .texts
                        .push(number.join(colon).join(shown(&text)).finish());
                    scope.block(body)
                });
                self.keep_lists(given);
            }
            Step::Group(retries, handled, body) => {
                let options = match retries {
                    Some(times) => group().retries(*times),
                    None => group(),
                };
                let block = || self.inner(body);
                let given = match handled {
                    true => options
                        .on_exit(|exit| c::echo(shown(&exit.status).finish()))
                        .run(block),
                    false => options.run(block),
                };
                self.keep(given);
            }
            Step::Attempt(body) => {
                let block = || {
                    let (int, text, file) = self.inner(body);
                    CalledHandles { int, text, file }
                };
                let given = self.forgiven(group().run(block));
                self.keep(given);
            }
            Step::IfSome(arms) => {
                let (mut guard, there) = RunTimeOption::branch(&&IfLet::new(self.maybe));
                let mut scope = self.clone();
                scope.ints.extend(there);
                let a = branch!(guard, scope, &arms[0]);
                guard.otherwise();
                let b = branch!(guard, self, &arms[1]);
                guard.end();
                self.keep(guard.merge(a, b));
            }
            Step::OrElse(n) => {
                let int = self.maybe.unwrap_or_else(|| c::same(self.int(n)));
                self.ints.push(int);
            }
            Step::MapMaybe(by_task) => {
                self.maybe = match by_task {
                    true => self.maybe.map(c::same),
                    false => self.maybe.map(|maybe| maybe % 5),
                };
            }
            Step::Rows(rows, parallelism) => {
                let rows: Vec<Value<Vec<i64>>> = rows.iter().map(|row| self.ints(row)).collect();
                let rows = Value::from(rows);
                let double = |row: Value<Vec<i64>>| row.map(c::double);
                let doubled = match parallelism {
                    Parallelism::Unlimited => rows.map(double),
                    Parallelism::Limited(limit) => rows.parallelism(*limit).map(double),
                    Parallelism::FailFast => rows.fail_fast().map(double),
                };
                self.int_lists.push(c::flatten(doubled));
            }
            Step::Call(n, text, retried, may_fail) => {
                let text = text.as_ref().map(|text| self.text(text));
                let given = with!(self.operand(n), n => crate::call(n, text));
                let given = if *retried { given.retries(1) } else { given };
                let given = match may_fail {
                    true => self.forgiven(given),
                    false => (given.int, given.text, given.file),
                };
                self.keep(given);
            }
            Step::Countdown(n) => {
                let counted = countdown(pick(&self.ints, *n) % 3);
                self.texts.push(counted);
            }
            Step::Write(text) => self.files.push(c::write(self.text(text))),
            Step::Append(file, text) => {
                let file = pick(&self.files, *file);
                self.files.push(c::append(file, self.text(text)));
            }
            Step::Read(file) => self.texts.push(c::read(pick(&self.files, *file))),
            Step::ReadAll(files) => self.texts.push(c::read_all(self.file_list(files))),
            Step::EachFile(files, body) => {
                let given = self.file_list(files).map(|file| {
                    let mut scope = self.clone();
                    scope.files.push(file);
                    scope.block(body)
                });
                self.keep_lists(given);
            }
        }
    }

    /// A `match` on an integer, of three arms.
    fn of_three(
        &self,
        of: Pick,
        first: impl FnOnce(&RunTimePatterns<i64>),
        second: impl FnOnce(&RunTimePatterns<i64>),
        arms: &[Block; 3],
    ) -> Given {
        let of = pick(&self.ints, of);
        let matching = ValueScrutinee::select(&&Scrutinee(&of), |_| 0);
        let mut first = matching.arm(0, found(matching.patterns(), first));
        let a = branch!(first, self, &arms[0]);
        first.otherwise();
        let mut second = matching.arm(1, found(matching.patterns(), second));
        let b = branch!(second, self, &arms[1]);
        second.otherwise();
        let c = branch!(second, self, &arms[2]);
        second.end();
        let others = second.merge(b, c);
        first.end();
        first.merge(a, others)
    }

    /// What a step gives that is allowed to fail.
    fn forgiven(&self, given: CalledHandles) -> Given {
        let given = given.allow_failure();
        (
            given.int.unwrap_or(-7),
            given.text.unwrap_or("failed"),
            given.file.unwrap_or(pick(&self.files, 0)),
        )
    }

    fn file_list(&self, files: &Files) -> Value<Vec<c::File>> {
        match files {
            Files::Var(variable) => pick(&self.file_lists, *variable),
            Files::Made(picks) => {
                let files: Vec<_> = picks.iter().map(|file| pick(&self.files, *file)).collect();
                Value::from(files)
            }
        }
    }

    fn choose(&self, condition: &Flag, then: &Block, otherwise: &Block) -> Given {
        let mut guard = rewrite::condition(self.flag(condition)).branch();
        let a = branch!(guard, self, then);
        guard.otherwise();
        let b = branch!(guard, self, otherwise);
        guard.end();
        guard.merge(a, b)
    }
}

fn list(arm: &RunTimePatterns<i64>, patterns: &[i64]) {
    for pattern in patterns {
        RunTimePattern::add(&&PatternValue::new(arm, *pattern));
    }
}

/// The patterns of an arm, as a closure adds them.
fn found<T>(
    patterns: RunTimePatterns<T>,
    add: impl FnOnce(&RunTimePatterns<T>),
) -> RunTimePatterns<T> {
    add(&patterns);
    patterns
}
