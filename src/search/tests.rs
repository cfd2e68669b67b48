//! Tests of looking words up.

use super::*;
use crate::index::{Silent, open_library};

#[test]
fn a_phrase_is_found_across_the_edge_of_passages_and_counted_once() {
    let sentence = |n: u32| format!("Gull {n} sat on the quay and looked at boat {n} for a while.");
    let text: Vec<String> = (100..160).map(sentence).collect();
    let dir = tempfile::tempdir().unwrap();
    let corpus = dir.path().join("corpus");
    std::fs::create_dir(&corpus).unwrap();
    std::fs::write(
        corpus.join("gulls.txt"),
        format!("Gulls\n\n{}", text.join(" ")),
    )
    .unwrap();
    let library = open_library(&corpus, &dir.path().join("index"), &Silent).unwrap();
    assert!(library.passage_count() > 3);

    for id in library.passages().ids().rev().skip(1) {
        let first = library.text(library.passage(id).unwrap().span).unwrap();
        let next = library.text(library.passage(id + 1).unwrap().span).unwrap();
        let words = |text: &str| {
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let (first, next) = (words(first), words(next));
        let phrase = [&first[first.len() - 6..], &next[..3]].concat().join(" ");

        let hits = find_words(&library, &phrase, Scope::Library).unwrap();
        assert_eq!(
            (hits.manner, hits.passages.as_slice()),
            (Manner::Phrase, &[id][..])
        );
        let places = hits.places(&library, id..id + 1).unwrap();
        let text = library.full_text(DocumentId(0)).unwrap();
        assert_eq!(text[places[0].clone()], *phrase);
    }
}
