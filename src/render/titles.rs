//! Titles that tell texts apart: where several have the same, a part of the path stands behind it.

use std::collections::HashMap;

use crate::ids::DocumentId;
use crate::index::Library;
use crate::render::discord::markdown::{count_units, cut_to_units, to_plain_line};

/// What tells a document from others of its title: the part of its path that they do not share.
/// `None` when no other has its title.
pub fn find_distinction(library: &Library, document: DocumentId) -> Option<String> {
    let own = library.document(document).ok()?;
    let others: Vec<&str> = library
        .documents()
        .iter()
        .filter(|other| other.title == own.title && other.path != own.path)
        .map(|other| other.path.as_str())
        .collect();
    (!others.is_empty()).then(|| path_difference(&own.path, &others))
}

/// The title of a document with what tells it from others.
///
/// # Errors
/// When it is not of this library.
pub fn distinct_title(library: &Library, document: DocumentId) -> anyhow::Result<String> {
    let info = library.document(document)?;
    Ok(append_distinction(
        &info.title,
        find_distinction(library, document).as_deref(),
    ))
}

/// A title with what tells it from others.
pub fn append_distinction(title: &str, apart: Option<&str>) -> String {
    match apart {
        Some(apart) => format!("{title} ({apart})"),
        None => title.to_owned(),
    }
}

/// Bytes of a title that another one of the library begins with, too.
pub fn find_shared_start(library: &Library, title: &str) -> usize {
    let others = library.documents().iter().map(|other| &other.title);
    let others = others.filter(|other| *other != title);
    let shared = others.map(|other| shared_prefix_length(&[title, other]));
    shared.max().unwrap_or(0)
}

/// A title cut to so many units; what tells it from others that begin with as many bytes stays.
pub fn cut_title(title: &str, shared: usize, room: usize) -> String {
    let cut = cut_to_units(title, room);
    if cut == title || cut.trim_end_matches('…').len() > shared {
        cut
    } else {
        cut_keeping_end(title, shared, room.max(LEAST_APART))
    }
}

/// Names in one line, each cut to so many units. Those that would be cut to the same keep the end
/// that differs.
pub fn cut_names_apart(names: &[String], room: usize) -> Vec<String> {
    let names: Vec<String> = names.iter().map(|name| to_plain_line(name)).collect();
    let cut: Vec<String> = names.iter().map(|name| cut_to_units(name, room)).collect();

    let mut alike: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, cut) in cut.iter().enumerate() {
        alike.entry(cut).or_default().push(at);
    }
    let mut apart = cut.clone();
    for group in alike.into_values().filter(|group| group.len() > 1) {
        let of_group: Vec<&str> = group.iter().map(|at| names[*at].as_str()).collect();
        let shared = shared_prefix_length(&of_group);
        let is_one = of_group.iter().all(|name| name.len() == shared);
        for at in group.iter().filter(|_| !is_one) {
            apart[*at] = cut_keeping_end(&names[*at], shared, room);
        }
    }
    apart
}

/// Units that are left of the beginning of a name, at least, where its end stays whole.
const LEAST_START: usize = 5;
/// Units in which two titles can mostly be told apart, at least.
const LEAST_APART: usize = 20;

/// Bytes that all of some names begin with.
fn shared_prefix_length(names: &[&str]) -> usize {
    let Some((first, others)) = names.split_first() else {
        return 0;
    };

    let same = |other: &&str| {
        let pairs = first.char_indices().zip(other.chars());
        let differs = pairs.clone().find(|((_, one), other)| one != other);
        let shorter = first.len().min(other.len());
        differs.map_or(shorter, |((at, _), _)| at)
    };

    others.iter().map(same).min().unwrap_or(first.len())
}

/// The start of a name, and its end from about the byte at which it differs from others, a word or
/// two earlier if there is room.
fn cut_keeping_end(name: &str, differs: usize, room: usize) -> String {
    let most = room / 3 * 2;
    let words: Vec<usize> = name[..differs]
        .match_indices(' ')
        .map(|(at, _)| at + 1)
        .collect();
    let mut starts = words.iter().rev().take(2).rev().copied();
    let start = starts.find(|start| count_units(&name[*start..]) <= most);

    // Half a number would be another.
    let last = words.last().copied().unwrap_or(differs);
    let end = name[start.unwrap_or(last)..].trim_start_matches([' ', ',', ';', ':']);
    let whole = room.saturating_sub(LEAST_START);
    let end = cut_to_units(
        end,
        if count_units(end) <= whole {
            whole
        } else {
            most
        },
    );
    let start = cut_to_units(name, room.saturating_sub(count_units(&end) + 1));
    format!("{start} {end}")
}

/// The folders and the file name of `path` without those at both ends that all `others` have too.
fn path_difference(path: &str, others: &[&str]) -> String {
    let own: Vec<&str> = path.split('/').collect();
    let others: Vec<Vec<&str>> = others.iter().map(|o| o.split('/').collect()).collect();

    let before = (0..own.len())
        .take_while(|at| others.iter().all(|other| other.get(*at) == own.get(*at)))
        .count();
    let from_end =
        |parts: &[&str], at: usize| parts.iter().rev().nth(at).map(|part| (*part).to_owned());
    let behind = (0..own.len() - before)
        .take_while(|at| {
            others
                .iter()
                .all(|other| from_end(other, *at) == from_end(&own, *at))
        })
        .count();

    match &own[before..own.len() - behind] {
        [] => path.to_owned(),
        [file] if behind == 0 => file.to_string(),
        folders => format!("{}{}", folders.join("/"), if behind > 0 { "/" } else { "" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_cut_keep_what_tells_them_apart() {
        let long = "The Annals of the Seventeen Harbours and of Those Who Kept Their Lamps";
        let names = [
            format!("{long}, Volume 1"),
            format!("{long}, Volume 12"),
            "Short".to_owned(),
            format!("{long} (b/annals.md)"),
        ];
        assert_eq!(
            cut_names_apart(&names[..3], 40),
            [
                "The Annals of the Seventeen… Volume 1",
                "The Annals of the Seventeen… Volume 12",
                "Short"
            ]
        );

        for room in [20, 40, 60] {
            let cut = cut_names_apart(&names, room);
            assert!(cut.iter().all(|name| count_units(name) <= room), "{cut:?}");
            let mut told = cut.clone();
            told.sort();
            told.dedup();
            assert_eq!(told.len(), names.len(), "{cut:?}");
        }
        assert_eq!(cut_names_apart(&["a".into(), "a".into()], 10), ["a", "a"]);
    }

    #[test]
    fn what_paths_share_is_left_out() {
        for (path, others, expected) in [
            ("a/notes.md", &["b/notes.md"][..], "a/"),
            ("x/a/notes.md", &["x/b/notes.md", "x/c/notes.md"], "a/"),
            ("notes.md", &["a/notes.md"], "notes.md"),
            ("a/notes.md", &["notes.md"], "a/"),
            ("old.md", &["new.md"], "old.md"),
            ("a/1/notes.md", &["a/2/notes.md", "b/1/notes.md"], "a/1/"),
        ] {
            assert_eq!(path_difference(path, others), expected, "{path}");
        }
    }
}
