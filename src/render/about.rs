//! What is known of a text itself: who wrote it, how long it is.

use crate::answer::Answer;
use crate::index::{DocumentInfo, Library};
use crate::query::About;

/// Texts of which something is told at most.
const TOLD: usize = 5;

/// Something that is known of a text, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact<'a> {
    /// What it tells is best read in it.
    Readable,
    Author {
        title: &'a str,
        author: &'a str,
    },
    NoAuthor {
        title: &'a str,
    },
    /// Of several texts, none has one.
    NoAuthors,
    Length {
        title: &'a str,
        words: u64,
        chapters: u64,
        pages: u64,
    },
}

/// What there is to say about the texts that were asked; `None` if nothing about them was asked.
pub fn facts<'a>(library: &'a Library, answer: &Answer) -> Option<Vec<Fact<'a>>> {
    let about = answer.about.as_ref()?;
    let (About::Author(title) | About::Length(title)) = about else {
        return Some(vec![Fact::Readable]);
    };

    let documents = answer.documents.clone();
    let infos = documents.filter_map(|id| library.document(id).ok());
    let meant = |info: &&DocumentInfo| title.as_ref().is_none_or(|title| *title == info.title);
    let infos: Vec<&DocumentInfo> = infos.filter(meant).collect();

    let facts = infos.iter().filter_map(|info| match about {
        About::Author(_) => Some(Fact::Author {
            title: &info.title,
            author: info.author.as_ref()?,
        }),
        _ => Some(length(info)),
    });
    let facts: Vec<Fact> = facts.take(TOLD).collect();
    Some(match (facts.as_slice(), infos.as_slice()) {
        ([], [one]) => vec![Fact::NoAuthor { title: &one.title }],
        ([], _) => vec![Fact::NoAuthors],
        _ => facts,
    })
}

fn length(info: &DocumentInfo) -> Fact<'_> {
    Fact::Length {
        title: &info.title,
        words: info.words.into(),
        chapters: info.chapters() as u64,
        pages: info.pages.len() as u64,
    }
}
