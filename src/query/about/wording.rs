//! The words by which a language asks about a text itself: `about.txt`, folded and by their lists.
//!
//! Where no spaces part words, what is listed does: the rest of a question is a word that is not
//! known.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analyze::fold;
use crate::language::is_unspaced;

const TABLE: &str = include_str!("../about.txt");
/// What is asked, by the names of its lists.
const KINDS: [&str; 12] = [
    "author",
    "length",
    "reading",
    "title",
    "published",
    "publisher",
    "age",
    "language",
    "shelf",
    "stock",
    "setting",
    "plot",
];
/// Lists whose words may stand in every question.
const ANYWHERE: [&str; 3] = ["any", "itself", "noun"];

/// The lists of one language.
pub struct Wording {
    lists: FxHashMap<String, FxHashSet<String>>,
    /// The words of all lists that ask something: nearly every question has none of them.
    asking: FxHashSet<String>,
}

impl Wording {
    /// Those of all languages that have some.
    pub fn all() -> &'static [Wording] {
        static ALL: LazyLock<Vec<Wording>> = LazyLock::new(|| {
            let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
            let lines: Vec<&str> = lines.collect();
            let languages = lines.split(|line| line.is_empty());
            languages.map(Wording::parse).collect()
        });
        &ALL
    }

    fn parse(lines: &[&'static str]) -> Wording {
        let mut lists: FxHashMap<String, FxHashSet<String>> = FxHashMap::default();
        for line in lines {
            let mut parts = line.split_whitespace().skip(1).peekable();
            let mut name = parts.next().unwrap_or_default().to_owned();
            if KINDS.contains(&&*name) {
                let more = parts.next_if(|part| matches!(*part, "one" | "with"));
                name.extend(more.into_iter().flat_map(|more| [" ", more]));
            }
            lists.entry(name).or_default().extend(parts.map(fold));
        }

        let asks =
            |name: &str| name == "by" || KINDS.contains(&name.strip_suffix(" one").unwrap_or(name));
        let asking = lists.iter().filter(|(name, _)| asks(name));
        let asking = asking.flat_map(|(_, words)| words.clone()).collect();
        Wording { lists, asking }
    }

    /// The words of a question, those that are written without spaces cut into the words that are
    /// listed, and those joined that are listed as one: `take_place`.
    pub fn cut(&self, asked: &[String]) -> Vec<String> {
        let cut = |word: &String| {
            if word.contains(is_unspaced) {
                self.pieces(word)
            } else {
                vec![word.clone()]
            }
        };
        let pieces = asked.iter().flat_map(cut);
        pieces.fold(Vec::new(), |words, piece| self.join(words, piece))
    }

    /// Some words and one more, which may be one with the last.
    fn join(&self, mut words: Vec<String>, next: String) -> Vec<String> {
        let joined = words.last().map(|last| format!("{last}_{next}"));
        match joined.filter(|joined| self.knows(joined)) {
            Some(joined) => {
                words.pop();
                words.push(joined);
            }
            None => words.push(next),
        }
        words
    }

    /// Whether something is asked of what happens to somebody, not in a text.
    pub fn asks_of_somebody(&self, words: &[String]) -> bool {
        let mut pairs = words.windows(2);
        pairs.any(|pair| self.is_in("happens", &pair[0]) && self.is_in("to", &pair[1]))
    }

    /// Whether some words end in what stands before somebody whom a letter is for: `who wrote to`.
    pub fn is_written_to(&self, before: &[String]) -> bool {
        let [.., wrote, to] = before else {
            return false;
        };
        self.is_in("author", wrote) && self.is_in("toward", to)
    }

    fn pieces(&self, word: &str) -> Vec<String> {
        let mut pieces: Vec<String> = Vec::new();
        let mut strange = String::new();
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let all = self.lists.values().flatten();
            let known = all
                .filter(|known| rest.starts_with(&***known))
                .max_by_key(|known| known.len());

            if let Some(known) = known {
                pieces.extend((!strange.is_empty()).then(|| std::mem::take(&mut strange)));
                pieces.push(known.clone());
                rest = &rest[known.len()..];
            } else {
                strange.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
        pieces.extend((!strange.is_empty()).then_some(strange));
        pieces
    }

    /// Whether a word is in a list.
    pub fn is_in(&self, list: &str, word: &str) -> bool {
        self.lists.get(list).is_some_and(|own| own.contains(word))
    }

    /// Whether one of some words is.
    pub fn has(&self, list: &str, words: &[String]) -> bool {
        words.iter().any(|word| self.is_in(list, word))
    }

    /// Whether a word is in any list.
    pub fn knows(&self, word: &str) -> bool {
        self.lists.values().any(|own| own.contains(word))
    }

    /// Whether one of some words asks something about a text.
    pub fn may_ask(&self, words: &[String]) -> bool {
        words.iter().any(|word| self.asking.contains(word))
    }

    /// Whether some words ask for a kind of thing, and for nothing else; `is_meant` if they say
    /// that they ask it of a text.
    pub fn asks(&self, kind: &str, words: &[String], is_meant: bool) -> bool {
        let [alone, with] = ["one", "with"].map(|list| format!("{kind} {list}"));
        let lists = [kind, &*alone, &*with].into_iter().chain(ANYWHERE);
        let lists: Vec<&str> = lists.collect();

        let is_known = |word: &String| lists.iter().any(|list| self.is_in(list, word));
        let is_asked = self.has(&alone, words) || (is_meant && self.has(kind, words));
        is_asked && words.iter().all(is_known)
    }
}

/// The words of a question or a title, folded; `l'histoire` is two.
pub fn folded_words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.map(fold).filter(|word| !word.is_empty()).collect()
}
