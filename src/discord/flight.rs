//! What is in flight: counted, so that the bot can finish it before it stops.

use tokio_util::task::TaskTracker;
use tokio_util::task::task_tracker::TaskTrackerToken;

/// Counts interactions being answered.
#[derive(Clone, Default)]
pub struct Flights(TaskTracker);

/// One of them; ends when dropped.
pub struct Flight(
    #[expect(dead_code, reason = "it counts as long as it is there")] TaskTrackerToken,
);

impl Flights {
    /// Begins one, unless the bot is stopping.
    pub fn begin(&self) -> Option<Flight> {
        let flight = Flight(self.0.token());
        (!self.0.is_closed()).then_some(flight)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Lets no more begin.
    pub fn close(&self) {
        self.0.close();
    }

    /// Waits until none is left, once no more may begin.
    pub async fn landed(&self) {
        self.0.wait().await;
    }
}
