//! What an update of a library changes.

use std::collections::HashMap;

use crate::index::Library;

/// How one library differs from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Texts that are new or not as they were.
    pub read: usize,
    /// Texts that are not there any more.
    pub gone: usize,
    /// Texts that take long to read: they are not in it yet, or as they were before.
    pub late: usize,
}

impl Change {
    /// From one library to another, while so many texts are still being read.
    pub fn between(former: &Library, library: &Library, late: usize) -> Change {
        let texts = |library: &Library| -> HashMap<String, Option<String>> {
            let files = library
                .manifest()
                .files
                .iter()
                .filter(|file| file.document.is_some());
            files
                .map(|file| (file.path.clone(), file.hash.clone()))
                .collect()
        };

        let before = texts(former);
        let after = texts(library);
        Change {
            read: after
                .iter()
                .filter(|(path, hash)| before.get(*path) != Some(hash))
                .count(),
            gone: before
                .keys()
                .filter(|path| !after.contains_key(*path))
                .count(),
            late,
        }
    }
}
