//! Words that people say around a question, in lists by name.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::analyze::fold;

/// Words of which the frame around a question is made, and those without which it is none (`core`);
/// and ends of polite Japanese questions, which would be cut into words that mean something else:
/// whole ones (`polite`), and those made of three parts (`link`, `verb`, `please`). Behind words of
/// `topic` stands what is asked about, and behind `helps` or before `helped` somebody whom one of a
/// text may help; `suffix` is joined to a word that asks.
const FRAMES: &str = include_str!("frames.txt");
/// Words by which somebody speaks of themselves.
const PERSONAL: [&str; 29] = [
    "i", "im", "i'm", "ive", "i've", "i'd", "i'll", "me", "my", "we", "us", "our", "ich", "mich",
    "mir", "mein", "meine", "wir", "uns", "je", "moi", "nous", "mon", "yo", "nos", "мне", "меня",
    "нам", "私",
];

/// Whether somebody speaks of themselves by a folded word.
pub fn is_person(word: &str) -> bool {
    PERSONAL.contains(&word)
}

/// Whether a folded word is in a list of the table.
pub fn is_listed(list: &str, word: &str) -> bool {
    static LISTS: LazyLock<HashMap<&str, HashSet<String>>> = LazyLock::new(|| {
        let mut lists: HashMap<&str, HashSet<String>> = HashMap::new();
        for (name, words) in FRAMES.lines().filter_map(|line| line.split_once(' ')) {
            let words = words.split(' ').map(fold);
            lists.entry(name).or_default().extend(words);
        }
        lists
    });
    LISTS.get(list).is_some_and(|words| words.contains(word))
}

/// The words of a list as they are written.
pub fn listed_words(list: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = FRAMES.lines().filter_map(|line| line.split_once(' '));
    let lines = lines.filter(move |(name, _)| *name == list);
    lines.flat_map(|(_, words)| words.split(' '))
}
