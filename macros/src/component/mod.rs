//! `#[component]`.

mod container;
mod expand;
mod model;
mod operation;
mod options;

use crate::associated;
use crate::attributes;
use crate::cfg;
use crate::errors::Errors;
use crate::signature::{self, Parameter};
use model::Component;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{FnArg, ItemFn};

pub(crate) fn component(options: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let written = options.clone();
    let options = options::parse(options, &mut errors);
    let mut function: ItemFn = match syn::parse2(item.clone()) {
        Ok(function) => function,
        Err(error) => {
            errors.push(error);
            let errors = errors.to_tokens();
            return quote!(#item #errors);
        }
    };
    if let Some(question) =
        cfg::configure(&mut function, cfg::Part::Signature, "component", &written)
    {
        return question;
    }
    let mut signature_errors = Errors::default();
    let parameters = signature::parameters(&mut function, "component", &mut signature_errors);
    let component = Component {
        options,
        description: attributes::docs(&function.attrs),
        returned: signature::returned(&function.sig.output, &function.sig.ident),
        parameters,
        function,
    };
    let expanded = if component.is_container() {
        let ports = container::ports(&component, &mut signature_errors);
        signature_errors
            .is_empty()
            .then(|| container::expand(&component, &ports))
    } else {
        check_program(&component, &mut signature_errors);
        signature_errors
            .is_empty()
            .then(|| expand::expand(&component))
    };
    let expanded = expanded.unwrap_or_else(|| rejected(&component, &signature_errors));
    let option_errors = errors.to_tokens();
    quote!(#expanded #option_errors)
}

fn check_program(component: &Component, errors: &mut Errors) {
    if let (Some(token), false) = (&component.function.sig.asyncness, cfg!(feature = "tokio")) {
        errors.add(
            token,
            "an `async` component needs the feature `tokio` of pipewright",
            "add it to the dependency: `pipewright = { features = [\"tokio\"], .. }`",
        );
    }
    for parameter in &component.parameters {
        for port in ["Input", "InputPath", "OutputPath"] {
            if signature::argument_of(&parameter.ty, port).is_some() {
                errors.add(
                    &parameter.ty,
                    format!("only a component that returns a `Container` has an `{port}`"),
                    "take the type itself",
                );
            }
        }
        parameter.reject_path(errors);
    }
}

/// Stands for a component whose signature is wrong, so that its calls add no errors: the mistakes stand where types do.
fn rejected(component: &Component, errors: &Errors) -> TokenStream {
    if associated::is_method(&component.function) {
        return associated::rejected_method(&component.function, errors);
    }
    let signature = &component.function.sig;
    let (vis, name, inputs) = (&component.function.vis, &signature.ident, &signature.inputs);
    let (ty, others) = errors.to_type();
    let required = inputs.iter().filter(|input| match input {
        FnArg::Receiver(_) => false,
        FnArg::Typed(input) => {
            let known = |parameter: &&Parameter| {
                parameter.colon.span.start() == input.colon_token.span.start()
            };
            !component
                .parameters
                .iter()
                .find(known)
                .is_some_and(Parameter::is_optional)
        }
    });
    let types = required.map(|_| &ty);
    quote! {
        #[allow(dead_code, missing_docs, clippy::all)]
        #vis fn #name(#(_: #types),*) -> #ty {
            #others
            loop {}
        }

        #[allow(non_camel_case_types, dead_code, missing_docs)]
        #vis type #name = #ty;
    }
}
