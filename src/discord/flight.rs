//! What is in flight: counted, so that the bot can finish it before it stops.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::watch;

/// Counts interactions being answered.
#[derive(Clone)]
pub struct Flights {
    count: watch::Sender<usize>,
    closed: Arc<AtomicBool>,
}

/// One of them; ends when dropped.
pub struct Flight(watch::Sender<usize>);

impl Default for Flights {
    fn default() -> Flights {
        Flights {
            count: watch::Sender::new(0),
            closed: Arc::default(),
        }
    }
}

impl Flights {
    /// Begins one, unless the bot is stopping.
    pub fn begin(&self) -> Option<Flight> {
        self.count.send_modify(|count| *count += 1);
        let flight = Flight(self.count.clone());
        (!self.closed.load(Ordering::SeqCst)).then_some(flight)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        *self.count.borrow()
    }

    /// Lets no more begin.
    pub fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
    }

    /// Waits until none is left.
    pub async fn landed(&self) {
        // The sender lives in self, so waiting cannot fail.
        let _ = self.count.subscribe().wait_for(|count| *count == 0).await;
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}
