//! What a build has to do: which parts of the former generation stay as they are, and which texts
//! go into new ones.
//!
//! A part stays if all its documents are still the same and no text has come in between. A text
//! that is read again goes into its part, one that is new into the part before it, unless that is
//! as large as a part may be: then it would be written again for every text that comes. A large text
//! that is new behind a part is not added to it either, as it makes a part alone. Where a new part
//! begins is told by the sizes of the texts (see [`Sizes`]).

use std::ops::Range;

use crate::corpus::Listing;
use crate::ids::{DocumentId, Ids};
use crate::index::library::Library;
use crate::index::manifest::FileEntry;
use crate::index::sizes::Sizes;

/// One thing to do, in the order of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A part of the former generation stays, with all that is known of these files.
    Keep { part: usize, files: Range<usize> },
    /// The text of a file is stored.
    Store {
        file: usize,
        /// In a new part.
        begins: bool,
    },
}

/// The steps of a build, and what is known already of each listed file that is still the same.
pub struct Plan<'a> {
    pub steps: Vec<Step>,
    pub known: Vec<Option<&'a FileEntry>>,
    /// Bytes of text that a new part has, unless it is of one large text.
    pub part_bytes: u64,
}

/// What is to be done to have the listed files in the index.
pub fn plan_build<'a>(listing: &Listing, former: Option<&'a Library>, cut: Sizes) -> Plan<'a> {
    let files = listing.files.iter();
    let known: Vec<Option<&FileEntry>> = files
        .map(|file| former?.manifest().unchanged(listing, file))
        .collect();

    let parts = former.map_or(Vec::new(), documents_of_parts);
    let part_of = |document: DocumentId| parts.iter().position(|part| part.contains(&document));
    let files = listing.files.iter();
    let owners: Vec<Option<usize>> = files
        .map(|file| part_of(former?.manifest().entry(&file.path)?.document?))
        .collect();

    let files = known.iter().zip(&listing.files);
    let sizes: Vec<u64> = files
        .map(|(entry, file)| match entry {
            Some(entry) => entry.document.zip(former).map_or(0, stored_bytes),
            None => file.bytes,
        })
        .collect();

    let is_read: Vec<bool> = known.iter().map(Option::is_none).collect();
    let counts: Vec<usize> = parts.iter().map(Ids::len).collect();
    let part_bytes = cut.of_part(sizes.iter().sum());
    Plan {
        steps: plan_steps(
            &owners,
            &is_read,
            &counts,
            &sizes,
            part_bytes,
            cut.large() as u64,
        ),
        known,
        part_bytes,
    }
}

/// The documents of each part.
fn documents_of_parts(library: &Library) -> Vec<Range<DocumentId>> {
    let mut next = DocumentId(0);
    let parts = library.manifest().parts.iter().map(|part| {
        let first = next;
        next = next + part.documents;
        first..next
    });
    parts.collect()
}

/// The part that has this document and no other.
pub fn find_lone_part(library: &Library, document: DocumentId) -> Option<usize> {
    let mut parts = documents_of_parts(library).into_iter();
    parts.position(|part| part == (document..document + 1))
}

fn stored_bytes((document, library): (DocumentId, &Library)) -> u64 {
    let text = library.document(document).map(|info| info.text.clone());
    text.map_or(0, |text| text.end - text.start)
}

/// The steps for files of which some have or had their text in a part (`owners`), some are to be
/// read and the others have no text; `counts` are the documents of each part, `sizes` the bytes of
/// each file's text, `most` those of a part, `large` those of a text that makes one alone.
fn plan_steps(
    owners: &[Option<usize>],
    is_read: &[bool],
    counts: &[usize],
    sizes: &[u64],
    most: u64,
    large: u64,
) -> Vec<Step> {
    let full = mark_full_parts(owners, sizes, counts.len(), most);
    let is_large: Vec<bool> = sizes.iter().map(|size| *size >= large).collect();
    let near = assign_parts(owners, is_read, &full, &is_large);
    let stays = mark_staying_parts(owners, is_read, &near, counts);

    let mut steps = Vec::new();
    let files: Vec<usize> = (0..owners.len()).collect();
    let part = |file: usize| near[file].filter(|part| stays[*part]);
    for run in files.chunk_by(|a, b| part(*a) == part(*b)) {
        let run = run[0]..run[run.len() - 1] + 1;
        match part(run.start) {
            Some(part) => steps.push(Step::Keep { part, files: run }),
            None => add_store_steps(run, sizes, most, &mut steps),
        }
    }
    steps
}

/// Which parts are as large as a part may be.
fn mark_full_parts(owners: &[Option<usize>], sizes: &[u64], parts: usize, most: u64) -> Vec<bool> {
    let mut bytes = vec![0; parts];
    for (owner, size) in owners.iter().zip(sizes) {
        if let Some(part) = owner {
            bytes[*part] += size;
        }
    }
    bytes.into_iter().map(|bytes| bytes >= most).collect()
}

/// The part that each file belongs to: its own, or that before it, or the first of all. To the
/// outside of a full one no text is added, and no large one to that of any: it and what follows
/// belong to none.
fn assign_parts(
    owners: &[Option<usize>],
    is_read: &[bool],
    full: &[bool],
    is_large: &[bool],
) -> Vec<Option<usize>> {
    let is_new = |file: &usize| owners[*file].is_none() && is_read[*file];
    let mut last = vec![0; full.len()];
    for (file, owner) in owners.iter().enumerate() {
        if let Some(part) = owner {
            last[*part] = file;
        }
    }

    let first = owners.iter().position(Option::is_some).unwrap_or(0);
    let is_open = |part: &usize| !full[*part] || !(0..first).any(|file| is_new(&file));
    let mut part = owners.get(first).copied().flatten().filter(is_open);

    let near = owners.iter().enumerate().map(|(file, owner)| {
        let is_behind = |part: &usize| last[*part] < file && is_new(&file);
        let takes = |part: &usize| !(is_behind(part) && (full[*part] || is_large[file]));
        part = owner.or(part.filter(takes));
        part
    });
    near.collect()
}

/// Which parts stay: those of which every document is there, and with which none goes that is to be
/// read.
fn mark_staying_parts(
    owners: &[Option<usize>],
    is_read: &[bool],
    near: &[Option<usize>],
    counts: &[usize],
) -> Vec<bool> {
    let mut found = vec![0; counts.len()];
    owners.iter().flatten().for_each(|part| found[*part] += 1);
    let mut stays: Vec<bool> = found.iter().zip(counts).map(|(a, b)| a == b).collect();

    for (part, is_read) in near.iter().zip(is_read) {
        if let Some(part) = part.filter(|_| *is_read) {
            stays[part] = false;
        }
    }
    stays
}

/// Stores a run of files in parts that have about the same size.
fn add_store_steps(files: Range<usize>, sizes: &[u64], most: u64, steps: &mut Vec<Step>) {
    let total: u64 = sizes[files.clone()].iter().sum();
    let parts = total.div_ceil(most).max(1);
    let share = total.div_ceil(parts);

    let mut bytes = 0;
    for file in files.clone() {
        let is_full = bytes > 0 && bytes + sizes[file].div_ceil(2) > share;
        let begins = file == files.start || is_full;
        bytes = if begins { 0 } else { bytes } + sizes[file];
        steps.push(Step::Store { file, begins });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUT: Sizes = Sizes {
        least: 4,
        most: 1_000,
    };

    /// Steps by a letter for each file: a digit has its text in that part, `a` is to be read and
    /// had it in part 0, `b` in part 1, `r` is to be read and new, `l` is that and large, `-` has no
    /// text.
    fn planned(files: &str, counts: &[usize]) -> String {
        let owner = |letter| match letter {
            '0' | 'a' => Some(0),
            '1' | 'b' => Some(1),
            '2' => Some(2),
            _ => None,
        };
        let owners: Vec<Option<usize>> = files.chars().map(owner).collect();
        let is_read: Vec<bool> = files.chars().map(|c| c.is_ascii_lowercase()).collect();
        let size = |letter| if letter == 'l' { 8 } else { 1 };
        let sizes: Vec<u64> = files.chars().map(size).collect();

        let steps = plan_steps(&owners, &is_read, counts, &sizes, CUT.least, 8);
        let shown = steps.into_iter().map(|step| match step {
            Step::Keep { part, files } => format!("{part}x{} ", files.len()),
            Step::Store { begins: true, .. } => "|s".to_owned(),
            Step::Store { begins: false, .. } => "s".to_owned(),
        });
        shown.collect()
    }

    #[test]
    fn only_parts_with_a_change_are_written_again() {
        for (files, counts, expected) in [
            // A new library, in parts of four.
            ("rrr", &[][..], "|sss"),
            ("rrrrrrrr", &[], "|ssss|ssss"),
            // Nothing changed but what has no text.
            ("000111", &[3, 3], "0x3 1x3 "),
            ("0-00-111-", &[3, 3], "0x5 1x4 "),
            // One changed, one came, one went, the first came, the last came.
            ("00r111", &[3, 3], "|sss1x3 "),
            ("0r00111", &[3, 3], "|ssss1x3 "),
            ("000r111", &[3, 3], "|ssss1x3 "),
            ("00111", &[3, 3], "|ss1x3 "),
            ("r000111", &[3, 3], "|ssss1x3 "),
            ("000111r", &[3, 3], "0x3 |ssss"),
            // The first of a part changed, and the last.
            ("000b11", &[3, 3], "0x3 |sss"),
            ("00a111", &[3, 3], "|sss1x3 "),
            ("a00b11", &[3, 3], "|sss|sss"),
            // All of a part are gone.
            ("000222", &[3, 1, 3], "0x3 2x3 "),
            // A full part stays when a text comes before it or behind it, and only then.
            ("0000r", &[4], "0x4 |s"),
            ("0000-r-r", &[4], "0x5 |sss"),
            ("-r-0000", &[4], "|sss0x4 "),
            ("0000r111", &[4, 3], "0x4 |s1x3 "),
            ("00001r", &[4, 1], "0x4 |ss"),
            ("00r00", &[4], "|sss|ss"),
            ("000ar", &[4], "|sss|ss"),
            // A large text behind a part leaves it as it is; one within does not.
            ("000l", &[3], "0x3 |s"),
            ("000-l-r111", &[3, 3], "0x4 |s|ss1x3 "),
            ("00l0", &[3], "|ss|s|s"),
            // Parts that are written again beside each other are cut anew.
            ("0r0r1r1r", &[2, 2], "|ssss|ssss"),
            ("rr", &[3], "|ss"),
            ("", &[3], ""),
        ] {
            assert_eq!(planned(files, counts), expected, "{files}");
        }
    }

    #[test]
    fn parts_grow_with_the_library_and_a_large_text_is_one() {
        for (library, expected) in [(0, 4), (160, 10), (1 << 40, 1_000)] {
            assert_eq!(CUT.of_part(library), expected);
        }

        let mut steps = Vec::new();
        add_store_steps(0..3, &[1, 50, 1], 5, &mut steps);
        assert_eq!(steps.len(), 3);
        assert!(matches!(steps[2], Step::Store { begins: true, .. }));
    }
}
