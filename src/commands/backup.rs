//! `pullquote backup FILE`: what the bot keeps of its servers, in one file.

use std::path::{Path, absolute};

use anyhow::Result;

use crate::commands::{Outcome, detect_screen, print_text};
use crate::config::Config;
use crate::error::UserError;
use crate::render::phrases::render_count;
use crate::shown;
use crate::store::Store;

/// Writes the archive, and says what is in it.
pub fn run(config: &Config, file: &Path) -> Result<Outcome> {
    // Opening would make an empty one, and a backup of nothing would be believed to be one.
    if !Store::is_in(&config.data) {
        let sentence = format!(
            "There is nothing to back up in {}. Name the folder that the bot uses with --data.",
            shown::harmless_path(&config.data)
        );
        return Err(UserError::new(sentence).into());
    }

    let store = Store::open(&config.data)?;
    let texts = store.back_up(&absolute(file)?)?;
    let made = format!(
        "{}: {}, {} of their own",
        shown::harmless_path(file),
        render_count(store.servers().len() as u64, "server"),
        render_count(texts as u64, "text")
    );
    print_text(&(detect_screen(config).own(&made, 0) + "\n"))?;
    Ok(Outcome::Done)
}
