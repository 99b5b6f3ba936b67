//! The part of Argo's objects that is about artifacts, in the order in which it is printed.

use serde::Serialize;

/// A file or folder, and where it is kept.
#[derive(Debug, Serialize)]
pub(super) struct Artifact {
    pub(super) name: String,
    pub(super) path: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) optional: bool,
    /// Without one Argo makes an archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) archive: Option<Archive>,
    #[serde(flatten)]
    pub(super) at: Location,
}

/// A place for artifacts. One of these is given.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) s3: Option<S3Location>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) gcs: Option<GcsLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) azure: Option<AzureLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) http: Option<HttpLocation>,
}

impl Location {
    /// A key without a place, which Argo takes as one in the repository, of whatever kind that is.
    pub(super) fn key(key: String) -> Self {
        let s3 = S3Location {
            key,
            ..S3Location::default()
        };
        Self {
            s3: Some(s3),
            ..Self::default()
        }
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct HttpLocation {
    pub(super) url: String,
}

#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct S3Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) endpoint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) bucket: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) insecure: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) access_key_secret: Option<SecretKey>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) secret_key_secret: Option<SecretKey>,
    #[serde(rename = "useSDKCreds", skip_serializing_if = "std::ops::Not::not")]
    pub(super) use_sdk_creds: bool,
    pub(super) key: String,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct GcsLocation {
    pub(super) bucket: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) service_account_key_secret: Option<SecretKey>,
    pub(super) key: String,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AzureLocation {
    pub(super) endpoint: String,
    pub(super) container: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) account_key_secret: Option<SecretKey>,
    #[serde(rename = "useSDKCreds", skip_serializing_if = "std::ops::Not::not")]
    pub(super) use_sdk_creds: bool,
    pub(super) blob: String,
}

/// A key of a secret.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SecretKey {
    pub(super) name: String,
    pub(super) key: String,
}

/// A config map that describes a repository of artifacts.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ConfigMapKey {
    pub(super) config_map: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) key: Option<String>,
}

/// When artifacts are removed.
#[derive(Debug, Serialize)]
pub(super) struct Removal {
    pub(super) strategy: &'static str,
}

/// Form in which a file or folder is kept. One of these is given.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Archive {
    #[serde(skip_serializing_if = "Option::is_none")]
    none: Option<AsItIs>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tar: Option<Tar>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Tar {
    compression_level: u8,
}

#[derive(Debug, Clone, Serialize)]
struct AsItIs {}

impl Archive {
    /// No archive.
    pub(super) fn none() -> Self {
        Self {
            none: Some(AsItIs {}),
            tar: None,
        }
    }

    /// An archive that is compressed at a level.
    pub(super) fn tar(compression_level: u8) -> Self {
        Self {
            none: None,
            tar: Some(Tar { compression_level }),
        }
    }
}
