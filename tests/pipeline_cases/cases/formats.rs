use super::comparisons::bits;
use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![
        print_all(-128, u64::MAX, 0.1, 1e21, true, '{', "{{g}}"),
        print_all(127, 0, 1e-7, -0.0, false, '\u{7f}', "$(g)"),
        case("nested_formats")
            .with("a", 7)
            .with("b", "{{b}}")
            .skips(["if-1/text-2"])
            .gives("<7>{{b}}<7> true"),
        case("nested_formats")
            .with("a", 8)
            .with("b", "$$")
            .skips(["if-1/text"])
            .gives("false <8>$$<8>"),
        case("compare_formats")
            .with("a", "x")
            .with("n", 1)
            .gives(bits(&[true, true, true, true, true, false])),
        case("compare_formats")
            .with("a", "y")
            .with("n", 2)
            .gives(bits(&[false, false, false, false, true, false])),
    ];
    for a in ["a", "{{a}}", "'\"", "$(b)$"] {
        let text = format!("{{{{={{{a}}} {{{{{a}}}}} '{a}' \"{a}\" $({a}) ${a} \\{a}\n{a}\t}}}}");
        cases.push(case("punctuation").with("a", a).gives(text));
        cases.push(
            case("plain_formats")
                .with("a", a)
                .gives(format!("1-\"q\"-0007{a}1-\"q\"-0007no values {{}}")),
        );
    }
    cases
}

fn print_all(a: i8, b: u64, c: f32, d: f64, e: bool, f: char, g: &str) -> Case {
    let text = format!("{a}|{b}|{c}|{d}|{e}|{f}|{g}|{g}|3|3|0.1");
    let case = case("print_all")
        .with("a", a)
        .with("b", b)
        .with("c", c)
        .with("d", d)
        .with("e", e);
    case.with("f", f).with("g", g).gives(text)
}
