//! The part of a placeholder behind the colon.

use super::argument::ArgumentRef;
use proc_macro2::TokenStream;
use quote::quote;

/// Form of a printed value.
pub(super) struct Spec {
    /// As it is written.
    pub(super) text: String,
    /// Its parts, unless it asks for another form than that of `{}`.
    pub(super) parts: Option<Parts>,
}

/// Alignment, sign, width and precision.
#[derive(Default)]
pub(super) struct Parts {
    fill: Option<char>,
    align: Option<char>,
    plus: bool,
    zeros: bool,
    pub(super) width: Option<Count>,
    pub(super) precision: Option<Count>,
}

/// A width or a precision.
pub(super) enum Count {
    Number(usize),
    Argument(ArgumentRef),
}

impl Spec {
    /// `None` if it takes arguments in a way that is left to rustc.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim_end();
        let parts = Parts::parse(text);
        if parts.is_none() && text.contains(['$', '*', '{']) {
            return None;
        }
        Some(Self {
            text: text.to_owned(),
            parts,
        })
    }

    /// The arguments that are widths.
    pub(super) fn arguments(&self) -> Vec<&ArgumentRef> {
        let parts = self.parts.iter();
        let counts = parts.flat_map(|parts| parts.width.iter().chain(&parts.precision));
        counts
            .filter_map(|count| match count {
                Count::Argument(argument) => Some(argument),
                Count::Number(_) => None,
            })
            .collect()
    }
}

impl Parts {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = Self::default();
        let mut rest = text;
        let mut letters = rest.chars();
        let (first, second) = (letters.next(), letters.next());
        let is_align = |c: &char| matches!(c, '<' | '^' | '>');
        if let (Some(fill), Some(align)) = (first, second.filter(is_align)) {
            (parts.fill, parts.align) = (Some(fill), Some(align));
            rest = letters.as_str();
        } else if let Some(align) = first.filter(is_align) {
            parts.align = Some(align);
            rest = &rest[1..];
        }
        if let Some(after) = rest.strip_prefix('+') {
            parts.plus = true;
            rest = after;
        }
        // A zero in front of a digit is the flag; `0$` names an argument.
        if let Some(after) = rest
            .strip_prefix('0')
            .filter(|after| !after.starts_with('$'))
        {
            parts.zeros = true;
            rest = after;
        }
        if !rest.is_empty() && !rest.starts_with('.') {
            let (width, after) = rest
                .split_once('.')
                .map_or((rest, None), |(width, after)| (width, Some(after)));
            parts.width = Some(Count::parse(width)?);
            if let Some(after) = after {
                parts.precision = Some(Count::parse(after)?);
            }
        } else if let Some(after) = rest.strip_prefix('.') {
            parts.precision = Some(Count::parse(after)?);
        }
        Some(parts)
    }

    /// The format text of one value, with its widths as they are given.
    pub(super) fn text(&self, width: Option<&str>, precision: Option<&str>) -> String {
        let mut text = String::from("{:");
        text.extend(self.fill);
        text.extend(self.align);
        text.extend(self.plus.then_some('+'));
        text.extend(self.zeros.then_some('0'));
        text.push_str(width.unwrap_or_default());
        if let Some(precision) = precision {
            text.push('.');
            text.push_str(precision);
        }
        text.push('}');
        text
    }

    /// The layout as an expression.
    pub(super) fn layout(
        &self,
        width: Option<TokenStream>,
        precision: Option<TokenStream>,
    ) -> TokenStream {
        let (zeros, plus) = (self.zeros, self.plus);
        let align = self.align.unwrap_or(' ');
        let fill = match self.fill {
            Some(fill) => quote!(::core::option::Option::Some(#fill)),
            None => quote!(::core::option::Option::None),
        };
        let width = width.map(|width| quote!(width: #width,));
        let precision =
            precision.map(|precision| quote!(precision: ::core::option::Option::Some(#precision),));
        quote! {
            ::pipewright::__private::Layout {
                #width
                #precision
                ..::pipewright::__private::rewrite::layout(#align, #fill, #zeros, #plus)
            }
        }
    }
}

impl Count {
    fn parse(text: &str) -> Option<Self> {
        match text.strip_suffix('$') {
            Some(argument) => ArgumentRef::parse(argument).map(Self::Argument),
            None if text.chars().all(|c| c.is_ascii_digit()) => text.parse().ok().map(Self::Number),
            None => None,
        }
    }
}
