//! Components as the program knows them: what `#[component]` registers, and how one is called.

mod descriptor;
mod failure;
mod invocation;

pub use descriptor::{ComponentDescriptor, StaticBody};
pub use failure::{Caused, Causes, Fails, Failure};
pub use invocation::{Invocation, Results};
