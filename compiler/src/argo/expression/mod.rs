//! Values and conditions in the language that Argo evaluates.
//!
//! Every parameter is a text in its wire form (`pipewright_ir::wire`). A reference gives that text; it is never put
//! where Argo would read its content as code: expressions take it as data, and what comes out of one is wire text again.

mod argument;
mod arithmetic;
mod collection;
mod compare;
mod failure;
mod field;
mod form;
mod format;
mod functions;
mod json;
mod literal;
mod loops;
mod message;
mod number;
mod outputs;
mod reference;
mod render;
mod scope;
mod tag;
mod text;
mod when;
mod written;

pub(super) use argument::{argument, program_argument, written};
pub(super) use collection::collectable;
pub(super) use failure::{check, may_fail, shown};
pub(super) use literal::{literal, when_given};
pub(super) use loops::{item, items};
pub(super) use outputs::output;
pub(super) use reference::member_of;
pub(super) use render::{text, wire_text};
pub(super) use scope::Scope;
pub(super) use tag::{bare_tag, is_bare, tag};
pub(super) use text::decode;
pub(super) use when::when;
