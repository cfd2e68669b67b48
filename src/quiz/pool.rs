//! A document -> what there is in it to choose from: its names and numbers, who speaks, and the
//! headings of its chapters.
//!
//! Only what is open of it is looked at, and of a long one some passages here and there.

use std::collections::{BTreeMap, HashSet};

use anyhow::Result;

use crate::analyze::fold;
use crate::ids::DocumentId;
use crate::index::Library;
use crate::language::Language;
use crate::quiz::chapter::Headings;
use crate::quiz::gap::{Sort, collect_things, fold_words, word_indices};
use crate::quiz::speaker::find_speaker;
use crate::quiz::{OPTIONS, to_one_line};

/// Passages that are looked at.
const PASSAGES: usize = 300;

/// What there is in a document.
pub struct Pool {
    pub language: Language,
    /// The text on one line, in which sentences are found wherever their lines end.
    pub text: String,
    /// By sort and words: as it is written, and how often it was seen.
    things: BTreeMap<(Sort, Vec<String>), (String, usize)>,
    /// Who speaks, by words: as it is written, and whether it is sure that they do.
    speakers: BTreeMap<Vec<String>, (String, bool)>,
    /// Words that are written without a capital.
    small: HashSet<String>,
    pub headings: Option<Headings>,
}

impl Pool {
    /// Looks through a document.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn of(library: &Library, document: DocumentId) -> Result<Pool> {
        let info = library.document(document)?;
        let text = library.full_text(document)?;
        let mut pool = Pool {
            language: info.language,
            text: to_one_line(text),
            things: BTreeMap::new(),
            speakers: BTreeMap::new(),
            small: HashSet::new(),
            headings: Headings::of(info),
        };

        let open = library.open_passages(info.passages.clone());
        let step = open.clone().count().div_ceil(PASSAGES).max(1);
        for id in open.step_by(step) {
            for row in library.passage(id)?.sentences {
                pool.add(&text[library.sentence(row)?.range]);
            }
        }
        Ok(pool)
    }

    fn add(&mut self, sentence: &str) {
        let small = word_indices(sentence).filter(|(_, word)| word.starts_with(char::is_lowercase));
        self.small.extend(small.map(|(_, word)| fold(word)));

        for thing in collect_things(sentence, self.language) {
            let written = to_one_line(&sentence[thing.range]);
            let key = (thing.sort, fold_words(&written));
            self.things.entry(key).or_insert((written, 0)).1 += 1;
        }

        if let Some(saying) = find_speaker(sentence, self.language) {
            let written = to_one_line(&sentence[saying.name]);
            let speaker = self.speakers.entry(fold_words(&written));
            speaker.or_insert((written, false)).1 |= saying.is_sure;
        }
    }

    /// Whether somebody speaks in this document: a word that only begins sentences is nobody.
    pub fn is_speaker(&self, written: &str) -> bool {
        let names = [Sort::Name, Sort::FullName];
        let is_name = || names.into_iter().any(|sort| self.is_known(sort, written));
        let speaker = self.speakers.get(&fold_words(written));
        speaker.is_some_and(|(_, is_sure)| *is_sure || is_name())
    }

    /// Those who speak, as far as they are wanted.
    pub fn speakers(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<String> {
        let all = self.speakers.values().map(|(written, _)| written);
        let wanted = all.filter(|written| self.is_speaker(written) && is_wanted(written));
        wanted.cloned().collect()
    }

    /// Whether something is a name or number of this document: what is also written small is no
    /// name.
    pub fn is_known(&self, sort: Sort, written: &str) -> bool {
        let words = fold_words(written);
        let is_small = sort == Sort::Name && words.iter().any(|word| self.small.contains(word));
        !is_small && self.things.contains_key(&(sort, words))
    }

    /// Others of a sort: those that stand there more than once, if there are enough of them.
    pub fn others(&self, sort: Sort, is_wanted: impl Fn(&String) -> bool) -> Vec<String> {
        let of_sort = self.things.iter().filter(|((own, _), _)| *own == sort);
        let wanted =
            of_sort.filter(|(_, (written, _))| self.is_known(sort, written) && is_wanted(written));
        let wanted: Vec<&(String, usize)> = wanted.map(|(_, thing)| thing).collect();

        let often = wanted.iter().filter(|(_, count)| *count > 1).count();
        let least = if often >= 2 * OPTIONS { 2 } else { 1 };
        let wanted = wanted.into_iter().filter(|(_, count)| *count >= least);
        wanted.map(|(written, _)| written.clone()).collect()
    }
}
