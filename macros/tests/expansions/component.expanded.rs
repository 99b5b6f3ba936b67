#[allow(
    clippy::missing_const_for_fn,
    clippy::missing_errors_doc,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::needless_pass_by_value,
    clippy::too_many_arguments
)]
impl __add::add {
    /// Runs the component's function here.
    pub fn call(a: f64, b: f64) -> f64 {
        a + b
    }
}
/// Calculates the sum of two numbers.
#[allow(clippy::too_many_arguments)]
#[track_caller]
pub fn add(
    a: impl ::pipewright::__private::IntoInput<f64>,
    b: impl ::pipewright::__private::IntoInput<f64>,
) -> <f64 as ::pipewright::__private::HandlesOf>::Handles {
    __add::add::__task(__add::add::__start2(a, b))
}
#[doc(hidden)]
#[allow(
    missing_docs,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
mod __add {
    pub struct add {}
}
#[doc(hidden)]
#[allow(dead_code, missing_docs, non_camel_case_types)]
pub type add = __add::add;
const _: () = {
    const __FIELD_0: ::pipewright::__private::Typed<f64> = ::pipewright::__private::typed::<
        f64,
    >("a", ::core::option::Option::None)
        .at(3u32, 12u32);
    const __FIELD_1: ::pipewright::__private::Typed<f64> = ::pipewright::__private::typed::<
        f64,
    >("b", ::core::option::Option::None)
        .at(3u32, 20u32);
    const __OUTPUTS: ::pipewright::__private::OutputsOf<f64> = ::pipewright::__private::returned::<
        f64,
    >();
    #[allow(unreachable_pub, unnameable_types, missing_debug_implementations)]
    pub struct AddCall<__Input0, __Input1> {
        builder: ::pipewright::__private::TaskBuilder,
        given: ::core::marker::PhantomData<(__Input0, __Input1)>,
    }
    #[allow(missing_docs, unreachable_pub, unnameable_types)]
    #[diagnostic::on_unimplemented(
        message = "`add` is called without its input `a`",
        label = "the input `a` is missing"
    )]
    pub trait __Given0 {}
    impl __Given0 for ::pipewright::__private::rewrite::Given {}
    #[allow(missing_docs, unreachable_pub, unnameable_types)]
    #[diagnostic::on_unimplemented(
        message = "`add` is called without its input `b`",
        label = "the input `b` is missing"
    )]
    pub trait __Given1 {}
    impl __Given1 for ::pipewright::__private::rewrite::Given {}
    #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
    impl __add::add {
        #[doc(hidden)]
        #[track_caller]
        pub fn __start0() -> AddCall<
            ::pipewright::__private::rewrite::Missing,
            ::pipewright::__private::rewrite::Missing,
        > {
            AddCall {
                builder: ::pipewright::__private::TaskBuilder::new(
                    __add::add::__descriptor(),
                ),
                given: ::core::marker::PhantomData,
            }
        }
        #[doc(hidden)]
        #[track_caller]
        pub fn __start1(
            a: impl ::pipewright::__private::IntoInput<f64>,
        ) -> AddCall<
            ::pipewright::__private::rewrite::Given,
            ::pipewright::__private::rewrite::Missing,
        > {
            AddCall {
                builder: ::pipewright::__private::TaskBuilder::new(
                        __add::add::__descriptor(),
                    )
                    .input(&__FIELD_0, a),
                given: ::core::marker::PhantomData,
            }
        }
        #[doc(hidden)]
        #[track_caller]
        pub fn __start2(
            a: impl ::pipewright::__private::IntoInput<f64>,
            b: impl ::pipewright::__private::IntoInput<f64>,
        ) -> AddCall<
            ::pipewright::__private::rewrite::Given,
            ::pipewright::__private::rewrite::Given,
        > {
            AddCall {
                builder: ::pipewright::__private::TaskBuilder::new(
                        __add::add::__descriptor(),
                    )
                    .input(&__FIELD_0, a)
                    .input(&__FIELD_1, b),
                given: ::core::marker::PhantomData,
            }
        }
        #[doc(hidden)]
        #[track_caller]
        pub fn __task<__Input0, __Input1>(
            call: AddCall<__Input0, __Input1>,
        ) -> <f64 as ::pipewright::__private::HandlesOf>::Handles
        where
            __Input0: __Given0,
            __Input1: __Given1,
        {
            __OUTPUTS.task(call.builder)
        }
    }
    #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
    impl<__Input0, __Input1> AddCall<__Input0, __Input1> {
        pub fn a(
            self,
            a: impl ::pipewright::__private::IntoInput<f64>,
        ) -> AddCall<::pipewright::__private::rewrite::Given, __Input1>
        where
            __Input0: ::pipewright::__private::rewrite::NotGiven,
        {
            AddCall {
                builder: self.builder.input(&__FIELD_0, a),
                given: ::core::marker::PhantomData,
            }
        }
        pub fn b(
            self,
            b: impl ::pipewright::__private::IntoInput<f64>,
        ) -> AddCall<__Input0, ::pipewright::__private::rewrite::Given>
        where
            __Input1: ::pipewright::__private::rewrite::NotGiven,
        {
            AddCall {
                builder: self.builder.input(&__FIELD_1, b),
                given: ::core::marker::PhantomData,
            }
        }
    }
    #[allow(missing_docs, dead_code)]
    impl __add::add {
        #[doc(hidden)]
        pub(crate) fn __descriptor() -> &'static ::pipewright::__private::ComponentDescriptor {
            static DESCRIPTOR: ::pipewright::__private::ComponentDescriptor = ::pipewright::__private::ComponentDescriptor {
                key: ::core::concat!(::core::module_path!(), "::", "add"),
                name: "add",
                description: ::core::option::Option::Some(
                    "Calculates the sum of two numbers.",
                ),
                inputs: &[__FIELD_0.field, __FIELD_1.field],
                outputs: __OUTPUTS.fields,
                options: ::core::default::Default::default,
                body: ::pipewright::__private::StaticBody::Program(|invocation| {
                    let inputs = (
                        __FIELD_0.read(invocation, 0usize),
                        __FIELD_1.read(invocation, 1usize),
                    );
                    invocation.check()?;
                    let (
                        ::core::option::Option::Some(a),
                        ::core::option::Option::Some(b),
                    ) = inputs else {
                        return ::core::result::Result::Err(
                            ::pipewright::__private::Failure::new("an input is missing"),
                        );
                    };
                    ::core::result::Result::Ok(__OUTPUTS.write(__add::add::call(a, b)))
                }),
                digest: ::pipewright::__private::sources!(),
                at: ::pipewright::__private::Location::new(::core::file!(), 3u32, 8u32),
            };
            ::pipewright::__private::inventory::submit! {
                & DESCRIPTOR
            }
            &DESCRIPTOR
        }
    }
};
