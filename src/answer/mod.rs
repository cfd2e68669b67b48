//! Ranked passages -> an answer: a quote, or an honest no with the closest passages.
//!
//! Where no error is named, functions fail only when the index cannot be read.

mod choose;
mod consider;
mod considered;
mod entry;
mod heading;
mod headings;
mod label;
mod lookup;
mod named;
mod row;
mod sift;
mod spelled_out;
mod told;
mod topic;

use std::ops::Range;

use anyhow::Result;

use crate::analyze::{fold, split_words};
use crate::confidence::Thresholds;
use crate::document::Span;
use crate::ids::{DocumentId, Ids};
use crate::index::{Library, PassageInfo, Scope};
use crate::language::Language;
use crate::query::{About, Correction, Tongue, respell_umlauts, strip_to_question};
use crate::quote::reading::find_answer;
use crate::quote::{self, Window};
use crate::rank::asked::Asked;
use crate::rank::model::Model;
use crate::rank::reading::{self, Read};
use crate::rank::statistics::SearchSpace;
use crate::rank::{self, Ranked};
use crate::reader::{Effort, Verdict};
use crate::sentence::Cut;
pub use consider::consider_texts;
pub use considered::Considered;

/// What is asked.
#[derive(Clone)]
pub struct Question<'a> {
    /// In the reader's words.
    pub text: &'a str,
    /// The texts to look in.
    pub scope: Scope,
    /// How many passages to return.
    pub limit: usize,
    /// How hard to look.
    pub effort: Effort<'a>,
}

/// The outcome of a question.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The question as it was asked.
    pub question: String,
    /// Words that were taken for typing errors.
    pub corrections: Vec<Correction>,
    /// How sure we are that the quote answers, 0 to 1.
    pub confidence: f32,
    /// Below which confidence the text is said not to answer, and from which on nothing else is
    /// said.
    pub thresholds: Thresholds,
    /// The answer; `None` when the text does not answer.
    pub quote: Option<Quote>,
    /// What the reader made of the best quote alone, without what stands beside it.
    pub alone: Option<Verdict>,
    /// The passages that fit best, best first; the quote lies in one of them.
    pub passages: Vec<Found>,
    /// Weight of each term that was looked for, heaviest first.
    pub terms: Vec<(String, f32)>,
    /// What is asked about the texts themselves, if it is that; then nothing is quoted.
    pub about: Option<About>,
    /// The documents that were asked.
    pub documents: Range<DocumentId>,
    /// The languages of those, if the question is in none of them.
    pub foreign_to: Vec<Language>,
    /// How many texts were not asked, or only as they were before, as they are still to be read.
    pub late: usize,
}

/// One to three sentences that answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Which of the answer's passages it lies in.
    pub passage: usize,
    /// Its bytes.
    pub span: Span,
    /// Matching words, in bytes of the document, inside the span.
    pub highlights: Vec<Range<usize>>,
    /// The words that the reader takes for the answer, in bytes of the document, inside the span;
    /// `None` where nobody reads, or all of the quote is the answer.
    pub answer: Option<Range<usize>>,
    /// Edges that are not edges of a sentence.
    pub cut: Cut,
}

/// A passage that fits the question.
#[derive(Debug, Clone)]
pub struct Found {
    /// Where it stands.
    pub passage: PassageInfo,
    /// Higher is better; comparable within one answer only.
    pub score: f32,
    /// Matching words, in bytes of the document.
    pub highlights: Vec<Range<usize>>,
    /// What was measured, in the order of [`rank::features::column_names`].
    pub row: Vec<f32>,
    /// What weighed it.
    pub model: &'static Model,
    /// What the reader made of it, if it was read.
    pub read: Option<Read>,
}

impl Found {
    /// Name of each measurement and what it adds to the score, largest first; those that add
    /// nothing are left out. Of a passage that was read, its words are one measurement among those
    /// of the reader.
    pub fn shares(&self) -> Vec<(&'static str, f32)> {
        let (names, model, row) = if let Some(read) = &self.read {
            (
                reading::column_names().to_vec(),
                reading::shipped_model(),
                &read.row,
            )
        } else {
            let names = rank::features::column_names().to_vec();
            (names, self.model, &self.row)
        };

        let mut shares: Vec<(&'static str, f32)> =
            names.into_iter().zip(model.shares(row)).collect();
        shares.retain(|(_, share)| share.abs() >= 0.005);
        shares.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        shares
    }
}

impl Answer {
    /// No quote, as something about the texts is asked.
    fn about(question: &str, about: About, documents: Range<DocumentId>, late: usize) -> Answer {
        Answer {
            question: question.to_owned(),
            corrections: Vec::new(),
            confidence: 0.0,
            thresholds: Thresholds::UNREAD,
            quote: None,
            alone: None,
            passages: Vec::new(),
            terms: Vec::new(),
            about: Some(about),
            documents,
            foreign_to: Vec::new(),
            late,
        }
    }

    /// Whether the text answers the question.
    pub fn is_answered(&self) -> bool {
        self.quote.is_some()
    }

    /// Whether it does so only perhaps.
    pub fn is_perhaps(&self) -> bool {
        self.is_answered() && self.confidence < self.thresholds.sure
    }
}

/// Answers a question from the library.
///
/// # Errors
/// When the index cannot be read, or the reader fails.
pub fn answer_question(library: &Library, question: &Question) -> Result<Answer> {
    let documents = library.documents_in(question.scope)?;
    let late = library.count_late(question.scope);
    // Who writes in a story is not who wrote it, so what is asked about a text is not looked for in
    // it.
    if let Some(about) = parse_about(library, question.text, documents.clone()) {
        return Ok(Answer::about(question.text, about, documents, late));
    }

    let space = SearchSpace::new(library, library.passages_in(question.scope)?)?;
    let Considered {
        query,
        asked,
        mut ranked,
        choice,
        alone,
        confidence,
        thresholds,
    } = consider_texts(library, question.text, &space, question.effort)?;

    let sure = choice.filter(|_| confidence >= thresholds.answers);
    let quote = sure.map(|window| {
        let passage = &ranked[window.passage];
        let answer = alone.as_ref().and_then(|_| find_answer(&window, passage));
        make_quote(&window, passage, &asked, answer)
    });

    // The passage that is quoted is among those that are given.
    let fewest = quote.as_ref().map_or(1, |quote| quote.passage + 1);
    ranked.truncate(question.limit.max(fewest));

    let passages = ranked.into_iter().map(|one| into_found(one, &asked));
    Ok(Answer {
        question: query.text,
        corrections: query.corrections,
        confidence,
        thresholds,
        quote,
        alone,
        passages: passages.collect(),
        terms: list_terms(&asked),
        about: None,
        documents,
        foreign_to: languages_if_foreign(library, question.text, &space),
        late,
    })
}

fn make_quote(
    window: &Window,
    passage: &Ranked,
    asked: &Asked,
    answer: Option<Range<usize>>,
) -> Quote {
    let span = quote::window_span(passage, &window.sentences);
    Quote {
        passage: window.passage,
        span,
        highlights: collect_highlights(passage, asked, span.range()),
        answer,
        cut: quote::window_cut(passage, &window.sentences),
    }
}

/// What was looked for, the heaviest first.
fn list_terms(asked: &Asked) -> Vec<(String, f32)> {
    let weighted = asked
        .content()
        .map(|(_, term)| (term.text.clone(), term.weight()));
    let mut terms: Vec<(String, f32)> = weighted.collect();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    terms
}

/// Whether a question asks something about the texts of a scope themselves.
///
/// # Errors
/// When the scope is not of this library.
pub fn asks_about_texts(library: &Library, question: &str, scope: Scope) -> Result<bool> {
    let documents = library.documents_in(scope)?;
    Ok(parse_about(library, question, documents).is_some())
}

/// What a question asks about the texts of a library, perhaps without what is said around it; a
/// title in it stands for its text.
fn parse_about(library: &Library, question: &str, documents: Range<DocumentId>) -> Option<About> {
    let parse = |question: &str| {
        let known = documents.clone().ids();
        let known = known.filter_map(|id| library.document(id).ok());
        let texts = known.map(|info| (info.title.as_str(), info.author.as_deref()));
        About::of(&respell_umlauts(library, question), texts)
    };
    let bare = || Some(strip_to_question(question)).filter(|bare| bare != question);
    let about = parse(question).or_else(|| parse(&bare()?))?;

    // Somebody whose name stands in the texts may have written one of them that does not say so as
    // we read it.
    let is_known = |name: &str| {
        split_words(name, Language::Other).all(|(_, word)| library.words().contains(&fold(word)))
    };
    match &about {
        About::ByNobody(name) if is_known(name) => None,
        _ => Some(about),
    }
}

/// The languages of the texts of a search space, if a question is in none of them.
fn languages_if_foreign(library: &Library, question: &str, space: &SearchSpace) -> Vec<Language> {
    let languages = library.languages(&space.passages);
    let is_foreign = Tongue::of(question).foreign_to(&languages).is_some();
    if is_foreign { languages } else { Vec::new() }
}

fn into_found(ranked: Ranked, asked: &Asked) -> Found {
    let highlights = collect_highlights(&ranked, asked, ranked.passage().span.range());
    Found {
        score: ranked.score,
        row: ranked.row,
        read: ranked.read,
        model: rank::shipped_model(),
        passage: ranked.candidate.passage,
        highlights,
    }
}

/// Matching words inside `range`.
fn collect_highlights(ranked: &Ranked, asked: &Asked, range: Range<usize>) -> Vec<Range<usize>> {
    let seen = &ranked.candidate;
    let hits = seen
        .hits(seen.all())
        .iter()
        .filter(|hit| !asked.terms[hit.term].stop);
    let inside = |r: &Range<usize>| range.start <= r.start && r.end <= range.end;
    hits.map(|hit| hit.range.clone()).filter(inside).collect()
}
