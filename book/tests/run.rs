//! A run of the guide's first pipeline; the page on tests shows it.

use std::process::Command;

#[test]
fn high_measurements_are_reported() {
    let run = Command::new(env!("CARGO_BIN_EXE_watch"))
        .args(["run", "-p", "values=[24, 26]"])
        .output()
        .expect("the program starts");
    let printed = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{run:?}");
    assert_eq!(printed, "output: 25 is 5 too high\n");
}
