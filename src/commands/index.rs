//! `pullquote index`: brings the index up to date, or builds it again, and says what is in it.

use anyhow::Result;

use crate::commands::progress::ShowProgress;
use crate::commands::{Outcome, detect_screen, print_text};
use crate::config::Config;
use crate::index;
use crate::render::library;

/// Refreshes the index; with `force`, even what did not change is read again.
pub fn run(config: &Config, force: bool) -> Result<Outcome> {
    let progress = ShowProgress::default();
    let library = if force {
        index::rebuild_index(&config.corpus, &config.index, &progress)?
    } else {
        index::open_library(&config.corpus, &config.index, &progress)?
    };

    let screen = detect_screen(config);
    print_text(&(screen.own(&library::render_summary(&library), 0) + "\n"))?;
    if !library.skipped().is_empty() {
        print_text("`pullquote library` says why.\n")?;
    }

    Ok(Outcome::Done)
}
