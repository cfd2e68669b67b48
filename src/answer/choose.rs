//! Windows -> the one that is quoted, and how sure it is that it answers.

use std::cmp::Reverse;
use std::collections::HashSet;

use anyhow::Result;

use crate::answer::lookup;
use crate::chapters::is_front_matter;
use crate::confidence::{self, Thresholds};
use crate::index::Library;
use crate::query::Query;
use crate::quote::extend::{asks_indirectly, extend_to_contrast};
use crate::quote::{self, Window};
use crate::rank::Ranked;
use crate::rank::asked::Asked;
use crate::rank::statistics::SearchSpace;
use crate::reader::{Reader, Verdict};

/// What stands where a book has a picture begins so at Project Gutenberg.
const PICTURE: &str = "[Illustration";
/// Share of the confidence in a quote from in front of a text that another one must reach to be
/// preferred.
const AS_SURE: f32 = 0.8;

/// Logits from which on a passage is about a question, the second where it has no more than half of
/// its words, and from which on surely.
const RELEVANT: f32 = 0.2;
const MORE_RELEVANT: f32 = 1.0;
const SURELY_RELEVANT: f32 = 2.0;

/// Everything that a quote is chosen by.
pub struct Chooser<'a> {
    pub library: &'a Library,
    pub query: &'a Query,
    pub asked: &'a Asked,
    pub ranked: &'a [Ranked],
    pub space: &'a SearchSpace,
    /// `None` where nobody reads.
    pub reading: Option<Reading<'a>>,
    /// Whether some window has every amount that is asked about.
    pub has_amounts: bool,
}

/// Who reads, and what it is asked.
pub struct Reading<'a> {
    pub reader: &'a Reader,
    pub question: String,
}

/// A quote that was chosen.
pub struct Chosen {
    pub window: Window,
    /// What the reader made of it alone.
    pub alone: Option<Verdict>,
    /// How sure it is that it answers, 0 to 1.
    pub sure: f32,
}

impl Chooser<'_> {
    /// What is chosen, unless it stands in front of a text, on a title page or in place of a
    /// picture, and the text itself answers about as surely: lists of those who play, or of what
    /// was agreed, stand in front, too.
    ///
    /// # Errors
    /// When the index cannot be read or the reader fails.
    pub fn choose_past_front(
        &self,
        windows: &[Window],
        thresholds: Thresholds,
    ) -> Result<Option<Chosen>> {
        let Some(chosen) = self.choose(windows)? else {
            return Ok(None);
        };
        if !self.is_picture(&chosen.window)? && !self.is_front(&chosen.window)? {
            return Ok(Some(chosen));
        }

        let inside = self.collect_inside(windows)?;
        let enough = thresholds.answers.max(AS_SURE * chosen.sure);
        let other = self.choose(&inside)?.filter(|other| other.sure >= enough);
        Ok(other.or(Some(chosen)))
    }

    /// The best window, with the confidence in it.
    fn choose(&self, windows: &[Window]) -> Result<Option<Chosen>> {
        let best = match self.reading {
            Some(_) => {
                let rows = quote::reading::measure_windows(windows, self.ranked);
                quote::choose_row(&rows, quote::reading::shipped_model())
            }
            None => quote::choose_window(windows, quote::shipped_model()),
        };
        let Some(window) = best.map(|at| self.prefer_whole_question(windows, &windows[at])) else {
            return Ok(None);
        };

        let alone = self.read_alone(&window)?;
        let probability = confidence::answer_probability(
            self.asked,
            self.ranked,
            &window,
            self.space,
            alone.as_ref(),
        );
        let passage = &self.ranked[window.passage];
        let sure = lookup::adjust_confidence(probability, self.query, self.asked, passage, &window);
        let sure = sure.max(self.least_confidence(passage, &window));

        let most = if self.has_amounts {
            1.0
        } else {
            lookup::NOT_FOUND
        };
        Ok(Some(Chosen {
            window,
            alone,
            sure: sure.min(most),
        }))
    }

    /// The window, or another of its passage that is no longer and has all that is asked about in
    /// this one, and more: a *yes* stands in no text, so what a reader points at is a guess.
    fn prefer_whole_question(&self, windows: &[Window], chosen: &Window) -> Window {
        if self.reading.is_none() || !self.query.asks_whether() {
            return chosen.clone();
        }

        let there = self.collect_content(chosen);
        let alike = windows.iter().filter(|other| {
            other.passage == chosen.passage && other.sentences.len() <= chosen.sentences.len()
        });
        let told = alike.map(|other| (self.collect_content(other), other));
        // A single word may stand anywhere.
        let fuller = told.filter(|(content, other)| {
            content.len() > there.len().max(1)
                && content.is_superset(&there)
                && !self.shown(other).is_ok_and(asks_indirectly)
        });

        let fullest = fuller.min_by_key(|(content, other)| (Reverse(content.len()), other.words));
        fullest.map_or(chosen, |(_, other)| other).clone()
    }

    /// The words of the question that a window has.
    fn collect_content(&self, window: &Window) -> HashSet<usize> {
        let seen = &self.ranked[window.passage].candidate;
        let content = self.asked.content().map(|(term, _)| term);
        content
            .filter(|term| seen.count(window.sentences.clone(), *term) > 0)
            .collect()
    }

    /// How sure it is at least. A reader that points at words is sure of no *yes*; but it knows which
    /// passage is about the question, and whoever asks sees the rest.
    fn least_confidence(&self, passage: &Ranked, window: &Window) -> f32 {
        let Some(read) = passage.read.as_ref().filter(|_| self.query.asks_whether()) else {
            return 0.0;
        };

        let relevance = read.verdict.relevance;
        let asked = self.asked.content().count();
        let shown = extend_to_contrast(window, self.ranked, self.asked);
        let told = self.collect_content(&shown).len();
        let is_told = 2 * told > asked || 2 * told == asked && relevance > MORE_RELEVANT;

        let is_whole = self.collect_content(window).len() == asked && asked > 1;
        // What is only asked in the text, too, is no *yes* and no *no*.
        let asks = || self.shown(window).is_ok_and(asks_indirectly);
        if relevance > SURELY_RELEVANT && is_whole && !asks() {
            Thresholds::READ.sure
        } else if is_told && relevance > RELEVANT {
            Thresholds::READ.answers
        } else {
            0.0
        }
    }

    fn shown(&self, window: &Window) -> Result<&str> {
        let span = quote::window_span(&self.ranked[window.passage], &window.sentences);
        self.library.text(span)
    }

    /// What the reader makes of a window by itself, if it has read its passage.
    fn read_alone(&self, window: &Window) -> Result<Option<Verdict>> {
        let passage = &self.ranked[window.passage];
        let reading = self.reading.as_ref().filter(|_| passage.read.is_some());
        let Some(Reading { reader, question }) = reading else {
            return Ok(None);
        };

        quote::reading::read_alone(reader, self.library, question, window, passage)
    }

    /// The windows that stand neither in front of a text nor in place of a picture.
    fn collect_inside(&self, windows: &[Window]) -> Result<Vec<Window>> {
        let mut inside = Vec::new();
        for passage in windows.chunk_by(|a, b| a.passage == b.passage) {
            if self.is_front(&passage[0])? {
                continue;
            }

            for window in passage {
                if !self.is_picture(window)? {
                    inside.push(window.clone());
                }
            }
        }

        Ok(inside)
    }

    fn is_front(&self, window: &Window) -> Result<bool> {
        is_front_matter(self.library, self.ranked[window.passage].passage())
    }

    fn is_picture(&self, window: &Window) -> Result<bool> {
        Ok(self.shown(window)?.starts_with(PICTURE))
    }
}
