//! The libraries of servers that are open: each from its first use until others are used more.
//!
//! An open library maps its files and keeps them open, and says nothing of changes: who changes the
//! files of a server sees to its library, too. So a server that nobody asks on costs nothing but
//! its row.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use lru::LruCache;

use crate::engine::Engine;
use crate::index::Silent;
use crate::servers::OwnTexts;
use crate::store::ServerId;

/// Most libraries that are open at once.
const MOST: usize = 128;
/// Files that an open library keeps open, and those that everything else needs.
const FILES: u64 = 24;
const OTHER_FILES: u64 = 256;

/// A library that was opened, or could not be.
#[derive(Clone)]
enum Tried {
    Open(Arc<Engine>),
    Failed,
}

/// The open libraries, those used last first.
pub struct Opened(Mutex<LruCache<ServerId, Tried>>);

impl Tried {
    fn engine(self) -> Option<Arc<Engine>> {
        match self {
            Tried::Open(engine) => Some(engine),
            Tried::Failed => None,
        }
    }
}

impl Default for Opened {
    fn default() -> Opened {
        let most = NonZeroUsize::new(most_open_libraries()).unwrap_or(NonZeroUsize::MIN);
        Opened(Mutex::new(LruCache::new(most)))
    }
}

/// How many libraries the system lets us keep open.
fn most_open_libraries() -> usize {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

        // Many systems allow more than they give without being asked.
        let limit = getrlimit(Resource::Nofile);
        let wanted = OTHER_FILES + MOST as u64 * FILES;
        let raised = limit.maximum.map_or(wanted, |most| most.min(wanted));
        if limit.current.is_some_and(|current| current < raised) {
            let current = Some(raised);
            let _ = setrlimit(Resource::Nofile, Rlimit { current, ..limit });
        }

        let files = getrlimit(Resource::Nofile).current.unwrap_or(wanted);
        let libraries = files.saturating_sub(OTHER_FILES) / FILES;
        usize::try_from(libraries).map_or(MOST, |libraries| libraries.clamp(1, MOST))
    }
    #[cfg(not(unix))]
    MOST
}

impl Opened {
    fn all(&self) -> MutexGuard<'_, LruCache<ServerId, Tried>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The library of a server, if it is open.
    pub fn get(&self, server: ServerId) -> Option<Arc<Engine>> {
        match self.all().peek(&server)? {
            Tried::Open(engine) => Some(Arc::clone(engine)),
            Tried::Failed => None,
        }
    }

    /// Closes the library of a server; who is reading in it may finish.
    pub fn close(&self, server: ServerId) {
        self.all().pop(&server);
    }

    /// Has libraries that could not be opened be tried again when they are needed next.
    pub fn close_failed(&self) {
        let mut all = self.all();
        let failed = all
            .iter()
            .filter(|(_, tried)| matches!(tried, Tried::Failed));
        let failed: Vec<ServerId> = failed.map(|(server, _)| *server).collect();
        for server in failed {
            all.pop(&server);
        }
    }
}

impl OwnTexts {
    /// The library of a server, opened if it is not; `None` when there is nothing to ask: no text,
    /// or words of a removed one that are still in the index. One that cannot be opened is as if it
    /// was not there until something is changed, or some time has passed: the shared texts are
    /// asked all the same.
    pub(super) fn engine(&self, server: ServerId) -> Option<Arc<Engine>> {
        if let Some(tried) = self.tried(server) {
            return tried.engine();
        }

        // A file that is there may not be a text yet. Others wait here, too, instead of opening it
        // again.
        let _changing = self.changing(server);
        if let Some(tried) = self.tried(server) {
            return tried.engine();
        }
        let tried = match self.open(server) {
            Ok(engine) => Tried::Open(Arc::new(engine)),
            Err(error) => {
                tracing::error!("the texts of a server cannot be opened: {error:#}");
                Tried::Failed
            }
        };
        self.opened.all().put(server, tried.clone());
        tried.engine()
    }

    /// Whether nothing has to be opened to read the texts of a server.
    pub(super) fn is_opened(&self, server: ServerId) -> bool {
        self.tried(server).is_some()
    }

    /// What became of the library of a server; `None` if it was not tried to open it, and there is
    /// something to open.
    fn tried(&self, server: ServerId) -> Option<Tried> {
        let is_out_of_reach = self.store.text_count(server) == 0
            || self.store.unswept(server) > 0
            || self.store.has_left(server);
        if is_out_of_reach {
            return Some(Tried::Failed);
        }
        self.opened.all().get(&server).cloned()
    }

    fn open(&self, server: ServerId) -> Result<Engine> {
        self.tell_given(server)?;
        let (corpus, index) = self.folders(server);
        Engine::open_private(&self.like.at(corpus), &index, Box::new(Silent))
    }

    /// Where the texts of a server are, and their index.
    pub(super) fn folders(&self, server: ServerId) -> (PathBuf, PathBuf) {
        let folder = self.store.folder_of(server);
        (folder.join("corpus"), folder.join("index"))
    }
}
