//! What becomes of the texts of servers when things go wrong in between.

use std::fs;
use std::sync::Arc;

use tempfile::TempDir;

use super::*;
use crate::index::Silent;
use crate::servers::removing::KEPT;

const SERVER: ServerId = 7;

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
        let shared = Arc::new(Engine::open(&corpus, &index, Box::new(Silent)).unwrap());
        Place { dir, shared }
    }

    fn data(&self) -> std::path::PathBuf {
        self.dir.path().join("data")
    }

    fn open(&self, ours: impl Fn(ServerId) -> bool + Send + Sync + 'static) -> Servers {
        let shared = Arc::clone(&self.shared);
        Servers::open(shared, &self.data(), Limits::default(), ours).unwrap()
    }
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
    servers.own().unwrap().add(SERVER, upload(text)).unwrap()
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
