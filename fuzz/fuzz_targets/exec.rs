//! The words behind `exec` are a call, or refused.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pipewright_runner::exec::Call;
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

fuzz_target!(|bytes: &[u8]| {
    let words = bytes.split(|byte| *byte == 0);
    // Files of this machine are no input.
    let words = words.filter(|word| !word.starts_with(b"@"));
    let _ = Call::parse(words.map(|word| OsString::from_vec(word.to_vec())));
});
