//! What is known of a text itself: who wrote it, how long it is, what it is called.
//!
//! In: an answer to a question about texts. Out: facts, which a terminal and Discord say in their own words.

use anyhow::Result;

use crate::answer::Answer;
use crate::chapters::named;
use crate::ids::Ids;
use crate::index::{DocumentInfo, Library};
use crate::query::About;

/// Texts of which something is told at most.
const TOLD: usize = 5;
/// Texts that are named at most.
const NAMED: usize = 10;

/// Something that is known of a text, or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact<'a> {
    /// What is told in this part is best read.
    Readable,
    /// What is told in the whole is.
    Summary,
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
    /// How many parts it has, of which none is the one that was asked about.
    Parts {
        title: &'a str,
        chapters: u64,
        pages: u64,
    },
    /// When a text was published is never known.
    NoDate,
    /// What the texts are called, and how many more there are.
    Titles {
        titles: Vec<&'a str>,
        more: u64,
    },
    /// So many more texts could be told of.
    More(u64),
}

/// What there is to say about the texts that were asked; `None` if nothing about them was asked.
///
/// # Errors
/// When the index cannot be read.
pub fn facts<'a>(library: &'a Library, answer: &Answer) -> Result<Option<Vec<Fact<'a>>>> {
    let Some(about) = answer.about.as_ref() else {
        return Ok(None);
    };

    let mut texts = Vec::new();
    for id in answer.documents.ids() {
        let info = library.document(id)?;
        if about.title().is_none_or(|title| title == info.title) {
            texts.push((id, info));
        }
    }
    let infos: Vec<&DocumentInfo> = texts.iter().map(|(_, info)| *info).collect();

    Ok(Some(match about {
        About::Author(_) => authors(&infos),
        About::Length(_) => told(infos.iter().map(|info| length(info))),
        About::Title(_) | About::Shelf => vec![titles(&infos)],
        About::Published(_) => vec![Fact::NoDate],
        About::Plot(_) => vec![Fact::Summary],
        About::Part(part, _) => {
            for (id, _) in &texts {
                if named(library, *id, part)?.is_some() {
                    return Ok(Some(vec![Fact::Readable]));
                }
            }
            no_part(&infos)
        }
    }))
}

fn authors<'a>(infos: &[&'a DocumentInfo]) -> Vec<Fact<'a>> {
    let known = infos.iter().filter_map(|info| {
        let (title, author) = (info.title.as_str(), info.author.as_deref()?);
        Some(Fact::Author { title, author })
    });
    let known = told(known);
    match (known.as_slice(), infos) {
        ([], [one]) => vec![Fact::NoAuthor { title: &one.title }],
        ([], _) => vec![Fact::NoAuthors],
        _ => known,
    }
}

fn length(info: &DocumentInfo) -> Fact<'_> {
    Fact::Length {
        title: &info.title,
        words: info.words.into(),
        chapters: info.chapters() as u64,
        pages: info.pages.len() as u64,
    }
}

fn titles<'a>(infos: &[&'a DocumentInfo]) -> Fact<'a> {
    let titles = infos.iter().take(NAMED).map(|info| info.title.as_str());
    Fact::Titles {
        titles: titles.collect(),
        more: infos.len().saturating_sub(NAMED) as u64,
    }
}

/// How many parts the texts have that have some.
fn no_part<'a>(infos: &[&'a DocumentInfo]) -> Vec<Fact<'a>> {
    let parted = infos
        .iter()
        .filter(|info| info.chapters() > 1 || !info.pages.is_empty());
    let parts = parted.map(|info| Fact::Parts {
        title: &info.title,
        chapters: info.chapters() as u64,
        pages: info.pages.len() as u64,
    });
    let mut facts = told(parts);
    facts.push(Fact::Summary);
    facts
}

/// The first facts, and how many there are beside these.
fn told<'a>(facts: impl Iterator<Item = Fact<'a>>) -> Vec<Fact<'a>> {
    let mut facts: Vec<Fact> = facts.collect();
    let more = facts.len().saturating_sub(TOLD);
    facts.truncate(TOLD);
    facts.extend((more > 0).then_some(Fact::More(more as u64)));
    facts
}
