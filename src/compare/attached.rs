//! What a message says about the words it quotes, without a mark between -> the words alone.
//!
//! In: a quotation and the place that is most like it. Out: the quotation without a front such as
//! `the manual states that` and an end such as `wrote Dickens`. The decision that is not obvious:
//! where the quoted words begin is told by the text, since a sentence of it, or a long run of its
//! words, begins there; what stands before must only have the form of something said about them. A
//! front that denies stays, so that nobody reads a yes where the message says no.

use std::ops::Range;

use super::shapes::{
    JOINING, QUOTES, STOPS, collect_keys, count_words, ends_sentence, has_doubt, has_words,
    is_listed, is_remark,
};
use super::{Comparison, Edit, is_of_letters};

/// So many words one after the other are a quotation: of fewer, anybody may have said them.
const QUOTED: usize = 5;
/// So many are one wherever in a sentence of the text they begin or end.
const LONG: usize = 8;
/// A letter of a script without spaces is less than a word.
const LETTERS: usize = 2;
/// Most words of a front, of one that has nothing but a colon or a question mark to it, and of an
/// end.
const FRONT: usize = 12;
const SHORT_FRONT: usize = 5;
const END: usize = 6;
/// Most words beside a quotation that may be another wording of the text's.
const OTHER: usize = 3;
/// So many words of the text behind a quotation tell who says it there.
const NARRATED: usize = 3;

/// Ends a sentence, or a paragraph.
pub(super) const ENDS: [char; 7] = ['.', '!', '?', '。', '！', '？', '\n'];

/// A run of words that a quotation and the text have, one after the other.
struct Run {
    words: usize,
    /// Its bytes in the document and in the quotation.
    text: Range<usize>,
    quoted: Range<usize>,
}

/// The quotation without what is said about it; `None` if that is nothing. `text` is the document.
pub(super) fn strip_attached<'a>(found: &'a Comparison, text: &str) -> Option<&'a str> {
    let quotation = found.quotation.as_str();
    let runs = collect_runs(&found.edits);
    let unit = if is_of_letters(quotation) { LETTERS } else { 1 };
    let is_quoted = |run: &&Run| run.words >= QUOTED * unit;
    let first = runs.iter().find(is_quoted)?;
    let last = runs.iter().rev().find(is_quoted)?;
    // Two words that stand there, one behind the other, are quoted, too.
    let has_runs = |range: Range<usize>| {
        let mut inside = runs.iter().filter(|run| range.contains(&run.quoted.start));
        inside.any(|run| run.words > unit)
    };

    let is_long = first.words >= LONG * unit && !is_doubted(text, first.text.start);
    let is_whole = is_long || is_sentence_start(text, first.text.start);
    let (start, end) = (first.quoted.start, last.quoted.end);
    let is_asked = quotation.trim_end().ends_with(['?', '？']) && !goes_on_asking(text, last);
    let front = &quotation[..start];
    let has_front = is_whole && !has_runs(0..start) && is_front(front, is_asked);

    let rest = &text[last.text.end..];
    let is_whole = last.words >= LONG * unit || begins_with_stop(rest);
    let tail = &quotation[end..];
    let has_end = is_whole && !has_runs(end..quotation.len()) && is_end(tail, rest);

    // Where more is left on the other side, the message tells something and quotes in between.
    let is_left = |side: &str| count_words(side) > OTHER;
    if (!has_front && is_left(front)) || (!has_end && is_left(tail)) {
        return None;
    }

    let behind = tail.find(char::is_whitespace).unwrap_or(tail.len());
    let from = if has_front { start } else { 0 };
    let to = if has_end {
        end + behind
    } else {
        quotation.len()
    };
    (has_front || has_end).then(|| quotation[from..to].trim())
}

/// Whether a quotation ends with a whole sentence of the text, and no short one, and has only the
/// beginning of its own sentence before.
pub(super) fn ends_with_sentence(found: &Comparison, text: &str) -> bool {
    let quotation = found.quotation.as_str();
    collect_runs(&found.edits).last().is_some_and(|run| {
        run.words >= QUOTED
            && is_sentence_start(text, run.text.start)
            && begins_with_stop(&text[run.text.end..])
            && !has_words(&quotation[run.quoted.end..])
            && !is_several(&quotation[..run.quoted.start])
            && !is_of_letters(quotation)
    })
}

fn collect_runs(edits: &[Edit]) -> Vec<Run> {
    let runs = edits.chunk_by(|a, b| a.is_same() && b.is_same());
    let both = |edit: &Edit| match edit {
        Edit::Same(text, quoted) | Edit::Respelt(text, quoted) => {
            Some((text.clone(), quoted.clone()))
        }
        _ => None,
    };

    let runs = runs.filter_map(|run| {
        let (text, quoted) = both(run.first()?)?;
        let (last, end) = both(run.last()?)?;
        Some(Run {
            words: run.len(),
            text: text.start..last.end,
            quoted: quoted.start..end.end,
        })
    });
    runs.collect()
}

/// Whether a text ends a sentence here.
fn begins_with_stop(rest: &str) -> bool {
    let end = rest.find(|c: char| c.is_whitespace() || c.is_alphanumeric());
    let marks = &rest[..end.unwrap_or(rest.len())];
    marks.contains(STOPS) || rest[marks.len()..].starts_with("\n\n") || !has_words(rest)
}

/// Whether what is asked is asked by the text.
fn goes_on_asking(text: &str, last: &Run) -> bool {
    let marks = text[last.text.end..]
        .chars()
        .take_while(|c| !c.is_alphanumeric());
    marks.take(3).any(|c| matches!(c, '?' | '？'))
}

/// Whether a front has the form of what is said about the words behind it.
fn is_front(front: &str, is_asked: bool) -> bool {
    let front = front.trim().trim_end_matches(QUOTES).trim_end();
    let keys = collect_keys(front);
    let (Some(first), Some(last)) = (keys.first(), keys.last()) else {
        return false;
    };
    if keys.len() > FRONT || is_several(front) || has_doubt(&keys) {
        return false;
    }

    let is_short = keys.len() <= SHORT_FRONT && !JOINING.contains(&first.as_str());
    let says = keys.iter().any(|key| is_listed("said", key));
    let has_colon = front.ends_with([':', '：']);
    let is_parted = has_colon || front.ends_with([',', '，', '、']);
    is_listed("that", last)
        || is_listed("said", last)
        || (is_parted && is_listed("opens", first))
        || (has_colon && (says || is_short))
        || (is_asked && is_short)
        || is_remark(front)
}

/// Whether an end has the form of what is said about the words before it; `rest` is how the text
/// goes on.
fn is_end(tail: &str, rest: &str) -> bool {
    let inner = tail.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mark = &tail[..tail.len() - inner.len()];
    let keys = collect_keys(inner);
    let (Some(first), Some(last)) = (keys.first(), keys.last()) else {
        return false;
    };
    let is_other = mark.contains(STOPS) || mark.contains('\n') || mark.contains(QUOTES);
    if keys.len() > END || is_other || is_several(inner) || has_doubt(&keys) {
        return false;
    }

    // Where the text itself says whose words these are, somebody else's name is a difference.
    let is_told = collect_keys(rest)
        .iter()
        .take(NARRATED)
        .any(|key| is_listed("said", key));
    let says = keys.iter().any(|key| is_listed("said", key));
    let is_said =
        (is_listed("opens", first) || is_listed("said", first) || is_listed("said", last))
            && (says || is_listed("opens", first));
    (is_said && !is_told) || is_remark(inner)
}

/// Whether these words are more than one sentence, or quote something themselves.
fn is_several(words: &str) -> bool {
    let inner = words
        .trim()
        .trim_end_matches([':', '：', ',', '.', '!', '?']);
    let mut pieces = inner.split_inclusive(char::is_whitespace);
    let ends_inside =
        pieces.any(|word| count_words(word) > 0 && ends_sentence(word) && !is_abbreviated(word));
    ends_inside || inner.contains(['\n', '…']) || inner.contains(QUOTES)
}

/// `Mr.`, `J.`, `ch.`
fn is_abbreviated(word: &str) -> bool {
    let word = word.trim();
    word.ends_with('.') && word.chars().filter(|c| c.is_alphanumeric()).count() <= 3
}

/// Whether the sentence of a text that goes on here has denied what follows.
fn is_doubted(text: &str, at: usize) -> bool {
    let start = text[..at].rfind(ENDS).unwrap_or(0);
    let keys = collect_keys(&text[start..at]);
    let denies = |key: &String| is_listed("doubts", key) || is_listed("denials", key);
    keys.iter().any(denies)
}

/// Whether a sentence of a text begins here.
pub(super) fn is_sentence_start(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(is_opening);
    before.is_empty() || before.ends_with(ENDS)
}

/// Whether a mark may stand between the end of a sentence and the next.
fn is_opening(c: char) -> bool {
    !c.is_alphanumeric() && !ENDS.contains(&c)
}
