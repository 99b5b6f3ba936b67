//! Artifacts as they travel between tasks: references to files and folders, which lie where the target keeps them.

mod links;
mod places;
mod reference;

pub use links::stays_inside;
pub use places::{Place, map, places};
pub use reference::{Located, Reference};
