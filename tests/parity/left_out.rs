//! Files that have no pipeline, and why.

const CONFIG_MAP: &str = "Argo reads the value of a parameter from a ConfigMap. Values of a pipeline's parameters come from whoever starts it; there is no construct for this.";
const WINDOWS: &str = "A container for Windows and selectors of nodes; components run on Linux, and the testbed does.";
const ARGUMENTS_OF_HANDLERS: &str = "The exit handler of a step takes an output of the step. A handler sees no outputs of tasks, since it also runs when there are none.";
const LIFE_CYCLE: &str = "A hook runs when a step begins to run or succeeds, besides the step. What comes after success is a task; there is no construct for the beginning. It needs the network too.";

const LEFT_OUT: [(&str, &str); 15] = [
    ("arguments-parameters-from-configmap", CONFIG_MAP),
    (
        "global-outputs",
        "An exit handler takes an output of a task by its global name. A handler sees no outputs of tasks, since it also runs when there are none.",
    ),
    (
        "global-parameters-from-configmap-referenced-as-local-variable",
        CONFIG_MAP,
    ),
    ("global-parameters-from-configmap", CONFIG_MAP),
    ("hello-hybrid", WINDOWS),
    ("hello-windows", WINDOWS),
    (
        "label-value-from-workflow",
        "A label of the workflow is made of a parameter. There is no construct for labels.",
    ),
    (
        "variables-showcase",
        "Argo has it since version 4; the testbed runs 3.7.",
    ),
    (
        "dag-inline-clusterworkflowtemplate",
        "The same as `dag-inline-workflowtemplate` for all of the cluster. The program prints no `ClusterWorkflowTemplate`.",
    ),
    (
        "dag-targets",
        "Whoever starts it chooses by a task's name which part of the DAG runs. All of a pipeline runs, or an `if` decides.",
    ),
    (
        "exit-code-output-variable",
        "A task takes the exit code of a failed one. A failed task tells only that it failed.",
    ),
    ("exit-handler-with-artifacts", ARGUMENTS_OF_HANDLERS),
    ("exit-handler-with-param", ARGUMENTS_OF_HANDLERS),
    ("life-cycle-hooks-tmpl-level", LIFE_CYCLE),
    ("life-cycle-hooks-wf-level", LIFE_CYCLE),
];

/// Paths of the files, with the reasons.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    LEFT_OUT.into_iter()
}
