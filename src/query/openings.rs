//! What people say before they ask, of several words: a greeting, an excuse, or a sentence in which
//! the question is only a part: `my sister would like to know who rang`.
//!
//! In: the words of a part of a question, folded. Out: how many of the first are said around it.
//! What is not obvious: a question word behind words such as "tell me" asks wherever these stand,
//! since no text is asked what it should tell to somebody else.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::frames::{is_listed, is_person};
use super::pattern::{Pattern, table_lines};

/// Patterns, each behind the name of its list.
const OPENINGS: &str = include_str!("openings.txt");
/// Words of the longest closing.
const LONGEST_CLOSING: usize = 8;

/// How many of the first words are a greeting.
pub fn count_greeting(words: &[String]) -> Option<usize> {
    longest_match("greeting", words)
}

/// How many of the first words are said before a question.
pub fn count_opening(words: &[String]) -> Option<usize> {
    longest_match("opening", words)
}

/// How many of the last words are said behind one.
pub fn count_closing(words: &[String]) -> Option<usize> {
    let first = words.len().saturating_sub(LONGEST_CLOSING);
    (first..words.len()).find_map(|start| {
        let rest = &words[start..];
        let mut closings = patterns_for("closing", rest);
        let is_one = closings.any(|pattern| pattern.ends(rest).contains(&rest.len()));
        is_one.then_some(rest.len())
    })
}

fn longest_match(list: &str, words: &[String]) -> Option<usize> {
    let all = patterns_for(list, words);
    all.flat_map(|pattern| pattern.ends(words)).max()
}

/// The patterns of a list that can begin as some words do: of hundreds, a few.
fn patterns_for(list: &str, words: &[String]) -> impl Iterator<Item = &'static Pattern> {
    type ByFirstWord = HashMap<String, Vec<&'static Pattern>>;
    static PATTERNS: LazyLock<Vec<(&str, Pattern)>> = LazyLock::new(|| {
        let lines = table_lines(OPENINGS).filter_map(|line| line.split_once(' '));
        lines.map(|(list, one)| (list, Pattern::of(one))).collect()
    });
    static LISTS: LazyLock<HashMap<&str, ByFirstWord>> = LazyLock::new(|| {
        let mut lists: HashMap<&str, ByFirstWord> = HashMap::new();
        for (list, pattern) in PATTERNS.iter() {
            let own = lists.entry(list).or_default();
            for word in pattern.first_words() {
                own.entry(word.to_owned()).or_default().push(pattern);
            }
        }
        lists
    });

    let own = words.first().and_then(|first| LISTS.get(list)?.get(first));
    own.into_iter().flatten().copied()
}

/// Where the question begins that somebody wants to be told: `I asked my aunt to tell me who rang`.
pub fn find_told_question(words: &[String]) -> Option<usize> {
    let at = words.iter().position(|word| is_listed("asking", word))?;
    let filled = words[..at].iter().rev();
    let fillers = filled.take_while(|word| is_listed("filler", word)).count();
    let (last, before) = words[..at - fillers].split_last()?;

    let is_told = is_listed("tells", last) && has_listed("told", &words[at - fillers..at]);
    let found_out = last == "out" && before.last().is_some_and(|word| is_listed("finds", word));
    let before = &before[..before.len() - usize::from(found_out)];
    let learns = found_out || is_listed("learns", last);
    let is_asker = |word: &String| is_listed("asker", word);
    let is_learnt = learns && before.last().is_some_and(is_asker) && are_of_asker(before);

    (is_told || is_learnt).then_some(at)
}

/// Whether some words are of who asks, or whom they ask: somebody in a text may learn something,
/// too.
fn are_of_asker(words: &[String]) -> bool {
    let is_small = |word: &String| {
        ["frame", "core", "wish", "asker"]
            .iter()
            .any(|list| is_listed(list, word))
    };
    words.iter().all(is_small)
        || has_listed("persons", words)
        || words.iter().any(|word| is_person(word))
}

fn has_listed(list: &'static str, words: &[String]) -> bool {
    words.iter().any(|word| is_listed(list, word))
}
