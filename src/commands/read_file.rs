//! `pullquote read-file PATH`: reads one file of the corpus apart from everything else. The program runs
//! this itself, see `corpus/apart.rs`.

use anyhow::Result;

use crate::commands::Outcome;
use crate::config::Config;
use crate::corpus;

/// Reads standard input as the file at `path`, prints the document or what is wrong.
pub fn run(config: &Config, path: &str) -> Result<Outcome> {
    corpus::serve(path, config.limits)?;
    Ok(Outcome::Done)
}
