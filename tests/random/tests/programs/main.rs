//! Random programs give on every engine what plain Rust says.
//!
//! `PIPEWRIGHT_RANDOM_CASES` says how many run on this machine, 100 if it is not set. The Argo half needs the testbed of
//! `tests/argo-testbed`: `PIPEWRIGHT_ARGO_TESTBED` is the path of its program. A program that fails is shrunk and written
//! to `regressions/`, from where it runs first ever after; `PIPEWRIGHT_RANDOM_PROGRAM=FILE random-programs run random`
//! runs one of them alone.

mod argo;
mod engine;

use engine::{Engine, differs};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use random_programs::ast::Program;
use random_programs::strategy::program;
use std::cell::Cell;
use std::path::{Path, PathBuf};
use test_support::Testbed;

fn regressions() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("regressions")
}

/// The programs that have failed once.
fn known() -> Vec<(String, Program)> {
    let entries = std::fs::read_dir(regressions())
        .into_iter()
        .flatten()
        .flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a regression can be read");
        let program = serde_json::from_str(&text).expect("a regression is a program");
        (path.display().to_string(), program)
    };
    paths.into_iter().map(read).collect()
}

fn keep(program: &Program) -> PathBuf {
    let text = serde_json::to_string_pretty(program).expect("a program is data") + "\n";
    let digest = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |digest, byte| {
            (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    let path = regressions().join(format!("{digest:016x}.json"));
    std::fs::create_dir_all(regressions()).expect("there is a folder for regressions");
    std::fs::write(&path, text).expect("a regression can be written");
    path
}

/// The same programs each time, unless `PIPEWRIGHT_RANDOM_SEED` is set.
fn runner(cases: u32, salt: u8) -> TestRunner {
    let seed = std::env::var("PIPEWRIGHT_RANDOM_SEED").unwrap_or_default();
    let mut bytes = [salt; 32];
    for (byte, given) in bytes.iter_mut().zip(seed.bytes()) {
        *byte ^= given;
    }
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 400,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

fn number(variable: &str, default: u32) -> u32 {
    let given = std::env::var(variable).ok();
    given.map_or(default, |text| text.parse().expect("it is a number"))
}

#[test]
fn this_machine_gives_what_rust_gives() {
    let engine = Engine::new(Path::new(env!("CARGO_BIN_EXE_random-programs")));
    for (path, program) in known() {
        let found = engine.run(&program);
        assert_eq!(differs(&program, &found), None, "{path}");
    }
    let strategy = program(6, 2);
    let (all, good) = (Cell::new(0), Cell::new(0));
    let check = |program: Program| {
        let found = engine.run(&program);
        all.set(all.get() + 1);
        good.set(good.get() + u32::from(found.is_ok()));
        match differs(&program, &found) {
            None => Ok(()),
            Some(why) => Err(TestCaseError::fail(why)),
        }
    };
    match runner(number("PIPEWRIGHT_RANDOM_CASES", 100), 1).run(&strategy, check) {
        Ok(()) => {}
        Err(TestError::Fail(why, program)) => {
            let path = keep(&program);
            panic!("{why}\n{program:#?}\nkept as {}", path.display());
        }
        Err(error) => panic!("{error}"),
    }
    eprintln!("{} of {} programs succeed", good.get(), all.get());
    // Programs that all fail would show little.
    assert!(good.get() * 3 > all.get() && good.get() < all.get());
}

/// Programs that are the same each time.
fn some(count: u32, salt: u8, steps: usize, depth: u32) -> Vec<Program> {
    let mut runner = runner(1, salt);
    let strategy = program(steps, depth);
    let tree = |_| strategy.new_tree(&mut runner).expect("there are programs");
    (0..count).map(tree).map(|tree| tree.current()).collect()
}

#[test]
#[ignore = "needs the testbed"]
fn argo_accepts_the_yaml() {
    let testbed = Testbed::find();
    let engine = Engine::new(Path::new(env!("CARGO_BIN_EXE_random-programs")));
    let mut programs: Vec<Program> = known().into_iter().map(|(_, program)| program).collect();
    programs.extend(some(number("PIPEWRIGHT_RANDOM_CASES", 100), 1, 6, 2));
    argo::lint(&testbed, &engine, &programs);
}

#[test]
#[ignore = "needs the testbed"]
fn argo_gives_what_rust_gives() {
    let testbed = Testbed::find();
    let engine = Engine::new(Path::new(env!("CARGO_BIN_EXE_random-programs")));
    let mut programs: Vec<Program> = known().into_iter().map(|(_, program)| program).collect();
    programs.extend(some(number("PIPEWRIGHT_RANDOM_ARGO_CASES", 150), 2, 4, 1));
    let differences: Vec<String> = argo::run(&testbed, &engine, &programs)
        .iter()
        .zip(&programs)
        .filter_map(|(found, program)| {
            let why = differs(program, found)?;
            Some(format!("{why}\n{}", keep(program).display()))
        })
        .collect();
    let (wrong, all) = (differences.len(), programs.len());
    assert!(
        differences.is_empty(),
        "{wrong} of {all}\n\n{}",
        differences.join("\n\n")
    );
}
