//! The repository of artifacts, as the manifest and the command line name it. Without a word it is that of the cluster.

pub(super) mod uri;

use crate::argo::imports::Imports;
use crate::argo::options::Options;
use crate::argo::storage::{
    AzureLocation, ConfigMapKey, GcsLocation, Location, S3Location, SecretKey,
};
use crate::plan::Plan;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::kube;
use std::collections::BTreeMap;
use uri::{EXPECTED, parse};

/// Where artifacts are kept, and how.
#[derive(Debug, Default)]
pub(super) struct Repository {
    /// What all keys begin with: nothing, or folders with `/` behind each.
    pub(super) prefix: String,
    /// Bucket, where it is not that of the cluster.
    pub(super) location: Option<Location>,
    /// Config map that describes it.
    pub(super) reference: Option<ConfigMapKey>,
    /// Level at which the archives of folders are compressed.
    pub(super) compression: Option<u8>,
    /// When artifacts are removed.
    pub(super) removal: Option<&'static str>,
    /// What is imported from elsewhere.
    pub(super) imports: Imports,
}

/// Host of S3 itself.
const S3_ENDPOINT: &str = "s3.amazonaws.com";

impl S3Location {
    /// With the rights of the pod.
    fn of_the_pod() -> Self {
        Self {
            endpoint: Some(S3_ENDPOINT.to_owned()),
            use_sdk_creds: true,
            ..Self::default()
        }
    }
}

const KEYS: [&str; 12] = [
    "uri",
    "endpoint",
    "region",
    "insecure",
    "access-key",
    "secret-key",
    "account-key",
    "service-account-key",
    "sdk-credentials",
    "config-map",
    "compression",
    "removal",
];

impl Repository {
    /// The repository of a pipeline. What is wrong with it is left out.
    pub(super) fn of(plan: &Plan, options: &Options) -> Self {
        let (mut repository, _) = Self::read(plan, options);
        repository.imports.find(plan);
        repository
    }

    /// What is wrong with the settings of a pipeline.
    pub(super) fn check(plan: &Plan, options: &Options) -> Vec<Diagnostic> {
        let wrong = Self::read(plan, options).1.into_iter();
        let wrong = wrong.map(|(message, help)| Diagnostic::error(&plan.at, message).help(help));
        wrong.collect()
    }

    fn read(plan: &Plan, options: &Options) -> (Self, Vec<(String, String)>) {
        let mut settings = Settings {
            table: &plan.program.artifacts,
            wrong: vec![],
        };
        let repository = settings.repository(options.artifacts.as_deref());
        (repository, settings.wrong)
    }
}

/// Settings that are read, and what is wrong with them.
struct Settings<'s> {
    table: &'s BTreeMap<String, String>,
    wrong: Vec<(String, String)>,
}

impl<'s> Settings<'s> {
    fn wrong(&mut self, key: &str, value: &str, help: impl Into<String>) {
        let message = format!("the manifest's `artifacts.{key}` cannot be `{value}`");
        self.wrong.push((message, help.into()));
    }

    fn repository(&mut self, option: Option<&'s str>) -> Repository {
        for key in self
            .table
            .keys()
            .filter(|key| !KEYS.contains(&key.as_str()))
        {
            let message = format!(
                "the manifest's `[package.metadata.pipewright.artifacts]` has no key `{key}`"
            );
            self.wrong
                .push((message, format!("the keys are `{}`", KEYS.join("`, `"))));
        }
        let uri = option.or_else(|| self.text("uri"));
        let (prefix, location) = uri.map(|uri| self.location(uri)).unwrap_or_default();
        let of_s3 = location.as_ref().and_then(|location| location.s3.clone());
        let of_gs = location.as_ref().and_then(|location| location.gcs.as_ref());
        let gs_secret = of_gs.and_then(|gcs| gcs.service_account_key_secret.clone());
        let (s3, gs_secret) = match uri {
            Some(_) => (of_s3.unwrap_or_else(S3Location::of_the_pod), gs_secret),
            // Without a location the settings say how buckets of others are read.
            None => (self.s3(), self.secret("service-account-key")),
        };
        let reference = self.reference();
        if let (Some(_), Some(_)) = (&location, &reference) {
            let message = "the manifest's `artifacts` names a location and a config map";
            let help = "the config map holds the location: keep one of `uri` and `config-map`";
            self.wrong.push((message.to_owned(), help.to_owned()));
        }
        Repository {
            prefix,
            location,
            reference,
            compression: self.compression(),
            removal: self.removal(),
            imports: Imports::read_by(s3, gs_secret),
        }
    }

    /// How buckets of S3 are read.
    fn s3(&mut self) -> S3Location {
        let sdk = self.truth("sdk-credentials");
        let location = S3Location {
            endpoint: Some(self.endpoint().unwrap_or(S3_ENDPOINT).to_owned()),
            region: self.text("region").map(Into::into),
            insecure: self.truth("insecure"),
            access_key_secret: self.secret("access-key"),
            secret_key_secret: self.secret("secret-key"),
            use_sdk_creds: sdk,
            ..S3Location::default()
        };
        let keys = ["access-key", "secret-key"].map(|key| self.table.contains_key(key));
        if keys[0] != keys[1] || (keys[0] && sdk) {
            let message = "the manifest's `artifacts` has no whole credentials";
            let help = "write `access-key` and `secret-key`, or `sdk-credentials = true` alone";
            self.wrong.push((message.to_owned(), help.to_owned()));
        }
        match keys[0] {
            true => location,
            // A pod without keys has the rights of its service account.
            false => S3Location {
                use_sdk_creds: true,
                ..location
            },
        }
    }

    fn text(&self, key: &str) -> Option<&'s str> {
        self.table.get(key).map(String::as_str)
    }

    fn location(&mut self, uri: &str) -> (String, Option<Location>) {
        let Some((scheme, bucket, prefix)) = parse(uri) else {
            self.wrong("uri", uri, EXPECTED);
            return Default::default();
        };
        let bucket = bucket.to_owned();
        // Argo needs one before it takes a location for whole.
        let key = format!("{prefix}{{{{workflow.name}}}}/{{{{pod.name}}}}");
        let sdk = self.truth("sdk-credentials");
        let mut location = Location::default();
        let mut used = vec!["uri", "config-map", "compression", "removal"];
        match scheme {
            "s3" => {
                used.extend([
                    "endpoint",
                    "region",
                    "insecure",
                    "access-key",
                    "secret-key",
                    "sdk-credentials",
                ]);
                location.s3 = Some(S3Location {
                    bucket: Some(bucket),
                    key,
                    use_sdk_creds: sdk,
                    ..self.s3()
                });
            }
            "gs" => {
                used.push("service-account-key");
                location.gcs = Some(GcsLocation {
                    bucket,
                    service_account_key_secret: self.secret("service-account-key"),
                    key,
                });
            }
            _ => {
                used.extend(["endpoint", "account-key", "sdk-credentials"]);
                if self.text("endpoint").is_none() {
                    let message = "the manifest's `artifacts.endpoint` is missing";
                    let help = "write that of the account, such as `endpoint = \"https://account.blob.core.windows.net\"`";
                    self.wrong.push((message.to_owned(), help.to_owned()));
                }
                location.azure = Some(AzureLocation {
                    endpoint: self.text("endpoint").unwrap_or_default().to_owned(),
                    container: bucket,
                    account_key_secret: self.secret("account-key"),
                    use_sdk_creds: sdk,
                    blob: key,
                });
            }
        }
        let table = self.table;
        for key in KEYS
            .iter()
            .filter(|key| table.contains_key(**key) && !used.contains(key))
        {
            let message = format!("the manifest's `artifacts.{key}` is not for `{scheme}://`");
            self.wrong
                .push((message, "remove it, or name another location".to_owned()));
        }
        (prefix, Some(location))
    }

    /// Host, and perhaps port, of a store.
    fn endpoint(&mut self) -> Option<&'s str> {
        let endpoint = self.text("endpoint")?;
        let is_host = |c: char| c.is_ascii_alphanumeric() || "-.:".contains(c);
        if endpoint.is_empty() || !endpoint.chars().all(is_host) {
            let help = "expected a host and perhaps a port, such as `minio.storage:9000`; `insecure = true` is for http";
            self.wrong("endpoint", endpoint, help);
        }
        Some(endpoint)
    }

    fn truth(&mut self, key: &str) -> bool {
        match self.text(key) {
            Some("true") => true,
            None | Some("false") => false,
            Some(value) => {
                self.wrong(key, value, "expected `true` or `false`");
                false
            }
        }
    }

    /// A key of a secret. Its value never stands in a workflow.
    fn secret(&mut self, key: &str) -> Option<SecretKey> {
        let value = self.text(key)?;
        let parts = value.split_once('/');
        let is_key = |key: &str| {
            let is_letter = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
            !key.is_empty() && key.chars().all(is_letter)
        };
        match parts {
            Some((name, secret_key)) if kube::is_dns_subdomain(name) && is_key(secret_key) => {
                Some(SecretKey {
                    name: name.to_owned(),
                    key: secret_key.to_owned(),
                })
            }
            _ => {
                // Somebody may have written the secret itself.
                let help = "expected the name of a Kubernetes secret and a key in it, such as `storage/access-key`";
                let message = format!("the manifest's `artifacts.{key}` names no secret");
                self.wrong.push((message, help.to_owned()));
                None
            }
        }
    }

    fn reference(&mut self) -> Option<ConfigMapKey> {
        let value = self.text("config-map")?;
        let (name, key) = value.split_once('/').unwrap_or((value, ""));
        if !kube::is_dns_subdomain(name) {
            let help = "expected the name of a config map, and perhaps a key in it, such as `artifact-repositories/team`";
            self.wrong("config-map", value, help);
            return None;
        }
        Some(ConfigMapKey {
            config_map: name.to_owned(),
            key: (!key.is_empty()).then(|| key.to_owned()),
        })
    }

    fn compression(&mut self) -> Option<u8> {
        let value = self.text("compression")?;
        let level = value.parse().ok().filter(|level| *level <= 9);
        if level.is_none() {
            self.wrong(
                "compression",
                value,
                "expected a level from 0, for none, to 9",
            );
        }
        level
    }

    fn removal(&mut self) -> Option<&'static str> {
        match self.text("removal")? {
            "never" => Some("Never"),
            "on-completion" => Some("OnWorkflowCompletion"),
            "on-deletion" => Some("OnWorkflowDeletion"),
            value => {
                let help = "expected `never`, `on-completion` or `on-deletion` of the workflow";
                self.wrong("removal", value, help);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests;
