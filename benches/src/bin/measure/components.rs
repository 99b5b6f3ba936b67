//! Checking and building a crate with many components.

use crate::times::{Result, Times};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Prints how long cargo needs when the only source file has changed, with no component and with so many.
pub(crate) fn measure(count: usize) -> Result<()> {
    println!("\n| components | command | ms, least / median / greatest |");
    println!("|---|---|---|");
    for count in [1, count] {
        let folder = generate(count)?;
        for word in ["check", "build"] {
            let source = folder.join("src/main.rs");
            let text = fs::read_to_string(&source)?;
            let mut runs = 0;
            let times = Times::of(3, || {
                runs += 1;
                fs::write(&source, format!("{text}// {runs}\n"))
                    .expect("the source can be written");
                let mut cargo = Command::new("cargo");
                cargo.arg(word).current_dir(&folder);
                // The dependencies are built once for all of these crates.
                cargo.env("CARGO_TARGET_DIR", folder.with_file_name("components"));
                cargo
            })?;
            println!("| {count} | `cargo {word}` | {times} |");
            fs::write(&source, text)?;
        }
    }
    Ok(())
}

/// Writes the crate below the target folder.
fn generate(count: usize) -> Result<std::path::PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .ok_or("the crate is in the workspace")?;
    let folder = root.join(format!("target/components-{count}"));
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"components-{count}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
         [dependencies]\npipewright = {{ path = {root:?} }}\n\n\
         [package.metadata.pipewright]\nimage = \"example.com/components:1\"\n\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/main.rs"), source(count)?)?;
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    fs::copy(
        root.join("rust-toolchain.toml"),
        folder.join("rust-toolchain.toml"),
    )?;
    Ok(folder)
}

/// Components of three kinds, and a pipeline that calls each of them once.
fn source(count: usize) -> Result<String> {
    let mut components = String::new();
    let mut calls = String::new();
    for index in 0..count {
        match index % 3 {
            0 => write!(
                components,
                "/// Adds two numbers.\n#[component]\nfn add_{index}(a: f64, b: f64) -> f64 {{\n    a + b\n}}\n\n"
            )?,
            1 => write!(
                components,
                "/// Cuts a text apart.\n#[component(retries = 2, memory = \"1Gi\")]\n\
                 fn split_{index}(text: String, #[default(2)] times: u32) -> Result<Parts, String> {{\n    \
                 Ok(Parts {{ head: text.repeat(times as usize), tail: text }})\n}}\n\n"
            )?,
            _ => write!(
                components,
                "/// Says it.\n#[component]\nfn say_{index}(text: String, mark: Option<String>) {{\n    \
                 println!(\"{{text}}{{}}\", mark.unwrap_or_default());\n}}\n\n"
            )?,
        }
        match index % 3 {
            0 => writeln!(calls, "    let number = add_{index}(number, 1.0);")?,
            1 => writeln!(
                calls,
                "    let parts = split_{index}(format!(\"{{number}}\"));"
            )?,
            _ => writeln!(
                calls,
                "    if number > {index}.0 {{\n        say_{index}(parts.head);\n    }}\n    say_{index}(parts.tail);"
            )?,
        }
    }
    Ok(format!(
        "//! Generated.\n#![allow(unused_variables, dead_code)]\n\nuse pipewright::prelude::*;\n\n\
         #[derive(Outputs)]\nstruct Parts {{\n    head: String,\n    tail: String,\n}}\n\n{components}\
         /// Calls all components.\n#[pipeline]\nfn all(number: f64) -> f64 {{\n{calls}    number\n}}\n\n\
         fn main() -> ExitCode {{\n    pipewright::main()\n}}\n"
    ))
}
