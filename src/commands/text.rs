//! `pullquote text DOCUMENT`: the canonical text and nothing else, so that anyone can check a
//! quote: `pullquote text x | tail -c +$((start + 1)) | head -c $((end - start))`. On a terminal,
//! what would steer it is shown as a sign.

use std::io::{self, IsTerminal};

use anyhow::Result;

use crate::commands::{Outcome, open_engine, print_text};
use crate::config::Config;
use crate::shown;

/// Writes the text of a document to standard output, byte for byte where that is no terminal.
pub fn run(config: &Config, document: &str) -> Result<Outcome> {
    let text = open_engine(config)?.with(|library| {
        let document = library.find_document(document)?;
        Ok(library.full_text(document)?.to_owned())
    })?;
    match io::stdout().is_terminal() {
        true => print_text(&shown::harmless_text(&text))?,
        false => print_text(&text)?,
    }
    Ok(Outcome::Done)
}
