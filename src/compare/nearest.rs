//! A quotation -> the place in the texts that is most like it, in the reading that fits best.
//!
//! In: a message, or a piece of one. Out: the quotation in it, with its place. The readings of it
//! are tried from the whole to the barest, and the first that stands there word for word counts;
//! what is said about a sentence of the text is known only when that sentence is found.

use anyhow::Result;

use super::attached::{ENDS, ends_with_sentence, is_sentence_start, strip_attached};
use super::checker::{Checker, Closest};
use super::frames::{Reading, collect_readings, strip_outer_marks};
use super::parts::{Found, Part};
use super::regions::estimate_word_count;
use super::{Verdict, compare_quotation, judge_comparison, weigh_comparison};
use crate::analyze::{fold, is_stop_word, split_words};

impl Checker<'_> {
    /// A quotation in the reading that fits best; `None` if it has no words.
    pub(super) fn part(&mut self, text: &str) -> Result<Option<Part>> {
        let mut best: Option<Part> = None;
        let mut closest: Option<Found> = None;
        let mut barest = None;

        for reading in collect_readings(text) {
            let near = self.closest(&reading.text)?;
            if reading.doubtful.is_none() {
                closest = choose_heavier(closest, near.found.clone().or(near.unlike));
            }
            let Some(found) = near.found else {
                barest = reading
                    .doubtful
                    .is_none()
                    .then_some(reading.text)
                    .or(barest);
                continue;
            };
            let part = Part {
                quotation: reading.text.clone(),
                found: Some(found),
            };
            let is_exact = part.is_exact();
            if reading.doubtful.is_some() && !(is_exact && self.fits(&part, &reading)?) {
                continue;
            }
            if is_exact {
                return Ok(Some(part));
            }
            if is_better(&part, best.as_ref()) {
                best = Some(part);
            }
        }

        let bare = match closest {
            Some(found) => self.bare(&found)?,
            None => None,
        };
        let bare = bare.filter(|part| is_better(part, best.as_ref()));
        Ok(bare.or(best).or(barest.as_deref().map(Part::nowhere)))
    }

    /// What a quotation is without what is said about it, beside the place that is most like it; or
    /// as it is, if a whole sentence of the text is in it.
    fn bare(&mut self, near: &Found) -> Result<Option<Part>> {
        let library = self.libraries[near.library];
        let text = library.full_text(near.comparison.span.document)?;
        if let Some(bare) = strip_attached(&near.comparison, text) {
            let bare = strip_outer_marks(bare);
            let found = self.closest(bare)?.found;
            if found.is_some() {
                return Ok(Some(Part {
                    quotation: bare.to_owned(),
                    found,
                }));
            }
        }
        if !ends_with_sentence(&near.comparison, text) {
            return Ok(None);
        }

        let mut near = near.clone();
        near.comparison.verdict = Verdict::Partly;
        Ok(Some(Part {
            quotation: near.comparison.quotation.clone(),
            found: Some(near),
        }))
    }

    /// Whether what a doubtful reading took off may be none of the quotation's: a sentence of the
    /// text ends there, or it names the text.
    fn fits(&self, part: &Part, reading: &Reading) -> Result<bool> {
        let (Some(found), Some(taken)) = (&part.found, &reading.doubtful) else {
            return Ok(true);
        };
        let library = self.libraries[found.library];
        let span = found.comparison.span;
        let text = library.full_text(span.document)?;
        let info = library.document(span.document)?;

        let names = format!("{} {}", info.title, info.author.as_deref().unwrap_or(""));
        let names: Vec<String> = split_words(&names, info.language)
            .map(|(_, word)| fold(word))
            .collect();
        let is_named = split_words(&taken.words, info.language)
            .map(|(_, word)| fold(word))
            .all(|word| names.contains(&word) || is_stop_word(&word, info.language));

        let is_edge = if taken.is_before {
            is_sentence_start(text, span.start)
        } else {
            let rest = &text[span.end..];
            strip_outer_marks(&text[span.range()]).ends_with(ENDS)
                || rest.is_empty()
                || rest.starts_with("\n\n")
        };
        Ok(is_named || is_edge)
    }

    /// The place in the texts that is most like a quotation.
    fn closest(&mut self, quotation: &str) -> Result<Closest> {
        if let Some(known) = self.known.get(quotation) {
            return Ok(known.clone());
        }
        self.spent += estimate_word_count(quotation);

        let mut closest = Closest::default();
        for (library, texts) in self.libraries.iter().enumerate() {
            let Some(comparison) = compare_quotation(texts, quotation)? else {
                continue;
            };
            let (comparison, is_like) = judge_comparison(comparison);
            let found = Some(Found {
                library,
                comparison,
            });
            if is_like {
                closest.found = choose_heavier(closest.found, found);
            } else {
                closest.unlike = choose_heavier(closest.unlike, found);
            }
        }

        self.known.insert(quotation.to_owned(), closest.clone());
        Ok(closest)
    }
}

/// Whether a part tells more than the best so far, if there is one.
fn is_better(part: &Part, best: Option<&Part>) -> bool {
    best.is_none_or(|best| part.weight() > best.weight())
}

/// The one that tells more; of equals, the first.
fn choose_heavier(first: Option<Found>, second: Option<Found>) -> Option<Found> {
    let weight = |found: &Option<Found>| {
        found
            .as_ref()
            .map_or(-1.0, |found| weigh_comparison(&found.comparison))
    };

    if weight(&second) > weight(&first) {
        second
    } else {
        first
    }
}
