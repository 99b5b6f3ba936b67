//! Components that are ready images: the function describes the container.

use super::Component;
use super::operation::{self, Handles, Input, Registration};
use crate::errors::Errors;
use crate::fields::Fields;
use crate::signature::{self, Parameter, unraw};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
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
            errors.add(&parameter.name, "an output has no default", "remove the `#[default(..)]`");
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
    let (name, block) = (&function.sig.ident, &function.block);
    let (signature_inputs, output) = (&function.sig.inputs, &function.sig.output);
    let parameter = |port: &Port| &component.parameters[port.index];
    let (outputs, inputs): (Vec<&Port>, Vec<&Port>) = ports.iter().partition(|port| port.is_output);

    let body = quote! {
        #[allow(clippy::too_many_arguments)]
        impl #name {
            fn __container(#signature_inputs) #output #block
        }
    };
    let handles = handles(component, &outputs);
    let operation_inputs: Vec<_> = inputs
        .iter()
        .map(|port| Input {
            parameter: parameter(port),
            ty: &port.ty,
        })
        .collect();
    let operation = operation::expand(function, &operation_inputs, &handles.handles, &quote!(#name::__descriptor()));
    let registration = registration(component, ports, &inputs, &outputs).expand();
    let (assertions, items) = (component.options.assertions(), handles.items);
    quote! {
        #body
        #operation
        #items
        const _: () = {
            #registration
            #assertions
        };
    }
}

struct NamedHandles {
    handles: Handles,
    items: TokenStream,
}

/// The handles of the outputs: a struct named after the component, or nothing to hold but the task itself.
fn handles(component: &Component, outputs: &[&Port]) -> NamedHandles {
    if outputs.is_empty() {
        return NamedHandles {
            handles: Handles {
                ty: quote!(::pipewright::Value<()>),
                from_draft: quote!(draft.task::<()>()),
            },
            items: TokenStream::new(),
        };
    }
    let vis = &component.function.vis;
    let ident = format_ident!("{}Handles", crate::outputs::upper_camel(&component.function.sig.ident));
    let ports: Vec<(&Parameter, &Type)> = outputs
        .iter()
        .map(|port| (&component.parameters[port.index], &port.ty))
        .collect();
    let fields: Vec<_> = ports
        .iter()
        .map(|(parameter, ty)| crate::outputs::HandleField {
            name: &parameter.name,
            ty,
            description: &parameter.description,
        })
        .collect();
    let definition = crate::outputs::handles(vis, &ident, &fields);
    let made = crate::outputs::from_task(&ident, &fields);
    NamedHandles {
        handles: Handles {
            ty: quote!(#ident),
            from_draft: quote! {
                let task = &draft.handles();
                #made
            },
        },
        items: definition,
    }
}

fn registration<'a>(
    component: &'a Component,
    ports: &[Port],
    inputs: &[&Port],
    outputs: &[&Port],
) -> Registration<'a> {
    let name = &component.function.sig.ident;
    let typed = |port: &&Port| -> (usize, Type) { (port.index, port.ty.clone()) };
    let all: Vec<(usize, Type)> = inputs.iter().chain(outputs).map(typed).collect();
    let fields = Fields::of(all.iter().map(|(index, ty)| (&component.parameters[*index], ty)));
    let (input_fields, output_fields) = fields.names.split_at(inputs.len());
    let arguments = ports.iter().map(|port| {
        let text = component.parameters[port.index].text();
        if port.is_output {
            quote!(::pipewright::OutputPath::__new(#text))
        } else {
            quote!(::pipewright::Input::__new(#text))
        }
    });
    let container = quote!(#name::__container(#(#arguments),*));
    let container = if component.fails() {
        quote!(#container.map_err(|error| ::std::string::ToString::to_string(&error))?)
    } else {
        container
    };
    Registration {
        function: &component.function,
        name: component.options.name.as_ref().map_or_else(|| unraw(name), syn::LitStr::value),
        description: &component.description,
        inputs: quote!(&[#(#input_fields.field),*]),
        outputs: quote!(|| ::std::vec![#(#output_fields.field),*]),
        options: component.options.data(),
        body: quote! {
            ::pipewright::__private::StaticBody::Container(|| {
                #container.__spec(&[#(#input_fields.field),*], &[#(#output_fields.field),*])
            })
        },
        items: fields.constants,
    }
}
