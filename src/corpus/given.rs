//! What somebody says of a file, and counts more than what the file says of itself: its title and
//! its language.
//!
//! It stands in one hidden file of a server's corpus folder, so that an index made of the folder
//! alone knows it. The bot writes it there and reads it there only: in the owner's folder a file of
//! that name is any hidden file.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use crate::corpus::inside;
use crate::document::Document;

/// The file's name; hidden, so that it is no text.
pub const FILE: &str = ".given.json";
/// Bytes of it that are read: titles of more texts than a server may have.
const MOST: u64 = 16 << 20;

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
    let text = read_own_file(corpus).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

/// The bytes of the file, if it is one: a link is not followed, and a pipe not waited for.
fn read_own_file(corpus: &Path) -> io::Result<Vec<u8>> {
    let file = inside::open_file(corpus, Path::new(FILE))?;
    let mut bytes = Vec::new();
    file.take(MOST).read_to_end(&mut bytes)?;
    Ok(bytes)
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

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use rustix::fs::{CWD, FileType, Mode, mknodat};

    use super::*;

    #[test]
    fn what_is_given_is_read_from_a_file_of_the_folder_and_from_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let corpus = folder.path().join("corpus");
        let file = corpus.join(FILE);
        fs::create_dir(&corpus).unwrap();
        let title = |title: &str| Given {
            title: Some(title.to_owned()),
            language: None,
        };
        let given = AllGiven::from([("a.txt".to_owned(), title("The Oar"))]);
        write_given(&corpus, &given).unwrap();
        assert_eq!(read_given(&corpus), given);

        let outside = folder.path().join("outside.json");
        fs::rename(&file, &outside).unwrap();
        symlink(&outside, &file).unwrap();
        assert!(read_given(&corpus).is_empty(), "a link");

        for device in ["/dev/zero", "/dev/stdin"] {
            fs::remove_file(&file).unwrap();
            symlink(device, &file).unwrap();
            assert!(read_given(&corpus).is_empty(), "{device}");
        }

        fs::remove_file(&file).unwrap();
        mknodat(CWD, &file, FileType::Fifo, Mode::RWXU, 0).unwrap();
        assert!(read_given(&corpus).is_empty(), "a pipe");
        write_given(&corpus, &given).unwrap();
        assert_eq!(read_given(&corpus), given, "in place of the pipe");
    }
}
