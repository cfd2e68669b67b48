//! What becomes of the texts of servers when things go wrong in between.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use tempfile::TempDir;

use super::*;
use crate::corpus::Corpus;
use crate::index::Silent;
use crate::servers::removing::KEPT;
use crate::store::Added;

const SERVER: ServerId = 7;
const LIMITS: Limits = Limits {
    file_mib: 1,
    texts: 3,
    words: 1_000,
    mib: 100,
    disk_mib: 100,
};
const OAR: &str = "# The Oar\n\nThe oar of Holm is red.\n";
const SAIL: &str = "# The Sail\n\nThe sail of Holm is blue.\n";
const SHARED: &str = "Shared";

/// A data folder beside a shared library.
struct Place {
    dir: TempDir,
    shared: Arc<Engine>,
}

impl Place {
    fn new() -> Place {
        let dir = tempfile::tempdir().unwrap();
        let corpus = dir.path().join("corpus");
        fs::create_dir(&corpus).unwrap();
        fs::write(corpus.join("shared.md"), "The lamp of Holm is green.").unwrap();
        let index = dir.path().join("index");
        let shared =
            Arc::new(Engine::open(&Corpus::here(&corpus), &index, Box::new(Silent)).unwrap());
        Place { dir, shared }
    }

    fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    fn open(&self, ours: impl Fn(ServerId) -> bool + Send + Sync + 'static) -> Servers {
        let shared = Arc::clone(&self.shared);
        Servers::open(shared, &self.data(), LIMITS, ours).unwrap()
    }

    /// A folder of the server: its corpus or its index.
    fn of_server(&self, name: &str) -> PathBuf {
        self.data().join(format!("servers/{SERVER}/{name}"))
    }
}

/// The libraries of a place, with these texts of the server.
fn with_texts(place: &Place, texts: &[&str]) -> Servers {
    let servers = place.open(|_| true);
    for text in texts {
        assert!(matches!(add(&servers, text), Outcome::Added(_)), "{text}");
    }
    servers
}

fn upload(text: &str) -> Upload {
    Upload {
        file_name: "text.md".to_owned(),
        bytes: text.as_bytes().to_vec(),
        title: None,
        language: None,
    }
}

fn add(servers: &Servers, text: &str) -> Outcome {
    servers.own().unwrap().add(SERVER, &upload(text)).unwrap()
}

/// The titles of all texts that a member of the server may read.
fn titles(servers: &Servers) -> Vec<String> {
    let asker = Asker {
        server: Some(SERVER),
        ..Asker::default()
    };

    let titles = |libraries: Libraries| {
        let views = libraries.views();
        let titles = views.flat_map(|view| {
            let documents = view.documents().iter();
            documents.map(|info| info.title.clone()).collect::<Vec<_>>()
        });
        Ok(titles.collect())
    };

    servers.with(&asker, titles).unwrap()
}

#[test]
fn a_server_is_forgotten_by_its_own_process_only_and_not_where_the_bot_is_again() {
    let now = 10 * KEPT.as_secs();
    for (is_ours, is_back, forgotten) in [
        (false, false, 0),
        (false, true, 0),
        (true, true, 0),
        (true, false, 1),
    ] {
        let place = Place::new();
        let other = place.open(|_| true);
        assert!(matches!(add(&other, "The oar is red."), Outcome::Added(_)));
        let store = other.own().unwrap().store();
        store.set_left(SERVER, Some(1)).unwrap();

        let servers = place.open(move |_| is_ours);
        if is_back {
            store.set_left(SERVER, None).unwrap();
        }
        let count = servers.own().unwrap().forget_left(now).unwrap();
        assert_eq!(count, forgotten, "{is_ours} {is_back}");
        let is_kept = place.data().join("servers/7/corpus").exists();
        assert_eq!(is_kept, forgotten == 0, "{is_ours} {is_back}");
        let texts = store.texts(SERVER).unwrap();
        assert_eq!(texts.len(), 1 - forgotten, "{is_ours} {is_back}");
    }
}

#[test]
fn a_refused_text_is_not_asked_although_a_library_took_its_file_in() {
    let place = Place::new();
    let servers = with_texts(&place, &[OAR, SAIL, "# The Mast\n\nThe mast is high.\n"]);
    let before = titles(&servers);
    let own = servers.own().unwrap();

    let refused = upload("# The Keel\n\nThe keel is green.\n");
    let corpus = place.of_server("corpus");
    fs::write(
        corpus.join(adding::upload_file_name(&refused)),
        &refused.bytes,
    )
    .unwrap();
    own.opened.get(SERVER).unwrap().refresh().unwrap();
    assert_ne!(titles(&servers), before);

    let outcome = own.add(SERVER, &refused).unwrap();
    assert_eq!(outcome, Outcome::Refused(Added::TooManyTexts));
    assert_eq!(titles(&servers), before);
}

#[test]
fn no_generation_but_the_one_that_serves_is_left_of_a_removed_text() {
    let place = Place::new();
    let servers = with_texts(&place, &[OAR, SAIL]);
    let own = servers.own().unwrap();
    let texts = own.store.texts(SERVER).unwrap();

    // The index was built already, and a former generation could not be deleted then.
    own.store.remove(SERVER, &texts[0].name).unwrap();
    fs::remove_file(place.of_server("corpus").join(&texts[0].name)).unwrap();
    own.index(SERVER).unwrap();
    let former = place.of_server("index/generation-000000");
    fs::create_dir(&former).unwrap();
    fs::write(former.join("old.part"), OAR).unwrap();

    own.sweep(SERVER).unwrap();
    assert!(!former.exists());
    assert_eq!(titles(&servers), ["The Sail", SHARED]);
}

#[test]
fn texts_are_asked_again_when_what_could_not_be_taken_away_can() {
    type Change = fn(&OwnTexts, &str);
    let changes: [(Change, &[&str]); 3] = [
        (|own, _| own.retry().unwrap(), &["The Sail", SHARED]),
        (
            |own, name| assert!(own.rename(SERVER, name, "The Blue Sail").unwrap()),
            &["The Blue Sail", SHARED],
        ),
        (
            |own, _| {
                let added = own.add(SERVER, &upload("# The Keel\n\nThe keel is green.\n"));
                assert!(matches!(added.unwrap(), Outcome::Added(_)));
            },
            &["The Keel", "The Sail", SHARED],
        ),
    ];
    for (change, expected) in changes {
        let place = Place::new();
        let servers = with_texts(&place, &[OAR, SAIL]);
        let own = servers.own().unwrap();
        let texts = own.store.texts(SERVER).unwrap();

        // A folder is no file, so it cannot be deleted as one.
        let stuck = place.of_server("corpus/stuck");
        fs::create_dir(&stuck).unwrap();
        own.remove(SERVER, &texts[0].name).unwrap_err();
        assert_eq!(titles(&servers), [SHARED]);
        fs::remove_dir(&stuck).unwrap();

        change(own, &texts[1].name);
        let mut titles = titles(&servers);
        titles[..expected.len() - 1].sort();
        assert_eq!(titles, expected);
    }
}

#[test]
fn the_shared_texts_are_asked_where_those_of_the_server_cannot_be_opened() {
    let place = Place::new();
    drop(with_texts(&place, &[OAR]));
    let index = place.of_server("index");
    fs::remove_dir_all(&index).unwrap();
    fs::write(&index, "no folder").unwrap();

    let servers = place.open(|_| true);
    assert_eq!(titles(&servers), [SHARED]);
    fs::remove_file(&index).unwrap();
    assert_eq!(titles(&servers), [SHARED]);
    servers.own().unwrap().retry().unwrap();
    assert_eq!(titles(&servers), ["The Oar", SHARED]);
}

#[test]
fn a_restored_backup_has_the_titles_and_languages_that_were_given() {
    let place = Place::new();
    let servers = place.open(|_| true);
    let upload = Upload {
        title: Some("The Log".to_owned()),
        ..upload(OAR)
    };
    servers.own().unwrap().add(SERVER, &upload).unwrap();
    drop(servers);

    fs::remove_dir_all(place.of_server("index")).unwrap();
    fs::remove_file(place.of_server("corpus/.given.json")).unwrap();
    assert_eq!(titles(&place.open(|_| true)), ["The Log", SHARED]);
}
