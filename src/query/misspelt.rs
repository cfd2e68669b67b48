//! A word that no text has -> the word that was probably meant.
//!
//! In: the words of a question, and which of them to look at. Out: a word of the library, or of
//! those that only say how something is asked. Several may be as few letters away; the likeliest is
//! the one whose error people make most, that occurs often, and that stands beside the same word in
//! the texts: `gren` is one letter from *grew* and from *green*, but a letter that should be
//! doubled is left out more often than *w* is typed as *n*, and *green light* is there.

use std::ops::Range;

use anyhow::Result;

use super::frames::listed_words;
use super::{QueryWord, is_whether_word, occurs_in_scope};
use crate::analyze::{fold, is_stop_word, to_term, tokens};
use crate::corpus::numbers;
use crate::ids::PassageId;
use crate::index::Library;
use crate::language::{Language, background, is_unspaced};

/// Letters of the shortest word that may be any other, and of the shortest that may be a common
/// one.
const SHORT: usize = 4;
const SHORTEST: usize = 3;
const SHORT_OF_MANY: usize = 6;
/// Letters from which on two may be wrong.
const LONG: usize = 8;
/// Bits of surprise at a word from which on it is not common.
const RARE: f32 = 15.0;
/// How many of the likeliest are looked up in the texts.
const LOOKED_UP: usize = 4;

/// Words behind *how*.
const BEHIND_HOW: [&str; 8] = ["many", "much", "long", "old", "far", "often", "big", "tall"];

/// How unlikely an error is, in bits.
const SWAPPED: f32 = 1.0;
const DOUBLED: f32 = 1.0;
const LEFT_OUT: f32 = 2.5;
const ADDED: f32 = 3.0;
const OTHER_VOWEL: f32 = 3.0;
const OTHER_LETTER: f32 = 4.5;
const TWO_ERRORS: f32 = 9.0;
/// That it is in the first letter, which people look at.
const AT_START: f32 = 3.0;
/// How much likelier a word is that stands beside the same one in the texts.
const BESIDE: f32 = 4.0;
/// How much a word that occurs often is likelier at most.
const MOST_OFTEN: f32 = 4.0;

/// The word that was probably meant at `at`, if what is there is neither in the library nor a
/// common word. Where we do not know what is common, only one letter may be wrong.
pub fn find_meant_word(
    library: &Library,
    words: &[QueryWord],
    at: usize,
    scope: &Range<PassageId>,
    language: Language,
) -> Result<Option<String>> {
    let word = &words[at];
    if at == 0 && asks_where(words, language) {
        return Ok(Some("where".to_owned()));
    }
    if word.stop || occurs_in_scope(library, &word.term, scope, language)? {
        return Ok(None);
    }
    if at == 0
        && let Some(asking) = find_asking_word(words, language)
    {
        return Ok(Some(asking));
    }
    if !may_be_an_error(word, language) {
        return Ok(None);
    }

    let mut candidates = collect_candidates(library, word, language);
    candidates.sort_by(|a, b| a.bits.total_cmp(&b.bits).then_with(|| a.word.cmp(&b.word)));

    let mut found = Vec::new();
    for candidate in candidates {
        if is_there(library, &candidate, scope, language)? {
            found.push(candidate);
        }
        if found.len() == LOOKED_UP {
            break;
        }
    }

    if found.len() > 1 {
        for candidate in &mut found {
            if stands_beside(library, words, at, candidate, scope, language)? {
                candidate.bits -= BESIDE;
            }
        }
    }
    let likeliest = found.into_iter().min_by(|a, b| a.bits.total_cmp(&b.bits));
    Ok(likeliest.map(|candidate| candidate.word))
}

/// Whether a question begins with `were is`.
fn asks_where(words: &[QueryWord], language: Language) -> bool {
    let mut folded = words.iter().map(|word| word.folded.as_str());
    language == Language::English
        && folded.next() == Some("were")
        && folded.next().is_some_and(is_whether_word)
}

/// The word that a question must have begun with: `wat`, `wher`. No text need say it. What is more
/// than letters in the wrong place or number may be a name, unless it stands where only such a word
/// can.
fn find_asking_word(words: &[QueryWord], language: Language) -> Option<String> {
    let [typed, next, _, ..] = words else {
        return None;
    };
    if language != Language::English || typed.name || is_common(&typed.folded, language) {
        return None;
    }

    let begin = typed.folded.chars().next();
    let asking = listed_words("asking").filter(|word| is_stop_word(word, language));
    let costs = asking.map(|word| {
        let begins_otherwise = word.chars().next() != begin;
        (error_cost(&typed.folded, word), begins_otherwise, word)
    });
    let (cost, _, word) = costs.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;

    let is_sure = cost <= SWAPPED.max(DOUBLED);
    let can_be_none_else =
        is_whether_word(&next.folded) || BEHIND_HOW.contains(&next.folded.as_str());
    (is_sure || can_be_none_else && cost <= ADDED).then(|| word.to_owned())
}

/// A word that may have been meant, and how unlikely that is.
struct Candidate {
    word: String,
    bits: f32,
    /// It is of the language, whatever the texts have.
    is_common: bool,
}

fn may_be_an_error(word: &QueryWord, language: Language) -> bool {
    let letters = word.folded.chars().count();
    let is_word = |c: char| c.is_alphabetic() && !is_unspaced(c);

    // Three letters are soon a name or an abbreviation, and in languages whose common words we do
    // not know, a word.
    let is_short = letters == SHORTEST && language == Language::English && !word.name;
    // Whatever the texts have, a number is one.
    let is_number = || {
        numbers::parse_number(&word.folded, language).is_some()
            && numbers::parse_roman(&word.folded).is_none()
    };
    (letters >= shortest_error(language) || is_short)
        && word.folded.chars().all(is_word)
        && !is_number()
        && !background::is_common_term(&word.term, language)
}

/// Letters of the shortest word that may be any other. Where vowels are left out or a word is a
/// syllable, those of one letter's difference are as many as there are words.
fn shortest_error(language: Language) -> usize {
    match language {
        Language::Arabic | Language::Hebrew | Language::Vietnamese => SHORT_OF_MANY,
        _ => SHORT,
    }
}

/// The words that are few errors away.
fn collect_candidates(library: &Library, word: &QueryWord, language: Language) -> Vec<Candidate> {
    let typed = word.folded.as_str();
    let letters = typed.chars().count();
    let distance = if letters < LONG || language != Language::English {
        1
    } else {
        2
    };

    // What only asks is hardly meant by a word that begins otherwise: `Hund` is not `und`.
    let begins_alike = |other: &str| other.chars().next() == typed.chars().next();
    let is_meant = |other: &str| begins_alike(other) || !is_stop_word(other, language);

    let near = library.words().near(typed, distance).into_iter();
    let near = near.filter(|neighbour| is_meant(&neighbour.word));
    let near = near.map(|neighbour| Candidate {
        bits: error_cost(typed, &neighbour.word) - frequency_bonus(neighbour.count),
        word: neighbour.word,
        is_common: false,
    });

    // What only asks need not stand in any text, and what else everybody knows helps to understand
    // the question. But a name that no text has is that of somebody else.
    let common = collect_usual_errors(typed).into_iter();
    let common = common.filter(|other| !word.name && is_common(other, language));
    let common = common.map(|word| Candidate {
        bits: error_cost(typed, &word),
        word,
        is_common: true,
    });

    // Of so few letters, only the likeliest error is one, and only a common word was meant.
    let is_likely = |candidate: &Candidate| {
        letters >= SHORT
            || is_common(&candidate.word, language)
                && error_cost(typed, &candidate.word) <= SWAPPED.max(DOUBLED)
    };
    near.chain(common).filter(is_likely).collect()
}

/// Whether everybody knows a word; we know of English only what everybody knows.
fn is_common(word: &str, language: Language) -> bool {
    language == Language::English
        && (is_stop_word(word, language)
            || background::surprise_bits(&to_term(word, language)) < RARE)
}

fn frequency_bonus(count: u64) -> f32 {
    (1.0 + count as f32).log2().min(MOST_OFTEN)
}

/// How unlikely it is to type one word for the other.
fn error_cost(typed: &str, meant: &str) -> f32 {
    let typed: Vec<char> = typed.chars().collect();
    let meant: Vec<char> = meant.chars().collect();

    let same = |(a, b): &(&char, &char)| a == b;
    let before = typed.iter().zip(&meant).take_while(same).count();
    let behind = typed[before..]
        .iter()
        .rev()
        .zip(meant[before..].iter().rev())
        .take_while(same)
        .count();
    // The first letter is looked at, and still swapped with the second.
    let start = if before == 0 { AT_START } else { 0.0 };

    let rest = (
        &typed[before..typed.len() - behind],
        &meant[before..meant.len() - behind],
    );
    match rest {
        ([a, b], [c, d]) if (a, b) == (d, c) => SWAPPED,
        // Where two letters are alike, the one in front is among those before.
        ([], [one]) if before > 0 && meant[before - 1] == *one => DOUBLED,
        ([one], []) if before > 0 && typed[before - 1] == *one => DOUBLED,
        ([], [_]) => start + LEFT_OUT,
        ([_], []) => start + ADDED,
        ([a], [b]) if is_vowel(*a) && is_vowel(*b) => start + OTHER_VOWEL,
        ([_], [_]) => start + OTHER_LETTER,
        _ => start + TWO_ERRORS,
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// A word with each two neighbouring letters swapped and, of a longer one, with each letter doubled
/// or, where it is doubled, single.
fn collect_usual_errors(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let change = |change: &dyn Fn(&mut Vec<char>)| {
        let mut other = letters.clone();
        change(&mut other);
        other.into_iter().collect::<String>()
    };

    let mut errors = Vec::new();
    for at in 1..letters.len() {
        errors.push(change(&|other| other.swap(at - 1, at)));
        if letters.len() < SHORT_OF_MANY {
            continue;
        }
        errors.push(change(&|other| other.insert(at, other[at])));
        if letters[at] == letters[at - 1] {
            errors.push(change(&|other| {
                other.remove(at);
            }));
        }
    }
    errors
}

/// Whether a word stands in the passages that are asked, or need not.
fn is_there(
    library: &Library,
    candidate: &Candidate,
    scope: &Range<PassageId>,
    language: Language,
) -> Result<bool> {
    let word = &candidate.word;
    let term = to_term(word, language);

    Ok(candidate.is_common
        || occurs_in_scope(library, &term, scope, language)?
            && has_exact_form(library, word, &term, scope, language)?)
}

/// Whether a word stands in this very form in a passage that can be read; others may hold only
/// other forms of it.
fn has_exact_form(
    library: &Library,
    word: &str,
    term: &str,
    scope: &Range<PassageId>,
    language: Language,
) -> Result<bool> {
    if !library.is_cut() {
        return Ok(true);
    }

    let run = [vec![term.to_owned()]];
    for id in library.postings(language).holding(&run, scope.clone())? {
        let text = library.text(library.passage(id)?.span)?;
        if tokens(text, language).any(|token| fold(&text[token.range]) == word) {
            return Ok(true);
        }
    }

    Ok(false)
}

/// Whether some passage has the word beside one that it stands beside in the question.
fn stands_beside(
    library: &Library,
    words: &[QueryWord],
    at: usize,
    candidate: &Candidate,
    scope: &Range<PassageId>,
    language: Language,
) -> Result<bool> {
    let term = to_term(&candidate.word, language);
    // Beside "the" stands almost everything.
    let telling = |at: usize| words.get(at).filter(|word| !word.stop);
    let before = at.checked_sub(1).and_then(telling);
    let before = before.map(|word| [&word.term, &term]);
    let behind = telling(at + 1).map(|word| [&term, &word.term]);

    for pair in [before, behind].into_iter().flatten() {
        let run = pair.map(Clone::clone).to_vec();
        let mut holders = library.postings(language).holding(&[run], scope.clone())?;
        if holders.next().is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_that_people_make_often_are_likelier() {
        for (typed, likelier, other) in [
            ("gren", "green", "grew"),
            ("geren", "green", "gere"),
            ("houes", "house", "hours"),
            ("ligt", "light", "list"),
            ("opne", "open", "one"),
            ("ownd", "owned", "own"),
            ("boook", "book", "brook"),
            ("leter", "letter", "later"),
            ("stiring", "stirring", "string"),
            ("harbur", "harbour", "barbur"),
            ("thier", "their", "tier"),
            ("seperate", "separate", "desperate"),
        ] {
            assert!(
                error_cost(typed, likelier) < error_cost(typed, other),
                "{typed}: {likelier}, {other}"
            );
        }
    }
}
