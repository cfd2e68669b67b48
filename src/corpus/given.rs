//! What somebody says of a file, and counts more than what the file says of itself: its title and
//! its language.
//!
//! It stands in one hidden file of the corpus folder, so that an index made of the folder alone
//! knows it. The bot writes one for the texts of a server.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use crate::document::Document;

/// The file's name; hidden, so that it is no text.
pub const FILE: &str = ".given.json";

/// What is said of one file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// What is said of each file, by its path in the corpus folder.
pub type AllGiven = BTreeMap<String, Given>;

impl Given {
    /// The document as it is called.
    pub fn applied(self, document: Document) -> Document {
        Document {
            title: self.title.unwrap_or(document.title),
            language: self.language.or(document.language),
            ..document
        }
    }
}

/// What is said of the files of a corpus folder; nothing, where nobody says anything that can be
/// understood.
pub fn read_given(corpus: &Path) -> AllGiven {
    let text = fs::read(corpus.join(FILE)).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

/// Says it, in place of what was said before.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_given(corpus: &Path, given: &AllGiven) -> Result<()> {
    put_file(corpus, FILE, &serde_json::to_vec(given)?)
}

/// Puts a file into a corpus folder, whole or not at all; while it is written it is hidden, and so
/// no text.
///
/// # Errors
/// When the folder cannot be written.
pub fn put_file(corpus: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let attempt = || -> Result<()> {
        let mut file = NamedTempFile::with_prefix_in(".", corpus)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(corpus.join(name))?;
        Ok(())
    };
    attempt().with_context(|| format!("writing into {}", corpus.display()))
}
