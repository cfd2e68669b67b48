//! A library that is made by many small changes is the same as one that is made at once.

mod late;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::generation::Generations;
use super::late::Late;
use super::sizes::Sizes;
use super::{LateTexts, Library, Need, Scope, Silent, open_newer_at, refresh_index};
use crate::answer::{Question, answer_question};
use crate::corpus::Corpus;
use crate::ids::{Ids, PassageId};
use crate::language::Language;
use crate::random::Random;
use crate::reader::Effort;

/// Small enough that a library of some pages has many parts.
const SIZES: Sizes = Sizes {
    least: 3_000,
    most: 6_000,
};

/// A corpus that changes, and its words.
struct Changing {
    dir: TempDir,
    words: Vec<String>,
    chance: Random,
}

impl Changing {
    fn new(seed: u64) -> Changing {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("corpus")).unwrap();
        let mut chance = Random::new(seed);
        let words = (0..120).map(|_| chance.word()).collect();
        Changing { dir, words, chance }
    }

    fn corpus(&self) -> PathBuf {
        self.dir.path().join("corpus")
    }

    fn index(&self) -> PathBuf {
        self.dir.path().join("index")
    }

    fn word(&mut self) -> String {
        // A few words are common and most are rare, as in texts.
        let end = self.chance.within(1..self.words.len());
        let at = self.chance.below(end);
        self.words[at].clone()
    }

    fn sentence(&mut self) -> String {
        let words: Vec<String> = (0..self.chance.within(4..14))
            .map(|_| self.word())
            .collect();
        let year = self.chance.within(1800..2000);
        format!("The {} was {year}. ", words.join(" "))
    }

    /// Writes, writes again or takes away a text.
    fn change(&mut self) {
        let name = format!("{}/{}.md", self.chance.below(3), self.chance.below(14));
        let path = self.corpus().join(name);

        match self.chance.below(10) {
            0 | 1 => drop(fs::remove_file(path)),
            // It looks like a binary file, and is reported.
            2 => self.write(&path, "\0"),
            _ => {
                let chapters = self.chance.within(1..4);
                let chapter = |this: &mut Self| {
                    let sentences = this.chance.within(1..25);
                    let text: String = (0..sentences).map(|_| this.sentence()).collect();
                    format!("# {}\n\n{text}\n\n", this.word())
                };

                let text: String = (0..chapters).map(|_| chapter(self)).collect();
                self.write(&path, &text);
            }
        }
    }

    fn write(&self, path: &Path, text: &str) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The library, from the one before.
    fn refreshed(&self) -> Library {
        self.library(&self.index(), Need::Fresh)
    }

    /// The library, made at once.
    fn made_anew(&self) -> Library {
        let index = tempfile::tempdir().unwrap();
        self.library(index.path(), Need::Rebuild)
    }

    fn library(&self, index: &Path, need: Need) -> Library {
        let never = Late::never();
        let corpus = Corpus::here(self.corpus());
        refresh_index(&corpus, &generations(index), need, None, &never, &Silent).unwrap()
    }

    /// The library from one before, without what comes late; `None` if that is the same.
    fn refreshed_soon(&self, former: &Library, late: &LateTexts) -> Option<Library> {
        let corpus = Corpus::here(self.corpus());
        open_newer_at(former, &corpus, &generations(&self.index()), late, &Silent).unwrap()
    }

    /// The names of the parts, which tell what they hold.
    fn parts(&self) -> BTreeSet<String> {
        let files = walkdir::WalkDir::new(self.index()).into_iter().flatten();
        let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        names.filter(|name| name.ends_with(".part")).collect()
    }
}

/// The generations of an index of small parts.
fn generations(index: &Path) -> Generations {
    let mut generations = Generations::new(index);
    generations.sizes = SIZES;
    generations
}

/// All that a library says of its texts.
fn contents(library: &Library) -> Vec<String> {
    let mut said = vec![format!("{:?}", library.skipped())];
    for (id, info) in library.documents_with_ids() {
        let text = library.full_text(id).unwrap();
        let places = (&info.passages, &info.sentences, &info.sections, info.words);
        said.push(format!("{} {} {places:?} {text}", info.path, info.title));
    }

    for id in library.passages().ids() {
        let passage = library.passage(id).unwrap();
        said.push(format!("{passage:?}"));
        for row in passage.sentences {
            let words = library.occurrences(row).unwrap().map(|(term, word)| {
                let term = library.term(term).unwrap().term;
                (String::from_utf8_lossy(term).into_owned(), word.range)
            });
            let words: Vec<_> = words.collect();
            said.push(format!("{:?} {words:?}", library.sentence(row).unwrap()));
        }
    }
    said
}

/// What a library finds for some words.
fn finds(library: &Library, words: &[String], ids: &[PassageId]) -> Vec<String> {
    let postings = library.postings(Language::English);
    let all = library.passages();
    let quarter = library.passage_count() / 4;
    let middle = all.start + quarter..all.end - quarter;
    let mut said = Vec::new();

    for word in words {
        let mut seen = Vec::new();
        let see = |passage, count| seen.push((passage, count));
        postings.for_each(word, middle.clone(), see).unwrap();
        let run = [vec![word.clone()]];
        let holding: Vec<PassageId> = postings.holding(&run, all.clone()).unwrap().collect();

        said.push(format!(
            "{word} {} {seen:?} {holding:?} {:?} {:?} {:?}",
            postings.passages_with(word),
            postings.in_passages(word, ids).unwrap(),
            library.words().near(word, 2),
            library.words().completed(&word[..2], &[Language::English]),
        ));
    }

    let weights = words
        .iter()
        .zip(1..)
        .map(|(word, n)| (word.as_str(), 1.0 + 1.0 / n as f32));
    let weights: Vec<(&str, f32)> = weights.collect();
    for limit in [1, 5, 40] {
        said.push(format!("{:?}", postings.top(&weights, limit).unwrap()));
    }
    said
}

/// Passages that hold two words one behind the other, each asked for in turn.
fn holds(library: &Library, pair: &[String]) -> Vec<bool> {
    let postings = library.postings(Language::English);
    let all = library.passages();
    let mut holders = postings.holding(&[pair.to_vec()], all.clone()).unwrap();
    all.ids().step_by(2).map(|id| holders.holds(id)).collect()
}

#[test]
fn a_library_made_by_changes_is_the_same_as_one_made_at_once() {
    let mut most_parts = 0;
    for seed in 0..2 {
        let mut corpus = Changing::new(seed);
        (0..25).for_each(|_| corpus.change());

        for round in 0..6 {
            (0..corpus.chance.within(1..4)).for_each(|_| corpus.change());
            let changed = corpus.refreshed();
            let new = corpus.made_anew();
            most_parts = most_parts.max(changed.manifest().parts.len());
            let at = format!("seed {seed}, round {round}");
            assert_eq!(contents(&changed), contents(&new), "{at}");

            let words: Vec<String> = (0..6).map(|_| corpus.word()).collect();
            // One is behind the last.
            let behind = PassageId(0)..new.passages().end + 3;
            let ids: Vec<PassageId> = behind.ids().step_by(3).collect();
            let finds = |library| finds(library, &words, &ids);
            assert_eq!(finds(&changed), finds(&new), "{at}");

            let pair = words[..2].to_vec();
            assert_eq!(holds(&changed, &pair), holds(&new, &pair), "{at}");

            let question = format!("When was the {} {}?", words[0], words[1]);
            let asked = Question {
                text: &question,
                scope: Scope::Library,
                limit: 10,
                effort: Effort::default(),
            };
            let answered = |library| format!("{:?}", answer_question(library, &asked).unwrap());
            assert_eq!(answered(&changed), answered(&new), "{at}: {question}");
        }
    }
    assert!(most_parts > 5, "{most_parts}");
}

#[test]
fn a_change_leaves_the_files_of_all_other_parts() {
    let mut corpus = Changing::new(7);
    (0..60).for_each(|_| corpus.change());
    drop(corpus.refreshed());
    let before = corpus.parts();

    let text = "# The Crane\n\nThe crane stood in 1900.\n";
    corpus.write(&corpus.corpus().join("1/5.md"), text);
    drop(corpus.refreshed());
    let after = corpus.parts();

    let kept = before.intersection(&after).count();
    assert!(
        before.len() > 5 && kept == before.len() - 1,
        "{before:?} {after:?}"
    );
}

#[test]
fn equal_texts_in_parts_of_their_own_stay_whole() {
    let corpus = Changing::new(13);
    let put = |name: &str, text: &str| corpus.write(&corpus.corpus().join(name), text);
    let long = "The lamp was red. The boat was blue.\n\n".repeat(200);
    put("a.md", &long);
    put("b.md", &long);
    put("c.md", "The crane was green.");
    drop(corpus.refreshed());

    put("c.md", "The crane was white.");
    let library = corpus.refreshed();
    library.verify().unwrap();
    assert_eq!(contents(&library), contents(&corpus.made_anew()));
}
