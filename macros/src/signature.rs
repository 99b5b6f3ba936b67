//! Signatures of components and pipelines: what they may be made of.

use crate::attributes;
use crate::errors::Errors;
use proc_macro2::Span;
use quote::quote;
use syn::visit::{self, Visit};
use syn::{
    Attribute, Expr, FnArg, GenericArgument, GenericParam, Ident, ItemFn, LitStr, Pat, PatIdent,
    PathArguments, ReturnType, Token, Type, TypeImplTrait, TypeReference,
};

/// A parameter of a component or pipeline.
pub(crate) struct Parameter {
    pub(crate) name: Ident,
    /// `mut`, if it is written.
    pub(crate) mutability: Option<Token![mut]>,
    pub(crate) colon: Token![:],
    pub(crate) ty: Type,
    pub(crate) description: Option<String>,
    pub(crate) default: Option<Expr>,
    /// Path of a container's output.
    pub(crate) path: Option<LitStr>,
    /// Lints of the body that names it.
    pub(crate) lints: Vec<Attribute>,
}

impl Parameter {
    /// The name as data: without the `r#` of a raw identifier.
    pub(crate) fn text(&self) -> String {
        unraw(&self.name)
    }

    /// Rejects a path where no image writes it.
    pub(crate) fn reject_path(&self, errors: &mut Errors) {
        if let Some(path) = &self.path {
            let wrong = "only an `OutputPath` of a container has a path";
            errors.add(path, wrong, "remove the `#[path(..)]`");
        }
    }

    /// Leave for a call to omit it.
    pub(crate) fn is_optional(&self) -> bool {
        self.default.is_some() || argument_of(&self.ty, "Option").is_some()
    }
}

/// An identifier as data: without the `r#` of a raw one.
pub(crate) fn unraw(name: &Ident) -> String {
    let text = name.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}

/// Checks a signature, and takes our attributes off its parameters.
pub(crate) fn parameters(function: &mut ItemFn, what: &str, errors: &mut Errors) -> Vec<Parameter> {
    reject_kinds(function, what, errors);
    // The types of a generic function are named by its generics, which are reported already.
    let generic = !function.sig.generics.params.is_empty();
    let mut parameters = vec![];
    for argument in &mut function.sig.inputs {
        let argument = match argument {
            FnArg::Receiver(receiver) => {
                errors.add(
                    &*receiver,
                    format!("a {what} has no `self`"),
                    "write it as a function outside of an `impl`",
                );
                continue;
            }
            FnArg::Typed(argument) => argument,
        };
        let taken = attributes::take_parameter(&mut argument.attrs, errors);
        if !generic {
            reject_types(&argument.ty, what, errors);
        }
        let Some(pattern) = plain_name(&argument.pat) else {
            errors.add(
                &argument.pat,
                format!("a parameter of a {what} is a name, not a pattern"),
                "take the whole value, and take it apart in the body",
            );
            continue;
        };
        reject_letters(&pattern.ident, &format!("a {what}'s parameter"), errors);
        parameters.push(Parameter {
            name: pattern.ident.clone(),
            mutability: pattern.mutability,
            colon: argument.colon_token,
            ty: (*argument.ty).clone(),
            description: taken.description,
            default: taken.default,
            path: taken.path,
            lints: attributes::lints(&argument.attrs).cloned().collect(),
        });
    }
    if let (ReturnType::Type(_, ty), false) = (&function.sig.output, generic) {
        // An error never leaves the program: it is printed.
        reject_types(argument_of(ty, "Result").unwrap_or(ty), what, errors);
    }
    parameters
}

/// Rejects names that no target takes.
pub(crate) fn reject_letters(name: &Ident, what: &str, errors: &mut Errors) {
    if !unraw(name).is_ascii() {
        errors.add(
            name,
            format!("the name of {what} has ASCII letters, digits and `_` only"),
            "it is the name of a parameter in the workflow too",
        );
    }
}

/// The name, if a pattern is nothing else.
fn plain_name(pattern: &Pat) -> Option<&PatIdent> {
    match pattern {
        Pat::Ident(pattern) if pattern.by_ref.is_none() && pattern.subpat.is_none() => {
            Some(pattern)
        }
        _ => None,
    }
}

fn reject_kinds(function: &ItemFn, what: &str, errors: &mut Errors) {
    let signature = &function.sig;
    if !unraw(&signature.ident).contains(char::is_alphabetic) {
        errors.add(
            &signature.ident,
            format!("the name of a {what} has a letter"),
            "it is a name in the workflow too",
        );
    }
    for parameter in &signature.generics.params {
        match parameter {
            GenericParam::Lifetime(lifetime) => errors.add(
                lifetime,
                format!("a {what} has no lifetimes"),
                "its values come from other programs; take owned types",
            ),
            parameter => errors.add(
                parameter,
                format!("a {what} cannot be generic"),
                "write one function for each type, and call the generic one from there",
            ),
        }
    }
    if let (Some(bounds), true) = (
        &signature.generics.where_clause,
        signature.generics.params.is_empty(),
    ) {
        errors.add(bounds, format!("a {what} has no `where`"), "remove it");
    }
    if let Some(constness) = &signature.constness {
        errors.add(
            constness,
            format!("a {what} cannot be `const`"),
            "it runs as a program of its own",
        );
    }
    if let syn::Safety::Unsafe(token) = &signature.safety {
        errors.add(
            token,
            format!("a {what} cannot be `unsafe`"),
            "nobody is there to keep its contract; check the inputs in the body",
        );
    }
    if let Some(abi) = &signature.abi {
        errors.add(abi, format!("a {what} has no ABI of its own"), "remove it");
    }
    if let Some(variadic) = &signature.variadic {
        errors.add(
            variadic,
            format!("a {what} has a fixed number of parameters"),
            "take a `Vec`",
        );
    }
}

/// Rejects the types that no value from another program can have.
fn reject_types(ty: &Type, what: &str, errors: &mut Errors) {
    struct Rejected<'a> {
        what: &'a str,
        errors: &'a mut Errors,
    }

    impl Visit<'_> for Rejected<'_> {
        fn visit_type_reference(&mut self, reference: &TypeReference) {
            let help = match &*reference.elem {
                Type::Path(path) if path.path.is_ident("str") => "take a `String`",
                Type::Slice(_) => "take a `Vec`",
                _ => "take the type itself",
            };
            let wrong = format!("a {} cannot take or return a reference", self.what);
            self.errors.add(reference, wrong, help);
        }

        fn visit_type_impl_trait(&mut self, ty: &TypeImplTrait) {
            let wrong = format!("a {} cannot take or return `impl Trait`", self.what);
            self.errors.add(ty, wrong, "name the type");
        }

        fn visit_type(&mut self, ty: &Type) {
            match ty {
                Type::TraitObject(_) | Type::Ptr(_) | Type::FnPtr(_) => {
                    let wrong = format!("a {} cannot take or return this type", self.what);
                    self.errors
                        .add(ty, wrong, "its values cannot be sent to another program");
                }
                Type::Infer(_) => self.errors.add(ty, "the type is missing", "name it"),
                ty if let Some(plain) = argument_of(ty, "Value") => {
                    let plain = quote!(#plain).to_string();
                    let wrong = format!("a {} takes and returns plain types", self.what);
                    let help = format!("write `{plain}`; in a pipeline it is a `Value<{plain}>`");
                    self.errors.add(ty, wrong, &help);
                }
                ty if argument_of(ty, "Option").is_some_and(may_be_null) => {
                    let wrong = "`None` and `Some(None)` cannot be told apart between tasks";
                    let help = "both are `null` there: take a plain `Option`, or an enum of the three cases";
                    self.errors.add(ty, wrong, help);
                }
                ty => visit::visit_type(self, ty),
            }
        }
    }

    /// Test for a type with a value that is `null` between tasks, as that of no value is.
    fn may_be_null(ty: &Type) -> bool {
        argument_of(ty, "Option").is_some()
            || matches!(ty, Type::Tuple(unit) if unit.elems.is_empty())
    }

    Rejected { what, errors }.visit_type(ty);
}

/// The first argument of a type that is written as `Name<Argument, ..>`, with any path before the name.
pub(crate) fn argument_of<'a>(ty: &'a Type, name: &str) -> Option<&'a Type> {
    let Type::Path(path) = ty else {
        return None;
    };
    let last = path
        .path
        .segments
        .last()
        .filter(|segment| segment.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// Test for a type whose last name is this one.
pub(crate) fn is_named(ty: &Type, name: &str) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == name))
}

/// The written return type; `()` where there is none. The span is that of the arrow.
pub(crate) fn returned(output: &ReturnType, name: &Ident) -> (Type, Span) {
    match output {
        ReturnType::Type(arrow, ty) => ((**ty).clone(), arrow.spans[0]),
        ReturnType::Default => (syn::parse_quote_spanned!(name.span()=> ()), name.span()),
    }
}
