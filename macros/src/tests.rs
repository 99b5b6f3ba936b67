//! The expansions of the sample items in `tests/expansions`; see the README there.

use proc_macro2::TokenStream;
use quote::ToTokens;
use std::path::{Path, PathBuf};
use syn::{Attribute, Item, Meta};

#[test]
fn expansions_are_as_kept() {
    let overwrite = std::env::var_os("EXPANSIONS").is_some_and(|value| value == "overwrite");
    let mut different = vec![];
    for sample in samples() {
        let text = std::fs::read_to_string(&sample).expect("the sample");
        let kept = sample.with_extension("expanded.rs");
        let expanded = expand_file(&text);
        if overwrite {
            std::fs::write(&kept, expanded).expect("the expansion can be written");
        } else if std::fs::read_to_string(&kept).ok() != Some(expanded) {
            different.push(kept);
        }
    }
    assert!(
        different.is_empty(),
        "other expansions than kept, `EXPANSIONS=overwrite` writes them: {different:#?}"
    );
}

/// All mistakes of an item are reported together.
#[test]
fn mistakes_are_reported_at_once() {
    let item = "unsafe extern \"C\" fn f<'a, T>(&self, (a, b): (i64, i64), #[default] c: i64) {}";
    let expanded = crate::component::component(TokenStream::new(), parse(item));
    assert_eq!(mistakes(&expanded), 7, "{expanded}");
    let item = "async fn f(a: &str, b: impl Sized, c: Value<i64>, _: _) -> Result<i64, String> {}";
    let expanded = crate::pipeline::pipeline(parse("name = 1"), parse(item));
    assert_eq!(mistakes(&expanded), 8);
    let options = "cpus = 1, memory = x, retries = -1, env = 1, timeout = \"1m\", timeout = \"2m\"";
    let expanded = crate::component::component(parse(options), parse("fn f() {}"));
    assert_eq!(mistakes(&expanded), 5);
    let item = "#[artifact(titel = 1, title = \"a\", version = \"1\", version = \"2\")] struct A<'a> { #[content(x)] a: B, #[content] c: &'a D }";
    let expanded = crate::artifact::artifact(parse(item));
    assert_eq!(mistakes(&expanded), 7, "{expanded}");
}

/// No item makes a macro panic.
#[test]
fn other_items_are_answered() {
    let items = [
        "",
        "1",
        "struct A;",
        "enum A {}",
        "union A { a: u8 }",
        "fn f()",
        "fn _1() {}",
        "fn f(self: Box<Self>, ...) {}",
        "mod a {}",
        "impl A { fn f() {} }",
        "trait A { fn f(); }",
    ];
    for item in items {
        crate::component::component(TokenStream::new(), parse(item));
        crate::pipeline::pipeline(TokenStream::new(), parse(item));
        crate::outputs::outputs(parse(item));
        crate::artifact::artifact(parse(item));
    }
    for options in [
        "=",
        "name",
        "name =",
        "env(",
        "a b",
        "env(1 = 2)",
        "name = \"x\",,",
    ] {
        if let Ok(options) = options.parse() {
            crate::component::component(options, parse("fn f() {}"));
        }
    }
}

/// A function is wrapped until rustc has found that it stands in no `impl`; it stays what it is.
#[test]
fn functions_are_wrapped() {
    let functions = [
        "fn f() {}",
        "/// Adds.\n#[allow(unused)] pub(crate) async fn f(a: i64) -> i64 { a }",
        "unsafe extern \"C\" fn f<F: Fn(u8)>(a: F);",
    ];
    for function in functions.map(parse) {
        let wrapped = crate::associated::wrapped("component", &parse("cpu = 1"), &function);
        let mut item: syn::ItemImpl = syn::parse2(wrapped.expect("a function")).expect("an `impl`");
        assert_eq!(item.attrs.len(), 1);
        assert_eq!(
            item.attrs[0].to_token_stream().to_string(),
            parse("#[::pipewright::component(cpu = 1)]").to_string()
        );
        item.attrs.clear();
        let found = crate::associated::unwrapped(&item.to_token_stream()).expect("a function");
        assert_eq!(found.to_string(), function.to_string());
        assert!(crate::associated::unwrapped(&function).is_none());
    }
    for item in [
        "",
        "struct A;",
        "const A: fn(u8) = a;",
        "fn f(&mut self, a: u8) {}",
    ] {
        assert!(
            crate::associated::wrapped("component", &TokenStream::new(), &parse(item)).is_none()
        );
    }
}

/// Number of mistakes that an expansion reports; one that stands at several types is counted once.
fn mistakes(expanded: &TokenStream) -> usize {
    let text = expanded.to_string();
    let messages = text.split("compile_error ! {").skip(1);
    let messages = messages.filter_map(|after| after.split('}').next());
    messages.collect::<std::collections::HashSet<_>>().len()
}

fn parse(text: &str) -> TokenStream {
    text.parse().expect("tokens")
}

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expansions");
    let entries = std::fs::read_dir(folder).expect("the folder of the samples");
    let mut samples: Vec<_> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter(|path| !path.to_string_lossy().ends_with(".expanded.rs"))
        .collect();
    samples.sort();
    samples
}

/// The items of a file with our attributes and derives replaced by what they make.
fn expand_file(text: &str) -> String {
    let file = syn::parse_file(text).expect("a sample is Rust");
    let expanded: TokenStream = file.items.into_iter().map(expand).collect();
    prettyplease::unparse(&syn::parse2(expanded).expect("an expansion is Rust"))
}

fn expand(mut item: Item) -> TokenStream {
    let attributes = match &mut item {
        Item::Fn(function) => &mut function.attrs,
        Item::Struct(data) => &mut data.attrs,
        _ => return item.into_token_stream(),
    };
    if let Some(options) = take(attributes, "component") {
        return crate::component::component(options, item.into_token_stream());
    }
    if let Some(options) = take(attributes, "pipeline") {
        return crate::pipeline::pipeline(options, item.into_token_stream());
    }
    match take(attributes, "derive") {
        Some(_) => {
            let outputs = crate::outputs::outputs(item.to_token_stream());
            [item.into_token_stream(), outputs].into_iter().collect()
        }
        None => item.into_token_stream(),
    }
}

/// Takes an attribute; gives what stands in its parentheses.
fn take(attributes: &mut Vec<Attribute>, name: &str) -> Option<TokenStream> {
    let index = attributes
        .iter()
        .position(|attribute| attribute.path().is_ident(name))?;
    match attributes.remove(index).meta {
        Meta::List(list) => Some(list.tokens),
        _ => Some(TokenStream::new()),
    }
}
