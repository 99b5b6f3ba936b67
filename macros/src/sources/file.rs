//! The files of a package: its modules, and what they include.

use super::digest::Digest;
use super::include::{self, Environment};
use super::strip;
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Files that were read, by their paths, with what of them counts.
pub(super) struct Files<'a> {
    environment: Environment<'a>,
    found: BTreeMap<PathBuf, Vec<u8>>,
    /// A file is included by a path that is not understood: then all files count.
    is_open: bool,
}

/// Where a piece of source stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    file: &'a Path,
    /// Folder in which the files of its modules are.
    modules: &'a Path,
}

impl<'a> Files<'a> {
    pub(super) fn new(folder: &'a Path, is_own: bool) -> Self {
        Self {
            environment: Environment { folder, is_own },
            found: BTreeMap::new(),
            is_open: false,
        }
    }

    /// Adds the first file of a crate, with all of its modules.
    pub(super) fn add_root(&mut self, path: &Path) {
        let folder = path.parent().unwrap_or(path);
        self.add(path, folder);
    }

    pub(super) fn finish(mut self, digest: &mut Digest) {
        if self.is_open {
            let folder = self.environment.folder;
            self.add_all(folder);
        }
        for (path, text) in self.found {
            let path = path.strip_prefix(self.environment.folder).unwrap_or(&path);
            digest.add(path.to_string_lossy().as_bytes());
            digest.add(text);
        }
    }

    fn add(&mut self, path: &Path, modules: &Path) {
        let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if self.found.contains_key(&place) {
            return;
        }
        let Ok(bytes) = std::fs::read(path) else {
            return;
        };
        let tokens = std::str::from_utf8(&bytes).ok().and_then(strip::tokens);
        let Some(tokens) = tokens else {
            self.found.insert(place, bytes);
            return;
        };
        self.found.insert(place.clone(), vec![]);
        let mut text = String::new();
        let place_of = Place {
            file: path,
            modules,
        };
        self.walk(tokens, place_of, &mut text);
        self.found.insert(place, text.into_bytes());
    }

    /// Adds the tokens to a text, each behind a space, whatever spaces and comments are between them.
    fn walk(&mut self, tokens: TokenStream, place: Place<'_>, text: &mut String) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut path = None;
        let mut index = 0;
        while index < tokens.len() {
            let rest = &tokens[index..];
            if let Some((name, arguments)) = include::call(rest) {
                self.call(&name, &arguments, place, text);
            }
            match rest {
                [TokenTree::Punct(mark), TokenTree::Group(group), ..]
                    if mark.as_char() == '#' && strip::is_doc(group) =>
                {
                    index += 2;
                    continue;
                }
                [
                    TokenTree::Punct(mark),
                    TokenTree::Punct(inner),
                    TokenTree::Group(group),
                    ..,
                ] if mark.as_char() == '#' && inner.as_char() == '!' && strip::is_doc(group) => {
                    index += 3;
                    continue;
                }
                [TokenTree::Punct(mark), TokenTree::Group(group), ..] if mark.as_char() == '#' => {
                    path = strip::path(group).or(path);
                }
                [TokenTree::Ident(word), TokenTree::Ident(name), next, ..] if word == "mod" => {
                    self.module(name, next, path.take().as_deref(), place, text);
                    if let TokenTree::Group(_) = next {
                        *text += " mod ";
                        *text += &name.to_string();
                        index += 3;
                        continue;
                    }
                }
                _ => {}
            }
            match &tokens[index] {
                TokenTree::Group(group) => {
                    let [open, close] = delimiters(group.delimiter());
                    *text += open;
                    self.walk(group.stream(), place, text);
                    *text += close;
                }
                token => {
                    *text += " ";
                    *text += &token.to_string();
                }
            }
            index += 1;
        }
    }

    fn module(
        &mut self,
        name: &Ident,
        next: &TokenTree,
        path: Option<&str>,
        place: Place<'_>,
        text: &mut String,
    ) {
        let name = name.to_string();
        let name = name.strip_prefix("r#").unwrap_or(&name);
        let folder = place.modules.join(name);
        match (next, path) {
            (TokenTree::Group(body), _) => self.inline(body, &folder, place, text),
            (_, Some(path)) => {
                let around = place.file.parent().unwrap_or(place.file);
                self.add_root(&around.join(path));
            }
            _ => {
                let file = place.modules.join(format!("{name}.rs"));
                match file.is_file() {
                    true => self.add(&file, &folder),
                    false => self.add(&folder.join("mod.rs"), &folder),
                }
            }
        }
    }

    fn inline(&mut self, body: &Group, modules: &Path, place: Place<'_>, text: &mut String) {
        *text += " {";
        let file = place.file;
        self.walk(body.stream(), Place { file, modules }, text);
        *text += " }";
    }

    /// Adds what a macro reads.
    fn call(&mut self, name: &str, arguments: &TokenStream, place: Place<'_>, text: &mut String) {
        match name {
            "include" | "include_str" | "include_bytes" => {
                match self.environment.file(arguments, place.file) {
                    Some(path) if name == "include" => self.add(&path, place.modules),
                    Some(path) => self.add_data(&path),
                    None => self.is_open = true,
                }
            }
            "env" | "option_env" => {
                let name = self.environment.name(arguments);
                if let Some(value) = name.and_then(|name| self.environment.counted(&name)) {
                    *text += &format!(" {value:?}");
                }
            }
            name => self.is_open |= name.starts_with("include_"),
        }
    }

    fn add_data(&mut self, path: &Path) {
        let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if let Ok(bytes) = std::fs::read(path) {
            self.found.entry(place).or_insert(bytes);
        }
    }

    /// Adds all files of a folder but what is hidden or built.
    fn add_all(&mut self, folder: &Path) {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        for entry in entries {
            let name = entry.file_name();
            let is_hidden = name.as_encoded_bytes().starts_with(b".");
            let path = entry.path();
            let is_built = path.join("CACHEDIR.TAG").exists();
            match entry.file_type() {
                _ if is_hidden || is_built || name == "target" => {}
                Ok(kind) if kind.is_dir() => self.add_all(&path),
                Ok(kind) if kind.is_file() => self.add_data(&path),
                _ => {}
            }
        }
    }
}

fn delimiters(delimiter: Delimiter) -> [&'static str; 2] {
    match delimiter {
        Delimiter::Parenthesis => [" (", " )"],
        Delimiter::Brace => [" {", " }"],
        Delimiter::Bracket => [" [", " ]"],
        Delimiter::None => ["", ""],
    }
}
