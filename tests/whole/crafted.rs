//! Whatever is typed, the work it makes is bounded: the worst that were found, against an ordinary
//! question.
//!
//! Held here are the bounds themselves (terms, phrases, hits) and the processor's time, which
//! unlike the clock's does not count what else the machine does. `PULLQUOTE_CRAFTED_CORPUS=folder
//! cargo test --release --test whole crafted -- --nocapture` prints a table for another library.

use crate::support::Place;
use pullquote::internals::Language;
use pullquote::internals::answer::{Question, answer_question};
use pullquote::internals::compare;
use pullquote::internals::corpus::Corpus;
use pullquote::internals::index::{self, Library, Scope, Silent};
use pullquote::internals::locale::Locale;
use pullquote::internals::query::Query;
use pullquote::internals::reader::Effort;
use pullquote::internals::reply::autocomplete;
use pullquote::internals::search::{self, MAX_READ};
use std::fmt::Write;

/// What people can send at most, in characters: Discord lets a list while typing be that long.
const LONGEST: usize = 6_000;
/// How many times an ordinary question's time the worst may take, and an allowance for the machine.
const TIMES: u64 = 80;
const ALLOWANCE: u64 = 20_000_000;

/// The short stories, again and again, so that their words are as common as can be.
fn library() -> (Place, Library) {
    let place = Place::new(&[]);
    let stories = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/truth/short");
    for story in ["night-train.txt", "seed-beetle.txt", "tool-library.txt"] {
        let text = std::fs::read(stories.join(story)).unwrap();
        (0..80).for_each(|n| place.write(&format!("{n}-{story}"), &text));
    }
    let corpus = std::env::var_os("PULLQUOTE_CRAFTED_CORPUS").map_or(place.corpus(), Into::into);
    let library = index::open_library(&Corpus::here(&corpus), &place.index(), &Silent).unwrap();
    (place, library)
}

fn repeated(piece: &str) -> String {
    piece.repeat(LONGEST / piece.len())
}

/// Words of the library, common ones first, each with a typing error.
fn misspelt() -> String {
    let words = [
        "morning",
        "station",
        "conductor",
        "together",
        "something",
        "children",
        "beautiful",
        "daughter",
    ];
    let mut text = String::new();
    for n in 0..LONGEST / 12 {
        let word = words[n % words.len()];
        let (start, end) = word.split_at(n % word.len());
        write!(text, "{start}q{end} ").unwrap();
    }
    text
}

fn questions() -> Vec<(&'static str, String)> {
    let stop = [
        "the", "and", "a", "of", "he", "she", "it", "to", "in", "was", "that", "his", "her",
        "with", "for",
    ];
    vec![
        (
            "common words",
            repeated(
                "the train and the night and the man and the seed of the tool in the library ",
            ),
        ),
        ("one common word", repeated("the ")),
        ("letters", repeated("a b c d e f g h i j k l m ")),
        ("one endless word", repeated("x")),
        ("typing errors", misspelt()),
        (
            "long typing errors",
            repeated("conductorconductorstationn "),
        ),
        ("one phrase over and over", repeated("\"the\" ")),
        (
            "many phrases",
            stop.iter()
                .map(|a| stop.map(|b| format!("\"{a} {b}\" ")).concat())
                .collect(),
        ),
        ("an endless phrase", format!("\"{}\"", repeated("the "))),
        ("unclosed phrases", repeated("\"the ")),
        ("accents", repeated("e\u{301}\u{302}\u{303} ")),
        ("joiners", repeated("\u{200d}a")),
        (
            "patterns",
            repeated(".* [a-z]+ (a|b)* \\w ^$ *:* AND OR NOT ~2 "),
        ),
        ("a wide script", repeated("漢字")),
        // Few words cost a search most: they stand in many passages, which are read.
        ("a common word", "the".to_owned()),
        ("a form that stands nowhere", "trainings".to_owned()),
    ]
}

/// What this thread took of the processor so far, in nanoseconds, where Linux tells.
fn processor() -> Option<u64> {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()?
        .split(' ')
        .next()?
        .parse()
        .ok()
}

/// The least that some work took of the processor in three tries.
fn cost(mut work: impl FnMut()) -> Option<u64> {
    let mut one = || {
        let before = processor()?;
        work();
        Some(processor()? - before)
    };
    (0..3).map(|_| one()).min().flatten()
}

#[test]
fn the_work_of_a_query_is_bounded() {
    let (_place, library) = library();
    let ask = |text: &str| {
        drop(
            answer_question(
                &library,
                &Question {
                    text,
                    scope: Scope::Library,
                    effort: Effort::default(),
                    limit: 5,
                },
            )
            .unwrap(),
        )
    };
    let find = |text: &str| drop(search::find_words(&library, text, Scope::Library).unwrap());
    let list = |text: &str| {
        drop(
            autocomplete::suggest_choices(&library, "question", text, None, Locale::English)
                .unwrap(),
        )
    };
    let check = |text: &str| drop(compare::check_message(&[&library], text).unwrap());
    ask("Who drove the night train?"); // so that nothing is loaded for the first time below
    // Linux counts in ticks of some milliseconds, so one question alone may seem to take nothing.
    let ten =
        cost(|| (0..10).for_each(|_| ask("Who gave the conductor of the night train the seed?")));
    let usual = ten.map(|ten| ten / 10);
    println!(
        "{} passages; an ordinary question takes {usual:?} ns",
        library.passage_count()
    );
    for (name, text) in questions() {
        type Way<'a> = (&'a str, &'a dyn Fn(&str));
        let ways: [Way; 4] = [
            ("ask", &ask),
            ("search", &find),
            ("typing", &list),
            ("check", &check),
        ];
        for (way, work) in ways {
            let Some((usual, worst)) = usual.zip(cost(|| work(&text))) else {
                continue;
            };
            println!("{way:8} {name:26} {:8.2} ms", worst as f64 / 1e6);
            assert!(
                worst < TIMES * usual + ALLOWANCE,
                "{way} {name}: {worst} ns, an ordinary question {usual} ns"
            );
        }
    }
}

#[test]
fn what_a_query_can_ask_for_is_bounded() {
    let (_place, library) = library();
    let all = library.passages();
    for (name, text) in questions() {
        let query = Query::new(&library, &text, &all, Language::English).unwrap();
        let words = query.phrases.iter().map(Vec::len).max().unwrap_or(0);
        assert!(
            query.words.len() <= 64 && query.phrases.len() <= 4 && words <= 24,
            "{name}: {query:?}"
        );
    }
    let hits = search::find_words(&library, "the", Scope::Library).unwrap();
    assert!(hits.passages.len() <= MAX_READ && library.passage_count() as usize > MAX_READ);
}
