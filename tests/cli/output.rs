//! Where the text goes: standard output, files, readers that go away.

use crate::refused;
use std::fs;
use std::process::Stdio;
use test_support::{command, ran, run, stdout};

#[test]
fn a_file_is_written_as_a_whole() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("out.yaml");
    let path = file.to_str().expect("the path is UTF-8");
    let yaml = stdout("calculation", &[]);
    for _ in 0..2 {
        assert_eq!(stdout("calculation", &["compile", "-o", path]), "");
        assert_eq!(fs::read_to_string(&file).expect("the file is there"), yaml);
    }
    let entries = fs::read_dir(&folder).expect("the folder is there");
    assert_eq!(entries.count(), 1, "nothing else is left behind");

    // What cannot be compiled leaves the file as it was.
    assert_eq!(run("several", &["compile", "--output", path]).code, 3);
    assert_eq!(fs::read_to_string(&file).expect("the file is there"), yaml);
    assert_eq!(stdout("calculation", &["compile", "-o", "-"]), yaml);
}

#[test]
fn a_relative_file_is_in_the_current_folder() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut command = command("calculation", &["compile", "-o", "out.yaml"]);
    assert_eq!(ran(command.current_dir(&folder)).code, 0);
    let written = fs::read_to_string(folder.path().join("out.yaml"));
    assert_eq!(
        written.expect("the file is there"),
        stdout("calculation", &[])
    );
}

#[test]
fn a_file_that_cannot_be_written_is_told() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("missing/out.yaml");
    let path = path.to_str().expect("the path is UTF-8");
    let message = refused(4, "calculation", &["compile", "-o", path]);
    assert_eq!(
        message,
        format!("error: cannot write {path}: No such file or directory (os error 2)\n")
    );
    let folder = folder.path().to_str().expect("the path is UTF-8");
    let message = refused(4, "calculation", &["compile", "-o", folder]);
    assert!(
        message.starts_with(&format!("error: cannot write {folder}: ")),
        "{message}"
    );
}

#[cfg(unix)]
#[test]
fn what_is_there_stays_what_it_is() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().expect("a folder can be made");
    let (file, link) = (folder.path().join("file"), folder.path().join("link"));
    fs::write(&file, "old").expect("the file can be written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("they can be set");
    symlink(&file, &link).expect("a link can be made");
    let path = link.to_str().expect("the path is UTF-8");
    stdout("calculation", &["compile", "-o", path]);
    assert!(link.is_symlink());
    assert_eq!(
        fs::read_to_string(&file).expect("the file is there"),
        stdout("calculation", &[])
    );
    let mode = |path| {
        fs::metadata(path)
            .expect("the file is there")
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!(mode(&file), 0o640);

    // Others may read what is new, as they may read all other new files.
    let (new, other) = (folder.path().join("new"), folder.path().join("other"));
    stdout(
        "calculation",
        &["compile", "-o", new.to_str().expect("the path is UTF-8")],
    );
    fs::write(&other, "").expect("the file can be written");
    assert_eq!(mode(&new), mode(&other));

    // Devices are written to, not replaced.
    assert_eq!(stdout("calculation", &["compile", "-o", "/dev/null"]), "");
    assert!(!fs::metadata("/dev/null").expect("there is one").is_file());
    assert_eq!(
        stdout("calculation", &["compile", "-o", "/dev/stdout"]),
        stdout("calculation", &[])
    );
}

#[test]
fn a_reader_may_go_away() {
    for words in [&[][..], &["--help"], &["describe"], &["graph"], &["list"]] {
        let mut child = command("calculation", words)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        drop(child.stdout.take());
        let ended = child.wait_with_output().expect("the program ends");
        assert_eq!(
            (ended.status.code(), ended.stderr),
            (Some(0), vec![]),
            "{words:?}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = fs::File::create("/dev/full").expect("there is one");
    let mut command = command("calculation", &[]);
    let ended = command
        .stdout(full)
        .output()
        .expect("the program can be started");
    let message = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(4));
    assert!(
        message.starts_with("error: cannot write to standard output: "),
        "{message}"
    );
}

/// Ways to write a file: the YAML of `compile`, and the output of a component.
#[cfg(unix)]
fn write(file: &std::path::Path) -> [(i32, String); 2] {
    let path = file.to_str().expect("the path is UTF-8");
    let compiled = run("calculation", &["compile", "-o", path]);
    // The file has the name of the output.
    let folder = tempfile::tempdir().expect("there is room");
    let output = folder.path().join("output");
    std::os::unix::fs::symlink(file, &output).expect("there is room");
    let out = format!("--out={}", folder.path().display());
    let words = ["exec", "calculation::add", r#"{"a":"1","b":"2"}"#, &out];
    let ran = run("calculation", &words);
    assert!(output.is_symlink(), "a link stays one");
    [(compiled.code, compiled.stderr), (ran.code, ran.stderr)]
}

#[cfg(unix)]
#[test]
fn nothing_is_replaced_in_silence() {
    use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
    let folder = tempfile::tempdir().expect("there is room");
    let path = |name: &str| folder.path().join(name);
    // A file that nobody may write.
    let file = path("read-only");
    fs::write(&file, "old").expect("there is room");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("they can be set");
    for (code, told) in write(&file) {
        assert!(code == 4 && told.contains("it is read-only"), "{told}");
    }
    assert_eq!(fs::read_to_string(&file).expect("it is there"), "old");
    // A link to nothing.
    let link = path("dangling");
    symlink(path("nothing"), &link).expect("there is room");
    for (code, told) in write(&link) {
        assert!(
            code == 4 && told.contains("a link to what is not there"),
            "{told}"
        );
    }
    assert!(link.is_symlink() && !path("nothing").exists());
    // A device, and a pipe.
    for (code, told) in write(std::path::Path::new("/dev/full")) {
        assert!(code == 4 && told.contains("No space left"), "{told}");
    }
    let kind = fs::metadata("/dev/full").expect("there is one").file_type();
    assert!(kind.is_char_device());
    let pipe = path("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("it runs").success());
    let read = std::thread::spawn({
        let pipe = pipe.clone();
        move || [(); 2].map(|()| fs::read_to_string(&pipe).expect("it can be read"))
    });
    for (code, told) in write(&pipe) {
        assert_eq!(code, 0, "{told}");
    }
    let [yaml, output] = read.join().expect("it ends");
    assert!(
        yaml.starts_with("apiVersion") && output == "3\n",
        "{output}"
    );
    // A file with two names keeps both.
    let (one, other) = (path("one"), path("other"));
    fs::write(&one, "old").expect("there is room");
    fs::hard_link(&one, &other).expect("there are links");
    for (code, told) in write(&one) {
        assert_eq!(code, 0, "{told}");
    }
    assert_eq!(fs::read_to_string(&other).expect("it is there"), "3\n");
}
