//! What `#[pipeline]` turns operators and control flow into. For generated code only.
//!
//! Everything is dispatched by type: the same source text works on plain values, as it always does, and on values that
//! are known when the pipeline runs, where it is recorded. An inherent method or a trait on more references wins the
//! method lookup, so no trait of ours is in the way of plain code.

mod boolean;
mod branch;
mod compare;
mod format;
mod give;
mod loops;
mod matching;
mod names;
mod opening;

pub use boolean::{Known, Logic, NoLogic, Side, side};
pub use branch::{
    Branching, Condition, Conditional, Guard, MayAssign, MayLeave, NoCondition, Nothing, Plain,
    RunTime, Unused, condition, like, unused,
};
pub use compare::{
    Comparable, Compare, Ordered, PlainEqual, PlainOrdered, RunTimeLeft, RunTimeRight,
};
pub use format::{
    Argument, Join, PlainText, Precise, Printable, RunTimeArgument, RunTimeText, Shown, Specified,
    Width, layout, width,
};
pub use give::{Give, GiveOther, GivePlain, GiveProduced, GiveText};
pub use loops::{
    EndOf, Ends, List, LoopGuard, Looping, MayAssignInLoop, MayLeaveLoop, Mixed, Once, PlainHead,
    PlainLoop, RunTimeEnd, RunTimeLoop, RunTimeStart, looping,
};
pub use matching::{
    ArmGuard, Is, Matching, PatternOf, PlainGuarded, PlainMatch, PlainPatterns, RunTimeGuarded,
    RunTimeIs, RunTimeMatch, RunTimePatterns, TextSubject, ValueSubject, guarding, perhaps,
};
pub use names::{CallOf, Given, Missing, NotGiven, TooMany};
pub use opening::{Opening, RunTimeOption, TakenApart};
