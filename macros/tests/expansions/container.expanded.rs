#[allow(clippy::needless_pass_by_value, clippy::too_many_arguments)]
impl __greet::greet {
    fn __container(
        name: Input<String>,
        times: Input<u32>,
        greeting: OutputPath<String>,
    ) -> Container {
        Container::new("busybox:1.36")
            .command(["greet"])
            .arg(name)
            .arg(times)
            .arg(greeting)
    }
}
#[allow(dead_code, unused_imports)]
const _: () = {
    fn check() {
        use ::pipewright::__private::held::Others as _;
        ::pipewright::__private::held::input(
            ::pipewright::__private::held::Held::<String>::OF.held(),
        );
        ::pipewright::__private::held::input(
            ::pipewright::__private::held::Held::<u32>::OF.held(),
        );
        ::pipewright::__private::held::output_path(
            ::pipewright::__private::held::Held::<String>::OF.held(),
        );
    }
};
/// Greets somebody.
#[allow(clippy::too_many_arguments)]
#[track_caller]
fn greet(name: impl ::pipewright::__private::IntoInput<String>) -> GreetHandles {
    __greet::greet::__task(__greet::greet::__start1(name))
}
#[doc(hidden)]
#[allow(
    missing_docs,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
mod __greet {
    pub struct greet {}
}
#[doc(hidden)]
#[allow(dead_code, missing_docs, non_camel_case_types)]
type greet = __greet::greet;
const _: () = {
    const __FIELD_0: ::pipewright::__private::Typed<String> = ::pipewright::__private::typed::<
        String,
    >("name", ::core::option::Option::None)
        .at(3u32, 10u32);
    const __FIELD_1: ::pipewright::__private::Typed<u32> = {
        const __REQUIRED: ::pipewright::__private::Typed<u32> = ::pipewright::__private::typed::<
            u32,
        >("times", ::core::option::Option::None)
            .at(3u32, 45u32);
        __REQUIRED
            .default(|| __REQUIRED.json(&::pipewright::__private::default_of::<u32>(1)))
    };
    const __FIELD_2: ::pipewright::__private::Typed<String> = ::pipewright::__private::typed::<
        String,
    >("greeting", ::core::option::Option::None)
        .at(3u32, 64u32);
    #[allow(unreachable_pub, unnameable_types, missing_debug_implementations)]
    pub struct GreetCall<__Input0> {
        builder: ::pipewright::__private::TaskBuilder,
        given: ::core::marker::PhantomData<(__Input0,)>,
    }
    #[allow(missing_docs, unreachable_pub, unnameable_types)]
    #[diagnostic::on_unimplemented(
        message = "`greet` is called without its input `name`",
        label = "the input `name` is missing"
    )]
    pub trait __Given0 {}
    impl __Given0 for ::pipewright::__private::rewrite::Given {}
    #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
    impl __greet::greet {
        #[doc(hidden)]
        #[track_caller]
        fn __start0() -> GreetCall<::pipewright::__private::rewrite::Missing> {
            GreetCall {
                builder: ::pipewright::__private::TaskBuilder::new(
                    __greet::greet::__descriptor(),
                ),
                given: ::core::marker::PhantomData,
            }
        }
        #[doc(hidden)]
        #[track_caller]
        fn __start1(
            name: impl ::pipewright::__private::IntoInput<String>,
        ) -> GreetCall<::pipewright::__private::rewrite::Given> {
            GreetCall {
                builder: ::pipewright::__private::TaskBuilder::new(
                        __greet::greet::__descriptor(),
                    )
                    .input(&__FIELD_0, name),
                given: ::core::marker::PhantomData,
            }
        }
        #[doc(hidden)]
        #[track_caller]
        fn __task<__Input0>(call: GreetCall<__Input0>) -> GreetHandles
        where
            __Input0: __Given0,
        {
            {
                let task = &call.builder.record();
                GreetHandles {
                    greeting: task.output("greeting"),
                }
            }
        }
    }
    #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
    impl<__Input0> GreetCall<__Input0> {
        pub fn name(
            self,
            name: impl ::pipewright::__private::IntoInput<String>,
        ) -> GreetCall<::pipewright::__private::rewrite::Given>
        where
            __Input0: ::pipewright::__private::rewrite::NotGiven,
        {
            GreetCall {
                builder: self.builder.input(&__FIELD_0, name),
                given: ::core::marker::PhantomData,
            }
        }
        pub fn times(self, times: impl ::pipewright::__private::IntoInput<u32>) -> Self {
            GreetCall {
                builder: self.builder.input(&__FIELD_1, times),
                given: ::core::marker::PhantomData,
            }
        }
    }
    #[allow(missing_docs, dead_code)]
    impl __greet::greet {
        #[doc(hidden)]
        pub(crate) fn __descriptor() -> &'static ::pipewright::__private::ComponentDescriptor {
            static DESCRIPTOR: ::pipewright::__private::ComponentDescriptor = ::pipewright::__private::ComponentDescriptor {
                key: ::core::concat!(::core::module_path!(), "::", "greet"),
                name: "greet",
                description: ::core::option::Option::Some("Greets somebody."),
                inputs: &[__FIELD_0.field, __FIELD_1.field],
                outputs: || ::std::vec![__FIELD_2.field],
                options: ::core::default::Default::default,
                body: ::pipewright::__private::StaticBody::Container(|| {
                    __greet::greet::__container(
                            ::pipewright::Input::__new("name"),
                            ::pipewright::Input::__new("times"),
                            ::pipewright::OutputPath::__new("greeting"),
                        )
                        .__spec(
                            &[__FIELD_0.field, __FIELD_1.field],
                            &[__FIELD_2.field],
                            &[],
                        )
                }),
                digest: ::pipewright::__private::sources!(),
                at: ::pipewright::__private::Location::new(::core::file!(), 3u32, 4u32),
            };
            ::pipewright::__private::inventory::submit! {
                & DESCRIPTOR
            }
            &DESCRIPTOR
        }
    }
};
/// What a call gives in a pipeline.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, dead_code)]
struct GreetHandles {
    pub greeting: ::pipewright::Value<String>,
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
    pub struct GreetHandlesShape<__W: ::pipewright::__private::Shape> {
        pub greeting: ::pipewright::Value<
            <__W as ::pipewright::__private::Shape>::Of<String>,
        >,
    }
    impl<__W: ::pipewright::__private::Shape> ::core::clone::Clone
    for GreetHandlesShape<__W> {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl<__W: ::pipewright::__private::Shape> ::core::marker::Copy
    for GreetHandlesShape<__W> {}
    #[automatically_derived]
    impl ::pipewright::__private::Handles for GreetHandles {
        type Lists = GreetHandlesShape<::pipewright::__private::Listed<One>>;
        type Options = GreetHandlesShape<::pipewright::__private::Optional<One>>;
        fn __values(
            &self,
        ) -> ::std::vec::Vec<(&'static str, ::pipewright::__private::Reference)> {
            ::std::vec![("greeting", self.greeting.__reference())]
        }
        fn __zip(
            first: Self,
            second: Self,
            make: &mut ::pipewright::__private::Merge<'_>,
        ) -> Self {
            Self {
                greeting: ::pipewright::__private::Handles::__zip(
                    first.greeting,
                    second.greeting,
                    make,
                ),
            }
        }
        fn __lists(self, make: &mut ::pipewright::__private::Map<'_>) -> Self::Lists {
            GreetHandlesShape {
                greeting: ::pipewright::__private::Handles::__lists(self.greeting, make),
            }
        }
        fn __options(
            self,
            make: &mut ::pipewright::__private::Map<'_>,
        ) -> Self::Options {
            GreetHandlesShape {
                greeting: ::pipewright::__private::Handles::__options(
                    self.greeting,
                    make,
                ),
            }
        }
    }
    #[automatically_derived]
    impl ::pipewright::__private::Configure for GreetHandles {
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
    for GreetHandlesShape<__W> {
        type Lists = GreetHandlesShape<::pipewright::__private::Listed<__W>>;
        type Options = GreetHandlesShape<::pipewright::__private::Optional<__W>>;
        fn __values(
            &self,
        ) -> ::std::vec::Vec<(&'static str, ::pipewright::__private::Reference)> {
            ::std::vec![("greeting", self.greeting.__reference())]
        }
        fn __zip(
            first: Self,
            second: Self,
            make: &mut ::pipewright::__private::Merge<'_>,
        ) -> Self {
            Self {
                greeting: ::pipewright::__private::Handles::__zip(
                    first.greeting,
                    second.greeting,
                    make,
                ),
            }
        }
        fn __lists(self, make: &mut ::pipewright::__private::Map<'_>) -> Self::Lists {
            GreetHandlesShape {
                greeting: ::pipewright::__private::Handles::__lists(self.greeting, make),
            }
        }
        fn __options(
            self,
            make: &mut ::pipewright::__private::Map<'_>,
        ) -> Self::Options {
            GreetHandlesShape {
                greeting: ::pipewright::__private::Handles::__options(
                    self.greeting,
                    make,
                ),
            }
        }
    }
    #[automatically_derived]
    impl<__W: ::pipewright::__private::Shape> ::pipewright::__private::Configure
    for GreetHandlesShape<__W> {
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
