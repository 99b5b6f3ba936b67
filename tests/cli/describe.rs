//! `list`, `describe` and `graph`.

use test_support::{compare, stdout};

#[test]
fn pipelines_are_listed_in_the_order_of_the_source() {
    assert_eq!(
        stdout("several", &["list"]),
        "typed   Takes a parameter of every type.\nhalves  Gives two outputs, or fails.\nimages  Needs two images.\n"
    );
    assert_eq!(
        stdout("calculation", &["list"]),
        "calculation  A toy pipeline that performs arithmetic calculations.\n"
    );
}

#[test]
fn each_type_is_described() {
    for name in ["typed", "halves", "images"] {
        compare(
            &format!("cli/describe/{name}.txt"),
            &stdout("several", &["describe", name]),
        );
        let json = stdout("several", &["describe", name, "--json"]);
        compare(&format!("cli/describe/{name}.json"), &json);
        let read: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(read["name"], name);
    }
}

#[test]
fn diagrams_have_two_languages() {
    let mermaid = stdout("several", &["graph", "images"]);
    assert!(mermaid.starts_with("flowchart TD\n"), "{mermaid}");
    assert_eq!(
        mermaid,
        stdout("several", &["graph", "images", "--format", "mermaid"])
    );
    let dot = stdout("several", &["graph", "images", "--format", "dot"]);
    assert!(dot.starts_with("digraph ") && dot.ends_with("}\n"), "{dot}");
}
