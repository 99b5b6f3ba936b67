//! Artifacts within the value of an input or output: one, none, or a list of them.

use super::Reference;
use crate::json::Json;
use crate::types::{ArtifactType, Type};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;

/// Place of an artifact in a value: indices in lists, from the outermost.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Place(Vec<usize>);

impl Place {
    /// The place of an element of the list at this place.
    #[must_use]
    pub fn element(&self, index: usize) -> Self {
        let mut indices = self.0.clone();
        indices.push(index);
        Self(indices)
    }

    /// The path of a file for the artifact at this place: that of the value itself, or one in its folder.
    pub fn path(&self, name: &str, ty: &ArtifactType) -> String {
        match self.0.split_last() {
            None => ty.content.file_name(name),
            Some((last, folders)) => {
                let mut path = format!("{name}/");
                for folder in folders {
                    path += &format!("{folder}/");
                }
                path + &ty.content.file_name(&last.to_string())
            }
        }
    }
}

impl Place {
    /// The key in a store of the artifact at this place of an output, below a prefix: a folder is an archive there.
    pub fn key(&self, prefix: &str, output: &str, ty: &ArtifactType) -> String {
        let end = if ty.content.is_folder { ".tgz" } else { "" };
        format!("{prefix}/{}{end}", self.path(output, ty))
    }
}

/// `[0][2]`, behind the name of a value.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|index| write!(f, "[{index}]"))
    }
}

/// A value with its artifacts changed. `change` is given what stands for each of them, with its type and place.
///
/// # Errors
/// What is no artifact where there has to be one, and what `change` fails with.
pub fn map<A: DeserializeOwned, B: Serialize, E: From<String>>(
    ty: &Type,
    json: &Json,
    change: &mut dyn FnMut(&ArtifactType, &Place, A) -> Result<B, E>,
) -> Result<Json, E> {
    map_at(ty, json, &Place::default(), &mut |ty, place, json| {
        let artifact = json.to().map_err(|error| format!("no artifact: {error}"))?;
        Ok(Json::of(&change(ty, place, artifact)?)?)
    })
}

fn map_at<E: From<String>>(
    ty: &Type,
    json: &Json,
    place: &Place,
    change: &mut dyn FnMut(&ArtifactType, &Place, &Json) -> Result<Json, E>,
) -> Result<Json, E> {
    match ty {
        Type::Optional(_) if json.is_null() => Ok(json.clone()),
        Type::Optional(inner) => map_at(inner, json, place, change),
        Type::Artifact(ty) => change(ty, place, json),
        Type::List(item) if item.artifact().is_some() => {
            let elements = json.elements()?.into_iter().enumerate();
            let elements = elements
                .map(|(index, element)| map_at(item, &element, &place.element(index), change));
            Ok(Json::list(&elements.collect::<Result<Vec<_>, E>>()?))
        }
        _ => Ok(json.clone()),
    }
}

/// What stands for the artifacts of a value, with the type and place of each.
///
/// # Errors
/// What is no artifact where there has to be one.
pub fn places<A: DeserializeOwned>(
    ty: &Type,
    json: &Json,
) -> Result<Vec<(ArtifactType, Place, A)>, String> {
    let mut found = vec![];
    map(ty, json, &mut |ty, place, artifact: A| {
        found.push((ty.clone(), place.clone(), artifact));
        Ok::<_, String>(())
    })?;
    Ok(found)
}

/// A value as people write it: an artifact may be its URI alone.
///
/// # Errors
/// What is no artifact where there has to be one.
pub fn read(ty: &Type, json: &Json) -> Result<Json, String> {
    map_at(
        ty,
        json,
        &Place::default(),
        &mut |_, _, json| match json.to::<String>() {
            Ok(uri) => Json::of(&Reference::to(uri)),
            Err(_) => {
                let reference = json.to::<Reference>();
                reference.map_err(|error| format!("no artifact: {error}"))?;
                Ok(json.clone())
            }
        },
    )
}

/// A value as people read it: an artifact is its URI alone.
///
/// # Errors
/// What is no artifact where there has to be one.
pub fn uris(ty: &Type, json: &Json) -> Result<Json, String> {
    map(ty, json, &mut |_, _, reference: Reference| {
        Ok::<_, String>(reference.uri)
    })
}
