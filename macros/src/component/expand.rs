//! Components whose body is a Rust function.

use super::model::Component;
use super::operation::Operation;
use crate::attributes;
use crate::call;
use crate::constants::Constants;
use crate::signature::argument_of;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, Type};

pub(super) fn expand(component: &Component) -> TokenStream {
    let function = &component.function;
    let (vis, ty) = (&function.vis, call::type_of(function));
    let (asyncness, inputs, output, block) = (
        &function.sig.asyncness,
        &function.sig.inputs,
        &function.sig.output,
        &function.block,
    );
    let lints = attributes::lints(&function.attrs);
    let body = quote! {
        // What the lints ask for is not free to choose: a component owns its inputs, and its documentation stands on
        // the function of its name.
        #[allow(
            clippy::missing_const_for_fn,
            clippy::missing_errors_doc,
            clippy::missing_panics_doc,
            clippy::must_use_candidate,
            clippy::needless_pass_by_value,
            clippy::too_many_arguments
        )]
        impl #ty {
            /// Runs the component's function here.
            #(#lints)*
            #vis #asyncness fn call(#inputs) #output #block
        }
    };
    let operation = operation(component).expand();
    let assertions = component.options.assertions();
    quote! {
        #body
        #operation
        #assertions
    }
}

fn operation(component: &Component) -> Operation<'_> {
    let (ty, arrow) = (component.outputs(), component.returned.1);
    let open = quote_spanned!(arrow=> <);
    let close = quote_spanned!(arrow=> as ::pipewright::__private::HandlesOf>::Handles);
    let returned = quote_spanned!(arrow=> ::pipewright::__private::returned::<);
    let parameters = component.parameters.iter();
    let inputs: Vec<_> = parameters
        .map(|parameter| (parameter, &parameter.ty))
        .collect();
    let fields = Constants::of(inputs.iter().copied());
    Operation {
        function: &component.function,
        name: component.name(),
        description: component.description.as_ref(),
        inputs,
        items: quote! {
            const __OUTPUTS: ::pipewright::__private::OutputsOf<#ty> = #returned #ty>();
        },
        outputs: quote!(__OUTPUTS.fields),
        options: component.options.data(),
        body: program(component, &fields),
        fields,
        handles: (
            quote!(#open #ty #close),
            quote!(__OUTPUTS.task(call.builder)),
        ),
    }
}

/// A closure that reads the inputs, calls the user's function and writes its outputs.
fn program(component: &Component, fields: &Constants) -> TokenStream {
    let function = &component.function;
    let ty = call::type_of(function);
    let names = &fields.names;
    let values: Vec<_> = component
        .parameters
        .iter()
        .map(|parameter| &parameter.name)
        .collect();
    let call = quote!(#ty::call(#(#values),*));
    let call = match function.sig.asyncness {
        Some(_) => quote!(::pipewright::__private::block_on(#call)),
        None => call,
    };
    let returned = if component.fails() {
        let span = error_type(&component.returned.0).span();
        // On the written error: there rustc says that it cannot be printed.
        let failure = quote_spanned!(span=> ::pipewright::__private::Failure::of(&error, causes));
        quote! {
            match #call {
                ::core::result::Result::Ok(returned) => returned,
                ::core::result::Result::Err(error) => {
                    use ::pipewright::__private::Causes as _;
                    let causes = (&&&::pipewright::__private::Caused(&error)).__causes();
                    return ::core::result::Result::Err(#failure);
                }
            }
        }
    } else {
        call
    };
    let indices = 0..names.len();
    // All inputs are read before any is looked at, so that all that are wrong are told at once.
    let read = (!names.is_empty()).then(|| {
        quote! {
            let inputs = (#(#names.read(invocation, #indices),)*);
            invocation.check()?;
            let (#(::core::option::Option::Some(#values),)*) = inputs else {
                return ::core::result::Result::Err(::pipewright::__private::Failure::new("an input is missing"));
            };
        }
    });
    quote! {
        ::pipewright::__private::StaticBody::Program(|invocation| {
            #read
            ::core::result::Result::Ok(__OUTPUTS.write(#returned))
        })
    }
}

/// The written error of a `Result`; the whole type where an alias hides it.
fn error_type(returned: &Type) -> &Type {
    let arguments = match returned {
        Type::Path(path) => path.path.segments.last().map(|last| &last.arguments),
        _ => None,
    };
    let Some(PathArguments::AngleBracketed(arguments)) = arguments else {
        return returned;
    };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types
        .skip(1)
        .last()
        .or_else(|| argument_of(returned, "Result"))
        .unwrap_or(returned)
}
