//! `#[derive(Fields)]`: the fields of a struct as values.

mod serde;

use crate::attributes;
use crate::errors::Errors;
use crate::outputs::doc;
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Ident, Type};

/// A field, with its name on the wire.
struct Field<'a> {
    ident: &'a Ident,
    ty: &'a Type,
    description: Option<String>,
    wire: String,
}

pub(crate) fn fields(item: TokenStream) -> TokenStream {
    let item: DeriveInput = match syn::parse2(item) {
        Ok(item) => item,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let fields = named_fields(&item, &mut errors);
    let (vis, name) = (&item.vis, &item.ident);
    let handles = format_ident!("{}Fields", name);
    if !errors.is_empty() {
        return rejected(&item, &errors);
    }
    let (idents, types): (Vec<_>, Vec<_>) =
        fields.iter().map(|field| (field.ident, field.ty)).unzip();
    let docs = fields
        .iter()
        .map(|field| field.description.as_deref().map(doc));
    let wires = fields.iter().map(|field| {
        let (ident, wire) = (field.ident, &field.wire);
        // A type that cannot travel is reported where it stands.
        quote_spanned!(field.ty.span()=> #ident: fields.field(#wire))
    });
    let title = doc(&format!("The fields of a [`{name}`] as values."));
    let body = quote!({ #(#docs pub #idents: ::pipewright::Value<#types>,)* });
    let definition = quote_spanned!(name.span()=> struct #handles #body);
    quote! {
        #title
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs, dead_code)]
        #vis #definition

        #[automatically_derived]
        impl ::pipewright::__private::HasFields for #name {
            type Fields = #handles;

            fn __fields(fields: &::pipewright::__private::OpenFields<Self>) -> #handles {
                #handles { #(#wires,)* }
            }
        }
    }
}

/// Stands for the implementation when the item is wrong, so that uses of its fields add no errors.
fn rejected(item: &DeriveInput, errors: &Errors) -> TokenStream {
    let errors = errors.to_tokens();
    let Data::Struct(data) = &item.data else {
        return errors;
    };
    let syn::Fields::Named(fields) = &data.fields else {
        return errors;
    };
    if !item.generics.params.is_empty() {
        return errors;
    }
    let (vis, name) = (&item.vis, &item.ident);
    let handles = format_ident!("{}Fields", name);
    let idents: Vec<_> = fields
        .named
        .iter()
        .filter_map(|field| field.ident.as_ref())
        .collect();
    let types = fields.named.iter().map(|field| &field.ty);
    quote! {
        #errors

        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs, dead_code)]
        #vis struct #handles { #(pub #idents: ::pipewright::Value<#types>,)* }

        #[automatically_derived]
        impl ::pipewright::__private::HasFields for #name {
            type Fields = #handles;

            fn __fields(_: &::pipewright::__private::OpenFields<Self>) -> #handles {
                loop {}
            }
        }
    }
}

fn named_fields<'a>(item: &'a DeriveInput, errors: &mut Errors) -> Vec<Field<'a>> {
    if let Some(parameter) = item.generics.params.first() {
        errors.add(
            parameter,
            "a struct with `Fields` cannot be generic",
            "name the types of its fields",
        );
    }
    let fields = match &item.data {
        Data::Struct(data) => match &data.fields {
            syn::Fields::Named(fields) => &fields.named,
            _ => {
                errors.add(
                    &item.ident,
                    "the fields have no names",
                    "give the struct named fields",
                );
                return vec![];
            }
        },
        Data::Enum(data) => {
            errors.add(
                data.enum_token,
                "only a struct has fields that can be taken out",
                "look into the enum in a component",
            );
            return vec![];
        }
        Data::Union(data) => {
            errors.add(
                data.union_token,
                "only a struct has fields",
                "make it a struct",
            );
            return vec![];
        }
    };
    let rule = serde::container(&item.attrs, errors);
    let mut named = vec![];
    for field in fields {
        let Some(ident) = &field.ident else { continue };
        let wire = serde::field(ident, field, &rule, errors);
        named.push(Field {
            ident,
            ty: &field.ty,
            description: attributes::docs(&field.attrs),
            wire,
        });
    }
    named
}
