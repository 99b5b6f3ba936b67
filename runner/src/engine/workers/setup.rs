use super::artifacts::Artifacts;
use super::cache::Cache;
use super::program::Program;
use crate::engine::job::JobId;
use crate::engine::options::Options;
#[cfg(unix)]
use crate::engine::process::{family::Family, mark::Mark};
use pipewright_compiler::plan::{Plan, Template, TemplateId};
use pipewright_ir::arena::ArenaMap;
use std::io::{self, PipeReader, PipeWriter};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Plan, program and folders that all workers of a run share.
#[derive(Debug)]
pub(crate) struct Setup<'a> {
    plan: &'a Plan,
    signatures: ArenaMap<Template, String>,
    program: Program,
    /// Folder of the files between the engine and its processes.
    folder: &'a Path,
    cache: Option<Cache>,
    artifacts: Option<Artifacts>,
    /// Time to clean up that a task has when it is ended.
    grace: Duration,
    /// Standard input of all tasks. It ends when this process does, which holds the other end.
    lifeline: (PipeReader, PipeWriter),
    #[cfg(unix)]
    mark: Mark,
    #[cfg(unix)]
    family: Family,
}

impl<'a> Setup<'a> {
    pub(crate) fn new(
        plan: &'a Plan,
        program: Program,
        folder: &'a Path,
        options: &Options,
    ) -> io::Result<Self> {
        let mut signatures = ArenaMap::default();
        for template in plan.templates.values() {
            signatures.push(template.component.signature());
        }
        let cache = options.cache.clone();
        let artifacts = Artifacts::of(plan, options.store.as_deref(), folder)?;
        #[cfg(unix)]
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        Ok(Self {
            plan,
            signatures,
            program,
            folder,
            cache: cache.map(|folder| Cache::new(folder, options.refresh)),
            artifacts,
            grace: options.grace(),
            lifeline: io::pipe()?,
            #[cfg(unix)]
            mark: Mark::of_run(&name),
            #[cfg(unix)]
            family: Family::new(options.alone),
        })
    }

    pub(super) fn template(&self, template: TemplateId) -> &Template {
        &self.plan.templates[template]
    }

    pub(super) fn signature(&self, template: TemplateId) -> &str {
        &self.signatures[template]
    }

    pub(super) fn program(&self) -> &Program {
        &self.program
    }

    pub(super) fn grace(&self) -> Duration {
        self.grace
    }

    pub(super) fn lifeline(&self) -> &PipeReader {
        &self.lifeline.0
    }

    #[cfg(unix)]
    pub(super) fn mark(&self, job: JobId) -> Mark {
        self.mark.of_task(job.index() as u32)
    }

    #[cfg(unix)]
    pub(super) fn family(&self) -> &Family {
        &self.family
    }

    pub(super) fn cache(&self) -> Option<&Cache> {
        self.cache.as_ref()
    }

    pub(crate) fn artifacts(&self) -> Option<&Artifacts> {
        self.artifacts.as_ref()
    }

    /// Path of a file for a job.
    pub(super) fn file(&self, job: JobId, kind: &str) -> PathBuf {
        self.folder.join(format!("{}.{kind}", job.index()))
    }
}

impl Drop for Setup<'_> {
    fn drop(&mut self) {
        // Threads of a task may have started something behind its back.
        #[cfg(unix)]
        self.family.end(&self.mark, self.grace);
    }
}
