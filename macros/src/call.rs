//! What pipelines call by the name of a component or pipeline: a function, and a type for calls with named arguments.

use crate::fields::Fields;
use crate::outputs;
use crate::signature::Parameter;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, ItemFn, Type};

/// Something with inputs that pipelines call.
pub(crate) struct Callable<'a> {
    pub(crate) function: &'a ItemFn,
    /// The inputs, and the types whose values they take.
    pub(crate) inputs: Vec<(&'a Parameter, &'a Type)>,
    /// Constants of the inputs first.
    pub(crate) fields: &'a Fields,
    /// The type of a call that is being put together, and an expression that starts one.
    pub(crate) draft: (TokenStream, TokenStream),
    /// The type of the handles that a call gives, and an expression that makes them from `self.draft`.
    pub(crate) handles: &'a (TokenStream, TokenStream),
}

impl Callable<'_> {
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
    pub(crate) fn function(&self) -> TokenStream {
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
    pub(crate) fn call(&self) -> TokenStream {
        let (name, vis) = (self.ident(), &self.function.vis);
        let call = outputs::type_of(name, "Call");
        let parameters = self.parameters();
        let (draft, start) = &self.draft;
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
        let (returned, made) = self.handles;
        let field = quote!(draft: #draft,);
        let definition = quote_spanned!(name.span()=> pub struct #call { #field });
        let started = quote!(#start #(#given)*);
        let start = quote_spanned!(name.span()=> fn __start);
        quote! {
            #[allow(unreachable_pub, unnameable_types, missing_debug_implementations)]
            #definition

            #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
            impl #name {
                #[doc(hidden)]
                #[track_caller]
                #vis #start(#(#parameters),*) -> #call {
                    #call { draft: #started }
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
}

/// Synthetic identifiers sit on the colon, and only the closing bracket on the type: rustc then underlines the user's
/// tokens, and an editor that is asked about the type finds nothing else there.
fn parameter(parameter: &Parameter, ty: &Type) -> TokenStream {
    let (name, colon) = (&parameter.name, parameter.colon);
    let open = quote_spanned!(colon.span=> : impl ::pipewright::__private::IntoInput<);
    let close = quote_spanned!(ty.span()=> >);
    quote!(#name #open #ty #close)
}
