use super::model::Pipeline;
use crate::attributes;
use crate::call::{self, Callable};
use crate::constants::{Constants, location, option};
use crate::signature::{Parameter, unraw};
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::ItemFn;
use syn::spanned::Spanned;

pub(super) fn expand(pipeline: &Pipeline) -> TokenStream {
    let ty = call::type_of(&pipeline.function);
    let body = body(pipeline);
    let parameters = pipeline.parameters.iter();
    let inputs: Vec<_> = parameters
        .map(|parameter| (parameter, &parameter.ty))
        .collect();
    let fields = Constants::of(inputs.iter().copied());
    let handles = handles(pipeline);
    let callable = Callable {
        function: &pipeline.function,
        inputs,
        fields: &fields,
        builder: (
            quote!(::pipewright::__private::CallBuilder),
            quote!(::pipewright::__private::CallBuilder::new(#ty::pipeline())),
        ),
        handles: &handles,
    };
    let (function, call) = (callable.function(), callable.call());
    let registration = registration(pipeline, &fields);
    let test = test(&pipeline.function);
    quote! {
        #body
        // A pipeline that nothing calls is run by the command line.
        #[allow(dead_code)]
        #function
        const _: () = {
            #call
            #registration
        };
        #test
    }
}

/// The type of the handles that a call gives, and an expression that makes them.
fn handles(pipeline: &Pipeline) -> (TokenStream, TokenStream) {
    match &pipeline.returned {
        Some((ty, arrow)) => {
            let open = quote_spanned!(*arrow=> <);
            let close = quote_spanned!(*arrow=> as ::pipewright::__private::HandlesOf>::Handles);
            (
                quote!(#open #ty #close),
                quote!(__OUTPUTS.call(call.builder)),
            )
        }
        None => (
            quote!(::pipewright::Value<()>),
            quote!(::pipewright::__private::returned::<()>().call(call.builder)),
        ),
    }
}

/// The user's function over handles. It comes first, with the user's tokens in their order.
fn body(pipeline: &Pipeline) -> TokenStream {
    let function = &pipeline.function;
    let (ty, block) = (call::type_of(function), &function.block);
    let parameters = pipeline.parameters.iter().map(parameter);
    let lints = attributes::lints(&function.attrs);
    let returned = pipeline.returned.as_ref().map(|(ty, arrow)| {
        let open = quote_spanned!(*arrow=> -> <);
        let close = quote_spanned!(*arrow=> as ::pipewright::__private::HandlesOf>::Handles);
        quote!(#open #ty #close)
    });
    quote! {
        impl #ty {
            #[allow(
                unused_braces,
                unused_parens,
                unused_mut,
                unreachable_code,
                clippy::all,
                clippy::pedantic,
                clippy::nursery
            )]
            #(#lints)*
            fn __body(#(#parameters),*) #returned {
                #[allow(unused_imports)]
                use ::pipewright::__private::rewrite::{
                    DropHandles as _, DropOther as _, Guard as _, Join as _, KeepOwned as _, KeepReference as _, LoopGuard as _, MixedEnds as _, NoCondition as _, NotLogical as _,
                    OfCollection as _, OfIterator as _, OfOption as _, OfOther as _,
                    PlainLoopHead as _, PlainParts as _, RunTimeArgument as _, RunTimeEnd as _, RunTimeLeft as _, RunTimeOption as _,
                    RunTimePattern as _, RunTimeRight as _, RunTimeStart as _, TailBlockValue as _, TailOther as _,
                    TailPlain as _, TailText as _, TextScrutinee as _, TooMany as _, ValueScrutinee as _,
                };
                #block
            }
        }
    }
}

fn parameter(parameter: &Parameter) -> TokenStream {
    let (name, mutability) = (&parameter.name, &parameter.mutability);
    let (colon, ty) = (parameter.colon, &parameter.ty);
    let open = quote_spanned!(colon.span=> : ::pipewright::Value<);
    let close = quote_spanned!(ty.span()=> >);
    let lints = &parameter.lints;
    quote!(#(#lints)* #mutability #name #open #ty #close)
}

fn registration(pipeline: &Pipeline, fields: &Constants) -> TokenStream {
    let function = &pipeline.function;
    let (vis, name) = (&function.vis, &function.sig.ident);
    let (text, ty) = (unraw(name), call::type_of(function));
    let (description, at) = (option(pipeline.description.as_ref()), location(name));
    let (mut constants, erased, names) = (fields.constants.clone(), fields.erased(), &fields.names);
    let indices = 0..names.len() as u32;
    let call = quote!(#ty::__body(#(#names.parameter(#indices)),*));
    let (outputs, run) = match &pipeline.returned {
        Some((ty, arrow)) => {
            let returned = quote_spanned!(*arrow=> ::pipewright::__private::returned::<);
            constants.extend(quote! {
                const __OUTPUTS: ::pipewright::__private::OutputsOf<#ty> = #returned #ty>();
            });
            (
                quote!(__OUTPUTS.fields),
                quote!(::pipewright::__private::Handles::__values(&#call)),
            )
        }
        None => (
            quote!(::std::vec::Vec::new),
            quote!({
                #call;
                ::std::vec::Vec::new()
            }),
        ),
    };
    let (image, command, program, targets, is_program) = (
        option(pipeline.manifest.image.as_ref()),
        option(pipeline.manifest.command.as_ref()),
        &pipeline.manifest.program,
        &pipeline.manifest.targets,
        pipeline.manifest.is_program,
    );
    let artifacts = pipeline.manifest.artifacts.iter();
    let artifacts = artifacts.map(|(key, value)| quote!((#key, #value)));
    let step_names = pipeline.step_names.iter().map(|step| {
        let (line, column, name) = (step.line, step.column, &step.name);
        quote!((#line, #column, #name))
    });
    // Cargo builds the crate again when its manifest changes only if the crate reads it.
    let manifest = pipeline.manifest.exists.then(|| {
        quote! {
            const _: &[u8] = ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
        }
    });
    quote! {
        #manifest
        #constants

        #[allow(dead_code)]
        impl #ty {
            /// The pipeline, to record and compile it.
            #vis fn pipeline() -> &'static ::pipewright::PipelineDescriptor {
                static DESCRIPTOR: ::pipewright::PipelineDescriptor = ::pipewright::PipelineDescriptor {
                    key: ::core::concat!(::core::module_path!(), "::", #text),
                    name: #text,
                    description: #description,
                    parameters: #erased,
                    outputs: #outputs,
                    body: || #run,
                    image: #image,
                    artifacts: &[#(#artifacts),*],
                    command: #command,
                    program: #program,
                    targets: &[#(#targets),*],
                    is_program: #is_program,
                    step_names: &[#(#step_names),*],
                    at: #at,
                };
                ::pipewright::__private::inventory::submit! {
                    &DESCRIPTOR
                }
                &DESCRIPTOR
            }
        }
    }
}

/// A test of the user's crate that the pipeline can be compiled.
fn test(function: &ItemFn) -> TokenStream {
    let name = &function.sig.ident;
    let test = format_ident!("{}_pipeline_compiles", unraw(name), span = name.span());
    let ty = call::type_of(function);
    quote! {
        #[cfg(test)]
        #[allow(unnameable_test_items)]
        #[test]
        fn #test() {
            ::pipewright::__private::assert_compiles(#ty::pipeline());
        }
    }
}
