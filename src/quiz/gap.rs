//! A sentence -> the names and numbers in it, of which one is left out, and others to choose from.
//!
//! The decision that is not obvious: a name is what is written with a capital where the language
//! gives capitals to names alone, and stands at no beginning; where nouns have capitals, too, it is
//! two such words together. So most names are missed and few things are taken for one. Something
//! wrong to choose that would make another sentence of the text is none.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::analyze::spelling::strip_possessive;
use crate::analyze::{fold, is_stop_word};
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;
use crate::quiz::pool::Pool;
use crate::quiz::{collect_options, draw_sample};
use crate::random::Random;

/// Longest name, in characters.
pub const LONGEST: usize = 40;

/// What can be left out; something wrong to choose is of the same sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A number that may be a year.
    Year,
    Number,
    /// A month, or a day of the week.
    Date,
    /// A name of one word.
    Name,
    /// A name of several words.
    FullName,
}

/// A name or a number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    pub range: Range<usize>,
    pub sort: Sort,
}

/// The words of a text, with their places.
pub fn word_indices(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.unicode_word_indices()
}

/// The names and numbers of a sentence.
pub fn collect_things(sentence: &str, language: Language) -> Vec<Thing> {
    let mut things: Vec<Thing> = Vec::new();
    // Behind the last word.
    let mut end = 0;
    for (at, word) in word_indices(sentence) {
        let between = &sentence[end..at];
        let is_first = end == 0 || !between.chars().all(|c| c.is_whitespace() || c == ',');
        end = at + word.len();

        let is_number = word.chars().all(|c| c.is_ascii_digit() || ".,".contains(c));
        if is_number && !is_first {
            let sort = match word.parse() {
                Ok(1_000..=2_100_u32) => Sort::Year,
                _ => Sort::Number,
            };
            things.push(Thing {
                range: at..end,
                sort,
            });
        } else if !is_first && is_capitalized(word, language) {
            let range = at..at + strip_possessive(word).len();
            let is_one_gap = !between.is_empty() && between.chars().all(char::is_whitespace);
            match things.last_mut() {
                // A name goes on, unless something belongs to it.
                Some(last)
                    if is_name_sort(last.sort)
                        && is_one_gap
                        && last.range.end + between.len() == at =>
                {
                    last.range.end = range.end;
                    last.sort = Sort::FullName;
                }
                _ => things.push(Thing {
                    sort: classify_name(word, language),
                    range,
                }),
            }
        }
    }

    things.retain(|thing| {
        let is_one_word = matches!(thing.sort, Sort::Name | Sort::Date);
        let is_told_apart = !is_one_word || language.keeps_capitals_for_names();
        // `Cape` is no name in `Cape-Down`.
        let is_part = sentence[thing.range.end..].starts_with('-');
        is_told_apart && !is_part && sentence[thing.range.clone()].chars().count() <= LONGEST
    });
    things
}

fn is_name_sort(sort: Sort) -> bool {
    matches!(sort, Sort::Name | Sort::FullName)
}

fn classify_name(name: &str, language: Language) -> Sort {
    let dates = Vocabulary::of(language).list("date");
    if dates.contains(&fold(name).as_str()) {
        Sort::Date
    } else {
        Sort::Name
    }
}

/// Whether a word is written as names are.
fn is_capitalized(word: &str, language: Language) -> bool {
    let word = strip_possessive(word);
    let mut letters = word.chars();
    let begins = letters.next().is_some_and(char::is_uppercase);
    let goes_on = letters.clone().any(char::is_lowercase);

    // Words of capitals alone are shouted, and `I’m` begins with no name.
    let is_long = letters.clone().nth(1).is_some() && !word.contains(['\'', '’']);
    let is_plain = letters.all(char::is_alphabetic);
    language.has_capitals()
        && begins
        && goes_on
        && is_long
        && is_plain
        && !is_stop_word(&fold(word), language)
}

/// The words of a text by which two are the same.
pub fn fold_words(text: &str) -> Vec<String> {
    word_indices(text)
        .map(|(_, word)| fold(strip_possessive(word)))
        .collect()
}

/// Whether some words stand among those of a sentence once each: what stands there twice would be
/// told by the other.
pub fn is_each_once(own: &[String], there: &[String]) -> bool {
    let count = |word: &String| there.iter().filter(|other| *other == word).count();
    own.iter().all(|word| count(word) == 1)
}

/// What is left out of a sentence, in bytes of it, and what there is to choose from, the right one
/// first; `None` if there is nothing, or too little.
pub fn find_gap_options(
    sentence: &str,
    pool: &Pool,
    random: &mut Random,
) -> Option<(Range<usize>, Vec<String>)> {
    let there = fold_words(sentence);
    let mut things = collect_things(sentence, pool.language);
    things.retain(|thing| {
        let written = &sentence[thing.range.clone()];
        is_each_once(&fold_words(written), &there) && pool.is_known(thing.sort, written)
    });
    let thing = draw_sample(things, 1, random).pop()?;

    let answer = &sentence[thing.range.clone()];
    let others = pool.others(thing.sort, |other| {
        let is_told = fold_words(other).iter().any(|word| there.contains(word));
        !is_told && digits_or_text(other) != digits_or_text(answer)
    });
    let options = collect_options(pool, sentence, &thing.range, others, fold_words, random)?;
    Some((thing.range, options))
}

/// The digits of a number, however they are grouped; of a name, the name.
fn digits_or_text(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        text.to_owned()
    } else {
        digits
    }
}
