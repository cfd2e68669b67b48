//! A library that stays up to date and mends itself.
//!
//! In: the two folders and a watcher for builds. Out: answers. The decision that is not obvious:
//! damage to a text or to the postings may show only when that part is read, so work on the library
//! goes through [`with_all`], which checks the whole index after a failure, rebuilds it if it is
//! damaged, and tries once more. A failure of an intact index stays what it is. That a file was cut
//! short during the work is such a failure, whatever came of the work.

mod change;

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use anyhow::{Context, Error, Result, bail};
use lru::LruCache;
use tempfile::TempDir;

use crate::answer::{Answer, Question, answer_question};
use crate::corpus::Corpus;
use crate::error::UserError;
use crate::ids::DocumentId;
use crate::index::{self, Late, LateTexts, Library, Trouble, Watch};
use crate::reader::{Effort, Reader};
pub use change::Change;

/// Where a document ends early: its id, the section, and the last chapter before it.
pub type Ending = (DocumentId, usize, u32);
/// Ways to end early that are kept.
const ENDINGS: NonZeroUsize = NonZeroUsize::MIN.saturating_add(7);

/// Answers from the corpus as it is; can be shared between threads.
pub struct Engine {
    corpus: Corpus,
    index: PathBuf,
    watch: Box<dyn Watch>,
    library: RwLock<Arc<Library>>,
    /// Texts that [`Engine::refresh_soon`] did not wait for.
    late: LateTexts,
    /// The same library ending early, in the ways that were wanted last.
    ending: Mutex<LruCache<Vec<Ending>, Arc<Library>>>,
    reader: Option<Reader>,
    passages: usize,
    /// Where the index is when it cannot be where it should be; `None` where it must not be
    /// elsewhere.
    temporary: Option<Mutex<Option<TempDir>>>,
}

/// A question that names its document as a person would.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// In the reader's words.
    pub question: &'a str,
    /// A document or a collection, see [`Library::find`]; `None` looks everywhere.
    pub document: Option<&'a str>,
    /// How many passages to return.
    pub limit: usize,
}

impl Engine {
    /// Opens the library of a corpus; builds or refreshes the index when it must be. When that
    /// cannot be done the former index serves, and without one an index in a temporary folder; the
    /// watcher is told.
    ///
    /// # Errors
    /// As [`index::open_library`], when there is nothing to fall back on.
    pub fn open(corpus: &Corpus, index: &Path, watch: Box<dyn Watch>) -> Result<Engine> {
        let opened = index::open_library(corpus, index, &*watch);
        Engine::open_or_fall_back(opened, Late::soon(), corpus, index, watch)
    }

    /// The same without what takes long to read, if there is an index from before: see
    /// [`Engine::refresh_soon`].
    ///
    /// # Errors
    /// As [`Engine::open`].
    pub fn open_soon(corpus: &Corpus, index: &Path, watch: Box<dyn Watch>) -> Result<Engine> {
        let late = Late::soon();
        let opened = index::open_library_soon(corpus, index, &late, &*watch);
        Engine::open_or_fall_back(opened, late, corpus, index, watch)
    }

    fn open_or_fall_back(
        opened: Result<Library>,
        late: LateTexts,
        corpus: &Corpus,
        index: &Path,
        watch: Box<dyn Watch>,
    ) -> Result<Engine> {
        let (library, temporary) = match opened {
            Ok(library) => (library, None),
            Err(error) => fall_back(corpus, index, &*watch, error)?,
        };
        let place = temporary.as_ref().map_or(index, TempDir::path).to_owned();
        let temporary = Some(Mutex::new(temporary));
        let engine = Engine::of(library, corpus, &place, watch, temporary);
        Ok(Engine { late, ..engine })
    }

    /// The same for texts that nobody else may read: their index is in its own folder, or there is
    /// none.
    ///
    /// # Errors
    /// As [`index::open_library`], whatever the reason.
    pub fn open_private(corpus: &Corpus, index: &Path, watch: Box<dyn Watch>) -> Result<Engine> {
        let library = index::open_library(corpus, index, &*watch)?;
        Ok(Engine::of(library, corpus, index, watch, None))
    }

    fn of(
        library: Library,
        corpus: &Corpus,
        index: &Path,
        watch: Box<dyn Watch>,
        temporary: Option<Mutex<Option<TempDir>>>,
    ) -> Engine {
        Engine {
            corpus: corpus.clone(),
            index: index.to_owned(),
            watch,
            library: RwLock::new(Arc::new(library)),
            late: Late::soon(),
            ending: Mutex::new(LruCache::new(ENDINGS)),
            reader: None,
            passages: 0,
            temporary,
        }
    }

    /// The same with somebody who reads the best `passages` passages before they are quoted.
    pub fn with_reader(self, reader: Option<Reader>, passages: usize) -> Engine {
        let passages = if reader.is_some() { passages } else { 0 };
        Engine {
            reader,
            passages,
            ..self
        }
    }

    /// How hard it looks for an answer.
    pub fn effort(&self) -> Effort<'_> {
        Effort {
            reader: self.reader.as_ref(),
            passages: self.passages,
        }
    }

    /// The library as it is now; holding it keeps it readable even after a rebuild.
    pub fn library(&self) -> Arc<Library> {
        Arc::clone(&self.library.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// A library that is or was this engine's with some documents ending early, see
    /// [`Library::ending_before`]. Making it copies what is known of all documents, so the last few
    /// are kept until another library takes their place.
    ///
    /// # Errors
    /// As [`Library::ending_before`].
    pub fn ending_before(&self, library: &Arc<Library>, ends: &[Ending]) -> Result<Arc<Library>> {
        let mut kept = self.ending.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever replaces the library empties this afterwards, so nothing of a former one is left
        // here.
        if !Arc::ptr_eq(&self.library(), library) {
            return library.ending_before(ends).map(Arc::new);
        }
        if let Some(known) = kept.get(ends) {
            return Ok(Arc::clone(known));
        }

        let ending = Arc::new(library.ending_before(ends)?);
        kept.put(ends.to_vec(), Arc::clone(&ending));
        Ok(ending)
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Takes in what changed in the corpus since, and says how much that was; the former library
    /// stays when nothing did or it fails.
    ///
    /// # Errors
    /// As [`index::open_library`].
    pub fn refresh(&self) -> Result<Option<Change>> {
        self.refresh_with(&Late::never())
    }

    /// The same without what takes long to read: that is taken in by a later call, which
    /// [`Engine::is_due`] tells of, and its text from before stays until then.
    ///
    /// # Errors
    /// As [`index::open_library`].
    pub fn refresh_soon(&self) -> Result<Option<Change>> {
        self.refresh_with(&self.late)
    }

    fn refresh_with(&self, late: &LateTexts) -> Result<Option<Change>> {
        let former = self.library();
        let newer = index::open_newer(&former, &self.corpus, &self.index, late, &*self.watch)?;
        let Some(library) = newer else {
            return Ok(None);
        };
        let change = Change::between(&former, &library, late.count_untold());
        self.replace(library);
        Ok(Some(change))
    }

    /// How many texts take long to read of which no [`Change`] has told yet.
    pub fn count_late(&self) -> usize {
        self.late.count_untold()
    }

    /// Whether there is something to take in of which no file tells: another process has built an
    /// index, a text that took long has been read, or it is time to try again one that could not
    /// be.
    pub fn is_due(&self) -> bool {
        let library = self.library();
        index::is_superseded(&library, &self.index)
            || self.late.has_come()
            || self.late.is_idle() && library.manifest().is_try_due()
    }

    /// Does something with the library, and once more after a rebuild if the index proves damaged.
    ///
    /// # Errors
    /// What `work` returns; an error too if it panics.
    pub fn with<T>(&self, work: impl Fn(&Arc<Library>) -> Result<T>) -> Result<T> {
        with_all(&[self], |libraries| match libraries {
            [library] => work(library),
            _ => bail!("an engine has one library"),
        })
    }

    /// Answers a question; the library is the one that the answer's spans speak of.
    ///
    /// # Errors
    /// A [`UserError`] when there is no question or no such document or collection.
    pub fn ask(&self, ask: Ask) -> Result<(Arc<Library>, Answer)> {
        if ask.question.trim().is_empty() {
            return Err(UserError::EmptyQuestion.into());
        }

        self.with(|library| {
            let scope = ask
                .document
                .map(|name| library.find(name))
                .transpose()?
                .unwrap_or_default();
            let found = answer_question(
                library,
                &Question {
                    text: ask.question,
                    scope,
                    limit: ask.limit,
                    effort: self.effort(),
                },
            )?;
            // Reading what will be shown is what finds damage in it.
            found
                .passages
                .iter()
                .try_for_each(|p| library.text(p.passage.span).map(drop))?;
            Ok((Arc::clone(library), found))
        })
    }

    /// Builds the index again that proved damaged; where it cannot be written, in a temporary folder.
    fn repair(&self, damage: Error) -> Result<()> {
        let told = format!("the index is damaged: {damage:#}");
        let repaired = index::repair_index(&self.corpus, &self.index, damage, &*self.watch);

        let library = match (repaired, &self.temporary) {
            (Err(error), Some(temporary)) => {
                let (library, folder) =
                    build_aside(&self.corpus, &*self.watch, error.context(told))?;
                *temporary.lock().unwrap_or_else(PoisonError::into_inner) = Some(folder);
                library
            }
            (repaired, _) => repaired.context(told)?,
        };
        self.replace(library);
        Ok(())
    }

    fn replace(&self, library: Library) {
        *self.library.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(library);
        let kept = self.ending.lock();
        kept.unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// What can be asked although the index could not be brought up to date: the one from before, or
/// one that is gone afterwards.
fn fall_back(
    corpus: &Corpus,
    index: &Path,
    watch: &dyn Watch,
    error: Error,
) -> Result<(Library, Option<TempDir>)> {
    if let Some(library) = index::open_former(corpus, index) {
        watch.trouble(&Trouble::Stale(&error));
        return Ok((library, None));
    }

    let (library, folder) = build_aside(corpus, watch, error)?;
    Ok((library, Some(folder)))
}

/// The library from an index in a temporary folder, since with its own there is this error.
fn build_aside(corpus: &Corpus, watch: &dyn Watch, error: Error) -> Result<(Library, TempDir)> {
    // What a person must mend would be wrong in any folder.
    if error.is::<UserError>() {
        return Err(error);
    }
    let Ok(folder) = tempfile::tempdir() else {
        return Err(error);
    };

    watch.trouble(&Trouble::Unsaved(&error));
    match index::open_library(corpus, folder.path(), watch) {
        Ok(library) => Ok((library, folder)),
        Err(_) => Err(error),
    }
}

/// Does something with the libraries of several engines, and once more after a rebuild of those
/// whose indexes prove damaged.
///
/// # Errors
/// What `work` returns; an error too if it panics.
pub fn with_all<T>(engines: &[&Engine], work: impl Fn(&[Arc<Library>]) -> Result<T>) -> Result<T> {
    let libraries: Vec<_> = engines.iter().map(|engine| engine.library()).collect();
    let failure = match attempt_work(&work, &libraries) {
        Err(error) if !error.is::<UserError>() => error,
        done => return done,
    };

    let mut mended = false;
    for (engine, library) in engines.iter().zip(&libraries) {
        if let Err(damage) = library.verify() {
            engine.repair(damage)?;
            mended = true;
        }
    }
    if !mended {
        return Err(failure);
    }

    let libraries: Vec<_> = engines.iter().map(|engine| engine.library()).collect();
    attempt_work(&work, &libraries)
}

fn attempt_work<T>(
    work: impl Fn(&[Arc<Library>]) -> Result<T>,
    libraries: &[Arc<Library>],
) -> Result<T> {
    let outcome = catch_unwind(AssertUnwindSafe(|| work(libraries)))
        .unwrap_or_else(|_| bail!("answering stopped unexpectedly"));

    // Also what went well may have been made of what is not there.
    let mut libraries = libraries.iter();
    libraries.try_for_each(|library| library.ensure_whole())?;
    outcome
}

#[cfg(test)]
mod tests;
