//! Gates -> libraries in which texts end where they are not open any more.
//!
//! The narrowest gate of a text counts: the one that ends it first, whatever its number. One whose
//! chapter is gone, as the text was replaced, closes it until it is set anew. What is behind a gate
//! is not in the library that answers, see [`Library::ending_before`]: whoever answers cannot show
//! it.

use std::sync::Arc;

use anyhow::Result;

use crate::chapters::{find_chapter, section_after_chapter};
use crate::engine::Engine;
use crate::index::{DocumentInfo, Library};
use crate::servers::Home;
use crate::store::{Gate, OWN};

/// What a library is called, before the path of a text or alone; no text is called so.
pub fn home_prefix(home: Home) -> &'static str {
    match home {
        Home::Own => OWN,
        Home::Shared => "shared:",
    }
}

/// What a gate calls a text: where it is, and its path there.
pub fn gate_name(home: Home, path: &str) -> String {
    format!("{}{path}", home_prefix(home))
}

/// Whether a gate calls a text so.
fn is_named(home: Home, path: &str, name: &str) -> bool {
    name.strip_prefix(home_prefix(home)) == Some(path)
}

/// A library as far as gates let somebody read it; `None` if none of them is of its texts.
///
/// # Errors
/// When the index cannot be read.
pub fn apply_gates(
    engine: &Engine,
    library: &Arc<Library>,
    home: Home,
    gates: &[Gate],
) -> Result<Option<Arc<Library>>> {
    // As it is nearly always.
    if gates.is_empty() {
        return Ok(None);
    }

    let mut ends = Vec::new();
    for (document, info) in library.documents_with_ids() {
        let is_of_it = |gate: &&Gate| is_named(home, &info.path, &gate.document);
        let of_it = gates.iter().filter(is_of_it);
        if let Some((section, chapter)) = of_it.map(|gate| find_gate_end(info, gate.chapter)).min()
        {
            ends.push((document, section, chapter));
        }
    }

    if ends.is_empty() {
        return Ok(None);
    }
    engine.ending_before(library, &ends).map(Some)
}

/// Where a text ends for whoever has read up to a chapter, and the last chapter before that.
fn find_gate_end(info: &DocumentInfo, number: u32) -> (usize, u32) {
    let is_there = find_chapter(info, number).is_some();
    (
        section_after_chapter(info, number),
        if is_there { number } else { 0 },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::ids::DocumentId;
    use crate::index::Silent;

    #[test]
    fn the_gate_that_ends_a_text_first_counts_and_one_whose_chapter_is_gone_closes_it() {
        let chapter = |n: &u32| format!("# Chapter {n}\n\nThe oar of house{n}x is red.\n\n");
        let dir = tempfile::tempdir().unwrap();
        let corpus = dir.path().join("corpus");
        std::fs::create_dir(&corpus).unwrap();
        // The third chapter stands behind the fifth, and there is no fourth.
        let text: String = [1, 2, 5, 3, 6].iter().map(chapter).collect();
        std::fs::write(corpus.join("story.md"), text).unwrap();
        let engine = Engine::open(
            &Corpus::here(&corpus),
            &dir.path().join("index"),
            Box::new(Silent),
        )
        .unwrap();
        let library = engine.library();

        for (chapters, open, last) in [
            (&[6][..], &[1, 2, 5, 3, 6][..], 0),
            (&[2], &[1, 2], 2),
            (&[2, 6], &[1, 2], 2),
            (&[3], &[1, 2, 5, 3], 3),
            (&[3, 5], &[1, 2, 5], 5),
            // A stale one, beside those that are narrower and wider by their numbers.
            (&[9], &[], 0),
            (&[2, 9], &[], 0),
            (&[9, 2], &[], 0),
            (&[4, 6], &[], 0),
            (&[0, 9], &[], 0),
            // What "the last" is for whoever asks for a place is a number like any other here.
            (&[999], &[], 0),
        ] {
            let gate = |chapter: &u32| Gate {
                document: "shared:story.md".to_owned(),
                chapter: *chapter,
            };
            let gates: Vec<Gate> = chapters.iter().map(gate).collect();
            let gated = apply_gates(&engine, &library, Home::Shared, &gates)
                .unwrap()
                .unwrap();
            let text = gated.full_text(DocumentId(0)).unwrap();
            let info = &gated.documents()[0];
            let text = &text[..(info.text.end - info.text.start) as usize];

            let is_open = |n: &&u32| text.contains(&format!("house{n}x"));
            let all = [1, 2, 5, 3, 6];
            let seen: Vec<u32> = all.iter().filter(is_open).copied().collect();
            assert_eq!(seen, open, "{chapters:?}");
            assert_eq!(info.behind.after_chapter, last, "{chapters:?}");
        }
    }
}
