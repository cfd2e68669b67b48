//! The table of contents of a book -> what begins where.

use std::collections::HashSet;

use rbook::Epub;
use rbook::ebook::toc::TocEntryKind;
use rbook::epub::metadata::EpubVersion;
use rbook::epub::toc::EpubTocEntry;

use crate::corpus::archive::common_name;
use crate::corpus::gutenberg;
use crate::corpus::html::is_contents_name;
use crate::corpus::manuscript::one_line;
use crate::corpus::outline::comparable_letters;

/// Something that begins in a file of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The file, by its common name.
    pub file: String,
    /// The element that it begins with; without one, the file.
    pub fragment: Option<String>,
    /// How deep it stands, from 1.
    pub level: u8,
    pub label: String,
}

/// What the page of a book is called that says who may print it, in letters and digits.
const COPYRIGHT: &[&str] = &[
    "colofon",
    "colophon",
    "copyright",
    "copyrightinformation",
    "copyrightnotice",
    "copyrightpage",
    "impressum",
    "imprint",
    "mentionslégales",
    "版权信息",
    "版权页",
    "奥付",
];

/// The files that hold nothing but what the contents call so.
pub fn collect_copyright_files(marks: &[Mark]) -> HashSet<String> {
    let is_named = |mark: &&Mark| COPYRIGHT.contains(&comparable_letters(&mark.label).as_str());
    let (named, others): (Vec<&Mark>, Vec<&Mark>) = marks.iter().partition(is_named);
    let others: HashSet<&str> = others.iter().map(|mark| mark.file.as_str()).collect();
    let alone = named
        .into_iter()
        .filter(|mark| !others.contains(mark.file.as_str()));
    alone.map(|mark| mark.file.clone()).collect()
}

/// What begins where, in the order of the contents.
pub fn collect_marks(epub: &Epub, title: Option<&str>) -> Vec<Mark> {
    let mut marks = Vec::new();
    // Parts that point nowhere begin with the first thing in them.
    let mut parts: Vec<(u8, String)> = Vec::new();
    let mut lifted = 0;

    for entry in find_contents_table(epub)
        .iter()
        .flat_map(EpubTocEntry::flatten)
    {
        // What Project Gutenberg puts around a book holds nothing of it.
        let is_apart = |label: &str| is_contents_name(label) || gutenberg::is_frame(label);
        let label = one_line(entry.label()).filter(|label| !is_apart(label));
        let Some(label) = label else {
            continue;
        };
        // The book itself is above every place in it.
        if entry.depth() == 1 {
            let is_book = title.is_some_and(|title| title.to_lowercase() == label.to_lowercase());
            lifted = usize::from(is_book);
            if is_book {
                continue;
            }
        }

        let level = (entry.depth() - lifted.min(entry.depth())).clamp(1, 9) as u8;
        parts.retain(|(part, _)| *part < level);
        let Some(href) = entry.href() else {
            parts.push((level, label));
            continue;
        };

        let href = href.decode();
        let (path, fragment) = href.split_once('#').unwrap_or((&href, ""));
        let file = common_name(path.split('?').next().unwrap_or_default());
        let fragment = Some(fragment.to_owned()).filter(|fragment| !fragment.is_empty());
        for (level, label) in parts.drain(..).chain([(level, label)]) {
            marks.push(Mark {
                file: file.clone(),
                fragment: fragment.clone(),
                level,
                label,
            });
        }
    }

    marks
}

/// The new table of contents, or the old one, or whatever has entries and is no other list.
fn find_contents_table(epub: &Epub) -> Option<EpubTocEntry<'_>> {
    let toc = epub.toc();
    let named = [EpubVersion::EPUB3, EpubVersion::EPUB2]
        .into_iter()
        .filter_map(|version| toc.by_kind_version(TocEntryKind::Toc, version));
    let nameless = toc
        .iter()
        .filter(|list| list.kind_raw().unwrap_or_default().is_empty());

    named.chain(nameless).find(|list| !list.is_empty())
}
