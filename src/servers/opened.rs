//! The libraries of servers that are open: each from its first use until others are used more.
//!
//! An open library maps its files and keeps them open, and says nothing of changes: who changes the files of a server
//! sees to its library, too. So a server that nobody asks on costs nothing but its row.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

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

/// Whoever opens a library holds its place meanwhile, so that others wait instead of opening it, too.
type Place = Arc<Mutex<Option<Arc<Engine>>>>;

/// The open libraries, those used last first.
pub struct Opened(Mutex<LruCache<ServerId, Place>>);

impl Default for Opened {
    fn default() -> Opened {
        let most = NonZeroUsize::new(most()).unwrap_or(NonZeroUsize::MIN);
        Opened(Mutex::new(LruCache::new(most)))
    }
}

/// How many libraries the system lets us keep open.
fn most() -> usize {
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
    fn place(&self, server: ServerId) -> Place {
        let mut opened = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(opened.get_or_insert(server, Place::default))
    }

    /// The library of a server, if it is open.
    pub fn get(&self, server: ServerId) -> Option<Arc<Engine>> {
        let place = {
            let opened = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(opened.peek(&server)?)
        };
        let engine = place.lock().unwrap_or_else(PoisonError::into_inner);
        engine.clone()
    }

    /// Closes the library of a server; who is reading in it may finish.
    pub fn close(&self, server: ServerId) {
        let mut opened = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        opened.pop(&server);
    }
}

impl OwnTexts {
    /// The library of a server, opened if it is not; `None` when there is nothing to ask: no text, or words of a
    /// removed one that are still in the index.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub(super) fn engine(&self, server: ServerId) -> Result<Option<Arc<Engine>>> {
        let is_out_of_reach = self.store.text_count(server) == 0
            || self.store.unswept(server) > 0
            || self.store.has_left(server);
        if is_out_of_reach {
            return Ok(None);
        }

        let place = self.opened.place(server);
        let mut engine = place.lock().unwrap_or_else(PoisonError::into_inner);
        if engine.is_none() {
            let (corpus, index) = self.folders(server);
            *engine = Some(Arc::new(Engine::open(&corpus, &index, Box::new(Silent))?));
        }
        Ok(engine.clone())
    }

    /// Where the texts of a server are, and their index.
    pub(super) fn folders(&self, server: ServerId) -> (PathBuf, PathBuf) {
        let folder = self.store.folder_of(server);
        (folder.join("corpus"), folder.join("index"))
    }
}
