//! Argo's files, by subject.

/// A subject, and the paths of its files in Argo's folder without `.yaml`.
pub(crate) type Group = (&'static str, &'static [&'static str]);

/// The subjects that are looked at, with all of their files.
pub(crate) const GROUPS: [Group; 5] = [
    (
        "Basics, parameters and globals",
        &[
            "arguments-parameters-from-configmap",
            "arguments-parameters",
            "colored-logs",
            "forever",
            "global-outputs",
            "global-parameters-from-configmap-referenced-as-local-variable",
            "global-parameters-from-configmap",
            "global-parameters",
            "hello-hybrid",
            "hello-windows",
            "hello-world",
            "label-value-from-workflow",
            "output-parameter",
            "title-and-description-with-markdown",
            "variables-showcase",
        ],
    ),
    (
        "Steps and shapes of DAGs",
        &[
            "dag-diamond-steps",
            "dag-diamond",
            "dag-enhanced-depends",
            "dag-inline-clusterworkflowtemplate",
            "dag-inline-workflow",
            "dag-inline-workflowtemplate",
            "dag-multiroot",
            "dag-nested",
            "dag-targets",
            "nested-workflow",
            "steps-inline-workflow",
            "steps",
        ],
    ),
    (
        "Loops and aggregation",
        &[
            "handle-large-output-results",
            "loops-arbitrary-sequential-steps",
            "loops-dag",
            "loops-maps",
            "loops-param-argument",
            "loops-param-result",
            "loops-sequence",
            "loops",
            "map-reduce",
            "parameter-aggregation-dag",
            "parameter-aggregation-script",
            "parameter-aggregation",
            "withsequence-nested-result",
        ],
    ),
    (
        "Conditionals and recursion",
        &[
            "coinflip-recursive",
            "coinflip",
            "conditional-artifacts",
            "conditional-parameters",
            "conditionals-complex",
            "conditionals",
            "dag-coinflip",
            "dag-conditional-artifacts",
            "dag-conditional-parameters",
            "exit-code-output-variable",
            "fibonacci-seq-conditional-param",
            "recursive-for-loop",
            "status-reference",
        ],
    ),
    (
        "Exit handlers and hooks",
        &[
            "exit-handler-dag-level",
            "exit-handler-slack",
            "exit-handler-step-level",
            "exit-handler-with-artifacts",
            "exit-handler-with-param",
            "exit-handlers",
            "life-cycle-hooks-tmpl-level",
            "life-cycle-hooks-wf-level",
            "template-on-exit",
        ],
    ),
];

/// All files.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    GROUPS.iter().flat_map(|(_, files)| files.iter().copied())
}
