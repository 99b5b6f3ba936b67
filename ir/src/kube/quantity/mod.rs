//! Quantities of CPU, memory and storage: `500m`, `2`, `1.5Gi`.

/// Expectation of [`is_quantity`], for messages.
pub const QUANTITY_EXPECTED: &str = "a Kubernetes quantity such as `500m`, `2`, `1.5Gi`";

/// Expectation of [`is_positive_quantity`], for messages.
pub const POSITIVE_QUANTITY_EXPECTED: &str =
    "a Kubernetes quantity above zero such as `500m`, `2`, `1.5Gi`";

/// Expectation of [`is_memory`], for messages.
pub const MEMORY_EXPECTED: &str =
    "an amount of memory above zero such as `512Mi`, `1.5Gi`, or a number of bytes";

/// Regular expression of quantities [above zero](is_positive_quantity).
pub const QUANTITY_PATTERN: &str = "^[+]?(0*[1-9][0-9]*[.]?[0-9]*|0*[.]0*[1-9][0-9]*)\
    ([numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]{1,9})?$";

/// Regular expression of [amounts of memory](is_memory) with at most nine decimals. It matches parts of a byte, too, where these
/// are written with a larger unit or an exponent: Kubernetes takes them for a byte.
pub const MEMORY_PATTERN: &str = "^[+]?(0*[1-9][0-9]*[.]?0*\
    |(0*[1-9][0-9]*[.]?[0-9]*|0*[.]0*[1-9][0-9]*)([kMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]{1,9})\
    |0*[1-9][0-9]*000[.]?0*m|0*[1-9][0-9]*0{6}[.]?0*u|0*[1-9][0-9]*0{9}[.]?0*n)$";

/// One, in billionths.
const GIGA: i128 = 1_000_000_000;

/// The largest magnitude, in billionths; Kubernetes cuts what is beyond.
const NANOS_MAX: i128 = i64::MAX as i128 * GIGA;

/// Significant digits that are kept: as many as the largest magnitude has.
const DIGITS_MAX: u32 = 19;

/// Test for a quantity of Kubernetes: a decimal number, with a sign or without, and a suffix or none.
///
/// The suffixes are `n u m k M G T P E` (powers of 1000), `Ki Mi Gi Ti Pi Ei` (powers of 1024) and decimal exponents such
/// as `e3` and `E-2`.
pub const fn is_quantity(text: &str) -> bool {
    parse(text.as_bytes()).is_some()
}

/// Test for a quantity above zero, as a request for CPU or memory must be.
pub const fn is_positive_quantity(text: &str) -> bool {
    matches!(quantity_nanos(text), Some(1..))
}

/// Test for a quantity of bytes above zero, as a request for memory must be. Without a unit it is bytes.
///
/// What is less than a byte, or a byte and a fraction without a larger unit, is none, although Kubernetes takes it: `512m` is
/// half a byte.
pub const fn is_memory(text: &str) -> bool {
    let bytes = text.as_bytes();
    match quantity_nanos(text) {
        Some(nanos @ 1..) => nanos % GIGA == 0 || nanos > GIGA && has_large_unit(bytes),
        _ => false,
    }
}

/// Whether a quantity has a unit of more than one, of which a fraction makes sense.
const fn has_large_unit(bytes: &[u8]) -> bool {
    !bytes.is_empty()
        && matches!(
            bytes[bytes.len() - 1],
            b'k' | b'M' | b'G' | b'T' | b'P' | b'E' | b'i'
        )
}

/// Hint on a text that [is no memory](is_memory), for common slips.
pub const fn memory_hint(text: &str) -> Option<&'static str> {
    if is_memory(text) || !is_positive_quantity(text) {
        return quantity_hint(text);
    }
    let bytes = text.as_bytes();
    match bytes[bytes.len() - 1] {
        b'm' => Some(
            "`m` is a thousandth of a byte: a million bytes are `M`, such as `512M`, or `512Mi`",
        ),
        b'u' | b'n' => {
            Some("there are no parts of a byte: write whole bytes, or a unit such as `512Mi`")
        }
        _ => Some(
            "there are no parts of a byte: without a unit it is bytes; write a unit such as `1.5Gi`",
        ),
    }
}

/// The value of a quantity in billionths, or `None` if `text` [is no quantity](is_quantity); to compare two of them.
///
/// As in Kubernetes, what is smaller than a billionth is rounded up (away from zero), and what is beyond 2⁶³-1 is cut to
/// that. Digits after the 19th significant one are rounded up too.
///
/// ```
/// use pipewright_ir::kube::quantity_nanos;
///
/// assert_eq!(quantity_nanos("1500m"), quantity_nanos("1.5"));
/// assert!(quantity_nanos("1G") < quantity_nanos("1Gi"));
/// ```
pub const fn quantity_nanos(text: &str) -> Option<i128> {
    match parse(text.as_bytes()) {
        Some(number) => Some(number.nanos()),
        None => None,
    }
}

/// Hint on a text that [is no quantity](is_quantity), for common slips.
pub const fn quantity_hint(text: &str) -> Option<&'static str> {
    let bytes = text.as_bytes();
    if bytes.is_empty() || is_quantity(text) {
        return None;
    }
    let mut points = 0;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b' ' => return Some("write it without spaces: `1Gi`, not `1 Gi`"),
            b',' => return Some("the decimal separator is a point: `1.5`, not `1,5`"),
            b'_' => return Some("write the digits without separators: `1000`, not `1_000`"),
            b'%' => return Some("percentages are no quantities: half a CPU is `500m`"),
            b'.' => points += 1,
            _ => {}
        }
        at += 1;
    }
    if points > 1 {
        return Some("a number has one decimal point at most");
    }
    match number_end(bytes) {
        Some(end) => suffix_hint(bytes, end),
        None => Some("put a number in front of the unit, such as `1Gi`"),
    }
}

const fn suffix_hint(bytes: &[u8], start: usize) -> Option<&'static str> {
    let mut letters = 0;
    while start + letters < bytes.len() && bytes[start + letters].is_ascii_alphabetic() {
        letters += 1;
    }
    if letters == 0 || start + letters != bytes.len() {
        return None;
    }
    let first = bytes[start];
    let last = bytes[bytes.len() - 1];
    if letters == 1 {
        return match first {
            b'K' => Some("kilo is `k` (1000) or `Ki` (1024), not `K`"),
            b'g' | b't' | b'p' => Some("units above kilo are upper case: `5G` or `5Gi`, not `5g`"),
            b'e' => Some("an exponent needs digits: `1e3`; the unit exa is `E` or `Ei`"),
            b'b' | b'B' => Some("bytes have no unit: write `512`, not `512b`"),
            b'c' | b'C' => Some("CPUs have no unit: write `2`, or `500m` for half of one"),
            _ => None,
        };
    }
    if matches!(last, b'b' | b'B') && letters <= 3 {
        return Some("units have no `b`: write `5G` or `5Gi`, not `5Gb`");
    }
    if letters == 2 && matches!(last, b'i' | b'I') {
        return Some(
            "units of 1024 are `Ki`, `Mi`, `Gi`, `Ti`, `Pi` and `Ei`, with the first letter in upper case",
        );
    }
    None
}

/// `digits` · 10^`exponent` · 1024^`kibi`, and a little more if `more`.
struct Number {
    negative: bool,
    digits: i128,
    exponent: i64,
    kibi: u32,
    more: bool,
}

impl Number {
    const fn nanos(&self) -> i128 {
        let mut value = self.digits;
        let mut more = self.more;
        let mut power = 0;
        while power < self.kibi {
            value *= 1024;
            power += 1;
        }
        let mut exponent = self.exponent + 9;
        while exponent > 0 && value > 0 && value <= NANOS_MAX {
            value *= 10;
            exponent -= 1;
        }
        while exponent < 0 && value > 0 {
            more |= value % 10 != 0;
            value /= 10;
            exponent += 1;
        }
        if more {
            value += 1;
        }
        if value > NANOS_MAX {
            value = NANOS_MAX;
        }
        if self.negative { -value } else { value }
    }
}

/// The end of the sign and the digits, or `None` without any digit.
const fn number_end(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    if !bytes.is_empty() && matches!(bytes[0], b'+' | b'-') {
        at = 1;
    }
    let mut digits = 0;
    let mut points = 0;
    while at < bytes.len() && (bytes[at].is_ascii_digit() || bytes[at] == b'.' && points == 0) {
        if bytes[at] == b'.' {
            points += 1;
        } else {
            digits += 1;
        }
        at += 1;
    }
    if digits == 0 { None } else { Some(at) }
}

const fn parse(bytes: &[u8]) -> Option<Number> {
    let Some(end) = number_end(bytes) else {
        return None;
    };
    let Some((scale, kibi)) = suffix(bytes, end) else {
        return None;
    };
    let mut number = Number {
        negative: bytes[0] == b'-',
        digits: 0,
        exponent: scale,
        kibi,
        more: false,
    };
    let mut kept = 0;
    let mut after_point = false;
    let mut at = 0;
    while at < end {
        let byte = bytes[at];
        at += 1;
        if byte == b'.' {
            after_point = true;
        }
        if !byte.is_ascii_digit() {
            continue;
        }
        if kept < DIGITS_MAX {
            number.digits = number.digits * 10 + (byte - b'0') as i128;
            if number.digits > 0 {
                kept += 1;
            }
            number.exponent -= after_point as i64;
        } else {
            number.more |= byte != b'0';
            number.exponent += !after_point as i64;
        }
    }
    Some(number)
}

/// The powers of 10 and of 1024 that a suffix stands for.
const fn suffix(bytes: &[u8], start: usize) -> Option<(i64, u32)> {
    let length = bytes.len() - start;
    if length == 0 {
        return Some((0, 0));
    }
    let first = bytes[start];
    if length == 1 {
        return match first {
            b'n' => Some((-9, 0)),
            b'u' => Some((-6, 0)),
            b'm' => Some((-3, 0)),
            b'k' => Some((3, 0)),
            b'M' => Some((6, 0)),
            b'G' => Some((9, 0)),
            b'T' => Some((12, 0)),
            b'P' => Some((15, 0)),
            b'E' => Some((18, 0)),
            _ => None,
        };
    }
    if length == 2 && bytes[start + 1] == b'i' {
        return match first {
            b'K' => Some((0, 1)),
            b'M' => Some((0, 2)),
            b'G' => Some((0, 3)),
            b'T' => Some((0, 4)),
            b'P' => Some((0, 5)),
            b'E' => Some((0, 6)),
            _ => None,
        };
    }
    if matches!(first, b'e' | b'E')
        && let Some(exponent) = exponent(bytes, start + 1)
    {
        return Some((exponent, 0));
    }
    None
}

/// An exponent of 32 bits, as Kubernetes reads it.
const fn exponent(bytes: &[u8], start: usize) -> Option<i64> {
    let negative = bytes[start] == b'-';
    let mut at = start + matches!(bytes[start], b'+' | b'-') as usize;
    if at == bytes.len() {
        return None;
    }
    let mut value: i64 = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            return None;
        }
        value = value * 10 + (bytes[at] - b'0') as i64;
        if value > i32::MAX as i64 {
            return None;
        }
        at += 1;
    }
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests;
