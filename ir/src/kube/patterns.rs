//! Tests of the regular expressions of grammars against the grammars.

use super::*;
use proptest::prelude::*;
use regex_lite::Regex;

fn matches(pattern: &str, text: &str) -> bool {
    Regex::new(pattern).unwrap().is_match(text)
}

/// Expectations come into messages of Argo, which looks for tags in them.
#[test]
fn expectations_hold_no_quotes() {
    for text in [
        MEMORY_EXPECTED,
        POSITIVE_QUANTITY_EXPECTED,
        IMAGE_REFERENCE_EXPECTED,
        SECONDS_EXPECTED,
    ] {
        assert!(!text.contains(['\'', '\\', '{']), "{text}");
    }
}

#[test]
fn quantities() {
    for text in [
        "1", "500m", "1.5", ".5", "5.", "+2", "1e3", "1E-3", "0.001k", "2Ki", "1Ei", "007",
    ] {
        assert!(
            is_positive_quantity(text) && matches(QUANTITY_PATTERN, text),
            "{text}"
        );
    }
    for text in [
        "", "0", "0.0m", "-1", "1 Gi", "1gi", "5Gb", "half", ".", "1e", "1i", "1\n", "\n1",
        "1.5.1", "{{1}}",
    ] {
        assert!(
            !is_positive_quantity(text) && !matches(QUANTITY_PATTERN, text),
            "{text}"
        );
    }
}

#[test]
fn memory() {
    for text in [
        "1",
        "4096",
        "1k",
        "512Mi",
        "1.5Gi",
        "0.1Gi",
        "1e3",
        "1.5e3",
        "2000m",
        "3000000u",
        "1000000000n",
        "2.0",
    ] {
        assert!(is_memory(text) && matches(MEMORY_PATTERN, text), "{text}");
    }
    for text in [
        "512m", "0.5", "1.5", "1u", "1500m", "0Gi", "lots", "64mi", "", "64Mi\n",
    ] {
        assert!(!is_memory(text) && !matches(MEMORY_PATTERN, text), "{text}");
    }
}

#[test]
fn images() {
    for text in [
        "a",
        "python:3.13",
        "json:nul",
        "registry.example/team/app:1.2",
        "localhost:5000/a/b__c--d.e",
        "Host/a",
        "[::1]:80/a",
    ] {
        assert!(
            is_image_reference(text) && matches(IMAGE_REFERENCE_PATTERN, text),
            "{text}"
        );
    }
    for text in [
        "",
        "Test",
        "a b",
        "a:",
        "a/",
        "/a",
        "a//b",
        "-a/b",
        "a-/b",
        "a___b",
        "a@sha256:0",
        "a:b:c",
        "a\n",
        "a'b",
    ] {
        assert!(
            !is_image_reference(text) && !matches(IMAGE_REFERENCE_PATTERN, text),
            "{text}"
        );
    }
}

#[test]
fn seconds() {
    for (text, fits) in [
        ("1", true),
        ("3600", true),
        ("0", false),
        ("-1", false),
        ("01", false),
        ("", false),
    ] {
        assert_eq!(matches(SECONDS_PATTERN, text), fits, "{text}");
    }
}

proptest! {
    #[test]
    fn quantities_fit(text in "[+-]?[0-9]{0,4}[.]?[0-9]{0,4}([numkKMGTPEiegb]{0,2}|e[-+]?[0-9]{1,2})") {
        prop_assert_eq!(is_positive_quantity(&text), matches(QUANTITY_PATTERN, &text));
        if is_memory(&text) {
            prop_assert!(matches(MEMORY_PATTERN, &text));
        }
        if matches(MEMORY_PATTERN, &text) {
            prop_assert!(is_positive_quantity(&text));
        }
    }

    #[test]
    fn images_fit(text in "[a-cA1:./_@\\[\\]-]{0,12}(:[a-zA-Z0-9._-]{0,4})?(@sha256:[0-9a-f]{63,64})?") {
        prop_assert_eq!(is_image_reference(&text), matches(IMAGE_REFERENCE_PATTERN, &text));
    }
}
