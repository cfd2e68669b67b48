//! What is known of a text itself: who wrote it, how long it is, what it is called.
//!
//! In: an answer to a question about texts. Out: facts, which a terminal and Discord say in their
//! own words.

use anyhow::Result;

use crate::answer::Answer;
use crate::chapters::{Missing, Place, count_chapters, find_place, find_place_passage};
use crate::ids::{DocumentId, Ids};
use crate::index::{DocumentInfo, Library};
use crate::language::Language;
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
    /// None is by this person, as far as they tell.
    NoneBy {
        author: String,
    },
    Length {
        title: String,
        words: u64,
        chapters: u64,
        pages: u64,
    },
    /// It has no such part as was asked about.
    NoPart {
        title: String,
    },
    /// Of several texts, none has.
    NoParts,
    /// How many parts of that kind it has.
    Parts {
        title: String,
        chapters: u64,
        pages: u64,
    },
    Language {
        title: String,
        language: Language,
    },
    /// When a text was published, and by whom, is never known.
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
pub fn collect_facts(library: &Library, answer: &Answer) -> Result<Option<Vec<Fact>>> {
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
        About::Author(_) => author_facts(library, &texts)?,
        About::By(authors) => {
            let is_one = |author: &String| authors.contains(author);
            let by = |text: &&Text| text.info.author.as_ref().is_some_and(is_one);
            let own: Vec<Text> = texts.iter().filter(by).copied().collect();
            author_facts(library, &own)?
        }
        About::ByNobody(author) => vec![Fact::NoneBy {
            author: author.clone(),
        }],
        About::Length(_) | About::Stock(_) => {
            collect_first_facts(&texts, |text| text.length(library))?
        }
        About::Title(_) | About::Shelf => vec![titles_fact(library, &texts)?],
        About::Published(_) => vec![Fact::NoDate],
        About::Language(_) => collect_first_facts(&texts, |text| text.language(library))?,
        About::Plot(_) => vec![Fact::Summary],
        About::Part(part, _) => {
            for text in &texts {
                if find_place_passage(library, text.id, part)?.is_some() {
                    return Ok(Some(vec![Fact::Readable]));
                }
            }
            missing_part_facts(library, &texts, part)?
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
        titles::distinct_title(library, self.id)
    }

    fn language(&self, library: &Library) -> Result<Fact> {
        Ok(Fact::Language {
            title: self.title(library)?,
            language: self.info.language,
        })
    }

    fn length(&self, library: &Library) -> Result<Fact> {
        Ok(Fact::Length {
            title: self.title(library)?,
            words: self.info.words.into(),
            chapters: count_chapters(self.info) as u64,
            pages: self.info.pages.len() as u64,
        })
    }
}

fn author_facts(library: &Library, texts: &[Text]) -> Result<Vec<Fact>> {
    let known = texts.iter().filter(|text| text.info.author.is_some());
    let known: Vec<Text> = known.copied().collect();

    match (known.as_slice(), texts) {
        ([], [one]) => Ok(vec![Fact::NoAuthor {
            title: one.title(library)?,
        }]),
        ([], _) => Ok(vec![Fact::NoAuthors]),
        (known, _) => collect_first_facts(known, |text| {
            Ok(Fact::Author {
                title: text.title(library)?,
                author: text.info.author.clone().unwrap_or_default(),
            })
        }),
    }
}

fn titles_fact(library: &Library, texts: &[Text]) -> Result<Fact> {
    let titles = texts.iter().take(NAMED).map(|text| text.title(library));
    Ok(Fact::Titles {
        titles: titles.collect::<Result<_>>()?,
        more: texts.len().saturating_sub(NAMED) as u64,
    })
}

/// That no text has a part, and how many of its kind those have that have some.
fn missing_part_facts(library: &Library, texts: &[Text], part: &str) -> Result<Vec<Fact>> {
    let mut facts = Vec::new();
    // What may not be read yet may have it.
    if texts.iter().all(|text| text.info.behind.bytes == 0) {
        facts.push(match texts {
            [one] => Fact::NoPart {
                title: one.title(library)?,
            },
            _ => Fact::NoParts,
        });
    }

    let mut parted = Vec::new();
    for text in texts {
        let (chapters, pages) = count_like_parts(library, text, part)?;
        if chapters > 1 || pages > 0 {
            parted.push((text, chapters, pages));
        }
    }
    facts.extend(collect_first_facts(&parted, |(text, chapters, pages)| {
        Ok(Fact::Parts {
            title: text.title(library)?,
            chapters: *chapters as u64,
            pages: *pages as u64,
        })
    })?);
    facts.push(Fact::Summary);
    Ok(facts)
}

/// How many chapters and pages a text has, if a part that it lacks is called by the number of one.
fn count_like_parts(library: &Library, text: &Text, part: &str) -> Result<(usize, usize)> {
    Ok(match find_place(library, text.id, part)? {
        Place::Missing(Missing::Place) => (0, text.info.pages.len()),
        Place::Missing(_) => (count_chapters(text.info), 0),
        _ => (0, 0),
    })
}

/// What is known of the first texts, and how many there are beside these.
fn collect_first_facts<T>(texts: &[T], fact: impl Fn(&T) -> Result<Fact>) -> Result<Vec<Fact>> {
    let told = texts.iter().take(TOLD).map(fact);
    let mut told = told.collect::<Result<Vec<_>>>()?;
    let more = texts.len().saturating_sub(TOLD) as u64;
    told.extend((more > 0).then_some(Fact::More(more)));
    Ok(told)
}
