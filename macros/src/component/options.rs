use crate::errors::{Errors, similar};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Ident, Lit, LitBool, LitInt, LitStr, Token, parenthesized, token};

/// The options of a component's attribute.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) name: Option<LitStr>,
    image: Option<LitStr>,
    cpu: Option<LitStr>,
    memory: Option<LitStr>,
    retries: Option<LitInt>,
    timeout: Option<LitStr>,
    env: Vec<(LitStr, LitStr)>,
    cache: Option<Cache>,
}

/// Whether outputs are kept.
enum Cache {
    Switch(LitBool),
    Age(LitStr),
}

const KEYS: [&str; 8] = [
    "name", "image", "cpu", "memory", "retries", "timeout", "env", "cache",
];

/// One option as it is written.
struct Entry {
    key: Ident,
    value: Value,
}

enum Value {
    None,
    Expression(Expr),
    Variables(Punctuated<Variable, Token![,]>),
}

struct Variable {
    name: LitStr,
    value: Expr,
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key: Ident = input.parse()?;
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            Value::Expression(input.parse()?)
        } else if input.peek(token::Paren) {
            let inside;
            parenthesized!(inside in input);
            Value::Variables(inside.parse_terminated(Variable::parse, Token![,])?)
        } else {
            Value::None
        };
        Ok(Self { key, value })
    }
}

impl Parse for Variable {
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
        options.set(&entry, errors);
        seen.push(key);
    }
    options
}

impl Options {
    fn set(&mut self, entry: &Entry, errors: &mut Errors) {
        let key = &entry.key;
        match (key.to_string().as_str(), &entry.value) {
            ("name", Value::Expression(value)) => {
                self.name = text(value, "\"train-model\"", errors)
            }
            ("image", Value::Expression(value)) => {
                self.image = text(value, "\"python:3.12\"", errors)
            }
            ("cpu", Value::Expression(value)) => self.cpu = quantity(value, "\"500m\"", errors),
            ("memory", Value::Expression(value)) => {
                self.memory = quantity(value, "\"1.5Gi\"", errors)
            }
            ("timeout", Value::Expression(value)) => self.timeout = text(value, "\"10m\"", errors),
            ("retries", Value::Expression(value)) => self.retries = count(value, errors),
            ("cache", Value::Expression(value)) => self.cache = cache(value, errors),
            ("env", Value::Variables(variables)) => {
                for variable in variables {
                    self.variable(variable, errors);
                }
            }
            ("env", _) => errors.add(
                key,
                "`env` holds names and texts",
                "write `env(NAME = \"text\")`",
            ),
            (known, _) if KEYS.contains(&known) => {
                errors.add(
                    key,
                    format!("the option `{known}` has a value"),
                    &format!("write `{known} = ..`"),
                );
            }
            (unknown, _) => {
                let help = match similar(unknown, &KEYS) {
                    Some(known) => format!("did you mean `{known}`?"),
                    None => format!(
                        "the options are {}",
                        KEYS.map(|key| format!("`{key}`")).join(", ")
                    ),
                };
                errors.add(key, format!("a component has no option `{unknown}`"), &help);
            }
        }
    }

    fn variable(&mut self, variable: &Variable, errors: &mut Errors) {
        let name = &variable.name;
        if self
            .env
            .iter()
            .any(|(known, _)| known.value() == name.value())
        {
            let wrong = format!("the environment variable `{}` is given twice", name.value());
            errors.add(name, wrong, "remove one of them");
        } else if let Some(value) = text(&variable.value, "\"text\"", errors) {
            self.env.push((name.clone(), value));
        }
    }

    /// Assertions on the literals: the grammars are those of the library.
    pub(crate) fn assertions(&self) -> TokenStream {
        let age = match &self.cache {
            Some(Cache::Age(age)) => Some(age.clone()),
            _ => None,
        };
        let checks = [
            ("CACHE", &age, "is_positive_duration", "duration_message"),
            ("NAME", &self.name, "is_dns_label", "dns_label_message"),
            ("IMAGE", &self.image, "is_image_reference", "image_message"),
            ("CPU", &self.cpu, "is_positive_quantity", "quantity_message"),
            (
                "MEMORY",
                &self.memory,
                "is_positive_quantity",
                "quantity_message",
            ),
            (
                "TIMEOUT",
                &self.timeout,
                "is_positive_duration",
                "duration_message",
            ),
        ];
        let options = checks
            .into_iter()
            .filter_map(|(option, text, check, message)| {
                Some(assertion(option, text.as_ref()?, check, message))
            });
        let env = self.env.iter().map(|(name, _)| {
            let (check, message) = ("is_environment_variable", "environment_variable_message");
            assertion("ENV", name, check, message)
        });
        options.chain(env).collect()
    }

    /// The options as data.
    pub(crate) fn data(&self) -> TokenStream {
        let option = |text: &Option<LitStr>| match text {
            Some(text) => quote!(::core::option::Option::Some(#text)),
            None => quote!(::core::option::Option::None),
        };
        let (image, cpu, memory) = (option(&self.image), option(&self.cpu), option(&self.memory));
        let retries = match &self.retries {
            Some(count) => quote!(::core::option::Option::Some(#count)),
            None => quote!(::core::option::Option::None),
        };
        let timeout = match &self.timeout {
            Some(text) => quote!(::pipewright::__private::kube::duration_seconds(#text)),
            None => quote!(::core::option::Option::None),
        };
        let env = self.env.iter().map(|(name, value)| quote!((#name, #value)));
        let cache = match &self.cache {
            Some(Cache::Switch(on)) if on.value => {
                quote!(::core::option::Option::Some(::core::option::Option::None))
            }
            Some(Cache::Age(age)) => {
                let age = quote!(::pipewright::__private::kube::duration_seconds(#age));
                quote!(::core::option::Option::Some(#age))
            }
            _ => quote!(::core::option::Option::None),
        };
        quote! {
            ::pipewright::__private::StaticOptions {
                image: #image,
                cpu: #cpu,
                memory: #memory,
                retries: #retries,
                timeout_seconds: #timeout,
                env: &[#(#env),*],
                cache: #cache,
            }
        }
    }
}

/// An assertion in a constant that is named after the option: rustc names the constant.
fn assertion(option: &str, text: &LitStr, check: &str, message: &str) -> TokenStream {
    let [option, check, message] =
        [option, check, message].map(|name| Ident::new(name, text.span()));
    let assertion = quote_spanned! {text.span()=>
        const #option: () = if !::pipewright::__private::kube::#check(#text) {
            ::core::panic!("{}", ::pipewright::__private::kube::#message(#text))
        };
    };
    quote! {
        const _: () = {
            #[allow(dead_code)]
            #assertion
        };
    }
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

/// A quantity may be written as a number too.
fn quantity(value: &Expr, example: &str, errors: &mut Errors) -> Option<LitStr> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Int(number),
            ..
        }) if number.suffix().is_empty() => Some(LitStr::new(number.base10_digits(), value.span())),
        Expr::Lit(ExprLit {
            lit: Lit::Float(number),
            ..
        }) if number.suffix().is_empty() => Some(LitStr::new(number.base10_digits(), value.span())),
        value => text(value, example, errors),
    }
}

fn cache(value: &Expr, errors: &mut Errors) -> Option<Cache> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Bool(on), ..
        }) => Some(Cache::Switch(on.clone())),
        Expr::Lit(ExprLit {
            lit: Lit::Str(age), ..
        }) => Some(Cache::Age(age.clone())),
        value => {
            errors.add(
                value,
                "this option is `true`, or a time in quotes",
                "write it as `cache = true`, or `cache = \"24h\"`",
            );
            None
        }
    }
}

fn count(value: &Expr, errors: &mut Errors) -> Option<LitInt> {
    if let Expr::Lit(ExprLit {
        lit: Lit::Int(count),
        ..
    }) = value
        && count.base10_parse::<i32>().is_ok()
        && count.suffix().is_empty()
    {
        return Some(count.clone());
    }
    errors.add(
        value,
        "this option is a whole number",
        "write it as `retries = 3`",
    );
    None
}
