//! Where sentences begin and end.
//!
//! In: a paragraph. Out: byte ranges that follow one another, white space between them left out.
//! Unicode's rules (UAX #29) find the candidates; a short pass joins what they cut wrongly (`Mr. |
//! Smith`, `am 3. | Mai`, a quotation that goes on in lower case). The decision that is not
//! obvious: a "sentence" longer than [`MAX_BYTES`] is cut into pieces at white space, so that a
//! file without punctuation, or with one enormous line, still has passages of a readable size.
//! Where a script ends sentences without a mark, spaces do it ([`clauses`]).

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::document::trim_range;
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

mod abbreviations;
mod clauses;
pub mod lines;
mod notes;
pub mod pauses;

/// Longest sentence kept whole, in bytes; the longest in our 255 stories has about 1,900.
pub const MAX_BYTES: usize = 2_000;

/// The name of somebody who speaks in a play has no more words.
const SPEAKER_WORDS: usize = 3;

/// The number or the year that a line begins with has no more bytes.
const LABEL_BYTES: usize = 12;

/// What ends a question.
pub const QUESTION_MARKS: [char; 3] = ['?', '？', '؟'];

/// A sentence, or a piece of an overlong one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the text, without surrounding white space; never empty.
    pub range: Range<usize>,
    /// The range begins or ends inside an overlong sentence.
    pub cut: Cut,
}

/// Which edges of a piece are not edges of a sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cut {
    /// The sentence began before this piece.
    pub before: bool,
    /// The sentence goes on after this piece.
    pub after: bool,
}

/// The sentences of the paragraph `text[block]`, in order.
pub fn sentences(text: &str, block: Range<usize>, language: Language) -> Vec<Sentence> {
    let mut out = Vec::new();
    for stretch in lines::split_stretches(&text[block.clone()]) {
        let stretch = block.start + stretch.start..block.start + stretch.end;
        push_sentences(text, stretch, language, &mut out);
    }
    out
}

/// The sentences of a paragraph, or of a stretch of one that begins with a line of its own.
fn push_sentences(text: &str, block: Range<usize>, language: Language, out: &mut Vec<Sentence>) {
    let flat = flatten_lines(&text[block.clone()]);
    let ends = find_ends(&text[block.clone()], &flat, language);

    let mut start = 0;
    for end in ends {
        for clause in clauses::split_clauses(&flat, start..end) {
            let range = trim_range(&flat, clause);
            if !range.is_empty() {
                let range = block.start + range.start..block.start + range.end;
                push_pieces(text, range, out);
            }
        }
        start = end;
    }
}

/// Where sentences end, in a paragraph that is `flat` in one line.
fn find_ends(paragraph: &str, flat: &str, language: Language) -> Vec<usize> {
    let vocabulary = Vocabulary::of(language);
    let mut ends: Vec<usize> = Vec::new();
    let mut end = 0;
    for piece in flat.split_sentence_bounds() {
        let begin = ends.iter().nth_back(1).copied().unwrap_or_default();
        end += piece.len();
        let joins = ends.last().is_some_and(|&at| {
            let next = flat.get(at..end).unwrap_or_default();
            is_inside_sentence(&flat[..at], next, vocabulary)
                || is_speaker(paragraph, begin..at)
                || is_label(paragraph, begin..at)
        });
        if joins {
            ends.pop();
        }
        let begin = end - piece.len();
        ends.extend(
            notes::find_noted_ends(piece)
                .into_iter()
                .map(|at| begin + at),
        );

        // At the end of the paragraph there is no next sentence to open.
        ends.push(if end < flat.len() {
            end + notes::measure_notes(flat, end) - opening_quote_length(&flat[..end], language)
        } else {
            end
        });
    }

    // The notes behind one end may reach over the next.
    ends.dedup_by(|next, last| *next <= *last);
    ends
}

/// A paragraph in one line. The end of a line in it is only a space; UAX #29 would end a sentence
/// there. The spaces are as long as what they stand for, so offsets stay true.
fn flatten_lines(paragraph: &str) -> String {
    let flat = paragraph.replace(['\n', '\r'], " ");
    if flat.is_ascii() {
        return flat;
    }
    let flat = flat.replace('\u{85}', "  ");
    flat.replace(['\u{2028}', '\u{2029}'], "   ")
}

/// Whether a sentence is no more than the number or the year that a line begins with: `3.`, `151
/// A.S.`
fn is_label(paragraph: &str, sentence: Range<usize>) -> bool {
    let is_of_label = |c: char| c.is_ascii_digit() || c.is_uppercase() || matches!(c, ' ' | '.');
    let label = paragraph[sentence.clone()].trim();
    label.len() <= LABEL_BYTES
        && label.starts_with(|c: char| c.is_ascii_digit())
        && label.chars().all(is_of_label)
        && begins_line(paragraph, sentence.start)
}

fn begins_line(paragraph: &str, at: usize) -> bool {
    let before = &paragraph[..at];
    let gap = &before[before.trim_end().len()..];
    before.is_empty() || gap.contains(['\n', '\r', '\u{2028}'])
}

/// Whether a sentence is no more than who speaks in a play: `MARTHA.` at the beginning of a line.
fn is_speaker(paragraph: &str, sentence: Range<usize>) -> bool {
    let start = sentence.start;
    let Some(name) = paragraph[sentence].trim().strip_suffix('.') else {
        return false;
    };

    let is_of_name = |c: char| c.is_uppercase() || matches!(c, ' ' | '-' | '\'' | '’');
    begins_line(paragraph, start)
        && name.chars().all(is_of_name)
        && name.chars().nth(1).is_some()
        && name.split_whitespace().count() <= SPEAKER_WORDS
}

/// Bytes of a quotation mark at the end that opens the next sentence. Unicode's rules take any mark
/// after a full stop for a closing one; where sentences follow each other without a space that is
/// wrong.
fn opening_quote_length(before: &str, language: Language) -> usize {
    match language {
        Language::Chinese | Language::Japanese => {
            let closed = before.trim_end_matches(['“', '‘', '「', '『', '（', '《']);
            before.len() - closed.len()
        }
        _ => 0,
    }
}

/// Whether the boundary between what came before and `next` is no sentence end.
fn is_inside_sentence(before: &str, next: &str, vocabulary: &Vocabulary) -> bool {
    let before = before.trim_end();
    let opening = next.trim_start_matches(|c: char| !c.is_alphanumeric());

    // Nothing but closing quotes or dashes: part of what came before.
    if opening.is_empty() {
        return true;
    }
    // `"Stop!" said he.` goes on, as does anything that starts in lower case.
    if opening.starts_with(char::is_lowercase) {
        return true;
    }
    // 「行くぞ。」と言った: what was said is part of the sentence that says so.
    if before.ends_with(['」', '』']) && next.starts_with(['と', 'っ']) {
        return true;
    }

    let bare = before.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»', '«', '“', '」', '』']);
    bare.strip_suffix('.').is_some_and(|bare| {
        clauses::ends_in_abbreviation(bare)
            || abbreviations::ends_in_abbreviation(bare, opening, vocabulary)
    })
}

fn push_pieces(text: &str, mut range: Range<usize>, out: &mut Vec<Sentence>) {
    let mut cut = Cut::default();
    while range.len() > MAX_BYTES {
        let at = range.start + piece_length(&text[range.clone()]);
        let piece = trim_range(text, range.start..at);
        out.push(Sentence {
            range: piece,
            cut: Cut { after: true, ..cut },
        });
        range = trim_range(text, at..range.end);
        cut.before = true;
    }

    // After the last cut there may have been only white space.
    if !range.is_empty() {
        out.push(Sentence { range, cut });
    }
}

/// Bytes of the first piece of an overlong sentence: up to its last white space within the limit,
/// or up to the last character where there is none.
fn piece_length(text: &str) -> usize {
    let limit = text.floor_char_boundary(MAX_BYTES);
    match text[..limit].rfind(char::is_whitespace) {
        Some(at) if at > 0 => at,
        _ => limit,
    }
}

#[cfg(test)]
mod tests;
