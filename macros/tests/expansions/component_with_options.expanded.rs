#[allow(dead_code, missing_docs, clippy::all)]
fn train(
    _: [(); ::core::compile_error! {
        "an `async` component needs the feature `tokio` of pipewright\n\n= help: add it to the dependency: `pipewright = { features = [\"tokio\"], .. }`"
    }],
) -> [(); ::core::compile_error! {
    "an `async` component needs the feature `tokio` of pipewright\n\n= help: add it to the dependency: `pipewright = { features = [\"tokio\"], .. }`"
}] {
    loop {}
}
#[allow(non_camel_case_types, dead_code, missing_docs)]
type train = [(); ::core::compile_error! {
    "an `async` component needs the feature `tokio` of pipewright\n\n= help: add it to the dependency: `pipewright = { features = [\"tokio\"], .. }`"
}];
#[allow(
    clippy::missing_const_for_fn,
    clippy::missing_errors_doc,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::needless_pass_by_value,
    clippy::too_many_arguments
)]
impl __clean::clean {
    /// Runs the component's function here.
    fn call() {}
}
#[allow(clippy::too_many_arguments)]
#[track_caller]
fn clean() -> <() as ::pipewright::__private::HandlesOf>::Handles {
    __clean::clean::__task(__clean::clean::__start0())
}
#[doc(hidden)]
#[allow(
    missing_docs,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
mod __clean {
    pub struct clean {}
}
#[doc(hidden)]
#[allow(dead_code, missing_docs, non_camel_case_types)]
type clean = __clean::clean;
const _: () = {
    const __OUTPUTS: ::pipewright::__private::OutputsOf<()> = ::pipewright::__private::returned::<
        (),
    >();
    #[allow(unreachable_pub, unnameable_types, missing_debug_implementations)]
    pub struct CleanCall {
        builder: ::pipewright::__private::TaskBuilder,
        given: ::core::marker::PhantomData<()>,
    }
    #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
    impl __clean::clean {
        #[doc(hidden)]
        #[track_caller]
        fn __start0() -> CleanCall {
            CleanCall {
                builder: ::pipewright::__private::TaskBuilder::new(
                    __clean::clean::__descriptor(),
                ),
                given: ::core::marker::PhantomData,
            }
        }
        #[doc(hidden)]
        #[track_caller]
        fn __task(
            call: CleanCall,
        ) -> <() as ::pipewright::__private::HandlesOf>::Handles {
            __OUTPUTS.task(call.builder)
        }
    }
    #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
    impl CleanCall {}
    #[allow(missing_docs, dead_code)]
    impl __clean::clean {
        #[doc(hidden)]
        pub(crate) fn __descriptor() -> &'static ::pipewright::__private::ComponentDescriptor {
            static DESCRIPTOR: ::pipewright::__private::ComponentDescriptor = ::pipewright::__private::ComponentDescriptor {
                key: ::core::concat!(::core::module_path!(), "::", "clean"),
                name: "clean-up",
                description: ::core::option::Option::None,
                inputs: &[],
                outputs: __OUTPUTS.fields,
                options: || ::pipewright::__private::Options::of([
                    ::pipewright::__private::Options::cpu(
                        ::pipewright::__private::Literal::Text("2"),
                    ),
                    ::pipewright::__private::Options::retries(
                        ::pipewright::__private::Literal::Integer(3),
                    ),
                    ::pipewright::__private::Options::env(
                        ::pipewright::__private::Literal::Pair("LEVEL", "info"),
                    ),
                    ::pipewright::__private::Options::env(
                        ::pipewright::__private::Literal::Pair("MODE", "fast"),
                    ),
                    ::pipewright::__private::Options::cache(
                        ::pipewright::__private::Literal::Text("24h"),
                    ),
                ]),
                body: ::pipewright::__private::StaticBody::Program(|invocation| {
                    ::core::result::Result::Ok(__OUTPUTS.write(__clean::clean::call()))
                }),
                digest: ::pipewright::__private::sources!(),
                at: ::pipewright::__private::Location::new(::core::file!(), 14u32, 4u32),
            };
            ::pipewright::__private::inventory::submit! {
                & DESCRIPTOR
            }
            &DESCRIPTOR
        }
    }
};
const _: () = {
    #[allow(dead_code)]
    const NAME: ::pipewright::__private::DnsLabel = ::pipewright::__private::DnsLabel::new(
        "clean-up",
    );
};
const _: () = {
    #[allow(dead_code)]
    const CPU: ::pipewright::__private::Setting = ::pipewright::__private::Options::cpu(
        ::pipewright::__private::Literal::Text("2"),
    );
};
const _: () = {
    #[allow(dead_code)]
    const RETRIES: ::pipewright::__private::Setting = ::pipewright::__private::Options::retries(
        ::pipewright::__private::Literal::Integer(3),
    );
};
const _: () = {
    #[allow(dead_code)]
    const ENV: ::pipewright::__private::Setting = ::pipewright::__private::Options::env(
        ::pipewright::__private::Literal::Pair("LEVEL", "info"),
    );
};
const _: () = {
    #[allow(dead_code)]
    const ENV: ::pipewright::__private::Setting = ::pipewright::__private::Options::env(
        ::pipewright::__private::Literal::Pair("MODE", "fast"),
    );
};
const _: () = {
    #[allow(dead_code)]
    const CACHE: ::pipewright::__private::Setting = ::pipewright::__private::Options::cache(
        ::pipewright::__private::Literal::Text("24h"),
    );
};
