//! `#[derive(Artifact)]`: kinds of artifacts of users.

mod schema;

use crate::errors::Errors;
use crate::signature::unraw;
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use schema::Schema;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Field, GenericParam, Generics, Ident, Type, parse_quote};

pub(crate) fn artifact(item: TokenStream) -> TokenStream {
    let item: DeriveInput = match syn::parse2(item) {
        Ok(item) => item,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let schema = schema::schema(&item.ident, &item.attrs, &mut errors);
    let fields = fields(&item, &mut errors);
    for parameter in item.generics.lifetimes() {
        errors.add(
            parameter,
            "an artifact borrows nothing",
            "own what it holds",
        );
    }
    match (schema, fields) {
        (Some(schema), Some(fields)) if errors.is_empty() => expansion(&item, &schema, &fields),
        _ => rejected(&item, &errors),
    }
}

/// Fields of a kind.
struct Fields<'a> {
    content: &'a Field,
    /// All others.
    metadata: Vec<&'a Field>,
}

fn fields<'a>(item: &'a DeriveInput, errors: &mut Errors) -> Option<Fields<'a>> {
    let named = match &item.data {
        Data::Struct(data) => match &data.fields {
            syn::Fields::Named(fields) => &fields.named,
            _ => {
                let help = "give the struct named fields, one of them `content`";
                errors.add(&item.ident, "the fields of an artifact have no names", help);
                return None;
            }
        },
        Data::Enum(data) => {
            errors.add(
                data.enum_token,
                "only a struct is an artifact",
                "make it a struct",
            );
            return None;
        }
        Data::Union(data) => {
            errors.add(
                data.union_token,
                "only a struct is an artifact",
                "make it a struct",
            );
            return None;
        }
    };
    let marks = |field: &&Field| field.attrs.iter().any(|a| a.path().is_ident("content"));
    let marked: Vec<&Field> = named.iter().filter(marks).collect();
    for attribute in named.iter().flat_map(|field| &field.attrs) {
        if attribute.path().is_ident("content") && attribute.meta.require_path_only().is_err() {
            errors.add(
                attribute,
                "`#[content]` takes nothing",
                "write `#[content]`",
            );
        }
    }
    for second in marked.iter().skip(1) {
        let help = "mark one field; all others are metadata";
        errors.add(&second.ident, "an artifact has one content", help);
    }
    let is_named = |field: &&Field| field.ident.as_ref().is_some_and(|name| name == "content");
    let content = marked
        .first()
        .copied()
        .or_else(|| named.iter().find(is_named));
    let Some(content) = content else {
        let help = "name a field `content`, or mark one by `#[content]`";
        errors.add(&item.ident, "no field is the content of the artifact", help);
        return None;
    };
    let metadata = named.iter().filter(|field| field.ident != content.ident);
    Some(Fields {
        content,
        metadata: metadata.collect(),
    })
}

fn expansion(item: &DeriveInput, schema: &Schema, fields: &Fields<'_>) -> TokenStream {
    let name = &item.ident;
    let Fields { content, metadata } = fields;
    let (title, version) = (&schema.title, &schema.version);
    let generics = bounded(&item.generics, fields);
    let (implementation, parameters, bounds) = generics.split_for_impl();
    let turbofish = parameters.as_turbofish();
    let (content_name, content_ty) = (&content.ident, &content.ty);
    let names: Vec<_> = metadata.iter().map(|field| &field.ident).collect();
    let keys = names.iter().map(|name| name.as_ref().map(unraw));
    let types: Vec<_> = metadata.iter().map(|field| &field.ty).collect();
    let functions: Vec<_> = (0..names.len())
        .map(|index| format_ident!("__field_{index}"))
        .collect();
    let values: Vec<_> = (0..names.len())
        .map(|index| format_ident!("__value_{index}"))
        .collect();
    // The bound that a type must meet stands here and nowhere else: one mistake, one error.
    let made = types.iter().zip(keys).map(|(ty, key)| {
        let open = quote!(::pipewright::__private::metadata_field::<);
        let close = quote_spanned!(ty.span()=> >);
        quote!(#open #ty #close(#key))
    });
    let serde = serde_impls(
        name,
        &generics,
        &quote!(::pipewright::__private::serialize_artifact(
            self, serializer
        )),
        &quote!(::pipewright::__private::deserialize_artifact(deserializer)),
    );
    let associated = quote_spanned!(content_ty.span()=> type Content = #content_ty;);
    quote! {
        const _: () = {
            #(const fn #functions #implementation () -> ::pipewright::__private::MetadataField<#types> #bounds {
                #made
            })*

            #[automatically_derived]
            impl #implementation ::pipewright::__private::Kind for #name #parameters #bounds {
                #associated
                const TITLE: &'static str = #title;
                const VERSION: &'static str = #version;

                fn content(&self) -> ::core::result::Result<&Self::Content, ::pipewright::__private::Error> {
                    ::core::result::Result::Ok(&self.#content_name)
                }

                fn metadata(&self) -> ::pipewright::__private::Metadata {
                    #[allow(unused_mut)]
                    let mut metadata = <::pipewright::__private::Metadata as ::core::default::Default>::default();
                    #(#functions #turbofish().set(&mut metadata, &self.#names);)*
                    metadata
                }

                fn assemble(
                    content: Self::Content,
                    metadata: ::pipewright::__private::Metadata,
                ) -> ::core::result::Result<Self, ::pipewright::__private::Error> {
                    #[allow(unused_mut)]
                    let mut mistakes = ::std::vec::Vec::new();
                    #(let #values = #functions #turbofish().get(&metadata, &mut mistakes);)*
                    #[allow(unreachable_patterns)]
                    match (#(#values,)*) {
                        (#(::core::option::Option::Some(#values),)*) => ::core::result::Result::Ok(Self {
                            #content_name: content,
                            #(#names: #values,)*
                        }),
                        _ => ::core::result::Result::Err(
                            ::pipewright::__private::metadata_error::<Self>(&content, &mistakes),
                        ),
                    }
                }
            }

            #serde
        };
    }
}

/// The generics of the struct with the bounds that its fields need.
fn bounded(generics: &Generics, fields: &Fields<'_>) -> Generics {
    let mut generics = generics.clone();
    let parameters: Vec<Ident> = generics.type_params().map(|ty| ty.ident.clone()).collect();
    if parameters.is_empty() {
        return generics;
    }
    let clause = generics.make_where_clause();
    for parameter in &parameters {
        clause.predicates.push(parse_quote!(#parameter: 'static));
    }
    let content = &fields.content.ty;
    if mentions(content, &parameters) {
        let bound = parse_quote!(#content: ::pipewright::__private::Content);
        clause.predicates.push(bound);
    }
    for field in &fields.metadata {
        let ty = &field.ty;
        if mentions(ty, &parameters) {
            let bound = parse_quote!(#ty: ::pipewright::__private::MetadataValue);
            clause.predicates.push(bound);
        }
    }
    generics
}

/// Test for a type in which a parameter occurs.
fn mentions(ty: &Type, parameters: &[Ident]) -> bool {
    fn is_in(tokens: TokenStream, parameters: &[Ident]) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(name) => parameters.contains(&name),
            TokenTree::Group(group) => is_in(group.stream(), parameters),
            _ => false,
        })
    }
    is_in(ty.to_token_stream(), parameters)
}

fn serde_impls(
    name: &Ident,
    generics: &Generics,
    write: &TokenStream,
    read: &TokenStream,
) -> TokenStream {
    let (implementation, parameters, bounds) = generics.split_for_impl();
    let mut reading = generics.clone();
    let lifetime: GenericParam = parse_quote!('__de);
    reading.params.insert(0, lifetime);
    let (reading, ..) = reading.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #implementation ::pipewright::__private::serde::Serialize for #name #parameters #bounds {
            fn serialize<__S: ::pipewright::__private::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #write
            }
        }

        #[automatically_derived]
        impl #reading ::pipewright::__private::serde::Deserialize<'__de> for #name #parameters #bounds {
            fn deserialize<__D: ::pipewright::__private::serde::Deserializer<'__de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                #read
            }
        }
    }
}

/// Stands for the implementations when the item is wrong, so that components with such inputs and outputs add no errors.
fn rejected(item: &DeriveInput, errors: &Errors) -> TokenStream {
    let errors = errors.to_tokens();
    let serde = serde_impls(
        &item.ident,
        &item.generics,
        &quote!(loop {}),
        &quote!(loop {}),
    );
    quote! {
        #errors

        #[allow(unused_variables)]
        const _: () = {
            #serde
        };
    }
}
