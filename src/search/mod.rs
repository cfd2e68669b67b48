//! Words -> where exactly they stand: as written or, failing that, all of them in a passage, in
//! their order or in any.
//!
//! What was found by stems is never passed off as what was written: a hit of the phrase holds the
//! same words in the same order, apart from capitals, accents and punctuation. A sign that belongs
//! to a word (`£4`, `50%`) is part of it.
//!
//! The functions here fail only when the index cannot be read.

mod core;
mod figures;
mod respelled;
#[cfg(test)]
mod tests;
mod wording;

use std::ops::Range;

use anyhow::Result;

use crate::analyze::{Token, tokens};
use crate::document::Span;
use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::{Library, Scope};
use crate::query::respell_umlauts;
use respelled::{find_as_day, find_respelled};
use wording::{Wanted, Wording, compared_form, spoken_tokens, widen_to_full_stop};

/// Longest text to search for, in characters; all of it is shown, so that a button can search
/// again.
pub const MAX_TEXT: u16 = 100;
/// Passages read at most to see whether a phrase really stands there, and most hits that are
/// counted. To read so many takes some ten milliseconds.
pub const MAX_READ: usize = 1_000;
/// Most edges between passages that are looked at, and most words of a phrase that is looked for
/// there.
const MAX_EDGES: usize = 200;
const MAX_EDGE_WORDS: usize = 16;
/// Bytes of the next passage in which a phrase may end.
const EDGE: usize = 400;

/// How the words stand in the passages found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// One after the other, as written.
    Phrase,
    /// The only word, in another form.
    Form,
    /// All in the passage, in any form but in this order.
    Ordered,
    /// All in the passage, in any order and form.
    Together,
    /// The same but for words without meaning of their own, which it has not all.
    Weighty,
}

/// What was found.
#[derive(Debug, Clone)]
pub struct Hits {
    /// How the words stand there.
    pub manner: Manner,
    /// The passages that hold them, in reading order.
    pub passages: Vec<PassageId>,
    /// How many documents those are of.
    pub documents: usize,
    /// There may be more.
    pub capped: bool,
    /// What was looked for, as the texts in each language have it.
    wordings: Vec<Wording>,
}

/// Finds the words of `text` in the texts of a scope.
pub fn find_words(library: &Library, text: &str, scope: Scope) -> Result<Hits> {
    let range = library.passages_in(scope)?;
    let text = &respell_umlauts(library, text);
    let mut hits = Hits::phrase(library, text, &range)?;

    if hits.passages.is_empty() {
        hits = find_respelled(library, text, &range)?.unwrap_or(hits);
    }
    if hits.passages.is_empty() {
        hits.together(library, &range)?;
    }
    if hits.passages.is_empty() {
        hits = find_as_day(library, text, &range)?.unwrap_or(hits);
    }

    let mut documents: Vec<DocumentId> = Vec::new();
    for id in &hits.passages {
        documents.push(library.passage(*id)?.span.document);
    }

    // Passages come in reading order, so those of one document stand together.
    documents.dedup();
    hits.documents = documents.len();
    Ok(hits)
}

impl Hits {
    /// Finds the words one behind the other.
    fn phrase(library: &Library, text: &str, range: &Range<PassageId>) -> Result<Hits> {
        let languages = library.languages(range).into_iter();
        let wordings = languages.map(|language| Wording::new(text, language));
        let mut hits = Hits {
            manner: Manner::Phrase,
            passages: vec![],
            documents: 0,
            capped: false,
            wordings: wordings.collect(),
        };

        // The index knows stems; only the text itself shows whether the words are the same.
        let mut likely = hits.holders(library, range, |wording| {
            vec![wording.words.iter().map(|word| word.term.clone()).collect()]
        })?;
        let capped = hits.capped;
        if hits
            .wordings
            .iter()
            .any(|one| one.runs_around_and().is_some())
        {
            likely.extend(hits.holders(library, range, |wording| {
                wording.runs_around_and().unwrap_or_else(|| vec![vec![]])
            })?);
        }
        hits.capped |= capped;
        likely.extend(hits.at_edges(library, range)?);
        likely.sort_unstable();
        likely.dedup();
        for id in likely {
            if !hits.phrases(library, id)?.is_empty() {
                hits.passages.push(id);
            }
        }
        Ok(hits)
    }

    /// Finds the passages that hold all words: in this order, or, if none does, in any; if none
    /// does so either, but for those without meaning of their own.
    fn together(&mut self, library: &Library, range: &Range<PassageId>) -> Result<()> {
        let one = |word: &Wanted| vec![word.term.clone()];
        let all = self.holders(library, range, |wording| {
            wording.words.iter().map(one).collect()
        })?;
        let [ordered, any] = self.parted(library, all)?;
        let is_single = self.wordings.iter().all(|wording| wording.words.len() == 1);
        (self.manner, self.passages) = match (ordered.is_empty(), is_single) {
            (false, true) => (Manner::Form, ordered),
            (false, false) => (Manner::Ordered, ordered),
            _ => (Manner::Together, any),
        };

        if self.passages.is_empty() && self.wordings.iter().any(Wording::has_small) {
            let weighty = self.holders(library, range, |wording| {
                wording.wanted().map(one).collect()
            })?;
            let [ordered, any] = self.parted(library, weighty)?;
            self.manner = Manner::Weighty;
            self.passages = if ordered.is_empty() { any } else { ordered };
        }
        Ok(())
    }

    /// Passages that hold the words in their order, and those that hold them in another.
    fn parted(&self, library: &Library, holders: Vec<PassageId>) -> Result<[Vec<PassageId>; 2]> {
        let mut ordered = Vec::new();
        let mut any = Vec::new();
        for id in holders {
            match self.order(library, id)? {
                Some(true) => ordered.push(id),
                Some(false) => any.push(id),
                None => {}
            }
        }
        Ok([ordered, any])
    }

    /// The first passages that hold the runs of terms of their language, in reading order; whether
    /// there are more is kept.
    fn holders(
        &mut self,
        library: &Library,
        range: &Range<PassageId>,
        runs: impl Fn(&Wording) -> Vec<Vec<String>>,
    ) -> Result<Vec<PassageId>> {
        let mut found = Vec::new();
        self.capped = false;

        for wording in &self.wordings {
            let mut holders = library
                .postings(wording.language)
                .holding(&runs(wording), range.clone())?;
            found.extend(holders.by_ref().take(MAX_READ - found.len()));
            // One more is enough to know that the count is not the whole of it.
            self.capped |= holders.next().is_some();
        }

        // They are in order within each language so far.
        found.sort_unstable();
        Ok(found)
    }

    /// Passages that hold the first word while the next one holds the last: a phrase may begin
    /// there and go on in the next.
    fn at_edges(&self, library: &Library, range: &Range<PassageId>) -> Result<Vec<PassageId>> {
        let mut found = Vec::new();
        for wording in &self.wordings {
            let [first, .., last] = wording.words.as_slice() else {
                continue;
            };
            if wording.words.len() > MAX_EDGE_WORDS {
                continue;
            }
            let postings = library.postings(wording.language);
            let holding = |word: &Wanted| -> Result<Vec<PassageId>> {
                let run = vec![word.term.clone()];
                let ids = postings.holding(&[run], range.clone())?;
                Ok(ids.take(MAX_READ).collect())
            };

            let nexts = holding(last)?;
            let firsts = holding(first)?;
            let goes_on = |id: &PassageId| nexts.binary_search(&(*id + 1)).is_ok();
            found.extend(firsts.into_iter().filter(goes_on).take(MAX_EDGES));
        }
        Ok(found)
    }

    /// A passage's place and text, and what is looked for in it.
    fn open<'a>(
        &self,
        library: &'a Library,
        id: PassageId,
    ) -> Result<(Span, &'a str, Option<&Wording>)> {
        let span = library.passage(id)?.span;
        let language = library.document(span.document)?.language;
        let wording = self.wordings.iter().find(|w| w.language == language);
        Ok((span, library.text(span)?, wording))
    }

    /// Bytes of the document where the phrase stands that begins in a passage, in any of its
    /// spellings.
    fn phrases(&self, library: &Library, id: PassageId) -> Result<Vec<Range<usize>>> {
        let language = library
            .document(library.passage(id)?.span.document)?
            .language;
        let own = self.wordings.iter().filter(|one| one.language == language);

        let mut all = Vec::new();
        for wording in own {
            all.extend(find_phrase(library, id, wording)?);
        }
        all.sort_unstable_by_key(|range: &Range<usize>| range.start);
        // "So so so" holds "so so" once.
        all.dedup_by(|next, former| next.start < former.end);
        Ok(all)
    }

    /// Whether a passage holds the words in their order; `None` if it holds them not all, with
    /// their signs.
    fn order(&self, library: &Library, id: PassageId) -> Result<Option<bool>> {
        let (_, text, Some(wording)) = self.open(library, id)? else {
            return Ok(None);
        };
        let there: Vec<Token> = tokens(text, wording.language).collect();
        let is = |token: &Token, word: &Wanted| {
            token.term == word.term && word.is_signed(text, &token.range)
        };

        // That the words are there, the index has told; only of signs it knows nothing.
        let has_all = wording
            .wanted()
            .filter(|word| word.signs != (None, None))
            .all(|word| there.iter().any(|token| is(token, word)));
        let mut rest = there.iter();
        // The small words, too: what is said of a hit is to be true.
        let mut words = wording.words.iter();
        let in_order = words.all(|word| rest.by_ref().any(|token| is(token, word)));
        Ok(has_all.then_some(in_order))
    }

    fn single_words(&self, library: &Library, id: PassageId) -> Result<Vec<Range<usize>>> {
        let (span, text, Some(wording)) = self.open(library, id)? else {
            return Ok(Vec::new());
        };

        let is_wanted = |token: &Token| {
            let mut wanted = wording.wanted();
            wanted.any(|word| token.term == word.term && word.is_signed(text, &token.range))
        };
        let places = tokens(text, wording.language).filter(is_wanted);
        Ok(places
            .map(|token| widen_to_full_stop(text, token.range))
            .map(|range| span.start + range.start..span.start + range.end)
            .collect())
    }

    /// Where what was looked for stands in some passages of one document, in bytes of it.
    ///
    /// # Errors
    /// When the passages are not of this library.
    pub fn places(
        &self,
        library: &Library,
        passages: Range<PassageId>,
    ) -> Result<Vec<Range<usize>>> {
        let mut places = Vec::new();
        for id in passages.ids() {
            places.extend(match self.manner {
                Manner::Phrase => self.phrases(library, id)?,
                _ => self.single_words(library, id)?,
            });
        }
        Ok(places)
    }
}

/// Bytes of the document where some words stand one behind the other that begin in a passage; they
/// may end in the next.
fn find_phrase(library: &Library, id: PassageId, wording: &Wording) -> Result<Vec<Range<usize>>> {
    let span = library.passage(id)?.span;
    let own = library.text(span)?;
    // No word was looked for, and there are no windows of that length.
    let wanted = &wording.words;
    if wanted.is_empty() {
        return Ok(Vec::new());
    }

    let text = &library.full_text(span.document)?[span.start..];
    let is_long = wanted.len() > MAX_EDGE_WORDS || wanted.len() < 2;
    let end = if is_long {
        span.end
    } else {
        next_passage_end(library, id)?.clamp(span.end, span.end + EDGE)
    };
    let text = &text[..text.floor_char_boundary(end - span.start)];
    let words: Vec<(String, Range<usize>)> = spoken_tokens(text, wording.language)
        .into_iter()
        .map(|token| (compared_form(text, &token), token.range))
        .collect();

    let is_here = |window: &&[(String, Range<usize>)]| {
        let mut pairs = window.iter().zip(wanted);
        window[0].1.start < own.len()
            && pairs.all(|((word, range), wanted)| {
                *word == wanted.folded
                    && wanted.is_ended(&text[range.clone()])
                    && wanted.is_signed(text, range)
            })
    };
    let found = words.windows(wanted.len()).filter(is_here);
    let ranges = found.map(|window| {
        let last = widen_to_full_stop(text, window[window.len() - 1].1.clone());
        span.start + window[0].1.start..span.start + last.end
    });
    Ok(ranges.collect())
}

/// Where the passage after this one ends, if it is of the same document; else 0.
fn next_passage_end(library: &Library, id: PassageId) -> Result<usize> {
    let own = library.passage(id)?.span.document;
    if !library.document(own)?.passages.contains(&(id + 1)) {
        return Ok(0);
    }
    Ok(library.passage(id + 1)?.span.end)
}
