//! The bytes of a file -> a document, in a process of its own or here.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use anyhow::{Result, anyhow, bail, ensure};

use crate::corpus::apart::{Apart, Confinement};
use crate::corpus::folder::{Isolation, Limits};
use crate::corpus::format::{Format, unknown_format_reason};
use crate::corpus::listing::SourceFile;
use crate::document::Document;
use crate::shown;

/// Paragraphs of a file: those of a hundred long novels.
const MOST_BLOCKS: usize = 1 << 21;
/// Headings of a file.
const MOST_SECTIONS: usize = 1 << 18;

/// Turns files into documents, one after the other; a thread that reads has one of its own.
pub struct FileReader {
    limits: Limits,
    isolation: Isolation,
    apart: Apart,
}

impl FileReader {
    /// Within these limits, and there.
    pub fn new(limits: Limits, isolation: Isolation) -> FileReader {
        FileReader {
            limits,
            isolation,
            apart: Apart::default(),
        }
    }

    /// Turns a file's bytes into a document.
    ///
    /// # Errors
    /// When the bytes are not a text in the format the file's name promises, hold no text, or take
    /// more than the limits to read. A reader that panics is an error too. What may be otherwise
    /// the next time is [`Passing`].
    pub fn read(&mut self, file: &SourceFile, bytes: Vec<u8>) -> Result<Document> {
        let document = self.read_as(&file.path, file.format, &bytes)?;
        Ok(file.given.clone().applied(document))
    }

    /// Turns bytes that are no file of a corpus into a document, as if they were a file of this
    /// name.
    ///
    /// # Errors
    /// As [`FileReader::read`]; also when the name promises no format.
    pub fn read_named(&mut self, name: &str, bytes: &[u8]) -> Result<Document> {
        let format = Format::of(Path::new(name)).ok_or_else(|| anyhow!(unknown_format_reason()))?;
        self.read_as(name, format, bytes)
    }

    fn read_as(&mut self, path: &str, format: Format, bytes: &[u8]) -> Result<Document> {
        let limits = self.limits;
        let document = match self.isolation {
            Isolation::Apart => self.apart.read(path, bytes, limits),
            Isolation::Here => {
                read_guarded(|| format.read(path, bytes.to_vec(), limits.file_bytes()))
            }
        };
        let document = document.map_err(|error| match error.downcast::<Passing>() {
            Ok(Passing(reason)) => Passing(cut_reason(&reason)).into(),
            Err(error) => anyhow!(cut_reason(&format!("{error:#}"))),
        })?;

        ensure!(!document.blocks.is_empty(), "holds no text");
        // A place inside a character would stop whoever quotes it later.
        ensure!(
            document.is_sound(),
            "could not be read: its reader contradicts itself"
        );
        Ok(document)
    }

    /// What a process that reads files may not do.
    ///
    /// # Errors
    /// When none can be started.
    pub fn confinement(limits: Limits) -> Result<Confinement> {
        Apart::confinement(limits)
    }
}

/// Why a file could not be read that may well be read the next time.
#[derive(Debug)]
pub struct Passing(pub(super) String);

impl fmt::Display for Passing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Passing {}

/// A reason as one line: what a library says may hold pieces of the file.
fn cut_reason(reason: &str) -> String {
    const LONGEST: usize = 300;
    let words = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    shown::harmless_line(&words).chars().take(LONGEST).collect()
}

/// Reads, and makes an error of a panic.
pub fn read_guarded(read: impl FnOnce() -> Result<Document>) -> Result<Document> {
    let document = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        bail!(
            "could not be read: its reader stopped unexpectedly; save it again, or in another format"
        )
    })?;

    // Each of them takes memory of everybody who holds the document, however short it is.
    ensure!(
        document.blocks.len() <= MOST_BLOCKS && document.sections.len() <= MOST_SECTIONS,
        "has too many paragraphs or headings; split it"
    );
    Ok(document)
}
