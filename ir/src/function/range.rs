//! `start..end` and `start..=end`: integers from the first up to the second, without it or with it.

use super::Operands;
use crate::json::Json;

/// Numbers that a range may have at most: a workflow holds each item of a loop.
pub const RANGE_MAX: u32 = 10_000;

pub(super) fn evaluate(operands: &Operands<'_>, is_inclusive: bool) -> Result<Json, String> {
    let (start, end): (i128, i128) = (operands.number(0)?, operands.number(1)?);
    let (mark, past) = match is_inclusive {
        true => ("..=", end + 1),
        false => ("..", end),
    };
    if past - start > i128::from(RANGE_MAX) {
        return Err(format!(
            "the range {start}{mark}{end} has more than {RANGE_MAX} numbers"
        ));
    }
    Json::of(&(start..past).collect::<Vec<i128>>())
}
