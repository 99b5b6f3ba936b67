use proptest::prelude::*;

use super::*;

const _: () = assert!(is_quantity("1.5Gi") && !is_quantity("5Gb"));

#[test]
fn memory() {
    for text in [
        "1", "4096", "1k", "512Mi", "1.5Gi", "0.1Gi", "1.0001k", "1e3", "1.5e3", "2000m", "100Ei",
    ] {
        assert!(is_memory(text), "{text:?}");
        assert_eq!(memory_hint(text), None, "{text:?}");
    }
    let table = [
        ("512m", "a thousandth of a byte"),
        ("1500m", "a thousandth of a byte"),
        ("1u", "parts of a byte"),
        ("1500000001n", "parts of a byte"),
        ("0.5", "parts of a byte"),
        ("1.5", "parts of a byte"),
        ("1e-3", "parts of a byte"),
        ("0.0001k", "parts of a byte"),
        ("5Gb", "no `b`"),
        ("1 Gi", "without spaces"),
    ];
    for (text, part) in table {
        assert!(!is_memory(text), "{text:?}");
        assert!(
            memory_hint(text).is_some_and(|hint| hint.contains(part)),
            "{text:?}: {:?}",
            memory_hint(text)
        );
    }
    for text in ["", "0", "-1Gi", "0Gi"] {
        assert!(!is_memory(text), "{text:?}");
        assert_eq!(memory_hint(text), None, "{text:?}");
    }
}

#[test]
fn quantities() {
    let table = [
        ("0", 0),
        ("1", GIGA),
        ("+1", GIGA),
        ("-1", -GIGA),
        (".5", GIGA / 2),
        ("5.", 5 * GIGA),
        ("0.5", GIGA / 2),
        ("100m", GIGA / 10),
        ("1n", 1),
        ("1u", 1000),
        ("5k", 5_000 * GIGA),
        ("5G", 5 * GIGA * GIGA),
        ("1Ki", 1024 * GIGA),
        ("1.5Gi", 3 * (1 << 29) * GIGA),
        ("-1.5Ki", -1536 * GIGA),
        ("128974848", 128_974_848 * GIGA),
        ("12e6", 12_000_000 * GIGA),
        ("1e3", 1000 * GIGA),
        ("1E3", 1000 * GIGA),
        ("1e+3", 1000 * GIGA),
        ("1e-3", GIGA / 1000),
        ("1E", GIGA * GIGA * GIGA),
        ("1Ei", (1 << 60) * GIGA),
        ("007", 7 * GIGA),
        ("0.0000000001", 1),
        ("-0.0000000001", -1),
        ("1e-2147483647", 1),
        ("0e2147483647", 0),
        ("1e2147483647", NANOS_MAX),
        ("9223372036854775807", NANOS_MAX),
        ("9223372036854775808", NANOS_MAX),
        ("-100Ei", -NANOS_MAX),
        ("9999999999999999999Ei", NANOS_MAX),
        ("0.00000000000000000000000000000000000000005", 1),
    ];
    for (text, nanos) in table {
        assert_eq!(quantity_nanos(text), Some(nanos), "{text:?}");
        assert_eq!(is_positive_quantity(text), nanos > 0, "{text:?}");
        assert_eq!(quantity_hint(text), None, "{text:?}");
    }
    assert_eq!(quantity_nanos(&"9".repeat(100)), Some(NANOS_MAX));
    assert_eq!(
        quantity_nanos(&format!("0.{}", "3".repeat(100))),
        Some(333_333_334)
    );
}

#[test]
fn what_is_no_quantity() {
    let table = [
        "",
        " ",
        "Gi",
        "5Gb",
        "5GB",
        "5gi",
        "5g",
        "5K",
        "1.5.0",
        "1 Gi",
        " 1",
        "1 ",
        "1e",
        "1e+",
        "1e1.5",
        "1E1i",
        "e3",
        ".",
        "+",
        "-",
        "+.",
        "--1",
        "1-",
        "1,5",
        "1_000",
        "0x10",
        "10%",
        "1Gi1",
        "1ki",
        "1mi",
        "1ni",
        "１",
        "1µ",
        "inf",
        "NaN",
        "{{x}}",
        "1e2147483648",
    ];
    for text in table {
        assert!(!is_quantity(text), "{text:?}");
        assert!(!is_positive_quantity(text), "{text:?}");
        assert_eq!(quantity_nanos(text), None, "{text:?}");
    }
}

#[test]
fn hints() {
    let table = [
        ("5Gb", "no `b`"),
        ("512GiB", "no `b`"),
        ("5gb", "no `b`"),
        ("1 Gi", "without spaces"),
        ("1,5", "a point"),
        ("1.5.0", "one decimal point"),
        ("5K", "kilo"),
        ("5g", "upper case"),
        ("5gi", "upper case"),
        ("5ki", "upper case"),
        ("1e", "exponent"),
        ("512b", "bytes"),
        ("2c", "CPUs"),
        ("50%", "percentages"),
        ("1_000", "separators"),
        ("Gi", "in front"),
        ("x", "in front"),
    ];
    for (text, part) in table {
        assert!(
            quantity_hint(text).is_some_and(|hint| hint.contains(part)),
            "{text:?}: {:?}",
            quantity_hint(text)
        );
    }
    for text in ["", "5x", "5xyz", "1e1.5", "1Gi1"] {
        assert_eq!(quantity_hint(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        quantity_hint(&text);
        prop_assert_eq!(quantity_nanos(&text).is_some(), is_quantity(&text));
    }

    #[test]
    fn what_looks_like_one_is_answered(text in "[-+]?[0-9.]{0,25}[eEnumkKMGTPi]{0,2}[-+]?[0-9]{0,11}") {
        let nanos = quantity_nanos(&text);
        prop_assert!(nanos.is_none_or(|nanos| (-NANOS_MAX..=NANOS_MAX).contains(&nanos)));
    }

    #[test]
    fn printed_numbers_are_read(
        whole in 0..1_000_000_i128,
        thousandths in 0..1000_i128,
        suffix in prop::sample::select(vec![
            ("", GIGA), ("k", 1000 * GIGA), ("M", 1_000_000 * GIGA), ("Ki", 1024 * GIGA), ("Mi", (1 << 20) * GIGA),
            ("e2", 100 * GIGA), ("m", GIGA / 1000),
        ]),
    ) {
        let (suffix, unit) = suffix;
        let expected = (whole * 1000 + thousandths) * unit / 1000;
        prop_assert_eq!(quantity_nanos(&format!("{whole}.{thousandths:03}{suffix}")), Some(expected));
        prop_assert_eq!(quantity_nanos(&format!("-{whole}.{thousandths:03}{suffix}")), Some(-expected));
    }
}
