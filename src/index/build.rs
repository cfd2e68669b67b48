//! The corpus -> a new generation, with the parts of the former one that are still right.

use std::fs;
use std::num::NonZeroUsize;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::corpus::{Listing, Skipped};
use crate::index::ahead::Ahead;
use crate::index::generation::{BuildLock, Generations};
use crate::index::late::{Hand, Late};
use crate::index::library::Library;
use crate::index::manifest::{FileEntry, Manifest, Versions, since_epoch};
use crate::index::part::PartWriter;
use crate::index::plan::{Plan, Step, plan_build};
use crate::index::prepared::Prepared;
use crate::index::reading::{LonePart, Made, Ready, Sources, Stored};

/// Bytes of files that are being read, and of texts that wait to be stored: room for one of the
/// largest beside some smaller ones, so that a few large files on a machine of many cores do not
/// take all its memory.
const AHEAD_BYTES: usize = 96 << 20;

/// A part with more terms than this gets no further text, however short those are that it has: all
/// terms stay in memory until it is finished.
const MANY_TERMS: usize = 1 << 18;

/// What went wrong for a person, and the next step.
const UNWRITTEN: &str = "the index could not be written (make room on its disk or name another folder with \
    --index; the index from before is unharmed)";

/// How far a build is, in files.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// Files whose text is stored already, or that have none.
    pub done: usize,
    /// Files in all, those still to come included.
    pub total: usize,
    /// The file that is next.
    pub path: &'a str,
}

/// Builds a generation from the listed files and makes it the serving one. When no file could be
/// read the former one stays, and what is wrong with each file comes back.
///
/// # Errors
/// When the index folder cannot be written; the former generation then still serves.
pub fn build_generation(
    generations: &Generations,
    lock: &BuildLock,
    listing: &Listing,
    former: Option<&Library>,
    late: &Late<Made>,
    progress: &dyn Fn(Progress),
) -> Result<Option<Vec<Skipped>>> {
    let folder = generations.create(lock)?;

    let attempt = || -> Result<Option<Vec<Skipped>>> {
        let plan = plan_build(listing, former, generations.sizes);
        let mut builder = Builder {
            folder: &folder,
            part_bytes: plan.part_bytes,
            listing,
            former: former.map(|library| (library, generations.folder_of(library.name()))),
            aside: (generations.root(), generations.sizes.large()),
            writer: None,
            manifest: begin_manifest(listing, generations.way_to(&listing.folder)),
        };
        builder.follow(&plan, late, progress)?;

        let manifest = builder.finish()?;
        if manifest.documents.is_empty() {
            return Ok(Some(manifest.skipped));
        }
        generations.publish(lock, &folder, &manifest)?;
        Ok(None)
    };
    let outcome = attempt();

    // A generation that does not serve is of no use. What cannot be deleted now goes after the next
    // build.
    if !matches!(outcome, Ok(None)) {
        let _ = fs::remove_dir_all(&folder);
    }

    outcome.context(UNWRITTEN)
}

/// A manifest of nothing yet.
fn begin_manifest(listing: &Listing, way: PathBuf) -> Manifest {
    Manifest {
        versions: Versions::current(),
        corpus: listing.root.clone(),
        way,
        started: since_epoch(SystemTime::now()),
        limits: listing.limits,
        files: Vec::new(),
        documents: Vec::new(),
        skipped: Vec::new(),
        parts: Vec::new(),
        words: 0,
    }
}

struct Builder<'a> {
    folder: &'a Path,
    /// About so many bytes of text has a new part.
    part_bytes: u64,
    listing: &'a Listing,
    /// The former generation and its folder.
    former: Option<(&'a Library, PathBuf)>,
    /// See [`Sources::aside`].
    aside: (&'a Path, usize),
    /// The part that is being written.
    writer: Option<PartWriter>,
    manifest: Manifest,
}

impl Builder<'_> {
    /// Does what is planned. Files are read and cut by as many threads as there are cores, a little
    /// ahead.
    fn follow(
        &mut self,
        plan: &Plan,
        late: &Late<Made>,
        progress: &dyn Fn(Progress),
    ) -> Result<()> {
        let ahead = Ahead {
            threads: available_parallelism().map_or(1, NonZeroUsize::get),
            most: AHEAD_BYTES,
        };
        let files = &self.listing.files;
        let former = self.former.clone();
        let sources = Sources {
            former: former
                .as_ref()
                .map(|(library, folder)| (*library, folder.as_path())),
            late,
            aside: self.aside,
        };
        let size = |step: &Step| match step {
            Step::Keep { .. } => 0,
            Step::Store { file, .. } => files[*file].bytes as usize,
        };
        let sizes: Vec<usize> = plan.steps.iter().map(size).collect();

        ahead.each(
            &sizes,
            || Hand::start(self.listing.limits, self.listing.isolation),
            |hand, step| match &plan.steps[step] {
                Step::Keep { .. } => (None, 0),
                Step::Store { file, .. } => {
                    let stored = sources.prepare_file(&files[*file], plan.known[*file], hand);
                    let size = match &stored.1 {
                        Ok(Ready::Text(prepared)) => prepared.bytes(),
                        _ => 0,
                    };
                    (Some(stored), size)
                }
            },
            |step, wait| {
                if let Step::Store { file, .. } = &plan.steps[step] {
                    progress(Progress {
                        done: *file,
                        total: files.len(),
                        path: &files[*file].path,
                    });
                }
                self.take(&plan.steps[step], wait()?, plan)
            },
        )
    }

    fn take(&mut self, step: &Step, read: Option<Stored>, plan: &Plan) -> Result<()> {
        match step {
            Step::Keep { part, files } => self.keep(*part, files, plan),
            Step::Store { begins, .. } => {
                if *begins {
                    self.end_part()?;
                }
                let (entry, ready) = read.context("a text is read before it is stored")?;
                self.store(entry, ready)
            }
        }
    }

    /// Takes a part of the former generation over with what is known of its files.
    fn keep(&mut self, part: usize, files: &Range<usize>, plan: &Plan) -> Result<()> {
        self.end_part()?;
        let former = self.former.as_ref();
        let (former, folder) = former.context("only a part of a former index stays")?;

        let info = &former.manifest().parts[part];
        link_or_copy(folder, self.folder, &info.contents.name)?;
        self.manifest.parts.push(info.clone());

        for file in files.clone() {
            let known = plan.known[file].context("a part stays with what is known only")?;
            let mut entry = FileEntry::known(&self.listing.files[file], known);
            match known.document {
                Some(document) => {
                    entry.document = Some(self.manifest.next_document());
                    let info = former.document(document)?;
                    let passages = info.passages.end - info.passages.start;
                    let sentences = info.sentences.end - info.sentences.start;
                    self.manifest.add(info.clone(), passages, sentences);
                }
                None => self
                    .manifest
                    .skip(&entry.path, former.manifest().reason(&entry.path)),
            }
            self.manifest.files.push(entry);
        }
        Ok(())
    }

    /// Stores a file's text, or notes why it has none.
    fn store(&mut self, mut entry: FileEntry, ready: Result<Ready, String>) -> Result<()> {
        let next = self.manifest.next_document();
        match ready {
            Ok(Ready::Text(prepared)) => {
                entry.document = Some(next);
                self.add(prepared)?;
            }
            Ok(Ready::Stored(part)) => {
                entry.document = Some(next);
                self.link(part)?;
            }
            Err(reason) => self.manifest.skip(&entry.path, Some(&reason)),
        }

        self.manifest.files.push(entry);
        Ok(())
    }

    /// Stores a text as the next document.
    fn add(&mut self, prepared: Prepared) -> Result<()> {
        if let Some(writer) = &self.writer
            && writer.term_count() > MANY_TERMS
        {
            self.end_part()?;
        }
        let writer = match &mut self.writer {
            Some(writer) => writer,
            none => {
                // One large text makes a larger part.
                let bytes = self.part_bytes.max(prepared.text.len() as u64);
                none.insert(PartWriter::create(self.folder, bytes)?)
            }
        };

        let stored = writer.add(&prepared)?;
        let (passages, sentences) = (stored.passages, stored.sentences);
        let info = stored.complete(prepared.info);
        self.manifest.add(info, passages, sentences);
        Ok(())
    }

    /// Takes over a part of one text, as the next document.
    fn link(&mut self, lone: LonePart) -> Result<()> {
        self.end_part()?;
        link_or_copy(&lone.folder, self.folder, &lone.part.contents.name)?;
        self.manifest.parts.push(lone.part);
        self.manifest.add(lone.info, lone.passages, lone.sentences);
        Ok(())
    }

    /// Finishes the part that is being written, if there is one.
    fn end_part(&mut self) -> Result<()> {
        if let Some(writer) = self.writer.take() {
            self.manifest.parts.push(writer.finish()?);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Manifest> {
        self.end_part()?;
        self.manifest
            .skipped
            .extend_from_slice(&self.listing.skipped);
        Ok(self.manifest)
    }
}

/// Gives a file of one folder the same name in another. Where the disk has no links it is copied.
fn link_or_copy(from: &Path, to: &Path, name: &str) -> Result<()> {
    let from = from.join(name);
    let to = to.join(name);
    // Equal texts make equal parts, of one name. What is there may be the same file under another
    // name, which a copy would empty.
    if to.exists() {
        return Ok(());
    }
    fs::hard_link(&from, &to)
        .or_else(|_| fs::copy(&from, &to).map(drop))
        .with_context(|| format!("taking over {}", from.display()))
}
