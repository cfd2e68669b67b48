//! What appears while someone types: places that fit so far, chosen with one press.
//!
//! A choice carries the place itself, like a button, so that choosing it shows exactly that passage;
//! whoever ignores the list sends their own words. Choices of documents and collections carry the path.
//! The lists fail only when the index cannot be read.

use anyhow::Result;
use serde::Serialize;

use crate::analyze::fold;
use crate::answer::{Question, answer};
use crate::index::{Library, Scope};
use crate::reader::Effort;
use crate::render::discord::markdown::{label, shorten, units};
use crate::render::discord::message::limits;
use crate::render::discord::words;
use crate::reply::read::{first_passage, headings};
use crate::reply::shelf;
use crate::reply::state::{Action, Match, State, View};

/// Headings shown above passages.
const HEADINGS: usize = 10;
/// Passages shown below them.
const PASSAGES: usize = 10;

/// Collections shown above documents.
const FOLDERS: usize = 10;

/// Units of a sentence that leave room for the title after it.
const SENTENCE: usize = 70;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What is shown.
    pub name: String,
    /// What is sent.
    pub value: String,
}

impl Choice {
    fn new(name: &str, value: String) -> Option<Choice> {
        let name = shorten(&label(name), limits::CHOICE);
        (!name.is_empty() && units(&value) <= limits::CHOICE).then_some(Choice { name, value })
    }
}

/// Collections, then documents, whose title or path holds what is typed.
pub fn documents(library: &Library, typed: &str) -> Vec<Choice> {
    let wanted = typed.trim().to_lowercase();
    let fits = |text: &str| text.to_lowercase().contains(&wanted);

    let folders = library
        .folders()
        .iter()
        .filter(|folder| fits(&folder.name()))
        .filter_map(|folder| Choice::new(&words::library::collection(folder), folder.name()));
    let documents = library
        .documents()
        .iter()
        .filter(|d| fits(&d.title) || fits(&d.path))
        .filter_map(|d| Choice::new(&d.title, tail(&d.path)));

    // Not all the collections, so that some documents are always in sight.
    folders
        .take(FOLDERS)
        .chain(documents)
        .take(limits::CHOICES)
        .collect()
}

/// The end of a path, as much as a choice can carry: it still fits only that document.
fn tail(path: &str) -> String {
    let mut start = 0;
    while units(&path[start..]) > limits::CHOICE {
        start = path.ceil_char_boundary(start + 1);
    }
    path[start..].to_owned()
}

/// Headings and passages that fit what is typed as a question.
pub fn question(library: &Library, typed: &str, scope: Scope) -> Result<Vec<Choice>> {
    let mut choices = places(library, typed, scope)?;
    // Without a word to look for, the headings are a table of contents.
    if typed.trim().is_empty() {
        return Ok(choices);
    }

    // So that passages have room below them.
    choices.truncate(HEADINGS);
    let typed = completed(library, typed);

    let found = answer(
        library,
        &Question {
            text: &typed,
            scope,
            limit: PASSAGES,
            effort: Effort::default(),
        },
    )?;

    for one in shelf::matches(library, &found)? {
        choices.extend(sentence(library, &one)?);
    }
    Ok(choices)
}

/// What is typed, its last word replaced by one that begins so if it is no word of the texts yet.
fn completed(library: &Library, typed: &str) -> String {
    // The character before the last word may be longer than a byte.
    let start = typed
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| typed.ceil_char_boundary(at + 1));
    let last = fold(&typed[start..]);
    let languages = library.languages(&(0..library.passage_count()));

    // A word of the texts may be meant as it stands, even if longer ones begin so.
    let completed = library
        .words()
        .completed(&last, &languages)
        .filter(|_| !last.is_empty() && !library.words().contains(&last));
    match completed {
        Some(word) => format!("{}{word}", &typed[..start]),
        None => typed.to_owned(),
    }
}

/// The sentence that fits best in a passage.
fn sentence(library: &Library, one: &Match) -> Result<Option<Choice>> {
    let state = State {
        matches: vec![*one],
        view: shelf::view_of_match(one),
        ..State::default()
    };

    let Some(stretch) = shelf::stretch(library, state.view) else {
        return Ok(None);
    };

    let text = library.full_text(stretch.document)?;
    let bold = shelf::bold(library, &state, &stretch);
    let Some(quoted) = bold.map(|range| label(&text[range])) else {
        return Ok(None);
    };

    // With a single text, its title would tell nothing.
    let name = match library.documents() {
        [_] => format!("“{quoted}”"),
        _ => format!(
            "“{}” · {}",
            shorten(&quoted, SENTENCE),
            library.document(stretch.document)?.title
        ),
    };

    Ok(Choice::new(&name, state.encode(Action::Open(0))))
}

/// Headings, then titles, that hold what is typed; all from the first on when nothing is.
pub fn places(library: &Library, typed: &str, scope: Scope) -> Result<Vec<Choice>> {
    let wanted = typed.trim().to_lowercase();
    let range = library.documents_in(scope)?;
    let several = range.len() > 1;

    let mut choices = Vec::new();
    for (id, section, heading) in headings(library, range.clone(), &wanted).take(limits::CHOICES) {
        let Some(passage) = first_passage(library, id, section)? else {
            continue;
        };

        let view = shelf::view_of(library, &library.passage(passage)?)?;
        let title = &library.document(id)?.title;
        // A text may have its title as a heading; said twice it would only take room.
        let name = if several && title != heading {
            format!("{heading} · {title}")
        } else {
            heading.to_owned()
        };
        choices.extend(Choice::new(&name, opening(view)));
    }

    // Titles get the room that headings leave.
    for id in range {
        let info = library.document(id)?;
        if choices.len() < limits::CHOICES && info.title.to_lowercase().contains(&wanted) {
            let view = shelf::view_of(library, &library.passage(info.passages.start)?)?;
            choices.extend(Choice::new(&info.title, opening(view)));
        }
    }

    Ok(choices)
}

/// The value of a choice that opens a view.
fn opening(view: View) -> String {
    let state = State {
        view,
        ..State::default()
    };
    state.encode(Action::Open(0))
}
