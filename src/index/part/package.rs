//! The file of a part: its sections one behind the other, mapped into memory as one.
//!
//! One file, so that a library of many parts opens few, and a part is linked, checked and deleted
//! as a whole. It is named by the BLAKE3 of its bytes; where its sections end stands in the
//! manifest.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use tantivy::directory::OwnedBytes;

use crate::index::files::hash_bytes;
use crate::index::part::map::Mapped;
use crate::index::part::whole::{CUT, Length};

/// The name while a file is being written.
const UNFINISHED: &str = "unfinished.part";
const ENDING: &str = ".part";

/// A file as it was when it was finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// Name of the file: the BLAKE3 of its bytes.
    pub name: String,
    sections: Vec<Section>,
    /// How many of the sections are checked document by document, on first use.
    documents_own: usize,
    /// BLAKE3 of all sections behind those.
    checksum: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Section {
    name: String,
    bytes: u64,
}

impl Contents {
    fn bytes(&self) -> u64 {
        self.sections.iter().map(|section| section.bytes).sum()
    }

    /// Bytes of the sections that are checked when the part is opened.
    pub fn checked_bytes(&self) -> u64 {
        let checked = self.sections.iter().skip(self.documents_own);
        checked.map(|section| section.bytes).sum()
    }

    /// Where a section stands in the file.
    fn place(&self, name: &str) -> Option<Range<usize>> {
        let at = self.sections.iter().position(|it| it.name == name)?;
        let before = self.sections[..at].iter().map(|it| it.bytes as usize);
        let start: usize = before.sum();
        Some(start..start + self.sections[at].bytes as usize)
    }
}

/// Writes the file of a new part, section after section.
pub struct Packer {
    folder: PathBuf,
    file: BufWriter<File>,
    sections: Vec<Section>,
    documents_own: usize,
    whole: blake3::Hasher,
    checked: blake3::Hasher,
}

impl Packer {
    /// Begins with the sections that are checked document by document.
    pub fn create(folder: &Path) -> Result<Packer> {
        let path = folder.join(UNFINISHED);
        let file = File::create(&path).with_context(|| format!("creating {}", path.display()))?;

        Ok(Packer {
            folder: folder.to_owned(),
            file: BufWriter::new(file),
            sections: Vec::new(),
            documents_own: 0,
            whole: blake3::Hasher::new(),
            checked: blake3::Hasher::new(),
        })
    }

    /// What is added from now on is checked when the part is opened.
    pub fn check_from_here(&mut self) {
        self.documents_own = self.sections.len();
    }

    /// Adds a section.
    pub fn add(&mut self, name: &str, mut from: impl Read) -> Result<()> {
        let is_checked = self.documents_own > 0;
        let mut both = Hashing {
            file: &mut self.file,
            whole: &mut self.whole,
            checked: is_checked.then_some(&mut self.checked),
        };
        let bytes = io::copy(&mut from, &mut both)
            .with_context(|| format!("writing the {name} of the index"))?;

        self.sections.push(Section {
            name: name.to_owned(),
            bytes,
        });
        Ok(())
    }

    /// Gives the file its name.
    pub fn finish(mut self) -> Result<Contents> {
        self.file.flush().context("writing a part of the index")?;

        let name = format!("{}{ENDING}", self.whole.finalize().to_hex());
        fs::rename(self.folder.join(UNFINISHED), self.folder.join(&name))
            .context("naming a part of the index")?;

        Ok(Contents {
            name,
            sections: self.sections,
            documents_own: self.documents_own,
            checksum: self.checked.finalize().to_hex().to_string(),
        })
    }
}

/// Sums up what it writes.
struct Hashing<'a> {
    file: &'a mut BufWriter<File>,
    whole: &'a mut blake3::Hasher,
    checked: Option<&'a mut blake3::Hasher>,
}

impl Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write_all(bytes)?;
        self.whole.update(bytes);
        if let Some(checked) = &mut self.checked {
            checked.update(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The mapped file of a part.
pub struct Package {
    contents: Contents,
    mapped: Mapped,
    length: Length,
}

impl Package {
    /// Maps a finished file.
    ///
    /// # Errors
    /// When it is missing or of another length.
    pub fn open(folder: &Path, contents: &Contents) -> Result<Package> {
        let path = folder.join(&contents.name);
        let file = File::open(&path).with_context(|| format!("opening {}", path.display()))?;
        // Before it is mapped: what is cut from now on is noticed.
        let length = Length::of(file)?;
        ensure!(
            length.bytes() == contents.bytes(),
            "{} of the index is incomplete",
            contents.name
        );

        Ok(Package {
            contents: contents.clone(),
            mapped: Mapped::new(length.file())?,
            length,
        })
    }

    /// What the file holds.
    pub fn contents(&self) -> &Contents {
        &self.contents
    }

    /// The bytes of a section.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn section(&self, name: &str) -> Result<OwnedBytes> {
        let place = self.contents.place(name);
        let place = place.with_context(|| format!("the index has no {name}"))?;
        Ok(self.mapped.bytes().slice(place))
    }

    /// The names of all sections.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let sections = self.contents.sections.iter();
        sections.map(|section| section.name.as_str())
    }

    /// Makes sure that it is as long as it was, and always was when it was read.
    ///
    /// # Errors
    /// When it is shorter, or was.
    pub fn ensure_whole(&self) -> Result<()> {
        self.length.check()?;
        ensure!(!self.mapped.is_cut(), CUT);
        Ok(())
    }

    /// Checks the sections that no document's checksum covers.
    ///
    /// # Errors
    /// When they are not what was written.
    pub fn check(&self) -> Result<()> {
        let bytes = self.mapped.bytes();
        let start = bytes.len() - self.contents.checked_bytes() as usize;
        self.ensure(&bytes[start..], &self.contents.checksum)
    }

    /// Checks every byte.
    ///
    /// # Errors
    /// When one is not what was written.
    pub fn verify(&self) -> Result<()> {
        let sum = self.contents.name.trim_end_matches(ENDING);
        self.ensure(self.mapped.bytes(), sum)
    }

    fn ensure(&self, bytes: &[u8], sum: &str) -> Result<()> {
        ensure!(
            hash_bytes(bytes) == sum,
            "{} of the index is damaged",
            self.contents.name
        );
        Ok(())
    }
}
