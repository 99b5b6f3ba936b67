//! Components that are ready images: the function describes the container.

use super::model::Component;
use super::operation::Operation;
use crate::attributes;
use crate::call;
use crate::constants::Constants;
use crate::errors::Errors;
use crate::signature::{self, Parameter};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{LitStr, Type};

/// An input or output of a container.
pub(super) struct Port {
    kind: Kind,
    /// Index in the signature.
    index: usize,
    /// The type of its values.
    ty: Type,
}

/// What a parameter is of a container, by the type that it has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Input,
    InputPath,
    OutputPath,
}

impl Kind {
    const ALL: [(Self, &str); 3] = [
        (Self::Input, "Input"),
        (Self::InputPath, "InputPath"),
        (Self::OutputPath, "OutputPath"),
    ];

    fn is_output(self) -> bool {
        self == Self::OutputPath
    }
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
        let mut kinds = Kind::ALL.into_iter();
        let kind = kinds
            .find_map(|(kind, name)| Some((kind, signature::argument_of(&parameter.ty, name)?)));
        let Some((kind, ty)) = kind else {
            errors.add(
                &parameter.ty,
                "a parameter of a container is an `Input`, an `InputPath` or an `OutputPath`",
                "its value is known only when the container runs: write `Input<..>`",
            );
            continue;
        };
        if kind.is_output() && parameter.default.is_some() {
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
        if let Some(path) = &parameter.path {
            check_path(path, kind, errors);
        }
        ports.push(Port {
            kind,
            index,
            ty: ty.clone(),
        });
    }
    ports
}

/// Checks the path that an image writes to.
fn check_path(path: &LitStr, kind: Kind, errors: &mut Errors) {
    let text = path.value();
    let is_name = |name: &str| !matches!(name, "" | "." | "..");
    let is_path = text
        .strip_prefix('/')
        .is_some_and(|rest| rest.split('/').all(is_name));
    if !kind.is_output() {
        let help = "where an input lies is told by the `InputPath` itself: print it";
        errors.add(path, "only an `OutputPath` has a path", help);
    } else if !is_path {
        let wrong = format!("`{text}` is no path in an image");
        let help =
            "expected a path that begins with `/`, ends with a name, and has no `.` or `..` in it";
        errors.add(path, wrong, help);
    } else if text.contains(|c: char| c.is_control() || "{}$".contains(c)) {
        let wrong = "a path in an image has no braces, `$` or control characters";
        errors.add(path, wrong, "engines evaluate them; write to another path");
    }
}

/// What rustc is asked of the types of all ports.
fn checks(ports: &[Port]) -> TokenStream {
    let checks = ports.iter().map(|Port { kind, ty, .. }| {
        let check = match kind {
            Kind::Input => quote!(input),
            Kind::InputPath => quote!(input_path),
            Kind::OutputPath => quote!(output_path),
        };
        let held =
            quote_spanned!(ty.span()=> ::pipewright::__private::held::Held::<#ty>::OF.held());
        quote!(::pipewright::__private::held::#check(#held);)
    });
    quote! {
        #[allow(dead_code, unused_imports)]
        const _: () = {
            fn check() {
                use ::pipewright::__private::held::Others as _;
                #(#checks)*
            }
        };
    }
}

pub(super) fn expand(component: &Component, ports: &[Port]) -> TokenStream {
    let function = &component.function;
    let (ty, block) = (call::type_of(function), &function.block);
    let (inputs, output) = (&function.sig.inputs, &function.sig.output);
    let lints = attributes::lints(&function.attrs);
    // Nobody needs to print a path that the image knows.
    let known = component.parameters.iter();
    let known = known.filter(|parameter| parameter.path.is_some());
    let known: Vec<_> = known.map(|parameter| &parameter.name).collect();
    let block = match known.is_empty() {
        true => quote!(#block),
        false => quote!({ #(let _ = #known;)* #block }),
    };
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
    let checks = checks(ports);
    quote! {
        #body
        #checks
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
    let ports = ports
        .iter()
        .filter(move |port| port.kind.is_output() == outputs);
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
        match port.kind {
            Kind::Input => quote!(::pipewright::Input::__new(#text)),
            Kind::InputPath => quote!(::pipewright::InputPath::__new(#text)),
            Kind::OutputPath => quote!(::pipewright::OutputPath::__new(#text)),
        }
    });
    let paths = outputs.iter().filter_map(|(parameter, _)| {
        let (name, path) = (parameter.text(), parameter.path.as_ref()?);
        Some(quote!((#name, #path)))
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
                #container.__spec(
                    &[#(#input_fields.field),*],
                    &[#(#output_fields.field),*],
                    &[#(#paths),*],
                )
            })
        },
        options: component.options.data(),
        items: TokenStream::new(),
        inputs,
        fields,
        handles,
    }
}
