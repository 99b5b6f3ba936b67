use proptest::prelude::*;

use super::*;

const _: () = assert!(
    is_image_reference("registry.example/team/app:1.2") && !is_image_reference("Team/App:")
);

const DIGEST: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

#[test]
fn references() {
    let table = [
        "python",
        "python:3.13",
        "library/python",
        "registry.example/team/app:1.2",
        "localhost/app",
        "localhost:5000/app",
        "localhost:5000/team/app:v1",
        "registry.example.com:443/a/b/c",
        "Registry.Example.Com/app",
        "TEAM/app",
        "192.168.0.1:5000/app",
        "[::1]:5000/app",
        "[fe80::1]/app",
        "lightbend/ml-tf-recommender:0.1",
        "a/b_c/d__e/f.g/h---i",
        "app:A_b.C-d",
        "app:_",
        "localhost",
        "app:8080",
        "0",
    ];
    let longest_tag = format!("app:{}", "t".repeat(128));
    let longest_name = format!("team/{}", "a".repeat(250));
    let longest_single_name = "a".repeat(247);
    let digested = [
        format!("app@sha256:{DIGEST}"),
        format!("registry.example/team/app:1.2@sha256:{DIGEST}"),
        format!("app@sha512:{DIGEST}{DIGEST}"),
        format!("app:{DIGEST}"),
        format!("team/{DIGEST}"),
        longest_tag,
        longest_name,
        longest_single_name,
    ];
    for text in table.into_iter().chain(digested.iter().map(String::as_str)) {
        assert!(is_image_reference(text), "{text:?}");
        assert_eq!(image_hint(text), None, "{text:?}");
    }
}

#[test]
fn what_is_no_reference() {
    let table = [
        "",
        ":",
        "/",
        "@",
        ":tag",
        "app:",
        "app:tag:tag",
        "/app",
        "app/",
        "a//b",
        "App",
        "team/App",
        "registry.example/Team/app",
        "registry.example/",
        "registry.example:port/app",
        "registry.example:/app",
        "-registry.example/app",
        "ghcr-.io/app",
        "ghcr..io/app",
        ".registry.example/app",
        "[]/app",
        "[::1/app",
        "[x::1]/app",
        "-app",
        "app-",
        "a..b",
        "a___b",
        "a_-b",
        "app:-tag",
        "app:.tag",
        "app:ta/g!",
        "app name",
        "app\n",
        "https://registry.example/team/app",
        "${REGISTRY}/app",
        "{{inputs.parameters.image}}",
        "app@",
        "app@sha256:",
        "app@sha256:abc",
        "app@md5:abc",
        "app@sha256:abc@sha256:abc",
        "äpp",
        DIGEST,
    ];
    let upper_digest = format!("app@sha256:{}", DIGEST.to_uppercase());
    let long_tag = format!("app:{}", "t".repeat(129));
    let long_name = format!("team/{}", "a".repeat(251));
    let long_single_name = "a".repeat(248);
    let only_digest = format!("@sha256:{DIGEST}");
    for text in table.into_iter().chain([
        &*upper_digest,
        &*long_tag,
        &*long_name,
        &*long_single_name,
        &*only_digest,
    ]) {
        assert!(!is_image_reference(text), "{text:?}");
    }
}

#[test]
fn hints() {
    let table = [
        ("Team/App", "lower case"),
        ("registry.example/Team/app:v1", "lower case"),
        ("App", "lower case"),
        ("https://registry.example/team/app", "scheme"),
        ("my app", "spaces"),
        ("app:", "tag"),
        ("registry.example/", "name of the image"),
        ("app@sha256:abc", "64"),
        ("${REGISTRY}/app", "variables"),
    ];
    for (text, part) in table {
        assert!(
            image_hint(text).is_some_and(|hint| hint.contains(part)),
            "{text:?}: {:?}",
            image_hint(text)
        );
    }
    for text in ["", "app:-tag", "a..b"] {
        assert_eq!(image_hint(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        is_image_reference(&text);
        image_hint(&text);
    }

    #[test]
    fn what_looks_like_one_is_answered(text in r"[\[\]a-cA-C0-9:./@_ -]{0,40}") {
        let good = is_image_reference(&text);
        prop_assert!(!good || image_hint(&text).is_none());
    }

    #[test]
    fn what_follows_the_grammar_is_taken(
        domain in "(([a-zA-Z0-9]{1,5}(-[a-zA-Z0-9]{1,5})?\\.){1,3}[a-z]{2,3}(:[0-9]{1,5})?/)?",
        path in "[a-z0-9]{1,8}((_|__|-{1,3})[a-z0-9]{1,5}){0,2}(/[a-z0-9]{1,8}(\\.[a-z0-9]{1,5})?){0,3}",
        tag in "(:[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,20})?",
        digest in prop::option::of("[0-9a-f]{64}"),
    ) {
        let digest = digest.map_or_else(String::new, |digits| format!("@sha256:{digits}"));
        let text = format!("{domain}{path}{tag}{digest}");
        prop_assert!(is_image_reference(&text), "{}", text);
    }
}
