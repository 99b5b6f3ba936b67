//! Bodies that stand in two functions each: a pipeline, and a function in plain Rust.
//!
//! `bodies!` writes both of the same tokens. In the pipeline the names of components mean components, in the function
//! they mean the functions of [`direct`], which call the same component. So what Rust means by a body is what the pipeline
//! has to give: its outputs, and which tasks run.

#![allow(
    clippy::all,
    dropping_copy_types,
    non_contiguous_range_endpoints,
    non_snake_case,
    overlapping_range_endpoints,
    unreachable_patterns,
    unused,
    reason = "the bodies are written in as many ways as people write them"
)]

#[macro_use]
mod twins;

pub mod arithmetic;
pub mod calls;
pub mod case;
pub mod closures;
pub mod comparisons;
pub mod components;
pub mod conditions;
pub mod connectives;
pub mod direct;
pub mod floats;
pub mod formats;
pub mod generated;
pub mod loops;
pub mod matches;
pub mod options;
pub mod plain_loops;
pub mod ranges;
pub mod shadowing;
pub mod state;
pub mod texts;
