impl __sample::sample {
    #[allow(
        unused_braces,
        unused_parens,
        unused_mut,
        unreachable_code,
        clippy::all,
        clippy::pedantic,
        clippy::nursery
    )]
    fn __body(
        a: ::pipewright::Value<f64>,
        mut b: ::pipewright::Value<f64>,
        names: ::pipewright::Value<Vec<String>>,
    ) -> <f64 as ::pipewright::__private::HandlesOf>::Handles {
        #[allow(unused_imports)]
        use ::pipewright::__private::rewrite::{
            DropHandles as _, DropOther as _, Guard as _, Join as _, KeepOwned as _,
            KeepReference as _, LoopGuard as _, MixedEnds as _, NoCondition as _,
            NotLogical as _, OfCollection as _, OfIterator as _, OfOption as _,
            OfOther as _, PlainLoopHead as _, PlainParts as _, RunTimeArgument as _,
            RunTimeEnd as _, RunTimeLeft as _, RunTimeOption as _, RunTimePattern as _,
            RunTimeRight as _, RunTimeStart as _, TailBlockValue as _, TailOther as _,
            TailPlain as _, TailText as _, TextScrutinee as _, TooMany as _,
            ValueScrutinee as _,
        };
        {
            let sum = add(a, 4.0);
            {
                let mut __branch0 = ::pipewright::__private::rewrite::condition(
                        ::pipewright::__private::rewrite::logical(
                                (&&&::pipewright::__private::rewrite::Compare(
                                    &(sum),
                                    &(10.0),
                                ))
                                    .order(::pipewright::__private::Comparison::Greater),
                            )
                            .and(|| {
                                !((&&&::pipewright::__private::rewrite::Compare(
                                    &(b),
                                    &(1.0),
                                ))
                                    .equality(::pipewright::__private::Comparison::Equal))
                            }),
                    )
                    .branch();
                if ::pipewright::__private::rewrite::Branching::then(&mut __branch0) {
                    print(
                        match (&(1),) {
                            (__branch1_argument0,) => {
                                (::pipewright::__private::rewrite::Join::join(
                                    ::pipewright::__private::rewrite::Join::join(
                                        ::pipewright::__private::rewrite::Join::join(
                                            ::pipewright::__private::rewrite::PlainText(
                                                ::std::string::String::new(),
                                            ),
                                            (&&::pipewright::__private::rewrite::Argument(&sum)).print(),
                                        ),
                                        ::pipewright::__private::rewrite::PlainText(
                                            ::std::string::String::from(" and "),
                                        ),
                                    ),
                                    (&&::pipewright::__private::rewrite::Argument(
                                        __branch1_argument0,
                                    ))
                                        .other_format(|value| ::std::format!("{:?}", value)),
                                ))
                                    .finish()
                            }
                        },
                    );
                }
                ::pipewright::__private::rewrite::Branching::otherwise(&mut __branch0);
                __branch0.end();
            }
            match ::pipewright::__private::rewrite::loop_head(
                    (&&&::pipewright::__private::rewrite::RangeEnds::new(0, 3))
                        .half_open(),
                )
                .start()
            {
                (__branch2, __branch2_items) => {
                    '__branch3: for index in __branch2_items {
                        {
                            let mut __branch4 = ::pipewright::__private::rewrite::condition(
                                    (&&&::pipewright::__private::rewrite::Compare(
                                        &(index),
                                        &(2),
                                    ))
                                        .equality(::pipewright::__private::Comparison::Equal),
                                )
                                .branch();
                            if ::pipewright::__private::rewrite::Branching::then(
                                &mut __branch4,
                            ) {
                                {
                                    __branch4.may_leave();
                                    ::pipewright::__private::rewrite::LoopGuard::may_leave_loop(
                                        __branch4.only(&__branch2),
                                    );
                                    break '__branch3;
                                };
                            }
                            ::pipewright::__private::rewrite::Branching::otherwise(
                                &mut __branch4,
                            );
                            __branch4.end();
                        }
                        {
                            ::pipewright::__private::rewrite::LoopGuard::may_assign_in_loop(
                                &__branch2,
                            );
                            b = train::__task(train::__start1(sum).epochs(index));
                        };
                    }
                }
            }
            '__branch5: {
                let mut __branch5 = ::pipewright::__private::rewrite::condition(
                        (&&&::pipewright::__private::rewrite::Compare(&(sum), &(b)))
                            .order(::pipewright::__private::Comparison::Less),
                    )
                    .branch();
                let __branch5_then = if ::pipewright::__private::rewrite::Branching::then(
                    &mut __branch5,
                ) {
                    let __branch5_then = { sum };
                    if __branch5.is_done() {
                        break '__branch5 __branch5.only(__branch5_then);
                    }
                    __branch5.go_on();
                    ::core::option::Option::Some(__branch5_then)
                } else {
                    ::core::option::Option::None
                };
                ::pipewright::__private::rewrite::Branching::otherwise(&mut __branch5);
                let __branch5_otherwise = __branch5
                    .second(
                        &__branch5_then,
                        {
                            let _read_only_in_a_run_time_block = (&&::pipewright::__private::rewrite::outside(
                                &b,
                            ))
                                .keep(&__branch5);
                            match (&&::pipewright::__private::rewrite::IfLet::new(
                                known(),
                            ))
                                .branch()
                            {
                                (__branch6_start, __branch6_option) => '__branch6: {
                                    let mut __branch6 = __branch6_start;
                                    let __branch6_then = if let Some(first) = __branch6_option {
                                        let __branch6_then = { first };
                                        if __branch6.is_done() {
                                            break '__branch6 __branch6.only(__branch6_then);
                                        }
                                        __branch6.go_on();
                                        ::core::option::Option::Some(__branch6_then)
                                    } else {
                                        ::core::option::Option::None
                                    };
                                    ::pipewright::__private::rewrite::Branching::otherwise(
                                        &mut __branch6,
                                    );
                                    let __branch6_otherwise = __branch6
                                        .second(
                                            &__branch6_then,
                                            {
                                                let _read_only_in_a_run_time_block = (&&::pipewright::__private::rewrite::outside(
                                                    &b,
                                                ))
                                                    .keep(&__branch6);
                                                add(a, b).retries(3)
                                            },
                                        );
                                    __branch6.end();
                                    let __branch6_then = (&&&&::pipewright::__private::rewrite::Tail::new(
                                        &__branch6,
                                        __branch6.block_value(__branch6_then),
                                    ))
                                        .value();
                                    let __branch6_otherwise = ::pipewright::__private::rewrite::like(
                                        &__branch6_then,
                                        {
                                            (&&&&::pipewright::__private::rewrite::Tail::new(
                                                &__branch6,
                                                __branch6.block_value(__branch6_otherwise),
                                            ))
                                                .value()
                                        },
                                    );
                                    __branch6.merge(__branch6_then, __branch6_otherwise)
                                }
                            }
                        },
                    );
                __branch5.end();
                let __branch5_then = (&&&&::pipewright::__private::rewrite::Tail::new(
                    &__branch5,
                    __branch5.block_value(__branch5_then),
                ))
                    .value();
                let __branch5_otherwise = ::pipewright::__private::rewrite::like(
                    &__branch5_then,
                    {
                        (&&&&::pipewright::__private::rewrite::Tail::new(
                            &__branch5,
                            __branch5.block_value(__branch5_otherwise),
                        ))
                            .value()
                    },
                );
                __branch5.merge(__branch5_then, __branch5_otherwise)
            }
        }
    }
}
#[allow(dead_code)]
/// Shows what is rewritten, and what is not.
#[allow(clippy::too_many_arguments)]
#[track_caller]
fn sample(
    a: impl ::pipewright::__private::IntoInput<f64>,
    names: impl ::pipewright::__private::IntoInput<Vec<String>>,
) -> <f64 as ::pipewright::__private::HandlesOf>::Handles {
    __sample::sample::__task(__sample::sample::__start2(a, names))
}
#[doc(hidden)]
#[allow(
    missing_docs,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
mod __sample {
    pub struct sample {}
}
#[doc(hidden)]
#[allow(dead_code, missing_docs, non_camel_case_types)]
type sample = __sample::sample;
const _: () = {
    #[allow(unreachable_pub, unnameable_types, missing_debug_implementations)]
    pub struct SampleCall<__Input0, __Input1> {
        builder: ::pipewright::__private::CallBuilder,
        given: ::core::marker::PhantomData<(__Input0, __Input1)>,
    }
    #[allow(missing_docs, unreachable_pub, unnameable_types)]
    #[diagnostic::on_unimplemented(
        message = "`sample` is called without its input `a`",
        label = "the input `a` is missing"
    )]
    pub trait __Given0 {}
    impl __Given0 for ::pipewright::__private::rewrite::Given {}
    #[allow(missing_docs, unreachable_pub, unnameable_types)]
    #[diagnostic::on_unimplemented(
        message = "`sample` is called without its input `names`",
        label = "the input `names` is missing"
    )]
    pub trait __Given1 {}
    impl __Given1 for ::pipewright::__private::rewrite::Given {}
    #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
    impl __sample::sample {
        #[doc(hidden)]
        #[track_caller]
        fn __start0() -> SampleCall<
            ::pipewright::__private::rewrite::Missing,
            ::pipewright::__private::rewrite::Missing,
        > {
            SampleCall {
                builder: ::pipewright::__private::CallBuilder::new(
                    __sample::sample::pipeline(),
                ),
                given: ::core::marker::PhantomData,
            }
        }
        #[doc(hidden)]
        #[track_caller]
        fn __start1(
            a: impl ::pipewright::__private::IntoInput<f64>,
        ) -> SampleCall<
            ::pipewright::__private::rewrite::Given,
            ::pipewright::__private::rewrite::Missing,
        > {
            SampleCall {
                builder: ::pipewright::__private::CallBuilder::new(
                        __sample::sample::pipeline(),
                    )
                    .input(&__FIELD_0, a),
                given: ::core::marker::PhantomData,
            }
        }
        #[doc(hidden)]
        #[track_caller]
        fn __start2(
            a: impl ::pipewright::__private::IntoInput<f64>,
            names: impl ::pipewright::__private::IntoInput<Vec<String>>,
        ) -> SampleCall<
            ::pipewright::__private::rewrite::Given,
            ::pipewright::__private::rewrite::Given,
        > {
            SampleCall {
                builder: ::pipewright::__private::CallBuilder::new(
                        __sample::sample::pipeline(),
                    )
                    .input(&__FIELD_0, a)
                    .input(&__FIELD_2, names),
                given: ::core::marker::PhantomData,
            }
        }
        #[doc(hidden)]
        #[track_caller]
        fn __task<__Input0, __Input1>(
            call: SampleCall<__Input0, __Input1>,
        ) -> <f64 as ::pipewright::__private::HandlesOf>::Handles
        where
            __Input0: __Given0,
            __Input1: __Given1,
        {
            __OUTPUTS.call(call.builder)
        }
    }
    #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
    impl<__Input0, __Input1> SampleCall<__Input0, __Input1> {
        pub fn a(
            self,
            a: impl ::pipewright::__private::IntoInput<f64>,
        ) -> SampleCall<::pipewright::__private::rewrite::Given, __Input1>
        where
            __Input0: ::pipewright::__private::rewrite::NotGiven,
        {
            SampleCall {
                builder: self.builder.input(&__FIELD_0, a),
                given: ::core::marker::PhantomData,
            }
        }
        pub fn b(self, b: impl ::pipewright::__private::IntoInput<f64>) -> Self {
            SampleCall {
                builder: self.builder.input(&__FIELD_1, b),
                given: ::core::marker::PhantomData,
            }
        }
        pub fn names(
            self,
            names: impl ::pipewright::__private::IntoInput<Vec<String>>,
        ) -> SampleCall<__Input0, ::pipewright::__private::rewrite::Given>
        where
            __Input1: ::pipewright::__private::rewrite::NotGiven,
        {
            SampleCall {
                builder: self.builder.input(&__FIELD_2, names),
                given: ::core::marker::PhantomData,
            }
        }
    }
    const _: &[u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
    const __FIELD_0: ::pipewright::__private::Typed<f64> = ::pipewright::__private::typed::<
        f64,
    >("a", ::core::option::Option::None)
        .at(3u32, 11u32);
    const __FIELD_1: ::pipewright::__private::Typed<f64> = {
        const __REQUIRED: ::pipewright::__private::Typed<f64> = ::pipewright::__private::typed::<
            f64,
        >("b", ::core::option::Option::None)
            .at(3u32, 39u32);
        __REQUIRED
            .default(|| {
                __REQUIRED.json(&::pipewright::__private::default_of::<f64>(7.0))
            })
    };
    const __FIELD_2: ::pipewright::__private::Typed<Vec<String>> = ::pipewright::__private::typed::<
        Vec<String>,
    >("names", ::core::option::Option::None)
        .at(3u32, 47u32);
    const __OUTPUTS: ::pipewright::__private::OutputsOf<f64> = ::pipewright::__private::returned::<
        f64,
    >();
    #[allow(dead_code)]
    impl __sample::sample {
        /// The pipeline, to record and compile it.
        fn pipeline() -> &'static ::pipewright::PipelineDescriptor {
            static DESCRIPTOR: ::pipewright::PipelineDescriptor = ::pipewright::PipelineDescriptor {
                key: ::core::concat!(::core::module_path!(), "::", "sample"),
                name: "sample",
                description: ::core::option::Option::Some(
                    "Shows what is rewritten, and what is not.",
                ),
                parameters: &[__FIELD_0.field, __FIELD_1.field, __FIELD_2.field],
                outputs: __OUTPUTS.fields,
                body: || ::pipewright::__private::Handles::__values(
                    &__sample::sample::__body(
                        __FIELD_0.parameter(0u32),
                        __FIELD_1.parameter(1u32),
                        __FIELD_2.parameter(2u32),
                    ),
                ),
                image: ::core::option::Option::None,
                artifacts: &[],
                command: ::core::option::Option::None,
                program: "pipewright-macros",
                targets: &["argo"],
                is_program: false,
                step_names: &[(8u32, 18u32, "each-index"), (14u32, 32u32, "if-first")],
                at: ::pipewright::__private::Location::new(::core::file!(), 3u32, 4u32),
            };
            ::pipewright::__private::inventory::submit! {
                & DESCRIPTOR
            }
            &DESCRIPTOR
        }
    }
};
#[cfg(test)]
#[allow(unnameable_test_items)]
#[test]
fn sample_pipeline_compiles() {
    ::pipewright::__private::assert_compiles(__sample::sample::pipeline());
}
