//! Names that people type -> the document or collection they mean, and what a scope holds.

use std::ops::Range;

use anyhow::{Context, Result};
use unicode_normalization::UnicodeNormalization;

use crate::analyze::fold;
use crate::analyze::spelling::spell_out_umlauts;
use crate::error::UserError;
use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::library::{Library, PassageInfo};
use crate::index::manifest::DocumentInfo;
use crate::index::scope::{Folder, Scope, is_in};

/// A name as people type it: without capitals, accents and apostrophes, and with `ae` for `ä`, too.
pub fn typed_spellings(name: &str) -> [String; 2] {
    let spelt = spell_out_umlauts(&name.nfc().collect::<String>().to_lowercase());
    let plain = |name: &str| fold(&name.replace(['\'', '’', '‘', '`', '´'], ""));
    [plain(name), plain(&spelt)]
}

/// Whether two words differ by one letter, or by two that changed places.
pub fn is_near(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let one = &one[same..];
    let other = &other[same..];
    let swapped = one.len() > 1
        && other.len() > 1
        && one[0] == other[1]
        && one[1] == other[0]
        && one[2..] == other[2..];

    let rest = |word: &[char]| word.get(1..).unwrap_or_default().to_vec();
    swapped || rest(one) == rest(other) || rest(one) == other || one == rest(other)
}

impl Library {
    /// The documents of a scope.
    ///
    /// # Errors
    /// When it is not of this library.
    pub fn documents_in(&self, scope: Scope) -> Result<Range<DocumentId>> {
        match scope {
            Scope::Library => Ok(DocumentId(0)..self.manifest().next_document()),
            Scope::Folder(folder) => Ok(self.folder(folder)?.documents.clone()),
            Scope::Document(document) => self.document(document).map(|_| document..document + 1),
        }
    }

    /// The passages of a scope.
    ///
    /// # Errors
    /// When it is not of this library.
    pub fn passages_in(&self, scope: Scope) -> Result<Range<PassageId>> {
        let documents = self.documents_in(scope)?;
        if documents.is_empty() {
            return Ok(Range::default());
        }
        Ok(self.document(documents.start)?.passages.start
            ..self.document(documents.end - 1)?.passages.end)
    }

    /// How many texts of a scope are still to be read: they are not in the library, or as they were
    /// before.
    pub fn count_late(&self, scope: Scope) -> usize {
        let late = self.manifest().files.iter().filter(|entry| entry.late);
        let in_scope = late.filter(|entry| match scope {
            Scope::Library => true,
            Scope::Folder(folder) => self
                .folder(folder)
                .is_ok_and(|folder| is_in(&entry.path, &folder.path)),
            Scope::Document(document) => entry.document == Some(document),
        });
        in_scope.count()
    }

    /// The first of some passages for which something is true that is true for all after it, too;
    /// found by halving.
    ///
    /// # Errors
    /// When they are not of this library.
    pub fn first_where(
        &self,
        passages: Range<PassageId>,
        is_true: impl Fn(&PassageInfo) -> bool,
    ) -> Result<Option<PassageId>> {
        let mut low = passages.start;
        let mut high = passages.end;
        while low < high {
            let middle = low + (high - low) / 2;
            if is_true(&self.passage(middle)?) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }

        Ok((low < passages.end).then_some(low))
    }

    /// A folder by its position in the library.
    ///
    /// # Errors
    /// When there is no such folder.
    pub fn folder(&self, folder: u32) -> Result<&Folder> {
        self.folders()
            .get(folder as usize)
            .context("no such collection in the index")
    }

    /// What a person means by `name`: a document by its path, its path without the ending or its
    /// title; else a folder by its path; else the only document of whose path or title it is a
    /// part. With `/` at the end it is a folder.
    ///
    /// # Errors
    /// A [`UserError`] that lists what there is when none or several fit.
    pub fn find(&self, name: &str) -> Result<Scope, UserError> {
        if let Some(scope) = self.find_whole(name)? {
            return Ok(scope);
        }

        let [wanted, _] = typed_spellings(name.trim());
        let found = self.matching(|key| !wanted.is_empty() && key.contains(&wanted));
        self.only(name, &found)?
            .ok_or_else(|| UserError::NoSuchDocument {
                name: name.to_owned(),
                names: self.names(),
            })
    }

    /// As [`Library::find`], but a part of a name names nothing.
    ///
    /// # Errors
    /// A [`UserError`] that lists them when several fit.
    pub fn find_whole(&self, name: &str) -> Result<Option<Scope>, UserError> {
        let [wanted, _] = typed_spellings(name.trim());
        let path = wanted.trim_end_matches('/');

        let found = self.matching(|key| key == wanted);
        let folder = || {
            let is_it = |folder: &Folder| {
                typed_spellings(&folder.path)
                    .iter()
                    .any(|name| name == path)
            };
            self.folders().iter().position(is_it)
        };

        // A document named exactly comes first, then a folder.
        match self.only(name, &found)? {
            Some(document) => Ok(Some(document)),
            None => Ok(folder().map(|folder| Scope::Folder(folder as u32))),
        }
    }

    /// The documents with a name that fits.
    fn matching(&self, fits: impl Fn(&str) -> bool) -> Vec<DocumentId> {
        let keys = |d: &DocumentInfo| {
            let stem = d.path.rsplit_once('.').map_or(&*d.path, |(stem, _)| stem);
            [&d.path, stem, &d.title].map(typed_spellings).concat()
        };
        self.documents_with_ids()
            .filter(|(_, d)| keys(d).iter().any(|key| fits(key)))
            .map(|(id, _)| id)
            .collect()
    }

    /// The only document of those found, if there are any.
    fn only(&self, name: &str, found: &[DocumentId]) -> Result<Option<Scope>, UserError> {
        match found {
            [] => Ok(None),
            [document] => Ok(Some(Scope::Document(*document))),
            several => Err(UserError::AmbiguousDocument {
                name: name.to_owned(),
                paths: self.paths(several.iter().copied()),
            }),
        }
    }

    /// The document a person means by `name`, where a folder with several will not do.
    ///
    /// # Errors
    /// As [`Library::find`]; for such a folder too, with the documents that it holds.
    pub fn find_document(&self, name: &str) -> Result<DocumentId, UserError> {
        let documents = match self.find(name)? {
            Scope::Document(document) => return Ok(document),
            scope => self.documents_in(scope).unwrap_or_default(),
        };

        if documents.len() == 1 {
            return Ok(documents.start);
        }
        Err(UserError::NotOneDocument {
            name: name.to_owned(),
            paths: self.paths(documents.ids()),
        })
    }

    /// What [`Library::find`] can be asked for: folders, then documents.
    fn names(&self) -> Vec<String> {
        let documents = self.documents().iter().map(|d| d.path.clone());
        self.folders()
            .iter()
            .map(Folder::name)
            .chain(documents)
            .collect()
    }

    fn paths(&self, documents: impl IntoIterator<Item = DocumentId>) -> Vec<String> {
        documents
            .into_iter()
            .map(|id| self.documents()[id.index()].path.clone())
            .collect()
    }
}
