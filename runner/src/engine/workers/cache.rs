//! Outputs of earlier tasks, kept on this machine.

use super::artifacts::Artifacts;
use crate::artifacts::store::Store;
use crate::files;
use blake3::Hasher;
use pipewright_ir::graph::Component;
use pipewright_ir::json::Json;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A folder with a file for each task whose outputs are kept.
#[derive(Debug)]
pub(super) struct Cache {
    folder: PathBuf,
    /// Nothing that was kept before is used.
    refresh: bool,
}

/// Outputs of a task as they are kept.
#[derive(Serialize, Deserialize)]
struct Entry<'a> {
    /// End of the task, in seconds since 1970.
    time: u64,
    /// Component of the task, for people who look into the folder.
    component: Cow<'a, str>,
    outputs: Cow<'a, BTreeMap<String, Json>>,
}

/// Digest of a task's code and inputs, which differs from that of every task that may have other outputs.
#[derive(Debug)]
pub(super) struct Key(String);

impl Key {
    /// The key of a task. `code` is [that of its template](pipewright_compiler::plan::Template::code).
    pub(super) fn of(code: &str, inputs: &BTreeMap<String, Json>) -> Self {
        // A digest that nobody can make collide: outputs of another task would be taken without a word.
        let mut digest = Hasher::new();
        let inputs = inputs
            .iter()
            .flat_map(|(name, json)| [name.as_str(), json.as_str()]);
        for part in std::iter::once(code).chain(inputs) {
            // With their lengths no two lists of parts are the same text.
            digest.update(&(part.len() as u64).to_le_bytes());
            digest.update(part.as_bytes());
        }
        Self(digest.finalize().to_string())
    }
}

impl Cache {
    pub(super) fn new(folder: PathBuf, refresh: bool) -> Self {
        Self { folder, refresh }
    }

    /// The artifacts among the outputs.
    fn artifacts(&self) -> Store {
        Store::new(self.folder.join("artifacts"))
    }

    fn path(&self, key: &Key) -> PathBuf {
        // A folder with very many files is slow on some systems.
        let (start, rest) = key.0.split_at(2);
        self.folder.join(start).join(format!("{rest}.json"))
    }

    /// The outputs of an earlier task, unless they are older than `age`.
    ///
    /// # Errors
    /// What is there cannot be what a task has given. It counts as nothing.
    pub(super) fn get(
        &self,
        key: &Key,
        component: &Component,
        age: Option<Duration>,
        artifacts: Option<&Artifacts>,
    ) -> Result<Option<BTreeMap<String, Json>>, String> {
        let path = self.path(key);
        // What is no file could keep its reader waiting.
        if self.refresh || !path.is_file() {
            return Ok(None);
        }
        let wrong = |reason: String| format!("{}: {reason}", path.display());
        let text = std::fs::read(&path).map_err(|error| wrong(error.to_string()))?;
        let entry = serde_json::from_slice::<Entry<'_>>(&text);
        let entry = entry.map_err(|error| wrong(error.to_string()))?;
        // How old one from the future is, nobody knows.
        let is_young = |age: Duration| {
            let passed = now().checked_sub(entry.time);
            passed.is_some_and(|passed| passed <= age.as_secs())
        };
        if !age.is_none_or(is_young) {
            return Ok(None);
        }
        for output in &component.outputs {
            let name = &output.name;
            let Some(json) = entry.outputs.get(name) else {
                return Err(wrong(format!("output `{name}` is missing")));
            };
            let admitted = output.ty.admit(json);
            admitted.map_err(|reason| wrong(format!("output `{name}`: {reason}")))?;
            if let Some(artifacts) = artifacts {
                let taken = self.artifacts().give(&output.ty, json, artifacts.store());
                taken.map_err(|reason| wrong(format!("output `{name}`: {reason}")))?;
            }
        }
        Ok(Some(entry.outputs.into_owned()))
    }

    /// Keeps the outputs of a task.
    ///
    /// # Errors
    /// Folders or files that cannot be written.
    pub(super) fn put(
        &self,
        key: &Key,
        component: &Component,
        outputs: &BTreeMap<String, Json>,
        artifacts: Option<&Artifacts>,
    ) -> io::Result<()> {
        for output in &component.outputs {
            if let (Some(json), Some(artifacts)) = (outputs.get(&output.name), artifacts) {
                artifacts
                    .store()
                    .give(&output.ty, json, &self.artifacts())?;
            }
        }
        let entry = Entry {
            time: now(),
            component: Cow::Borrowed(&component.key),
            outputs: Cow::Borrowed(outputs),
        };
        // Two runs may write it at the same time, and others read it.
        files::write(&self.path(key), serde_json::to_string(&entry)?.as_bytes())
    }
}

fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.unwrap_or_default().as_secs()
}

#[cfg(test)]
mod tests {
    use super::*;
    use pipewright_ir::graph::{Body, Location, Options, Output};
    use pipewright_ir::types::Type;

    fn component() -> Component {
        Component {
            key: "a::b".into(),
            name: "b".into(),
            description: None,
            inputs: vec![],
            outputs: vec![Output {
                name: "output".into(),
                ty: Type::Integer,
                description: None,
            }],
            body: Body::Program,
            options: Options::default(),
            digest: "d".into(),
            at: Location::new("src/main.rs", 1, 1),
        }
    }

    fn values(name: &str, value: i64) -> BTreeMap<String, Json> {
        BTreeMap::from([(name.to_owned(), Json::of(&value).unwrap())])
    }

    #[test]
    fn another_code_or_input_is_another_key() {
        let key = |code: &str, name: &str, value| Key::of(code, &values(name, value)).0;
        let known = key("c", "x", 1);
        assert_eq!(known, key("c", "x", 1));
        for other in [
            key("d", "x", 1),
            key("c", "y", 1),
            key("c", "x", 11),
            key("cx", "", 1),
        ] {
            assert_ne!(known, other);
        }
    }

    #[test]
    fn outputs_come_back_until_they_are_too_old() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path().join("new"), false);
        let (component, outputs) = (component(), values("output", 7));
        let key = Key::of("c", &BTreeMap::new());
        assert_eq!(cache.get(&key, &component, None, None), Ok(None));
        cache.put(&key, &component, &outputs, None).unwrap();
        let found = Ok(Some(outputs.clone()));
        assert_eq!(cache.get(&key, &component, None, None), found);
        let hour = Some(Duration::from_secs(3600));
        assert_eq!(cache.get(&key, &component, hour, None), found);
        let path = cache.path(&key);
        // One that was kept long ago, and one that a clock that was wrong has dated.
        for time in [5, now() + 7200, u64::MAX] {
            let old = Entry {
                time,
                component: "b".into(),
                outputs: Cow::Borrowed(&outputs),
            };
            std::fs::write(&path, serde_json::to_string(&old).unwrap()).unwrap();
            assert_eq!(cache.get(&key, &component, hour, None), Ok(None));
            assert_eq!(cache.get(&key, &component, None, None), found);
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path().into(), false);
        let component = component();
        let key = Key::of("c", &BTreeMap::new());
        let refused = |part: &str| {
            let refused = cache.get(&key, &component, None, None).unwrap_err();
            assert!(refused.contains(part), "{refused}");
        };
        cache
            .put(&key, &component, &values("another", 7), None)
            .unwrap();
        refused("output `output` is missing");
        for json in ["\"7\"", "null", "[7]", "7.5"] {
            let outputs = BTreeMap::from([("output".to_owned(), Json::parse(json).unwrap())]);
            cache.put(&key, &component, &outputs, None).unwrap();
            refused("output `output`: expected");
        }
        std::fs::write(cache.path(&key), "{\"time\":1").unwrap();
        refused("EOF");
        std::fs::write(cache.path(&key), b"\xff").unwrap();
        refused("line 1");
        cache
            .put(&key, &component, &values("output", 7), None)
            .unwrap();
        assert!(matches!(
            cache.get(&key, &component, None, None),
            Ok(Some(_))
        ));
    }
}
