//! A query as the features see it: its distinct terms with weights, its pairs, its kind.

use anyhow::Result;

use crate::analyze::marks::Marks;
use crate::index::Library;
use crate::language::Language;
use crate::query::{Kind, Query, QueryWord};
use crate::rank::statistics::{Rarity, SearchSpace};

/// Share of a question's weight by which passages are looked up: with all of it no more questions
/// find their passage and quote, with 0.8 fewer do.
const LEADING: f32 = 0.9;

/// A question in front of a search space.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Whose texts it is asked of.
    pub language: Language,
    /// Distinct terms in order of first appearance, stop words too.
    pub terms: Vec<Term>,
    /// Indices into `terms`, a word of the question each.
    pub sequence: Vec<usize>,
    /// The kind of answer wanted.
    pub kind: Kind,
    /// The term that a *how many* counts.
    pub counted: Option<usize>,
    /// Sum of the weights of all content terms; never 0.
    pub content_weight: f32,
    /// Sum of the weights of all terms; never 0.
    pub total_weight: f32,
}

/// A distinct term of a question.
#[derive(Debug, Clone)]
pub struct Term {
    /// What is looked for.
    pub text: String,
    /// Its idf in the search space.
    pub idf: f32,
    /// It says how the question is asked, not what about.
    pub stop: bool,
    /// Written like a name.
    pub name: bool,
    /// The kinds of answer that it marks.
    pub marks: Marks,
    /// In how many passages of the search space it stands.
    pub found: u32,
}

impl Term {
    fn new(
        library: &Library,
        word: &QueryWord,
        language: Language,
        space: &SearchSpace,
        rarity: &Rarity,
    ) -> Result<Term> {
        let found = space.passages_with(library, language, &word.term)?;
        let idf = rarity.idf(found, &word.term);
        let marks = Marks::of(&word.term, language);
        Ok(Term {
            text: word.term.clone(),
            idf,
            stop: word.stop,
            name: word.name,
            marks,
            found,
        })
    }

    /// Its idf if it is a content term, else 0.
    pub fn weight(&self) -> f32 {
        if self.stop { 0.0 } else { self.idf }
    }
}

impl Asked {
    /// Weighs a query's terms.
    pub fn new(library: &Library, query: &Query, space: &SearchSpace) -> Result<Asked> {
        let rarity = Rarity::new(library, space, query.language);
        let mut terms: Vec<Term> = Vec::new();
        let mut sequence = Vec::with_capacity(query.words.len());
        for word in &query.words {
            let known = terms.iter().position(|t| t.text == word.term);
            let at = if let Some(at) = known {
                at
            } else {
                let term = Term::new(library, word, query.language, space, &rarity)?;
                terms.push(term);
                terms.len() - 1
            };
            terms[at].name |= word.name;
            terms[at].stop &= word.stop;
            sequence.push(at);
        }

        // "Who is she?" has only stop words: then they must do.
        if terms.iter().all(|t| t.stop) {
            for term in &mut terms {
                term.stop = false;
            }
        }

        let content_weight = terms
            .iter()
            .map(Term::weight)
            .sum::<f32>()
            .max(f32::MIN_POSITIVE);
        let total_weight = terms
            .iter()
            .map(|t| t.idf)
            .sum::<f32>()
            .max(f32::MIN_POSITIVE);
        let counted = query
            .many
            .and_then(|at| sequence[at + 1..].iter().copied().find(|i| !terms[*i].stop));
        Ok(Asked {
            language: query.language,
            terms,
            sequence,
            kind: query.kind,
            counted,
            content_weight,
            total_weight,
        })
    }

    /// Terms that tell what the question is about.
    pub fn content(&self) -> impl Iterator<Item = (usize, &Term)> {
        self.terms.iter().enumerate().filter(|(_, t)| !t.stop)
    }

    /// The share of the question's weight that is held, if of each content term so much is.
    pub fn share(&self, held: impl Fn(usize) -> f32) -> f32 {
        let weights = self.content().map(|(at, term)| term.weight() * held(at));
        weights.sum::<f32>() / self.content_weight
    }

    /// The content terms that passages are looked up by, with their weights: the heaviest, until
    /// those left have less than a tenth of the weight. Common words lead to most passages and
    /// decide least (Buckley & Lewit, "Optimization of Inverted Vector Searches", 1985).
    pub fn leading(&self) -> Vec<(&str, f32)> {
        // What is nowhere leads nowhere, however heavy it is.
        let mut terms: Vec<(&str, f32)> = self
            .content()
            .filter(|(_, t)| t.found > 0)
            .map(|(_, t)| (t.text.as_str(), t.weight()))
            .collect();
        terms.sort_by(|a, b| b.1.total_cmp(&a.1));

        let total: f32 = terms.iter().map(|(_, weight)| weight).sum();
        let mut led = 0.0;
        terms.retain(|(_, weight)| {
            let leads = led < LEADING * total;
            led += weight;
            leads
        });
        terms
    }

    /// Neighbouring words of the question, as indices into `terms`, but not two stop words.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let pairs = self.sequence.windows(2).map(|w| (w[0], w[1]));
        pairs.filter(|(a, b)| !(self.terms[*a].stop && self.terms[*b].stop))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_are_looked_up_by_the_heaviest_terms() {
        let term = |(text, idf, stop): (&str, f32, bool)| {
            let text = text.to_owned();
            let marks = Marks::default();
            Term {
                text,
                idf,
                stop,
                name: false,
                marks,
                found: 1,
            }
        };
        let leading = |terms: &[(&str, f32, bool)]| {
            let terms: Vec<Term> = terms.iter().copied().map(term).collect();
            let weight = terms.iter().map(Term::weight).sum();
            let asked = Asked {
                language: Language::English,
                sequence: (0..terms.len()).collect(),
                terms,
                kind: Kind::What,
                counted: None,
                content_weight: weight,
                total_weight: weight,
            };
            asked
                .leading()
                .into_iter()
                .map(|(text, _)| text.to_owned())
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            leading(&[
                ("the", 9.0, true),
                ("old", 1.0, false),
                ("keeper", 8.0, false)
            ]),
            "keeper old"
        );
        assert_eq!(
            leading(&[("old", 0.8, false), ("keeper", 8.0, false)]),
            "keeper"
        );
        assert_eq!(
            leading(&[
                ("lamp", 4.0, false),
                ("oil", 4.0, false),
                ("old", 0.8, false)
            ]),
            "lamp oil"
        );
        assert_eq!(leading(&[("lamp", 4.0, false)]), "lamp");
    }
}
