//! What tests on this machine and on the real Argo share: programs, the testbed, and what both tell of a run.

mod command;
mod kept;
mod programs;
mod report;
mod root;
mod running;
mod testbed;
mod workflow;

pub use command::{Ran, command, printed, ran, run, stdout};
pub use kept::compare;
pub use programs::{images, program};
pub use report::{Output, Report, TaskReport};
pub use root::Root;
pub use running::{BUCKET, Running};
pub use testbed::{Testbed, Verdict, argo_version, compiled};
pub use workflow::{Node, Parameter, Status, Values, Workflow, name};
