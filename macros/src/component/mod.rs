//! `#[component]`.

mod container;
mod expand;
mod operation;
mod options;

use crate::attributes;
use crate::errors::Errors;
use crate::signature::{self, Parameter};
use options::Options;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{ItemFn, Type};

/// A component as the user wrote it.
struct Component {
    options: Options,
    function: ItemFn,
    parameters: Vec<Parameter>,
    description: Option<String>,
    /// The written return type, and where its arrow stands.
    returned: (Type, Span),
}

impl Component {
    /// The type of the outputs: that within a `Result`.
    fn outputs(&self) -> &Type {
        signature::argument_of(&self.returned.0, "Result").unwrap_or(&self.returned.0)
    }

    fn fails(&self) -> bool {
        signature::argument_of(&self.returned.0, "Result").is_some()
    }

    fn is_container(&self) -> bool {
        signature::is_named(self.outputs(), "Container")
    }
}

pub(crate) fn component(options: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let options = options::parse(options, &mut errors);
    let mut function: ItemFn = match syn::parse2(item.clone()) {
        Ok(function) => function,
        Err(error) => {
            errors.push(error);
            let errors = errors.to_tokens();
            return quote!(#item #errors);
        }
    };
    let before = errors.is_empty();
    let mut signature_errors = Errors::default();
    let parameters = signature::parameters(&mut function, "component", &mut signature_errors);
    if let (Some(token), false) = (&function.sig.asyncness, cfg!(feature = "tokio")) {
        signature_errors.add(
            token,
            "an `async` component needs the feature `tokio` of pipewright",
            "add it to the dependency: `pipewright = { features = [\"tokio\"], .. }`",
        );
    }
    let component = Component {
        options,
        description: attributes::docs(&function.attrs),
        returned: signature::returned(&function.sig.output, &function.sig.ident),
        parameters,
        function,
    };
    let container = component
        .is_container()
        .then(|| container::ports(&component, &mut signature_errors));
    let option_errors = if before { TokenStream::new() } else { errors.to_tokens() };
    if !signature_errors.is_empty() {
        let (function, signature_errors) = (&component.function, signature_errors.to_tokens());
        return quote! {
            #[allow(dead_code, unused_variables)]
            #function
            #option_errors
            #signature_errors
        };
    }
    let expanded = match container {
        Some(ports) => container::expand(&component, &ports),
        None => expand::expand(&component),
    };
    quote!(#expanded #option_errors)
}
