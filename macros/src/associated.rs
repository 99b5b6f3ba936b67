//! Associated functions: those with our attributes in an `impl` or `trait`, where they cannot be.

use crate::errors::Errors;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::{FnArg, ItemFn};

/// The type of the `impl` that is put around a function.
const WRAPPER: &str = "__Wrapper";

/// Puts an `impl` around a function, with the attribute `macro_name`, which then finds the function by [`unwrapped`].
///
/// A function becomes several items, and rustc reports each of them in an `impl` or `trait`. An `impl` it reports once, at
/// the function's name, and does not look into it. A function with `self` is left alone, as it is reported better.
pub(crate) fn wrapped(
    macro_name: &str,
    options: &TokenStream,
    item: &TokenStream,
) -> Option<TokenStream> {
    let span = name_of_function(item)?;
    let wrapper = Ident::new(WRAPPER, span);
    let macro_name = Ident::new(macro_name, Span::call_site());
    let mut body = Group::new(Delimiter::Brace, item.clone());
    body.set_span(span);
    let item = quote_spanned!(span=> impl #wrapper #body);
    Some(quote!(#[::pipewright::#macro_name(#options)] #item))
}

/// The function in an `impl` that [`wrapped`] made.
pub(crate) fn unwrapped(item: &TokenStream) -> Option<TokenStream> {
    let mut tokens = item.clone().into_iter().skip(1);
    match (tokens.next()?, tokens.next()?) {
        (TokenTree::Ident(name), TokenTree::Group(group)) if name == WRAPPER => {
            Some(group.stream())
        }
        _ => None,
    }
}

/// The span of the name of a function without `self`.
fn name_of_function(item: &TokenStream) -> Option<Span> {
    let mut tokens = item.clone().into_iter();
    tokens.find(|token| matches!(token, TokenTree::Ident(word) if word == "fn"))?;
    let TokenTree::Ident(name) = tokens.next()? else {
        return None;
    };
    let is_self = |token| matches!(token, TokenTree::Ident(word) if word == "self");
    let mut groups = tokens.filter_map(|token| match token {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    let inputs = groups.next()?;
    (!inputs.into_iter().any(is_self)).then(|| name.span())
}

/// Presence of a `self`.
pub(crate) fn is_method(function: &ItemFn) -> bool {
    matches!(function.sig.inputs.first(), Some(FnArg::Receiver(_)))
}

/// Stands for a function with `self`, so that its calls add no errors.
pub(crate) fn rejected_method(function: &ItemFn, errors: &Errors) -> TokenStream {
    let (attributes, vis, signature) = (&function.attrs, &function.vis, &function.sig);
    let errors = errors.to_tokens();
    quote! {
        #(#attributes)*
        #[allow(unused, clippy::all)]
        #vis #signature {
            #errors
            loop {}
        }
    }
}
