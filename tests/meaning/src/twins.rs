//! One body, two functions.

/// Writes each body as a pipeline and as a function in plain Rust, and a function `cases` that lists them.
///
/// Behind `with` stand rows of arguments. Where a body uses what Rust does not have, such as names in calls, `plain { .. }`
/// says it in Rust. Behind `refused` stand rows for which the guide says that a run fails although Rust gives a value:
/// numbers that are not finite cannot travel.
macro_rules! bodies {
    ($(
        $(#[$attribute:meta])*
        fn $name:ident($($parameter:ident: $type:ty),* $(,)?) -> $output:ty { $($body:tt)* }
        $(plain { $($plain:tt)* })?
        with $($row:expr),+ $(; refused $($refused:expr),+)?;
    )*) => {
        mod recorded {
            use super::*;
            use crate::case::Text;
            use crate::components::*;
            use pipewright::prelude::*;

            $(
                $(#[$attribute])*
                #[pipeline]
                pub(super) fn $name($($parameter: $type),*) -> $output { $($body)* }
            )*
        }

        mod plain {
            use super::*;
            use crate::direct::*;

            $(
                $(#[$attribute])*
                pub(super) fn $name($($parameter: $type),*) -> $output {
                    plain_body!({ $($body)* } $({ $($plain)* })?)
                }
            )*
        }

        $(
            mod $name {
                use super::*;

                type Row = ($($type,)*);

                fn arguments(row: &Row) -> crate::case::Arguments {
                    let ($($parameter,)*) = row;
                    [$((stringify!($parameter).replace("r#", ""), crate::case::json($parameter))),*].into()
                }

                fn expected(row: Row) -> crate::case::Outcome {
                    let ($($parameter,)*) = row;
                    crate::case::plainly(move || super::plain::$name($($parameter),*))
                }

                pub(super) fn case() -> crate::case::Case {
                    let rows: Vec<Row> = vec![$($row),+];
                    #[allow(unused_mut, reason = "not all bodies have such rows")]
                    let mut refused: Vec<Row> = vec![];
                    $(refused.extend([$($refused),+]);)?
                    let row = |row: Row, refused: bool| crate::case::Row {
                        arguments: arguments(&row),
                        expected: expected(row),
                        refused,
                    };
                    let rows = rows.into_iter().map(|given| row(given, false));
                    let refused = refused.into_iter().map(|given| row(given, true));
                    crate::case::Case {
                        name: stringify!($name),
                        pipeline: super::recorded::$name::pipeline(),
                        rows: rows.chain(refused).collect(),
                    }
                }
            }
        )*

        /// The bodies of this subject.
        pub fn cases() -> Vec<crate::case::Case> {
            vec![$($name::case()),*]
        }
    };
}

/// The second body, if there is one.
macro_rules! plain_body {
    ({ $($body:tt)* }) => {{ $($body)* }};
    ({ $($body:tt)* } { $($plain:tt)* }) => {{ $($plain)* }};
}
