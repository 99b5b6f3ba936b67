use crate::components::component;
use pipewright_runner::exec::COMMAND;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

struct Call {
    folder: tempfile::TempDir,
    command: Command,
}

fn call(name: &str) -> Call {
    let mut command = Command::new(std::env::current_exe().unwrap());
    let signature = component(name).signature();
    command.args([COMMAND, &format!("test::{name}@{signature}")]);
    command.env_remove("RUST_BACKTRACE");
    let folder = tempfile::tempdir().unwrap();
    Call { folder, command }
}

impl Call {
    fn input(mut self, word: &str) -> Self {
        self.command.arg(word);
        self
    }

    /// All outputs go into one folder.
    fn outputs(mut self) -> Self {
        let folder = self.folder.path().join("a/b");
        self.command.arg("--out").arg(folder);
        self
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("a/b").join(name)
    }

    fn run(&mut self) -> (i32, String) {
        let Output { status, stderr, .. } = self.command.output().unwrap();
        (status.code().unwrap(), String::from_utf8(stderr).unwrap())
    }

    #[track_caller]
    fn succeeds(&mut self) {
        assert_eq!(self.run(), (0, String::new()));
    }

    /// What Argo makes of an output.
    fn given(&self, name: &str) -> String {
        let text = std::fs::read_to_string(self.path(name)).unwrap();
        text.strip_suffix('\n').unwrap_or(&text).to_owned()
    }
}

#[track_caller]
fn fails(mut call: Call, code: i32, message: &str) {
    assert_eq!(call.run(), (code, format!("error: {message}\n")));
}

pub(crate) fn values_as_words() {
    let mut call = call("add").input("a=2.5").input("b=-0.25").outputs();
    call.succeeds();
    assert_eq!(call.given("output"), "2.25");
    let entries: Vec<_> = std::fs::read_dir(call.folder.path().join("a/b"))
        .unwrap()
        .collect();
    assert_eq!(entries.len(), 1, "{entries:?}");
}

pub(crate) fn all_outputs() {
    let mut call = call("divide")
        .input("dividend=17")
        .input("divisor=5")
        .outputs();
    call.succeeds();
    assert_eq!(
        (call.given("quotient"), call.given("remainder")),
        ("3".into(), "2".into())
    );
}

pub(crate) fn values_in_one_word() {
    let all = r#"{"a":"2.5","b":"-0.25"}"#;
    let mut call = call("add").input(all).outputs();
    call.succeeds();
    assert_eq!(call.given("output"), "2.25");
    let mut call = self::call("nothing").input(r#""null""#).outputs();
    call.succeeds();
}

pub(crate) fn computed_inputs() {
    let mut call = call("add")
        .input(r#"part={"size":3,"odd name":"12345678"}"#)
        .input("--input=a=f64(part.size / 2)")
        .input(r#"--input=b=if part["odd name"].len() > 7 { 0.5 } else { part.gone }"#)
        .outputs();
    call.succeeds();
    assert_eq!(call.given("output"), "2");
    let text = pipewright_ir::wire::encode_text("{{x}}");
    let mut call = self::call("echo")
        .input(&format!("word:text={text}"))
        .input("n=7")
        .input(r#"--input=text=format("{}: {:>3}", word, n)"#)
        .outputs();
    call.succeeds();
    let expected = pipewright_ir::wire::encode_text("{{x}}:   7");
    assert_eq!(call.given("output"), expected);
}

pub(crate) fn wrong_names() {
    fails(
        call("add").input("c=1"),
        2,
        "`test::add` has no input `c`; it has `a`, `b`",
    );
    fails(
        call("add").input("a=1").input("c=2").input("--input=b=a"),
        2,
        "`test::add` has no input `c`; it has `a`, `b`",
    );
    fails(
        call("add").input("--input=sum=a").input("a=1"),
        2,
        "`test::add` has no input `sum`; it has `a`, `b`",
    );
    fails(
        call("nothing").input("x=1"),
        2,
        "`test::nothing` has no input `x`; it has none",
    );
    fails(
        call("add").input("--input=a"),
        2,
        "expected `--input NAME=…`, found `--input a`",
    );
}

pub(crate) fn inputs_that_cannot_be_computed() {
    fails(
        call("add").input("x=1").input("--input=a=i8(x + 127)"),
        1,
        "input `a` cannot be computed: integer overflow: 1 + 127",
    );
    fails(
        call("add").input("--input=a=x.y").input("--input=b=z"),
        1,
        "input `a` cannot be computed: `x` is not given; input `b` cannot be computed: `z` is not given",
    );
    fails(
        call("add").input("x={{=1+}}").input("--input=a=x"),
        1,
        "operand `x` is not of the type json: Argo could not compute it: a number is out of range, or a function has no \
         value, in `{{=1+}}`",
    );
}

pub(crate) fn wrong_values() {
    let (code, text) = call("divide")
        .input("dividend=x")
        .input("divisor=1.5")
        .run();
    assert_eq!(code, 1);
    assert!(
        text.starts_with("error: input `dividend` is not of the type integer: "),
        "{text}"
    );
    let (code, text) = call("divide")
        .input("dividend=1")
        .input("divisor=1.5")
        .run();
    assert_eq!(code, 1);
    assert!(
        text.starts_with("error: input `divisor` is not of the type integer: "),
        "{text}"
    );
}

pub(crate) fn missing_input() {
    fails(
        call("divide"),
        1,
        "input `dividend` is missing; input `divisor` is missing",
    );
}

pub(crate) fn failing() {
    let call = call("fail").input("message=division by zero").outputs();
    let path = call.path("output");
    fails(call, 1, "division by zero");
    assert!(!path.exists());
}

pub(crate) fn panicking() {
    let (code, text) = call("crash").run();
    assert_eq!(code, 1);
    assert!(
        text.starts_with("error: panicked at ") && text.ends_with(": first; second\n"),
        "{text}"
    );
    assert_eq!(text.lines().count(), 1);
}

pub(crate) fn forgotten_output() {
    fails(call("forget").outputs(), 1, "output `forgotten` is missing");
}

pub(crate) fn output_that_json_cannot_hold() {
    let message =
        "output `output` cannot be written: it is not a finite number, and JSON holds no others";
    fails(call("infinite").outputs(), 1, message);
}

pub(crate) fn other_version() {
    let mut call = call("nothing");
    let mut command = Command::new(call.command.get_program());
    command.args([COMMAND, "test::nothing@01234567"]);
    call.command = command;
    let held = component("nothing").signature();
    let message = format!(
        "the image holds another version of `test::nothing`: its signature is {held}, the pipeline expects 01234567; \
         build and push the image again, or compile the pipeline again"
    );
    fails(call, 4, &message);
}

pub(crate) fn unknown_component() {
    let mut call = call("nothing");
    let mut command = Command::new(call.command.get_program());
    command.args([COMMAND, "test::gone"]);
    call.command = command;
    let message = "the program holds no component `test::gone`; build and push the image again, or name the image that holds it";
    fails(call, 4, message);
}

pub(crate) fn unwritable_output() {
    let call = call("add").input("a=1").outputs();
    std::fs::write(call.folder.path().join("a"), "").unwrap();
    let mut call = call;
    let (code, text) = call.run();
    assert_eq!(code, 4);
    assert!(
        text.starts_with("error: cannot write output `output` to "),
        "{text}"
    );
}

pub(crate) fn trailing_newlines() {
    for text in ["", "a", "a\n", "\n\n", "{{x}}\n", "json:1", "@/etc/passwd"] {
        let wire = pipewright_ir::wire::encode_text(text);
        let mut call = call("echo").input(&format!("text={wire}")).outputs();
        call.succeeds();
        assert_eq!(call.given("output"), wire);
    }
}

pub(crate) fn long_words() {
    let long = "x".repeat(200 * 1024);
    let call = call("echo").outputs();
    let file = call.folder.path().join("argo_arg_5.txt");
    std::fs::write(&file, format!("text={long}")).unwrap();
    let mut call = call.input(&format!("@{}", Path::new(&file).display()));
    let (code, told) = call.run();
    assert_eq!((code, told.as_str()), (0, ""));
    assert_eq!(call.given("output"), long);
    let refused = |mut call: Call, limit: &str| {
        let (code, told) = call.run();
        assert_eq!(code, 1);
        let expected = format!(
            "error: output `output` has 300 KiB, and a parameter on Argo has at most {limit} KiB; return an artifact, such as \
             `Artifact<Text>`\n"
        );
        // A newline stands behind the text.
        assert_eq!(told, expected.replace("300", "301"));
    };
    let long = format!("text={}", "x".repeat(300 * 1024));
    let file = call.folder.path().join("argo_arg_6.txt");
    std::fs::write(&file, long).unwrap();
    let word = format!("@{}", Path::new(&file).display());
    refused(self::call("echo").outputs().input(&word), "256");
    refused(
        self::call("echo").outputs().input(&word).input("--max=127"),
        "127",
    );
}
