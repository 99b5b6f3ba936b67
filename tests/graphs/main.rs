//! What pipelines are recorded as, and the plans that graphs become.

mod control_flow;
mod functions;
mod lowering;
mod plain;
mod recording;
mod step_names;
