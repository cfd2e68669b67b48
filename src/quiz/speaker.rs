//! A sentence -> the name of whoever says the direct speech in it, and others who speak in the text
//! to choose from.
//!
//! The decision that is not obvious: a speaker is somebody who is named right beside what they say,
//! behind or before a verb of saying, or before a colon. Where a name stands first, it may be any
//! word that begins a sentence, so it has to be known: as somebody who is named behind such a verb
//! elsewhere, or as a name. Most speech is missed, and little is given to somebody else.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::analyze::{fold, is_stop_word};
use crate::language::Language;
use crate::quiz::gap::{LONGEST, fold_words, is_each_once, word_indices};
use crate::quiz::pool::Pool;
use crate::quiz::{collect_options, to_one_line};
use crate::random::Random;

/// Words of a name at most.
const WORDS: usize = 4;
/// Marks that end direct speech, and that begin it; some do both, each in its language.
const CLOSING: [char; 9] = ['”', '"', '“', '«', '»', '’', '‘', '\'', '‹'];
const OPENING: [char; 10] = ['“', '"', '„', '»', '«', '‘', '‚', '\'', '›', '‹'];
/// What stands before a mark that ends it, and is no letter before an apostrophe.
const PAUSES: [char; 9] = [',', '.', '!', '?', '…', '—', '–', '-', ';'];

/// The words of a language by the names of their lists, folded.
type Lists = HashMap<&'static str, Vec<String>>;

/// Somebody who says something in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// Their name, in bytes of the sentence.
    pub name: Range<usize>,
    /// It stands where nothing but a speaker does.
    pub is_sure: bool,
}

/// What is known of how a language tells direct speech; `None` if nothing is.
fn speech_lists(language: Language) -> Option<&'static Lists> {
    static TABLES: LazyLock<HashMap<&str, Lists>> = LazyLock::new(|| {
        let mut tables: HashMap<&str, Lists> = HashMap::new();
        let lines = include_str!("speech.tsv").lines();
        for line in lines.filter(|line| !line.starts_with('#')) {
            let mut parts = line.split('\t');
            if let (Some(tag), Some(list), Some(words)) = (parts.next(), parts.next(), parts.next())
            {
                let list = tables.entry(tag).or_default().entry(list).or_default();
                list.extend(words.split_whitespace().map(fold));
            }
        }
        tables
    });

    TABLES.get(language.tag())
}

fn is_in_list(lists: &Lists, list: &str, word: &str) -> bool {
    let word = fold(word);
    lists.get(list).is_some_and(|words| words.contains(&word))
}

/// Who says the direct speech of a sentence; `None` if nobody is named, or more than one.
pub fn find_speaker(sentence: &str, language: Language) -> Option<Saying> {
    // Most sentences hold none, and that is soon seen.
    let lists = speech_lists(language).filter(|_| has_speech_marks(sentence))?;
    let names = collect_names(sentence, lists, language).into_iter();
    let mut sayings = names.filter_map(|name| match_speaker(sentence, name, lists));

    let only = sayings.next()?;
    let is_joined = is_joined_by_and(&sentence[only.name.end..], lists);
    (sayings.next().is_none() && !is_joined).then_some(only)
}

/// Whether there are marks of direct speech in a sentence; an apostrophe in a word is none.
fn has_speech_marks(sentence: &str) -> bool {
    let mut before = ' ';
    sentence.chars().any(|c| {
        let is_in_word = before.is_alphanumeric() && ['\'', '’'].contains(&c);
        before = c;
        !is_in_word && (OPENING.contains(&c) || CLOSING.contains(&c))
    })
}

/// Whether somebody else is named beside a speaker.
fn is_joined_by_and(after: &str, lists: &Lists) -> bool {
    let next = word_indices(after).next();
    next.is_some_and(|(at, word)| is_space(&after[..at]) && is_in_list(lists, "and", word))
}

/// Whether somebody is named beside direct speech. Before it only at the beginning of a sentence:
/// in `He asked Tom: “…”` it is not Tom who speaks.
fn match_speaker(sentence: &str, name: Range<usize>, lists: &Lists) -> Option<Saying> {
    let before = &sentence[..name.start];
    let after = &sentence[name.end..];
    let is_sure = is_behind_speech(before, after, lists);
    let is_named = is_sure || before.trim().is_empty() && is_before_speech(after, lists);
    is_named.then_some(Saying { name, is_sure })
}

/// Whether a name is that of whoever says what stands before it.
fn is_behind_speech(before: &str, after: &str, lists: &Lists) -> bool {
    // “…,” said Tom
    if let Some((at, verb)) = word_indices(before).last()
        && is_in_list(lists, "says", verb)
    {
        return is_space(&before[at + verb.len()..]) && ends_speech(&before[..at]);
    }

    // “…,” Tom said
    let next = word_indices(after).next();
    next.is_some_and(|(at, verb)| is_space(&after[..at]) && is_in_list(lists, "says", verb))
        && ends_speech(before)
}

/// Whether a name is that of whoever says what stands behind it.
fn is_before_speech(after: &str, lists: &Lists) -> bool {
    let next = word_indices(after).next();
    let behind = match next.filter(|(_, verb)| is_in_list(lists, "says", verb)) {
        // Tom said, “…”
        Some((at, verb)) if is_space(&after[..at]) => &after[at + verb.len()..],
        // Tom: “…”
        _ if after.starts_with(':') => after,
        _ => "",
    };
    begins_speech(behind)
}

fn is_space(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_whitespace)
}

/// Whether direct speech ends before what follows a piece of text.
fn ends_speech(before: &str) -> bool {
    let before = before.trim_end();
    let (before, has_comma) = match before.strip_suffix(',') {
        Some(before) => (before, true),
        None => (before, false),
    };
    let Some(inside) = before.strip_suffix(CLOSING) else {
        return false;
    };
    has_comma && !inside.is_empty() || inside.ends_with(PAUSES)
}

/// Whether direct speech begins with a piece of text, behind a comma or a colon.
fn begins_speech(behind: &str) -> bool {
    let speech = behind.strip_prefix([',', ':']).map(str::trim_start);
    speech.is_some_and(|speech| speech.starts_with(OPENING))
}

/// What may be names in a sentence: words with capitals one behind the other, with what stands
/// before a name.
fn collect_names(sentence: &str, lists: &Lists, language: Language) -> Vec<Range<usize>> {
    let mut names: Vec<(Range<usize>, usize)> = Vec::new();
    let mut end = 0;
    for (at, word) in word_indices(sentence) {
        let between = &sentence[end..at];
        let before = end;
        end = at + word.len();
        if !is_name(word, language) {
            continue;
        }

        let goes_on = |last: &Range<usize>| {
            let is_short = is_in_list(lists, "short", last_word(&sentence[last.clone()]));
            let gap = between.strip_prefix('.').filter(|_| is_short);
            last.end == before && is_space(gap.unwrap_or(between))
        };
        match names.last_mut() {
            Some((last, count)) if goes_on(last) => {
                last.end = end;
                *count += 1;
            }
            _ => names.push((at..end, 1)),
        }
    }

    // `Cape` is no name in `Cape-Down`, nor `Mrs` in `Mrs. K.`, nor `Tom` in `Tom Sawyer’s aunt`.
    let is_whole = |name: &Range<usize>| {
        let is_short = is_in_list(lists, "short", last_word(&sentence[name.clone()]));
        let after = &sentence[name.end..];
        let goes_on = after.trim_start().starts_with(char::is_uppercase);
        !is_short && !goes_on && !after.starts_with(['-', '\'', '’'])
    };
    let short = names.into_iter().filter(|(_, count)| *count <= WORDS);
    let names = short.map(|(name, _)| name).filter(is_whole);
    names
        .filter(|name| sentence[name.clone()].chars().count() <= LONGEST)
        .collect()
}

fn last_word(name: &str) -> &str {
    word_indices(name).last().map_or(name, |(_, word)| word)
}

/// Whether a word is written as names are.
fn is_name(word: &str, language: Language) -> bool {
    let mut letters = word.chars();
    let begins = letters.next().is_some_and(char::is_uppercase);
    let goes_on = letters.clone().any(char::is_lowercase);
    // `O’Brien` is one, `I’m` and `Tom’s` are none.
    let parts = || word.split(['\'', '’']);
    let is_plain = parts().all(|part| part.starts_with(char::is_uppercase));
    begins && goes_on && is_plain && !is_stop_word(&fold(word), language)
}

/// The words of a name by which two are the same person: without what stands before names, unless
/// that is all.
pub fn person_key(name: &str, language: Language) -> Vec<String> {
    let all = fold_words(name);
    let stands_before = |word: &str| {
        let lists = speech_lists(language);
        lists.is_some_and(|lists| {
            is_in_list(lists, "title", word) || is_in_list(lists, "short", word)
        })
    };

    let own: Vec<String> = all
        .iter()
        .filter(|word| !stands_before(word))
        .cloned()
        .collect();
    if own.is_empty() { all } else { own }
}

/// What is left out of a sentence, in bytes of it, and who there is to choose from, the right one
/// first; `None` if nobody is named, or too few are who speak in the text.
pub fn find_speaker_options(
    sentence: &str,
    pool: &Pool,
    random: &mut Random,
) -> Option<(Range<usize>, Vec<String>)> {
    let cut = find_speaker(sentence, pool.language)?.name;
    let own = person_key(&sentence[cut.clone()], pool.language);

    // Whoever is named in what they say, too, would be told by that.
    let there = fold_words(sentence);
    let is_speaker = pool.is_speaker(&to_one_line(&sentence[cut.clone()]));
    if !is_speaker || !is_each_once(&own, &there) {
        return None;
    }

    let others = pool.speakers(|other| {
        let mut words = person_key(other, pool.language).into_iter();
        !words.any(|word| there.contains(&word))
    });
    let words = |name: &str| person_key(name, pool.language);
    let options = collect_options(pool, sentence, &cut, others, words, random)?;
    Some((cut, options))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who says the speech of a sentence, and whether that is sure.
    fn said(sentence: &str, language: Language) -> Option<(&str, bool)> {
        let saying = find_speaker(sentence, language)?;
        Some((&sentence[saying.name], saying.is_sure))
    }

    #[test]
    fn a_speaker_is_named_right_beside_what_they_say() {
        for (language, sentence, name) in [
            (Language::English, "“It is out,” said Tom.", "Tom"),
            (
                Language::English,
                "\"Is it?\" asked Tom Sawyer, who slept.",
                "Tom Sawyer",
            ),
            (
                Language::English,
                "‘Out,’ said Mr. O’Brien quietly.",
                "Mr. O’Brien",
            ),
            (Language::English, "“It is,” Huck replied, “out.”", "Huck"),
            (
                Language::English,
                "“Wait!” cried Captain\nNemo.",
                "Captain\nNemo",
            ),
            (Language::English, "“Out—” said Jo, and she went.", "Jo"),
            (Language::English, "“Is it?” Tom asked Huck.", "Tom"),
            (Language::English, "“I asked Tom,” said Huck.", "Huck"),
            (Language::German, "„Es ist weg“, sagte Karl.", "Karl"),
            (Language::German, "„Komm!“ rief Frau Müller.", "Frau Müller"),
            (
                Language::German,
                "»Kommst du?«, flüsterte Greta leise.",
                "Greta",
            ),
            (
                Language::German,
                "„Es ist weg“, sagte Dr. Weiß.",
                "Dr. Weiß",
            ),
        ] {
            assert_eq!(said(sentence, language), Some((name, true)), "{sentence}");
        }
        for (language, sentence, name) in [
            (Language::English, "Huck said, “It is out.”", "Huck"),
            (Language::English, "Huck Finn: “It is out.”", "Huck Finn"),
            (Language::German, "Karl sagte: „Es ist weg.“", "Karl"),
        ] {
            assert_eq!(said(sentence, language), Some((name, false)), "{sentence}");
        }
    }

    #[test]
    fn nobody_speaks_where_somebody_else_is_named_or_more_than_one() {
        for (language, sentence) in [
            (Language::English, "“It is out,” he said."),
            (Language::English, "“It is out,” said the captain of Holm."),
            (Language::English, "“It is out,” said Tom’s mother."),
            (Language::English, "“It is out,” said Tom and Huck."),
            (Language::English, "“Out,” said Tom, and “In,” said Huck."),
            (Language::English, "“It is out,” said I."),
            (Language::English, "“It is out,” said Mrs. K. softly."),
            (Language::English, "“It is out,” said Tom-Tom."),
            (Language::English, "“It is out,” said Tom Sawyer’s aunt."),
            (Language::English, "“It is out,” said Mr. and Mrs. Bell."),
            (Language::English, "He asked Tom: “Is it out?”"),
            (Language::English, "Huck called Tom: “It is out!”"),
            (Language::English, "The man who knew Tom said, “It is out.”"),
            (Language::English, "“Tom said, ‘It is out,’ and went.”"),
            (Language::English, "“Tom,” he said, “it is out.”"),
            (Language::English, "Tom said that it was out."),
            (
                Language::English,
                "The bell of the ships’ said Tom was late.",
            ),
            (Language::English, "They met Tom, “the old man” of Holm."),
            (Language::English, "Tom kept two things: an oar and a lamp."),
            (Language::German, "„Es ist weg“, sagte der Wirt."),
            (Language::German, "„Es ist weg“, sagte er zu Karl."),
            (Language::German, "Karl sagte, dass es weg sei."),
            (Language::French, "« Viens », dit Paul."),
            (Language::Japanese, "「来て」と太郎は言った。"),
        ] {
            assert_eq!(said(sentence, language), None, "{sentence}");
        }
    }

    #[test]
    fn two_names_are_one_person_whatever_stands_before_them() {
        for (language, name, expected) in [
            (Language::English, "Mr. Darcy", &["darcy"][..]),
            (Language::English, "Mother", &["mother"]),
            (Language::English, "Tom Sawyer", &["tom", "sawyer"]),
            (Language::German, "Frau Müller", &["muller"]),
        ] {
            assert_eq!(person_key(name, language), expected, "{name}");
        }
    }
}
