//! A library for each server beside the one that all share.
//!
//! In: the shared library, the data folder, and the number that Discord gave the server where
//! something is asked. Out: [`Libraries`], all that may be read there. A server's texts are a
//! corpus and an index of its own below the data folder, never a part of another index: so words,
//! corrections, lists and buttons know nothing of other servers. `opened` keeps the libraries that
//! are in use, `adding` and `removing` change them.

mod adding;
pub mod gates;
mod limits;
mod opened;
pub mod plans;
mod removing;
#[cfg(test)]
mod tests;
pub mod view;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;

pub use adding::{LONGEST_TITLE, Outcome, Report, Upload, tidy_title};
pub use limits::Limits;
pub use view::{Home, Libraries, Texts, View};

use crate::corpus::Corpus;
use crate::engine::{Engine, with_all};
use crate::locale::Locale;
use crate::store::{Asker, Gate, ServerId, Settings, Store};
use gates::apply_gates;
use opened::Opened;

/// Servers that are changed at once by threads that do not wait for each other, more or less.
const LOCKS: usize = 64;

/// Whether a server is one of those that belong to this process.
type Ours = Box<dyn Fn(ServerId) -> bool + Send + Sync>;

/// All libraries; can be shared between threads.
pub struct Servers {
    shared: Arc<Engine>,
    own: Option<OwnTexts>,
}

/// The texts of servers.
pub struct OwnTexts {
    store: Store,
    limits: Limits,
    opened: Opened,
    /// How their files are read.
    like: Corpus,
    /// Which servers belong to this process: what it remembers of others may have changed.
    ours: Ours,
    /// Held while the files of a server change; several servers have the same.
    changing: [Mutex<()>; LOCKS],
}

impl Servers {
    /// With the shared library alone.
    pub fn shared_only(shared: Arc<Engine>) -> Servers {
        Servers { shared, own: None }
    }

    /// With the texts of the servers in a data folder, too. What a program that was killed left
    /// half done in the servers that are `ours` is finished.
    ///
    /// # Errors
    /// When the data folder cannot be used.
    pub fn open(
        shared: Arc<Engine>,
        data: &Path,
        limits: Limits,
        ours: impl Fn(ServerId) -> bool + Send + Sync + 'static,
    ) -> Result<Servers> {
        let own = OwnTexts {
            store: Store::open(data)?,
            limits,
            opened: Opened::default(),
            like: shared.corpus().clone(),
            ours: Box::new(ours),
            changing: std::array::from_fn(|_| Mutex::default()),
        };
        own.finish()?;
        Ok(Servers {
            shared,
            own: Some(own),
        })
    }

    /// The shared library.
    pub fn shared(&self) -> &Engine {
        &self.shared
    }

    /// The texts of servers, if they can have any.
    pub fn own(&self) -> Option<&OwnTexts> {
        self.own.as_ref()
    }

    /// What a server set; the usual where there is no server.
    pub fn settings(&self, server: Option<ServerId>) -> Settings {
        let (Some(own), Some(server)) = (&self.own, server) else {
            return Settings::default();
        };
        // Where the bot is no more, nothing of the server is in force.
        if own.store.has_left(server) {
            Settings::default()
        } else {
            own.store.settings(server)
        }
    }

    /// The language of what everyone on a server reads: the one that it set, else the one that it
    /// has on Discord, as far as it is known.
    pub fn language(&self, server: Option<ServerId>) -> Locale {
        let set = self.settings(server).language;
        let on_discord = || self.own.as_ref()?.store.spoken(server?);
        set.or_else(on_discord).unwrap_or_default()
    }

    /// The text that is asked in a channel unless another is named.
    pub fn usual_text(&self, server: Option<ServerId>, channel: u64) -> Option<String> {
        let own = self.own.as_ref()?;
        let server = server.filter(|server| !own.store.has_left(*server))?;
        own.store.usual_text(server, channel)
    }

    /// Whether nothing has to be opened before a server's own texts can be read, or there are none.
    pub fn is_opened(&self, server: ServerId) -> bool {
        self.own.as_ref().is_none_or(|own| own.is_opened(server))
    }

    /// Opens the library of a server, if there is one and it is not open; that may take a while.
    pub fn open_own(&self, server: ServerId) {
        if let Some(own) = &self.own {
            own.engine(server);
        }
    }

    /// Does something with the libraries that somebody may read where they are, as far as they may,
    /// and once more after a rebuild of those that prove damaged.
    ///
    /// # Errors
    /// What `work` returns; an error too if it panics.
    pub fn with<T>(&self, asker: &Asker, work: impl Fn(Libraries) -> Result<T>) -> Result<T> {
        let gates = match &self.own {
            Some(own) => own.store.gates(asker)?,
            None => Vec::new(),
        };
        self.with_gates(asker.server, &gates, work)
    }

    /// The same without any gate: for whoever sets them, who must be able to name what is behind.
    ///
    /// # Errors
    /// As [`Servers::with`].
    pub fn with_everything<T>(
        &self,
        server: Option<ServerId>,
        work: impl Fn(Libraries) -> Result<T>,
    ) -> Result<T> {
        self.with_gates(server, &[], work)
    }

    fn with_gates<T>(
        &self,
        server: Option<ServerId>,
        gates: &[Gate],
        work: impl Fn(Libraries) -> Result<T>,
    ) -> Result<T> {
        let own = match (&self.own, server) {
            (Some(own), Some(server)) => own.engine(server),
            _ => None,
        };
        let shared = Some(&*self.shared).filter(|_| self.settings(server).shared);

        let engines: Vec<&Engine> = own.as_deref().into_iter().chain(shared).collect();
        let homes = [
            own.as_ref().map(|_| Home::Own),
            shared.map(|_| Home::Shared),
        ];
        with_all(&engines, |libraries| {
            let mut own = None;
            let mut shared = None;
            let homes = homes.into_iter().flatten().zip(&engines);
            for ((home, engine), library) in homes.zip(libraries) {
                let place = match home {
                    Home::Own => &mut own,
                    Home::Shared => &mut shared,
                };
                let opened = apply_gates(engine, library, home, gates)?;
                *place = Some(opened.unwrap_or_else(|| Arc::clone(library)));
            }
            work(Libraries::new(own.as_deref(), shared.as_deref()))
        })
    }
}

impl OwnTexts {
    /// What is kept of servers.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Whether a server belongs to this process.
    pub fn is_ours(&self, server: ServerId) -> bool {
        (self.ours)(server)
    }

    /// How much a server may have.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Waits until nobody else changes the files of a server.
    pub(crate) fn changing(&self, server: ServerId) -> MutexGuard<'_, ()> {
        let lock = &self.changing[turn_of(server, LOCKS)];
        lock.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Which of so many turns a server has.
pub fn turn_of(server: ServerId, turns: usize) -> usize {
    // The lowest bits of a number of Discord's are nearly always the same; above them is when it
    // was made.
    ((server >> 22) % turns as u64) as usize
}
