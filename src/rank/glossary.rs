//! What each term of the texts is to a question: one of its terms, a word like one, or a mark of an
//! answer.
//!
//! The candidates of a question say the same few hundred terms again and again, so each is looked
//! up once and known by its id from then on. Each part of a library has ids of its own, so that a
//! term met in another part is known again by its letters: all candidates of a question are in one
//! language.

use std::ops::Range;

use anyhow::Result;
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::analyze::grams::Grams;
use crate::analyze::marks::Marks;
use crate::analyze::meaning::{self, Meaning};
use crate::ids::TermId;
use crate::index::{Entry, Library};
use crate::language::Language;
use crate::rank::asked::{Asked, Term};

/// Room for the terms that the candidates of a question usually have.
const USUAL: usize = 1_500;

/// How far a word goes for one of the question's terms, given by its index: 0 to 1, and never 0.
pub type Likeness = (u16, f32);

/// The terms of a question, and what those of the texts met so far are to it.
pub struct Glossary<'a> {
    library: &'a Library,
    by_meaning: bool,
    sought: Vec<Sought>,
    /// Where in `met` a term is, by its id and by its letters.
    places: FxHashMap<TermId, u32>,
    places_by_letters: FxHashMap<&'a [u8], u32>,
    met: Vec<Met>,
    likenesses: Vec<Likeness>,
}

/// A term of the question, ready to be compared.
struct Sought {
    /// One for each part of the library that has it.
    ids: Vec<TermId>,
    /// What may stand for it; none for a stop word, which is like no other.
    like: Option<Like>,
}

/// What other words are held against.
enum Like {
    Meaning(Box<Meaning>),
    /// Where no meanings are known: inflections that the stemmer does not join, compounds.
    Letters(Box<Grams>),
}

struct Met {
    hit: Option<u16>,
    marks: Marks,
    /// Rows of `likenesses`.
    alike: Range<usize>,
}

/// What a term of the texts is to a question.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Which of the question's terms it is.
    pub hit: Option<u16>,
    /// The kinds of answer that it marks.
    pub marks: Marks,
    /// Terms it may stand for; none if it is a hit.
    pub alike: &'a [Likeness],
    /// It may do so by what it means, not by its letters.
    pub by_meaning: bool,
}

impl<'a> Glossary<'a> {
    /// The terms of a question.
    pub fn new(library: &'a Library, asked: &Asked) -> Glossary<'a> {
        let sought = asked
            .terms
            .iter()
            .map(|term| Sought::new(library, term, asked.language))
            .collect();

        Glossary {
            library,
            by_meaning: meaning::is_known_in(asked.language),
            sought,
            places: FxHashMap::with_capacity_and_hasher(USUAL, FxBuildHasher),
            places_by_letters: FxHashMap::with_capacity_and_hasher(USUAL, FxBuildHasher),
            met: Vec::with_capacity(USUAL),
            likenesses: Vec::with_capacity(USUAL),
        }
    }

    /// What a term is to the question.
    ///
    /// # Errors
    /// When there is no such term.
    pub fn of(&mut self, id: TermId) -> Result<Known<'_>> {
        let place = match self.places.get(&id) {
            Some(place) => *place,
            None => self.meet(id)?,
        };

        let met = &self.met[place as usize];
        Ok(Known {
            hit: met.hit,
            marks: met.marks,
            alike: &self.likenesses[met.alike.clone()],
            by_meaning: self.by_meaning,
        })
    }

    fn meet(&mut self, id: TermId) -> Result<u32> {
        let library = self.library; // what it lends outlives the glossary
        let entry = library.term(id)?;
        let place = match self.places_by_letters.get(entry.term) {
            Some(place) => *place,
            None => self.compare(id, &entry),
        };
        self.places.insert(id, place);
        Ok(place)
    }

    /// Compares a term that was not met before with those of the question.
    fn compare(&mut self, id: TermId, entry: &Entry<'a>) -> u32 {
        let hit = self
            .sought
            .iter()
            .position(|sought| sought.ids.contains(&id))
            .map(|at| at as u16);
        let start = self.likenesses.len();
        if hit.is_none() {
            let likeness = self.sought.iter().map(|sought| sought.likeness(entry));
            let alike = (0..).zip(likeness).filter(|(_, like)| *like > 0.0);
            self.likenesses.extend(alike);
        }

        let place = self.met.len() as u32;
        self.met.push(Met {
            hit,
            marks: entry.marks,
            alike: start..self.likenesses.len(),
        });
        self.places_by_letters.insert(entry.term, place);
        place
    }
}

impl Sought {
    fn new(library: &Library, term: &Term, language: Language) -> Sought {
        let like = || {
            if !meaning::is_known_in(language) {
                return Some(Like::Letters(Box::new(Grams::of(term.text.as_bytes()))));
            }
            // A name stands only for itself.
            let number = meaning::meaning_number(&term.text, language).filter(|_| !term.name)?;
            Some(Like::Meaning(Box::new(Meaning::numbered(number))))
        };
        Sought {
            ids: library.term_ids(&term.text, language),
            like: if term.stop { None } else { like() },
        }
    }

    /// How far a term of the texts stands for it.
    fn likeness(&self, entry: &Entry) -> f32 {
        match (&self.like, entry.meaning) {
            (Some(Like::Meaning(meaning)), Some(other)) => meaning.likeness(other),
            (Some(Like::Letters(grams)), _) => grams.dice(entry.term, entry.signature),
            _ => 0.0,
        }
    }
}
