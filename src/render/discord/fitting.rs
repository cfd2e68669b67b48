//! A quote that is too high for a phone -> the same with only the clauses that answer in full size.
//!
//! In: the sentences that are quoted, where the answer stands in them, and what fits. Out: a piece
//! of the document, and what of it is loud. Of a sentence nothing is left out, so nothing can come
//! to mean something else: what stands around the answer is set smaller. Only whole sentences beside
//! it are left out, where even so they do not fit.

use std::ops::Range;

use anyhow::Result;

use super::quote::Piece;
use crate::sentence::pauses::split_at_pauses;
use crate::sentence::{Cut, Sentence};

/// Sentences of so many characters are shown with all of those that are quoted beside them.
const SHORT: usize = 250;

/// How a quote is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fitted {
    pub piece: Piece,
    /// What of the piece is in full size, in bytes of the document.
    pub loud: Range<usize>,
}

impl Fitted {
    /// All of a piece in full size.
    pub fn whole(piece: Piece) -> Fitted {
        let loud = piece.range.clone();
        Fitted { piece, loud }
    }

    /// Sentences of which some parts are loud; at least one of each.
    fn of(sentences: &[Sentence], loud: &[Range<usize>]) -> Fitted {
        let (first, last) = (&sentences[0], &sentences[sentences.len() - 1]);
        let cut = Cut {
            before: first.cut.before,
            after: last.cut.after,
        };
        let range = first.range.start..last.range.end;
        Fitted {
            piece: Piece { range, cut },
            loud: loud[0].start..loud[loud.len() - 1].end,
        }
    }
}

/// Some sentences, which follow one another, as large as fits around the answer; if nothing fits,
/// with no more than its clause in full size. `None` if the answer is not in them.
///
/// # Errors
/// Those of `fits`.
pub fn fit_around_answer(
    document: &str,
    sentences: &[Sentence],
    answer: &Range<usize>,
    mut fits: impl FnMut(&Fitted) -> Result<bool>,
) -> Result<Option<Fitted>> {
    let all: Vec<Range<usize>> = sentences.iter().map(|one| one.range.clone()).collect();
    let held = find_touched(&all, answer);
    if held.is_empty() {
        return Ok(None);
    }
    let whole = Fitted::of(sentences, &all);
    if fits(&whole)? {
        return Ok(Some(whole));
    }

    // The sentences that hold the answer are loud if they can be, else its clauses.
    let is_short = document[whole.loud].chars().count() <= SHORT;
    let mut shown = if is_short { 0..all.len() } else { held.clone() };
    let loud_sentences = Fitted::of(&sentences[shown.clone()], &all[held]);
    let clauses = |sentence: &Range<usize>| split_at_pauses(document, sentence.clone());
    let parts = if fits(&loud_sentences)? {
        all
    } else {
        all.iter().flat_map(clauses).collect()
    };
    let mut loud = find_touched(&parts, answer);

    let set = |shown: &Range<usize>, loud: &Range<usize>| {
        Fitted::of(&sentences[shown.clone()], &parts[loud.clone()])
    };
    grow_while(&mut shown, 0..sentences.len(), |shown| {
        fits(&set(&shown, &loud))
    })?;
    let inside = find_touched(&parts, &set(&shown, &loud).piece.range);
    grow_while(&mut loud, inside, |loud| fits(&set(&shown, &loud)))?;
    Ok(Some(set(&shown, &loud)))
}

/// The parts that hold some of the answer; behind white space alone, the part that follows.
fn find_touched(parts: &[Range<usize>], answer: &Range<usize>) -> Range<usize> {
    let start = parts.partition_point(|part| part.end <= answer.start);
    let end = parts.partition_point(|part| part.start < answer.end);
    start..end.max(start + 1).min(parts.len())
}

/// Takes in what stands before and behind by turns, as long as it fits.
fn grow_while(
    held: &mut Range<usize>,
    all: Range<usize>,
    mut fits: impl FnMut(Range<usize>) -> Result<bool>,
) -> Result<()> {
    loop {
        let former = held.clone();
        if all.start < held.start && fits(held.start - 1..held.end)? {
            held.start -= 1;
        }
        if held.end < all.end && fits(held.start..held.end + 1)? {
            held.end += 1;
        }
        if *held == former {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::sentence::sentences;

    const WOKE: &str = "Ann woke at nine, as on every morning of that long winter.";
    const RANG: &str = "She rang the bell, which was old, as nobody else would; the boat, with its \
        crew of ten, put out upon the water, which was black; then the storm fell, and nobody slept.";
    const LATE: &str = "It was the first of May, and it was late.";

    /// What is shown of a text, with stars around what is loud, where a letter that is loud takes the
    /// room of two.
    fn fitted(text: &str, answer: &str, most: usize) -> String {
        let sentences = sentences(text, 0..text.len(), Language::English);
        let at = text.find(answer).unwrap();
        let fits = |one: &Fitted| Ok(one.piece.range.len() + one.loud.len() <= most);
        let found = fit_around_answer(text, &sentences, &(at..at + answer.len()), fits);

        let Fitted { piece, loud } = found.unwrap().unwrap();
        let Range { start, end } = piece.range;
        let parts = [start..loud.start, loud.clone(), loud.end..end];
        parts.map(|part| &text[part]).join("*")
    }

    #[test]
    fn as_much_is_loud_as_fits() {
        let text = format!("{WOKE} {RANG} {LATE}");
        assert_eq!(fitted(&text, "ten", 2 * text.len()), format!("*{text}*"));
        // All is shown before more of it is loud.
        let late = format!("{WOKE} {RANG} *{LATE}*");
        assert_eq!(fitted(&text, "the first", text.len() + LATE.len()), late);
        let few = format!("*{LATE}*");
        assert_eq!(fitted(&text, "the first", 2 * LATE.len()), few);
        let two = format!("{RANG} *{LATE}*");
        assert_eq!(
            fitted(&text, "the first", RANG.len() + 2 * LATE.len() + 9),
            two
        );
    }

    #[test]
    fn of_a_sentence_that_is_too_long_all_is_shown_and_the_answer_is_loud() {
        let text = format!("{WOKE} {RANG} {LATE}");
        let loud = |part: &str| RANG.replace(part, &format!("*{part}*"));
        let clause = "the boat, with its crew of ten, put out upon the water,";
        assert_eq!(fitted(&text, "ten", 10), loud(clause));
        let more = format!("{clause} which was black;");
        let most = RANG.len() + more.len();
        assert_eq!(fitted(&text, "ten", most), loud(&more));
        // White space alone stands before what answers.
        let text = text.replace("would; the", "would;    the");
        assert!(fitted(&text, "  ", 10).contains(&format!("*{clause}*")));
    }

    #[test]
    fn of_what_is_short_nothing_is_left_out() {
        let text = format!("{WOKE} {LATE}");
        let least = format!("{WOKE} *It was the first of May,* and it was late.");
        assert_eq!(fitted(&text, "May", 10), least);
    }

    #[test]
    fn what_is_not_in_the_sentences_fits_nothing() {
        let sentence = Sentence {
            range: 0..WOKE.len(),
            cut: Cut::default(),
        };
        let found = fit_around_answer(RANG, &[sentence], &(70..75), |_| Ok(true));
        assert_eq!(found.unwrap(), None);
    }
}
