//! A heading, or a place as somebody typed it -> its words, and what they may mean.
//!
//! What is not obvious: a chapter is called so in any language, whatever the text is in, as people
//! type in theirs.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::corpus::numbers::{WORDS, fold_accents, parse_han_number};
use crate::index::is_near;
use crate::language::vocabulary::Vocabulary;
use crate::language::{Language, is_unspaced};

/// Shorter words are too like others to be taken for a typing error.
const SHORTEST: usize = 5;
/// What stands behind an apostrophe at the end of a word.
const ENDINGS: [&str; 7] = ["s", "t", "d", "m", "re", "ve", "ll"];

/// Lists of what has a name and no number.
pub const NAMED: [&str; 7] = [
    "epilogue",
    "prologue",
    "preface",
    "afterword",
    "conclusion",
    "appendix",
    "interlude",
];

/// An article that is one with its word, as in `l'épilogue`.
const ELIDED: [&str; 4] = ["l'", "l’", "L'", "L’"];

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it is written.
    pub raw: String,
    /// As tables have it.
    pub text: String,
    /// A mark stands behind it, such as a point.
    pub is_ended: bool,
    /// White space stands before it, or nothing.
    pub is_apart: bool,
}

impl Word {
    /// Whether it is a number in digits, perhaps with the ending of an ordinal.
    pub fn is_digits(&self) -> bool {
        self.raw.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether it is of a script that has no need of spaces.
    pub fn is_sign(&self) -> bool {
        self.raw.starts_with(stands_alone)
    }

    /// Whether it goes on in a sentence rather than names something.
    pub fn is_small(&self) -> bool {
        self.raw.starts_with(char::is_lowercase)
    }
}

/// What a character is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// A number in Chinese characters.
    HanDigit,
    /// A character that is a word of its own: what calls a chapter so, where no spaces stand
    /// between words.
    Sign,
    /// Any other of those scripts.
    Unspaced,
}

impl Class {
    fn of(letter: char) -> Option<Class> {
        let text = fold_accents(letter.encode_utf8(&mut [0; 4]));

        if letter.is_ascii_digit() {
            Some(Class::Digit)
        } else if !letter.is_alphanumeric() && !matches!(letter, '\u{300}'..='\u{36f}') {
            None
        } else if parse_han_number(&text).is_some() {
            Some(Class::HanDigit)
        } else if stands_alone(letter) {
            let is_sign = WORDS.chapters.contains_key(&text)
                || ["chapter", "item", "mark", "page"]
                    .iter()
                    .any(|list| is_listed(list, &text));
            Some(if is_sign {
                Class::Sign
            } else {
                Class::Unspaced
            })
        } else {
            Some(Class::Letter)
        }
    }
}

/// Whether a letter is mostly written without spaces around what calls a chapter so.
fn stands_alone(letter: char) -> bool {
    is_unspaced(letter) || matches!(letter, '\u{ac00}'..='\u{d7a3}')
}

/// The words of a name.
pub fn parse_words(name: &str) -> Vec<Word> {
    let name: Vec<char> = name.nfkc().collect();
    let mut words: Vec<Word> = Vec::new();
    let mut before = None;
    let mut is_apart = true;

    for (at, letter) in name.iter().enumerate() {
        // "Twenty-one" is one word.
        let is_inside = *letter == '-'
            && before == Some(Class::Letter)
            && name.get(at + 1).is_some_and(|next| next.is_alphabetic());
        let class = if is_inside {
            Some(Class::Letter)
        } else {
            Class::of(*letter)
        };

        match (class, words.last_mut()) {
            (None, Some(last)) if !letter.is_whitespace() => last.is_ended = true,
            (None, _) => {}
            (Some(_), Some(last)) if class == before && class != Some(Class::Sign) => {
                last.raw.push(*letter);
            }
            (Some(_), _) => words.push(Word {
                raw: letter.to_string(),
                text: String::new(),
                is_ended: false,
                is_apart,
            }),
        }
        is_apart = letter.is_whitespace();
        before = class;
    }

    for word in &mut words {
        word.text = fold_accents(&word.raw);
    }
    join_ordinal_endings(words)
}

/// Digits with the ending of an ordinal as one word: `2nd`, but not `3p`.
fn join_ordinal_endings(words: Vec<Word>) -> Vec<Word> {
    let mut joined: Vec<Word> = Vec::new();
    for word in words {
        let is_ending = !word.is_apart
            && word.raw.chars().count() <= 2
            && word.raw.chars().all(char::is_alphabetic)
            && find_kind_word(&word).is_none()
            && !is_listed("page", &word.text);

        match joined.last_mut() {
            Some(last) if is_ending && last.is_digits() && !last.is_ended => {
                last.raw.push_str(&word.raw);
                last.text.push_str(&word.text);
                last.is_ended = word.is_ended;
            }
            _ => joined.push(word),
        }
    }

    joined
}

/// What a chapter or a part is called by a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// In which languages.
    pub languages: Vec<Language>,
    /// It means a chapter, however chapters are called in a text.
    pub is_chapter: bool,
    /// It means what holds chapters.
    pub is_part: bool,
}

/// What a chapter or a part is called by a word, if anything.
pub fn find_kind_word(word: &Word) -> Option<Called> {
    let entries = WORDS.chapters.get(&word.text);
    if is_listed("chapter", &word.text) {
        return Some(Called {
            languages: entries.into_iter().flatten().map(|(l, _)| *l).collect(),
            is_chapter: true,
            is_part: false,
        });
    }

    let entries = entries?;
    // The first word of each list is that of the language for a chapter; it may be abbreviated.
    let is_chapter = |language: &Language| {
        let first = Vocabulary::of(*language).list("chapter").first();
        first.is_some_and(|first| fold_accents(first).starts_with(&word.text))
    };
    let languages: Vec<Language> = entries.iter().map(|(language, _)| *language).collect();
    let is_part = entries.iter().any(|(_, kind)| kind.is_part());
    Some(Called {
        is_chapter: !is_part && languages.iter().any(is_chapter),
        is_part,
        languages,
    })
}

/// What chapters or parts are called that a word is one typing error away from; the language's own
/// words count first.
pub fn find_kind_word_nearly(word: &Word, language: Language) -> Option<&'static str> {
    let letters: Vec<char> = word.text.chars().collect();
    if letters.len() < SHORTEST || find_kind_word(word).is_some() {
        return None;
    }

    let is_meant = |kind: &&String| {
        let kind: Vec<char> = kind.chars().collect();
        kind.len() >= SHORTEST && is_near(&kind, &letters)
    };
    let meant = WORDS.chapters.keys().filter(is_meant);
    let distance = |kind: &&String| {
        let of = |language: Language| {
            WORDS.chapters[*kind]
                .iter()
                .any(|(own, _)| *own == language)
        };
        (!of(language), !of(Language::English), (*kind).clone())
    };
    meant.min_by_key(distance).map(String::as_str)
}

/// Whether a word is an article before what is called or numbered, in any language.
pub fn is_article(word: &Word) -> bool {
    static ARTICLES: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let lists = Language::all().flat_map(|one| Vocabulary::of(one).list("chapter article"));
        lists.map(|word| fold_accents(word)).collect()
    });
    ARTICLES.contains(&word.text)
}

/// Whether a word only says that a number follows.
pub fn is_mark(word: &Word) -> bool {
    is_listed("mark", &word.text)
}

/// Whether a folded word, or several with `_` between them, is in a list of what people type of
/// places.
pub fn is_listed(list: &str, text: &str) -> bool {
    LISTS.get(list).is_some_and(|words| words.contains(text))
}

/// What is in such a list, several words with spaces between them.
pub fn listed_phrases(list: &str) -> impl Iterator<Item = String> {
    let words = LISTS.get(list).into_iter().flatten();
    words.map(|words| words.replace('_', " "))
}

static LISTS: LazyLock<HashMap<&str, HashSet<String>>> = LazyLock::new(|| {
    let mut lists: HashMap<&str, HashSet<String>> = HashMap::new();
    for (name, words) in list_lines() {
        let words = words.split_whitespace().map(fold_accents);
        lists.entry(name).or_default().extend(words);
    }
    lists
});

/// What has a number and is no chapter, by what it is called in any language: the words of one are
/// a list.
pub fn item_words() -> impl Iterator<Item = Vec<&'static str>> {
    let items = list_lines().filter(|(name, _)| *name == "item");
    items.map(|(_, words)| words.split_whitespace().collect())
}

/// The lists of what people type of places: the name of each, and its words.
fn list_lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("words.tsv").lines();
    lines.filter_map(|line| line.split_once('\t'))
}

/// A name as it is compared: its words, folded, without an article before them, and without the
/// apostrophes that people leave out, as in `the catchers oath`.
pub fn to_plain_words(name: &str) -> Vec<String> {
    // "L" alone is a number.
    let elided = ELIDED.iter().find_map(|article| name.strip_prefix(article));
    let words = parse_words(&strip_apostrophes(elided.unwrap_or(name)));
    let articles = usize::from(words.len() > 1 && is_article(&words[0]));
    let rest = words.into_iter().skip(articles);
    rest.map(|word| word.text).collect()
}

/// A name without the apostrophes before the endings of a word.
fn strip_apostrophes(name: &str) -> String {
    let is_ending = |rest: &str| {
        let end = rest.find(|c: char| !c.is_alphabetic());
        let ending = &rest[..end.unwrap_or(rest.len())];
        ENDINGS.iter().any(|one| ending.eq_ignore_ascii_case(one))
    };

    let letters = name.char_indices().filter(|(at, letter)| {
        let rest = &name[at + letter.len_utf8()..];
        !matches!(letter, '\'' | '’') || !is_ending(rest)
    });
    letters.map(|(_, letter)| letter).collect()
}
