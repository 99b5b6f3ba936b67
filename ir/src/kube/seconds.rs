use super::{duration_message, duration_seconds, is_positive_duration, seconds_message};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Time in whole seconds, at least one: what Argo and Kubernetes count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u64")]
pub struct Seconds(u64);

impl Seconds {
    /// The time in a text of the source, such as `1h30m`. In a constant a wrong one fails the build at the caller's place.
    ///
    /// # Panics
    /// On a text that is no duration, or none above zero, with what is expected.
    #[track_caller]
    pub const fn new(text: &'static str) -> Self {
        match duration_seconds(text) {
            Some(seconds) if is_positive_duration(text) => Self(seconds),
            _ => panic!("{}", duration_message(text)),
        }
    }

    /// Number of seconds.
    pub const fn as_secs(self) -> u64 {
        self.0
    }

    /// The time as Rust has it.
    pub const fn duration(self) -> Duration {
        Duration::from_secs(self.0)
    }
}

impl TryFrom<u64> for Seconds {
    type Error = &'static str;

    fn try_from(seconds: u64) -> Result<Self, Self::Error> {
        Self::try_from(Duration::from_secs(seconds))
    }
}

impl TryFrom<Duration> for Seconds {
    type Error = &'static str;

    fn try_from(time: Duration) -> Result<Self, Self::Error> {
        match (time.as_secs(), time.subsec_nanos()) {
            (seconds @ 1.., 0) => Ok(Self(seconds)),
            _ => Err(seconds_message()),
        }
    }
}

impl From<Seconds> for Duration {
    fn from(seconds: Seconds) -> Self {
        seconds.duration()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Seconds = Seconds::new("1h30m");

    #[test]
    fn only_whole_seconds_are_held() {
        assert_eq!(Seconds::try_from(Duration::from_secs(5400)), Ok(LIMIT));
        assert!(Seconds::try_from(Duration::ZERO).is_err());
        assert!(Seconds::try_from(Duration::from_millis(1500)).is_err());
        assert_eq!(serde_json::to_string(&LIMIT).unwrap(), "5400");
        assert!(serde_json::from_str::<Seconds>("0").is_err());
    }
}
