//! What carries the component's name: the function that pipelines call, and its registration.

use crate::fields::{Fields, location, option};
use crate::outputs;
use crate::signature::{Parameter, unraw};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, ItemFn, Type};

/// A component, ready to be called and registered.
pub(crate) struct Operation<'a> {
    pub(crate) function: &'a ItemFn,
    pub(crate) name: String,
    pub(crate) description: Option<&'a String>,
    /// The inputs, and the types whose values they take.
    pub(crate) inputs: Vec<(&'a Parameter, &'a Type)>,
    /// Constants of the inputs and outputs, in this order.
    pub(crate) fields: Fields,
    /// What else stands beside the registration.
    pub(crate) items: TokenStream,
    pub(crate) outputs: TokenStream,
    pub(crate) options: TokenStream,
    pub(crate) body: TokenStream,
    /// The type of the handles that a call gives, and an expression that makes them from `self.draft`.
    pub(crate) handles: (TokenStream, TokenStream),
}

impl Operation<'_> {
    pub(crate) fn expand(&self) -> TokenStream {
        let function = self.operation();
        let call = self.call();
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

    /// The parameters of the inputs that a call gives by position.
    fn parameters(&self) -> Vec<TokenStream> {
        let required = self.required();
        required.map(|(input, ty)| parameter(input, ty)).collect()
    }

    fn required(&self) -> impl Iterator<Item = (&Parameter, &Type)> {
        let inputs = self.inputs.iter().copied();
        inputs.filter(|(input, _)| !input.is_optional())
    }

    /// The function, and a type of the same name for its associated functions.
    ///
    /// The brackets of its generics reach over all parameters. So rustc does not propose a generic parameter where the
    /// name of a type is wrong, and says the same as at the other places of the name: that is, it says it once.
    fn operation(&self) -> TokenStream {
        let (vis, name, attributes) = (&self.function.vis, self.ident(), &self.function.attrs);
        let parameters = self.parameters();
        let names = self.required().map(|(input, _)| &input.name);
        let returned = &self.handles.0;
        let open = quote_spanned!(name.span()=> <);
        let close = quote_spanned!(self.function.sig.paren_token.span.close()=> >);
        quote! {
            #(#attributes)*
            #[allow(clippy::too_many_arguments)]
            #[track_caller]
            #vis fn #name #open #close (#(#parameters),*) -> #returned {
                #name::__start(#(#names),*).__task()
            }

            #[doc(hidden)]
            #[allow(non_camel_case_types, missing_docs)]
            #vis struct #name {}
        }
    }

    /// A call whose optional inputs may still be given. All inputs have a method: where one that goes by position is
    /// given by name, its absence from the positions is the only error.
    fn call(&self) -> TokenStream {
        let (name, vis) = (self.ident(), &self.function.vis);
        let call = outputs::type_of(name, "Call");
        let parameters = self.parameters();
        let draft = quote!(::pipewright::__private::Draft::new(#name::__descriptor()));
        let fields = self.inputs.iter().zip(&self.fields.names);
        let given = fields
            .clone()
            .filter(|((input, _), _)| !input.is_optional());
        let given = given.map(|((input, _), field)| {
            let name = &input.name;
            quote!(.input(&#field, #name))
        });
        let setters = fields.map(|((input, ty), field)| {
            let (name, parameter) = (&input.name, parameter(input, ty));
            let description = input.description.as_deref().map(outputs::doc);
            quote! {
                #description
                pub fn #name(mut self, #parameter) -> Self {
                    self.draft = self.draft.input(&#field, #name);
                    self
                }
            }
        });
        let (returned, made) = &self.handles;
        let field = quote!(draft: ::pipewright::__private::Draft,);
        let definition = quote_spanned!(name.span()=> pub struct #call { #field });
        let start = quote_spanned!(name.span()=> fn __start);
        quote! {
            #[allow(unreachable_pub, unnameable_types, missing_debug_implementations)]
            #definition

            #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
            impl #name {
                #[doc(hidden)]
                #[track_caller]
                #vis #start(#(#parameters),*) -> #call {
                    #call { draft: #draft #(#given)* }
                }
            }

            #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
            impl #call {
                #(#setters)*

                #[track_caller]
                pub fn __task(self) -> #returned {
                    #made
                }
            }
        }
    }

    fn registration(&self) -> TokenStream {
        let ident = self.ident();
        let key = unraw(ident);
        let (name, description, at) = (&self.name, option(self.description), location(ident));
        let inputs = &self.fields.names[..self.inputs.len()];
        let (outputs, options, body) = (&self.outputs, &self.options, &self.body);
        let digest = digest(self.function);
        quote! {
            #[allow(missing_docs, dead_code)]
            impl #ident {
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
                            digest: #digest,
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

/// Another source, another digest: FNV-1a of its tokens, in hexadecimal.
fn digest(function: &ItemFn) -> String {
    let tokens = quote!(#function).to_string();
    let digest = tokens
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |digest, byte| {
            (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("{digest:016x}")
}

/// Synthetic identifiers sit on the colon, and only the closing bracket on the type: rustc then underlines the user's
/// tokens, and an editor that is asked about the type finds nothing else there.
fn parameter(parameter: &Parameter, ty: &Type) -> TokenStream {
    let (name, colon) = (&parameter.name, parameter.colon);
    let open = quote_spanned!(colon.span=> : impl ::pipewright::__private::IntoInput<);
    let close = quote_spanned!(ty.span()=> >);
    quote!(#name #open #ty #close)
}
