//! What of a source does not count: comments, tests, pipelines and the options of components.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use std::str::FromStr;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Block, File, ImplItem, Item, ItemImpl, ItemMod, Meta, Stmt};

/// The tokens of a file that count. What is no Rust has none.
pub(super) fn tokens(text: &str) -> Option<TokenStream> {
    match syn::parse_file(text) {
        Ok(mut file) => {
            Strip.visit_file_mut(&mut file);
            Some(file.into_token_stream())
        }
        // Perhaps it is newer than the parser, or a piece of a file.
        Err(_) => TokenStream::from_str(text).ok(),
    }
}

struct Strip;

impl VisitMut for Strip {
    fn visit_file_mut(&mut self, file: &mut File) {
        file.items.retain(|item| !is_left_out(attributes(item)));
        visit_mut::visit_file_mut(self, file);
    }

    fn visit_item_mod_mut(&mut self, module: &mut ItemMod) {
        if let Some((_, items)) = &mut module.content {
            items.retain(|item| !is_left_out(attributes(item)));
        }
        visit_mut::visit_item_mod_mut(self, module);
    }

    fn visit_item_impl_mut(&mut self, item: &mut ItemImpl) {
        item.items.retain(|item| match item {
            ImplItem::Fn(function) => !is_left_out(&function.attrs),
            _ => true,
        });
        visit_mut::visit_item_impl_mut(self, item);
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        block.stmts.retain(|statement| match statement {
            Stmt::Item(item) => !is_left_out(attributes(item)),
            _ => true,
        });
        visit_mut::visit_block_mut(self, block);
    }

    fn visit_attribute_mut(&mut self, attribute: &mut Attribute) {
        if let (true, Meta::List(list)) = (is(attribute, "component"), &attribute.meta) {
            attribute.meta = Meta::Path(list.path.clone());
        }
    }
}

/// A test or a pipeline: no component runs it.
fn is_left_out(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let is_test = match &attribute.meta {
            Meta::List(list) => is(attribute, "cfg") && list.tokens.to_string() == "test",
            _ => false,
        };
        is_test || is(attribute, "test") || is(attribute, "pipeline")
    })
}

fn is(attribute: &Attribute, name: &str) -> bool {
    let last = attribute.path().segments.last();
    last.is_some_and(|segment| segment.ident == name)
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::ForeignMod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::TraitAlias(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The content of an attribute is documentation.
pub(super) fn is_doc(attribute: &Group) -> bool {
    let first = attribute.stream().into_iter().next();
    matches!(first, Some(TokenTree::Ident(name)) if name == "doc")
}

/// The path that an attribute gives a module.
pub(super) fn path(attribute: &Group) -> Option<String> {
    let tokens: Vec<TokenTree> = attribute.stream().into_iter().collect();
    match &tokens[..] {
        [
            TokenTree::Ident(name),
            TokenTree::Punct(_),
            TokenTree::Literal(path),
        ] if name == "path" => {
            let path: TokenTree = path.clone().into();
            Some(syn::parse2::<syn::LitStr>(path.into()).ok()?.value())
        }
        _ => None,
    }
}
