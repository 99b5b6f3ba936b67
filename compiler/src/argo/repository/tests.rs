use super::*;

fn read(table: &[(&str, &str)], option: Option<&str>) -> (Repository, Vec<(String, String)>) {
    let table = table
        .iter()
        .map(|(key, value)| ((*key).into(), (*value).into()))
        .collect();
    let mut settings = Settings {
        table: &table,
        wrong: vec![],
    };
    let repository = settings.repository(option);
    (repository, settings.wrong)
}

#[test]
fn the_cluster_has_one() {
    let (repository, wrong) = read(&[], None);
    assert_eq!(wrong, []);
    assert!(repository.location.is_none() && repository.reference.is_none());
    assert_eq!(repository.prefix, "");
}

#[test]
fn locations() {
    let table = [
        ("uri", "s3://data/team/a/"),
        ("endpoint", "minio:9000"),
        ("insecure", "true"),
        ("access-key", "storage/access"),
        ("secret-key", "storage/secret"),
    ];
    let (repository, wrong) = read(&table, None);
    assert_eq!(wrong, []);
    assert_eq!(repository.prefix, "team/a/");
    let s3 = repository
        .location
        .and_then(|location| location.s3)
        .expect("it is S3");
    assert_eq!(
        (s3.bucket.as_deref(), s3.endpoint.as_deref(), s3.insecure),
        (Some("data"), Some("minio:9000"), true)
    );
    let (repository, wrong) = read(&table[1..], Some("s3://other"));
    assert_eq!(wrong, []);
    let s3 = repository
        .location
        .and_then(|location| location.s3)
        .expect("it is S3");
    assert_eq!(
        (s3.bucket.as_deref(), &*repository.prefix),
        (Some("other"), "")
    );
    let (repository, wrong) = read(&[("uri", "gs://data")], None);
    assert_eq!(wrong, []);
    assert!(
        repository
            .location
            .is_some_and(|location| location.gcs.is_some())
    );
}

#[test]
fn all_mistakes_are_told() {
    let table = [
        ("uri", "s3://data"),
        ("endpoint", "http://minio:9000"),
        ("insecure", "yes"),
        ("access-key", "AKIA"),
        ("account-key", "a/b"),
        ("compression", "10"),
        ("removal", "soon"),
        ("config-map", "Not"),
        ("buckt", "x"),
    ];
    let (_, wrong) = read(&table, None);
    let told: Vec<&str> = wrong.iter().map(|(message, _)| &**message).collect();
    assert_eq!(
        told,
        [
            "the manifest's `[package.metadata.pipewright.artifacts]` has no key `buckt`",
            "the manifest's `artifacts.endpoint` cannot be `http://minio:9000`",
            "the manifest's `artifacts.insecure` cannot be `yes`",
            "the manifest's `artifacts.access-key` names no secret",
            "the manifest's `artifacts` has no whole credentials",
            "the manifest's `artifacts.account-key` is not for `s3://`",
            "the manifest's `artifacts.config-map` cannot be `Not`",
            "the manifest's `artifacts.compression` cannot be `10`",
            "the manifest's `artifacts.removal` cannot be `soon`",
        ]
    );
}

#[test]
fn uris() {
    for uri in ["s3://b", "gs://b/a", "azure://c/a/b/"] {
        assert_eq!(uri::check(uri), Ok(()), "{uri}");
    }
    for uri in [
        "",
        "b",
        "s3://",
        "s3://b//a",
        "s3://b/..",
        "http://b",
        "s3://{{x}}",
        "s3://b/$(x)",
    ] {
        assert!(uri::check(uri).is_err(), "{uri}");
    }
}
