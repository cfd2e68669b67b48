//! A text cut and ready to be stored: read just now, or as the former generation has it.

use std::ops::Range;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use unicode_normalization::char::is_combining_mark;

use crate::document::Document;
use crate::ids::{DocumentId, Ids};
use crate::index::library::Library;
use crate::index::manifest::{Behind, DocumentInfo, since_epoch};
use crate::index::part::Words;
use crate::language::Language;
use crate::passage::{Passage, passages};

/// A text ready to be stored: read just now, or taken from the former generation.
pub struct Prepared {
    /// What is known of it; where it is stored, nobody knows yet.
    pub info: DocumentInfo,
    pub text: String,
    pub passages: Vec<Passage>,
    /// Those of the passages; `None` of a long text, whose words take far more memory than the text.
    pub words: Option<Box<Words>>,
}

/// Passages whose words are kept: half a megabyte of text.
pub const MOST_PASSAGES: usize = 1024;

/// A text that was read just now is cut into passages.
impl From<Document> for Prepared {
    fn from(document: Document) -> Prepared {
        let language = Language::of(&document);
        let passages = passages(&document, language);
        let indexed = since_epoch(SystemTime::now()).as_secs();

        Prepared {
            info: DocumentInfo {
                path: document.path,
                title: document.title,
                author: document.author,
                language,
                indexed,
                pages: document.pages,
                unread: document.unread,
                sections: document.sections,
                tables: document.tables,
                passages: Range::default(),
                sentences: 0..0,
                words: 0,
                text: 0..0,
                checksum: String::new(),
                behind: Behind::default(),
            },
            text: document.text,
            passages,
            words: None,
        }
    }
}

impl Prepared {
    /// A text as the former generation has it: cut already, and with its words where they are of use
    /// and undamaged.
    pub fn stored(library: &Library, document: DocumentId) -> Result<Prepared> {
        let info = library.document(document)?;

        let passage = |id| -> Result<Passage> {
            let passage = library.passage(id)?;
            let sentences = passage
                .sentences
                .clone()
                .map(|row| library.sentence(row))
                .collect::<Result<_>>()?;
            Ok(Passage {
                section: passage.section,
                sentences,
            })
        };

        let text = library.full_text(document)?.to_owned();
        let is_long = info.passages.len() > MOST_PASSAGES;
        let words = (!is_long).then(|| find_stored_words(library, document, &text).ok());
        let prepared = Prepared {
            text,
            passages: info.passages.ids().map(passage).collect::<Result<_>>()?,
            info: info.clone(),
            words: words.flatten().map(Box::new),
        };
        library.ensure_whole()?;
        Ok(prepared)
    }

    /// The same with its words, unless it is long.
    ///
    /// # Errors
    /// See [`Words::of`].
    pub fn with_words(mut self) -> Result<Prepared> {
        if self.words.is_none() && self.passages.len() <= MOST_PASSAGES {
            let words = Words::of(&self.text, &self.passages, self.info.language)?;
            self.words = Some(Box::new(words));
        }
        Ok(self)
    }

    /// About how many bytes it takes.
    pub fn bytes(&self) -> usize {
        self.text.len() + self.words.as_ref().map_or(0, |words| words.bytes())
    }
}

/// The words of a text as a library has them, which is much faster than to take the text apart
/// again.
fn find_stored_words(library: &Library, document: DocumentId, text: &str) -> Result<Words> {
    library.check_words(document)?;
    let info = library.document(document)?;

    let mut words = Words::default();
    for row in info.sentences.clone() {
        let start = library.sentence(row)?.range.start;
        for (term, word) in library.occurrences(row)? {
            let range = start + word.range.start..start + word.range.end;
            let written = text.get(range).context("a word outside its text")?;
            // Such a mark may stand on the space in front of the sentence, which is not known here.
            let is_mark = word.range.start == 0 && written.starts_with(is_combining_mark);
            ensure!(!is_mark, "a word that does not begin where it stands");

            let term = str::from_utf8(library.term(term)?.term)?;
            words.add(written, term, &word)?;
        }
        words.end_sentence();
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::library_of;

    /// All that is known of some words.
    fn contents(words: &Words) -> impl PartialEq + std::fmt::Debug {
        let terms: Vec<String> = words.terms.all().map(str::to_owned).collect();
        let written: Vec<String> = words.written.all().map(str::to_owned).collect();
        let rows = (words.rows.clone(), words.sentences.clone());
        (terms, written, words.counts.clone(), rows)
    }

    #[test]
    fn the_words_of_a_library_are_those_of_its_texts() {
        let texts = [
            "It cost $5 and 10 cents. \"We're twenty-two,\" said J. R. Holm. Forty thousand of\n\
             the _keeper's_ well-kept lamps—all red—burnt on 14 March 1862; he didn’t sleep.",
            "Die Müllerin sah das Feuerschiff. Am 3. April kam die „Möwe“ nach Straßburg.",
            "L’île dormait. Aujourd’hui, il s’en va à 7 h 30.",
            "守灯人说：灯灭了。她走了，一八六二年三月。",
            "Смотритель зажёг лампу. Двадцать две лодки ушли.",
            "It rained all day. \u{93e} The boat left.",
        ];
        let names: Vec<String> = (0..texts.len())
            .map(|number| format!("{number}.txt"))
            .collect();
        let files = names.iter().map(String::as_str).zip(texts);
        let library = library_of(&files.collect::<Vec<_>>());

        for (text, id) in texts.iter().zip((0..).map(DocumentId)) {
            let stored = Prepared::stored(&library, id).unwrap();
            let words = stored.words.unwrap();
            let again = Words::of(&stored.text, &stored.passages, stored.info.language).unwrap();
            assert_eq!(contents(&words), contents(&again), "{text}");
        }
    }
}
