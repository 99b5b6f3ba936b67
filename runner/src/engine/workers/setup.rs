use super::cache::Cache;
use crate::engine::job::JobId;
use pipewright_compiler::plan::{Plan, Template, TemplateId};
use pipewright_ir::arena::ArenaMap;
use std::path::{Path, PathBuf};

/// Plan, program and folders that all workers of a run share.
#[derive(Debug)]
pub(crate) struct Setup<'a> {
    plan: &'a Plan,
    signatures: ArenaMap<Template, String>,
    program: PathBuf,
    /// Folder of the files between the engine and its processes.
    folder: &'a Path,
    cache: Option<Cache>,
}

impl<'a> Setup<'a> {
    pub(crate) fn new(
        plan: &'a Plan,
        program: PathBuf,
        folder: &'a Path,
        cache: Option<PathBuf>,
        refresh: bool,
    ) -> Self {
        let mut signatures = ArenaMap::default();
        for template in plan.templates.values() {
            signatures.push(template.component.signature());
        }
        Self {
            plan,
            signatures,
            program,
            folder,
            cache: cache.map(|folder| Cache::new(folder, refresh)),
        }
    }

    pub(super) fn template(&self, template: TemplateId) -> &Template {
        &self.plan.templates[template]
    }

    pub(super) fn signature(&self, template: TemplateId) -> &str {
        &self.signatures[template]
    }

    pub(super) fn program(&self) -> &Path {
        &self.program
    }

    pub(super) fn cache(&self) -> Option<&Cache> {
        self.cache.as_ref()
    }

    /// Path of a file for a job.
    pub(super) fn file(&self, job: JobId, kind: &str) -> PathBuf {
        self.folder.join(format!("{}.{kind}", job.index()))
    }
}
