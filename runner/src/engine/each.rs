//! A task that runs once for each item of lists.

use super::call::CallId;
use super::evaluate::evaluate;
use super::frame::{Frame, NodeId};
use super::inputs::Inputs;
use super::schedule::{End, Schedule};
use super::settle::Over;
use super::{Phase, stop};
use pipewright_compiler::plan::{Each, ItemSource};
use pipewright_dsl::payload::to_json;
use pipewright_ir::graph::Parallelism;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::time::Instant;

/// A loop that runs.
pub(super) struct Loop {
    /// What comes from outside.
    shared: Inputs,
    /// The items of each input, in the order of the lists.
    items: Vec<(String, Items)>,
    /// How many items there are.
    count: usize,
    /// How many have started.
    next: usize,
    running: usize,
    limit: usize,
    fail_fast: bool,
    failed: usize,
    /// The first item that failed, with the path of its call.
    first: Option<usize>,
    started: Instant,
}

enum Items {
    List(Vec<Json>),
    Index,
}

impl Loop {
    /// The items of a loop; `shared` is what all of them are given.
    pub(super) fn new(each: &Each, frame: &Frame<'_>, shared: Inputs) -> Result<Self, String> {
        let mut items = vec![];
        let mut count = None;
        for given in &each.items {
            let source = match &given.source {
                ItemSource::Index => Items::Index,
                ItemSource::List(list) => {
                    let elements =
                        evaluate(list, frame).and_then(|json| elements(&json, &list.ty()));
                    let elements = elements
                        .map_err(|reason| format!("the list of `{}`: {reason}", given.input))?;
                    let length = elements.len();
                    count = Some(count.map_or(length, |count: usize| count.min(length)));
                    Items::List(elements)
                }
            };
            items.push((given.input.clone(), source));
        }
        let pace = frame.dag.pace;
        Ok(Self {
            shared,
            items,
            count: count.unwrap_or(0),
            next: 0,
            running: 0,
            limit: pace
                .limit()
                .map_or(usize::MAX, |limit| limit.max(1) as usize),
            fail_fast: pace == Parallelism::FailFast,
            failed: 0,
            first: None,
            started: Instant::now(),
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether another item may start.
    pub(super) fn has_next(&self) -> bool {
        self.next < self.count && self.running < self.limit
    }

    /// The number and the inputs of the next item.
    fn take(&mut self) -> (usize, Inputs) {
        let index = self.next;
        self.next += 1;
        self.running += 1;
        let own = self.items.iter_mut().map(|(input, items)| {
            let value = match items {
                Items::List(list) => std::mem::replace(&mut list[index], Json::null()),
                Items::Index => number(index),
            };
            (input.clone(), value)
        });
        let own = own.collect();
        (index, self.shared.with(own))
    }

    /// An item has ended. Gives whether all have.
    fn ended(&mut self, item: usize, failed: bool) -> bool {
        self.running -= 1;
        if failed {
            self.failed += 1;
            self.first.get_or_insert(item);
            if self.fail_fast {
                self.count = self.next;
            }
        }
        self.running == 0 && self.next == self.count
    }

    /// No further item starts. Gives whether all have ended.
    pub(super) fn stop(&mut self) -> bool {
        self.count = self.next;
        self.running == 0
    }
}

impl Schedule<'_> {
    /// Starts the next item of a loop.
    pub(super) fn next_item(&mut self, node: NodeId) -> Option<CallId> {
        let each = self.frames[node.frame].nodes[node.task].each.as_mut()?;
        let (item, inputs) = each.take();
        if !each.has_next() {
            self.loops.retain(|known| *known != node);
        }
        Some(self.call(node, Some(item), inputs))
    }

    /// An item of a loop has ended. Gives what follows from it.
    pub(super) fn item_ended(&mut self, node: NodeId, item: usize, failed: bool) -> Option<Over> {
        let frame = &mut self.frames[node.frame];
        let each = frame.nodes[node.task].each.as_mut()?;
        let was_waiting = each.has_next();
        if each.ended(item, failed) {
            return Some(self.loop_ended(node));
        }
        if !was_waiting && each.has_next() {
            self.loops.push(node);
        }
        None
    }

    /// How a loop has ended all of whose items have.
    pub(super) fn loop_ended(&mut self, node: NodeId) -> Over {
        let frame = &mut self.frames[node.frame];
        let name = &frame.dag.tasks[node.task].name;
        let stopped = frame.stopped;
        let end = match frame.nodes[node.task].each.take() {
            None => End::of(Phase::Succeeded),
            Some(each) => {
                let first = each.first.unwrap_or_default();
                let end = match each.failed {
                    _ if stopped => End::failed(stop::STOPPED.into()),
                    0 => End {
                        outputs: self.collected(node),
                        ..End::of(Phase::Succeeded)
                    },
                    1 => End::failed(format!("`{name}({first})` failed")),
                    failed => End::failed(format!(
                        "{failed} of {} items failed, `{name}({first})` first",
                        each.count
                    )),
                };
                End {
                    duration: each.started.elapsed(),
                    ..end
                }
            }
        };
        Over::Body(node, end)
    }

    /// The lists of what the items of a loop have given.
    pub(super) fn collected(&self, node: NodeId) -> BTreeMap<String, Json> {
        let frame = &self.frames[node.frame];
        let calls = &frame.nodes[node.task].calls;
        let outputs = self.outputs_of(frame.dag.tasks[node.task].run);
        let list = |name: &String| {
            let values = calls
                .iter()
                .map(|call| self.calls[*call].end.outputs.get(name));
            let texts: Vec<&str> = values
                .map(|json| json.map_or("null", Json::as_str))
                .collect();
            list(&texts)
        };
        outputs
            .into_iter()
            .map(|(name, _)| (name.clone(), list(name)))
            .collect()
    }
}

/// A list of JSON texts, as they are.
fn list(texts: &[&str]) -> Json {
    let text = format!("[{}]", texts.join(","));
    Json::parse(&text).unwrap_or_else(|_| Json::null())
}

fn number(index: usize) -> Json {
    Json::of(&index).unwrap_or_else(|_| Json::null())
}

/// The elements of a list, digits untouched.
fn elements(list: &Json, ty: &Type) -> Result<Vec<Json>, String> {
    let element = match ty {
        Type::List(element) => &**element,
        _ => &Type::Json,
    };
    let raw: Vec<&RawValue> = serde_json::from_str(list.as_str()).map_err(|_| {
        format!(
            "`{}` is not a list",
            pipewright_ir::wire::shorten(list.as_str())
        )
    })?;
    raw.into_iter()
        .map(|raw| normal(Json::parse(raw.get())?, element))
        .collect()
}

/// An element in the form that a single value of its type has.
pub(super) fn normal(json: Json, ty: &Type) -> Result<Json, String> {
    match ty {
        Type::Number => to_json(&json.to::<f64>()?),
        Type::Optional(inner) if !json.is_null() => normal(json, inner),
        _ => Ok(json),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn taken(list: &str, ty: Type) -> Vec<String> {
        let ty = Type::List(Box::new(ty));
        let elements = elements(&Json::parse(list).unwrap(), &ty).unwrap();
        elements.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn digits_stay() {
        let list = r#"[9007199254740993,1e21,1.0,-0.0,"a, [b]\u007b",null,[1.0,{}],{"a":1.50}]"#;
        let expected = [
            "9007199254740993",
            "1e21",
            "1.0",
            "-0.0",
            r#""a, [b]\u007b""#,
            "null",
            "[1.0,{}]",
            r#"{"a":1.50}"#,
        ];
        assert_eq!(taken(list, Type::Json), expected);
        assert_eq!(super::list(&expected).as_str(), list);
    }

    #[test]
    fn numbers_are_as_rust_prints_them() {
        assert_eq!(
            taken("[1e21,1.0,-0.0,1e-7]", Type::Number),
            ["1000000000000000000000", "1", "-0", "0.0000001"]
        );
        let optional = Type::Optional(Box::new(Type::Number));
        assert_eq!(taken("[null,2.0]", optional), ["null", "2"]);
    }

    #[test]
    fn what_is_no_list() {
        let error = elements(&Json::parse("{}").unwrap(), &Type::Json).unwrap_err();
        assert_eq!(error, "`{}` is not a list");
    }

    proptest! {
        #[test]
        fn lists_come_back(texts in prop::collection::vec(any::<String>(), 0..8)) {
            let json = Json::of(&texts).unwrap();
            let elements = elements(&json, &Type::List(Box::new(Type::String))).unwrap();
            let found: Vec<String> = elements.iter().map(|json| json.to().unwrap()).collect();
            prop_assert_eq!(&found, &texts);
            let texts: Vec<&str> = elements.iter().map(Json::as_str).collect();
            prop_assert_eq!(list(&texts), json);
        }
    }
}
