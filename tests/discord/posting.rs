//! What is posted by itself, as pure functions: nothing behind a gate, whatever is set between two
//! posts.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use pullquote::internals::Times;
use pullquote::internals::corpus::Corpus;
use pullquote::internals::engine::Engine;
use pullquote::internals::index::Silent;
use pullquote::internals::locale::Locale;
use pullquote::internals::reply::scheduled::{Next, next_post};
use pullquote::internals::servers::{Limits, Servers};
use pullquote::internals::store::{At, Gate, Ordered, Post, Reading, Schedule, Store};

use crate::gates::{CHAPTERS, story, told};

const SERVER: u64 = 20;
/// A thread in a channel.
const THREAD: u64 = 35;
const CHANNEL: u64 = 30;
const PLACES: [At; 3] = [
    At::Channel(SERVER, THREAD),
    At::Channel(SERVER, CHANNEL),
    At::Server(SERVER),
];
const STORY: &str = "shared:f/story.md";

static SHARED: LazyLock<Arc<Engine>> = LazyLock::new(|| {
    let dir = tempfile::tempdir().unwrap();
    let corpus = dir.path().join("corpus");
    std::fs::create_dir_all(corpus.join("f")).unwrap();
    std::fs::write(corpus.join("a.md"), "# Before\n\nThe barge sank.\n").unwrap();
    std::fs::write(corpus.join("f/story.md"), story()).unwrap();
    std::fs::write(corpus.join("f/z.md"), "# Behind\n\nThe ferry sank.\n").unwrap();

    let engine = Engine::open(
        &Corpus::here(&corpus),
        &dir.path().join("index"),
        Box::new(Silent),
    )
    .unwrap();
    // It is used until the tests end.
    std::mem::forget(dir);
    Arc::new(engine)
});

/// What is done before a post: a gate is set at a place, taken away, or left as it is.
#[derive(Debug, Clone)]
enum Done {
    Nothing,
    Set(usize, u32),
    Clear(usize),
}

fn done() -> impl Strategy<Value = Done> {
    prop_oneof![
        2 => Just(Done::Nothing),
        2 => (0..3usize, 0..=CHAPTERS + 1).prop_map(|(at, chapter)| Done::Set(at, chapter)),
        1 => (0..3usize).prop_map(Done::Clear),
    ]
}

fn kind() -> impl Strategy<Value = (Option<&'static str>, Option<Reading>)> {
    let quotes = [None, Some(STORY), Some("shared:f/"), Some("shared:")];
    let reading = (
        prop::sample::select(vec![20u32, 60, 150, 2_000]),
        any::<bool>(),
    );
    prop_oneof![
        prop::sample::select(quotes.to_vec()).prop_map(|document| (document, None)),
        reading.prop_map(|(words, moves_gate)| {
            let reading = Reading {
                words,
                moves_gate,
                stand: None,
            };
            (Some(STORY), Some(reading))
        }),
    ]
}

/// The last chapter that a post may tell of: the lowest that is set, and none if the text has no
/// such chapter.
fn open_to(store: &Store, schedule: &Schedule) -> u32 {
    let reading = schedule.ordered.reading;
    let moves = reading.is_some_and(|reading| reading.moves_gate);
    let gates = PLACES.into_iter().enumerate().filter_map(|(at, place)| {
        let gates = store.gates_at(place).unwrap();
        match gates.first()?.chapter {
            // The plan's own gate stands a chapter before what it reads.
            CHAPTERS if at == 0 && moves => None,
            chapter if at == 0 && moves && chapter < CHAPTERS => Some(chapter + 1),
            chapter => Some(chapter),
        }
    });
    let lowest = gates.min().unwrap_or(CHAPTERS);
    if lowest > CHAPTERS { 0 } else { lowest }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn nothing_behind_a_gate_is_posted(
        (document, reading) in kind(),
        seed in 0..u64::MAX >> 1,
        steps in prop::collection::vec(done(), 1..25),
    ) {
        let dir = tempfile::tempdir().unwrap();
        let shared = Arc::clone(&SHARED);
        let servers = Servers::open(shared, dir.path(), Limits::default(), |_| true).unwrap();
        let store = servers.own().unwrap().store();
        let times = Times { zone: "UTC".to_owned(), minute: 0, weekdays: false };
        let ordered = Ordered {
            server: SERVER,
            channel: THREAD,
            around: Some(CHANNEL),
            made_by: 1,
            document: document.map(str::to_owned),
            times,
            seed,
            reading,
        };
        let id = store.add_schedule(&ordered, 9, 0).unwrap().unwrap();

        let mut until = None;
        for step in steps {
            match step {
                Done::Nothing => {}
                Done::Set(at, chapter) => {
                    let document = STORY.to_owned();
                    store.set_gate(PLACES[at], &Gate { document, chapter }).unwrap();
                }
                Done::Clear(at) => store.clear_gate(PLACES[at], None).unwrap(),
            }
            let Some(schedule) = store.schedule(SERVER, id).unwrap() else { break };
            let open = open_to(store, &schedule);
            let post = Post { until, ..Post::of(schedule) };
            let everyone = post.schedule.ordered.asker();
            let Next::Message(message) = next_post(&servers, &post, &everyone, Locale::English).unwrap() else { continue };

            let (message, progress) = *message;
            prop_assert_eq!(told(&message.content, open), None, "{}: {}", open, message.content);
            prop_assert!(message.content.encode_utf16().count() <= 2_000);
            until = progress.until;
            store.posted(&post, &progress, 0).unwrap();
        }
    }
}
