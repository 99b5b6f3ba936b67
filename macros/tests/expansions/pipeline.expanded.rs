impl sample {
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
            Guard as _, Join as _, NoCondition as _, NoLogic as _, RunTimeArgument as _,
            RunTimeLeft as _, RunTimeRight as _,
        };
        {
            let sum = add(a, 4.0);
            {
                let mut __branch0 = ::pipewright::__private::rewrite::condition(
                        ::pipewright::__private::rewrite::side(
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
                        match (&1,) {
                            (__argument0,) => {
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
                                    (&&::pipewright::__private::rewrite::Argument(__argument0))
                                        .specified(|value| ::std::format!("{:?}", value)),
                                ))
                                    .finish()
                            }
                        },
                    );
                }
                if ::pipewright::__private::rewrite::Branching::otherwise(
                    &mut __branch0,
                ) {}
                __branch0.end();
            }
            for index in 0..3 {
                {
                    let mut __branch1 = ::pipewright::__private::rewrite::condition(
                            (&&&::pipewright::__private::rewrite::Compare(
                                &(index),
                                &(2),
                            ))
                                .equality(::pipewright::__private::Comparison::Equal),
                        )
                        .branch();
                    if ::pipewright::__private::rewrite::Branching::then(
                        &mut __branch1,
                    ) {
                        {
                            __branch1.may_leave();
                            break;
                        };
                    }
                    if ::pipewright::__private::rewrite::Branching::otherwise(
                        &mut __branch1,
                    ) {}
                    __branch1.end();
                }
                b = train::__start(sum).epochs(index).__task();
            }
            {
                let mut __branch2 = ::pipewright::__private::rewrite::condition(
                        (&&&::pipewright::__private::rewrite::Compare(&(sum), &(b)))
                            .order(::pipewright::__private::Comparison::Less),
                    )
                    .branch();
                let __then = if ::pipewright::__private::rewrite::Branching::then(
                    &mut __branch2,
                ) {
                    ::core::option::Option::Some({ sum })
                } else {
                    ::core::option::Option::None
                };
                let __otherwise = if ::pipewright::__private::rewrite::Branching::otherwise(
                    &mut __branch2,
                ) {
                    ::pipewright::__private::rewrite::like(
                        &__then,
                        if let Some(first) = known() {
                            first
                        } else {
                            add(a, b).retries(3)
                        },
                    )
                } else {
                    ::core::option::Option::None
                };
                __branch2.merge(__then, __otherwise)
            }
        }
    }
}
/// Shows what is rewritten, and what is not.
#[allow(non_camel_case_types, dead_code)]
struct sample {}
const _: () = {
    const _: &[u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
    const __FIELD_0: ::pipewright::__private::Typed<f64> = ::pipewright::__private::typed::<
        f64,
    >("a", ::core::option::Option::None)
        .at(3u32, 11u32);
    const __FIELD_1: ::pipewright::__private::Typed<f64> = {
        const REQUIRED: ::pipewright::__private::Typed<f64> = ::pipewright::__private::typed::<
            f64,
        >("b", ::core::option::Option::None)
            .at(3u32, 39u32);
        REQUIRED
            .default(|| REQUIRED.json(&::pipewright::__private::default_of::<f64>(7.0)))
    };
    const __FIELD_2: ::pipewright::__private::Typed<Vec<String>> = ::pipewright::__private::typed::<
        Vec<String>,
    >("names", ::core::option::Option::None)
        .at(3u32, 47u32);
    const __OUTPUTS: ::pipewright::__private::Outcome<f64> = ::pipewright::__private::returned::<
        f64,
    >();
    #[allow(dead_code)]
    impl sample {
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
                    &sample::__body(
                        __FIELD_0.parameter(0u32),
                        __FIELD_1.parameter(1u32),
                        __FIELD_2.parameter(2u32),
                    ),
                ),
                image: ::core::option::Option::None,
                command: "/usr/local/bin/pipewright-macros",
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
    ::pipewright::__private::assert_compiles(sample::pipeline());
}
