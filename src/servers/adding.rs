//! An uploaded file -> a text of its server.
//!
//! The file is read where all files are, in a process that can do nothing else; only what was read
//! well is kept. A program that is killed in between leaves the text there or not there: its file
//! is written before its row, and a file without a row goes when the program starts again.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::analyze::tokens;
use crate::chapters::count_chapters;
use crate::corpus::{AllGiven, FileReader, Given, put_file, read_given, write_given};
use crate::document::Document;
use crate::fingerprint;
use crate::ids::Ids;
use crate::index::{self, Library, Silent};
use crate::language::Language;
use crate::servers::OwnTexts;
use crate::shown;
use crate::store::{Added, ServerId, Text};

/// Longest title, in characters.
pub const LONGEST_TITLE: usize = 100;

/// A file that somebody sent.
#[derive(Debug, Clone)]
pub struct Upload {
    /// As they call it.
    pub file_name: String,
    pub bytes: Vec<u8>,
    /// What the text is to be called; otherwise as it calls itself.
    pub title: Option<String>,
    /// The tag of its language; otherwise it is told by the text.
    pub language: Option<String>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Added(Report),
    /// It could not be read, for this reason.
    Unreadable(String),
    /// It is there already under a title, or there is no room for it.
    Refused(Added),
}

/// What was read of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub title: String,
    pub language: Language,
    pub chapters: usize,
    pub passages: usize,
    pub words: u64,
    /// Pages, from 1, whose text could not be read.
    pub unread: Vec<u32>,
}

impl OwnTexts {
    /// Adds a file to the texts of a server, and indexes them.
    ///
    /// # Errors
    /// When the data folder cannot be written; then the text is not there.
    pub fn add(&self, server: ServerId, upload: &Upload) -> Result<Outcome> {
        let name = upload_file_name(upload);
        if let Some(title) = self.store.title(server, &name)? {
            return Ok(Outcome::Refused(Added::Before(title)));
        }

        let mut reader = FileReader::new(self.like.limits, self.like.isolation);
        let read = reader.read_named(&upload.file_name, &upload.bytes);
        let document = match read {
            Ok(document) => document,
            Err(error) => return Ok(Outcome::Unreadable(format!("{error:#}"))),
        };
        let text = to_stored_text(name, upload, document);

        let _changing = self.changing(server);
        let (corpus, _) = self.folders(server);
        fs::create_dir_all(&corpus).context("making a folder for the texts of a server")?;
        put_file(&corpus, &text.name, &upload.bytes)?;
        let added = self.store.add(server, &text, self.limits.allowance());
        match added {
            Ok(Added::Now) => {}
            // Somebody else was faster, and the file is theirs, too.
            Ok(Added::Before(title)) => return Ok(Outcome::Refused(Added::Before(title))),
            refused => {
                fs::remove_file(corpus.join(&text.name))?;
                // A library that mended itself meanwhile may have taken it in.
                self.opened.close(server);
                if self.store.text_count(server) > 0 {
                    self.refreshed(server)?;
                }
                return refused.map(Outcome::Refused);
            }
        }

        let indexed = self.indexed(server, &text);
        if !matches!(indexed, Ok(Outcome::Added(_))) {
            self.store.remove(server, &text.name)?;
            self.opened.close(server);
            self.sweep(server)?;
        }
        indexed
    }

    /// Makes the index know a text whose file is there.
    fn indexed(&self, server: ServerId, text: &Text) -> Result<Outcome> {
        let library = self.refreshed(server)?;
        let documents = library.documents();
        let Some(info) = documents.iter().find(|info| info.path == text.name) else {
            let skipped = library.skipped().iter().find(|one| one.path == text.name);
            let reason = skipped.map_or("could not be read", |skipped| &skipped.reason);
            return Ok(Outcome::Unreadable(reason.to_owned()));
        };

        Ok(Outcome::Added(Report {
            title: info.title.clone(),
            language: info.language,
            chapters: count_chapters(info),
            passages: info.passages.len(),
            words: info.words.into(),
            unread: info.unread.clone(),
        }))
    }

    /// Brings the index of a server up to date with its rows, and whoever has it open.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn index(&self, server: ServerId) -> Result<Library> {
        let (corpus, index) = self.folders(server);
        self.tell_given(server)?;

        let library = index::open_library(&self.like.at(corpus), &index, &Silent)?;
        self.store.set_index_bytes(server, folder_size(&index))?;
        match self.opened.get(server) {
            Some(engine) => drop(engine.refresh()?),
            // One that could not be opened is tried anew.
            None => self.opened.close(server),
        }
        Ok(library)
    }

    /// The same, with what could not be taken away before.
    fn refreshed(&self, server: ServerId) -> Result<Library> {
        if self.store.unswept(server) > 0 {
            self.sweep(server)?;
        }
        self.index(server)
    }

    /// Puts the titles and languages of a server's texts beside them, where they are not: they are
    /// in no backup.
    pub(super) fn tell_given(&self, server: ServerId) -> Result<()> {
        let (corpus, _) = self.folders(server);
        let texts = self.store.texts(server)?;
        let given: AllGiven = texts.into_iter().map(to_given).collect();
        if read_given(&corpus) != given {
            write_given(&corpus, &given)?;
        }
        Ok(())
    }

    /// Gives a text another title, as [`tidy_title`] keeps one; says whether it is there.
    ///
    /// # Errors
    /// When the data folder cannot be written.
    pub fn rename(&self, server: ServerId, name: &str, title: &str) -> Result<bool> {
        let _changing = self.changing(server);
        let renamed = self.store.rename(server, name, title)?;
        if renamed {
            self.refreshed(server)?;
            self.store.forget_deleted()?;
        }
        Ok(renamed)
    }
}

/// The name of a file is ours: a number made from what is in it, and the ending that tells its
/// format.
pub(super) fn upload_file_name(upload: &Upload) -> String {
    let number = fingerprint::to_number(&blake3::hash(&upload.bytes));

    let ending = Path::new(&upload.file_name).extension();
    let ending = ending.map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    format!("{number:020}.{}", ending.unwrap_or_default())
}

fn to_stored_text(name: String, upload: &Upload, document: Document) -> Text {
    let given = upload.title.as_deref().and_then(tidy_title);
    let title = given.or_else(|| tidy_title(&document.title));
    let document = Given {
        title: None,
        language: upload.language.clone(),
    }
    .applied(document);

    let words = tokens(&document.text, Language::of(&document)).count();
    Text {
        title: title.unwrap_or_else(|| name.clone()),
        name,
        language: upload.language.clone(),
        bytes: upload.bytes.len() as u64,
        words: words as u64,
    }
}

/// A title as it is kept: one line without control characters, of bounded length; `None` if nothing
/// is left.
pub fn tidy_title(title: &str) -> Option<String> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let line = shown::harmless_name(&words.join(" "));
    let visible: String = line.chars().filter(|c| *c != '\u{fffd}').collect();

    let title: String = visible.chars().take(LONGEST_TITLE).collect();
    let title = title.trim();
    title
        .chars()
        .any(char::is_alphanumeric)
        .then(|| title.to_owned())
}

fn to_given(text: Text) -> (String, Given) {
    let given = Given {
        title: Some(text.title),
        language: text.language,
    };
    (text.name, given)
}

/// The size of all files below a folder.
fn folder_size(folder: &Path) -> u64 {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten();
    let sizes = files.filter_map(|file| file.metadata().ok());
    sizes
        .filter(fs::Metadata::is_file)
        .map(|found| found.len())
        .sum()
}
