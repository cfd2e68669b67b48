//! A quote that is too high for a phone -> as much of it as fits around the words that answer.
//!
//! In: the sentences that are quoted, where the answer stands in them, and what fits. Out: a piece
//! of the document. It is cut between sentences if it can be; only a sentence that does not fit by
//! itself is cut, between clauses that could be sentences, and then the piece says so; and only in
//! English, where we know which words hang on what is before them.

use std::ops::Range;
use std::slice;

use anyhow::Result;

use super::quote::Piece;
use crate::language::Language;
use crate::sentence::pauses::split_at_pauses;
use crate::sentence::{Cut, Sentence};

/// As much of some sentences, which follow one another, as fits and holds the answer: what leads up
/// to it first. If not even its clause fits, that clause; `None` if the answer is not in them.
///
/// # Errors
/// Those of `fits`.
pub fn shorten_to_answer(
    document: &str,
    sentences: &[Sentence],
    answer: &Range<usize>,
    language: Language,
    mut fits: impl FnMut(&Piece) -> Result<bool>,
) -> Result<Option<Piece>> {
    let piece = |parts: &[Range<usize>]| to_piece(sentences, parts);
    let mut parts: Vec<Range<usize>> = sentences.iter().map(|one| one.range.clone()).collect();

    let held = find_touched(&parts, answer);
    let Some(least) = piece(&parts[held.clone()]) else {
        return Ok(None);
    };
    if language == Language::English && !fits(&least)? {
        let mut smaller = Vec::new();
        for part in &parts[held] {
            match piece(slice::from_ref(part)) {
                Some(whole) if fits(&whole)? => smaller.push(part.clone()),
                _ => smaller.extend(split_at_pauses(document, part.clone())),
            }
        }
        parts = smaller;
    }

    let mut held = find_touched(&parts, answer);
    let mut fits = |held: Range<usize>| match piece(&parts[held]) {
        Some(longer) => fits(&longer),
        None => Ok(false),
    };
    while held.start > 0 && fits(held.start - 1..held.end)? {
        held.start -= 1;
    }
    while held.end < parts.len() && fits(held.start..held.end + 1)? {
        held.end += 1;
    }
    Ok(piece(&parts[held]))
}

/// The parts that hold some of the answer.
fn find_touched(parts: &[Range<usize>], answer: &Range<usize>) -> Range<usize> {
    let start = parts.partition_point(|part| part.end <= answer.start);
    let end = parts.partition_point(|part| part.start < answer.end);
    start..end.max(start)
}

/// Parts that follow one another as one piece, cut where no sentence begins or ends.
fn to_piece(sentences: &[Sentence], parts: &[Range<usize>]) -> Option<Piece> {
    let range = parts.first()?.start..parts.last()?.end;
    let begins = |one: &Sentence| one.range.start == range.start && !one.cut.before;
    let ends = |one: &Sentence| one.range.end == range.end && !one.cut.after;
    let cut = Cut {
        before: !sentences.iter().any(begins),
        after: !sentences.iter().any(ends),
    };
    Some(Piece { range, cut })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ann woke. She rang the bell, which was old, as nobody else would; \
        the boat, with its crew of nine, put out; then the storm fell. It was May.";

    fn shortened(answer: &str, most: usize) -> (&str, bool, bool) {
        shortened_in(Language::English, answer, most)
    }

    fn shortened_in(language: Language, answer: &str, most: usize) -> (&str, bool, bool) {
        let ends = [9, TEXT.len() - 12, TEXT.len()];
        let starts = [0, 10, TEXT.len() - 11];
        let sentences = starts.into_iter().zip(ends).map(|(start, end)| Sentence {
            range: start..end,
            cut: Cut::default(),
        });
        let sentences: Vec<Sentence> = sentences.collect();

        let at = TEXT.find(answer).unwrap();
        let answer = at..at + answer.len();
        let fits = |piece: &Piece| Ok(piece.range.len() <= most);
        let piece = shorten_to_answer(TEXT, &sentences, &answer, language, fits);
        let Piece { range, cut } = piece.unwrap().unwrap();
        (&TEXT[range], cut.before, cut.after)
    }

    #[test]
    fn a_quote_is_cut_between_sentences_before_it_is_cut_within_them() {
        assert_eq!(shortened("nine", 200), (TEXT, false, false));
        let two = &TEXT[..TEXT.len() - 12];
        assert_eq!(shortened("nine", two.len()), (two, false, false));
        let one = &two[10..];
        assert_eq!(shortened("nine", one.len()), (one, false, false));
        assert_eq!(shortened("May", 12), ("It was May.", false, false));
    }

    #[test]
    fn a_sentence_is_cut_at_its_longest_pauses() {
        let boat = "the boat, with its crew of nine, put out;";
        assert_eq!(
            shortened("nine", 70),
            (
                "the boat, with its crew of nine, put out; then the storm fell.",
                true,
                false
            )
        );
        assert_eq!(shortened("nine", 50), (boat, true, true));
        // Of a clause that is too long by itself all is shown.
        assert_eq!(shortened("nine", 5), (boat, true, true));
        // Of other languages nothing tells which clause hangs on another.
        let whole = (&TEXT[10..TEXT.len() - 12], false, false);
        assert_eq!(shortened_in(Language::German, "nine", 50), whole);
    }

    #[test]
    fn a_sentence_that_fits_by_itself_is_not_cut_for_another() {
        let answer = "the storm fell. It was";
        let expected = "then the storm fell. It was May.";
        assert_eq!(shortened(answer, 40), (expected, true, false));
        let answer = "Ann woke. She";
        let expected = "Ann woke. She rang the bell, which was old, as nobody else would;";
        assert_eq!(shortened(answer, 70), (expected, false, true));
    }

    #[test]
    fn what_is_not_in_the_sentences_shortens_nothing() {
        let sentence = Sentence {
            range: 0..9,
            cut: Cut::default(),
        };
        let piece = shorten_to_answer(TEXT, &[sentence], &(20..25), Language::English, |_| {
            Ok(true)
        });
        assert_eq!(piece.unwrap(), None);
    }
}
