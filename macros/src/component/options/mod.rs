//! Options in the attribute of a component: keys with literals, handed on to the library, which knows their grammars.

mod declaration;
mod declared;
mod entry;

use crate::errors::{Errors, similar};
use declaration::{Declaration, Kind};
use declared::DECLARED;
use entry::{Entry, Pair, Written};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, ExprUnary, Ident, Lit, LitStr, Token, UnOp};

/// The option that the component keeps for itself.
const NAME: &str = "name";

/// The options of a component's attribute.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) name: Option<LitStr>,
    settings: Vec<Setting>,
}

/// An option that is set.
struct Setting {
    key: Ident,
    /// The literal as the library takes it.
    literal: TokenStream,
    /// The token that is at fault if the literal does not fit.
    span: Span,
}

/// Reads the attribute; options that are wrong are reported and left out.
pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Options {
    let parser = Punctuated::<Entry, Token![,]>::parse_terminated;
    let entries = match syn::parse::Parser::parse2(parser, tokens) {
        Ok(entries) => entries,
        Err(error) => {
            errors.push(error);
            return Options::default();
        }
    };
    let mut options = Options::default();
    let mut seen: Vec<String> = vec![];
    for entry in entries {
        let key = entry.key.to_string();
        if seen.contains(&key) {
            errors.add(
                &entry.key,
                format!("the option `{key}` is given twice"),
                "remove one of them",
            );
            continue;
        }
        options.set(&entry, &key, errors);
        seen.push(key);
    }
    options
}

impl Options {
    fn set(&mut self, entry: &Entry, key: &str, errors: &mut Errors) {
        let declared = DECLARED.iter().find(|option| option.key == key);
        match (declared, &entry.value) {
            (Some(option), Written::Pairs(pairs)) if option.takes(Kind::Pairs) => {
                self.pairs(option, &entry.key, pairs, errors);
            }
            (Some(option), _) if option.takes(Kind::Pairs) => errors.add(
                &entry.key,
                format!("`{key}` holds names and texts"),
                &format!("write `{key}({})`", option.example),
            ),
            (Some(option), Written::Expression(value)) => match option.literal(value) {
                Some(literal) => self.settings.push(Setting {
                    key: entry.key.clone(),
                    literal,
                    span: value.span(),
                }),
                None => errors.add(
                    value,
                    format!("this option is {}", option.name),
                    &option.help(),
                ),
            },
            (None, Written::Expression(value)) if key == NAME => {
                self.name = text(value, "\"train-model\"", errors);
            }
            (None, _) if key != NAME => unknown(&entry.key, key, errors),
            _ => errors.add(
                &entry.key,
                format!("the option `{key}` has a value"),
                &format!("write `{key} = ..`"),
            ),
        }
    }

    fn pairs<'a>(
        &mut self,
        option: &Declaration,
        key: &Ident,
        pairs: impl IntoIterator<Item = &'a Pair>,
        errors: &mut Errors,
    ) {
        let mut seen: Vec<String> = vec![];
        for Pair { name, value } in pairs {
            if seen.contains(&name.value()) {
                let wrong = format!("the {} `{}` is given twice", option.name, name.value());
                errors.add(name, wrong, "remove one of them");
            } else if let Some(value) = text(value, "\"text\"", errors) {
                seen.push(name.value());
                self.settings.push(Setting {
                    key: key.clone(),
                    literal: quote!(Pair(#name, #value)),
                    span: name.span(),
                });
            }
        }
    }

    /// Constants that rustc evaluates, each named after its option: the library's grammar speaks on the user's literal.
    pub(crate) fn assertions(&self) -> TokenStream {
        let name = self.name.as_ref().map(|name| {
            let constant = Ident::new("NAME", name.span());
            quote_spanned! {name.span()=>
                const #constant: ::pipewright::__private::DnsLabel = ::pipewright::__private::DnsLabel::new(#name);
            }
        });
        let settings = self.settings.iter().map(|setting| {
            let Setting { key, literal, span } = setting;
            let constant = Ident::new(&key.to_string().to_uppercase(), *span);
            // Everything stands on the literal. The key itself is used by `data`, where an editor finds it.
            let key = Ident::new(&key.to_string(), *span);
            quote_spanned! {*span=>
                const #constant: ::pipewright::__private::Setting =
                    ::pipewright::__private::Options::#key(::pipewright::__private::Literal::#literal);
            }
        });
        let constants = name.into_iter().chain(settings);
        let assertions = constants.map(|constant| {
            quote! {
                const _: () = {
                    #[allow(dead_code)]
                    #constant
                };
            }
        });
        assertions.collect()
    }

    /// A function that makes the options.
    pub(crate) fn data(&self) -> TokenStream {
        if self.settings.is_empty() {
            return quote!(::core::default::Default::default);
        }
        let settings = self.settings.iter().map(|Setting { key, literal, .. }| {
            quote! {
                ::pipewright::__private::Options::#key(::pipewright::__private::Literal::#literal)
            }
        });
        quote!(|| ::pipewright::__private::Options::of([#(#settings),*]))
    }
}

impl Declaration {
    /// A literal as the library takes it; `None` if the option takes no such literal.
    fn literal(&self, value: &Expr) -> Option<TokenStream> {
        let is_plain = |suffix: &str| suffix.is_empty();
        let (value, is_negative) = match value {
            Expr::Unary(ExprUnary {
                op: UnOp::Neg(_),
                expr,
                ..
            }) => (&**expr, true),
            value => (value, false),
        };
        let Expr::Lit(ExprLit { lit, .. }) = value else {
            return None;
        };
        let digits = |digits: &str, span| {
            let text = LitStr::new(digits, span);
            quote!(Text(#text))
        };
        match lit {
            Lit::Int(number) if self.takes(Kind::Integer) && is_plain(number.suffix()) => {
                let number = number.base10_parse::<i32>().ok()?;
                let number = if is_negative { -number } else { number };
                let number = i64::from(number);
                Some(quote!(Integer(#number)))
            }
            _ if is_negative => None,
            Lit::Str(text) if self.takes(Kind::Text) => Some(quote!(Text(#text))),
            Lit::Bool(switch) if self.takes(Kind::Boolean) => Some(quote!(Boolean(#switch))),
            Lit::Int(count) if self.takes(Kind::Count) && is_plain(count.suffix()) => {
                count.base10_parse::<i32>().ok()?;
                Some(quote!(Integer(#count)))
            }
            Lit::Int(number) if self.takes(Kind::Digits) && is_plain(number.suffix()) => {
                Some(digits(number.base10_digits(), number.span()))
            }
            Lit::Float(number) if self.takes(Kind::Digits) && is_plain(number.suffix()) => {
                Some(digits(number.base10_digits(), number.span()))
            }
            _ => None,
        }
    }
}

fn unknown(key: &Ident, text: &str, errors: &mut Errors) {
    let declared = DECLARED.iter().map(|option| option.key);
    let keys: Vec<&str> = std::iter::once(NAME).chain(declared).collect();
    let help = match similar(text, &keys) {
        Some(known) => format!("did you mean `{known}`?"),
        None => {
            let keys: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
            format!("the options are {}", keys.join(", "))
        }
    };
    errors.add(key, format!("a component has no option `{text}`"), &help);
}

fn text(value: &Expr, example: &str, errors: &mut Errors) -> Option<LitStr> {
    if let Expr::Lit(ExprLit {
        lit: Lit::Str(text),
        ..
    }) = value
    {
        return Some(text.clone());
    }
    errors.add(
        value,
        "this option is a text in quotes",
        &format!("write it as {example}"),
    );
    None
}

#[cfg(test)]
mod tests;
