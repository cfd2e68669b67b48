//! Titles that tell texts apart: where several have the same, a part of the path stands behind it.

use crate::index::Library;

/// What tells a document from others of its title: the part of its path that they do not share. `None` when
/// no other has its title.
pub fn apart(library: &Library, document: u32) -> Option<String> {
    let own = library.documents().get(document as usize)?;
    let others: Vec<&str> = library
        .documents()
        .iter()
        .filter(|other| other.title == own.title && other.path != own.path)
        .map(|other| other.path.as_str())
        .collect();
    (!others.is_empty()).then(|| difference(&own.path, &others))
}

/// The title of a document with what tells it from others.
///
/// # Errors
/// When it is not of this library.
pub fn of(library: &Library, document: u32) -> anyhow::Result<String> {
    let info = library.document(document)?;
    Ok(named(&info.title, apart(library, document).as_deref()))
}

/// A title with what tells it from others.
pub fn named(title: &str, apart: Option<&str>) -> String {
    match apart {
        Some(apart) => format!("{title} ({apart})"),
        None => title.to_owned(),
    }
}

/// The folders and the file name of `path` without those at both ends that all `others` have too.
fn difference(path: &str, others: &[&str]) -> String {
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
    fn what_paths_share_is_left_out() {
        for (path, others, expected) in [
            ("a/notes.md", &["b/notes.md"][..], "a/"),
            ("x/a/notes.md", &["x/b/notes.md", "x/c/notes.md"], "a/"),
            ("notes.md", &["a/notes.md"], "notes.md"),
            ("a/notes.md", &["notes.md"], "a/"),
            ("old.md", &["new.md"], "old.md"),
            ("a/1/notes.md", &["a/2/notes.md", "b/1/notes.md"], "a/1/"),
        ] {
            assert_eq!(difference(path, others), expected, "{path}");
        }
    }
}
