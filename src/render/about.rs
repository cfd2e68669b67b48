//! What is known of a text itself: who wrote it, how long it is, what it is called.
//!
//! In: an answer to a question about texts. Out: facts, which a terminal and Discord say in their own words.

use anyhow::Result;

use crate::answer::Answer;
use crate::chapters::{count, named};
use crate::ids::{DocumentId, Ids};
use crate::index::{DocumentInfo, Library};
use crate::query::About;
use crate::render::titles;

/// Texts of which something is told at most.
const TOLD: usize = 5;
/// Texts that are named at most.
const NAMED: usize = 10;

/// Something that is known of a text, or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// What is told in this part is best read.
    Readable,
    /// What is told in the whole is.
    Summary,
    Author {
        title: String,
        author: String,
    },
    NoAuthor {
        title: String,
    },
    /// Of several texts, none has one.
    NoAuthors,
    Length {
        title: String,
        words: u64,
        chapters: u64,
        pages: u64,
    },
    /// How many parts it has, of which none is the one that was asked about.
    Parts {
        title: String,
        chapters: u64,
        pages: u64,
    },
    /// When a text was published is never known.
    NoDate,
    /// What the texts are called, and how many more there are.
    Titles {
        titles: Vec<String>,
        more: u64,
    },
    /// So many more texts could be told of.
    More(u64),
}

/// What there is to say about the texts that were asked; `None` if nothing about them was asked.
///
/// # Errors
/// When the index cannot be read.
pub fn facts(library: &Library, answer: &Answer) -> Result<Option<Vec<Fact>>> {
    let Some(about) = answer.about.as_ref() else {
        return Ok(None);
    };

    let mut texts = Vec::new();
    for id in answer.documents.ids() {
        let info = library.document(id)?;
        if about.title().is_none_or(|title| title == info.title) {
            texts.push(Text { id, info });
        }
    }

    Ok(Some(match about {
        About::Author(_) => authors(library, &texts)?,
        About::Length(_) => told(&texts, |text| text.length(library))?,
        About::Title(_) | About::Shelf => vec![titles(library, &texts)?],
        About::Published(_) => vec![Fact::NoDate],
        About::Plot(_) => vec![Fact::Summary],
        About::Part(part, _) => {
            for text in &texts {
                if named(library, text.id, part)?.is_some() {
                    return Ok(Some(vec![Fact::Readable]));
                }
            }
            no_part(library, &texts)?
        }
    }))
}

/// A text that was asked about.
#[derive(Clone, Copy)]
struct Text<'a> {
    id: DocumentId,
    info: &'a DocumentInfo,
}

impl Text<'_> {
    /// Its title, with what tells it from another of that title.
    fn title(&self, library: &Library) -> Result<String> {
        titles::of(library, self.id)
    }

    fn length(&self, library: &Library) -> Result<Fact> {
        Ok(Fact::Length {
            title: self.title(library)?,
            words: self.info.words.into(),
            chapters: count(self.info) as u64,
            pages: self.info.pages.len() as u64,
        })
    }
}

fn authors(library: &Library, texts: &[Text]) -> Result<Vec<Fact>> {
    let known = texts.iter().filter(|text| text.info.author.is_some());
    let known: Vec<Text> = known.copied().collect();
    match (known.as_slice(), texts) {
        ([], [one]) => Ok(vec![Fact::NoAuthor {
            title: one.title(library)?,
        }]),
        ([], _) => Ok(vec![Fact::NoAuthors]),
        (known, _) => told(known, |text| {
            Ok(Fact::Author {
                title: text.title(library)?,
                author: text.info.author.clone().unwrap_or_default(),
            })
        }),
    }
}

fn titles(library: &Library, texts: &[Text]) -> Result<Fact> {
    let titles = texts.iter().take(NAMED).map(|text| text.title(library));
    Ok(Fact::Titles {
        titles: titles.collect::<Result<_>>()?,
        more: texts.len().saturating_sub(NAMED) as u64,
    })
}

/// How many parts the texts have that have some.
fn no_part(library: &Library, texts: &[Text]) -> Result<Vec<Fact>> {
    let is_parted = |text: &&Text| count(text.info) > 1 || !text.info.pages.is_empty();
    let parted: Vec<Text> = texts.iter().filter(is_parted).copied().collect();
    let mut facts = told(&parted, |text| {
        Ok(Fact::Parts {
            title: text.title(library)?,
            chapters: count(text.info) as u64,
            pages: text.info.pages.len() as u64,
        })
    })?;
    facts.push(Fact::Summary);
    Ok(facts)
}

/// What is known of the first texts, and how many there are beside these.
fn told(texts: &[Text], fact: impl Fn(&Text) -> Result<Fact>) -> Result<Vec<Fact>> {
    let told = texts.iter().take(TOLD).map(fact);
    let mut told = told.collect::<Result<Vec<_>>>()?;
    let more = texts.len().saturating_sub(TOLD) as u64;
    told.extend((more > 0).then_some(Fact::More(more)));
    Ok(told)
}
