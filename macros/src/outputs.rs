//! `#[derive(Outputs)]`, and the handles of named outputs.

use crate::attributes;
use crate::constants::Constants;
use crate::errors::Errors;
use crate::signature::{Parameter, reject_letters, unraw};
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{Data, DeriveInput, Ident, Type, Visibility};

/// A named output.
pub(crate) struct HandleField<'a> {
    pub(crate) name: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) description: &'a Option<String>,
}

pub(crate) fn outputs(item: TokenStream) -> TokenStream {
    let item: DeriveInput = match syn::parse2(item) {
        Ok(item) => item,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let fields = named_fields(&item, &mut errors);
    if !errors.is_empty() {
        return rejected(&item, &errors);
    }
    let parameters: Vec<Parameter> = fields.iter().filter_map(|field| parameter(field)).collect();
    let fields: Vec<_> = parameters
        .iter()
        .map(|parameter| HandleField {
            name: &parameter.name,
            ty: &parameter.ty,
            description: &parameter.description,
        })
        .collect();
    let (vis, name) = (&item.vis, &item.ident);
    let handles_name = format_ident!("{}Handles", name);
    let definition = handles(vis, &handles_name, &fields);
    let made = from_task(&handles_name, &fields);
    let constants = Constants::of(
        parameters
            .iter()
            .map(|parameter| (parameter, &parameter.ty)),
    );
    let (erased, field_names) = (constants.erased(), &constants.names);
    let constants = &constants.constants;
    let names = fields.iter().map(|field| field.name);
    quote! {
        #definition

        const _: () = {
            #constants

            #[automatically_derived]
            impl ::core::marker::Unpin for #name where for<'never> &'never Self: ::pipewright::__private::Never {}

            #[automatically_derived]
            impl ::pipewright::__private::HandlesOf for #name {
                type Handles = #handles_name;
            }

            #[automatically_derived]
            impl ::pipewright::__private::Returned for #name {
                fn __fields() -> ::std::vec::Vec<::pipewright::__private::Field> {
                    ::std::vec::Vec::from(#erased)
                }

                fn __handles(task: &::pipewright::__private::Called) -> #handles_name {
                    #made
                }

                fn __write(self, results: &mut ::pipewright::__private::Results) {
                    #(#field_names.write(&self.#names, results);)*
                }
            }
        };
    }
}

/// Stands for the implementations when the item is wrong, so that components that return it add no errors.
fn rejected(item: &DeriveInput, errors: &Errors) -> TokenStream {
    let name = &item.ident;
    let (ty, others) = errors.to_type();
    let (implementation, generics, bounds) = item.generics.split_for_impl();
    let bounds = match bounds {
        Some(bounds) => quote!(#bounds),
        None => quote!(where),
    };
    quote! {
        const _: () = {
            impl #implementation ::core::marker::Unpin for #name #generics
            #bounds for<'never> &'never Self: ::pipewright::__private::Never {}

            impl #implementation ::pipewright::__private::HandlesOf for #name #generics #bounds {
                type Handles = #ty;
            }

            impl #implementation ::pipewright::__private::Returned for #name #generics #bounds {
                fn __fields() -> ::std::vec::Vec<::pipewright::__private::Field> {
                    ::std::vec![]
                }

                fn __handles(_: &::pipewright::__private::Called) -> #ty {
                    loop {}
                }

                fn __write(self, _: &mut ::pipewright::__private::Results) {}
            }
        };
        #others
    }
}

/// A field in the form in which signatures have their parameters.
fn parameter(field: &syn::Field) -> Option<Parameter> {
    Some(Parameter {
        name: field.ident.clone()?,
        mutability: None,
        colon: field.colon_token?,
        ty: field.ty.clone(),
        description: attributes::docs(&field.attrs),
        default: None,
        path: None,
        lints: vec![],
    })
}

fn named_fields<'a>(item: &'a DeriveInput, errors: &mut Errors) -> Vec<&'a syn::Field> {
    if let Some(parameter) = item.generics.params.first() {
        errors.add(
            parameter,
            "a struct of outputs cannot be generic",
            "name the types of its fields",
        );
    }
    match &item.data {
        Data::Struct(data) => match &data.fields {
            syn::Fields::Named(fields) if fields.named.is_empty() => {
                errors.add(
                    &item.ident,
                    "a struct of outputs has at least one field",
                    "return nothing instead",
                );
            }
            syn::Fields::Named(fields) => {
                let names = fields.named.iter().filter_map(|field| field.ident.as_ref());
                names.for_each(|name| reject_letters(name, "an output", errors));
                return fields.named.iter().collect();
            }
            _ => errors.add(
                &item.ident,
                "the outputs have no names",
                "give the struct named fields",
            ),
        },
        Data::Enum(data) => {
            let help = "return the enum itself as one output: derive `serde::Serialize` and `serde::Deserialize`";
            errors.add(data.enum_token, "only a struct has named outputs", help);
        }
        Data::Union(data) => errors.add(
            data.union_token,
            "only a struct has named outputs",
            "make it a struct",
        ),
    }
    vec![]
}

/// The struct that holds a handle for each output.
pub(crate) fn handles(vis: &Visibility, name: &Ident, fields: &[HandleField<'_>]) -> TokenStream {
    let (names, texts): (Vec<_>, Vec<_>) = fields
        .iter()
        .map(|field| (field.name, unraw(field.name)))
        .unzip();
    let types: Vec<_> = fields.iter().map(|field| field.ty).collect();
    let docs = fields
        .iter()
        .map(|field| field.description.as_deref().map(doc));
    let title = doc("What a call gives in a pipeline.");
    let fields = quote!(#(#docs pub #names: ::pipewright::Value<#types>,)*);
    let definition = quote_spanned!(name.span()=> struct #name { #fields });
    let shape = format_ident!("{}Shape", unraw(name), span = name.span());
    let handles = implementation(
        &quote!(),
        &quote!(#name),
        &shape,
        &quote!(One),
        &names,
        &texts,
    );
    let shapes = implementation(
        &quote!(<__W: ::pipewright::__private::Shape>),
        &quote!(#shape<__W>),
        &shape,
        &quote!(__W),
        &names,
        &texts,
    );
    quote! {
        #title
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs, dead_code)]
        #vis #definition

        const _: () = {
            use ::pipewright::__private::One;

            #[allow(missing_docs, dead_code, unreachable_pub, unnameable_types, missing_debug_implementations)]
            pub struct #shape<__W: ::pipewright::__private::Shape> {
                #(pub #names: ::pipewright::Value<<__W as ::pipewright::__private::Shape>::Of<#types>>,)*
            }

            impl<__W: ::pipewright::__private::Shape> ::core::clone::Clone for #shape<__W> {
                fn clone(&self) -> Self {
                    *self
                }
            }

            impl<__W: ::pipewright::__private::Shape> ::core::marker::Copy for #shape<__W> {}

            #handles
            #shapes
        };
    }
}

/// Implementations for a struct of values, which a call or a loop returns.
fn implementation(
    generics: &TokenStream,
    ty: &TokenStream,
    shape: &Ident,
    of: &TokenStream,
    names: &[&Ident],
    texts: &[String],
) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl #generics ::pipewright::__private::Handles for #ty {
            type Lists = #shape<::pipewright::__private::Listed<#of>>;
            type Options = #shape<::pipewright::__private::Optional<#of>>;

            fn __values(&self) -> ::std::vec::Vec<(&'static str, ::pipewright::__private::Reference)> {
                ::std::vec![#((#texts, self.#names.__reference())),*]
            }

            fn __zip(first: Self, second: Self, make: &mut ::pipewright::__private::Merge<'_>) -> Self {
                Self {
                    #(#names: ::pipewright::__private::Handles::__zip(first.#names, second.#names, make),)*
                }
            }

            fn __lists(self, make: &mut ::pipewright::__private::Map<'_>) -> Self::Lists {
                #shape {
                    #(#names: ::pipewright::__private::Handles::__lists(self.#names, make),)*
                }
            }

            fn __options(self, make: &mut ::pipewright::__private::Map<'_>) -> Self::Options {
                #shape {
                    #(#names: ::pipewright::__private::Handles::__options(self.#names, make),)*
                }
            }
        }

        #[automatically_derived]
        impl #generics ::pipewright::__private::Configure for #ty {
            fn __configure(
                self,
                setting: ::core::result::Result<::pipewright::__private::Setting, ::pipewright::__private::Invalid>,
                at: &::pipewright::__private::Location,
            ) -> Self {
                ::pipewright::__private::configure(&self, setting, at);
                self
            }
        }
    }
}

/// A doc comment.
pub(crate) fn doc(text: &str) -> TokenStream {
    let text = format!(" {text}");
    quote!(#[doc = #text])
}

/// An expression of the handles of `task`.
pub(crate) fn from_task(name: &Ident, fields: &[HandleField<'_>]) -> TokenStream {
    let (names, texts): (Vec<_>, Vec<_>) = fields
        .iter()
        .map(|field| (field.name, unraw(field.name)))
        .unzip();
    quote!(#name { #(#names: task.output(#texts),)* })
}

/// A type that is named after a function: `train_model` and `Call` give `TrainModelCall`.
pub(crate) fn type_of(name: &Ident, suffix: &str) -> Ident {
    let text = unraw(name);
    let words = text.split('_').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>()
    });
    let camel: String = words.collect();
    // A name such as `_1` has no letter to begin with.
    let start = if camel.starts_with(char::is_alphabetic) {
        ""
    } else {
        "Component"
    };
    format_ident!("{start}{camel}{suffix}", span = name.span())
}
