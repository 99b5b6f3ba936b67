//! Writes the bodies of `src/generated.rs`: `PIPEWRIGHT_MEANING_CASES` says how many, `PIPEWRIGHT_MEANING_SEED` which.

mod grammar;
mod random;

use random::Random;
use std::path::Path;
use std::{env, fs};

/// Bodies in one module, which rustc compiles at once.
const BATCH: usize = 25;

fn number(variable: &str, default: u64) -> u64 {
    println!("cargo::rerun-if-env-changed={variable}");
    let given = env::var(variable).ok();
    given.map_or(default, |text| text.parse().expect("it is a number"))
}

fn main() {
    println!("cargo::rerun-if-changed=build");
    let count = number("PIPEWRIGHT_MEANING_CASES", 100) as usize;
    let mut random = Random::new(number("PIPEWRIGHT_MEANING_SEED", 1));
    let bodies: Vec<String> = (0..count)
        .map(|index| grammar::body(index, &mut random))
        .collect();
    let (mut text, mut batches) = (String::new(), vec![]);
    for (index, batch) in bodies.chunks(BATCH).enumerate() {
        let bodies = batch.join("\n");
        text += &format!("mod batch_{index} {{\nbodies! {{\n{bodies}}}\n}}\n\n");
        batches.push(format!("batch_{index}::cases()"));
    }
    let batches = batches.join(", ");
    text += &format!(
        "/// The bodies of this subject.\npub fn cases() -> Vec<crate::case::Case> {{\n    let batches: Vec<Vec<_>> = vec![{batches}];\n    batches.into_iter().flatten().collect()\n}}\n"
    );
    let folder = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&folder).join("generated.rs"), text).expect("the bodies can be written");
}
