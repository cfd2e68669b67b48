//! What a single line looks like: a title, the end of a sentence, a greeting.
//!
//! In: a line. Out: yes or no. Nothing here knows what stands around the line; `chapters.rs`
//! decides from that.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::labels::WORDS;
use super::numerals::fold_accents;
use crate::language::is_unspaced;

/// A line of more columns is no heading and no title.
pub const HEADING_WIDTH: usize = 80;
/// The same where no spaces stand between words: a sentence has fewer letters there.
const UNSPACED_WIDTH: usize = 60;
/// A line of fewer words may well be a title in small letters.
const SENTENCE_WORDS: usize = 7;
/// Ends of sentences, in all scripts.
pub const SENTENCE_ENDS: &[char] = &[
    '.', '!', '?', '…', '。', '！', '？', '．', '⋯', '।', '॥', '؟', '۔', '։', '።', '။', '។',
];
/// What a line ends with that goes on.
pub const PAUSES: &[char] = &[
    ',', ';', ':', '-', '–', '—', '―', '、', '，', '；', '：', '،', '؛', '·',
];
/// Marks around what is said.
const QUOTES: &[char] = &[
    '"', '“', '”', '„', '‟', '‘', '’', '‚', '\'', '«', '»', '‹', '›', '「', '」', '『', '』', '〝',
    '〟',
];
/// Words that only sentences have, in small letters and folded: forms of "be" and "have", and who
/// does something; and the words before which they are in a title, too.
const FINITE: &[&str] = &[
    "am", "are", "had", "has", "have", "he", "i", "is", "she", "there", "they", "was", "we",
    "were", "er", "hatte", "hatten", "ich", "ist", "sie", "sind", "war", "waren", "wir", "avait",
    "avaient", "elle", "est", "etaient", "etait", "etais", "ils", "je", "nous", "era", "eran",
    "estaba", "habia", "tenia", "aveva", "erano", "havia", "tinha", "fanns", "hade", "han", "hon",
    "jag", "var", "ging", "hij", "ik", "zij", "был", "была", "были", "было", "жил", "жила", "жили",
    "он", "она", "они", "я",
];
const RELATIVES: &[&str] = &[
    "who",
    "that",
    "which",
    "der",
    "die",
    "das",
    "qui",
    "que",
    "che",
    "som",
    "dat",
    "которыи",
    "которая",
];
/// What opens a note, a list or a rule, and no title.
const OPENERS: &[char] = &[
    '[', '(', '{', '<', '-', '*', '•', '|', '=', '~', '—', '–', '+', '/', '（', '【', '［', '☐',
    '☑', '☒',
];

/// How many columns of a terminal a line takes: letters of Chinese and Japanese take two.
pub fn count_columns(line: &str) -> usize {
    if line.is_ascii() {
        line.len()
    } else {
        line.width()
    }
}

/// Whether a line opens a table of contents.
pub fn is_contents_heading(line: &str) -> bool {
    // In some books it is a picture.
    let picture = line.trim().strip_prefix("[Illustration:");
    let line = picture
        .and_then(|line| line.strip_suffix(']'))
        .unwrap_or(line);
    WORDS.contents.contains(&fold_letters(line))
}

/// `DEAR ANNA:`, `"Dear Anna,—`: a line that opens a letter.
pub fn is_salutation(line: &str) -> bool {
    let line = strip_line_marks(line);
    let goes_on = line.ends_with(PAUSES) || line.ends_with('!');

    let words: Vec<&str> = line.split_whitespace().take(2).collect();
    let begins = (1..=words.len()).any(|n| {
        WORDS
            .salutations
            .contains(&fold_letters(&words[..n].join(" ")))
    });

    goes_on
        && count_columns(&line) <= UNSPACED_WIDTH
        && (begins || (line.ends_with(':') && is_upper(&line)))
}

/// A line as two that say the same have it: letters and digits in small letters.
pub fn fold_letters(line: &str) -> String {
    fold_accents(line)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// A line without what marks its type or its place in plain texts: `_italics_`, `=bold=`, `## `,
/// `--- Chapter 1 ---`, and the notes of Aozora Bunko.
pub fn strip_line_marks(line: &str) -> Cow<'_, str> {
    let line = line.trim();
    let marks = |c: char| matches!(c, '_' | '=' | '#' | '~' | '*' | '"' | '“' | '”' | ' ');
    let mut trimmed = line.trim_matches(marks);
    let dashes = |c: char| matches!(c, '-' | '–' | '—' | ' ');
    let is_dashed = trimmed.starts_with(dashes) && trimmed.ends_with(dashes);
    // `- 12 -` is the number of a page.
    if is_dashed && trimmed.contains(char::is_alphabetic) {
        trimmed = trimmed.trim_matches(dashes);
    }

    if !trimmed.contains(['_', '［']) {
        return Cow::Borrowed(trimmed);
    }

    let mut out = String::with_capacity(trimmed.len());
    let mut rest = trimmed;
    while let Some(at) = rest.find("［＃") {
        let end = rest[at..]
            .find('］')
            .map_or(rest.len(), |end| at + end + '］'.len_utf8());
        out.push_str(&rest[..at]);
        rest = &rest[end..];
    }
    out.push_str(rest);
    Cow::Owned(out.replace('_', "").trim().to_owned())
}

/// Whether a line ends as sentences do.
pub fn ends_sentence(line: &str) -> bool {
    let line = line
        .trim_end()
        .trim_end_matches(['_', '*', ')', ']', '）', ' ']);
    line.ends_with(SENTENCE_ENDS)
        || line.trim_end_matches(QUOTES).ends_with(SENTENCE_ENDS)
        || line.ends_with(['」', '』', '”', '»', '"'])
}

/// Whether a line stops where something follows it: a list, a letter, what is said.
pub fn ends_in_pause(line: &str) -> bool {
    line.trim_end().trim_end_matches(QUOTES).ends_with(PAUSES)
}

/// Whether a line may be a title: short, no sentence, nothing that is said, no note.
pub fn is_title(line: &str) -> bool {
    let line = line.trim();
    let marked = line.trim_matches(['_', '=']);
    if !marked.contains(char::is_alphabetic)
        || line.starts_with(QUOTES)
        || line.starts_with(OPENERS)
    {
        return false;
    }
    if is_upper(marked) && count_columns(line) <= HEADING_WIDTH {
        return !ends_in_pause(marked);
    }

    let unspaced = marked.starts_with(is_unspaced);
    let width = if unspaced {
        UNSPACED_WIDTH
    } else {
        HEADING_WIDTH
    };
    let inner_end = unspaced && marked.contains(['。', '！', '？', '，', '、']);
    count_columns(line) <= width
        && !inner_end
        && !ends_sentence(marked)
        && !ends_in_pause(marked)
        && !marked.ends_with(QUOTES)
        && !marked.starts_with(char::is_lowercase)
}

/// Whether a line is in capitals and may be a heading for that.
pub fn is_capitals(line: &str) -> bool {
    let line = line.trim();
    let closes = |c: char| QUOTES.contains(&c) || PAUSES.contains(&c) || matches!(c, '!' | '?');
    count_columns(line) <= HEADING_WIDTH
        && is_upper(line)
        && !line.starts_with(QUOTES)
        && !line.starts_with(OPENERS)
        && !line.ends_with(closes)
}

/// `The Theft of the Blue Lantern`: every word that counts begins with a capital.
pub fn is_title_case(line: &str) -> bool {
    is_cased(line) && is_title(line)
}

/// The same, however long the line is and whatever it ends with.
pub fn is_cased(line: &str) -> bool {
    let words: Vec<&str> = line
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .filter(|word| word.contains(char::is_alphabetic))
        .collect();
    let capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let counts = |word: &&str| word.chars().count() > 4;

    words.len() > 1
        && line.contains(char::is_lowercase)
        && words.first().is_some_and(capital)
        && words.last().is_some_and(capital)
        && words.iter().filter(|word| counts(word)).all(capital)
}

/// `On my return I found a letter from my father`: a line of prose as long as a sentence, or with
/// the end of one in it.
pub fn is_like_sentence(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    // `Mr.` and `DR.` end no sentence.
    let ends = |word: &&str| word.starts_with(char::is_lowercase) && word.ends_with(SENTENCE_ENDS);
    let has_end = words.iter().rev().skip(1).any(ends);
    line.contains(char::is_lowercase)
        && !is_cased(line)
        && (words.len() >= SENTENCE_WORDS || has_end)
}

/// Whether a line as long as a sentence has a word that makes one, and hardly ever a title.
pub fn is_sentence(line: &str) -> bool {
    let folded = fold_accents(line);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    // `The man who was afraid of the dark`
    let is_relative = |at: usize| at > 0 && RELATIVES.contains(&words[at - 1]);
    let has_verb = (0..words.len()).any(|at| FINITE.contains(&words[at]) && !is_relative(at));
    has_verb && !line.contains(':') && is_like_sentence(line)
}

pub fn is_upper(line: &str) -> bool {
    line.chars().filter(|c| c.is_uppercase()).count() > 3 && !line.contains(char::is_lowercase)
}
