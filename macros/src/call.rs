//! The function that pipelines call by the name of a component or pipeline, and a type for calls with named arguments.

use crate::constants::Constants;
use crate::outputs;
use crate::signature::{Parameter, unraw};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, ItemFn, Type};

/// Something with inputs that pipelines call.
pub(crate) struct Callable<'a> {
    pub(crate) function: &'a ItemFn,
    /// The inputs, and the types whose values they take.
    pub(crate) inputs: Vec<(&'a Parameter, &'a Type)>,
    /// Constants of the inputs first.
    pub(crate) fields: &'a Constants,
    /// The type of a call that is being put together, and an expression that starts one.
    pub(crate) builder: (TokenStream, TokenStream),
    /// The type of the handles that a call gives, and an expression that makes them from `call.builder`.
    pub(crate) handles: &'a (TokenStream, TokenStream),
}

impl Callable<'_> {
    fn ident(&self) -> &Ident {
        &self.function.sig.ident
    }

    /// The parameters of the inputs that a call gives by position.
    fn parameters(&self) -> Vec<TokenStream> {
        let required = self.required();
        required.map(|(input, ty)| parameter(input, ty)).collect()
    }

    fn required(&self) -> impl Iterator<Item = (&Parameter, &Type)> {
        let inputs = self.inputs.iter().copied();
        inputs.filter(|(input, _)| !input.is_optional())
    }

    /// The function, and a type of the same name for its associated functions.
    ///
    /// The name of the type is an alias, which nothing here uses: where a module of the user has the name too, that is
    /// the only error.
    ///
    /// The brackets of its generics reach over all parameters. So rustc does not propose a generic parameter where the
    /// name of a type is wrong, and says the same as at the other places of the name: that is, it says it once.
    pub(crate) fn function(&self) -> TokenStream {
        let (vis, name, attributes) = (&self.function.vis, self.ident(), &self.function.attrs);
        let parameters = self.parameters();
        let names = self.required().map(|(input, _)| &input.name);
        let start = start(self.required().count(), name.span());
        let task = task(name.span());
        let returned = &self.handles.0;
        let open = quote_spanned!(name.span()=> <);
        let close = quote_spanned!(self.function.sig.paren_token.span.close()=> >);
        let (module, ty) = (module(self.function), type_of(self.function));
        let definition = quote_spanned!(name.span()=> pub struct #name {});
        let alias = quote_spanned!(name.span()=> type #name = #ty;);
        quote! {
            #(#attributes)*
            #[allow(clippy::too_many_arguments)]
            #[track_caller]
            #vis fn #name #open #close (#(#parameters),*) -> #returned {
                #ty::#task(#ty::#start(#(#names),*))
            }

            #[doc(hidden)]
            #[allow(missing_docs, missing_debug_implementations, non_camel_case_types, unnameable_types, unreachable_pub)]
            mod #module {
                #definition
            }

            #[doc(hidden)]
            #[allow(dead_code, missing_docs, non_camel_case_types)]
            #vis #alias
        }
    }

    /// A call that is put together: inputs by position first, then inputs by name.
    ///
    /// It has a type parameter for each required input: `Given` or `Missing`.
    fn states(&self) -> Vec<Ident> {
        match self.required().count() {
            count if count <= MOST_BY_NAME => (0..count)
                .map(|index| format_ident!("__Input{index}"))
                .collect(),
            _ => vec![],
        }
    }

    /// The type of calls, and its methods.
    pub(crate) fn call(&self) -> TokenStream {
        let name = self.ident();
        let call = outputs::type_of(name, "Call");
        let (states, builder) = (self.states(), &self.builder.0);
        let field = quote!(builder: #builder, given: ::core::marker::PhantomData<(#(#states,)*)>,);
        let definition = quote_spanned!(name.span()=> pub struct #call<#(#states),*> { #field });
        let (traits, starts) = (self.traits(), self.starts(&call));
        let setters = self.setters(&call);
        let (returned, made) = self.handles;
        let (vis, ty) = (&self.function.vis, type_of(self.function));
        // An editor that is asked about a call finds the function here, too.
        let task = task(name.span());
        let inputs = self.required().zip(states.iter().enumerate());
        let bounds = inputs.map(|((input, _), (index, state))| {
            let (given, span) = (given(index, input), input.name.span());
            // On the input's name, which rustc then quotes as the place of the missing bound.
            let state = Ident::new(&state.to_string(), span);
            quote_spanned!(span=> #state: #given)
        });
        let bounds = (!states.is_empty()).then(|| quote!(where #(#bounds),*));
        quote! {
            #[allow(unreachable_pub, unnameable_types, missing_debug_implementations)]
            #definition

            #traits

            #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
            impl #ty {
                #starts

                #[doc(hidden)]
                #[track_caller]
                #vis fn #task<#(#states),*>(call: #call<#(#states),*>) -> #returned #bounds {
                    #made
                }
            }

            #[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
            impl<#(#states),*> #call<#(#states),*> {
                #(#setters)*
            }
        }
    }

    /// A trait for each required input, which says what is wrong when it is not given.
    fn traits(&self) -> TokenStream {
        let name = unraw(self.ident());
        let inputs = self.required().zip(0..self.states().len());
        let traits = inputs.map(|((input, _), index)| {
            let (span, given) = (input.name.span(), given(index, input));
            let input = input.text();
            let message = format!("`{name}` is called without its input `{input}`");
            let label = format!("the input `{input}` is missing");
            quote_spanned! {span=>
                #[allow(missing_docs, unreachable_pub, unnameable_types)]
                #[diagnostic::on_unimplemented(message = #message, label = #label)]
                pub trait #given {}
                impl #given for ::pipewright::__private::rewrite::Given {}
            }
        });
        traits.collect()
    }

    /// A function for each number of inputs that are given by position.
    fn starts(&self, call: &Ident) -> TokenStream {
        let (vis, name) = (&self.function.vis, self.ident());
        let (parameters, count) = (self.parameters(), self.required().count());
        // There is a function for each number of positions, and more of them are not worth the time to compile.
        let fewest = if count <= MOST_BY_NAME { 0 } else { count };
        let states = self.states().len();
        let builder = &self.builder.1;
        let fields = self.inputs.iter().zip(&self.fields.names);
        let given: Vec<_> = fields
            .filter(|((input, _), _)| !input.is_optional())
            .map(|((input, _), field)| {
                let name = &input.name;
                quote!(.input(&#field, #name))
            })
            .collect();
        let starts = (fewest..=count).map(|positions| {
            let start = start(positions, name.span());
            let (parameters, given) = (&parameters[..positions], &given[..positions]);
            let states = (0..states).map(|index| match index < positions {
                true => quote!(::pipewright::__private::rewrite::Given),
                false => quote!(::pipewright::__private::rewrite::Missing),
            });
            quote! {
                #[doc(hidden)]
                #[track_caller]
                #vis fn #start(#(#parameters),*) -> #call<#(#states),*> {
                    #call { builder: #builder #(#given)*, given: ::core::marker::PhantomData }
                }
            }
        });
        starts.collect()
    }

    /// A method for each input.
    fn setters(&self, call: &Ident) -> Vec<TokenStream> {
        let states = self.states();
        let mut required = 0;
        let setter = |((input, ty), field): (&(&Parameter, &Type), &Ident)| {
            let (name, parameter) = (&input.name, parameter(input, ty));
            let description = input.description.as_deref().map(outputs::doc);
            let place = (!input.is_optional()).then(|| {
                required += 1;
                required - 1
            });
            let (returned, bound) = match place {
                Some(place) if place < states.len() => {
                    let after =
                        states
                            .iter()
                            .enumerate()
                            .map(|(index, state)| match index == place {
                                true => quote!(::pipewright::__private::rewrite::Given),
                                false => quote!(#state),
                            });
                    let span = name.span();
                    let state = Ident::new(&states[place].to_string(), span);
                    let bound = quote_spanned!(span=> where #state: ::pipewright::__private::rewrite::NotGiven);
                    (quote!(#call<#(#after),*>), Some(bound))
                }
                _ => (quote!(Self), None),
            };
            quote! {
                #description
                pub fn #name(self, #parameter) -> #returned #bound {
                    #call {
                        builder: self.builder.input(&#field, #name),
                        given: ::core::marker::PhantomData,
                    }
                }
            }
        };
        let fields = self.inputs.iter().zip(&self.fields.names);
        fields.map(setter).collect()
    }
}

/// With more required inputs than this they are given by position only: there is a function for each number of
/// positions.
const MOST_BY_NAME: usize = 16;

/// The module that holds the type of a function's name. It stands on the keyword: an editor that is asked about the name
/// finds no other one there.
fn module(function: &ItemFn) -> Ident {
    let (name, span) = (unraw(&function.sig.ident), function.sig.fn_token.span);
    format_ident!("__{name}", span = span)
}

/// The type that holds the associated functions of a component or pipeline.
pub(crate) fn type_of(function: &ItemFn) -> TokenStream {
    let (module, name) = (module(function), &function.sig.ident);
    quote_spanned!(name.span()=> #module::#name)
}

/// The function that starts a call with so many inputs by position.
pub(crate) fn start(positions: usize, span: Span) -> Ident {
    Ident::new(&format!("__start{positions}"), span)
}

/// The function that ends a call. It is none of the call's methods: these have the names of inputs.
pub(crate) fn task(span: Span) -> Ident {
    Ident::new("__task", span)
}

/// The trait that tells that a required input is given.
fn given(index: usize, input: &Parameter) -> Ident {
    format_ident!("__Given{index}", span = input.name.span())
}

/// Synthetic identifiers sit on the colon, and only the closing bracket on the type: rustc then underlines the user's
/// tokens, and an editor that is asked about the type finds nothing else there.
fn parameter(parameter: &Parameter, ty: &Type) -> TokenStream {
    let (name, colon) = (&parameter.name, parameter.colon);
    let open = quote_spanned!(colon.span=> : impl ::pipewright::__private::IntoInput<);
    let close = quote_spanned!(ty.span()=> >);
    quote!(#name #open #ty #close)
}
