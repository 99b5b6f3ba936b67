pub struct Division {
    /// How often the divisor fits.
    pub quotient: f64,
    pub remainder: f64,
}
/// What a call gives in a pipeline.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, dead_code)]
pub struct DivisionHandles {
    /// How often the divisor fits.
    pub quotient: ::pipewright::Value<f64>,
    pub remainder: ::pipewright::Value<f64>,
}
const _: () = {
    use ::pipewright::__private::One;
    #[allow(
        missing_docs,
        dead_code,
        unreachable_pub,
        unnameable_types,
        missing_debug_implementations
    )]
    pub struct DivisionHandlesShape<__W: ::pipewright::__private::Shape> {
        pub quotient: ::pipewright::Value<
            <__W as ::pipewright::__private::Shape>::Of<f64>,
        >,
        pub remainder: ::pipewright::Value<
            <__W as ::pipewright::__private::Shape>::Of<f64>,
        >,
    }
    impl<__W: ::pipewright::__private::Shape> ::core::clone::Clone
    for DivisionHandlesShape<__W> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl<__W: ::pipewright::__private::Shape> ::core::marker::Copy
    for DivisionHandlesShape<__W> {}
    #[automatically_derived]
    impl ::pipewright::__private::Handles for DivisionHandles {
        type Lists = DivisionHandlesShape<::pipewright::__private::Listed<One>>;
        type Options = DivisionHandlesShape<::pipewright::__private::Optional<One>>;
        fn __values(
            &self,
        ) -> ::std::vec::Vec<(&'static str, ::pipewright::__private::Reference)> {
            ::std::vec![
                ("quotient", self.quotient.__reference()), ("remainder", self.remainder
                .__reference())
            ]
        }
        fn __zip(
            first: Self,
            second: Self,
            make: &mut ::pipewright::__private::Merge<'_>,
        ) -> Self {
            Self {
                quotient: ::pipewright::__private::Handles::__zip(
                    first.quotient,
                    second.quotient,
                    make,
                ),
                remainder: ::pipewright::__private::Handles::__zip(
                    first.remainder,
                    second.remainder,
                    make,
                ),
            }
        }
        fn __lists(self, make: &mut ::pipewright::__private::Map<'_>) -> Self::Lists {
            DivisionHandlesShape {
                quotient: ::pipewright::__private::Handles::__lists(self.quotient, make),
                remainder: ::pipewright::__private::Handles::__lists(
                    self.remainder,
                    make,
                ),
            }
        }
        fn __options(
            self,
            make: &mut ::pipewright::__private::Map<'_>,
        ) -> Self::Options {
            DivisionHandlesShape {
                quotient: ::pipewright::__private::Handles::__options(
                    self.quotient,
                    make,
                ),
                remainder: ::pipewright::__private::Handles::__options(
                    self.remainder,
                    make,
                ),
            }
        }
    }
    #[automatically_derived]
    impl ::pipewright::__private::Configure for DivisionHandles {
        fn __configure(
            self,
            setting: ::core::result::Result<
                ::pipewright::__private::Setting,
                ::pipewright::__private::Invalid,
            >,
            at: &::pipewright::__private::Location,
        ) -> Self {
            ::pipewright::__private::configure(&self, setting, at);
            self
        }
    }
    #[automatically_derived]
    impl<__W: ::pipewright::__private::Shape> ::pipewright::__private::Handles
    for DivisionHandlesShape<__W> {
        type Lists = DivisionHandlesShape<::pipewright::__private::Listed<__W>>;
        type Options = DivisionHandlesShape<::pipewright::__private::Optional<__W>>;
        fn __values(
            &self,
        ) -> ::std::vec::Vec<(&'static str, ::pipewright::__private::Reference)> {
            ::std::vec![
                ("quotient", self.quotient.__reference()), ("remainder", self.remainder
                .__reference())
            ]
        }
        fn __zip(
            first: Self,
            second: Self,
            make: &mut ::pipewright::__private::Merge<'_>,
        ) -> Self {
            Self {
                quotient: ::pipewright::__private::Handles::__zip(
                    first.quotient,
                    second.quotient,
                    make,
                ),
                remainder: ::pipewright::__private::Handles::__zip(
                    first.remainder,
                    second.remainder,
                    make,
                ),
            }
        }
        fn __lists(self, make: &mut ::pipewright::__private::Map<'_>) -> Self::Lists {
            DivisionHandlesShape {
                quotient: ::pipewright::__private::Handles::__lists(self.quotient, make),
                remainder: ::pipewright::__private::Handles::__lists(
                    self.remainder,
                    make,
                ),
            }
        }
        fn __options(
            self,
            make: &mut ::pipewright::__private::Map<'_>,
        ) -> Self::Options {
            DivisionHandlesShape {
                quotient: ::pipewright::__private::Handles::__options(
                    self.quotient,
                    make,
                ),
                remainder: ::pipewright::__private::Handles::__options(
                    self.remainder,
                    make,
                ),
            }
        }
    }
    #[automatically_derived]
    impl<__W: ::pipewright::__private::Shape> ::pipewright::__private::Configure
    for DivisionHandlesShape<__W> {
        fn __configure(
            self,
            setting: ::core::result::Result<
                ::pipewright::__private::Setting,
                ::pipewright::__private::Invalid,
            >,
            at: &::pipewright::__private::Location,
        ) -> Self {
            ::pipewright::__private::configure(&self, setting, at);
            self
        }
    }
};
const _: () = {
    const __FIELD_0: ::pipewright::__private::Typed<f64> = ::pipewright::__private::typed::<
        f64,
    >("quotient", ::core::option::Option::Some("How often the divisor fits."))
        .at(4u32, 9u32);
    const __FIELD_1: ::pipewright::__private::Typed<f64> = ::pipewright::__private::typed::<
        f64,
    >("remainder", ::core::option::Option::None)
        .at(5u32, 9u32);
    #[automatically_derived]
    impl ::core::marker::Unpin for Division
    where
        for<'never> &'never Self: ::pipewright::__private::Never,
    {}
    #[automatically_derived]
    impl ::pipewright::__private::HandlesOf for Division {
        type Handles = DivisionHandles;
    }
    #[automatically_derived]
    impl ::pipewright::__private::Returned for Division {
        fn __fields() -> ::std::vec::Vec<::pipewright::__private::Field> {
            ::std::vec::Vec::from(&[__FIELD_0.field, __FIELD_1.field])
        }
        fn __handles(task: &::pipewright::__private::Called) -> DivisionHandles {
            DivisionHandles {
                quotient: task.output("quotient"),
                remainder: task.output("remainder"),
            }
        }
        fn __write(self, results: &mut ::pipewright::__private::Results) {
            __FIELD_0.write(&self.quotient, results);
            __FIELD_1.write(&self.remainder, results);
        }
    }
};
