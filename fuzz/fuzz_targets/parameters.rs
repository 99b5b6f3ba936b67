//! A file of parameters is read or refused.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::path::PathBuf;
use std::sync::LazyLock;

/// What the command line's reader of files needs of the command line.
#[path = "."]
mod cli {
    pub(crate) mod exit {
        #[derive(Debug)]
        pub(crate) enum Exit {
            Usage,
        }
    }

    pub(crate) mod output {
        use super::exit::Exit;

        pub(crate) fn fail<T>(_: &str, exit: Exit) -> Result<T, Exit> {
            Err(exit)
        }
    }

    #[path = "."]
    pub(crate) mod parameters {
        #[path = "../../src/cli/parameters/file.rs"]
        mod file;

        /// Whether the file is read.
        pub(crate) fn is_read(path: &std::path::Path) -> bool {
            file::read(path).is_ok()
        }
    }
}

static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    std::env::temp_dir().join(format!("pipewright-fuzz-{}.yaml", std::process::id()))
});

fuzz_target!(|bytes: &[u8]| {
    std::fs::write(&*FILE, bytes).expect("files can be written");
    let _ = cli::parameters::is_read(&FILE);
});
