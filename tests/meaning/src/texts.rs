//! Texts and what is asked of them.

use crate::case::s;
use crate::components::Parts;

bodies! {
    fn lengths_in_texts(a: String) -> usize { size(a.len()) }
    with (s(""),), (s("abc"),), (s("é"),), (s("😀"),), (s("a\0b"),), (s("{{x}}"),), (s("\"\\"),);

    fn emptiness(a: String, b: String) -> String { truths([a.is_empty(), b.is_empty(), !a.is_empty()]) }
    with (s(""), s(" ")), (s("a"), s("")), (s("\n"), s("null"));

    fn emptiness_as_a_condition(a: String) -> String { if a.is_empty() { echo("nothing") } else { echo(a) } }
    with (s(""),), (s(" "),), (s("nothing"),);

    fn contains_a_literal(a: String) -> String { truths([a.contains("b"), a.contains(""), a.contains("{{"), a.contains("\"")]) }
    with (s("abc"),), (s(""),), (s("{{b}}"),), (s("\"B\""),);

    fn contains_another(a: String, b: String) -> bool { truth(a.contains(b)) }
    plain { truth(a.contains(b.as_str())) }
    with (s("abc"), s("bc")), (s("abc"), s("")), (s(""), s("a")), (s("a.c"), s("a.c")), (s("abc"), s("a.c")), (s("é"), s("e"));

    fn starts_with_a_literal(a: String) -> String { truths([a.starts_with("ab"), a.starts_with(""), a.starts_with("^"), a.starts_with("$(")]) }
    with (s("abc"),), (s("ab"),), (s("a"),), (s(""),), (s("^"),), (s("$(x)"),);

    fn ends_with_a_literal(a: String) -> String { truths([a.ends_with("bc"), a.ends_with(""), a.ends_with("$"), a.ends_with("}}")]) }
    with (s("abc"),), (s("bc"),), (s("c"),), (s(""),), (s("x$"),), (s("{{x}}"),);

    fn starts_and_ends_with_another(a: String, b: String) -> String { truths([a.starts_with(b), a.ends_with(b)]) }
    plain { truths([a.starts_with(b.as_str()), a.ends_with(b.as_str())]) }
    with (s("abc"), s("a")), (s("abc"), s("c")), (s("aa"), s("a")), (s(""), s("")), (s("😀é"), s("é"));

    fn cases_of_letters(a: String) -> String { format!("{}|{}", echo(a.to_lowercase()), echo(a.to_uppercase())) }
    with (s("Abc"),), (s(""),), (s("ÀÉñ"),), (s("123{{X}}"),), (s("a\nB\""),);

    fn cases_in_conditions(a: String) -> i64 { if a.to_lowercase() == "yes" { same(1) } else if a.to_uppercase() == a { same(2) } else { same(3) } }
    with (s("YES"),), (s("yEs"),), (s("NO"),), (s("no"),), (s(""),);

    fn case_of_a_case(a: String) -> String { echo(a.to_lowercase().to_uppercase()) }
    with (s("aBc"),), (s("Ünï"),);

    fn data_is_no_code(a: String) -> String { echo(a) }
    with (s("{{workflow.name}}"),), (s("$(reboot)"),), (s("$$(x)"),), (s("null"),), (s("\"quoted\""),), (s("[1]"),),
        (s("{\"a\":1}"),), (s("true"),), (s("01"),), (s("'; rm"),), (s("line\nline\r\n\ttab"),), (s("\u{0}\u{7f}\u{85}\u{2028}"),),
        (s(" space "),), (s("=1+1"),), (s("json:x"),), (s("-x"),), (s("--flag=1"),), (s("😀"),);

    fn data_through_blocks(a: String) -> String {
        let b = if a.len() > 3 { echo(a.clone()) } else { a.clone() };
        let c = format!("{b}{a}");
        if c.contains("{{") { echo(c) } else { b }
    }
    with (s("{{workflow.name}}"),), (s("$(x"),), (s("null"),), (s(""),), (s("a\\b"),), (s("\"\""),), (s("{{"),);

    fn words_and_back(a: String) -> String { join(words(a)) }
    with (s("a b c"),), (s(""),), (s(" {{a}} $(b) "),), (s("\" ' \\ null 1"),);

    fn literals(n: i64) -> String {
        same(n);
        join([echo(""), echo("{{x}}"), echo("$(y)"), echo("a\"b\\c\n"), echo("null"), echo("é😀\u{7f}")])
    }
    with (1,);

    fn chosen_literals(n: i64) -> String {
        let text = if n > 0 { "{{workflow.name}}" } else { "$(x) \"y\"\\\n" };
        echo(text)
    }
    with (1,), (0,);

    fn chosen_text(n: i64, a: String) -> String {
        let text = if n > 0 { a } else { "plain".to_owned() };
        echo(text)
    }
    with (1, s("a")), (0, s("a")), (1, s("{{=1}}"));

    fn several_outputs(a: String) -> String {
        let parts = split(a.clone());
        let more = split(format!("{}{}", parts.head, a));
        format!("{} {} {} {}", parts.head, parts.length, more.head, more.length)
    }
    with (s(""),), (s("ab"),), (s("abcdef"),), (s("{{é}}"),), (s("😀😀😀😀"),);

    fn struct_of_outputs(a: String) -> Parts {
        let parts = split(a);
        PartsHandles { head: format!("<{}>", parts.head), length: parts.length * 2 + 1 }
    }
    with (s(""),), (s("abcd"),), (s("\"{{"),);

    fn outputs_handed_on(a: String, n: i64) -> Parts {
        if n > 0 { split(a) } else { split(format!("{n}{a}")) }
    }
    with (s("abcd"), 1), (s("abcd"), -10), (s(""), 0);

    fn character(sign: char) -> String { format!("{}{sign}{}", letter(sign), letter('{')) }
    with ('a',), ('"',), ('\\',), ('{',), ('\n',), ('😀',), ('\u{0}',), ('$',);

    fn unit_outputs(a: String, n: i64) -> i64 {
        note(a.clone());
        if n > 0 { note(format!("{a}{n}")); } else { note("none"); }
        same(n)
    }
    with (s("a"), 1), (s("{{"), 0);
}
