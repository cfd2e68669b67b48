//! The parts of a Word document by what they are for.
//!
//! What a part is called is up to the program that wrote it; the relationships say what it is for.
//! Only where they say nothing do the usual names count.

use std::collections::HashMap;

use anyhow::{Context, Result};

use crate::corpus::archive::Archive;
use crate::corpus::xml::{self, attribute, for_each_tag};

/// The main part in most documents.
const USUAL_MAIN: &str = "word/document.xml";

/// What a file is called that the main part takes in.
const CHUNK: &str = "aFChunk";

/// An archive, and where its main part is.
pub struct Package {
    archive: Archive,
    main: String,
    /// What the package and its main part refer to: the last word of the kind, and the path.
    relations: Vec<(String, String)>,
    /// The paths of the files that the main part takes in, by their numbers.
    chunks: HashMap<String, String>,
}

impl Package {
    /// Opens the archive of a document.
    ///
    /// # Errors
    /// When its relationships cannot be unpacked.
    pub fn open(archive: Archive) -> Result<Package> {
        let mut package = Package {
            archive,
            main: USUAL_MAIN.to_owned(),
            relations: Vec::new(),
            chunks: HashMap::new(),
        };

        package.relate("")?;
        if let Some(main) = package.path_of("officeDocument") {
            package.main = main.to_owned();
        }
        package.relate(&package.main.clone())?;
        Ok(package)
    }

    /// The main part.
    ///
    /// # Errors
    /// When there is none, or it cannot be unpacked.
    pub fn main(&mut self) -> Result<String> {
        let main = self.archive.read(&self.main)?;
        let main = main.context("is a Word document without a text; save it again as .docx")?;
        Ok(xml::decode_part(&main))
    }

    /// The part that is for `kind`, such as `styles`; empty if there is none.
    ///
    /// # Errors
    /// When it cannot be unpacked.
    pub fn part(&mut self, kind: &str, usual: &str) -> Result<String> {
        let path = self.path_of(kind).unwrap_or(usual).to_owned();
        xml::read_part(&mut self.archive, &path)
    }

    /// The file with a number that the main part takes in, if it is there.
    ///
    /// # Errors
    /// When it cannot be unpacked.
    pub fn chunk(&mut self, id: &str) -> Result<Option<Vec<u8>>> {
        match self.chunks.get(id) {
            Some(path) => self.archive.read(path),
            None => Ok(None),
        }
    }

    fn path_of(&self, kind: &str) -> Option<&str> {
        let found = self.relations.iter().find(|(of, _)| of == kind);
        found.map(|(_, path)| path.as_str())
    }

    /// Adds what a part refers to; the package itself has no name.
    fn relate(&mut self, part: &str) -> Result<()> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let list = format!("{folder}/_rels/{name}.rels");
        let xml = xml::read_part(&mut self.archive, &list)?;

        for_each_tag(&xml, |name, tag| {
            if let ("Relationship", Some(kind), Some(target)) =
                (name, attribute(tag, "Type"), attribute(tag, "Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let path = resolve_path(folder, &target);
                if let Some(id) = attribute(tag, "Id").filter(|_| kind == CHUNK) {
                    self.chunks.insert(id, path);
                } else {
                    self.relations.push((kind, path));
                }
            }
        });
        Ok(())
    }
}

/// A path that is told from a folder; one that begins with `/` is told from the top.
fn resolve_path(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let base = if target.starts_with('/') { "" } else { folder };

    let mut names: Vec<&str> = Vec::new();
    for name in base.split('/').chain(target.split('/')) {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}
