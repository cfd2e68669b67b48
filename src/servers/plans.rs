//! What a reading plan may read whose channel's gate goes along with it.
//!
//! Such a gate stands at the last chapter that was posted whole, so the plan reads one chapter
//! further: the one that is being posted. All other gates hold for it as for everyone.

use anyhow::Result;

use crate::chapters::chapters_by_number;
use crate::index::{DocumentInfo, Library};
use crate::servers::gates::gate_name;
use crate::servers::{Libraries, Servers};
use crate::store::{Asker, At, Gate};

/// A text that is being read in a channel, and the channel's own gate.
pub struct Reached {
    /// The text as a whole.
    pub info: DocumentInfo,
    /// The last chapter that is open in the channel, if it has a gate.
    pub chapter: Option<u32>,
    /// The chapters that hold any words, with the byte that each goes to; a heading alone cannot be
    /// posted.
    chapters: Vec<(u32, usize)>,
}

impl Servers {
    /// Does something with the libraries that everyone in a channel may read, one of their texts
    /// being open a chapter further than the channel's own gate; with that text and gate, if it is
    /// there.
    ///
    /// # Errors
    /// As [`Servers::with`].
    pub fn with_next_chapter<T>(
        &self,
        asker: &Asker,
        document: &str,
        work: impl Fn(Libraries, Option<&Reached>) -> Result<T>,
    ) -> Result<T> {
        let found = self.with_everything(asker.server, |libraries| {
            for view in libraries.views() {
                let mut documents = view.documents().iter();
                let named = |info: &&DocumentInfo| gate_name(view.home, &info.path) == document;
                if let Some(info) = documents.find(named) {
                    return Reached::in_text(&view, info).map(Some);
                }
            }
            Ok(None)
        })?;

        let (mut gates, own) = self.gates_around(asker, document)?;
        let reached = found.map(|found| Reached {
            chapter: own.as_ref().map(|gate| gate.chapter),
            ..found
        });
        gates.extend(match (&reached, own) {
            (Some(reached), Some(gate)) => reached.further(gate),
            (_, own) => own,
        });
        self.with_gates(asker.server, &gates, |libraries| {
            work(libraries, reached.as_ref())
        })
    }

    /// All gates for somebody but one, and that one: of a text, at the channel itself.
    fn gates_around(&self, asker: &Asker, document: &str) -> Result<(Vec<Gate>, Option<Gate>)> {
        let (Some(own), Some(server), Some((channel, around))) =
            (self.own(), asker.server, asker.channels.split_first())
        else {
            return Ok((Vec::new(), None));
        };

        let mut gates = own.store().gates(&Asker {
            channels: around.to_vec(),
            ..asker.clone()
        })?;
        let here = own.store().gates_at(At::Channel(server, *channel))?;
        let (of_it, others): (Vec<Gate>, Vec<Gate>) =
            here.into_iter().partition(|gate| gate.document == document);
        gates.extend(others);
        Ok((gates, of_it.into_iter().next()))
    }
}

impl Reached {
    /// In a text where there is no gate.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn in_text(library: &Library, info: &DocumentInfo) -> Result<Reached> {
        Ok(Reached {
            chapter: None,
            chapters: chapters_with_words(library, info)?,
            info: info.clone(),
        })
    }

    /// The last chapter that is read whole by whoever has read up to a byte of the text, from that
    /// of the gate on.
    pub fn whole_up_to(&self, byte: usize) -> u32 {
        let from = self.chapter.unwrap_or_default();
        let further = self.chapters.iter().filter(|(number, _)| *number > from);
        let whole = further.take_while(|(_, end)| *end <= byte);
        whole.last().map_or(from, |(number, _)| *number)
    }

    /// The gate a chapter further; `None` behind the last chapter.
    fn further(&self, gate: Gate) -> Option<Gate> {
        let mut numbers = self.chapters.iter().map(|(number, _)| *number);
        if let Some(chapter) = numbers.find(|number| *number > gate.chapter) {
            return Some(Gate { chapter, ..gate });
        }

        // A text that has no such chapter was replaced, and stays closed.
        let is_there = chapters_by_number(&self.info).contains_key(&gate.chapter);
        (!is_there).then_some(gate)
    }
}

/// The chapters of a text that hold any passage, in the order of their numbers, with the byte that
/// each goes to.
fn chapters_with_words(library: &Library, info: &DocumentInfo) -> Result<Vec<(u32, usize)>> {
    let mut chapters = Vec::new();

    for (number, sections) in chapters_by_number(info) {
        let from = info.start_of(sections.start);
        let to = info.start_of(sections.end);
        let first = library.first_where(info.passages.clone(), |p| p.span.start >= from)?;
        if let Some(first) = first
            && library.passage(first)?.span.start < to
        {
            chapters.push((number, to));
        }
    }
    Ok(chapters)
}
