//! What is known about a question before it is decided whether it is answered, and how that changes
//! when something better is found than what words and reader chose.

use anyhow::Result;

use crate::answer::lookup;
use crate::confidence::Thresholds;
use crate::ids::PassageId;
use crate::index::Library;
use crate::query::Query;
use crate::quote::Window;
use crate::rank::asked::Asked;
use crate::rank::statistics::SearchSpace;
use crate::rank::{self, Ranked};
use crate::reader::Verdict;

/// Everything that is known about a question before it is decided whether it is answered.
#[derive(Debug)]
pub struct Considered {
    /// The question, analysed as the texts that answer it best.
    pub query: Query,
    /// The question in front of its search space.
    pub asked: Asked,
    /// The passages, best first.
    pub ranked: Vec<Ranked>,
    /// The best quote, if any passage was found.
    pub choice: Option<Window>,
    /// What the reader made of that alone, before it got a sentence with its name in front.
    pub alone: Option<Verdict>,
    /// How sure we are that it answers, 0 to 1.
    pub confidence: f32,
    /// What that is held against.
    pub thresholds: Thresholds,
}

impl Considered {
    /// Whether it is answered without a "perhaps".
    pub fn is_sure(&self) -> bool {
        self.confidence >= self.thresholds.sure
    }

    /// Whether the best quote has every word that is looked for.
    pub fn quotes_all_words(&self) -> bool {
        self.choice.as_ref().is_some_and(|choice| {
            let passage = &self.ranked[choice.passage];
            lookup::holds_all_words(&self.query, &self.asked, passage, choice)
        })
    }

    /// Whether it is answered, if only perhaps, from the section that a passage is in.
    ///
    /// # Errors
    /// When there is no such passage.
    pub fn is_answered_from(&self, library: &Library, passage: PassageId) -> Result<bool> {
        let passage = library.passage(passage)?;
        let quoted = self
            .choice
            .as_ref()
            .map(|choice| self.ranked[choice.passage].passage());
        let is_there = quoted.is_some_and(|quoted| {
            quoted.span.document == passage.span.document && quoted.section == passage.section
        });
        Ok(is_there && self.confidence >= self.thresholds.answers)
    }

    /// How sure it is beside what it is held against, which texts in two languages may not have in
    /// common.
    pub fn surety(&self) -> f32 {
        self.confidence / self.thresholds.answers
    }

    /// Where a passage is among the ranked; it is added if it is not.
    ///
    /// # Errors
    /// When there is no such passage.
    pub fn find_or_add(
        &mut self,
        library: &Library,
        space: &SearchSpace,
        passage: PassageId,
    ) -> Result<usize> {
        let mut ranked = self.ranked.iter();
        if let Some(known) = ranked.position(|one| one.passage().id == passage) {
            return Ok(known);
        }

        let added = rank::rank_alone(library, &self.asked, space, passage)?;
        self.ranked.push(added);
        Ok(self.ranked.len() - 1)
    }

    /// Quotes a window of the passage `at` a place among the ranked, which becomes the first, and is
    /// so sure of it.
    pub fn choose(&mut self, at: usize, window: Window, confidence: f32) {
        self.choice = Some(window);
        self.alone = None;
        self.confidence = confidence;

        self.ranked[at].score = self.ranked[0].score;
        self.ranked[..=at].rotate_right(1);
    }
}
