use super::literal::refuse;
use super::{Invalid, Kind, Literal, Syntax};
use crate::kube::Seconds;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Use of earlier outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cache {
    /// None, whatever the component says.
    Never,
    /// However old they are.
    Always,
    /// If they are not older.
    For(Seconds),
}

impl Cache {
    pub(super) const SYNTAX: Syntax = Syntax {
        kinds: &[Kind::Boolean, Kind::Text],
        name: "`true`, or a time in quotes",
        other: Some("\"24h\""),
    };

    #[track_caller]
    pub(super) const fn literal(literal: Literal) -> Self {
        match literal {
            Literal::Boolean(true) => Self::Always,
            Literal::Boolean(false) => Self::Never,
            Literal::Text(age) => Self::For(Seconds::new(age)),
            _ => refuse(&Self::SYNTAX),
        }
    }

    pub(super) fn given(cache: impl CacheOption) -> Result<Self, Invalid> {
        cache.cache()
    }
}

/// Use of earlier outputs: `bool`, or for how long.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` does not tell whether outputs are cached",
    label = "expected `true`, `false` or a time such as `hours(24)`",
    note = "caches are known while the pipeline is put together, when a `Value` is not known yet"
)]
pub trait CacheOption {
    #[doc(hidden)]
    fn cache(self) -> Result<Cache, Invalid>;
}

#[diagnostic::do_not_recommend]
impl CacheOption for bool {
    fn cache(self) -> Result<Cache, Invalid> {
        Ok(if self { Cache::Always } else { Cache::Never })
    }
}

#[diagnostic::do_not_recommend]
impl CacheOption for Duration {
    fn cache(self) -> Result<Cache, Invalid> {
        let age = Seconds::checked(self).map_err(|invalid| invalid.named("age of the cache"))?;
        Ok(Cache::For(age))
    }
}
