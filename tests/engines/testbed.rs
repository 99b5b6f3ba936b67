use std::path::PathBuf;

/// The program of the testbed, if there is one.
///
/// # Panics
/// If it is required and missing.
pub(crate) fn program() -> Option<PathBuf> {
    let Some(program) = std::env::var_os("PIPEWRIGHT_ARGO_TESTBED") else {
        let required =
            std::env::var_os("PIPEWRIGHT_REQUIRE_TOOLS").is_some_and(|value| !value.is_empty());
        assert!(
            !required,
            "PIPEWRIGHT_REQUIRE_TOOLS is set, but PIPEWRIGHT_ARGO_TESTBED names no testbed"
        );
        eprintln!(
            "skipped: PIPEWRIGHT_ARGO_TESTBED does not name the program of the testbed (tests/argo-testbed)"
        );
        return None;
    };
    let program = PathBuf::from(program);
    assert!(
        program.is_file(),
        "PIPEWRIGHT_ARGO_TESTBED is {}, which is no program",
        program.display()
    );
    Some(program)
}
