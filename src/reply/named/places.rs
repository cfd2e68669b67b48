//! Places to read from while one is typed: what is named by number, headings, and titles.
//!
//! In: what is typed so far. Out: lines of a list, each with its name and the value that opens it.
//! They fail only when the index cannot be read.

use std::collections::HashMap;

use anyhow::Result;

use crate::chapters::{
    Place, chapter_heading, collect_chapters, find_first_passage, find_headings, find_place,
    is_kind_word,
};
use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::{DocumentInfo, Scope};
use crate::render::discord::markdown::{count_units, cut_to_units};
use crate::render::discord::message::limits;
use crate::render::titles;
use crate::reply::memory::shelf;
use crate::reply::memory::state::{Action, Face, State};
use crate::reply::named::names;
use crate::servers::View;

/// Of more texts than this, none is looked into for a number: nearly each has a first chapter.
const FEW: usize = 25;
/// Longest name of a part before that of its chapter, in units.
const AROUND: usize = 40;

/// A line: what it is called, and its value.
type Named = (String, String);

/// The places that fit what is typed; all headings from the first on when nothing is. Choosing one
/// keeps the question that was `asked`, where there is one.
pub fn suggest_places(
    library: &View,
    typed: &str,
    scope: Scope,
    asked: Option<&str>,
) -> Result<Vec<Named>> {
    let finder = Finder {
        library,
        typed: typed.trim(),
        asked,
        is_several: library.documents_in(scope)?.len() > 1,
    };

    let mut lines = finder.numbered(scope)?;
    finder.headed(scope, &mut lines)?;
    finder.titled(scope, &mut lines)?;
    lines.truncate(limits::CHOICES);
    Ok(lines)
}

/// What the sections of a text are called in a list: a heading that stands there more than once,
/// behind the one that it is below.
pub fn section_namer(info: &DocumentInfo) -> impl Fn(usize) -> Option<String> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for own in info
        .sections
        .iter()
        .filter_map(|section| section.path.last())
    {
        *times.entry(own).or_default() += 1;
    }

    move |section| {
        let (own, around) = info.sections.get(section)?.path.split_last()?;
        let around = around.last().filter(|around| **around != info.title);
        Some(match around.filter(|_| times[own.as_str()] > 1) {
            Some(around) => format!("{} › {own}", cut_to_units(around, AROUND)),
            None => own.clone(),
        })
    }
}

/// The value of a choice, with the question behind it if there is room.
pub fn choice_value(id: String, asked: Option<&str>) -> String {
    let kept = asked.map(|asked| format!("{id} {asked}"));
    kept.filter(|kept| count_units(kept) <= limits::CHOICE)
        .unwrap_or(id)
}

struct Finder<'a> {
    library: &'a View<'a>,
    typed: &'a str,
    asked: Option<&'a str>,
    is_several: bool,
}

impl Finder<'_> {
    /// The place with this number, name or percentage in each text, or all chapters for the word
    /// alone.
    fn numbered(&self, scope: Scope) -> Result<Vec<Named>> {
        let range = self.library.documents_in(scope)?;
        let mut lines = Vec::new();
        // A question that happens to hold a number asks for no chapter.
        if self.typed.is_empty() || self.asked.is_some() || range.len() > FEW {
            return Ok(lines);
        }

        for id in range.ids() {
            let info = self.library.document(id)?;
            let mut add_chapter = |section, passage| {
                let heading = chapter_heading(info, section);
                self.add(&mut lines, id, heading, section, passage)
            };

            if is_kind_word(self.typed) {
                for (_, section) in collect_chapters(info).into_iter().take(limits::CHOICES) {
                    if let Some(passage) = find_first_passage(self.library, id, section)? {
                        add_chapter(section, passage)?;
                    }
                }
            } else if let Place::At(passage) = find_place(self.library, id, self.typed)? {
                add_chapter(self.library.passage(passage)?.section, passage)?;
            }
        }
        Ok(lines)
    }

    /// The headings that fit.
    fn headed(&self, scope: Scope, lines: &mut Vec<Named>) -> Result<()> {
        let range = self.library.documents_in(scope)?;
        let fits = |heading: &str| names::fits(heading, self.typed);
        for (id, section, _) in find_headings(self.library, range, fits) {
            if lines.len() >= limits::CHOICES {
                break;
            }
            self.add_section(lines, id, section)?;
        }
        Ok(())
    }

    /// The titles that fit, which get the room that headings leave.
    fn titled(&self, scope: Scope, lines: &mut Vec<Named>) -> Result<()> {
        for id in self.library.documents_in(scope)?.ids() {
            let info = self.library.document(id)?;
            let is_open = !info.passages.is_empty();
            if lines.len() < limits::CHOICES && is_open && names::fits(&info.title, self.typed) {
                let title = titles::distinct_title(self.library, id)?;
                lines.push((title, self.value(info.passages.start)?));
            }
        }
        Ok(())
    }

    /// A line for the passage that a section begins with, if there is one and no line for it yet.
    fn add_section(
        &self,
        lines: &mut Vec<Named>,
        document: DocumentId,
        section: usize,
    ) -> Result<()> {
        match find_first_passage(self.library, document, section)? {
            Some(passage) => self.add(lines, document, None, section, passage),
            None => Ok(()),
        }
    }

    /// A line for a passage, called by a heading: this one, or that of its section.
    fn add(
        &self,
        lines: &mut Vec<Named>,
        document: DocumentId,
        heading: Option<&str>,
        section: usize,
        passage: PassageId,
    ) -> Result<()> {
        let value = self.value(passage)?;
        if lines.iter().any(|(_, other)| *other == value) {
            return Ok(());
        }

        let info = self.library.document(document)?;
        let heading = heading.map(str::to_owned);
        let name = match heading.or_else(|| section_namer(info)(section)) {
            // A text may have its title as a heading; said twice it would only take room.
            Some(heading) if self.is_several && info.title != heading => {
                format!(
                    "{heading} · {}",
                    titles::distinct_title(self.library, document)?
                )
            }
            Some(heading) => heading,
            None => titles::distinct_title(self.library, document)?,
        };
        lines.push((name, value));
        Ok(())
    }

    fn value(&self, passage: PassageId) -> Result<String> {
        let state = State {
            face: Face::Text,
            home: self.library.home,
            view: shelf::view_of(self.library, &self.library.passage(passage)?)?,
            ..State::default()
        };
        Ok(choice_value(state.encode(Action::Open(0)), self.asked))
    }
}
