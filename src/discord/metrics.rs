//! The bot's figures, as Prometheus counts them.

use std::sync::atomic::AtomicU64;
use std::time::Duration;

use anyhow::Result;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Metric, Registry};

/// Upper edges of the latency buckets, in seconds. Discord waits three.
const SECONDS: [f64; 12] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0, 10.0,
];

type One = [(&'static str, &'static str); 1];
type Two = [(&'static str, &'static str); 2];

/// What is counted as it happens, and what is looked up when somebody asks.
pub struct Metrics {
    registry: Registry,
    interactions: Family<Two, Counter>,
    seconds: Family<Two, Histogram>,
    errors: Family<One, Counter>,
    hurried: Counter,
    failed_updates: Counter,
    scheduled: Family<One, Counter>,
    states: Family<One, Gauge<f64, AtomicU64>>,
    gauges: Vec<(&'static str, Gauge<f64, AtomicU64>)>,
}

/// Names and explanations of what is looked up.
const GAUGES: [(&str, &str); 11] = [
    ("in_flight", "Interactions being answered"),
    ("queue", "Interactions waiting for a core"),
    ("working", "Interactions a core is at work on"),
    ("tasks", "Asynchronous tasks alive"),
    ("resident_bytes", "Memory in use"),
    (
        "index_built_timestamp_seconds",
        "When the index was built; its age is time() minus this",
    ),
    ("index_documents", "Texts in the index"),
    ("index_passages", "Passages in the index"),
    ("index_text_bytes", "Bytes of text in the index"),
    (
        "index_unread_files",
        "Files of the corpus that could not be read",
    ),
    (
        "index_late_files",
        "Files of the corpus that are still being read",
    ),
];

impl Default for Metrics {
    fn default() -> Metrics {
        let mut all = Registry::with_prefix("pullquote");
        let info = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        all.register("build", "The version of the program", info);
        let seconds =
            Family::new_with_constructor((|| Histogram::new(SECONDS)) as fn() -> Histogram);
        let help = "How long interactions took, by kind and stage";
        all.register("seconds", help, seconds.clone());

        let hurried = "Answers for which fewer passages were read than usual, because others were \
                       waiting";
        let failed = "How often the library could not be brought up to date";
        let scheduled = "What was to be posted by itself, by what became of it";
        Metrics {
            interactions: register(
                &mut all,
                "interactions",
                "Interactions by kind and how they ended",
            ),
            seconds,
            errors: register(&mut all, "errors", "What went wrong"),
            hurried: register(&mut all, "hurried_answers", hurried),
            failed_updates: register(&mut all, "failed_updates", failed),
            scheduled: register(&mut all, "scheduled_posts", scheduled),
            states: register(
                &mut all,
                "gateway_shards",
                "Connections to Discord by state",
            ),
            gauges: GAUGES
                .map(|(name, help)| (name, register(&mut all, name, help)))
                .to_vec(),
            registry: all,
        }
    }
}

/// A metric that begins at nothing.
fn register<M: Metric + Clone + Default>(all: &mut Registry, name: &str, help: &str) -> M {
    let metric = M::default();
    all.register(name, help, metric.clone());
    metric
}

impl Metrics {
    /// An interaction ended; the stages with how long each took.
    pub fn ended(
        &self,
        kind: &'static str,
        outcome: &'static str,
        stages: [(&'static str, Duration); 4],
    ) {
        self.interactions
            .get_or_create(&[("kind", kind), ("outcome", outcome)])
            .inc();

        for (stage, took) in stages {
            self.seconds
                .get_or_create(&[("kind", kind), ("stage", stage)])
                .observe(took.as_secs_f64());
        }
    }

    /// An answer was given for which fewer passages were read than usual.
    pub fn hurried(&self) {
        self.hurried.inc();
    }

    /// The library could not be brought up to date.
    pub fn failed_update(&self) {
        self.failed_updates.inc();
    }

    /// So many scheduled posts ended so.
    pub fn scheduled(&self, outcome: &'static str, posts: u32) {
        let counter = self.scheduled.get_or_create(&[("outcome", outcome)]);
        counter.inc_by(posts.into());
    }

    /// Something went wrong.
    pub fn error(&self, kind: &'static str) {
        self.errors.get_or_create(&[("kind", kind)]).inc();
    }

    /// So many shards of how many are connected.
    pub fn shards(&self, connected: usize, expected: usize) {
        let set = |state, count: usize| {
            self.states
                .get_or_create(&[("state", state)])
                .set(count as f64)
        };
        set("connected", connected);
        set("disconnected", expected.saturating_sub(connected));
    }

    /// Sets what was looked up; a name that is none of [`GAUGES`] is left out.
    pub fn set(&self, name: &str, value: f64) {
        if let Some((_, gauge)) = self.gauges.iter().find(|(gauge, _)| *gauge == name) {
            gauge.set(value);
        }
    }

    /// All of it in Prometheus' text format.
    ///
    /// # Errors
    /// Never, as far as is known: only when it cannot be written to memory.
    pub fn text(&self) -> Result<String> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}
