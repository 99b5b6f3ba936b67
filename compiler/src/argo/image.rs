//! The image of the program.

use super::Options;
use crate::plan::Plan;

/// What stands for the image of a component that has none, so that all other checks can be made.
pub(super) const NO_IMAGE: &str = "pipewright.invalid/no-image";

/// The image that holds the program: that of the options before that of the manifest.
pub(super) fn program_image<'a>(plan: &'a Plan, options: &'a Options) -> Option<&'a str> {
    options.image.as_deref().or(plan.program.image.as_deref())
}
