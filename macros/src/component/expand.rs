//! Components whose body is a Rust function.

use super::Component;
use super::operation::{self, Handles, Input, Registration};
use crate::fields::Fields;
use crate::signature::unraw;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

pub(super) fn expand(component: &Component) -> TokenStream {
    let function = &component.function;
    let (vis, name) = (&function.vis, &function.sig.ident);
    let (asyncness, inputs, output, block) = (
        &function.sig.asyncness,
        &function.sig.inputs,
        &function.sig.output,
        &function.block,
    );
    let body = quote! {
        #[allow(clippy::too_many_arguments)]
        impl #name {
            /// Runs the component's function here.
            #vis #asyncness fn call(#inputs) #output #block
        }
    };
    let parameters = component.parameters.iter();
    let inputs: Vec<_> = parameters
        .map(|parameter| Input {
            parameter,
            ty: &parameter.ty,
        })
        .collect();
    let operation = operation::expand(function, &inputs, &handles(component), &quote!(#name::__descriptor()));
    let registration = registration(component).expand();
    let assertions = component.options.assertions();
    quote! {
        #body
        #operation
        const _: () = {
            #registration
            #assertions
        };
    }
}

fn handles(component: &Component) -> Handles {
    let (ty, arrow) = (component.outputs(), component.returned.1);
    let open = quote_spanned!(arrow=> <);
    let close = quote_spanned!(arrow=> as ::pipewright::__private::Returned>::Handles);
    Handles {
        ty: quote!(#open #ty #close),
        from_draft: quote!(draft.task::<#ty>()),
    }
}

fn registration(component: &Component) -> Registration<'_> {
    let function = &component.function;
    let name = &function.sig.ident;
    let outputs = component.outputs();
    let fields = Fields::of(component.parameters.iter().map(|parameter| (parameter, &parameter.ty)));
    let values: Vec<_> = component.parameters.iter().map(|parameter| &parameter.name).collect();
    let call = quote!(#name::call(#(#values),*));
    let call = if function.sig.asyncness.is_some() {
        quote!(::pipewright::__private::block_on(#call))
    } else {
        call
    };
    let returned = if component.fails() {
        quote! {
            match #call {
                ::core::result::Result::Ok(returned) => returned,
                ::core::result::Result::Err(error) => {
                    return ::core::result::Result::Err(::pipewright::__private::Failure::of(&error));
                }
            }
        }
    } else {
        call
    };
    let names = &fields.names;
    let indices = 0..names.len();
    let read = (!names.is_empty()).then(|| {
        quote! {
            let inputs = (#(#names.read(invocation, #indices),)*);
            invocation.check()?;
            let (#(::core::option::Option::Some(#values),)*) = inputs else {
                return ::core::result::Result::Err(::pipewright::__private::Failure::new("an input is missing"));
            };
        }
    });
    Registration {
        function,
        name: component.options.name.as_ref().map_or_else(|| unraw(name), syn::LitStr::value),
        description: &component.description,
        inputs: fields.erased(),
        items: fields.constants,
        outputs: quote!(<#outputs as ::pipewright::__private::Returned>::__fields),
        options: component.options.data(),
        body: quote! {
            ::pipewright::__private::StaticBody::Program(|invocation| {
                #read
                ::core::result::Result::Ok(::pipewright::__private::Results::of::<#outputs>(#returned))
            })
        },
    }
}
