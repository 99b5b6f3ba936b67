//! Kills at random moments: nothing runs on, the next run removes what is left, and no output that is kept is wrong.
//!
//! `PIPEWRIGHT_KILLS` is the number of kills, `PIPEWRIGHT_SEED` repeats those of another time.
#![cfg(target_os = "linux")]

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tempfile::TempDir;
use test_support::{command, ran};

/// Kills if nothing else is said.
const KILLS: usize = 12;

/// Long enough for what must happen at once on a busy machine, shorter than what tasks leave.
const PROMPT: Duration = Duration::from_secs(30);

/// Who is killed.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Victim {
    Engine,
    /// One process below the engine.
    Task,
    /// The engine and one process below it, at once.
    Both,
    /// The engine and all that is below it, at once.
    All,
}

/// A generator of numbers that are random enough (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (number ^ (number >> 31)) % end
    }
}

/// A folder with what runs keep, whose runs are killed one after the other.
struct Bench {
    folder: TempDir,
    /// What the command lines of all that tasks leave hold.
    mark: String,
    random: Random,
    /// Runs that had not ended when somebody was killed.
    hit: usize,
    /// Tasks whose outputs were kept by a run that was killed, or by one before.
    cached: usize,
}

impl Bench {
    fn new(seed: u64) -> Self {
        let folder = tempfile::tempdir().expect("there is room");
        fs::create_dir(folder.path().join("tmp")).expect("there is room");
        let mut random = Random(seed);
        let mark = format!("{:018}", random.below(10_u64.pow(18)));
        Self {
            folder,
            mark,
            random,
            hit: 0,
            cached: 0,
        }
    }

    fn command(&self, numbers: &[i64]) -> Command {
        let numbers = format!("numbers={numbers:?}");
        let mark = format!("mark={}", self.mark);
        let words = [
            "run", "squares", "--grace", "1s", "-j", "4", "-p", &numbers, "-p", &mark,
        ];
        let mut command = command("processes", &words);
        command
            .env("TMPDIR", self.folder.path().join("tmp"))
            .env("PIPEWRIGHT_CACHE", self.folder.path().join("cache"))
            .stdin(Stdio::null());
        command
    }

    /// Kills somebody of a run, and runs the same to its end.
    fn round(&mut self) {
        let victims = [Victim::Engine, Victim::Task, Victim::Both, Victim::All];
        let victim = victims[self.random.below(4) as usize];
        let start = self.random.below(1000) as i64;
        let mut numbers: Vec<i64> = (start..start + 6).collect();
        if matches!(victim, Victim::Both | Victim::All) {
            // What has left its session and its environment is known by its parents only, and these are dead.
            numbers.retain(|number| number % 6 != 5);
        }
        let mut run = self.command(&numbers);
        let run = run.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut run = run.expect("the program can be started");
        std::thread::sleep(Duration::from_millis(self.random.below(500)));
        self.kill(&run, victim);
        let why = format!("{victim:?} of {numbers:?}");
        let status = end(&mut run, &why);
        self.hit += usize::from(!status.success());
        match victim {
            // It may have come too late.
            Victim::Task => {
                let left = self.living();
                assert!(left.is_empty(), "{why}: {status} {left:?}");
                assert_eq!(self.left(), 0, "{why}");
            }
            Victim::Engine => self.nothing_runs(&why),
            // Nobody is left who could end all the rest.
            Victim::Both | Victim::All => {}
        }
        let next = ran(&mut self.command(&numbers));
        let squares: Vec<i64> = numbers.iter().map(|number| number * number).collect();
        let expected = format!("output: {squares:?}\n").replace(", ", ",");
        assert_eq!(
            (next.code, next.stdout),
            (0, expected),
            "{why}\n{}",
            next.stderr
        );
        let left = self.living();
        assert!(
            left.is_empty(),
            "{why}, after the next run: {left:?}\n{}",
            next.stderr
        );
        assert_eq!(self.left(), 0, "{why}, after the next run");
        self.cached += next
            .stderr
            .lines()
            .filter(|line| line.ends_with(" cached"))
            .count();
    }

    fn kill(&mut self, run: &Child, victim: Victim) {
        let engine = run.id().to_string();
        let below = below(&engine);
        let mut killed = vec![];
        if victim != Victim::Task {
            killed.push(engine);
        }
        match victim {
            Victim::All => killed.extend(below),
            Victim::Task | Victim::Both if !below.is_empty() => {
                let index = self.random.below(below.len() as u64) as usize;
                killed.push(below[index].clone());
            }
            _ => {}
        }
        // What has ended meanwhile cannot be killed.
        let mut kill = Command::new("kill");
        let kill = kill.arg("-KILL").args(&killed).stderr(Stdio::null());
        kill.status().expect("kill runs");
    }

    /// All processes that a run of this folder has started and that live.
    fn living(&self) -> Vec<String> {
        let folder = self.folder.path().to_str().expect("it is UTF-8");
        let is_of = |process: &String| {
            let text = |name: &str| {
                let text = fs::read(Path::new("/proc").join(process).join(name));
                String::from_utf8_lossy(&text.unwrap_or_default()).into_owned()
            };
            let is_marked =
                text("cmdline").contains(&self.mark) || text("environ").contains(folder);
            is_marked && !text("status").contains("State:\tZ")
        };
        let found = processes().into_iter().map(|(process, _)| process);
        let words = |process: String| {
            let words = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
            format!(
                "{process} {}",
                String::from_utf8_lossy(&words).replace('\0', " ")
            )
        };
        found.filter(is_of).map(words).collect()
    }

    fn nothing_runs(&self, why: &str) {
        let started = Instant::now();
        while let Some(process) = self.living().pop() {
            assert!(started.elapsed() < PROMPT, "{why}: {process} runs on");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Number of files and folders that runs have left.
    fn left(&self) -> usize {
        let entries = fs::read_dir(self.folder.path().join("tmp"));
        entries.expect("it is there").count()
    }
}

fn end(run: &mut Child, why: &str) -> std::process::ExitStatus {
    let started = Instant::now();
    loop {
        if let Some(status) = run.try_wait().expect("it is a child") {
            return status;
        }
        assert!(started.elapsed() < PROMPT, "{why}: the run does not end");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// All processes with their parents.
fn processes() -> Vec<(String, String)> {
    let entries = fs::read_dir("/proc").expect("it is Linux").flatten();
    let process = |entry: fs::DirEntry| {
        let process = entry.file_name().into_string().ok()?;
        process.parse::<u32>().ok()?;
        let stat = fs::read(entry.path().join("stat")).ok()?;
        let stat = String::from_utf8_lossy(&stat).into_owned();
        let (_, rest) = stat.rsplit_once(')')?;
        Some((process, rest.split_whitespace().nth(1)?.to_owned()))
    };
    entries.filter_map(process).collect()
}

/// All processes below one.
fn below(root: &str) -> Vec<String> {
    let mut children: HashMap<String, Vec<String>> = HashMap::new();
    for (process, parent) in processes() {
        children.entry(parent).or_default().push(process);
    }
    let (mut found, mut pending) = (vec![], vec![root.to_owned()]);
    while let Some(process) = pending.pop() {
        let next = children.remove(&process).unwrap_or_default();
        found.extend_from_slice(&next);
        pending.extend(next);
    }
    found
}

fn number(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    Some(text.parse().expect("it is a number"))
}

#[test]
fn nothing_outlives_a_kill() {
    // More than there are processors: the runs wait most of the time.
    const AT_A_TIME: u64 = 6;
    let kills = number("PIPEWRIGHT_KILLS").map_or(KILLS, |kills| kills as usize);
    let seed = number("PIPEWRIGHT_SEED").unwrap_or_else(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.expect("it is after 1970").as_nanos() as u64
    });
    println!("PIPEWRIGHT_SEED={seed}");
    test_support::program("processes");
    let started = Instant::now();
    let next = AtomicUsize::new(0);
    let bench = |number: u64| {
        let mut bench = Bench::new(seed.wrapping_add(number));
        while next.fetch_add(1, Ordering::Relaxed) < kills {
            bench.round();
        }
        (bench.hit, bench.cached)
    };
    let bench = &bench;
    let (hit, cached) = std::thread::scope(|scope| {
        let benches: Vec<_> = (0..AT_A_TIME)
            .map(|number| scope.spawn(move || bench(number)))
            .collect();
        let benches = benches.into_iter();
        let ends = benches.map(|bench| bench.join().expect("it passes"));
        ends.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
    });
    println!(
        "{kills} kills in {:?}, {hit} of runs that had not ended; {cached} tasks of the runs behind them were kept",
        started.elapsed()
    );
}
