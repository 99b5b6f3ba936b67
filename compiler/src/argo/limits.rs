//! Sizes that Argo refuses to exceed.

use pipewright_ir::kube::DNS_LABEL_MAX;

/// Characters in the name of a Workflow, WorkflowTemplate or ClusterWorkflowTemplate.
pub(super) const WORKFLOW_NAME_MAX: usize = DNS_LABEL_MAX;

/// Characters that the API server appends to `generateName`.
pub(super) const GENERATED_SUFFIX: usize = 5;

/// Templates in one workflow.
pub(super) const TEMPLATES_MAX: usize = 200;

/// Tasks in one DAG template.
pub(super) const TASKS_MAX: usize = 200;

/// Input parameters of one template.
pub(super) const INPUT_PARAMETERS_MAX: usize = 500;

/// KiB of an output that a container of Argo 3 can be given: Linux takes 128 in a word, in which its name stands, too.
pub(super) const WORD_MAX: usize = 127;

/// Bytes of one workflow object with its status, counted as JSON.
pub(super) const OBJECT_BYTES_MAX: usize = 1024 * 1024;

/// Words of Argo's expressions, which cannot be the names of tasks there.
pub(super) const RESERVED_NAMES: [&str; 15] = [
    "let",
    "not",
    "and",
    "or",
    "in",
    "matches",
    "contains",
    "startswith",
    "endswith",
    "true",
    "false",
    "nil",
    "if",
    "else",
    "null",
];
