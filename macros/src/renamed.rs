//! The library under another name: `pw = { package = "pipewright", .. }` in a manifest. Expansions name `::pipewright`, and
//! take the manifest's name where there is another one.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeMap;
use std::path::Path;

const LIBRARY: &str = "pipewright";

/// An expansion with the name under which the crate has the library.
pub(crate) fn renamed(expansion: TokenStream) -> TokenStream {
    match name() {
        Some(name) => with_name(expansion, &name),
        None => expansion,
    }
}

/// The name in the manifest of the crate, if it is another one.
fn name() -> Option<String> {
    let folder = std::env::var_os("CARGO_MANIFEST_DIR")?;
    let text = |folder: &Path| std::fs::read_to_string(folder.join("Cargo.toml")).ok();
    let folder = Path::new(&folder);
    let outer = || folder.ancestors().skip(1).filter_map(text);
    name_in(&text(folder)?, outer)
}

fn name_in<O: Iterator<Item = String>>(manifest: &str, outer: impl Fn() -> O) -> Option<String> {
    let manifest: Manifest = basic_toml::from_str(manifest).ok()?;
    let is_library = manifest
        .package
        .is_some_and(|package| package.name == LIBRARY);
    let targets = manifest.target.into_values();
    let tables = targets.flat_map(Tables::all);
    let known: Vec<_> = manifest.tables.all().chain(tables).collect();
    if is_library || known.iter().any(|(name, _)| name == LIBRARY) {
        return None;
    }
    let is_named = |(name, dependency): &&(String, Dependency)| match dependency {
        Dependency::Table {
            package: Some(package),
            ..
        } => package == LIBRARY,
        Dependency::Table {
            workspace: true, ..
        } => outer().any(|manifest| is_renamed_for_all(&manifest, name)),
        Dependency::Table { .. } | Dependency::Other(_) => false,
    };
    let (name, _) = known.iter().find(is_named)?;
    Some(name.replace('-', "_"))
}

/// Test for a name of the library in the manifest of a workspace.
fn is_renamed_for_all(manifest: &str, name: &str) -> bool {
    let manifest = basic_toml::from_str::<Manifest>(manifest).ok();
    let workspace = manifest.and_then(|manifest| manifest.workspace);
    let dependency = workspace.and_then(|mut workspace| workspace.dependencies.remove(name));
    matches!(dependency, Some(Dependency::Table { package: Some(package), .. }) if package == LIBRARY)
}

#[derive(Deserialize)]
struct Manifest {
    package: Option<Package>,
    workspace: Option<Workspace>,
    #[serde(flatten)]
    tables: Tables,
    #[serde(default)]
    target: BTreeMap<String, Tables>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
}

#[derive(Deserialize)]
struct Workspace {
    #[serde(default)]
    dependencies: BTreeMap<String, Dependency>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
struct Tables {
    dependencies: BTreeMap<String, Dependency>,
    dev_dependencies: BTreeMap<String, Dependency>,
}

impl Tables {
    fn all(self) -> impl Iterator<Item = (String, Dependency)> {
        self.dependencies.into_iter().chain(self.dev_dependencies)
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Dependency {
    Table {
        package: Option<String>,
        #[serde(default)]
        workspace: bool,
    },
    /// A version.
    Other(IgnoredAny),
}

/// Tokens with another name in each `::pipewright`.
fn with_name(tokens: TokenStream, name: &str) -> TokenStream {
    let mut named: Vec<TokenTree> = vec![];
    for token in tokens {
        let token = match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), with_name(group.stream(), name));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            TokenTree::Ident(library) if library == LIBRARY && is_root(&named) => {
                TokenTree::Ident(Ident::new(name, library.span()))
            }
            token => token,
        };
        named.push(token);
    }
    named.into_iter().collect()
}

/// Test for a path that begins with the `::` at the end of tokens.
fn is_root(tokens: &[TokenTree]) -> bool {
    let is_colon =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':');
    match tokens {
        [before @ .., first, second] if is_colon(first) && is_colon(second) => {
            match before.last() {
                // A keyword, such as `as`, is no part of a path.
                Some(TokenTree::Ident(word)) => syn::parse_str::<Ident>(&word.to_string()).is_err(),
                _ => true,
            }
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{name_in, with_name};
    use quote::quote;
    use std::iter;

    fn name(manifest: &str) -> Option<String> {
        let workspace =
            "[workspace.dependencies]\npw = { package = \"pipewright\" }\nserde = \"1\"";
        name_in(manifest, || iter::once(workspace.into()))
    }

    #[test]
    fn names_stand_in_manifests() {
        let package = "[package]\nname = \"a\"\n";
        let named = |rest: &str| name(&format!("{package}{rest}"));
        let other = "{ package = \"pipewright\", version = \"0.1\" }";
        assert_eq!(named("[dependencies]\npipewright = \"0.1\""), None);
        assert_eq!(named("[dependencies]\nserde = \"1\""), None);
        let renamed = named(&format!(
            "[dependencies]\nserde = \"1\"\nthe-pipes = {other}"
        ));
        assert_eq!(renamed.as_deref(), Some("the_pipes"));
        let inherited = named("[dependencies]\nserde.workspace = true\npw.workspace = true");
        assert_eq!(inherited.as_deref(), Some("pw"));
        let of_tests = named(&format!("[dev-dependencies]\npw = {other}"));
        assert_eq!(of_tests.as_deref(), Some("pw"));
        let of_a_target = named(&format!("[target.'cfg(unix)'.dependencies]\npw = {other}"));
        assert_eq!(of_a_target.as_deref(), Some("pw"));
        let both = named(&format!(
            "[dependencies]\npw = {other}\npipewright = \"0.1\""
        ));
        assert_eq!(both, None);
    }

    #[test]
    fn only_roots_are_renamed() {
        let tokens = quote! {
            fn a(b: ::pipewright::Value<B>) -> <C as ::pipewright::D>::E {
                own::pipewright::f(pipewright, ::pipewright::g())
            }
        };
        let expected = quote! {
            fn a(b: ::pw::Value<B>) -> <C as ::pw::D>::E {
                own::pipewright::f(pipewright, ::pw::g())
            }
        };
        assert_eq!(with_name(tokens, "pw").to_string(), expected.to_string());
    }
}
