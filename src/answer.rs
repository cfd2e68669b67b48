//! Ranked passages -> an answer: a quote, or an honest no with the closest passages.

use std::cmp::Reverse;
use std::ops::Range;

use anyhow::{Context, Result};

use crate::confidence::{self, Thresholds};
use crate::document::Span;
use crate::index::{Library, PassageInfo, Scope};
use crate::language::Language;
use crate::query::{About, Correction, Query, Tongue, as_written};
use crate::quote::{self, Window};
use crate::rank::asked::Asked;
use crate::rank::model::Model;
use crate::rank::reading::{self, Read};
use crate::rank::statistics::Collection;
use crate::rank::{self, Ranked};
use crate::reader::Effort;
use crate::sentence::Cut;

/// How sure we are of a quote that has all of what is only looked for, or spells out what was to be spelled out.
const FOUND: f32 = 0.7;
/// Bytes from the beginning of a day to that of its month: "14th of March", "September the 9th".
const BESIDE: usize = 14;
/// How sure at most of one that lacks some of it.
const NOT_FOUND: f32 = 0.2;

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
    /// Below which confidence the text is said not to answer, and from which on nothing else is said.
    pub thresholds: Thresholds,
    /// The answer; `None` when the text does not answer.
    pub quote: Option<Quote>,
    /// The passages that fit best, best first; the quote lies in one of them.
    pub passages: Vec<Found>,
    /// Weight of each term that was looked for, heaviest first.
    pub terms: Vec<(String, f32)>,
    /// What is asked about the texts themselves, if it is that; then nothing is quoted.
    pub about: Option<About>,
    /// The documents that were asked.
    pub documents: Range<u32>,
    /// The languages of those, if the question is in none of them.
    pub foreign_to: Vec<Language>,
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
    /// What was measured, in the order of [`rank::features::names`].
    pub row: Vec<f32>,
    /// What weighed it.
    pub model: &'static Model,
    /// What the reader made of it, if it was read.
    pub read: Option<Read>,
}

impl Found {
    /// Name of each measurement and what it adds to the score, largest first; those that add nothing are left out.
    /// Of a passage that was read, its words are one measurement among those of the reader.
    pub fn shares(&self) -> Vec<(&'static str, f32)> {
        let (names, model, row) = match &self.read {
            Some(read) => (reading::names().to_vec(), reading::shipped(), &read.row),
            None => {
                let names = rank::features::names().iter().map(String::as_str);
                (names.collect(), self.model, &self.row)
            }
        };

        let named = names.into_iter().zip(model.shares(row));
        let mut shares: Vec<(&'static str, f32)> =
            named.filter(|(_, share)| share.abs() >= 0.005).collect();
        shares.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        shares
    }
}

impl Answer {
    /// No quote, as something about the texts is asked.
    fn about(question: &str, about: About, documents: Range<u32>) -> Answer {
        Answer {
            question: question.to_owned(),
            corrections: Vec::new(),
            confidence: 0.0,
            thresholds: Thresholds::UNREAD,
            quote: None,
            passages: Vec::new(),
            terms: Vec::new(),
            about: Some(about),
            documents,
            foreign_to: Vec::new(),
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
/// When the index cannot be read.
pub fn answer(library: &Library, question: &Question) -> Result<Answer> {
    let documents = library.documents_in(question.scope)?;
    // Who writes in a story is not who wrote it, so what is asked about a text is not looked for in it.
    if let Some(about) = about(library, question.text, documents.clone()) {
        return Ok(Answer::about(question.text, about, documents));
    }

    let collection = Collection::new(library, library.passages_in(question.scope)?)?;
    let model = rank::shipped(&collection);
    let Considered {
        query,
        asked,
        mut ranked,
        choice,
        confidence,
        thresholds,
    } = consider(library, question.text, &collection, question.effort)?;
    let quote = choice
        .filter(|_| confidence >= thresholds.answers)
        .map(|window| Quote {
            passage: window.passage,
            span: quote::span(&ranked[window.passage], &window.sentences),
            highlights: Vec::new(),
            cut: quote::cut(&ranked[window.passage], &window.sentences),
        });
    ranked.truncate(
        question
            .limit
            .max(quote.as_ref().map_or(1, |q| q.passage + 1)),
    );
    let quote = quote.map(|q| Quote {
        highlights: highlights(&ranked[q.passage], &asked, q.span.range()),
        ..q
    });
    let mut terms: Vec<(String, f32)> = asked
        .content()
        .map(|(_, t)| (t.text.clone(), t.weight()))
        .collect();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(Answer {
        question: query.text,
        corrections: query.corrections,
        confidence,
        thresholds,
        quote,
        passages: ranked
            .into_iter()
            .map(|r| found(r, &asked, model))
            .collect(),
        terms,
        about: None,
        documents,
        foreign_to: foreign_to(library, question.text, &collection),
    })
}

/// What a question asks about the texts of a library; a title in it stands for its text.
fn about(library: &Library, question: &str, documents: Range<u32>) -> Option<About> {
    let titles = documents.filter_map(|id| library.document(id).ok());
    About::of(question, titles.map(|info| info.title.as_str()))
}

/// The languages of the texts of a collection, if a question is in none of them.
fn foreign_to(library: &Library, question: &str, collection: &Collection) -> Vec<Language> {
    let languages = library.languages(&collection.passages);
    let is_foreign = Tongue::of(question).foreign_to(&languages).is_some();
    if is_foreign { languages } else { Vec::new() }
}

/// Everything that is known about a question before it is decided whether it is answered.
#[derive(Debug)]
pub struct Considered {
    /// The question, analysed as the texts that answer it best.
    pub query: Query,
    /// The question in front of its collection.
    pub asked: Asked,
    /// The passages, best first.
    pub ranked: Vec<Ranked>,
    /// The best quote, if any passage was found.
    pub choice: Option<Window>,
    /// How sure we are that it answers, 0 to 1.
    pub confidence: f32,
    /// What that is held against.
    pub thresholds: Thresholds,
}

impl Considered {
    /// How sure it is beside what it is held against, which texts in two languages may not have in common.
    fn surety(&self) -> f32 {
        self.confidence / self.thresholds.answers
    }
}

/// Passages that are looked at in all other languages together, so that a library in many costs little more.
const MOST_ELSEWHERE: usize = 48;

/// Asks the texts of a collection, those in each language by themselves, and keeps what answers best.
///
/// # Errors
/// When the index cannot be read, or the reader fails.
pub fn consider(
    library: &Library,
    question: &str,
    collection: &Collection,
    effort: Effort,
) -> Result<Considered> {
    let mut languages = library.languages(&collection.passages);
    if let [only] = languages.as_slice() {
        return consider_in(library, question, collection, *only, effort);
    }

    // What goes best with the question is asked first, and thoroughly; the others only for what it names.
    let tongue = Tongue::of(question);
    languages.sort_by_cached_key(|language| Reverse(tongue.familiar(*language)));
    let (first, others) = languages
        .split_first()
        .context("a question was asked of no text")?;
    let fewer = collection.looking_at(MOST_ELSEWHERE / others.len().max(1));

    let mut best = consider_in(library, question, collection, *first, effort)?;
    for language in others {
        let query = Query::as_typed(library, question, &collection.passages, *language)?;
        let is_settled = query.foreign.is_some() && best.confidence >= best.thresholds.sure;
        if is_settled || !query.names_something(library) {
            continue;
        }
        let next = consider_query(library, query, &fewer, *language, effort)?;
        if next.surety() > best.surety() {
            best = next;
        }
    }
    Ok(best)
}

/// Ranks, chooses the quote and weighs the confidence among the texts in one language.
fn consider_in(
    library: &Library,
    question: &str,
    collection: &Collection,
    language: Language,
    effort: Effort,
) -> Result<Considered> {
    let query = Query::new(library, question, &collection.passages, language)?;
    consider_query(library, query, collection, language, effort)
}

fn consider_query(
    library: &Library,
    query: Query,
    collection: &Collection,
    language: Language,
    effort: Effort,
) -> Result<Considered> {
    let (asked, mut ranked) =
        rank::measure(library, &query, collection)?.rank(rank::shipped(collection));

    // What only names what it looks for asks nothing that the reader could judge. Nor does it know what a question in
    // another language asks.
    let is_read = !query.is_lookup() && query.foreign.is_none();
    let reader = effort.reader_of(language).filter(|_| is_read);
    if let Some(reader) = reader {
        let best = ranked.iter().take(effort.passages);
        let texts = best.filter_map(|one| library.text(one.passage().span).ok());
        let asked = as_written(&query.asked, language, texts);
        reading::read(reader, library, &asked, &mut ranked, effort.passages)?;
        reading::rerank(&mut ranked, reading::shipped());
    }

    let text = |span| library.text(span).unwrap_or_default();
    let windows = quote::windows(&asked, &ranked, &text);
    let choice = match reader {
        Some(_) => {
            let rows = quote::reading::measure(&windows, &ranked);
            quote::best(&rows, quote::reading::shipped())
        }
        None => quote::choose(&windows, quote::shipped()),
    };
    let choice = choice.map(|at| &windows[at]);
    let confidence = choice.map_or(0.0, |window| {
        let of_answer = confidence::of(&asked, &ranked, window, collection);
        match query.is_lookup() && query.phrases.is_empty() {
            true if holds_all(&query, &asked, &ranked[window.passage], window) => {
                of_answer.max(FOUND)
            }
            true => of_answer.min(NOT_FOUND),
            false => of_answer,
        }
    });

    let choice = choice.map(|window| match reader {
        Some(_) => quote::reading::with_name(window, &ranked),
        None => window.clone(),
    });
    let mut considered = Considered {
        query,
        asked,
        ranked,
        choice,
        confidence,
        thresholds: match reader {
            Some(_) => Thresholds::READ,
            None => Thresholds::UNREAD,
        },
    };
    spell_out(&mut considered, &text);
    Ok(considered)
}

/// Chooses the sentence that spells out the abbreviation asked about, if nothing else can answer or does.
fn spell_out<'a>(considered: &mut Considered, text: &dyn Fn(Span) -> &'a str) {
    let is_answered = considered.confidence >= considered.thresholds.answers;
    let short = considered.query.abbreviation;
    if !short.is_some_and(|short| short.is_all || !is_answered) {
        return;
    }

    let spells = |span| considered.query.is_spelled_out(text(span));
    let mut passages = considered.ranked.iter();
    let Some(at) = passages.position(|one| spells(one.passage().span)) else {
        return;
    };

    let passage = std::slice::from_ref(&considered.ranked[at]);
    let windows = quote::windows(&considered.asked, passage, text);
    let spelled = windows
        .into_iter()
        .filter(|window| spells(quote::span(&passage[0], &window.sentences)))
        .min_by_key(|window| window.words);
    if let Some(window) = spelled {
        considered.choice = Some(window);
        considered.confidence = considered.confidence.max(FOUND);
        considered.ranked[at].score = considered.ranked[0].score;
        considered.ranked[..=at].rotate_right(1);
    }
}

/// Whether a quote has every word that is looked for, and of a date the day beside the month.
fn holds_all(query: &Query, asked: &Asked, ranked: &Ranked, window: &Window) -> bool {
    let seen = &ranked.candidate;
    let there = |term: usize| seen.count(window.sentences.clone(), term) > 0;
    let places = |word: usize| {
        let hits = seen.hits(window.sentences.clone()).iter();
        hits.filter(move |hit| hit.term == asked.sequence[word])
            .map(|hit| hit.range.start)
    };
    let beside = |(day, month)| {
        places(day).any(|day| places(month).any(|month| month.abs_diff(day) <= BESIDE))
    };
    asked.content().all(|(term, _)| there(term)) && query.day_and_month().is_none_or(beside)
}

fn found(ranked: Ranked, asked: &Asked, model: &'static Model) -> Found {
    let highlights = highlights(&ranked, asked, ranked.passage().span.range());
    Found {
        score: ranked.score,
        row: ranked.row,
        read: ranked.read,
        model,
        passage: ranked.candidate.passage,
        highlights,
    }
}

/// Matching words inside `range`.
fn highlights(ranked: &Ranked, asked: &Asked, range: Range<usize>) -> Vec<Range<usize>> {
    let seen = &ranked.candidate;
    let hits = seen
        .hits(seen.all())
        .iter()
        .filter(|hit| !asked.terms[hit.term].stop);
    let inside = |r: &Range<usize>| range.start <= r.start && r.end <= range.end;
    hits.map(|hit| hit.range.clone()).filter(inside).collect()
}
