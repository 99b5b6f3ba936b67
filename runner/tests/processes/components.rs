//! Components as the attribute `#[component]` would register them.

use pipewright_dsl::__private::{Field, inventory, typed};
use pipewright_dsl::component::{ComponentDescriptor, Failure, Results, StaticBody};
use pipewright_dsl::registry;
use pipewright_ir::graph::{Component, Location, Options};
use pipewright_ir::json::Json;
use pipewright_runner::exec::{Function, Program};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

macro_rules! components {
    ($($name:ident($($input:ident: $ty:ty $(= $default:literal)?),*) -> { $($output:ident: $result:ty),* } $body:block)*) => {$(
        mod $name {
            use super::*;

            #[allow(clippy::unnecessary_wraps, reason = "the bodies of all components have one type")]
            fn body($($input: $ty),*) -> Result<($($result,)*), Failure> $body

            inventory::submit! {
                &ComponentDescriptor {
                    key: concat!("test::", stringify!($name)),
                    name: stringify!($name),
                    description: None,
                    inputs: &[$(typed::<$ty>(stringify!($input), None)$(.default(|| Json::parse($default)))?.field),*],
                    outputs: || vec![$(Field::new::<$result>(stringify!($output), None)),*],
                    options: Options::default,
                    body: StaticBody::Program(|invocation| {
                        #[allow(unused_mut, unused_variables, reason = "some have no inputs")]
                        let mut index = 0..;
                        $(let $input = typed::<$ty>(stringify!($input), None)$(.default(|| Json::parse($default)))?
                            .read(invocation, index.next().unwrap());)*
                        invocation.check()?;
                        let ($($output,)*) = body($($input.unwrap()),*)?;
                        #[allow(unused_mut, reason = "some have no outputs")]
                        let mut results = Results::default();
                        $(if stringify!($output) != "forgotten" {
                            typed::<$result>(stringify!($output), None).write(&$output, &mut results);
                        })*
                        Ok(results)
                    }),
                    digest: "1",
                    at: Location::new(file!(), line!(), column!()),
                }
            }
        }
    )*};
}

components! {
    add(a: f64, b: f64 = "1") -> { output: f64 } { Ok((a + b,)) }

    next(n: i64) -> { output: i64 } { Ok((n + 1,)) }

    divide(dividend: i64, divisor: i64) -> { quotient: i64, remainder: i64 } {
        Ok((dividend / divisor, dividend % divisor))
    }

    any(value: serde_json::Value) -> { output: serde_json::Value } { Ok((value,)) }

    echo(text: String) -> { output: String } { Ok((text,)) }

    maybe(text: Option<String>) -> { output: Option<String> } { Ok((text,)) }

    nothing() -> { } { Ok(()) }

    add_lists(left: Vec<i64>, right: Vec<i64>) -> { output: i64 } { Ok((left.iter().chain(&right).sum(),)) }

    // Fails on a number.
    odd(n: i64) -> { output: i64 } {
        if n % 2 == 0 { Err(Failure::new(format!("{n} is even"))) } else { Ok((n,)) }
    }

    fail(message: String) -> { output: i64 } { Err(Failure::new(message)) }

    infinite() -> { output: f64 } { Ok((f64::INFINITY,)) }

    forget() -> { kept: i64, forgotten: i64 } { Ok((1, 2)) }

    sleep(milliseconds: u64) -> { output: u64 } {
        std::thread::sleep(Duration::from_millis(milliseconds));
        Ok((milliseconds,))
    }

    environment(name: String) -> { output: Option<String> } { Ok((std::env::var(name).ok(),)) }

    // Fails until it has been called a number of times.
    flaky(file: String, calls: u64) -> { output: u64 } {
        let mut file = std::fs::OpenOptions::new().append(true).create(true).open(file).unwrap();
        file.write_all(b".").unwrap();
        let called = file.metadata().unwrap().len();
        if called < calls { Err(Failure::new(format!("call {called}"))) } else { Ok((called,)) }
    }

    // Ends when the other one is there too.
    meet(mine: String, other: String) -> { output: bool } {
        std::fs::write(mine, "").unwrap();
        let started = Instant::now();
        while !Path::new(&other).exists() && started.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_millis(2));
        }
        Ok((Path::new(&other).exists(),))
    }

    // Fails if another one runs.
    alone(file: String) -> { } {
        std::fs::OpenOptions::new().write(true).create_new(true).open(&file).map_err(|error| Failure::new(error.to_string()))?;
        std::thread::sleep(Duration::from_millis(20));
        std::fs::remove_file(file).map_err(|error| Failure::new(error.to_string()))
    }

    append(file: String, text: String) -> { } {
        let mut file = std::fs::OpenOptions::new().append(true).create(true).open(file).unwrap();
        file.write_all(text.as_bytes()).map_err(|error| Failure::new(error.to_string()))
    }

    shell(script: String) -> { output: i64 } {
        let status = Command::new("sh").args(["-c", &script]).status().unwrap();
        Ok((status.code().unwrap().into(),))
    }

    leave(code: i64) -> { } { std::process::exit(code.try_into().unwrap()) }

    print(lines: u64, error: bool) -> { } {
        for line in 0..lines {
            if error { eprintln!("line {line}") } else { println!("line {line}") }
        }
        Ok(())
    }

    bytes() -> { } {
        std::io::stdout().write_all(b"one\r\n\xfftwo").map_err(|error| Failure::new(error.to_string()))
    }
}

mod crash {
    use super::*;

    inventory::submit! {
        &ComponentDescriptor {
            key: "test::crash",
            name: "crash",
            description: None,
            inputs: &[],
            outputs: Vec::new,
            options: Options::default,
            body: StaticBody::Program(|_| panic!("first\nsecond")),
            digest: "1",
            at: Location::new(file!(), line!(), column!()),
        }
    }
}

/// All components of this program.
pub(crate) struct Registry;

impl Program for Registry {
    fn component(&self, key: &str) -> Option<Function<'_>> {
        let descriptor = registry::component(key)?;
        let (component, _) = descriptor.component();
        Some(Function::new(component, |inputs, folders| {
            pipewright_dsl::artifact::set_folders(folders.given, folders.made);
            let outputs = descriptor.run(inputs);
            let outputs = outputs.map_err(|failure| failure.to_string())?.into_iter();
            Ok(outputs
                .map(|(name, json)| (name.to_owned(), json))
                .collect())
        }))
    }
}

/// The component `test::NAME`.
pub(crate) fn component(name: &str) -> Component {
    let (component, problems) = registry::component(&format!("test::{name}"))
        .unwrap()
        .component();
    assert_eq!(problems, Vec::<String>::new());
    component
}
