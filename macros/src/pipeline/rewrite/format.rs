mod argument;
mod spec;

use super::rewriter::Rewriter;
use argument::ArgumentRef;
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use spec::Spec;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, Ident, LitStr, Macro, Token};

/// The arguments of `format!`.
struct Arguments {
    text: LitStr,
    positional: Vec<Expr>,
    named: Vec<(Ident, Expr)>,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let text = input.parse()?;
        let (mut positional, mut named) = (vec![], vec![]);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
            for argument in Punctuated::<Expr, Token![,]>::parse_terminated(input)? {
                match argument {
                    Expr::Assign(assign) => match &*assign.left {
                        Expr::Path(path) => {
                            named.push((path.path.require_ident()?.clone(), *assign.right))
                        }
                        other => return Err(syn::Error::new_spanned(other, "expected a name")),
                    },
                    argument => positional.push(argument),
                }
            }
        }
        Ok(Self {
            text,
            positional,
            named,
        })
    }
}

/// A part of the text of `format!`.
enum Part {
    Text(String),
    Placeholder { argument: ArgumentRef, spec: Spec },
}

impl Part {
    /// The arguments that it names.
    fn arguments(&self) -> Vec<&ArgumentRef> {
        match self {
            Self::Text(_) => vec![],
            Self::Placeholder { argument, spec } => {
                let mut arguments = spec.arguments();
                arguments.insert(0, argument);
                arguments
            }
        }
    }
}

/// Rewrites `format!` so that it takes run-time values; `None` leaves the macro to rustc, which reports what is wrong.
pub(super) fn rewrite(rewriter: &mut Rewriter<'_>, invocation: &Macro) -> Option<Expr> {
    if !is_format(&invocation.path) || rewriter.has_own_format {
        return None;
    }
    let mut arguments: Arguments = invocation.parse_body().ok()?;
    let parts = parse(&arguments.text.value())?;
    let expressions = arguments
        .positional
        .iter_mut()
        .chain(arguments.named.iter_mut().map(|(_, value)| value));
    expressions.for_each(|expression| rewriter.visit_expr_mut(expression));
    if !all_used(&parts, &arguments) {
        return Some(reported_by_rustc(invocation, &mut arguments, &parts));
    }
    if !parts
        .iter()
        .any(|part| matches!(part, Part::Placeholder { .. }))
    {
        return None;
    }
    let name = rewriter.name();
    Some(expand(invocation, &arguments, &parts, &name))
}

/// Test for the name of Rust's own macro: that of another module is the user's.
fn is_format(path: &syn::Path) -> bool {
    let mut segments = path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string());
    match (segments.next().as_deref(), segments.next().as_deref()) {
        (Some("format"), None) => path.leading_colon.is_none(),
        (Some("std" | "alloc"), Some("format")) => segments.next().is_none(),
        _ => false,
    }
}

fn all_used(parts: &[Part], arguments: &Arguments) -> bool {
    let used: Vec<&ArgumentRef> = parts.iter().flat_map(Part::arguments).collect();
    let index_is_used = |index| {
        used.iter()
            .any(|argument| matches!(argument, ArgumentRef::Index(used) if *used == index))
    };
    let name_is_used = |name: &Ident| {
        used.iter()
            .any(|argument| matches!(argument, ArgumentRef::Name(used) if name == used))
    };
    let in_range = |argument: &&ArgumentRef| match argument {
        ArgumentRef::Index(index) => *index < arguments.positional.len(),
        ArgumentRef::Name(_) => true,
    };
    used.iter().all(in_range)
        && (0..arguments.positional.len()).all(index_is_used)
        && arguments.named.iter().all(|(name, _)| name_is_used(name))
}

/// The call with arguments that are numbers, and a value of any type: all that rustc finds is that placeholders and
/// arguments do not match.
fn reported_by_rustc(invocation: &Macro, arguments: &mut Arguments, parts: &[Part]) -> Expr {
    let named = arguments.named.iter_mut().map(|(_, value)| value);
    let mut used = vec![];
    for value in arguments.positional.iter_mut().chain(named) {
        let number = Expr::Verbatim(quote_spanned!(value.span()=> 0));
        used.push(std::mem::replace(value, number));
    }
    let (path, bang, text) = (&invocation.path, &invocation.bang_token, &arguments.text);
    let names = parts
        .iter()
        .flat_map(Part::arguments)
        .filter_map(|argument| match argument {
            ArgumentRef::Name(name) => Some(Ident::new(name, text.span())),
            ArgumentRef::Index(_) => None,
        });
    let positional = &arguments.positional;
    let named = arguments
        .named
        .iter()
        .map(|(name, value)| quote!(#name = #value));
    Expr::Verbatim(quote! {{
        #(let _ = &#used;)*
        #(let #names = 0;)*
        #path #bang (#text #(, #positional)* #(, #named)*);
        ::core::unreachable!()
    }})
}

fn expand(invocation: &Macro, arguments: &Arguments, parts: &[Part], name: &str) -> Expr {
    let span = invocation.path.span();
    let slots: Vec<Ident> = (0..arguments.positional.len() + arguments.named.len())
        .map(|index| format_ident!("{name}_argument{index}", span = span))
        .collect();
    let values = arguments
        .positional
        .iter()
        .chain(arguments.named.iter().map(|(_, value)| value));
    let mut joined = quote!(::pipewright::__private::rewrite::PlainText(
        ::std::string::String::new()
    ));
    for part in parts {
        let piece = match part {
            Part::Text(text) => quote! {
                ::pipewright::__private::rewrite::PlainText(::std::string::String::from(#text))
            },
            Part::Placeholder { argument, spec } => print(arguments, &slots, name, argument, spec),
        };
        joined = quote!(::pipewright::__private::rewrite::Join::join(#joined, #piece));
    }
    Expr::Verbatim(quote_spanned! {span=>
        match (#(&(#values),)*) {
            (#(#slots,)*) => (#joined).finish(),
        }
    })
}

/// A reference to an argument, and its span: that of the argument, or of the text that names it.
fn reference(
    arguments: &Arguments,
    slots: &[Ident],
    argument: &ArgumentRef,
) -> (TokenStream, Span) {
    let text = &arguments.text;
    match argument {
        ArgumentRef::Index(index) => {
            let slot = &slots[*index];
            (quote!(#slot), arguments.positional[*index].span())
        }
        ArgumentRef::Name(name) => {
            match arguments.named.iter().position(|(known, _)| known == name) {
                Some(index) => {
                    let slot = &slots[arguments.positional.len() + index];
                    (quote!(#slot), arguments.named[index].1.span())
                }
                None => {
                    let name = Ident::new(name, text.span());
                    (quote!(&#name), text.span())
                }
            }
        }
    }
}

/// An expression that prints an argument.
fn print(
    arguments: &Arguments,
    slots: &[Ident],
    name: &str,
    argument: &ArgumentRef,
    spec: &Spec,
) -> TokenStream {
    let (value, span) = reference(arguments, slots, argument);
    let argument = quote_spanned!(span=> (&&::pipewright::__private::rewrite::Argument(#value)));
    if spec.text.is_empty() {
        return quote_spanned!(span=> #argument.print());
    }
    // Widths that are arguments stand behind the value.
    let mut widths = vec![];
    let mut count = |count: &spec::Count| match count {
        spec::Count::Number(number) => (quote!(#number), number.to_string()),
        spec::Count::Argument(argument) => {
            let (width, span) = reference(arguments, slots, argument);
            widths.push(quote_spanned!(span=> ::pipewright::__private::rewrite::width(#width)));
            let slot = format_ident!("{name}_width{}", widths.len(), span = span);
            (quote!(#slot), format!("{}$", widths.len()))
        }
    };
    let Some(parts) = &spec.parts else {
        let format = LitStr::new(&format!("{{:{}}}", spec.text), arguments.text.span());
        return quote_spanned!(span=> #argument.other_format(|value| ::std::format!(#format, value)));
    };
    let (width, width_text) = parts.width.as_ref().map(&mut count).unzip();
    let (precision, precision_text) = parts.precision.as_ref().map(&mut count).unzip();
    let method = format_ident!(
        "{}",
        if precision.is_some() {
            "truncated"
        } else {
            "padded"
        },
        span = span
    );
    let text = parts.text(width_text.as_deref(), precision_text.as_deref());
    let format = LitStr::new(&text, arguments.text.span());
    let names: Vec<_> = (1..=widths.len())
        .map(|number| format_ident!("{name}_width{number}", span = span))
        .collect();
    let layout = parts.layout(width, precision);
    quote_spanned! {span=>
        match (#(#widths,)*) {
            (#(#names,)*) => #argument.#method(#layout, |value| ::std::format!(#format, value #(, #names)*)),
        }
    }
}

/// The parts of a format text; `None` when it is wrong, or its widths are arguments too.
fn parse(text: &str) -> Option<Vec<Part>> {
    let mut parts = vec![];
    let mut literal = String::new();
    let mut next = 0;
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        literal.push_str(&rest[..at]);
        let brace = &rest[at..at + 1];
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(brace) {
            literal.push_str(brace);
            rest = after;
            continue;
        }
        let (inside, after) = rest.split_once('}').filter(|_| brace == "{")?;
        rest = after;
        if !literal.is_empty() {
            parts.push(Part::Text(std::mem::take(&mut literal)));
        }
        let (argument, spec) = inside.split_once(':').unwrap_or((inside, ""));
        let argument = match argument.trim() {
            "" => {
                next += 1;
                ArgumentRef::Index(next - 1)
            }
            argument => ArgumentRef::parse(argument)?,
        };
        let spec = Spec::parse(spec)?;
        parts.push(Part::Placeholder { argument, spec });
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        parts.push(Part::Text(literal));
    }
    Some(parts)
}
