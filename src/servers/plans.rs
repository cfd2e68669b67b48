//! What a reading plan may read whose channel's gate goes along with it.
//!
//! Such a gate stands at the last chapter that was posted whole, so the plan reads one chapter further: the one that is
//! being posted. All other gates hold for it as for everyone.

use anyhow::Result;

use crate::chapters::{behind, chapter};
use crate::index::DocumentInfo;
use crate::servers::gates::name;
use crate::servers::{Libraries, Servers};
use crate::store::{Asker, At, Gate};

/// A text that is being read in a channel, and the channel's own gate.
pub struct Reached {
    /// The text as a whole.
    pub info: DocumentInfo,
    /// The last chapter that is open in the channel, if it has a gate.
    pub chapter: Option<u32>,
}

impl Servers {
    /// Does something with the libraries that everyone in a channel may read, one of their texts being open a chapter
    /// further than the channel's own gate; with that text and gate, if it is there.
    ///
    /// # Errors
    /// As [`Servers::with`].
    pub fn with_next_chapter<T>(
        &self,
        asker: &Asker,
        document: &str,
        work: impl Fn(Libraries, Option<&Reached>) -> Result<T>,
    ) -> Result<T> {
        let info = self.with_everything(asker.server, |libraries| {
            let found = libraries.views().find_map(|view| {
                let mut documents = view.documents().iter();
                let info = documents.find(|info| name(view.home, &info.path) == document);
                info.cloned()
            });
            Ok(found)
        })?;

        let (mut gates, own) = self.gates_around(asker, document)?;
        let reached = info.map(|info| Reached {
            chapter: own.as_ref().map(|gate| gate.chapter),
            info,
        });
        gates.extend(match (&reached, own) {
            (Some(reached), Some(gate)) => further(&reached.info, gate),
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
    /// The last chapter that is read whole by whoever has read up to a byte of the text, from that of the gate on.
    pub fn whole_up_to(&self, byte: usize) -> u32 {
        let mut whole = self.chapter.unwrap_or_default();
        while self.is_whole(whole + 1, byte) {
            whole += 1;
        }
        whole
    }

    fn is_whole(&self, number: u32, byte: usize) -> bool {
        let sections = &self.info.sections;
        let end = sections
            .get(behind(&self.info, number))
            .map(|next| next.start);
        let end = end.unwrap_or((self.info.text.end - self.info.text.start) as usize);
        chapter(&self.info, number).is_some() && end <= byte
    }
}

/// The gate a chapter further; `None` behind the last chapter.
fn further(info: &DocumentInfo, gate: Gate) -> Option<Gate> {
    let next = gate.chapter.saturating_add(1);
    if chapter(info, next).is_some() {
        return Some(Gate {
            chapter: next,
            ..gate
        });
    }

    // A text that has no such chapter was replaced, and stays closed.
    chapter(info, gate.chapter).is_none().then_some(gate)
}
