//! Operators and control flow of a pipeline's body, as `#[pipeline]` rewrites them. For generated code only.
//!
//! Everything is dispatched by type: the same source text works on plain values, as it always does, and on values that
//! are known when the pipeline runs, where it is recorded. An inherent method or a trait on more references wins the
//! method lookup, so no trait of ours is in the way of plain code.

mod branch;
mod changes;
mod compare;
mod dropped;
mod format;
mod if_let;
mod logical;
mod loops;
mod matching;
mod names;
mod parts;
mod state;
mod tail;

pub use branch::{
    Branching, Condition, Conditional, Guard, KindOf, MayAssign, MayChange, MayLeave, NoCondition,
    Plain, RunTime, Unused, WithoutElse, condition, like, unused,
};
pub use changes::{
    Changed, OfCollection, OfIterator, OfOption, OfOther, Outside, Unknown, outside, outside_field,
};
pub use compare::{
    Comparable, Compare, Ordered, PlainEqual, PlainOrdered, RunTimeLeft, RunTimeRight,
};
pub use dropped::{DropHandles, DropOther, Dropped};
pub use format::{
    Argument, Join, OtherFormat, PlainDisplay, PlainText, Precise, Printable, RunTimeArgument,
    RunTimeText, Width, layout, width,
};
pub use if_let::{Destructurable, IfLet, RunTimeOption};
pub use logical::{
    BooleanOperand, Logical, NotLogical, PlainSide, RunTimeSide, WhileCondition, logical,
};
pub use loops::{
    List, LoopGuard, LoopHead, MayAssignInLoop, MayChangeInLoop, MayLeaveLoop, MixedEnds, Once,
    PlainLoop, PlainLoopHead, RangeEndOf, RangeEnds, RunTimeEnd, RunTimeLoop, RunTimeStart,
    loop_head,
};
pub use matching::{
    ArmGuard, PatternOf, PatternValue, PlainGuarded, PlainMatch, PlainPatterns, RunTimeGuarded,
    RunTimeMatch, RunTimePattern, RunTimePatterns, Scrutinee, TextScrutinee, ValueScrutinee,
    guarding, perhaps,
};
pub use names::{CallOf, Given, Missing, NotGiven, TooMany};
pub use parts::{AnyPatterns, FieldOf, HasParts, Parts, PlainParts, TakenApart};
pub use state::{KeepOwned, KeepReference, Keeping, ReadOnly};
pub use tail::{Tail, TailBlockValue, TailOther, TailPlain, TailText};
