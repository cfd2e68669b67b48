//! The index: a cache of the corpus that can be deleted at any time.
//!
//! [`open`] gives the library of a corpus, building or refreshing the index first when the corpus is
//! not what the serving generation was made of.

mod build;
mod generation;
mod library;
mod manifest;
mod postings;
mod table;
mod words;

use std::path::Path;

use anyhow::{Context, Result};

pub use build::Progress;
pub use library::{Library, PassageInfo, size_on_disk};
pub use manifest::DocumentInfo;
pub use words::Neighbour;

use crate::corpus::{Listing, walk};
use crate::error::UserError;
use generation::Generations;

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
pub trait Watch {
    /// A build begins.
    fn begin(&self, reason: &Reason);
    /// A file is next.
    fn progress(&self, progress: Progress);
    /// The build ended well.
    fn end(&self, library: &Library);
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
/// A [`UserError`] when the corpus is missing or holds no text; otherwise when the index folder cannot
/// be written.
pub fn open(corpus: &Path, index: &Path, watch: &dyn Watch) -> Result<Library> {
    let listing = list(corpus)?;
    let generations = Generations::new(index);
    if let Ok(Some(library)) = serving(&generations)
        && library.manifest().is_fresh(&listing)
    {
        return Ok(library);
    }
    refresh(corpus, &generations, false, watch)
}

/// Builds the index even if nothing changed.
///
/// # Errors
/// As [`open`].
pub fn rebuild(corpus: &Path, index: &Path, watch: &dyn Watch) -> Result<Library> {
    refresh(corpus, &Generations::new(index), true, watch)
}

fn list(corpus: &Path) -> Result<Listing> {
    if !corpus.is_dir() {
        return Err(UserError::no_corpus(corpus).into());
    }
    walk(corpus)
}

fn refresh(corpus: &Path, generations: &Generations, force: bool, watch: &dyn Watch) -> Result<Library> {
    let lock = generations.lock()?;
    // Listed again under the lock: another process may have built, and the corpus changed, meanwhile.
    let listing = list(corpus)?;
    let former = match serving(generations) {
        Ok(Some(library)) if !force && library.manifest().is_fresh(&listing) => return Ok(library),
        former => former,
    };
    if listing.files.is_empty() {
        return Err(empty(corpus, &listing.skipped).into());
    }
    watch.begin(&match &former {
        _ if force => Reason::Forced,
        Ok(Some(_)) => Reason::Changed,
        Ok(None) => Reason::New,
        Err(error) => Reason::Unusable(format!("{error:#}")),
    });
    let former = former.ok().flatten().filter(|_| !force);
    let unreadable = build::build(generations, &lock, &listing, former.as_ref(), &|progress| watch.progress(progress))?;
    if let Some(skipped) = unreadable {
        return Err(empty(corpus, &skipped).into());
    }
    let library = serving(generations)?.context("the index that was just built is gone")?;
    watch.end(&library);
    Ok(library)
}

fn empty(corpus: &Path, skipped: &[crate::corpus::Skipped]) -> UserError {
    let lines: Vec<String> = skipped.iter().map(|s| format!("{} {}", s.path, s.reason)).collect();
    UserError::empty_corpus(corpus, &lines)
}

/// Opens the serving generation. A reader takes no lock, so a build may delete the generation between
/// finding its name and opening it: then the name has changed, and we look again.
fn serving(generations: &Generations) -> Result<Option<Library>> {
    let mut tries = 0;
    loop {
        let Some((folder, manifest)) = generations.current()? else { return Ok(None) };
        match Library::open(&folder, manifest) {
            Ok(library) => return Ok(Some(library)),
            Err(error) if tries == 5 || folder.exists() => return Err(error),
            Err(_) => tries += 1,
        }
    }
}
