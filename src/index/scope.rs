//! What a question is asked of: the library, a folder of it (a collection), or one document.
//!
//! Documents are in the order of their paths, byte by byte, so those of a folder follow one
//! another, and so do their passages: a scope is always one run. Which scope a name means, `find`
//! tells.

use std::ops::Range;

use crate::ids::DocumentId;
use crate::index::manifest::DocumentInfo;

/// The texts to look in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All texts of the library.
    #[default]
    Library,
    /// Those of a folder, by its position in [`Library::folders`](super::Library::folders).
    Folder(u32),
    /// One.
    Document(DocumentId),
}

/// A sub-folder of the corpus with texts in it: a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Path relative to the corpus folder, with `/` between folders and none at the end.
    pub path: String,
    /// Its documents, those of its own sub-folders included.
    pub documents: Range<DocumentId>,
}

impl Folder {
    /// How the folder is named beside documents: `greek/`.
    pub fn name(&self) -> String {
        format!("{}/", self.path)
    }
}

/// The folders that `documents` lie in, each before those inside it.
pub(super) fn collect_folders(documents: &[DocumentInfo]) -> Vec<Folder> {
    let mut folders: Vec<Folder> = Vec::new();
    // Those around the document, outermost first.
    let mut open: Vec<usize> = Vec::new();

    for (document, info) in (0..).map(DocumentId).zip(documents) {
        while open
            .last()
            .is_some_and(|last| !is_in(&info.path, &folders[*last].path))
        {
            open.pop();
        }

        // The folders already open are the first of its path.
        for (end, _) in info.path.match_indices('/').skip(open.len()) {
            open.push(folders.len());
            folders.push(Folder {
                path: info.path[..end].to_owned(),
                documents: document..document,
            });
        }

        for folder in &open {
            folders[*folder].documents.end = document + 1;
        }
    }
    folders
}

/// Whether a path lies in a folder.
pub(super) fn is_in(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder)
        .is_some_and(|rest| rest.starts_with('/'))
}
