//! Headings all over a library, and where what stands under one begins.

use std::ops::Range;

use anyhow::Result;

use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::Library;

/// Documents and sections whose innermost heading `fits`.
pub fn find_headings<'a>(
    library: &'a Library,
    documents: Range<DocumentId>,
    fits: impl Fn(&str) -> bool + 'a,
) -> impl Iterator<Item = (DocumentId, usize, &'a str)> {
    let known = |id| library.document(id).ok().map(|info| (id, info));
    let documents = documents.ids().filter_map(known);

    let all = documents.flat_map(|(id, info)| {
        let sections = info.sections.iter().enumerate();
        // The text before the first heading is a section without one.
        sections.filter_map(move |(number, section)| {
            let heading = section.path.last()?;
            Some((id, number, heading.as_str()))
        })
    });
    all.filter(move |(_, _, heading)| fits(heading))
}

/// The first passage of a document that stands in a section or after it.
pub fn find_first_passage(
    library: &Library,
    document: DocumentId,
    section: usize,
) -> Result<Option<PassageId>> {
    let all = library.document(document)?.passages.clone();
    library.first_where(all, |passage| passage.section >= section)
}
