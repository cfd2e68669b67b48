//! Posts that are under way: at most so many at once, and of a server one, so that one slow server
//! delays no other.
//!
//! In: a post that is being tried, and the server that it is for. Out: what came of it, as soon as
//! it has ended, whatever becomes of the others. When this is dropped, so is all that is under way.

use std::collections::{HashMap, HashSet};

use anyhow::{Context, Result};
use tokio::task::{Id, JoinSet};

use crate::store::ServerId;

/// Posts under way at once.
pub const AT_ONCE: usize = 16;

/// The posts under way, and whose they are.
#[derive(Default)]
pub struct UnderWay {
    posts: JoinSet<Result<()>>,
    servers: HashMap<Id, ServerId>,
}

impl UnderWay {
    /// How many more may be begun.
    pub fn room(&self) -> usize {
        AT_ONCE.saturating_sub(self.posts.len())
    }

    /// The servers whose next post has to wait for the one before it.
    pub fn servers(&self) -> HashSet<ServerId> {
        self.servers.values().copied().collect()
    }

    /// Begins a post of a server.
    pub fn begin(
        &mut self,
        server: ServerId,
        post: impl Future<Output = Result<()>> + Send + 'static,
    ) {
        let task = self.posts.spawn(post);
        self.servers.insert(task.id(), server);
    }

    /// Waits for the next of them that ends, and says how; `None` if none is under way.
    pub async fn ended(&mut self) -> Option<Result<()>> {
        let ended = self.posts.join_next_with_id().await?;
        let id = match &ended {
            Ok((id, _)) => *id,
            Err(stopped) => stopped.id(),
        };
        self.servers.remove(&id);

        let done = ended.context("a post stopped unexpectedly");
        Some(done.and_then(|(_, outcome)| outcome))
    }
}
