//! `pullquote read-files`: reads files of the corpus apart from everything else. The program runs
//! this itself, see `corpus/apart/`.

use anyhow::Result;

use crate::commands::Outcome;
use crate::config::Config;
use crate::corpus;

/// Reads the files that come on standard input, and answers with documents or what is wrong.
pub fn run(config: &Config) -> Result<Outcome> {
    corpus::serve_file_requests(config.corpus.limits)?;
    Ok(Outcome::Done)
}
