//! Files and variables that a source reads while it is compiled.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::path::{Path, PathBuf};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, Token};

/// What the compiler's own macros give.
pub(super) struct Environment<'a> {
    /// Folder of the package.
    pub(super) folder: &'a Path,
    /// The package is the one that is compiled: its variables are known.
    pub(super) is_own: bool,
}

impl Environment<'_> {
    /// The value of a variable that the outcome may depend on: not where folders are on this machine.
    pub(super) fn counted(&self, name: &str) -> Option<String> {
        let is_of_cargo = name.starts_with("CARGO_") && !name.starts_with("CARGO_PKG_");
        let is_known = self.is_own || !name.starts_with("CARGO_");
        (is_known && !is_of_cargo && name != "OUT_DIR").then(|| value(name))?
    }

    fn text(&self, expression: &Expr) -> Option<String> {
        match expression {
            Expr::Lit(ExprLit { lit, .. }) => match lit {
                Lit::Str(text) => Some(text.value()),
                Lit::Int(number) => Some(number.base10_digits().into()),
                Lit::Char(letter) => Some(letter.value().into()),
                _ => None,
            },
            Expr::Group(group) => self.text(&group.expr),
            Expr::Paren(paren) => self.text(&paren.expr),
            Expr::Macro(call) => {
                let (name, tokens) = (&call.mac.path.segments.last()?.ident, &call.mac.tokens);
                let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
                let arguments = syn::parse::Parser::parse2(parser, tokens.clone()).ok()?;
                match name.to_string().as_str() {
                    "concat" => arguments.iter().map(|part| self.text(part)).collect(),
                    "env" => match self.text(arguments.first()?)?.as_str() {
                        "CARGO_MANIFEST_DIR" => Some(self.folder.to_str()?.into()),
                        name if self.is_own => value(name),
                        _ => None,
                    },
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The file that is included by the arguments of a macro in another file.
    pub(super) fn file(&self, arguments: &TokenStream, around: &Path) -> Option<PathBuf> {
        let mut arguments = arguments.clone().into_iter().peekable();
        let mut first = TokenStream::new();
        while let Some(token) = arguments.next_if(|token| !is_comma(token)) {
            first.extend([token]);
        }
        let path = self.text(&syn::parse2(first).ok()?)?;
        let path = around.parent()?.join(path);
        path.is_file().then_some(path)
    }

    /// The text in the arguments of a macro.
    pub(super) fn name(&self, arguments: &TokenStream) -> Option<String> {
        let first = arguments.clone().into_iter().next()?;
        let literal: syn::LitStr = syn::parse2(first.into()).ok()?;
        Some(literal.value())
    }
}

fn value(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
}

/// A macro that is called: its name and its arguments.
pub(super) fn call(tokens: &[TokenTree]) -> Option<(String, TokenStream)> {
    match tokens {
        [
            TokenTree::Ident(name),
            TokenTree::Punct(mark),
            TokenTree::Group(arguments),
            ..,
        ] if mark.as_char() == '!' && arguments.delimiter() != Delimiter::None => {
            Some((name.to_string(), arguments.stream()))
        }
        _ => None,
    }
}
