//! `#[cfg(..)]` and `#[cfg_attr(..)]` in a pipeline, and on the inputs of a component. rustc evaluates them behind attribute
//! macros only, when the body is rewritten already. So the macro asks first: it gives the function back, with a `cfg_attr`
//! for each condition, and sees at its next turn which of them hold.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use std::collections::BTreeMap;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Block, Expr, FnArg, Item, ItemFn, LitInt, Meta, Stmt, Token};

/// The attribute of a function whose conditions are known.
const ASKED: &str = "pipewright_asked";

/// The attribute of the conditions that hold.
const HOLDS: &str = "pipewright_holds";

/// What is configured of a function.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Its parameters. rustc configures the body itself.
    Signature,
    /// Parameters and body.
    All,
}

/// Takes away what is not configured. Returns the question, if the conditions are not known yet, with the attribute that
/// asks it.
pub(crate) fn configure(
    function: &mut ItemFn,
    part: Part,
    attribute: &str,
    options: &TokenStream,
) -> Option<TokenStream> {
    let conditions = conditions(function, part);
    let is = |attribute: &Attribute, name: &str| attribute.path().is_ident(name);
    let is_asked = function.attrs.iter().any(|attribute| is(attribute, ASKED));
    if conditions.is_empty() {
        return None;
    }
    if !is_asked {
        let asked = conditions
            .iter()
            .zip(0_usize..)
            .map(|((_, condition), index)| {
                let holds = syn::Ident::new(HOLDS, proc_macro2::Span::call_site());
                quote!(#[cfg_attr(#condition, #holds(#index))])
            });
        let mark = syn::Ident::new(ASKED, proc_macro2::Span::call_site());
        let attribute = syn::Ident::new(attribute, proc_macro2::Span::call_site());
        let options = (!options.is_empty()).then(|| quote!((#options)));
        return Some(quote! {
            #[::pipewright::#attribute #options]
            #(#asked)*
            #[#mark]
            #function
        });
    }
    let holding = function
        .attrs
        .iter()
        .filter(|attribute| is(attribute, HOLDS));
    let holding: Vec<usize> = holding
        .filter_map(|attribute| attribute.parse_args::<LitInt>().ok()?.base10_parse().ok())
        .collect();
    function
        .attrs
        .retain(|attribute| !is(attribute, ASKED) && !is(attribute, HOLDS));
    let known = conditions.into_keys().zip(0_usize..);
    let known = known.map(|(condition, index)| (condition, holding.contains(&index)));
    Configured(known.collect()).visit_function(function, part);
    None
}

/// The conditions of the parameters, and of the body if it is asked for, by their texts.
fn conditions(function: &ItemFn, part: Part) -> BTreeMap<String, TokenStream> {
    #[derive(Default)]
    struct Conditions(BTreeMap<String, TokenStream>);

    impl Conditions {
        fn add(&mut self, meta: &Meta) {
            let Meta::List(list) = meta else {
                return;
            };
            if list.path.is_ident("cfg") {
                self.0.insert(list.tokens.to_string(), list.tokens.clone());
            } else if list.path.is_ident("cfg_attr")
                && let Some((condition, given)) = parts(meta)
            {
                self.0.insert(condition.to_string(), condition);
                given.iter().for_each(|given| self.add(given));
            }
        }
    }

    impl<'ast> Visit<'ast> for Conditions {
        fn visit_attribute(&mut self, attribute: &'ast Attribute) {
            self.add(&attribute.meta);
        }

        // rustc configures items itself: they are not rewritten.
        fn visit_item(&mut self, _: &'ast Item) {}
    }

    let mut conditions = Conditions::default();
    visit::visit_signature(&mut conditions, &function.sig);
    if part == Part::All {
        conditions.visit_block(&function.block);
    }
    conditions.0
}

/// Condition and attributes of a `cfg_attr`.
fn parts(meta: &Meta) -> Option<(TokenStream, Vec<Meta>)> {
    let list = meta.require_list().ok()?;
    let parser = Punctuated::<Meta, Token![,]>::parse_terminated;
    let mut metas = list.parse_args_with(parser).ok()?.into_iter();
    Some((metas.next()?.into_token_stream(), metas.collect()))
}

/// Conditions that are known, by their texts.
struct Configured(BTreeMap<String, bool>);

impl Configured {
    fn visit_function(&mut self, function: &mut ItemFn, part: Part) {
        self.retain(&mut function.sig.inputs, |input| match input {
            FnArg::Receiver(receiver) => Some(&mut receiver.attrs),
            FnArg::Typed(typed) => Some(&mut typed.attrs),
        });
        if part == Part::All {
            self.visit_block_mut(&mut function.block);
        }
    }

    fn holds(&self, condition: &TokenStream) -> bool {
        // A condition that rustc does not take is reported by it.
        self.0.get(&condition.to_string()).copied().unwrap_or(true)
    }

    /// Puts in the attributes that are given. Returns `false` for what is not configured.
    fn keeps(&self, attributes: &mut Vec<Attribute>) -> bool {
        let mut keeps = true;
        let mut left = vec![];
        let mut rest: Vec<Attribute> = std::mem::take(attributes);
        rest.reverse();
        while let Some(attribute) = rest.pop() {
            if attribute.path().is_ident("cfg")
                && let Meta::List(list) = &attribute.meta
            {
                keeps &= self.holds(&list.tokens);
            } else if attribute.path().is_ident("cfg_attr")
                && let Some((condition, given)) = parts(&attribute.meta)
            {
                let given = given.into_iter().rev().filter(|_| self.holds(&condition));
                rest.extend(given.map(|meta| Attribute {
                    meta,
                    ..attribute.clone()
                }));
            } else {
                left.push(attribute);
            }
        }
        *attributes = left;
        keeps
    }

    /// Keeps the parts of a list that are configured.
    fn retain<T, P: Default>(
        &self,
        list: &mut Punctuated<T, P>,
        attributes: impl Fn(&mut T) -> Option<&mut Vec<Attribute>>,
    ) {
        let kept = std::mem::take(list).into_pairs().filter_map(|mut pair| {
            let keeps = attributes(pair.value_mut()).is_none_or(|of| self.keeps(of));
            keeps.then_some(pair)
        });
        *list = kept.collect();
    }

    fn retain_expressions(&self, list: &mut Punctuated<Expr, Token![,]>) {
        self.retain(list, crate::pipeline::attributes_of);
    }
}

impl VisitMut for Configured {
    fn visit_item_mut(&mut self, _: &mut Item) {}

    fn visit_block_mut(&mut self, block: &mut Block) {
        block.stmts.retain_mut(|statement| match statement {
            Stmt::Local(local) => self.keeps(&mut local.attrs),
            Stmt::Macro(invocation) => self.keeps(&mut invocation.attrs),
            Stmt::Expr(expression, _) => {
                crate::pipeline::attributes_of(expression).is_none_or(|of| self.keeps(of))
            }
            Stmt::Item(_) => true,
        });
        visit_mut::visit_block_mut(self, block);
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        match expression {
            Expr::Match(choice) => choice.arms.retain_mut(|arm| self.keeps(&mut arm.attrs)),
            Expr::Call(call) => self.retain_expressions(&mut call.args),
            Expr::MethodCall(call) => self.retain_expressions(&mut call.args),
            Expr::Array(array) => self.retain_expressions(&mut array.elems),
            Expr::Tuple(tuple) => self.retain_expressions(&mut tuple.elems),
            Expr::Struct(value) => self.retain(&mut value.fields, |field| Some(&mut field.attrs)),
            _ => {}
        }
        visit_mut::visit_expr_mut(self, expression);
    }

    fn visit_pat_struct_mut(&mut self, pattern: &mut syn::PatStruct) {
        self.retain(&mut pattern.fields, |field| Some(&mut field.attrs));
        visit_mut::visit_pat_struct_mut(self, pattern);
    }

    // What is left stands where nothing can be taken away.
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        self.keeps(attributes);
    }
}
