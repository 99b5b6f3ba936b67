//! Macros `format!` of the user's, in the places where a macro may be.

use crate::components::text;
use pipewright::prelude::*;

#[component]
fn shout(text: String) -> String {
    text.to_uppercase()
}

/// It is a macro of the modules behind it, and of theirs.
mod defined {
    use super::*;

    macro_rules! format {
        ($text:literal, $value:expr) => {
            shout($value)
        };
    }

    #[pipeline]
    fn own_format_of_a_module(word: String) -> String {
        format!("{}", word)
    }

    mod within {
        use super::*;

        #[pipeline]
        fn own_format_of_an_outer_module(word: String) -> String {
            format!("{:?}", word)
        }
    }
}

mod macros {
    macro_rules! format {
        ($text:literal, $value:expr) => {
            shout($value)
        };
    }
    pub(super) use format;

    macro_rules! loud {
        ($text:literal, $value:expr) => {
            shout($value)
        };
    }
    pub(super) use loud;
}

mod imported {
    use super::macros::format;
    use super::*;

    #[pipeline]
    fn own_format_that_is_imported(word: String) -> String {
        format!("{}", word)
    }
}

mod renamed {
    use super::macros::loud as format;
    use super::*;

    #[pipeline]
    fn own_format_of_another_name(word: String) -> String {
        format!("{}", word)
    }
}

mod used {
    use super::*;

    #[macro_use]
    mod macros {
        macro_rules! format {
            ($text:literal, $value:expr) => {
                shout($value)
            };
        }
    }

    #[pipeline]
    fn own_format_that_is_used(word: String) -> String {
        format!("{}", word)
    }
}

/// No macro of the modules above is one here.
#[pipeline]
fn format_beside_others(word: String) -> String {
    text(format!("{word:_>3}"))
}
