//! What the operator sees of the running bot: a line an interaction, figures, and whether it is
//! well.
//!
//! A `Record` follows one interaction to its end. [`Monitor`] knows the parts of the bot as they
//! come up, and tells of them when it is asked; `server` serves that.

mod server;

use std::sync::{Arc, OnceLock};

use serenity::gateway::{ConnectionStage, ShardManager};
use tokio::runtime::Handle;

pub use server::{bind_listener, parse_address, serve_requests};

use crate::discord::flight::Flights;
use crate::discord::metrics::Metrics;
use crate::discord::workers::Workers;
use crate::engine::Engine;
use crate::index::Scope;

/// The parts of the bot that can be watched; each is set when it is there.
#[derive(Default)]
pub struct Monitor {
    /// What is counted, interaction by interaction.
    pub metrics: Metrics,
    /// The interactions being answered.
    pub flights: Flights,
    /// The library, once it is open.
    pub engine: OnceLock<Arc<Engine>>,
    /// The threads of the core.
    pub workers: OnceLock<Arc<Workers>>,
    /// The connections, and how many there should be.
    pub shards: OnceLock<(Arc<ShardManager>, usize)>,
}

impl Monitor {
    /// Why the bot cannot answer, if it cannot.
    pub async fn trouble(&self) -> Option<String> {
        if self.engine.get().is_none() {
            return Some("the index is not open yet".to_owned());
        }

        match self.connected().await {
            None => Some("not connected to Discord yet".to_owned()),
            Some((connected, expected)) if connected < expected => Some(format!(
                "{connected} of {expected} connections to Discord are up"
            )),
            Some(_) => None,
        }
    }

    /// Connections that are up, and how many there should be.
    async fn connected(&self) -> Option<(usize, usize)> {
        let (manager, expected) = self.shards.get()?;
        let runners = manager.runners.lock().await;

        let up = runners
            .values()
            .filter(|shard| shard.stage == ConnectionStage::Connected)
            .count();
        Some((up, *expected))
    }

    /// Everything that is counted or can be looked up, in Prometheus' text format.
    ///
    /// # Errors
    /// When it cannot be written to memory.
    pub async fn figures(&self) -> anyhow::Result<String> {
        let (connected, expected) = self.connected().await.unwrap_or_default();
        self.metrics.shards(connected, expected);

        let set = |name, value: usize| self.metrics.set(name, value as f64);
        set("in_flight", self.flights.count());
        set("tasks", Handle::current().metrics().num_alive_tasks());
        set("resident_bytes", resident_memory().unwrap_or_default());

        if let Some(workers) = self.workers.get() {
            set("queue", workers.waiting());
            set("working", workers.working());
        }

        // Not there yet while the index is being opened.
        if let Some(library) = self.engine.get().map(|engine| engine.library()) {
            self.metrics.set(
                "index_built_timestamp_seconds",
                library.manifest().started.as_secs_f64(),
            );
            set("index_documents", library.documents().len());
            set("index_unread_files", library.manifest().count_unread());
            set("index_late_files", library.count_late(Scope::Library));
            set("index_passages", library.passage_count() as usize);

            // The texts stand one after the other, so where the last ends is how much there is.
            let text = library.documents().last();
            let bytes = text.map_or(0, |last| last.text.end as usize);
            set("index_text_bytes", bytes);
        }

        self.metrics.text()
    }
}

/// Bytes of memory in use, where Linux tells.
fn resident_memory() -> Option<usize> {
    // Other systems have no such file, and the figure is 0 there.
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;

    line.trim()
        .strip_suffix(" kB")?
        .parse::<usize>()
        .ok()
        .map(|kib| kib * 1024)
}
