//! The library of a server that is not open -> open, before anybody takes a seat for an answer.
//!
//! To open one may take a while: its index may have to be made first, or somebody is just adding a
//! text to it. Those who wait for that keep no thread from answering others. Of several who wait
//! for one library, one opens it.

use std::sync::Arc;

use tokio::sync::{Mutex, Semaphore};
use tokio::task::spawn_blocking;

use crate::servers::{Servers, turn_of};
use crate::store::ServerId;

/// Libraries that are opened at once: more than there are uploads, which some of them have to wait
/// for.
const AT_ONCE: usize = 4;
/// Servers whose libraries are opened one after the other have the same turn, more or less.
const TURNS: usize = 64;

/// Opens libraries.
pub struct Opening {
    servers: Arc<Servers>,
    turns: Vec<Arc<Mutex<()>>>,
    places: Arc<Semaphore>,
}

impl Opening {
    /// For these servers.
    pub fn new(servers: Arc<Servers>) -> Opening {
        Opening {
            servers,
            turns: (0..TURNS).map(|_| Arc::default()).collect(),
            places: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Waits until the library of a server is open, if it can be opened.
    pub async fn opened(&self, server: Option<ServerId>) {
        let Some(server) = server.filter(|server| !self.servers.is_opened(*server)) else {
            return;
        };

        let turn = &self.turns[turn_of(server, TURNS)];
        let turn = Arc::clone(turn).lock_owned().await;
        let place = Arc::clone(&self.places).acquire_owned().await;
        if self.servers.is_opened(server) {
            return;
        }

        let servers = Arc::clone(&self.servers);
        let opened = spawn_blocking(move || {
            // Held here, because this goes on when nobody waits for it any more.
            let _held = (turn, place);
            servers.open_own(server);
        });
        // One that cannot be opened is as if it was not there, and that is logged.
        let _ = opened.await;
    }
}
