//! The part of Argo's objects that pipewright writes, in the order in which it is printed.

use super::storage::{Artifact, ConfigMapKey, Location, Removal};
use indexmap::IndexMap;
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Workflow {
    pub(super) api_version: &'static str,
    pub(super) kind: &'static str,
    pub(super) metadata: Metadata,
    pub(super) spec: Spec,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Metadata {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) generate_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) namespace: Option<String>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) annotations: IndexMap<&'static str, String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Spec {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) entrypoint: Option<String>,
    #[serde(skip_serializing_if = "Arguments::is_empty")]
    pub(super) arguments: Arguments,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hooks: Option<Hooks>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) volumes: Vec<Volume>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) artifact_repository_ref: Option<ConfigMapKey>,
    #[serde(rename = "artifactGC", skip_serializing_if = "Option::is_none")]
    pub(super) artifact_gc: Option<Removal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) template_defaults: Option<TemplateDefaults>,
    pub(super) templates: Vec<Template>,
}

/// Parts of templates that need not be written in each.
#[derive(Debug, Serialize)]
pub(super) struct TemplateDefaults {
    pub(super) container: Container,
}

/// What runs at certain times of a workflow or a task.
#[derive(Debug, Serialize)]
pub(super) struct Hooks {
    /// At its end.
    pub(super) exit: Hook,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Hook {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) template: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) template_ref: Option<Box<TemplateRef>>,
    #[serde(skip_serializing_if = "Arguments::is_empty")]
    pub(super) arguments: Arguments,
}

#[derive(Debug, Default, Serialize)]
pub(super) struct Arguments {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) parameters: Vec<Parameter>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) artifacts: Vec<Artifact>,
}

impl Arguments {
    pub(super) fn is_empty(&self) -> bool {
        self.parameters.is_empty() && self.artifacts.is_empty()
    }
}

#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Parameter {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) default: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value_from: Option<Box<ValueFrom>>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub(super) choices: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
}

/// One of these is given.
#[derive(Debug, Default, Serialize)]
pub(super) struct ValueFrom {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expression: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    supplied: Option<Supplied>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<String>,
}

/// A person gives it.
#[derive(Debug, Serialize)]
struct Supplied {}

impl ValueFrom {
    pub(super) fn supplied(default: Option<String>) -> Self {
        Self {
            supplied: Some(Supplied {}),
            default,
            ..Self::default()
        }
    }

    pub(super) fn path(path: String) -> Self {
        Self {
            path: Some(path),
            ..Self::default()
        }
    }

    /// The default, where there is no file.
    pub(super) fn default_of(path: String, default: String) -> Self {
        Self {
            default: Some(default),
            ..Self::path(path)
        }
    }

    pub(super) fn parameter(parameter: String) -> Self {
        Self {
            parameter: Some(parameter),
            ..Self::default()
        }
    }

    pub(super) fn expression(expression: String) -> Self {
        Self {
            expression: Some(expression),
            ..Self::default()
        }
    }
}

#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Template {
    pub(super) name: String,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) annotations: IndexMap<&'static str, String>,
    #[serde(skip_serializing_if = "Arguments::is_empty")]
    pub(super) inputs: Arguments,
    #[serde(skip_serializing_if = "Arguments::is_empty")]
    pub(super) outputs: Arguments,
    /// Place of its artifacts, if it is not that of the cluster.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) archive_location: Option<Location>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) retry_strategy: Option<RetryStrategy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) active_deadline_seconds: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) parallelism: Option<u32>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) fail_fast: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) container: Option<Container>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dag: Option<Dag>,
    /// Groups of tasks, one behind the other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) steps: Vec<Vec<Task>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) suspend: Option<Suspend>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) memoize: Option<Memoize>,
    /// JSON that is merged into the specification of the pod.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pod_spec_patch: Option<String>,
}

/// A number, or a tag that Argo replaces by one.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Number {
    Known(u64),
    Tag(String),
}

/// When outputs of an earlier task are used.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Memoize {
    pub(super) key: String,
    pub(super) max_age: String,
    pub(super) cache: Cache,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Cache {
    pub(super) config_map: ConfigMap,
}

#[derive(Debug, Serialize)]
pub(super) struct ConfigMap {
    pub(super) name: String,
    /// Argo 3 has to be given it, and Argo 4 must not; neither looks at it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) key: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub(super) struct Suspend {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) duration: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RetryStrategy {
    pub(super) limit: u32,
    pub(super) retry_policy: &'static str,
}

impl RetryStrategy {
    /// So many tries more, whatever was wrong.
    pub(super) fn times(limit: u32) -> Option<Self> {
        (limit > 0).then_some(Self {
            limit,
            retry_policy: "Always",
        })
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Volume {
    pub(super) name: &'static str,
    pub(super) empty_dir: EmptyDir,
}

#[derive(Debug, Serialize)]
pub(super) struct EmptyDir {}

#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Container {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) image: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) command: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) args: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) env: Vec<EnvVar>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) resources: Option<Resources>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) volume_mounts: Vec<VolumeMount>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct EnvVar {
    pub(super) name: String,
    pub(super) value: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Resources {
    pub(super) requests: IndexMap<&'static str, String>,
    pub(super) limits: IndexMap<&'static str, String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct VolumeMount {
    pub(super) name: &'static str,
    pub(super) mount_path: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Dag {
    /// The tasks whose ends are waited for, when not those of the last ones only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) target: Option<String>,
    pub(super) fail_fast: bool,
    pub(super) tasks: Vec<Task>,
}

#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Task {
    pub(super) name: String,
    /// The template of the same object that it runs.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) template: String,
    /// The template of another object that it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) template_ref: Option<Box<TemplateRef>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) depends: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) when: Option<String>,
    /// A list of items, for each of which the task runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) with_param: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) continue_on: Option<ContinueOn>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hooks: Option<Box<Hooks>>,
    #[serde(skip_serializing_if = "Arguments::is_empty")]
    pub(super) arguments: Arguments,
}

/// A template of a WorkflowTemplate.
#[derive(Debug, Serialize)]
pub(super) struct TemplateRef {
    pub(super) name: String,
    pub(super) template: String,
}

/// Ends of a task that do not fail its DAG.
#[derive(Debug, Serialize)]
pub(super) struct ContinueOn {
    pub(super) error: bool,
    pub(super) failed: bool,
}
