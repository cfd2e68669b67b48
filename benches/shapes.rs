//! How long texts of a difficult shape take, stage by stage: one line, one paragraph, one section,
//! one sentence, one word, of 1, 4, 16 and 64 MB.
//!
//! `cargo bench --bench shapes`, or with sizes in MB only these. Each row is a shape and a size,
//! each column a stage; what takes four times as long for a text four times as long is as it should
//! be.

#![allow(clippy::unwrap_used)] // what cannot be measured may end the program

use std::fs;
use std::path::Path;
use std::time::Instant;

use pullquote::internals::Language;
use pullquote::internals::corpus::{Corpus, list_corpus};
use pullquote::internals::document::Document;
use pullquote::internals::engine::{Ask, Engine};
use pullquote::internals::index::{Silent, rebuild_index};
use pullquote::internals::sentences;
use pullquote::internals::tokens;
use pullquote::internals::{Passage, passages};

const SIZES: [usize; 4] = [1, 4, 16, 64];
const ENDINGS: [&str; 3] = ["txt", "md", "html"];

/// What is repeated until the text is long enough, and what it is called.
const SHAPES: [(&str, &str); 8] = [
    (
        "line",
        "The keeper lit the lamp of the tower. Nobody saw it, and she went home. ",
    ),
    (
        "paragraph",
        "The keeper lit the lamp of the tower.\nNobody saw it, and she went home.\n",
    ),
    (
        "section",
        "The keeper lit the lamp of the tower.\n\nNobody saw it, and she went home.\n\n",
    ),
    (
        "sentence",
        "the keeper lit the lamp of the tower, nobody saw it, and she went home, ",
    ),
    ("word", "lighthouse"),
    ("stops", "Ab.\u{2029}"),
    ("marks", "\"(?!) "),
    ("stars", "*a "),
];

fn main() {
    let sizes: Vec<usize> = std::env::args()
        .filter_map(|size| size.parse().ok())
        .collect();
    let sizes = if sizes.is_empty() {
        SIZES.to_vec()
    } else {
        sizes
    };

    println!(
        "| shape | format | MB | read | language | sentences | passages | words | index | question |"
    );
    println!("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (name, piece) in SHAPES {
        for ending in ENDINGS {
            for size in &sizes {
                let seconds = stages(piece, ending, size * 1_000_000);
                let cells: Vec<String> = seconds.iter().map(|s| format!("{s:.2} s")).collect();
                println!("| {name} | {ending} | {size} | {} |", cells.join(" | "));
            }
        }
    }
}

/// Seconds that each stage takes.
fn stages(piece: &str, ending: &str, bytes: usize) -> [f64; 7] {
    let folder = tempfile::tempdir().unwrap();
    let corpus = folder.path().join("corpus");
    fs::create_dir(&corpus).unwrap();
    let text = piece.repeat(bytes / piece.len());
    fs::write(corpus.join(format!("text.{ending}")), text).unwrap();

    let listing = list_corpus(&Corpus::here(&corpus)).unwrap();
    let file = &listing.files[0];
    let (document, read) = timed(|| file.read_whole().unwrap());
    let (language, guess) = timed(|| Language::of(&document));
    let ((), cut) = timed(|| cut(&document, language));
    let (passages, group) = timed(|| passages(&document, language));
    let ((), words) = timed(|| words(&document, &passages, language));
    drop((document, passages));

    let index = folder.path().join("index");
    let (library, build) =
        timed(|| rebuild_index(&Corpus::here(&corpus), &index, &Silent).unwrap());
    drop(library);
    let ((), question) = timed_question(&corpus, &index);
    [read, guess, cut, group, words, build, question]
}

fn cut(document: &Document, language: Language) {
    for block in &document.blocks {
        std::hint::black_box(sentences(&document.text, block.range.clone(), language));
    }
}

fn words(document: &Document, passages: &[Passage], language: Language) {
    for passage in passages {
        std::hint::black_box(tokens(&document.text[passage.range()], language).count());
    }
}

fn timed_question(corpus: &Path, index: &Path) -> ((), f64) {
    let engine = Engine::open(&Corpus::here(corpus), index, Box::new(Silent)).unwrap();
    timed(|| {
        let ask = Ask {
            question: "Who lit the lamp of the lighthouse?",
            document: None,
            limit: 5,
        };
        engine.ask(ask).unwrap();
    })
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let made = work();
    (made, start.elapsed().as_secs_f64())
}
