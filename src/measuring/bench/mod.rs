//! How fast it is: generated libraries of any size, asked beside what bare Tantivy takes.
//!
//! In: a library whose prose is imitated. Out: a row of figures a size. Ratios are taken side by
//! side, turn by turn in one run, because machines are noisy.

pub mod bare;
pub mod change;
pub mod process;
pub mod prose;

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::analyze::tokens;
use crate::engine::{Ask, Engine};
use crate::ids::PassageId;
use crate::index::Library;
use crate::language::Language;
use crate::query::Query;
use crate::random::Random;

/// Passages that bare Tantivy is asked for.
const BARE_LIMIT: usize = 10;
/// Quotes that an answer may bring.
const ANSWER_LIMIT: usize = 5;

/// Questions for a library: a question word and a run of words from one of its sentences.
///
/// # Errors
/// When the index cannot be read.
pub fn generate_questions(library: &Library, count: usize, seed: u64) -> Result<Vec<String>> {
    const OPENINGS: &[&str] = &[
        "Who",
        "What",
        "When",
        "Where did",
        "Why did",
        "How",
        "How many",
    ];

    let mut random = Random::new(seed);
    let mut questions = Vec::with_capacity(count);
    while questions.len() < count {
        let some = random.below(library.passage_count() as usize);
        let passage = library.passage(PassageId(some as u32))?;
        let text = library.text(passage.span)?;
        let words: Vec<&str> = tokens(text, Language::English)
            .map(|token| &text[token.range])
            .collect();

        let length = random.within(5..10).min(words.len());
        let start = random.within(0..words.len() - length + 1);
        let opening = OPENINGS[random.below(OPENINGS.len())];
        let run = words[start..start + length].join(" ");
        questions.push(format!("{opening} {run}?"));
    }

    Ok(questions)
}

/// How long each question took, in the order of the questions.
pub struct Times {
    /// From the question to the quote.
    pub answer: Vec<Duration>,
    /// A bare Tantivy query for the best ten passages with the same terms in the same index.
    pub bare: Vec<Duration>,
}

/// Asks each question in turn both ways, on this thread; of each the fastest of `rounds` counts,
/// after a round that counts for nothing.
///
/// # Errors
/// When a question cannot be asked.
pub fn time_questions(engine: &Engine, questions: &[String], rounds: usize) -> Result<Times> {
    let library = engine.library();
    let mut times = Times {
        answer: Vec::new(),
        bare: Vec::new(),
    };
    let all = library.passages();

    for question in questions {
        let query = Query::new(&library, question, &all, Language::English)?;
        let mut terms: Vec<String> = query
            .words
            .into_iter()
            .filter(|w| !w.stop)
            .map(|w| w.term)
            .collect();
        terms.sort_unstable();
        terms.dedup();

        let bare = || {
            library
                .postings(Language::English)
                .plain(&terms, BARE_LIMIT)
                .map(drop)
        };
        let answer = || {
            engine
                .ask(Ask {
                    question,
                    document: None,
                    limit: ANSWER_LIMIT,
                })
                .map(drop)
        };

        bare()?;
        answer()?;

        // In turn, so that a slow moment of the machine hits both.
        let mut fastest_bare = Duration::MAX;
        let mut fastest = Duration::MAX;
        for _ in 0..rounds {
            fastest_bare = fastest_bare.min(time_work(bare)?);
            fastest = fastest.min(time_work(answer)?);
        }

        times.bare.push(fastest_bare);
        times.answer.push(fastest);
    }
    Ok(times)
}

/// Does some work and tells how long it took.
///
/// # Errors
/// What it returns.
pub fn time_work(work: impl FnOnce() -> Result<()>) -> Result<Duration> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed())
}

/// The value that this share of all values does not exceed.
///
/// # Errors
/// When there are no values.
pub fn percentile(times: &[Duration], share: f64) -> Result<Duration> {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let at = ((share * sorted.len() as f64).ceil() as usize).saturating_sub(1);
    sorted.get(at).copied().context("nothing was measured")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_one_of_the_values() {
        let times: Vec<Duration> = (1..=100).map(Duration::from_millis).collect();
        for (share, expected) in [(0.5, 50), (0.99, 99), (1.0, 100), (0.0, 1)] {
            assert_eq!(
                percentile(&times, share).unwrap(),
                Duration::from_millis(expected)
            );
        }
        assert!(percentile(&[], 0.5).is_err());
    }
}
