//! Sizes that Kubernetes and Argo refuse to exceed.

/// Characters in an RFC 1123 label: names of namespaces, containers, volumes.
pub const DNS_LABEL_MAX: usize = 63;

/// Characters in an RFC 1123 subdomain: names of most Kubernetes objects.
pub const DNS_SUBDOMAIN_MAX: usize = 253;

/// Characters in the value of a label, and in the name part of a label's key.
pub const LABEL_VALUE_MAX: usize = 63;

/// Characters in the name of a Workflow, WorkflowTemplate or ClusterWorkflowTemplate.
pub const WORKFLOW_NAME_MAX: usize = 63;

/// Characters in the name of a CronWorkflow: each run appends a time to it.
pub const CRON_WORKFLOW_NAME_MAX: usize = 52;

/// Characters that the API server appends to `generateName`.
pub const GENERATED_SUFFIX: usize = 5;

/// Characters in the name of an Argo task or step.
pub const TASK_NAME_MAX: usize = 128;

/// Templates in one workflow.
pub const TEMPLATES_MAX: usize = 200;

/// Tasks in one DAG template.
pub const TASKS_MAX: usize = 200;

/// Input parameters of one template.
pub const INPUT_PARAMETERS_MAX: usize = 500;

/// Bytes of one workflow object with its status, counted as JSON.
pub const OBJECT_BYTES_MAX: usize = 1024 * 1024;

/// Characters in the name of an image, registry included, tag and digest not.
pub const IMAGE_NAME_MAX: usize = 255;

/// Characters in the tag of an image.
pub const IMAGE_TAG_MAX: usize = 128;
