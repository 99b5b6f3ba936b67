//! `#[pipeline]`.

mod expand;
mod manifest;
mod model;
mod options;
mod rewrite;

pub(crate) use rewrite::attributes_of;

use crate::associated;
use crate::attributes;
use crate::cfg;
use crate::errors::Errors;
use crate::signature;
use model::Pipeline;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{ItemFn, Type};

pub(crate) fn pipeline(options: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let written = options;
    let options = options::parse(&written, &mut errors);
    let mut function: ItemFn = match syn::parse2(item.clone()) {
        Ok(function) => function,
        Err(error) => {
            errors.push(error);
            let errors = errors.to_tokens();
            return quote!(#item #errors);
        }
    };
    if let Some(question) = cfg::configure(&mut function, cfg::Part::All, "pipeline", &written) {
        return question;
    }
    let parameters = signature::parameters(&mut function, "pipeline", &mut errors);
    for parameter in &parameters {
        parameter.reject_path(&mut errors);
    }
    if let Some(token) = &function.sig.asyncness {
        errors.add(
            token,
            "a pipeline cannot be `async`",
            "it only puts the graph together; the components may be `async`",
        );
    }
    let returned = signature::returned(&function.sig.output, &function.sig.ident);
    if signature::argument_of(&returned.0, "Result").is_some() {
        errors.add(
            &returned.0,
            "a pipeline cannot return a `Result`",
            "return its output; a task that fails makes the run fail",
        );
    }
    if signature::is_named(&returned.0, "Container") {
        errors.add(
            &returned.0,
            "a pipeline cannot return a `Container`",
            "return it from a function with `#[component]`, and call that here",
        );
    }
    let mut manifest = manifest::read(&function.sig.ident, &mut errors);
    manifest.targets = options.targets(&manifest.targets, &mut errors);
    let is_unit = matches!(&returned.0, Type::Tuple(tuple) if tuple.elems.is_empty());
    let mut step_names = vec![];
    if errors.is_empty() {
        let block = &mut function.block;
        step_names = rewrite::rewrite(
            &function.sig.ident,
            block,
            &parameters,
            is_unit,
            &mut errors,
        );
    }
    if !errors.is_empty() && associated::is_method(&function) {
        return associated::rejected_method(&function, &errors);
    }
    if !errors.is_empty() {
        return rejected(&function, &errors);
    }
    expand::expand(&Pipeline {
        description: attributes::docs(&function.attrs),
        returned: (!is_unit).then_some(returned),
        parameters,
        function,
        manifest,
        step_names,
    })
}

/// Stands for a pipeline that is wrong, so that what names it adds no errors: the mistakes stand where types do.
fn rejected(function: &ItemFn, errors: &Errors) -> TokenStream {
    let (vis, name) = (&function.vis, &function.sig.ident);
    let (ty, others) = errors.to_type();
    quote! {
        #[allow(dead_code, missing_docs, non_camel_case_types)]
        #vis type #name = #ty;
        #others
    }
}
