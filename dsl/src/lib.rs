//! Handles, types and the recorded graph of pipewright.
//!
//! Users meet these items through the facade `pipewright`.

pub mod artifact;
pub mod component;
pub mod container;
mod field;
pub mod handle;
#[doc(hidden)]
pub mod held;
mod panic;
pub mod payload;
pub mod pipeline;
mod record;
mod reference;
pub mod registry;
// Hidden from the documentation only: rustc names what is hidden from it too by its whole path.
#[cfg_attr(doc, doc(hidden))]
#[allow(missing_docs, reason = "for generated code only")]
pub mod rewrite;
#[cfg(feature = "tokio")]
mod runtime;

pub use panic::panic_message;

#[cfg_attr(doc, doc(hidden))]
#[allow(missing_docs, reason = "for generated code only")]
pub mod __private {
    pub use crate::artifact::typed::{
        MetadataField, MetadataValue, metadata_error, metadata_field,
    };
    pub use crate::artifact::{
        Content, Error, Kind, Metadata, deserialize_artifact, serialize_artifact,
    };
    pub use crate::component::{
        Caused, Causes, ComponentDescriptor, Fails, Failure, Invocation, Results, StaticBody,
    };
    pub use crate::field::{Field, Typed, typed};
    pub use crate::handle::shape::{Listed, One, Optional, Shape};
    pub use crate::handle::{
        CallBuilder, DefaultOf, Handles, HandlesOf, HasFields, IntoInput, Map, Merge, Never,
        OpenFields, OutputsOf, Returned, TaskBuilder, configure, default_of, returned,
    };
    pub use crate::held;
    pub use crate::pipeline::PipelineDescriptor;
    pub use crate::record::{Called, Operand};
    pub use crate::reference::Reference;
    pub use crate::rewrite;
    #[cfg(feature = "tokio")]
    pub use crate::runtime::block_on;
    pub use inventory;
    pub use pipewright_ir::expression::{Comparison, Layout};
    pub use pipewright_ir::graph::Location;
    pub use pipewright_ir::kube::DnsLabel;
    pub use pipewright_ir::options::{Configure, Invalid, Literal, Options, Setting};

    /// No more than is needed: of what else is in a crate, rustc would take longer paths into its messages.
    pub mod serde {
        pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
    }
}
