//! How long the pieces of an answer take, each by itself, on the sample story and on generated
//! libraries.
//!
//! `cargo bench --bench pieces`, or with a name only what has it in its own. Questions take turns,
//! so that what is measured is the usual one.

#![allow(clippy::unwrap_used)] // what cannot be measured may end the program

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use pullquote::internals::DocumentId;
use pullquote::internals::Language;
use pullquote::internals::corpus::{Corpus, list_corpus};
use pullquote::internals::engine::{Ask, Engine};
use pullquote::internals::index::{Library, Silent, rebuild_index};
use pullquote::internals::measuring::bench::generate_questions;
use pullquote::internals::measuring::bench::prose::Prose;
use pullquote::internals::passages;
use pullquote::internals::query::Query;
use pullquote::internals::rank::statistics::SearchSpace;
use pullquote::internals::tokens;
use pullquote::internals::{quote, rank};
use tempfile::TempDir;

/// Documents of a library: one is the sample story, several are generated.
const LIBRARIES: [usize; 3] = [1, 8, 80];
/// Passages of a generated document, and words that make about one passage.
const PASSAGES: usize = 500;
const PASSAGE_WORDS: usize = 85;
const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
const SEED: u64 = 1;

fn main() {
    divan::main();
}

/// A library with questions to it.
struct Place {
    engine: Engine,
    questions: Vec<String>,
    _folder: TempDir,
}

impl Place {
    fn sample() -> Place {
        Place::new(Path::new(SAMPLE), tempfile::tempdir().unwrap())
    }

    fn generated(documents: usize) -> Place {
        let folder = tempfile::tempdir().unwrap();
        let corpus = folder.path().join("corpus");
        fs::create_dir(&corpus).unwrap();
        let mut prose = Prose::new(&Place::sample().engine.library(), SEED).unwrap();
        for number in 0..documents {
            let text = prose.document(&format!("Tale {number}"), PASSAGES * PASSAGE_WORDS);
            fs::write(corpus.join(format!("{number}.txt")), text).unwrap();
        }
        Place::new(&corpus, folder)
    }

    fn new(corpus: &Path, folder: TempDir) -> Place {
        let engine = Engine::open(
            &Corpus::here(corpus),
            &folder.path().join("index"),
            Box::new(Silent),
        )
        .unwrap();
        let questions = generate_questions(&engine.library(), 200, SEED).unwrap();
        Place {
            engine,
            questions,
            _folder: folder,
        }
    }

    /// Measures something for each question in turn.
    fn each<T>(&self, bencher: Bencher, work: impl Fn(&Library, &str) -> T) {
        let (library, mut turns) = (self.engine.library(), self.questions.iter().cycle());
        bencher
            .with_inputs(|| turns.next().unwrap())
            .bench_local_values(|question| work(&library, question));
    }
}

fn place(documents: usize) -> &'static Place {
    static PLACES: LazyLock<BTreeMap<usize, Place>> = LazyLock::new(|| {
        let place = |documents| {
            if documents == 1 {
                Place::sample()
            } else {
                Place::generated(documents)
            }
        };
        LIBRARIES
            .iter()
            .map(|documents| (*documents, place(*documents)))
            .collect()
    });
    &PLACES[&documents]
}

fn analysed(library: &Library, question: &str) -> (Query, SearchSpace) {
    let all = library.passages();
    let query = Query::new(library, question, &all, Language::English).unwrap();
    (query, SearchSpace::new(library, all).unwrap())
}

#[divan::bench(args = LIBRARIES)]
fn answer(bencher: Bencher, documents: usize) {
    let place = place(documents);
    place.each(bencher, |_, question| {
        place
            .engine
            .ask(Ask {
                question,
                document: None,
                limit: 5,
            })
            .unwrap()
    });
}

#[divan::bench(args = LIBRARIES)]
fn answer_query(bencher: Bencher, documents: usize) {
    place(documents).each(bencher, analysed);
}

#[divan::bench(args = LIBRARIES)]
fn answer_rank(bencher: Bencher, documents: usize) {
    let measure = |library: &Library, question: &str| {
        let (query, space) = analysed(library, question);
        rank::measure_candidates(library, &query, &space)
            .unwrap()
            .rank(rank::shipped_model())
    };
    place(documents).each(bencher, measure);
}

#[divan::bench(args = LIBRARIES)]
fn answer_quote(bencher: Bencher, documents: usize) {
    let place = place(documents);
    let library = place.engine.library();
    let (query, space) = analysed(&library, &place.questions[0]);
    let (asked, ranked) = rank::measure_candidates(&library, &query, &space)
        .unwrap()
        .rank(rank::shipped_model());
    let text = |span| library.text(span).unwrap();
    bencher.bench_local(|| {
        quote::choose_window(
            &quote::collect_windows(&asked, &ranked, &text),
            quote::shipped_model(),
        )
    });
}

#[divan::bench(args = LIBRARIES)]
fn bare_query(bencher: Bencher, documents: usize) {
    let bare = |library: &Library, question: &str| {
        let terms: Vec<String> = tokens(question, Language::English)
            .filter(|t| !t.stop)
            .map(|t| t.term)
            .collect();
        library
            .postings(Language::English)
            .plain(&terms, 10)
            .unwrap()
    };
    place(documents).each(bencher, bare);
}

#[divan::bench(args = LIBRARIES)]
fn correct_a_word(bencher: Bencher, documents: usize) {
    let library = place(documents).engine.library();
    bencher.bench_local(|| library.words().near(black_box("lihgthouse"), 2));
}

#[divan::bench(args = LIBRARIES)]
fn complete_a_word(bencher: Bencher, documents: usize) {
    let library = place(documents).engine.library();
    bencher.bench_local(|| {
        library
            .words()
            .completed(black_box("s"), &[Language::English])
    });
}

#[divan::bench]
fn read_a_text(bencher: Bencher) {
    let listing = list_corpus(&Corpus::here(Path::new(SAMPLE))).unwrap();
    let file = &listing.files[0];
    bencher
        .counter(BytesCount::new(file.bytes))
        .bench_local(|| file.read_whole().unwrap());
}

#[divan::bench]
fn cut_a_text(bencher: Bencher) {
    let listing = list_corpus(&Corpus::here(Path::new(SAMPLE))).unwrap();
    let document = listing.files[0].read_whole().unwrap();
    bencher
        .counter(BytesCount::of_str(&document.text))
        .bench_local(|| passages(black_box(&document), Language::English));
}

#[divan::bench]
fn analyse_a_text(bencher: Bencher) {
    let library = place(1).engine.library();
    let text = library.full_text(DocumentId(0)).unwrap();
    bencher
        .counter(BytesCount::of_str(text))
        .bench_local(|| tokens(black_box(text), Language::English).count());
}

#[divan::bench]
fn index_a_text(bencher: Bencher) {
    bencher
        .with_inputs(|| tempfile::tempdir().unwrap())
        .bench_local_values(|folder| {
            rebuild_index(&Corpus::here(Path::new(SAMPLE)), folder.path(), &Silent).unwrap();
            folder
        });
}
