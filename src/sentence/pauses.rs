//! A long sentence -> its clauses, so that some of it can stand out by itself.
//!
//! In: a stretch of a text in any language. Out: byte ranges that follow one another, each ending
//! behind a mark at which a reader pauses, white space between them left out. Behind a comma a list
//! may go on, of which one item alone would be a wrong answer: a clause ends there only where another
//! one visibly begins.

use std::ops::Range;

use crate::sentence::trim_range;

/// Marks that end a clause where white space follows: `3,5` and `a;b` go on.
const SPACED: [char; 9] = [',', ';', ':', '?', '!', '…', '،', '؛', '؟'];
/// Marks that end one wherever they stand; so do several hyphens.
const ANYWHERE: [char; 9] = ['—', '―', '，', '；', '：', '、', '。', '？', '！'];
/// Marks that part the items of a list, too.
const COMMAS: [char; 3] = [',', '、', '،'];
/// Marks that end one with white space on both sides.
const DASHES: [char; 2] = ['-', '–'];
/// As good as a dash.
const HYPHENS: &str = "--";

/// Closing marks that stay with the pause before them.
const CLOSING: [char; 12] = [
    '”', ')', ']', '」', '』', '）', '》', '"', '\'', '’', '»', '«',
];
/// So many of them close wherever they stand; others before white space alone.
const CLOSING_ONLY: usize = 7;
/// French sets what it quotes apart from the marks.
const GUILLEMETS: [&str; 3] = [" »", "\u{a0}»", "\u{202f}»"];

/// Words that begin a clause of which something is said before.
const RELATIVE: [&str; 5] = ["which", "who", "whom", "whose", "where"];
/// Words of which a clause says something, and what may stand before them.
const SUBJECTS: [&str; 8] = ["i", "he", "she", "it", "they", "we", "you", "there"];
const JOINING: [&str; 7] = ["and", "but", "or", "so", "for", "yet", "nor"];

/// The parts of `text[range]` between pauses; one part if it has none.
pub fn split_at_pauses(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let stretch = &text[range.clone()];
    let has_words = |part: &str| part.contains(char::is_alphanumeric);
    let mut parts = Vec::new();
    let mut start = 0;
    let mut passed = 0;

    for (at, _) in stretch.char_indices() {
        if at < passed {
            continue;
        }
        let Some(length) = measure_pause(stretch, at) else {
            continue;
        };
        passed = at + length;
        if has_words(&stretch[start..passed]) && has_words(&stretch[passed..]) {
            parts.push(start..passed);
            start = passed;
        }
    }
    parts.push(start..stretch.len());

    let trimmed = parts.into_iter().map(|part| trim_range(stretch, part));
    trimmed
        .map(|part| range.start + part.start..range.start + part.end)
        .collect()
}

/// Bytes of the marks that end a clause at `at`, and of what closes behind them; `None` if none
/// ends there.
fn measure_pause(stretch: &str, at: usize) -> Option<usize> {
    let behind = &stretch[at..];
    let rest = behind.trim_start_matches(is_mark);
    let marks = &behind[..behind.len() - rest.len()];
    let first = marks.chars().next()?;

    let ends_anywhere = marks.contains(ANYWHERE) || marks.contains(HYPHENS);
    let is_apart = || stretch[..at].ends_with(char::is_whitespace);
    if !ends_anywhere && DASHES.contains(&first) && !is_apart() {
        return None;
    }

    let ends = |open: &&str| open.is_empty() || open.starts_with(char::is_whitespace);
    let spaced = GUILLEMETS.iter().find_map(|mark| rest.strip_prefix(mark));
    let closed = spaced.filter(ends);
    let closed = closed.or(Some(rest.trim_start_matches(CLOSING)).filter(ends));
    let open = match closed {
        Some(open) => open,
        None if ends_anywhere => rest.trim_start_matches(&CLOSING[..CLOSING_ONLY]),
        None => return None,
    };

    let is_closed = open.len() < rest.len();
    let may_list = marks.chars().all(|mark| COMMAS.contains(&mark));
    let ends_clause = !may_list || is_closed || begins_clause(open);
    ends_clause.then_some(behind.len() - open.len())
}

/// Whether a text visibly begins with a clause, as far as that can be told in English.
fn begins_clause(text: &str) -> bool {
    let words = text.split_whitespace().take(2);
    let mut words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let mut next = || words.next().unwrap_or_default().to_lowercase();

    let first = next();
    let subject = if JOINING.contains(&&*first) {
        next()
    } else {
        first.clone()
    };
    RELATIVE.contains(&&*first) || SUBJECTS.contains(&&*subject)
}

fn is_mark(letter: char) -> bool {
    SPACED.contains(&letter) || ANYWHERE.contains(&letter) || DASHES.contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parts of a sentence, of which `|` says where they end.
    fn check(marked: &str) {
        let text = format!("Ah. {} Oh.", marked.replace('|', ""));
        let range = 4..text.len() - 4;
        let parts = split_at_pauses(&text, range).into_iter();
        let found: Vec<&str> = parts.map(|part| &text[part]).collect();
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sentence_is_parted_behind_its_marks() {
        for marked in [
            "“Who rang?”| cried Ann;| the bell (it was\nnine by hers;)| hung still;| a;b was cut on it.",
            "He left,| she said --| and wept.",
            "He left--|she wept—|nobody saw it:| nobody, said Ann.",
            "the well-known lamp –| it cost 3,500 crowns,| and they, 1911–1914 –| burned.",
            "He cried:--|\"I am drowned!\"| and swam.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn a_list_is_not_parted() {
        for marked in [
            "The guild takes warriors, healers, bards and thieves,| who must be of age.",
            "She sold apples, pears, and on Sundays, pies,| but she gave the cores to the pig.",
            "The last one, Volmer the Pale, ate the moon.",
            "Er verkaufte Äpfel, Birnen, Pflaumen.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn any_script_pauses() {
        for marked in [
            "守灯人说：|“灯灭了，”|她没有回答，|船走了。",
            "「灯が消えた、」|と彼は言い、船は去った。",
            "« La lampe est morte, »| dit-il, et le bateau partit.",
            "»Die Lampe ist aus,«| sagte er, »und das Boot ist fort.«",
            "انطفأ المصباح، ومضى القارب؛| ولم يره أحد.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn marks_alone_are_no_part() {
        check("“—O lamp!—|O bell! …");
        check("No pause at all");
    }
}
