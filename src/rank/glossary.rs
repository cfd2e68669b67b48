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
    /// What may stand for it; a name stands only for itself.
    meaning: Option<Meaning>,
    /// None for a stop word, which is like no other.
    grams: Option<Grams>,
}

struct Met {
    hit: Option<u16>,
    marks: Marks,
    /// See [`meaning::meaning_number`].
    meaning: Option<u32>,
    /// Rows of `likenesses`; nothing before the meaning was asked for.
    meant: Option<Range<u32>>,
    written: Range<u32>,
}

/// What a term of the texts is to a question.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Which of the question's terms it is.
    pub hit: Option<u16>,
    /// The kinds of answer that it marks.
    pub marks: Marks,
    /// Terms it may stand for by what it means; none if it is a hit, or this was not asked.
    pub meant: &'a [Likeness],
    /// Terms it is written like.
    pub written: &'a [Likeness],
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
            sought,
            places: FxHashMap::with_capacity_and_hasher(USUAL, FxBuildHasher),
            places_by_letters: FxHashMap::with_capacity_and_hasher(USUAL, FxBuildHasher),
            met: Vec::with_capacity(USUAL),
            likenesses: Vec::with_capacity(USUAL),
        }
    }

    /// What a term is to the question; `with_meaning` asks for its meaning too, which
    /// takes the most time.
    ///
    /// # Errors
    /// When there is no such term.
    pub fn of(&mut self, id: TermId, with_meaning: bool) -> Result<Known<'_>> {
        let place = match self.places.get(&id) {
            Some(place) => *place,
            None => self.meet(id)?,
        } as usize;

        if with_meaning && self.met[place].meant.is_none() {
            self.met[place].meant = Some(self.meant(place));
        }

        let Met {
            hit,
            marks,
            meant,
            written,
            ..
        } = &self.met[place];
        let list = |range: &Range<u32>| &self.likenesses[range.start as usize..range.end as usize];
        let meant = meant.as_ref().filter(|_| with_meaning);

        Ok(Known {
            hit: *hit,
            marks: *marks,
            meant: meant.map_or(&[][..], list),
            written: list(written),
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
        let written = self.list(|sought| {
            let grams = sought.grams.as_ref()?;
            Some(grams.dice(entry.term, entry.signature))
        });

        let place = self.met.len() as u32;
        self.met.push(Met {
            hit,
            marks: entry.marks,
            meaning: entry.meaning,
            meant: None,
            written,
        });
        self.places_by_letters.insert(entry.term, place);
        place
    }

    fn meant(&mut self, place: usize) -> Range<u32> {
        let Met { hit, meaning, .. } = &self.met[place];
        match meaning.filter(|_| hit.is_none()) {
            Some(meaning) => self.list(|sought| Some(sought.meaning.as_ref()?.likeness(meaning))),
            None => 0..0,
        }
    }

    /// Adds what is like one of the question's terms, and says where.
    fn list(&mut self, likeness: impl Fn(&Sought) -> Option<f32>) -> Range<u32> {
        let start = self.likenesses.len() as u32;
        let all = self
            .sought
            .iter()
            .zip(0..)
            .filter_map(|(sought, at)| Some((at, likeness(sought)?)));
        self.likenesses.extend(all.filter(|(_, like)| *like > 0.0));
        start..self.likenesses.len() as u32
    }
}

impl Sought {
    fn new(library: &Library, term: &Term, language: Language) -> Sought {
        let meaning =
            meaning::meaning_number(&term.text, language).filter(|_| !term.stop && !term.name);
        Sought {
            ids: library.term_ids(&term.text, language),
            meaning: meaning.map(Meaning::numbered),
            grams: (!term.stop).then(|| Grams::of(term.text.as_bytes())),
        }
    }
}
