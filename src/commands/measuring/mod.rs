//! The commands that measure answers and fit weights, one file each.

mod bench;
mod eval;
mod fit;

use anyhow::Result;
use tempfile::TempDir;

use crate::cli::Measure;
use crate::commands::Outcome;
use crate::commands::progress::ShowProgress;
use crate::config::Config;
use crate::corpus::Corpus;
use crate::index::Library;

/// Runs the command.
pub fn run(config: &Config, measure: &Measure) -> Result<Outcome> {
    match measure {
        Measure::Eval(args) => eval::run(config, args),
        Measure::Fit(args) => fit::run(config, args),
        Measure::Bench(args) => bench::run(config, args),
    }
}

/// Opens a corpus with an index of its own that is gone afterwards: measuring on other texts must
/// not replace the index of the library that is in use.
fn open_apart(corpus: &Corpus) -> Result<(Library, TempDir)> {
    let folder = tempfile::tempdir()?;
    Ok((
        crate::index::open_library(corpus, folder.path(), &ShowProgress::default())?,
        folder,
    ))
}
