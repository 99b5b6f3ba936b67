//! Artifacts that exist already: where a template finds those that its inputs may refer to.
//!
//! A key without a place is one of the repository. A reference to an import is a URI, and a template cannot have a place of
//! a kind that is known only when it runs: so there is an artifact for each kind that may come, of which one has a key.

use super::expression::{literal, tag};
use super::paths::INPUTS;
use super::storage::{Artifact, GcsLocation, HttpLocation, Location, S3Location, SecretKey};
use crate::code::{Code, call, word};
use crate::plan::{Expression, Plan};
use pipewright_ir::artifact::{GS, HTTP, check_uri, scheme};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::expression::Operator;
use pipewright_ir::function::{Function, Method};
use pipewright_ir::graph::{Body, Component, Location as Place};
use pipewright_ir::types::{ArtifactType, Type};

/// Kinds of stores that imports of a type may be in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Stores {
    s3: bool,
    gs: bool,
    http: bool,
}

/// Imports of a pipeline, and how the stores are read.
#[derive(Debug, Default)]
pub(super) struct Imports {
    /// Stores of the artifacts of a type; types that are not imported are left out.
    stores: Vec<(ArtifactType, Stores)>,
    /// How buckets of S3 are read.
    s3: S3Location,
    /// Service account that reads buckets of Google.
    gs_secret: Option<SecretKey>,
}

impl Imports {
    /// No imports yet, and how their stores will be read.
    pub(super) fn read_by(s3: S3Location, gs_secret: Option<SecretKey>) -> Self {
        Self {
            stores: vec![],
            s3,
            gs_secret,
        }
    }

    /// Finds all that a pipeline imports.
    pub(super) fn find(&mut self, plan: &Plan) {
        let parameters = plan.parameters.iter();
        let parameters = parameters.filter_map(|parameter| parameter.ty.artifact());
        for ty in parameters {
            *self.stores_of(ty) = Stores::ALL;
        }
        for (uri, ty, _) in imports(plan) {
            if let Some(ty) = ty.artifact() {
                self.stores_of(ty).add(uri.as_deref());
            }
        }
    }

    fn stores_of(&mut self, ty: &ArtifactType) -> &mut Stores {
        // Artifacts of one type never become those of another.
        let index = self.stores.iter().position(|(known, _)| known == ty);
        let index = index.unwrap_or_else(|| {
            self.stores.push((ty.clone(), Stores::default()));
            self.stores.len() - 1
        });
        &mut self.stores[index].1
    }

    fn get(&self, ty: &ArtifactType) -> Stores {
        let mut stores = self.stores.iter();
        let found = stores.find(|(known, _)| known == ty);
        found.map_or_else(Stores::default, |(_, stores)| *stores)
    }

    /// The artifacts of one input, which is in the repository or in one of the stores. `uri` is what its reference holds. The
    /// program of an image looks in one place only.
    pub(super) fn artifacts(
        &self,
        artifact: Artifact,
        ty: &ArtifactType,
        uri: Code,
        is_image: bool,
    ) -> Vec<Artifact> {
        let mut stores = self.get(ty);
        if is_image {
            (stores.gs, stores.http) = (false, false);
        }
        if stores == Stores::default() {
            return vec![artifact];
        }
        let is_one = !stores.gs && !stores.http;
        let of = |name: &str, folder: &str, at| Artifact {
            name: format!("{}{name}", artifact.name),
            path: format!(
                "{INPUTS}/{folder}{}",
                artifact.path.trim_start_matches(&format!("{INPUTS}/"))
            ),
            optional: artifact.optional || !is_one,
            archive: artifact.archive.clone(),
            at,
        };
        let mut all = vec![of("", "", self.s3(&uri, stores))];
        if stores.gs {
            all.push(of("-gs", GS, self.gs(&uri)));
        }
        if stores.http {
            all.push(of("-http", HTTP, http(&uri)));
        }
        all
    }

    fn s3(&self, uri: &Code, stores: Stores) -> Location {
        let of_repository = match stores.gs || stores.http {
            true => word("uri")
                .compare("contains", literal("://"))
                .choose(literal(""), word("uri")),
            false => word("uri"),
        };
        if !stores.s3 {
            return Location::key(with_uri(uri, of_repository));
        }
        let is_s3 = || starts_with("s3://");
        let endpoint = literal(self.s3.endpoint.as_deref().unwrap_or_default());
        let key = safe(is_s3().choose(key(), of_repository));
        Location {
            s3: Some(S3Location {
                // Without a bucket it is the place of the repository that counts.
                endpoint: Some(with_uri(uri, is_s3().choose(endpoint, literal("")))),
                bucket: Some(with_uri(uri, is_s3().choose(part("2"), literal("")))),
                key: with_uri(uri, key),
                ..self.s3.clone()
            }),
            ..Location::default()
        }
    }

    fn gs(&self, uri: &Code) -> Location {
        let of = |code: Code| with_uri(uri, safe(starts_with("gs://").choose(code, literal(""))));
        Location {
            gcs: Some(GcsLocation {
                bucket: of(part("2")),
                key: of(key()),
                service_account_key_secret: self.gs_secret.clone(),
            }),
            ..Location::default()
        }
    }
}

impl Stores {
    /// All kinds: the URI is known when the pipeline runs.
    const ALL: Self = Self {
        s3: true,
        gs: true,
        http: true,
    };

    fn add(&mut self, uri: Option<&str>) {
        match uri.map(|uri| scheme(uri).map_or("", |(scheme, _)| scheme)) {
            None => *self = Self::ALL,
            Some("s3") => self.s3 = true,
            Some("gs") => self.gs = true,
            Some("http" | "https") => self.http = true,
            // It is refused.
            Some(_) => {}
        }
    }
}

/// URIs of what a pipeline imports, as far as they are written in the source, with the types and places.
fn imports(plan: &Plan) -> Vec<(Option<String>, Type, &Place)> {
    let mut found = vec![];
    let mut look = |expression: &Expression, at| {
        expression.visit(&mut |part| {
            if let Expression::Operator { operator, ty } = part
                && let Operator::Apply {
                    function: Function::Method(Method::Import),
                    arguments,
                } = &**operator
            {
                let uri = arguments.first().and_then(|uri| match uri {
                    Expression::Literal { json, .. } => json.to().ok(),
                    _ => None,
                });
                found.push((uri, ty.clone(), at));
            }
        });
    };
    for dag in plan.dags.values() {
        for task in dag.tasks.values() {
            for expression in task.expressions() {
                look(expression, &task.at);
            }
        }
        for output in &dag.outputs {
            for expression in output.value.expressions() {
                look(expression, &dag.at);
            }
        }
    }
    for argument in plan.exit.iter().flat_map(|exit| &exit.arguments) {
        look(&argument.value, &plan.at);
    }
    found
}

/// Reports URIs that no pod of a cluster can read, or not that of an image.
pub(super) fn check(plan: &Plan) -> Vec<Diagnostic> {
    let wrong = imports(plan).into_iter().filter_map(|(uri, ty, at)| {
        let uri = uri.filter(|uri| check_uri(uri).is_ok())?;
        let message = match scheme(&uri) {
            Some(("s3", _)) => return None,
            Some(("gs" | "http" | "https", _)) => {
                let image = image_with(plan, &ty)?;
                let message = format!("`{uri}` may be given to the ready image `{image}`");
                let help = "a ready image takes imports from `s3://`: let a component return the artifact first";
                return Some(Diagnostic::error(at, message).help(help));
            }
            Some(("file", _)) | None => {
                format!("`{uri}` is a path of one machine, which Argo does not see")
            }
            Some((scheme, _)) => format!("Argo does not read `{scheme}://`"),
        };
        let help = "import it from `s3://`, `gs://`, `https://` or `http://`";
        Some(Diagnostic::error(at, message).help(help))
    });
    wrong.collect()
}

/// The component of an image that takes artifacts of the type of a value.
fn image_with<'p>(plan: &'p Plan, ty: &Type) -> Option<&'p str> {
    let components = plan.templates.values().map(|template| &template.component);
    let mut images = components.filter(|component| matches!(component.body, Body::Container(_)));
    let takes = |component: &&Component| {
        let mut inputs = component.inputs.iter();
        ty.artifact().is_some() && inputs.any(|input| input.ty.artifact() == ty.artifact())
    };
    images.find(takes).map(|component| component.name.as_str())
}

/// A name for the URI, which an expression then uses several times.
fn with_uri(uri: &Code, body: Code) -> String {
    tag(&uri.clone().named("uri", body))
}

fn starts_with(text: &str) -> Code {
    word("uri").compare("startsWith", literal(text))
}

/// A part of the URI between slashes.
fn part(index: &'static str) -> Code {
    call("split", [word("uri"), literal("/")]).index(word(index))
}

/// What is behind the bucket.
fn key() -> Code {
    let parts = call("split", [word("uri"), literal("/")]).slice("3", "");
    call("join", [parts, literal("/")])
}

/// A text that Argo would evaluate is none: what has no key is not there.
fn safe(code: Code) -> Code {
    let holds_tag = word("uri").compare("contains", word(r"'\x7b\x7b'"));
    holds_tag.choose(literal(""), code)
}

fn http(uri: &Code) -> Location {
    let url = starts_with("http").choose(word("uri"), literal(""));
    Location {
        http: Some(HttpLocation {
            url: with_uri(uri, safe(url)),
        }),
        ..Location::default()
    }
}
