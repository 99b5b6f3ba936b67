impl __control::control {
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
        names: ::pipewright::Value<Vec<String>>,
        mode: ::pipewright::Value<Mode>,
        count: ::pipewright::Value<u32>,
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
            match ::pipewright::__private::rewrite::loop_head(names).start() {
                (__branch0, __branch0_items) => {
                    '__branch1: for name in __branch0_items {
                        print(name);
                    }
                }
            }
            match ::pipewright::__private::rewrite::loop_head(
                    (&&&::pipewright::__private::rewrite::RangeEnds::new(0, count))
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
                                        &(3),
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
                                    continue '__branch3;
                                };
                            }
                            ::pipewright::__private::rewrite::Branching::otherwise(
                                &mut __branch4,
                            );
                            __branch4.end();
                        }
                    }
                }
            }
            match (&&&::pipewright::__private::rewrite::Scrutinee(&(mode)))
                .select(|__subject| match *__subject {
                    Mode::Fast | Mode::Slow => 0u32 | 0u32,
                    LIMIT => 1u32 | 0u32,
                    _ => 2u32 | 0u32,
                })
            {
                __branch5 => '__branch6: {
                    let mut __branch6 = {
                        let __branch5_patterns = __branch5.patterns();
                        (&&::pipewright::__private::rewrite::PatternValue::new(
                            &__branch5_patterns,
                            Mode::Fast,
                        ))
                            .add();
                        (&&::pipewright::__private::rewrite::PatternValue::new(
                            &__branch5_patterns,
                            Mode::Slow,
                        ))
                            .add();
                        __branch5.arm(0u32, __branch5_patterns)
                    };
                    let __branch6_then = if ::pipewright::__private::rewrite::Branching::then(
                        &mut __branch6,
                    ) {
                        let __branch6_then = {
                            train::__task(train::__start0().epochs(1).data(2))
                        };
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
                            '__branch7: {
                                let mut __branch7 = {
                                    let __branch5_patterns = __branch5.patterns();
                                    (&&::pipewright::__private::rewrite::PatternValue::new(
                                        &__branch5_patterns,
                                        LIMIT,
                                    ))
                                        .add();
                                    __branch5.arm(1u32, __branch5_patterns)
                                };
                                let __branch7_then = if ::pipewright::__private::rewrite::Branching::then(
                                    &mut __branch7,
                                ) {
                                    let __branch7_then = { 0.5 };
                                    if __branch7.is_done() {
                                        break '__branch7 __branch7.only(__branch7_then);
                                    }
                                    __branch7.go_on();
                                    ::core::option::Option::Some(__branch7_then)
                                } else {
                                    ::core::option::Option::None
                                };
                                ::pipewright::__private::rewrite::Branching::otherwise(
                                    &mut __branch7,
                                );
                                let __branch7_otherwise = __branch7
                                    .second(&__branch7_then, { score() });
                                __branch7.end();
                                let __branch7_then = (&&&&::pipewright::__private::rewrite::Tail::new(
                                    &__branch7,
                                    __branch7.block_value(__branch7_then),
                                ))
                                    .value();
                                let __branch7_otherwise = ::pipewright::__private::rewrite::like(
                                    &__branch7_then,
                                    {
                                        (&&&&::pipewright::__private::rewrite::Tail::new(
                                            &__branch7,
                                            __branch7.block_value(__branch7_otherwise),
                                        ))
                                            .value()
                                    },
                                );
                                __branch7.merge(__branch7_then, __branch7_otherwise)
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
        }
    }
}
#[allow(dead_code)]
/// Shows loops, values of blocks and matches.
#[allow(clippy::too_many_arguments)]
#[track_caller]
fn control(
    names: impl ::pipewright::__private::IntoInput<Vec<String>>,
    mode: impl ::pipewright::__private::IntoInput<Mode>,
    count: impl ::pipewright::__private::IntoInput<u32>,
) -> <f64 as ::pipewright::__private::HandlesOf>::Handles {
    __control::control::__task(__control::control::__start3(names, mode, count))
}
#[doc(hidden)]
#[allow(
    missing_docs,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
mod __control {
    pub struct control {}
}
#[doc(hidden)]
#[allow(dead_code, missing_docs, non_camel_case_types)]
type control = __control::control;
const _: () = {
    #[allow(unreachable_pub, unnameable_types, missing_debug_implementations)]
    pub struct ControlCall<__Input0, __Input1, __Input2> {
        builder: ::pipewright::__private::CallBuilder,
        given: ::core::marker::PhantomData<(__Input0, __Input1, __Input2)>,
    }
    #[allow(missing_docs, unreachable_pub, unnameable_types)]
    #[diagnostic::on_unimplemented(
        message = "`control` is called without its input `names`",
        label = "the input `names` is missing"
    )]
    pub trait __Given0 {}
    impl __Given0 for ::pipewright::__private::rewrite::Given {}
    #[allow(missing_docs, unreachable_pub, unnameable_types)]
    #[diagnostic::on_unimplemented(
        message = "`control` is called without its input `mode`",
        label = "the input `mode` is missing"
    )]
    pub trait __Given1 {}
    impl __Given1 for ::pipewright::__private::rewrite::Given {}
    #[allow(missing_docs, unreachable_pub, unnameable_types)]
    #[diagnostic::on_unimplemented(
        message = "`control` is called without its input `count`",
        label = "the input `count` is missing"
    )]
    pub trait __Given2 {}
    impl __Given2 for ::pipewright::__private::rewrite::Given {}
    #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
    impl __control::control {
        #[doc(hidden)]
        #[track_caller]
        fn __start0() -> ControlCall<
            ::pipewright::__private::rewrite::Missing,
            ::pipewright::__private::rewrite::Missing,
            ::pipewright::__private::rewrite::Missing,
        > {
            ControlCall {
                builder: ::pipewright::__private::CallBuilder::new(
                    __control::control::pipeline(),
                ),
                given: ::core::marker::PhantomData,
            }
        }
        #[doc(hidden)]
        #[track_caller]
        fn __start1(
            names: impl ::pipewright::__private::IntoInput<Vec<String>>,
        ) -> ControlCall<
            ::pipewright::__private::rewrite::Given,
            ::pipewright::__private::rewrite::Missing,
            ::pipewright::__private::rewrite::Missing,
        > {
            ControlCall {
                builder: ::pipewright::__private::CallBuilder::new(
                        __control::control::pipeline(),
                    )
                    .input(&__FIELD_0, names),
                given: ::core::marker::PhantomData,
            }
        }
        #[doc(hidden)]
        #[track_caller]
        fn __start2(
            names: impl ::pipewright::__private::IntoInput<Vec<String>>,
            mode: impl ::pipewright::__private::IntoInput<Mode>,
        ) -> ControlCall<
            ::pipewright::__private::rewrite::Given,
            ::pipewright::__private::rewrite::Given,
            ::pipewright::__private::rewrite::Missing,
        > {
            ControlCall {
                builder: ::pipewright::__private::CallBuilder::new(
                        __control::control::pipeline(),
                    )
                    .input(&__FIELD_0, names)
                    .input(&__FIELD_1, mode),
                given: ::core::marker::PhantomData,
            }
        }
        #[doc(hidden)]
        #[track_caller]
        fn __start3(
            names: impl ::pipewright::__private::IntoInput<Vec<String>>,
            mode: impl ::pipewright::__private::IntoInput<Mode>,
            count: impl ::pipewright::__private::IntoInput<u32>,
        ) -> ControlCall<
            ::pipewright::__private::rewrite::Given,
            ::pipewright::__private::rewrite::Given,
            ::pipewright::__private::rewrite::Given,
        > {
            ControlCall {
                builder: ::pipewright::__private::CallBuilder::new(
                        __control::control::pipeline(),
                    )
                    .input(&__FIELD_0, names)
                    .input(&__FIELD_1, mode)
                    .input(&__FIELD_2, count),
                given: ::core::marker::PhantomData,
            }
        }
        #[doc(hidden)]
        #[track_caller]
        fn __task<__Input0, __Input1, __Input2>(
            call: ControlCall<__Input0, __Input1, __Input2>,
        ) -> <f64 as ::pipewright::__private::HandlesOf>::Handles
        where
            __Input0: __Given0,
            __Input1: __Given1,
            __Input2: __Given2,
        {
            __OUTPUTS.call(call.builder)
        }
    }
    #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
    impl<__Input0, __Input1, __Input2> ControlCall<__Input0, __Input1, __Input2> {
        pub fn names(
            self,
            names: impl ::pipewright::__private::IntoInput<Vec<String>>,
        ) -> ControlCall<::pipewright::__private::rewrite::Given, __Input1, __Input2>
        where
            __Input0: ::pipewright::__private::rewrite::NotGiven,
        {
            ControlCall {
                builder: self.builder.input(&__FIELD_0, names),
                given: ::core::marker::PhantomData,
            }
        }
        pub fn mode(
            self,
            mode: impl ::pipewright::__private::IntoInput<Mode>,
        ) -> ControlCall<__Input0, ::pipewright::__private::rewrite::Given, __Input2>
        where
            __Input1: ::pipewright::__private::rewrite::NotGiven,
        {
            ControlCall {
                builder: self.builder.input(&__FIELD_1, mode),
                given: ::core::marker::PhantomData,
            }
        }
        pub fn count(
            self,
            count: impl ::pipewright::__private::IntoInput<u32>,
        ) -> ControlCall<__Input0, __Input1, ::pipewright::__private::rewrite::Given>
        where
            __Input2: ::pipewright::__private::rewrite::NotGiven,
        {
            ControlCall {
                builder: self.builder.input(&__FIELD_2, count),
                given: ::core::marker::PhantomData,
            }
        }
    }
    const _: &[u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
    const __FIELD_0: ::pipewright::__private::Typed<Vec<String>> = ::pipewright::__private::typed::<
        Vec<String>,
    >("names", ::core::option::Option::None)
        .at(3u32, 12u32);
    const __FIELD_1: ::pipewright::__private::Typed<Mode> = ::pipewright::__private::typed::<
        Mode,
    >("mode", ::core::option::Option::None)
        .at(3u32, 32u32);
    const __FIELD_2: ::pipewright::__private::Typed<u32> = ::pipewright::__private::typed::<
        u32,
    >("count", ::core::option::Option::None)
        .at(3u32, 44u32);
    const __OUTPUTS: ::pipewright::__private::OutputsOf<f64> = ::pipewright::__private::returned::<
        f64,
    >();
    #[allow(dead_code)]
    impl __control::control {
        /// The pipeline, to record and compile it.
        fn pipeline() -> &'static ::pipewright::PipelineDescriptor {
            static DESCRIPTOR: ::pipewright::PipelineDescriptor = ::pipewright::PipelineDescriptor {
                key: ::core::concat!(::core::module_path!(), "::", "control"),
                name: "control",
                description: ::core::option::Option::Some(
                    "Shows loops, values of blocks and matches.",
                ),
                parameters: &[__FIELD_0.field, __FIELD_1.field, __FIELD_2.field],
                outputs: __OUTPUTS.fields,
                body: || ::pipewright::__private::Handles::__values(
                    &__control::control::__body(
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
                step_names: &[
                    (4u32, 17u32, "each-name"),
                    (7u32, 18u32, "each-index"),
                    (13u32, 33u32, "match-mode"),
                    (14u32, 15u32, "match-mode"),
                    (15u32, 11u32, "match-mode"),
                ],
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
fn control_pipeline_compiles() {
    ::pipewright::__private::assert_compiles(__control::control::pipeline());
}
