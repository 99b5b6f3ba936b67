//! The functions and the type that carry the component's name: what pipelines call.

use crate::fields::{location, option};
use crate::signature::{Parameter, unraw};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, ItemFn, Type};

/// An input of an operation: its name, and the type whose values it takes.
pub(crate) struct Input<'a> {
    pub(crate) parameter: &'a Parameter,
    pub(crate) ty: &'a Type,
}

/// The handles of an operation's outputs, and how they are made from a draft.
pub(crate) struct Handles {
    pub(crate) ty: TokenStream,
    pub(crate) from_draft: TokenStream,
}

/// Expands to the operation of a component. `descriptor` is an expression of its descriptor.
pub(crate) fn expand(function: &ItemFn, inputs: &[Input<'_>], handles: &Handles, descriptor: &TokenStream) -> TokenStream {
    let (vis, name, attributes) = (&function.vis, &function.sig.ident, &function.attrs);
    let (optional, required): (Vec<&Input<'_>>, Vec<&Input<'_>>) =
        inputs.iter().partition(|input| input.parameter.is_optional());
    let parameters: Vec<_> = required.iter().map(|input| parameter(input)).collect();
    let given = required.iter().map(|input| {
        let (name, ty, text) = (&input.parameter.name, input.ty, input.parameter.text());
        quote!(.input::<#ty>(#text, #name))
    });
    let draft = quote!(::pipewright::__private::Draft::new(#descriptor)#(#given)*);
    let (returned, from_draft) = (&handles.ty, &handles.from_draft);
    if optional.is_empty() {
        return quote! {
            #(#attributes)*
            #[track_caller]
            #vis fn #name(#(#parameters),*) -> #returned {
                let draft = #draft;
                #from_draft
            }

            #[doc(hidden)]
            #[allow(non_camel_case_types, missing_docs)]
            #vis struct #name {}
        };
    }
    let names = required.iter().map(|input| &input.parameter.name);
    let setters = optional.iter().map(|input| setter(input));
    quote! {
        #(#attributes)*
        #[track_caller]
        #vis fn #name(#(#parameters),*) -> #returned {
            #name::__start(#(#names),*).__task()
        }

        #[doc(hidden)]
        #[allow(non_camel_case_types, missing_docs)]
        #vis struct #name {
            draft: ::pipewright::__private::Draft,
        }

        #[allow(missing_docs, dead_code)]
        impl #name {
            #[doc(hidden)]
            #[track_caller]
            #vis fn __start(#(#parameters),*) -> Self {
                Self { draft: #draft }
            }

            #(#vis #setters)*

            #[doc(hidden)]
            #[track_caller]
            #vis fn __task(self) -> #returned {
                let draft = self.draft;
                #from_draft
            }
        }
    }
}

/// Synthetic identifiers sit on the colon, and only the closing bracket on the type: rustc then underlines the user's
/// tokens, and an editor that is asked about the type finds nothing else there.
fn parameter(input: &Input<'_>) -> TokenStream {
    let (name, colon, ty) = (&input.parameter.name, input.parameter.colon, input.ty);
    let open = quote_spanned!(colon.span=> : impl ::pipewright::__private::IntoInput<);
    let close = quote_spanned!(ty.span()=> >);
    quote!(#name #open #ty #close)
}

fn setter(input: &Input<'_>) -> TokenStream {
    let (name, ty, text) = (&input.parameter.name, input.ty, input.parameter.text());
    let name = Ident::new(&name.to_string(), name.span());
    let argument = parameter(&Input {
        parameter: input.parameter,
        ty,
    });
    let docs = input.parameter.description.as_ref().map(|text| quote!(#[doc = #text]));
    quote! {
        #docs
        fn #name(mut self, #argument) -> Self {
            self.draft = self.draft.input::<#ty>(#text, #name);
            self
        }
    }
}

/// Expands to the registration of a component.
pub(crate) struct Registration<'a> {
    pub(crate) function: &'a ItemFn,
    pub(crate) name: String,
    pub(crate) description: &'a Option<String>,
    /// Constants that the other parts use.
    pub(crate) items: TokenStream,
    pub(crate) inputs: TokenStream,
    pub(crate) outputs: TokenStream,
    pub(crate) options: TokenStream,
    pub(crate) body: TokenStream,
}

impl Registration<'_> {
    pub(crate) fn expand(&self) -> TokenStream {
        let ident = &self.function.sig.ident;
        let key = unraw(ident);
        let (name, description) = (&self.name, option(self.description.as_ref()));
        let (inputs, outputs, options, body) = (&self.inputs, &self.outputs, &self.options, &self.body);
        let items = &self.items;
        let at = location(ident);
        quote! {
            #items

            #[allow(missing_docs, dead_code)]
            impl #ident {
                #[doc(hidden)]
                pub(crate) fn __descriptor() -> &'static ::pipewright::__private::ComponentDescriptor {
                    static DESCRIPTOR: ::pipewright::__private::ComponentDescriptor =
                        ::pipewright::__private::ComponentDescriptor {
                            key: ::core::concat!(::core::module_path!(), "::", #key),
                            name: #name,
                            description: #description,
                            inputs: #inputs,
                            outputs: #outputs,
                            options: #options,
                            body: #body,
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
}
