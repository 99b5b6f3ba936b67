//! Durations as users write them: `90s`, `10m`, `1h30m`.

use std::time::Duration;

/// Expectation of a number of seconds, for messages.
pub const SECONDS_EXPECTED: &str = "whole seconds, at least one";

/// Regular expression of the digits of seconds.
pub const SECONDS_PATTERN: &str = "^[1-9][0-9]*$";

/// Expectation of [`is_duration`], for messages.
pub const DURATION_EXPECTED: &str =
    "a duration of whole hours, minutes and seconds in this order, such as `90s`, `10m` or `1h30m`";

/// The longest duration that Argo can count, about 292 years.
const SECONDS_MAX: u64 = i64::MAX as u64 / 1_000_000_000;

/// Test for a duration: whole hours, minutes and seconds with the units `h`, `m`, `s`, each at most once and
/// in this order, and no longer than Argo can count (about 292 years).
///
/// These texts mean the same to Go. Fractions and shorter units are not taken, for Argo and Kubernetes count whole
/// seconds; a bare number is not taken, for its unit is a guess.
pub const fn is_duration(text: &str) -> bool {
    duration_seconds(text).is_some()
}

/// Test for a duration longer than nothing, as a timeout must be.
pub const fn is_positive_duration(text: &str) -> bool {
    matches!(duration_seconds(text), Some(1..))
}

/// The seconds in `text`, or `None` if it [is no duration](is_duration).
pub const fn duration_seconds(text: &str) -> Option<u64> {
    let bytes = text.as_bytes();
    if bytes.is_empty() {
        return None;
    }
    let mut total: u64 = 0;
    let mut last_unit = u64::MAX;
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let mut count: u64 = 0;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            count = count * 10 + (bytes[at] - b'0') as u64;
            if count > SECONDS_MAX {
                return None;
            }
            at += 1;
        }
        if at == start || at == bytes.len() {
            return None;
        }
        let unit = match bytes[at] {
            b'h' => 3600,
            b'm' => 60,
            b's' => 1,
            _ => return None,
        };
        if unit >= last_unit {
            return None;
        }
        last_unit = unit;
        total += count * unit;
        if total > SECONDS_MAX {
            return None;
        }
        at += 1;
    }
    Some(total)
}

/// The duration in `text`, or `None` if it [is none](is_duration).
///
/// ```
/// use std::time::Duration;
/// use pipewright_ir::kube::parse_duration;
///
/// assert_eq!(parse_duration("1h30m"), Some(Duration::from_secs(5400)));
/// assert_eq!(parse_duration("90"), None);
/// ```
pub fn parse_duration(text: &str) -> Option<Duration> {
    duration_seconds(text).map(Duration::from_secs)
}

/// The shortest text of a duration, such as `1h30m`; [`parse_duration`] reads it back.
///
/// Parts of a second count as a whole one, and more than Argo can count is cut to that.
pub fn format_duration(duration: Duration) -> String {
    let whole = duration
        .as_secs()
        .saturating_add(u64::from(duration.subsec_nanos() > 0));
    let seconds = whole.min(SECONDS_MAX);
    let parts = [
        (seconds / 3600, 'h'),
        (seconds / 60 % 60, 'm'),
        (seconds % 60, 's'),
    ];
    let text: String = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count}{unit}"))
        .collect();
    if text.is_empty() {
        "0s".to_owned()
    } else {
        text
    }
}

/// Hint on a text that [is no duration](is_duration), for common slips.
pub const fn duration_hint(text: &str) -> Option<&'static str> {
    let bytes = text.as_bytes();
    if bytes.is_empty() {
        return None;
    }
    let (mut digits, mut space, mut fraction, mut minus, mut upper) =
        (0, false, false, false, false);
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'0'..=b'9' => digits += 1,
            b' ' => space = true,
            b'.' => fraction = true,
            b'-' => minus = true,
            b'A'..=b'Z' => upper = true,
            _ => {}
        }
        at += 1;
    }
    if digits == bytes.len() {
        return Some("a number needs a unit: write `90s`, not `90`");
    }
    if minus {
        return Some("a duration cannot be negative");
    }
    if space {
        return Some("write it without spaces, such as `1h30m`");
    }
    if fraction {
        return Some("use whole numbers and a smaller unit: write `90m`, not `1.5h`");
    }
    if upper {
        return Some("units are lower case: `h`, `m`, `s`");
    }
    if digits == 0 {
        return None;
    }
    match bytes[bytes.len() - 1] {
        b'd' => Some("days are no unit here: write `24h`, not `1d`"),
        b's' if bytes.len() > 2 && matches!(bytes[bytes.len() - 2], b'm' | b'u' | b'n') => {
            Some("use whole seconds: write `1s`, not `500ms`")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const _: () = assert!(is_duration("1h30m") && !is_duration("90"));

    #[test]
    fn durations() {
        let table = [
            ("0s", 0),
            ("1s", 1),
            ("90s", 90),
            ("10m", 600),
            ("090s", 90),
            ("1h", 3600),
            ("1h30m", 5400),
            ("1h5s", 3605),
            ("1h2m3s", 3723),
            ("9223372036s", 9_223_372_036),
            ("2562047h47m16s", 9_223_372_036),
        ];
        for (text, seconds) in table {
            assert_eq!(duration_seconds(text), Some(seconds), "{text:?}");
            assert_eq!(is_positive_duration(text), seconds > 0, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_duration() {
        let table = [
            "",
            "0",
            "90",
            "s",
            "h1",
            "1",
            "1d",
            "500ms",
            "1us",
            "1.5h",
            "-1s",
            "+1s",
            "1 s",
            " 1s",
            "1s ",
            "1S",
            "1m1h",
            "1s1s",
            "1h30",
            "9223372037s",
            "2562047h47m17s",
            "99999999999999999999s",
            "１s",
            "1µs",
            "PT1H",
        ];
        for text in table {
            assert!(!is_duration(text), "{text:?}");
            assert!(!is_positive_duration(text), "{text:?}");
            assert_eq!(parse_duration(text), None, "{text:?}");
        }
    }

    #[test]
    fn hints() {
        let table = [
            ("90", "number needs a unit"),
            ("1d", "days are no unit"),
            ("500ms", "whole seconds"),
            ("1.5h", "whole numbers"),
            ("1 h", "without spaces"),
            ("1H", "lower case"),
            ("-1s", "negative"),
        ];
        for (text, part) in table {
            assert!(
                duration_hint(text).is_some_and(|hint| hint.contains(part)),
                "{text:?}"
            );
        }
        assert_eq!(duration_hint(""), None);
        assert_eq!(duration_hint("soon"), None);
        assert_eq!(duration_hint("days"), None);
    }

    #[test]
    fn texts() {
        let table = [
            (Duration::ZERO, "0s"),
            (Duration::from_millis(1), "1s"),
            (Duration::from_millis(59_001), "1m"),
            (Duration::from_secs(90), "1m30s"),
            (Duration::from_secs(3600), "1h"),
            (Duration::from_secs(86_400), "24h"),
            (Duration::MAX, "2562047h47m16s"),
        ];
        for (duration, text) in table {
            assert_eq!(format_duration(duration), text);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in any::<String>()) {
            let hint = duration_hint(&text);
            prop_assert_eq!(parse_duration(&text).is_some(), is_duration(&text));
            prop_assert!(hint.is_none() || !text.is_empty());
        }

        #[test]
        fn no_hint_for_a_duration(text in "([0-9]{1,4}h)?([0-9]{1,4}m)?([0-9]{1,4}s)?") {
            prop_assert_eq!(is_duration(&text), !text.is_empty());
            prop_assert_eq!(duration_hint(&text), None);
        }

        #[test]
        fn what_is_printed_is_read_back(seconds in 0..=SECONDS_MAX) {
            let duration = Duration::from_secs(seconds);
            prop_assert_eq!(parse_duration(&format_duration(duration)), Some(duration));
        }
    }
}
