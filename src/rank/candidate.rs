//! A passage that is looked at closely: its words, each with its place, its sentence and whether the
//! question has it.

use std::ops::Range;

use anyhow::Result;

use crate::analyze::{Token, tokens};
use crate::index::{Library, PassageInfo};
use crate::language::vocabulary::Vocabulary;
use crate::rank::asked::Asked;
use crate::rank::features::marks::Marks;
use crate::sentence::Sentence;

/// A passage with its words.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Where it stands.
    pub passage: PassageInfo,
    /// Its sentences, in bytes of the document.
    pub sentences: Vec<Sentence>,
    /// Its words in order.
    pub words: Vec<Word>,
}

/// A word of a candidate.
#[derive(Debug, Clone)]
pub struct Word {
    /// Its term.
    pub term: String,
    /// Bytes of the document.
    pub range: Range<usize>,
    /// Index into the candidate's sentences.
    pub sentence: usize,
    /// Written with a capital.
    pub capital: bool,
    /// A sum of money: `$5`, `10 cents`.
    pub money: bool,
    /// It says how, not what; such a word stands for no other.
    pub stop: bool,
}

impl Candidate {
    /// Reads a passage.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn read(library: &Library, id: u32) -> Result<Candidate> {
        let passage = library.passage(id)?;
        let sentences = passage.sentences.clone().map(|row| library.sentence(row)).collect::<Result<Vec<_>>>()?;
        let text = library.text(passage.span)?;
        let language = library.document(passage.span.document)?.language;
        let start = passage.span.start;
        let mut sentence = 0;
        let (units, marks) = (Vocabulary::of(language).list("money unit"), Marks::of(language));
        let words = tokens(text, language)
            .map(|token| {
                let surface = &text[token.range.clone()];
                let capital = surface.starts_with(char::is_uppercase);
                let range = start + token.range.start..start + token.range.end;
                while sentence + 1 < sentences.len() && sentences[sentence].range.end <= range.start {
                    sentence += 1;
                }
                Word {
                    money: is_money(text, &token, units, marks),
                    term: token.term,
                    range,
                    sentence,
                    capital,
                    stop: token.stop,
                }
            })
            .collect();
        Ok(Candidate { passage, sentences, words })
    }
}

/// A candidate with what the question finds in it.
#[derive(Debug)]
pub struct Seen<'a> {
    /// The passage.
    pub candidate: &'a Candidate,
    /// For each word, the question's term it is.
    pub hits: Vec<Option<usize>>,
    /// For each sentence, how often it has each of the question's terms.
    pub counts: Vec<Vec<u32>>,
    /// For each sentence, its number of words.
    pub lengths: Vec<u32>,
    /// For each sentence, how far its words stand for each of the question's terms: 1 for the term itself.
    pub likeness: Vec<Vec<f32>>,
}

impl<'a> Seen<'a> {
    /// Looks for the question's terms in a candidate.
    pub fn new(candidate: &'a Candidate, asked: &Asked) -> Seen<'a> {
        let find = |word: &Word| asked.terms.iter().position(|t| t.text == word.term);
        let hits: Vec<Option<usize>> = candidate.words.iter().map(find).collect();
        let mut counts = vec![vec![0; asked.terms.len()]; candidate.sentences.len()];
        let mut lengths = vec![0; candidate.sentences.len()];
        for (word, hit) in candidate.words.iter().zip(&hits) {
            lengths[word.sentence] += 1;
            if let Some(term) = hit {
                counts[word.sentence][*term] += 1;
            }
        }
        let likeness = likeness(candidate, asked, &hits);
        Seen { candidate, hits, counts, lengths, likeness }
    }

    /// How often each term stands in a run of sentences, and the run's number of words.
    pub fn total(&self, sentences: Range<usize>) -> (Vec<u32>, u32) {
        let mut total = vec![0; self.counts.first().map_or(0, Vec::len)];
        for counts in &self.counts[sentences.clone()] {
            total.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
        (total, self.lengths[sentences].iter().sum())
    }

    /// Whether a term stands anywhere in the passage.
    pub fn has(&self, term: usize) -> bool {
        self.counts.iter().any(|counts| counts[term] > 0)
    }

    /// How far a run of sentences stands for a term.
    pub fn like(&self, sentences: Range<usize>, term: usize) -> f32 {
        self.likeness[sentences].iter().map(|sentence| sentence[term]).fold(0.0, f32::max)
    }

    /// The words of a run of sentences, each with its position in its sentence and its hit.
    pub fn words(&self, sentences: Range<usize>) -> impl Iterator<Item = (usize, &Word, Option<usize>)> {
        let mut last = (usize::MAX, 0);
        let words =
            self.candidate.words.iter().zip(&self.hits).filter(move |(word, _)| sentences.contains(&word.sentence));
        words.map(move |(word, hit)| {
            last = if last.0 == word.sentence { (last.0, last.1 + 1) } else { (word.sentence, 0) };
            (last.1, word, *hit)
        })
    }
}

/// Whether a number is a sum of money, from the sign before it or the words behind it.
fn is_money(text: &str, token: &Token, units: &[&str], marks: &Marks) -> bool {
    if !token.term.starts_with(|c: char| c.is_ascii_digit()) {
        return marks.money.contains(&token.term);
    }
    let before = text[..token.range.start].trim_end().chars().next_back();
    let after: String = text[token.range.end..].chars().take(24).collect::<String>().to_lowercase();
    before.is_some_and(|c| "$£€¥".contains(c))
        || units.iter().any(|unit| after.contains(unit))
        || after.trim_start().starts_with(['€', '£'])
}

/// Soft matches: each content term of the question against the words of each sentence. A name stands
/// only for itself.
fn likeness(candidate: &Candidate, asked: &Asked, hits: &[Option<usize>]) -> Vec<Vec<f32>> {
    let mut likeness = vec![vec![0.0_f32; asked.terms.len()]; candidate.sentences.len()];
    let mut opens = usize::MAX;
    for (word, hit) in candidate.words.iter().zip(hits) {
        let first = std::mem::replace(&mut opens, word.sentence) != word.sentence;
        let row = &mut likeness[word.sentence];
        if let Some(term) = hit {
            row[*term] = 1.0;
        } else if !word.stop
            && (first || !word.capital)
            && let Some(meaning) = asked.meaning(&word.term)
        {
            row.iter_mut().zip(meaning.iter()).for_each(|(slot, like)| *slot = slot.max(*like));
        }
    }
    likeness
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn sums_of_money_are_told_from_other_numbers() {
        let english = Language::English;
        let (units, marks) = (Vocabulary::of(english).list("money unit"), Marks::of(english));
        let money = |text: &str| {
            let sums = tokens(text, english).filter(|token| is_money(text, token, units, marks));
            sums.map(|token| text[token.range].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(money("It cost $0.15 in 2006."), ["0.15"]);
        assert_eq!(money("a fee of 12 euros"), ["12", "euros"]);
        assert_eq!(money("57 people in 2003"), Vec::<String>::new());
    }
}
