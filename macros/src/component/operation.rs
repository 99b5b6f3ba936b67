//! Items with the component's name: the function that pipelines call, and its registration.

use crate::call::{self, Callable};
use crate::constants::{Constants, location, option};
use crate::signature::{Parameter, unraw};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, ItemFn, Type};

/// A component, ready to be called and registered.
pub(crate) struct Operation<'a> {
    pub(crate) function: &'a ItemFn,
    pub(crate) name: String,
    pub(crate) description: Option<&'a String>,
    /// The inputs, and the types whose values they take.
    pub(crate) inputs: Vec<(&'a Parameter, &'a Type)>,
    /// Constants of the inputs and outputs, in this order.
    pub(crate) fields: Constants,
    /// Other items beside the registration.
    pub(crate) items: TokenStream,
    pub(crate) outputs: TokenStream,
    pub(crate) options: TokenStream,
    pub(crate) body: TokenStream,
    /// The type of the handles that a call gives, and an expression that makes them from `call.builder`.
    pub(crate) handles: (TokenStream, TokenStream),
}

impl Operation<'_> {
    pub(crate) fn expand(&self) -> TokenStream {
        let ty = call::type_of(self.function);
        let start = quote!(::pipewright::__private::TaskBuilder::new(#ty::__descriptor()));
        let callable = Callable {
            function: self.function,
            inputs: self.inputs.clone(),
            fields: &self.fields,
            builder: (quote!(::pipewright::__private::TaskBuilder), start),
            handles: &self.handles,
        };
        let (function, call) = (callable.function(), callable.call());
        let registration = self.registration();
        let (constants, items) = (&self.fields.constants, &self.items);
        quote! {
            #function
            const _: () = {
                #constants
                #items
                #call
                #registration
            };
        }
    }

    fn ident(&self) -> &Ident {
        &self.function.sig.ident
    }

    fn registration(&self) -> TokenStream {
        let ident = self.ident();
        let (key, ty) = (unraw(ident), call::type_of(self.function));
        let (name, description, at) = (&self.name, option(self.description), location(ident));
        let inputs = &self.fields.names[..self.inputs.len()];
        let (outputs, options, body) = (&self.outputs, &self.options, &self.body);
        quote! {
            #[allow(missing_docs, dead_code)]
            impl #ty {
                #[doc(hidden)]
                pub(crate) fn __descriptor() -> &'static ::pipewright::__private::ComponentDescriptor {
                    static DESCRIPTOR: ::pipewright::__private::ComponentDescriptor =
                        ::pipewright::__private::ComponentDescriptor {
                            key: ::core::concat!(::core::module_path!(), "::", #key),
                            name: #name,
                            description: #description,
                            inputs: &[#(#inputs.field),*],
                            outputs: #outputs,
                            options: #options,
                            body: #body,
                            digest: ::pipewright::__private::sources!(),
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
