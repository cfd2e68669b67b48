//! `/search`: where exactly these words stand, as written or, failing that, all of them in a passage.
//!
//! What was found by stems is never passed off as what was written: a hit of the phrase holds the same
//! words in the same order, apart from capitals, accents and punctuation.

use std::ops::Range;

use anyhow::Result;
use unicode_segmentation::UnicodeSegmentation;

use crate::analyze::{fold, is_stop_word, term, tokens};
use crate::discord::shelf;
use crate::discord::show::{Notes, Setting, last_button, show};
use crate::discord::state::{Kind, State};
use crate::index::{Library, Scope};
use crate::render::discord::card::{Card, Tone};
use crate::render::discord::message::Message;
use crate::render::discord::passage::{Stretch, Turn};
use crate::render::discord::words;

/// Longest text to search for, in characters; all of it is shown, so that a button can search again.
pub const MAX_TEXT: u16 = 120;
/// Passages read at most to see whether a phrase really stands there, and most hits that are counted. To read
/// so many takes some ten milliseconds.
pub const MAX_READ: usize = 1_000;
/// More words than fit into [`MAX_TEXT`].
const MAX_WORDS: usize = 64;

/// How the words stand in the passages found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// One behind the other, as written.
    Phrase,
    /// All in the passage, in any order and form.
    Words,
}

/// What was found.
#[derive(Debug, Clone)]
pub struct Hits {
    manner: Manner,
    /// In reading order.
    passages: Vec<u32>,
    documents: usize,
    /// There may be more.
    capped: bool,
    folded: Vec<String>,
    terms: Vec<String>,
}

/// Finds the words of `text` in the texts of a scope.
///
/// # Errors
/// When the index cannot be read.
pub fn find(library: &Library, text: &str, scope: Scope) -> Result<Hits> {
    let all: Vec<_> = tokens(text).take(MAX_WORDS).collect();
    let folded: Vec<String> = all.iter().map(|t| fold(&text[t.range.clone()])).collect();
    let terms: Vec<String> = all.into_iter().map(|t| t.term).collect();
    let mut hits = Hits { manner: Manner::Phrase, passages: vec![], documents: 0, capped: false, folded, terms };
    let range = library.passages_in(scope)?;
    let mut likely = library.postings().holding(std::slice::from_ref(&hits.terms), range.clone())?;
    for id in likely.by_ref().take(MAX_READ) {
        if !hits.phrases(library, id)?.is_empty() {
            hits.passages.push(id);
        }
    }
    hits.capped = likely.next().is_some();
    if hits.passages.is_empty() {
        let single: Vec<Vec<String>> = hits.wanted().into_iter().map(|term| vec![term]).collect();
        let mut with_all = library.postings().holding(&single, range)?;
        (hits.manner, hits.passages) = (Manner::Words, with_all.by_ref().take(MAX_READ).collect());
        hits.capped = with_all.next().is_some();
    }
    let mut documents: Vec<u32> = Vec::new();
    for id in &hits.passages {
        documents.push(library.passage(*id)?.span.document);
    }
    documents.dedup();
    hits.documents = documents.len();
    Ok(hits)
}

impl Hits {
    /// The terms that must stand in a passage: all but those without meaning of their own.
    fn wanted(&self) -> Vec<String> {
        let meaning = |(folded, _): &(&String, &String)| !is_stop_word(folded);
        let some: Vec<String> =
            self.folded.iter().zip(&self.terms).filter(meaning).map(|(_, term)| term.clone()).collect();
        if some.is_empty() { self.terms.clone() } else { some }
    }

    /// Bytes of the document where the phrase stands in a passage.
    fn phrases(&self, library: &Library, id: u32) -> Result<Vec<Range<usize>>> {
        let span = library.passage(id)?.span;
        let text = library.text(span)?;
        // The words that the analyzer sees, without their stems: those would take most of the time.
        let words: Vec<(String, Range<usize>)> =
            text.unicode_word_indices().map(|(at, word)| (fold(word), at..at + word.len())).collect();
        let stands = |w: &&[(String, Range<usize>)]| w.iter().map(|(word, _)| word).eq(&self.folded);
        let bytes = |w: &[(String, Range<usize>)]| span.start + w[0].1.start..span.start + w[w.len() - 1].1.end;
        if self.folded.is_empty() {
            return Ok(Vec::new());
        }
        let mut found: Vec<Range<usize>> = words.windows(self.folded.len()).filter(stands).map(bytes).collect();
        found.dedup_by(|next, former| next.start < former.end); // "so so so" holds "so so" once
        Ok(found)
    }

    fn single_words(&self, library: &Library, id: u32) -> Result<Vec<Range<usize>>> {
        let span = library.passage(id)?.span;
        let text = library.text(span)?;
        let wanted = self.wanted();
        let places = tokens(text).filter(|t| wanted.contains(&term(&fold(&text[t.range.clone()]))));
        Ok(places.map(|t| span.start + t.range.start..span.start + t.range.end).collect())
    }

    /// What stands out in a stretch, in bytes of its document.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn bold(&self, library: &Library, stretch: &Stretch) -> Result<Vec<Range<usize>>> {
        let mut bold = Vec::new();
        for id in stretch.passages.clone() {
            bold.extend(match self.manner {
                Manner::Phrase => self.phrases(library, id)?,
                Manner::Words => self.single_words(library, id)?,
            });
        }
        Ok(bold)
    }

    /// How many there are, as far as they were counted.
    pub fn count(&self) -> usize {
        self.passages.len()
    }

    /// Number (0 before the first) and count of the last hit that a stretch has reached.
    pub fn position(&self, stretch: &Stretch) -> Option<(usize, usize)> {
        let count = self.passages.len();
        (count > 0).then(|| (self.passages.partition_point(|id| *id < stretch.passages.end), count))
    }

    /// The first hit behind a stretch, or else the first of all.
    pub fn after(&self, stretch: &Stretch) -> Option<u32> {
        let behind = self.passages.partition_point(|id| *id < stretch.passages.end);
        self.passages.get(behind).or(self.passages.first()).copied()
    }

    /// What to say of a hit.
    pub fn lines(&self, position: Option<(usize, usize)>) -> Vec<String> {
        let Some((number, count)) = position else { return vec![] };
        let exact = self.manner == Manner::Phrase;
        vec![words::search::position(exact, number, count, self.documents, self.capped)]
    }
}

/// Searches and shows the first place.
///
/// # Errors
/// When the index cannot be read.
pub fn reply(library: &Library, text: &str, scope: Scope, setting: Setting) -> Result<Message> {
    let hits = find(library, text, scope)?;
    let notes = Notes { asked: Some(text), lines: vec![] };
    let within = shelf::within(library, scope)?;
    let state = State { kind: Kind::Search, within, asker: setting.asker, ..State::default() };
    if let Some(first) = hits.passages.first() {
        let view = shelf::view_of(library, &library.passage(*first)?)?;
        if let Some(message) = show(library, State { view, ..state.clone() }, Turn::ToBold, notes, setting)? {
            return Ok(message);
        }
    }
    let card = Card { asked: Some(text.to_owned()), tone: Tone::No, ..Card::default() };
    let message = card.message(setting.form, words::search::NOTHING.to_owned());
    Ok(message.with_buttons(vec![last_button(&state, setting.private)]).private(setting.private))
}
