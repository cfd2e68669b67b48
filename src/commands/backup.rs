//! `pullquote backup FILE`: what the bot keeps of its servers, in one file.

use std::path::{Path, absolute};

use anyhow::Result;

use crate::commands::{Outcome, print, screen};
use crate::config::Config;
use crate::error::UserError;
use crate::render::words::count;
use crate::shown;
use crate::store::Store;

/// Writes the archive, and says what is in it.
pub fn run(config: &Config, file: &Path) -> Result<Outcome> {
    // Opening would make an empty one, and a backup of nothing would be believed to be one.
    if !Store::is_in(&config.data) {
        let sentence = format!(
            "There is nothing to back up in {}. Name the folder that the bot uses with --data.",
            shown::path(&config.data)
        );
        return Err(UserError::new(sentence).into());
    }

    let store = Store::open(&config.data)?;
    let texts = store.back_up(&absolute(file)?)?;
    let made = format!(
        "{}: {}, {} of their own",
        shown::path(file),
        count(store.servers().len() as u64, "server"),
        count(texts as u64, "text")
    );
    print(&(screen(config).own(&made, 0) + "\n"))?;
    Ok(Outcome::Done)
}
