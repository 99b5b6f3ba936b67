#[allow(clippy::needless_pass_by_value, clippy::too_many_arguments)]
impl greet {
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
/// Greets somebody.
#[allow(clippy::too_many_arguments)]
#[track_caller]
fn greet(name: impl ::pipewright::__private::IntoInput<String>) -> GreetHandles {
    greet::__start(name).__task()
}
#[doc(hidden)]
#[allow(non_camel_case_types, missing_docs)]
struct greet {}
const _: () = {
    const __FIELD_0: ::pipewright::__private::Typed<String> = ::pipewright::__private::typed::<
        String,
    >("name", ::core::option::Option::None)
        .at(3u32, 10u32);
    const __FIELD_1: ::pipewright::__private::Typed<u32> = {
        const REQUIRED: ::pipewright::__private::Typed<u32> = ::pipewright::__private::typed::<
            u32,
        >("times", ::core::option::Option::None)
            .at(3u32, 45u32);
        REQUIRED
            .default(|| REQUIRED.json(&::pipewright::__private::default_of::<u32>(1)))
    };
    const __FIELD_2: ::pipewright::__private::Typed<String> = ::pipewright::__private::typed::<
        String,
    >("greeting", ::core::option::Option::None)
        .at(3u32, 64u32);
    #[allow(unreachable_pub, unnameable_types, missing_debug_implementations)]
    pub struct GreetCall {
        draft: ::pipewright::__private::Draft,
    }
    #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
    impl greet {
        #[doc(hidden)]
        #[track_caller]
        fn __start(name: impl ::pipewright::__private::IntoInput<String>) -> GreetCall {
            GreetCall {
                draft: ::pipewright::__private::Draft::new(greet::__descriptor())
                    .input(&__FIELD_0, name),
            }
        }
    }
    #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
    impl GreetCall {
        pub fn name(
            mut self,
            name: impl ::pipewright::__private::IntoInput<String>,
        ) -> Self {
            self.draft = self.draft.input(&__FIELD_0, name);
            self
        }
        pub fn times(
            mut self,
            times: impl ::pipewright::__private::IntoInput<u32>,
        ) -> Self {
            self.draft = self.draft.input(&__FIELD_1, times);
            self
        }
        #[track_caller]
        pub fn __task(self) -> GreetHandles {
            {
                let task = &self.draft.handles();
                GreetHandles {
                    greeting: task.output("greeting"),
                }
            }
        }
    }
    #[allow(missing_docs, dead_code)]
    impl greet {
        #[doc(hidden)]
        pub(crate) fn __descriptor() -> &'static ::pipewright::__private::ComponentDescriptor {
            static DESCRIPTOR: ::pipewright::__private::ComponentDescriptor = ::pipewright::__private::ComponentDescriptor {
                key: ::core::concat!(::core::module_path!(), "::", "greet"),
                name: "greet",
                description: ::core::option::Option::Some("Greets somebody."),
                inputs: &[__FIELD_0.field, __FIELD_1.field],
                outputs: || ::std::vec![__FIELD_2.field],
                options: ::pipewright::__private::StaticOptions {
                    image: ::core::option::Option::None,
                    cpu: ::core::option::Option::None,
                    memory: ::core::option::Option::None,
                    retries: ::core::option::Option::None,
                    timeout_seconds: ::core::option::Option::None,
                    env: &[],
                },
                body: ::pipewright::__private::StaticBody::Container(|| {
                    greet::__container(
                            ::pipewright::Input::__new("name"),
                            ::pipewright::Input::__new("times"),
                            ::pipewright::OutputPath::__new("greeting"),
                        )
                        .__spec(&[__FIELD_0.field, __FIELD_1.field], &[__FIELD_2.field])
                }),
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
#[automatically_derived]
impl ::pipewright::__private::Handles for GreetHandles {
    fn __values(
        &self,
    ) -> ::std::vec::Vec<(&'static str, ::pipewright::__private::__Reference)> {
        ::std::vec![("greeting", self.greeting.__reference())]
    }
    fn __merge(
        then: Self,
        otherwise: Self,
        merge: &mut ::pipewright::__private::Merge,
    ) -> Self {
        Self {
            greeting: ::pipewright::__private::Handles::__merge(
                then.greeting,
                otherwise.greeting,
                merge,
            ),
        }
    }
}
