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
#[automatically_derived]
impl ::pipewright::__private::Handles for DivisionHandles {
    fn __values(
        &self,
    ) -> ::std::vec::Vec<(&'static str, ::pipewright::__private::__Reference)> {
        ::std::vec![
            ("quotient", self.quotient.__reference()), ("remainder", self.remainder
            .__reference())
        ]
    }
    fn __merge(
        then: Self,
        otherwise: Self,
        merge: &mut ::pipewright::__private::Merge,
    ) -> Self {
        Self {
            quotient: ::pipewright::__private::Handles::__merge(
                then.quotient,
                otherwise.quotient,
                merge,
            ),
            remainder: ::pipewright::__private::Handles::__merge(
                then.remainder,
                otherwise.remainder,
                merge,
            ),
        }
    }
}
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
        fn __handles(task: &::pipewright::__private::TaskHandles) -> DivisionHandles {
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
