//! Items that nobody would write: those of the tests of expansions, with tokens exchanged, doubled, left out and put
//! within each other. Each is answered, whatever it is.

use crate::{component, fields, outputs, pipeline};
use proc_macro2::{Group, TokenStream, TokenTree};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use std::panic::catch_unwind;
use std::path::Path;

/// Number of items that are tried, unless the environment says another one.
const MUTATIONS: usize = 2000;

/// Tokens of one item at most.
const LENGTH_MAX: usize = 400;

#[test]
fn mutated_items_are_answered() {
    let number = std::env::var("PIPEWRIGHT_MUTATIONS").ok();
    let number = number.map_or(MUTATIONS, |text| text.parse().expect("a number"));
    let samples = samples();
    let pool: Vec<TokenTree> = samples.iter().cloned().flat_map(flat).collect();
    let mut random = Random(TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    for index in 0..number {
        let mut item = samples[random.below(samples.len())].clone();
        for _ in 0..=random.below(4) {
            item = random.mutated(item, &pool);
        }
        let text = item.to_string();
        let options: TokenStream = match random.below(3) {
            0 => pool[random.below(pool.len())].clone().into(),
            _ => TokenStream::new(),
        };
        let answered = catch_unwind(|| {
            component::component(options.clone(), item.clone());
            pipeline::pipeline(options, item.clone());
            outputs::outputs(item.clone());
            fields::fields(item);
        });
        assert!(
            answered.is_ok(),
            "item {index} makes a macro panic:\n{text}"
        );
    }
}

/// The items of the samples, each with its attributes.
fn samples() -> Vec<TokenStream> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expansions");
    let files = std::fs::read_dir(folder)
        .expect("there are samples")
        .flatten();
    let mut paths: Vec<_> = files.map(|file| file.path()).collect();
    paths.sort();
    let texts = paths.iter().filter_map(|path| {
        let name = path.file_name()?.to_str()?;
        let is_sample = name.ends_with(".rs") && !name.ends_with(".expanded.rs");
        is_sample.then(|| std::fs::read_to_string(path).expect("the sample is read"))
    });
    let files = texts.map(|text| syn::parse_file(&text).expect("samples are Rust"));
    let items = files.flat_map(|file| file.items);
    items.map(|item| quote::quote!(#item)).collect()
}

/// All tokens, those within groups too.
fn flat(tokens: TokenStream) -> Vec<TokenTree> {
    let mut all = vec![];
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            all.extend(flat(group.stream()));
        }
        all.push(token);
    }
    all
}

struct Random(TestRng);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.0.next_u32()).unwrap_or_default() % end.max(1)
    }

    /// The tokens with one change, perhaps within a group.
    fn mutated(&mut self, tokens: TokenStream, pool: &[TokenTree]) -> TokenStream {
        let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let (at, other) = (self.below(tokens.len()), self.below(tokens.len()));
        let is_long = tokens.len() > LENGTH_MAX;
        match tokens.get(at).cloned() {
            Some(TokenTree::Group(group)) if self.below(8) != 0 => {
                let inner = self.mutated(group.stream(), pool);
                tokens[at] = Group::new(group.delimiter(), inner).into();
            }
            Some(token) => match self.below(5) {
                0 => drop(tokens.remove(at)),
                1 => tokens.swap(at, other),
                2 if !is_long => tokens.insert(other, token),
                3 if !is_long => tokens.insert(at, pool[self.below(pool.len())].clone()),
                _ => tokens[at] = pool[self.below(pool.len())].clone(),
            },
            None => tokens.push(pool[self.below(pool.len())].clone()),
        }
        tokens.into_iter().collect()
    }
}
