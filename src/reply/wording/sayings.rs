//! What people say to a bot -> whether a message is nothing but that.
//!
//! In: the words of a message, folded. Out: whether it is small talk, or begins as a request does.
//! Both are tables. The decision that is not obvious: a message in the form of a question is small
//! talk only if it is known as a whole, for "who was that?" and "who was that keeper?" are made of
//! the same little words.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::analyze::fold;
use crate::query::pattern::{Pattern, parse_patterns, table_lines};

/// Words of small talk by their lists; see the file.
const WORDS: &str = include_str!("tables/small_talk.txt");
/// Whole sentences of it.
const SAYINGS: &str = include_str!("tables/sayings.txt");
/// What begins a request.
const REQUESTS: &str = include_str!("tables/requests.txt");

/// Whether some words are small talk; of a question more must be known than of a remark.
pub fn are_small_talk(words: &[String], is_question: bool) -> bool {
    is_made_of_sayings(words) || (!is_question && is_remark(words))
}

/// Whether some words begin as a request does.
pub fn begins_request(words: &[String]) -> bool {
    static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| parse_patterns(REQUESTS));
    PATTERNS
        .iter()
        .any(|pattern| !pattern.ends(words).is_empty())
}

/// Whether a word is in one of the lists.
pub fn is_listed(lists: &[&str], word: &str) -> bool {
    static LISTS: LazyLock<HashMap<&str, HashSet<String>>> = LazyLock::new(|| {
        let mut lists: HashMap<&str, HashSet<String>> = HashMap::new();
        for (name, words) in table_lines(WORDS).filter_map(|line| line.split_once(' ')) {
            let words = words.split(' ').map(fold);
            lists.entry(name).or_default().extend(words);
        }
        lists
    });

    let has = |word: &str| {
        let named = |list: &&str| LISTS.get(list).is_some_and(|words| words.contains(word));
        lists.iter().any(named)
    };
    has(word) || has(&drop_repeated_letters(word))
}

/// Whether all words are of small talk, and one of them says something.
fn is_remark(words: &[String]) -> bool {
    let says = |word: &String| is_listed(&["said", "mood"], word);
    let is_known = |word: &String| is_listed(&["said", "mood", "around", "filler"], word);
    words.iter().any(says) && words.iter().all(is_known)
}

/// Whether the words are sayings one after the other, and what stands around these.
fn is_made_of_sayings(words: &[String]) -> bool {
    static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| parse_patterns(SAYINGS));

    // Up to each word: whether what comes before it is read, and something said in it.
    let mut read: Vec<Option<bool>> = vec![None; words.len() + 1];
    read[0] = Some(words.is_empty());
    for at in 0..words.len() {
        let Some(said) = read[at] else { continue };
        if is_listed(&["said", "around"], &words[at]) {
            let says = said || is_listed(&["said"], &words[at]);
            read[at + 1] = read[at + 1].max(Some(says));
        }
        for end in PATTERNS.iter().flat_map(|one| one.ends(&words[at..])) {
            read[at + end] = Some(true);
        }
    }
    read[words.len()] == Some(true)
}

/// A word with letters that were held down let go: `looool` as `lol`.
fn drop_repeated_letters(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}
