//! "What does EC2 stand for?" -> the abbreviation, and whether a sentence spells it out.
//!
//! The words of such a question tell nothing of where the answer stands, while the letters do: in
//! "EC2, the Elastic Compute Cloud" three words begin with what EC2 says, once a digit is taken for
//! a letter that is repeated.

use unicode_segmentation::UnicodeSegmentation;

use super::{Query, QueryWord};

/// What such questions are made of, beside the abbreviation.
const FRAME: &str = "what whats what's which do does did is are was the a an of for by in stand stands stood short \
    mean means meant letters initials abbreviation acronym full form name spelled";
/// Pairs of words of which such a question has one, or single words that say it all.
const PAIRS: [[&str; 2]; 5] = [
    ["stand", "for"],
    ["stands", "for"],
    ["short", "for"],
    ["full", "form"],
    ["letters", "mean"],
];
const ALONE: [&str; 3] = ["abbreviation", "acronym", "initials"];
/// Words between those that an abbreviation is made of.
const BETWEEN: [&str; 10] = [
    "of", "the", "and", "for", "in", "on", "to", "a", "de", "und",
];
/// Letters of an abbreviation.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;

/// An abbreviation that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abbreviation {
    /// Which word of the question it is.
    pub word: usize,
    /// Only its words answer; "what is EC2?" may be answered otherwise, and better.
    pub is_all: bool,
}

impl Query {
    /// Whether a text spells out the abbreviation asked for, if one is.
    pub fn is_spelled_out(&self, text: &str) -> bool {
        let short = self.abbreviation.map(|it| &self.words[it.word].folded);
        short.is_some_and(|short| is_spelled_out(text, short))
    }
}

/// The abbreviation that a question wants spelled out, or would be content with.
pub fn find_abbreviation(words: &[QueryWord]) -> Option<Abbreviation> {
    let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    let is_framed = |at: &usize| FRAME.split_whitespace().any(|word| word == folded[*at]);
    let mut others = (0..words.len()).filter(|at| !is_framed(at));
    let (word, None) = (others.next()?, others.next()) else {
        return None;
    };
    // "What is it?" asks about no abbreviation.
    if words[word].stop {
        return None;
    }

    let has_pair = folded
        .windows(2)
        .any(|pair| PAIRS.iter().any(|known| known == pair));
    let is_all = has_pair || folded.iter().any(|word| ALONE.contains(word));
    let is_asked = is_all || folded[0].starts_with("what");
    let fits = LETTERS.contains(&folded[word].chars().count());
    (is_asked && fits).then_some(Abbreviation { word, is_all })
}

/// Whether a sentence has the abbreviation and words that spell it out.
fn is_spelled_out(sentence: &str, abbreviation: &str) -> bool {
    let letters = expand_letters(abbreviation);
    let words: Vec<&str> = sentence.unicode_words().collect();
    let is_it = |word: &&str| word.to_lowercase() == abbreviation.to_lowercase();
    let Some(at) = words.iter().position(is_it) else {
        return false;
    };

    (0..words.len()).any(|start| {
        let Some(end) = count_spelling_words(&words[start..], &letters).map(|count| start + count)
        else {
            return false;
        };
        // Lower-case words spell something by chance, unless they stand beside it: "a graphical
        // interface (GI)".
        let is_name = words[start..end]
            .iter()
            .filter(|word| !BETWEEN.contains(word))
            .all(|word| word.starts_with(char::is_uppercase));
        !(start..end).contains(&at) && (is_name || end == at || start == at + 1)
    })
}

/// The letters that words must begin with, a digit being the letter before it so many times: EC2 is
/// ECC, S3 is SSS.
fn expand_letters(abbreviation: &str) -> Vec<char> {
    let mut letters: Vec<char> = Vec::new();
    for c in abbreviation.to_lowercase().chars() {
        match (c.to_digit(10), letters.last().copied()) {
            (Some(times @ 2..=4), Some(letter)) => {
                letters.extend((1..times).map(|_| letter));
            }
            _ => letters.push(c),
        }
    }

    letters
}

/// How many of the words spell the letters, one each from the first word on; words between them are
/// passed over where they do not begin with the letter that is next.
fn count_spelling_words(words: &[&str], letters: &[char]) -> Option<usize> {
    let mut letters = letters.iter().peekable();
    for (count, word) in words.iter().enumerate() {
        let Some(letter) = letters.peek() else {
            return Some(count);
        };

        if word.to_lowercase().starts_with(**letter) {
            letters.next();
        } else if count == 0 || !BETWEEN.contains(word) {
            return None;
        }
    }

    letters.peek().is_none().then_some(words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> QueryWord {
        QueryWord {
            term: text.to_owned(),
            folded: text.to_owned(),
            stop: matches!(text, "it" | "he"),
            name: false,
        }
    }

    #[test]
    fn questions_for_an_abbreviation_name_it_alone() {
        for (question, expected) in [
            ("what does ec2 stand for", Some(("ec2", true))),
            ("what is aws short for", Some(("aws", true))),
            ("aws stands for what", Some(("aws", true))),
            ("what is the full form of sqs", Some(("sqs", true))),
            ("what does the abbreviation vat mean", Some(("vat", true))),
            ("what did the crowd stand for", Some(("crowd", true))),
            ("what is s3", Some(("s3", false))),
            ("who did anna stand for", None),
            ("who is bo", None),
            ("what is it", None),
            ("what did he do", None),
            ("what does representative stand for", None),
            ("what is the", None),
            ("", None),
        ] {
            let words: Vec<QueryWord> = question.split_whitespace().map(word).collect();
            let found =
                find_abbreviation(&words).map(|it| (words[it.word].term.as_str(), it.is_all));
            assert_eq!(found, expected, "{question}");
        }
    }

    #[test]
    fn letters_are_found_at_the_beginnings_of_words() {
        for (sentence, abbreviation) in [
            ("EC2, the Elastic Compute Cloud, opened.", "ec2"),
            ("He proposed S3, the Simple Storage Service.", "s3"),
            ("The birth of Amazon Web Services, or AWS.", "aws"),
            ("The Ministry of Public Works (MPW) paid.", "mpw"),
            ("The Bank of the North, BN, failed.", "bn"),
            ("The House of Orange, HOO, paid.", "hoo"),
            ("Every graphical interface (GI) was drawn.", "gi"),
        ] {
            assert!(is_spelled_out(sentence, abbreviation), "{sentence}");
        }
        for (sentence, abbreviation) in [
            ("AWS was still small in 2006.", "aws"),
            ("AWS grew, and whoever saw it was surprised.", "aws"),
            ("Amazon Web Services grew.", "aws"),
            ("", "aws"),
        ] {
            assert!(!is_spelled_out(sentence, abbreviation), "{sentence}");
        }
    }
}
