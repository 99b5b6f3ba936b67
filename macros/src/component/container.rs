//! Components that are ready images: the function describes the container.

use super::model::Component;
use super::operation::Operation;
use crate::attributes;
use crate::call;
use crate::constants::Constants;
use crate::errors::Errors;
use crate::signature::{self, Parameter};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

/// An input or output of a container.
pub(super) struct Port {
    is_output: bool,
    /// Index in the signature.
    index: usize,
    /// The type of its values.
    ty: Type,
}

/// The inputs and outputs, in the order of the signature.
pub(super) fn ports(component: &Component, errors: &mut Errors) -> Vec<Port> {
    if let Some(token) = &component.function.sig.asyncness {
        errors.add(
            token,
            "a function that describes a container cannot be `async`",
            "it runs while the pipeline is put together",
        );
    }
    let mut ports = vec![];
    for (index, parameter) in component.parameters.iter().enumerate() {
        let input = signature::argument_of(&parameter.ty, "Input");
        let output = signature::argument_of(&parameter.ty, "OutputPath");
        let Some(ty) = input.or(output) else {
            errors.add(
                &parameter.ty,
                "a parameter of a container is an `Input` or an `OutputPath`",
                "its value is known only when the container runs: write `Input<..>`",
            );
            continue;
        };
        if output.is_some() && parameter.default.is_some() {
            errors.add(
                &parameter.name,
                "an output has no default",
                "remove the `#[default(..)]`",
            );
        }
        if signature::argument_of(ty, "Option").is_some() {
            errors.add(
                ty,
                "an input or output of a container cannot be an `Option`",
                "its text would be missing; give it a `#[default(..)]`",
            );
        }
        ports.push(Port {
            is_output: output.is_some(),
            index,
            ty: ty.clone(),
        });
    }
    ports
}

pub(super) fn expand(component: &Component, ports: &[Port]) -> TokenStream {
    let function = &component.function;
    let (ty, block) = (call::type_of(function), &function.block);
    let (inputs, output) = (&function.sig.inputs, &function.sig.output);
    let lints = attributes::lints(&function.attrs);
    let body = quote! {
        #[allow(clippy::needless_pass_by_value, clippy::too_many_arguments)]
        impl #ty {
            #(#lints)*
            fn __container(#inputs) #output #block
        }
    };
    let outputs: Vec<_> = typed(component, ports, true).collect();
    let (handles, items) = handles(component, &outputs);
    let operation = operation(component, ports, &outputs, handles).expand();
    let assertions = component.options.assertions();
    quote! {
        #body
        #operation
        #items
        #assertions
    }
}

/// The inputs or the outputs, and the types of their values.
fn typed<'a>(
    component: &'a Component,
    ports: &'a [Port],
    outputs: bool,
) -> impl Iterator<Item = (&'a Parameter, &'a Type)> {
    let ports = ports.iter().filter(move |port| port.is_output == outputs);
    ports.map(|port| (&component.parameters[port.index], &port.ty))
}

/// The handles of the outputs, a struct named after the component, and its definition. Without outputs there is nothing
/// to hold but the task itself.
fn handles(
    component: &Component,
    outputs: &[(&Parameter, &Type)],
) -> ((TokenStream, TokenStream), TokenStream) {
    if outputs.is_empty() {
        let ty = quote!(::pipewright::Value<()>);
        let made = quote!(::pipewright::__private::returned::<()>().task(call.builder));
        return ((ty, made), TokenStream::new());
    }
    let name = &component.function.sig.ident;
    let ident = crate::outputs::type_of(name, "Handles");
    let fields: Vec<_> = outputs
        .iter()
        .map(|(parameter, ty)| crate::outputs::HandleField {
            name: &parameter.name,
            ty,
            description: &parameter.description,
        })
        .collect();
    let definition = crate::outputs::handles(&component.function.vis, &ident, &fields);
    let made = crate::outputs::from_task(&ident, &fields);
    let made = quote! {{
        let task = &call.builder.record();
        #made
    }};
    ((quote!(#ident), made), definition)
}

fn operation<'a>(
    component: &'a Component,
    ports: &'a [Port],
    outputs: &[(&'a Parameter, &'a Type)],
    handles: (TokenStream, TokenStream),
) -> Operation<'a> {
    let ty = call::type_of(&component.function);
    let inputs: Vec<_> = typed(component, ports, false).collect();
    let fields = Constants::of(inputs.iter().chain(outputs).copied());
    let (input_fields, output_fields) = fields.names.split_at(inputs.len());
    let arguments = ports.iter().map(|port| {
        let text = component.parameters[port.index].text();
        if port.is_output {
            quote!(::pipewright::OutputPath::__new(#text))
        } else {
            quote!(::pipewright::Input::__new(#text))
        }
    });
    let container = quote!(#ty::__container(#(#arguments),*));
    let container = if component.fails() {
        quote!(#container.map_err(|error| ::std::string::ToString::to_string(&error))?)
    } else {
        container
    };
    Operation {
        function: &component.function,
        name: component.name(),
        description: component.description.as_ref(),
        outputs: quote!(|| ::std::vec![#(#output_fields.field),*]),
        body: quote! {
            ::pipewright::__private::StaticBody::Container(|| {
                #container.__spec(&[#(#input_fields.field),*], &[#(#output_fields.field),*])
            })
        },
        options: component.options.data(),
        items: TokenStream::new(),
        inputs,
        fields,
        handles,
    }
}
