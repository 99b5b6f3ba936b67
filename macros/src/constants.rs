//! Inputs and parameters as data, in generated code.

use crate::signature::Parameter;
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Type};

/// A constant for each input or parameter.
pub(crate) struct Constants {
    pub(crate) names: Vec<Ident>,
    pub(crate) constants: TokenStream,
}

impl Constants {
    /// The constants of some parameters, each with the type of its values.
    pub(crate) fn of<'a>(parameters: impl Iterator<Item = (&'a Parameter, &'a Type)>) -> Self {
        let (names, constants) = parameters
            .enumerate()
            .map(|(index, (parameter, ty))| {
                let name = format_ident!("__FIELD_{index}");
                let constant = constant(&name, parameter, ty);
                (name, constant)
            })
            .unzip::<_, _, Vec<_>, Vec<_>>();
        Self {
            names,
            constants: constants.into_iter().collect(),
        }
    }

    /// All of them, without their types, as an expression.
    pub(crate) fn erased(&self) -> TokenStream {
        let names = &self.names;
        quote!(&[#(#names.field),*])
    }
}

/// The bound that a type must meet stands here and nowhere else: one mistake, one error.
fn constant(name: &Ident, parameter: &Parameter, ty: &Type) -> TokenStream {
    let (text, description) = (parameter.text(), option(parameter.description.as_ref()));
    let (line, column) = position(&parameter.name);
    let open = quote_spanned!(parameter.colon.span=> ::pipewright::__private::typed::<);
    let close = quote_spanned!(ty.span()=> >);
    let typed = quote!(#open #ty #close(#text, #description).at(#line, #column));
    let typed = match &parameter.default {
        None => typed,
        Some(value) => {
            let value =
                quote_spanned!(value.span()=> ::pipewright::__private::default_of::<#ty>(#value));
            quote! {{
                const __REQUIRED: ::pipewright::__private::Typed<#ty> = #typed;
                __REQUIRED.default(|| __REQUIRED.json(&#value))
            }}
        }
    };
    quote! {
        const #name: ::pipewright::__private::Typed<#ty> = #typed;
    }
}

/// An optional text as an expression.
pub(crate) fn option(text: Option<&String>) -> TokenStream {
    match text {
        Some(text) => quote!(::core::option::Option::Some(#text)),
        None => quote!(::core::option::Option::None),
    }
}

/// The place of a token as an expression.
pub(crate) fn location(token: &Ident) -> TokenStream {
    let (line, column) = position(token);
    quote!(::pipewright::__private::Location::new(::core::file!(), #line, #column))
}

/// The line and column of a token, counted from 1.
pub(crate) fn position(token: &Ident) -> (u32, u32) {
    let start = token.span().start();
    (start.line as u32, start.column as u32 + 1)
}
