//! Options of Argo as a target.

use super::repository::uri;
use crate::target::{OptionValue, Settings, TargetOption};
use pipewright_ir::kube;

/// Form in which a pipeline is written for Argo.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Kind of the object.
    pub kind: Kind,
    /// Namespace of the object; none leaves it to the one who creates it.
    pub namespace: Option<String>,
    /// Image that holds the program, for components and crates that name none.
    pub image: Option<String>,
    /// Location of artifacts, in place of that of the manifest or the cluster.
    pub artifacts: Option<String>,
    /// Version of Argo that runs it.
    pub version: Version,
}

/// Version of Argo. What is written differs where outputs are cached, and in the words by which a container gets values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Version {
    /// 3.6 and 3.7.
    V3,
    /// 4.0 and later.
    #[default]
    V4,
}

/// Kind of the object that is written for a pipeline.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// A Workflow with a generated name: each creation is a run.
    #[default]
    Workflow,
    /// A WorkflowTemplate with the pipeline's name: runs refer to it.
    WorkflowTemplate,
}

pub(super) const OPTIONS: &[TargetOption] = &[
    TargetOption {
        name: "kind",
        help: "What to write for each pipeline",
        value: OptionValue::OneOf(&[
            ("workflow", "A Workflow with a generated name"),
            ("template", "A WorkflowTemplate"),
        ]),
    },
    TargetOption {
        name: "argo-version",
        help: "Version of Argo that runs the workflow: 4 takes longer values, and caches outputs in another way",
        value: OptionValue::OneOf(&[("4", "4.0 and later"), ("3", "3.6 and 3.7")]),
    },
    TargetOption {
        name: "namespace",
        help: "Namespace to write into the object",
        value: OptionValue::Text(namespace),
    },
    TargetOption {
        name: "artifacts",
        help: "Location of artifacts, such as s3://bucket/folder [default: that of the manifest, or of the cluster]",
        value: OptionValue::Text(uri::check),
    },
];

fn namespace(text: &str) -> Result<(), String> {
    match kube::is_namespace(text) {
        true => Ok(()),
        false => Err(format!("expected {}", kube::NAMESPACE_EXPECTED)),
    }
}

impl Options {
    /// The options that are given among settings.
    pub fn of(settings: &Settings) -> Self {
        Self {
            kind: match settings.option("kind") {
                Some("template") => Kind::WorkflowTemplate,
                _ => Kind::Workflow,
            },
            namespace: settings.option("namespace").map(Into::into),
            image: settings.image.clone(),
            artifacts: settings.option("artifacts").map(Into::into),
            version: match settings.option("argo-version") {
                Some("3") => Version::V3,
                _ => Version::default(),
            },
        }
    }
}
