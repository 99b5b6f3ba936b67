//! The names, quantities, durations, image references and limits of Kubernetes and Argo.
//!
//! This is the one home of these grammars. The checks are `const fn`, so that a macro can put them into a constant
//! assertion of the user's crate and the compiler and the command line can call the same code at run time. Each grammar
//! comes with an `…_EXPECTED` text, so that all three say the same, and some with a hint for common slips. The types, such
//! as [`Quantity`], hold only what fits.
//!
//! ```
//! use pipewright_ir::kube;
//!
//! const _: () = assert!(kube::is_quantity("1.5Gi"));
//! assert!(!kube::is_quantity("5Gb"));
//! assert_eq!(kube::quantity_hint("5Gb"), Some("units have no `b`: write `5G` or `5Gi`, not `5Gb`"));
//! ```

mod duration;
mod image;
mod limits;
mod message;
mod name;
#[cfg(test)]
mod patterns;
mod quantity;
mod seconds;
mod text;

pub use self::duration::{
    DURATION_EXPECTED, SECONDS_EXPECTED, SECONDS_PATTERN, duration_hint, duration_seconds,
    format_duration, is_duration, is_positive_duration, parse_duration,
};
pub use self::image::{
    IMAGE_REFERENCE_EXPECTED, IMAGE_REFERENCE_PATTERN, image_hint, is_image_reference,
};
pub use self::limits::{
    CRON_WORKFLOW_NAME_MAX, DNS_LABEL_MAX, DNS_SUBDOMAIN_MAX, GENERATED_SUFFIX, IMAGE_NAME_MAX,
    IMAGE_TAG_MAX, INPUT_PARAMETERS_MAX, LABEL_VALUE_MAX, OBJECT_BYTES_MAX, TASK_NAME_MAX,
    TASKS_MAX, TEMPLATES_MAX, WORKFLOW_NAME_MAX,
};
pub use self::message::{
    dns_label_message, duration_message, environment_variable_message, image_message,
    memory_message, quantity_message, seconds_message,
};
pub use self::name::{
    DNS_LABEL_EXPECTED, DNS_SUBDOMAIN_EXPECTED, ENVIRONMENT_VARIABLE_EXPECTED, LABEL_KEY_EXPECTED,
    LABEL_VALUE_EXPECTED, NAMESPACE_EXPECTED, PARAMETER_NAME_EXPECTED, is_dns_label,
    is_dns_subdomain, is_environment_variable, is_label_key, is_label_value, is_namespace,
    is_parameter_name, to_dns_label, to_dns_label_within, to_kebab_case,
};
pub use self::quantity::{
    MEMORY_EXPECTED, MEMORY_PATTERN, POSITIVE_QUANTITY_EXPECTED, QUANTITY_EXPECTED,
    QUANTITY_PATTERN, is_memory, is_positive_quantity, is_quantity, memory_hint, quantity_hint,
    quantity_nanos,
};
pub use self::seconds::Seconds;
pub use self::text::{DnsLabel, EnvName, ImageRef, Memory, Quantity};
