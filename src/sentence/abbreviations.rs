//! Whether a full stop only ends an abbreviation, an initial or an ordinal.
//!
//! In: what stands before the stop and behind it. Out: yes or no, from the tables of the language.
//! An entry in small letters stands for any case, one with a capital for itself; `z.B` is also
//! written with a space.

use crate::corpus::numbers::parse_roman;
use crate::language::vocabulary::Vocabulary;

/// Bytes before a full stop that are looked at: more than any abbreviation has.
const LONGEST_SHORT: usize = 64;

/// Letters with points that are no initials of a name.
const ACRONYMS: [&str; 12] = [
    "U.S", "U.S.A", "U.K", "U.N", "E.U", "U.S.S.R", "D.C", "L.A", "A.M", "P.M", "B.C", "A.D",
];

/// Whether a sentence goes on behind the full stop that stood behind `before`; `next` follows, from
/// its first letter or digit on.
pub fn ends_in_abbreviation(before: &str, next: &str, vocabulary: &Vocabulary) -> bool {
    // Not from the beginning of the paragraph: it may be long, and without a space.
    let tail = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST_SHORT))..];
    let mut words = tail.rsplit([' ', '\u{a0}', '(', '"', '“']);
    let word = words.next().unwrap_or(tail);
    let above = words.next().unwrap_or_default();

    is_initial(word)
        || is_initials(word, next, vocabulary)
        || is_abbreviation(above, word, next, vocabulary)
        || is_spaced(above, word, next, vocabulary)
        || is_in_brackets(tail, word, vocabulary)
        || is_ordinal(word, vocabulary)
}

/// `J.` of `J. Barr`, but not the `I.` that ends `It was I.`
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase() && c != 'I')
}

/// `J.R.R.` of `J.R.R. Barr`, but not what ends `It was B.C.E. He knew`, nor what mostly ends a
/// sentence where a capital follows.
fn is_initials(word: &str, next: &str, vocabulary: &Vocabulary) -> bool {
    let letter = |part: &str| {
        let mut chars = part.trim_start_matches('-').chars();
        matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase())
    };
    let opens = || {
        let first = first_word(next).map(str::to_lowercase);
        first.is_some_and(|first| vocabulary.list("stop").contains(&first.as_str()))
    };
    word.contains('.') && word.split('.').all(letter) && !ACRONYMS.contains(&word) && !opens()
}

/// A title or the like that never ends a sentence, or `p.` and its like before a number.
fn is_abbreviation(above: &str, word: &str, next: &str, vocabulary: &Vocabulary) -> bool {
    let numbered = || begins_with_number(next, vocabulary);
    let names_number = |word: &str| {
        is_listed(vocabulary.list("abbreviation before number"), word)
            || find_month(word, "short month", vocabulary)
    };

    // `Dr.-Ing.`, `l'ing.`
    let last = word.rsplit(['-', '\'', '’']).next().unwrap_or(word);
    // `в с.`, in a village, where `5 с.` are seconds.
    let pair = || format!("{above}_{word}");

    let whole = vocabulary.list("abbreviation");
    is_listed(whole, word)
        || is_listed(whole, last)
        || is_listed(whole, &pair())
        || (names_number(word) && numbered())
}

/// `z. B.`: one part of an abbreviation that is written with spaces, before the next, or the last
/// of one that ends no sentence.
fn is_spaced(above: &str, word: &str, next: &str, vocabulary: &Vocabulary) -> bool {
    let above = above.strip_suffix('.').unwrap_or_default();
    let (first, rest) = next.split_at(next.find('.').unwrap_or(next.len()));
    let follow = |entry: &&&str, one: &str, other: &str| {
        let parts = entry.split('.');
        let mut pairs = parts.clone().zip(parts.skip(1));
        pairs.any(|pair| pair == (one, other))
    };
    let is_last = |entry: &&&str| {
        let before = entry.strip_suffix(word);
        before.is_some_and(|before| before.ends_with('.'))
    };

    let whole = vocabulary.list("abbreviation");
    let mut open = whole.iter().chain(vocabulary.list("abbreviation parts"));
    let goes_on = !rest.is_empty() && open.any(|entry| follow(&entry, word, first));
    let closed = whole.iter().filter(is_last);
    goes_on || closed.into_iter().any(|entry| follow(&entry, above, word))
}

/// `(b. 1812)`: what tells of a life, or where something lies, in brackets.
fn is_in_brackets(tail: &str, word: &str, vocabulary: &Vocabulary) -> bool {
    let is_inside = || {
        let open = tail.rfind('(');
        open.is_some_and(|open| tail.rfind(')').is_none_or(|closed| closed < open))
    };
    vocabulary.list("abbreviation in brackets").contains(&word) && is_inside()
}

/// `am 3. Mai`: in some languages a point makes a number an ordinal, in a few also a Roman one.
fn is_ordinal(word: &str, vocabulary: &Vocabulary) -> bool {
    let ordinals = vocabulary.list("ordinal");
    let is_short = matches!(word.len(), 1 | 2) && word.bytes().all(|b| b.is_ascii_digit());
    (is_short && ordinals.contains(&".")) || (ordinals.contains(&"IV.") && is_roman(word))
}

/// Whether a list holds a word; an entry such as `-str` ends one.
fn is_listed(list: &[&str], word: &str) -> bool {
    let lower = word.to_lowercase();
    let is_ending = |entry: &str| {
        let ending = entry.strip_prefix('-');
        ending.is_some_and(|ending| lower.ends_with(ending))
    };
    list.iter()
        .any(|entry| *entry == word || *entry == lower || is_ending(entry))
}

/// Whether a number or a month begins what follows.
fn begins_with_number(next: &str, vocabulary: &Vocabulary) -> bool {
    let is_month = |word: &str| {
        find_month(word, "short month", vocabulary) || find_month(word, "month", vocabulary)
    };
    next.starts_with(|c: char| c.is_ascii_digit())
        || first_word(next).is_some_and(|word| is_month(word) || is_roman(word))
}

fn find_month(word: &str, list: &str, vocabulary: &Vocabulary) -> bool {
    let lower = word.to_lowercase();
    let mut months = vocabulary.list(list).iter();
    months.any(|entry| entry.split('=').next() == Some(lower.as_str()))
}

/// A number in Roman capitals; `I` is more often a word.
fn is_roman(word: &str) -> bool {
    word != "I" && word.bytes().all(|byte| byte.is_ascii_uppercase()) && parse_roman(word).is_some()
}

fn first_word(next: &str) -> Option<&str> {
    next.split(|c: char| !c.is_alphanumeric()).next()
}
