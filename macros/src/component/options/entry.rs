use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, LitStr, Token, parenthesized, token};

/// One option as it is written.
pub(super) struct Entry {
    pub(super) key: Ident,
    pub(super) value: Written,
}

/// Value of an option as it is written.
pub(super) enum Written {
    /// `cpu`
    Nothing,
    /// `cpu = 2`
    Expression(Expr),
    /// `env(LEVEL = "debug")`
    Pairs(Punctuated<Pair, Token![,]>),
}

/// A name with its value.
pub(super) struct Pair {
    pub(super) name: LitStr,
    pub(super) value: Expr,
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key: Ident = input.parse()?;
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            Written::Expression(input.parse()?)
        } else if input.peek(token::Paren) {
            let inside;
            parenthesized!(inside in input);
            Written::Pairs(inside.parse_terminated(Pair::parse, Token![,])?)
        } else {
            Written::Nothing
        };
        Ok(Self { key, value })
    }
}

impl Parse for Pair {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = if input.peek(LitStr) {
            input.parse()?
        } else {
            let name: Ident = input.parse()?;
            LitStr::new(&name.to_string(), name.span())
        };
        input.parse::<Token![=]>()?;
        Ok(Self {
            name,
            value: input.parse()?,
        })
    }
}
