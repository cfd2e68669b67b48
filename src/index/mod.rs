//! The index: a cache of the corpus that can be deleted at any time.
//!
//! [`open_library`] gives the library of a corpus, building or refreshing the index first when the
//! corpus is not what the serving generation was made of. What it opens is checked; what it does
//! not check (the text of each document, on first use, and parts beyond the first 64 MiB)
//! [`Library::verify`] does, and [`repair_index`] rebuilds what is damaged.

mod ahead;
mod aside;
mod build;
mod ending;
mod files;
mod find;
mod generation;
mod late;
mod library;
mod manifest;
mod open;
mod part;
mod parts;
mod plan;
mod postings;
mod prepared;
mod reading;
mod scope;
mod sizes;
mod spellings;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Error, Result, anyhow};

pub use build::Progress;
pub use find::{is_near, typed_spellings};
pub use late::Late;
pub use library::{Library, PassageInfo};
pub use manifest::DocumentInfo;
pub use part::{Entry, Occurrence};
pub use postings::Postings;
pub use scope::{Folder, Scope};

use crate::corpus::{Corpus, Listing, Skipped, list_corpus};
use crate::error::UserError;
use generation::Generations;
use reading::Made;

/// Texts whose reading goes on while the library is brought up to date with the others.
pub type LateTexts = Late<Made>;

/// Why an index is built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// There is none yet.
    New,
    /// The corpus is not what it was made of.
    Changed,
    /// It cannot be used; the text says why.
    Unusable(String),
    /// Someone asked for it.
    Forced,
}

/// What building tells while it runs.
pub trait Watch: Send + Sync {
    /// A build begins, for this reason.
    fn begin(&self, reason: &Reason);
    /// Called before each file is stored.
    fn progress(&self, progress: Progress);
    /// The build ended well, and this library serves now.
    fn end(&self, library: &Library);
    /// The index could not be brought up to date, or not be kept.
    fn trouble(&self, _: &Trouble) {}
}

/// What is not as it should be although there is a library to ask.
#[derive(Debug)]
pub enum Trouble<'a> {
    /// It is the one from before, for this reason.
    Stale(&'a Error),
    /// It is built in a folder that is gone afterwards, for this reason.
    Unsaved(&'a Error),
}

/// A watcher that says nothing.
pub struct Silent;

impl Watch for Silent {
    fn begin(&self, _: &Reason) {}
    fn progress(&self, _: Progress) {}
    fn end(&self, _: &Library) {}
}

/// The library of the corpus as it is now; the index is built or refreshed when it must be.
///
/// # Errors
/// A [`UserError`] when the corpus is missing or holds no text, or the index is of another corpus;
/// otherwise when the index folder cannot be written.
pub fn open_library(corpus: &Corpus, index: &Path, watch: &dyn Watch) -> Result<Library> {
    open_library_soon(corpus, index, &Late::never(), watch)
}

/// The same where an index from before need not be brought up to date at once: a text that comes
/// late is in the library as it was before, or not at all, until [`open_newer`] is called.
///
/// # Errors
/// As [`open_library`].
pub fn open_library_soon(
    corpus: &Corpus,
    index: &Path,
    late: &LateTexts,
    watch: &dyn Watch,
) -> Result<Library> {
    let listing = list_existing(corpus)?;
    let generations = Generations::new(index);
    let refresh = || refresh_index(corpus, &generations, Need::Fresh, None, late, watch);

    match open_serving(&generations, None) {
        Ok(Some(library)) => {
            ensure_same_corpus(&library, &generations, &listing)?;
            if library.manifest().is_fresh(&listing) {
                Ok(library)
            } else {
                refresh()
            }
        }
        Ok(None) => refresh(),
        // It is built again; when that fails, both are to be known.
        Err(damage) => refresh().with_context(|| format!("the index is damaged ({damage:#})")),
    }
}

/// The library that serves, whatever the corpus is by now: a generation needs none to answer.
/// `None` when there is none that can be used, or it is of another corpus.
pub fn open_former(corpus: &Corpus, index: &Path) -> Option<Library> {
    let generations = Generations::new(index);
    let library = open_serving(&generations, None).ok().flatten()?;

    // Without a text it is of no corpus that the library could be mistaken for.
    let listing = list_existing(corpus).unwrap_or_default();
    ensure_same_corpus(&library, &generations, &listing).ok()?;
    Some(library)
}

/// Makes sure that an index is replaced by what was made of the same corpus only.
fn ensure_same_corpus(
    library: &Library,
    generations: &Generations,
    listing: &Listing,
) -> Result<()> {
    let manifest = library.manifest();
    // A link that leads to the corpus may be made to lead to its next edition.
    let is_same =
        manifest.corpus == listing.root || manifest.way == generations.way_to(&listing.folder);

    if is_same || listing.files.is_empty() {
        Ok(())
    } else {
        let error = UserError::OtherCorpus {
            index: generations.root().to_owned(),
            made_of: PathBuf::from(&manifest.corpus),
            asked: PathBuf::from(&listing.root),
        };
        Err(error.into())
    }
}

/// The library as it should be now, if `library` is no longer what the corpus says or what serves.
/// A text that comes late is in it as it was before, or not at all, until this is called again.
///
/// # Errors
/// As [`open_library`].
pub fn open_newer(
    library: &Library,
    corpus: &Corpus,
    index: &Path,
    late: &LateTexts,
    watch: &dyn Watch,
) -> Result<Option<Library>> {
    open_newer_at(library, corpus, &Generations::new(index), late, watch)
}

fn open_newer_at(
    library: &Library,
    corpus: &Corpus,
    generations: &Generations,
    late: &LateTexts,
    watch: &dyn Watch,
) -> Result<Option<Library>> {
    late.offer();
    let mut listing = list_existing(corpus)?;
    late.note_postponed(&mut listing);

    let newer =
        if !is_superseded(library, generations.root()) && library.manifest().is_fresh(&listing) {
            Ok(None)
        } else {
            let known = Some(library);
            refresh_index(corpus, generations, Need::Fresh, known, late, watch).map(Some)
        };
    late.forget_offered();
    newer
}

/// Whether another generation than the library's serves by now: another process built it.
pub fn is_superseded(library: &Library, index: &Path) -> bool {
    matches!(Generations::new(index).serving(), Ok(Some(name)) if name != *library.name())
}

/// Deletes what builds before the last one left, which may hold words of texts that are gone.
///
/// # Errors
/// When something of it cannot be deleted.
pub fn delete_former(index: &Path) -> Result<()> {
    let generations = Generations::new(index);
    let lock = generations.lock()?;
    generations.delete_former(&lock)
}

/// Builds the index even if nothing changed.
///
/// # Errors
/// As [`open_library`].
pub fn rebuild_index(corpus: &Corpus, index: &Path, watch: &dyn Watch) -> Result<Library> {
    let generations = Generations::new(index);
    refresh_index(
        corpus,
        &generations,
        Need::Rebuild,
        None,
        &Late::never(),
        watch,
    )
}

/// Builds an index again that [`Library::verify`] found damaged.
///
/// # Errors
/// As [`open_library`].
pub fn repair_index(
    corpus: &Corpus,
    index: &Path,
    damage: Error,
    watch: &dyn Watch,
) -> Result<Library> {
    refresh_index(
        corpus,
        &Generations::new(index),
        Need::Repair(damage),
        None,
        &Late::never(),
        watch,
    )
}

fn list_existing(corpus: &Corpus) -> Result<Listing> {
    if !corpus.root.is_dir() {
        return Err(UserError::NoCorpus(corpus.root.clone()).into());
    }
    list_corpus(corpus)
}

/// What the serving index must be to be kept.
enum Need {
    Fresh,
    Repair(Error),
    Rebuild,
}

fn refresh_index(
    corpus: &Corpus,
    generations: &Generations,
    need: Need,
    known: Option<&Library>,
    late: &LateTexts,
    watch: &dyn Watch,
) -> Result<Library> {
    let lock = generations.lock()?;

    // Listed and opened again under the lock: another process may have built, or repaired,
    // meanwhile.
    let mut listing = list_existing(corpus)?;
    late.note_postponed(&mut listing);

    let serving_now = open_serving(generations, known);
    if let (false, Ok(Some(library))) = (matches!(need, Need::Rebuild), &serving_now) {
        ensure_same_corpus(library, generations, &listing)?;
    }

    let (reason, former) = match (need, serving_now) {
        (Need::Fresh, Ok(Some(library))) if library.manifest().is_fresh(&listing) => {
            return Ok(library);
        }
        (Need::Repair(_), Ok(Some(library))) if library.verify().is_ok() => return Ok(library),
        // Nothing is taken over from a damaged index, nor when all is to be made again.
        (Need::Rebuild, _) => (Reason::Forced, None),
        (Need::Repair(damage), _) | (_, Err(damage)) => {
            (Reason::Unusable(format!("{damage:#}")), None)
        }
        (Need::Fresh, Ok(Some(library))) => (Reason::Changed, Some(library)),
        (Need::Fresh, Ok(None)) => (Reason::New, None),
    };

    if listing.files.is_empty() {
        return Err(empty_corpus_error(&corpus.root, &listing.skipped).into());
    }

    watch.begin(&reason);
    // Without an index from before nobody can be answered meanwhile, so all is waited for.
    let never = Late::never();
    let late = if former.is_some() { late } else { &never };
    let progress = |progress: Progress| watch.progress(progress);
    let former = former.as_ref();
    let unreadable =
        build::build_generation(generations, &lock, &listing, former, late, &progress)?;
    if let Some(skipped) = unreadable {
        return Err(empty_corpus_error(&corpus.root, &skipped).into());
    }

    let library =
        open_serving(generations, former)?.context("the index that was just built is gone")?;
    watch.end(&library);
    Ok(library)
}

/// What a person is told of a corpus without text: why each file has none.
fn empty_corpus_error(corpus: &Path, skipped: &[Skipped]) -> UserError {
    let lines = skipped.iter().map(Skipped::to_string).collect();
    UserError::EmptyCorpus(corpus.to_owned(), lines)
}

/// Opens the serving generation. A reader takes no lock, so a build may replace and delete the
/// generation while it is being opened: then another one serves, and we open that. Parts that are
/// `known` are open already.
fn open_serving(generations: &Generations, known: Option<&Library>) -> Result<Option<Library>> {
    let mut name = generations.serving()?;

    loop {
        let Some(found) = name else { return Ok(None) };

        let error = match open_generation(generations, &found, known) {
            Ok(library) => return Ok(Some(library)),
            Err(error) => error,
        };

        name = generations.serving()?;
        // Nobody replaced it meanwhile, so the error is its own.
        if name.as_ref() == Some(&found) {
            return Err(error);
        }
    }
}

fn open_generation(
    generations: &Generations,
    name: &generation::Name,
    known: Option<&Library>,
) -> Result<Library> {
    let (folder, manifest) = generations.manifest(name)?;

    // Tantivy trusts its files; on damage that our checks do not cover it may panic.
    catch_unwind(AssertUnwindSafe(|| {
        Library::open(name.clone(), &folder, manifest, known)
    }))
    .unwrap_or_else(|_| Err(anyhow!("the postings of the index are damaged")))
}

/// A library of some files, each with its name and its text, for tests.
#[cfg(test)]
pub fn library_of(files: &[(&str, &str)]) -> Library {
    let place = tempfile::tempdir().unwrap();
    let corpus = place.path().join("corpus");
    std::fs::create_dir(&corpus).unwrap();
    for (name, text) in files {
        std::fs::write(corpus.join(name), text).unwrap();
    }
    let corpus = crate::corpus::Corpus::here(&corpus);
    open_library(&corpus, &place.path().join("index"), &Silent).unwrap()
}

#[cfg(test)]
mod tests;
