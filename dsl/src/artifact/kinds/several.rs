//! Methods of several kinds.

/// Gives kinds the same methods. These stand where they are used, so that errors of users quote them and no macro.
macro_rules! for_kinds {
    ([$($kind:ident)*] $parameters:tt $methods:tt) => {$(
        $crate::artifact::kinds::several::for_kinds! { @ $kind $parameters $methods }
    )*};
    (@ $kind:ident [] { $($methods:tt)* }) => {
        impl $kind { $($methods)* }
    };
    (@ $kind:ident [$parameter:ident: $bound:ident] { $($methods:tt)* }) => {
        impl<$parameter: $bound> $kind<$parameter> { $($methods)* }
    };
}

pub(super) use for_kinds;
