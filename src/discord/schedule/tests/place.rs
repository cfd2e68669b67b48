//! A bot that can be killed between any two steps, in a place of its own, and a stand-in for
//! Discord that fails and forgets.

use std::path::Path;
use std::pin::pin;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::Poll;

use jiff::Timestamp;
use tempfile::TempDir;
use tokio::runtime::Builder;
use tokio::task::yield_now;

use crate::corpus::Corpus;
use crate::discord::schedule::*;
use crate::engine::Engine;
use crate::index::Silent;
use crate::schedule::turn::LATE;
use crate::schedule::when::Times;
use crate::servers::Limits;
use crate::store::{Ordered, Reading, Schedule};

/// Seconds for which the stand-in knows a nonce.
const NONCE: u64 = 180;

/// Numbers by chance, the same in each run.
pub struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    /// Whether something happens that does so in so many of a hundred cases.
    fn is(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// A message that everyone in a channel saw.
pub struct Seen {
    pub schedule: u64,
    pub due: u64,
    nonce: String,
    pub content: String,
    pub at: u64,
}

/// In place of Discord.
#[derive(Clone)]
pub struct StandIn {
    pub seen: Arc<Mutex<Vec<Seen>>>,
    chance: Arc<Mutex<Chance>>,
    pub clock: Arc<AtomicU64>,
    /// Whether it fails now and then.
    fails: bool,
}

impl StandIn {
    fn dice(&self) -> u64 {
        if self.fails {
            self.chance.lock().unwrap().below(100)
        } else {
            0
        }
    }

    pub fn show(&self, post: &Post, message: &Message) {
        let nonce = post.nonce();
        let at = self.clock.load(Ordering::SeqCst);
        let mut seen = self.seen.lock().unwrap();

        if !seen
            .iter()
            .any(|one| one.nonce == nonce && at <= one.at + NONCE)
        {
            seen.push(Seen {
                schedule: post.schedule.id,
                due: post.due,
                nonce,
                content: message.content.clone(),
                at,
            });
        }
    }
}

impl Wire for StandIn {
    async fn post(&self, post: &Post, message: &Message) -> Result<(), Failure> {
        let dice = self.dice();
        yield_now().await;
        if !(76..94).contains(&dice) {
            self.show(post, message);
        }
        yield_now().await;

        match dice {
            0..70 => Ok(()),
            70..76 => Err(Failure::Network("timed out")),
            76..82 => Err(Failure::Refused(500, 0)),
            82..88 => Err(Failure::Network("cannot connect")),
            88..94 => Err(Failure::Refused(429, 0)),
            _ => Err(Failure::Refused(502, 0)),
        }
    }

    async fn holds(&self, post: &Post, message: &Message, since: u64) -> Result<bool, Failure> {
        if self.dice() > 85 {
            return Err(Failure::Network("timed out"));
        }
        let seen = self.seen.lock().unwrap();
        let here = seen.iter().filter(|one| one.schedule == post.schedule.id);
        Ok(here
            .into_iter()
            .any(|one| one.at >= since && wire::is_same_message(&one.content, &message.content)))
    }

    async fn tell(&self, _: u64, _: &Message) {}
}

/// A bot that can be killed and started again.
pub struct Place {
    dir: TempDir,
    shared: Arc<Engine>,
    pub stand_in: StandIn,
    pub bot: Scheduler<StandIn>,
}

impl Place {
    pub fn new(text: &str, seed: u64, fails: bool, start: &str) -> Place {
        // In memory where that is possible: each step is written to the disk for good.
        let memory = Path::new("/dev/shm");
        let dir = if memory.is_dir() {
            tempfile::tempdir_in(memory).unwrap()
        } else {
            tempfile::tempdir().unwrap()
        };
        let corpus = dir.path().join("corpus");
        std::fs::create_dir(&corpus).unwrap();
        std::fs::write(corpus.join("text.md"), text).unwrap();
        let shared = Engine::open(
            &Corpus::here(&corpus),
            &dir.path().join("index"),
            Box::new(Silent),
        )
        .unwrap();
        let start: Timestamp = start.parse().unwrap();

        let stand_in = StandIn {
            seen: Arc::default(),
            chance: Arc::new(Mutex::new(Chance(seed))),
            clock: Arc::new(AtomicU64::new(start.as_second().try_into().unwrap())),
            fails,
        };
        let shared = Arc::new(shared);
        let bot = bot(&dir, &shared, &stand_in);
        Place {
            dir,
            shared,
            stand_in,
            bot,
        }
    }

    fn restart(&mut self) {
        self.bot = bot(&self.dir, &self.shared, &self.stand_in);
    }

    pub fn now(&self) -> u64 {
        self.stand_in.clock.load(Ordering::SeqCst)
    }

    pub fn order(&self, zone: &str, minute: u16, weekdays: bool, words: Option<u32>) -> u64 {
        self.order_on(7, zone, minute, weekdays, words)
    }

    pub fn order_on(
        &self,
        server: u64,
        zone: &str,
        minute: u16,
        weekdays: bool,
        words: Option<u32>,
    ) -> u64 {
        let ordered = Ordered {
            server,
            channel: 70,
            around: None,
            made_by: 1,
            document: words.map(|_| "shared:text.md".to_owned()),
            times: Times {
                zone: zone.to_owned(),
                minute,
                weekdays,
            },
            seed: 1,
            reading: words.map(|words| Reading {
                words,
                moves_gate: false,
                stand: None,
            }),
        };

        let store = self.bot.servers.own().unwrap().store();
        store
            .add_schedule(&ordered, 99, self.now())
            .unwrap()
            .unwrap()
    }

    pub fn schedules(&self) -> Vec<Schedule> {
        self.bot
            .servers
            .own()
            .unwrap()
            .store()
            .schedules(7)
            .unwrap()
    }

    /// Lets the bot do what is due, or kills it after so many steps; says how long nothing is due
    /// then, if it knows.
    pub fn turn(&self, steps: Option<u64>) -> Option<u64> {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();

        let pause = runtime.block_on(async {
            let mut turn = pin!(turn(&self.bot));
            let mut left = steps.unwrap_or(u64::MAX);
            std::future::poll_fn(|context| {
                if left == 0 {
                    return Poll::Ready(None);
                }
                left -= 1;
                turn.as_mut().poll(context).map(Some)
            })
            .await
        });

        // What the disk was told already is done; nothing else is.
        drop(runtime);
        pause.map(|pause| pause.unwrap().as_secs())
    }

    /// Goes through some time, with outages of at most so long.
    pub fn live(&mut self, until: u64, outage: u64, kills: bool) {
        while self.now() < until && !self.schedules().is_empty() {
            let mut chance = self.stand_in.chance.lock().unwrap();
            let steps = (kills && chance.is(25)).then(|| chance.below(14));
            let is_down = chance.is(2);
            let away = if is_down {
                chance.below(outage)
            } else {
                chance.below(40)
            };
            drop(chance);

            let pause = self.turn(steps);
            if pause.is_none() || is_down {
                self.restart();
            }
            let pause = pause.unwrap_or(5);
            self.stand_in
                .clock
                .fetch_add(pause + away, Ordering::SeqCst);
        }
        // What is under way then is posted or left out.
        self.stand_in.fails = false;
        self.restart();
        for away in [0, LATE + 1] {
            self.stand_in.clock.fetch_add(away, Ordering::SeqCst);
            self.turn(None);
        }
    }
}

/// Posts all that is due; says how long there is nothing more.
async fn turn(bot: &Scheduler<StandIn>) -> Result<Duration> {
    let mut under_way = UnderWay::default();
    loop {
        let (_, pause) = bot.begin_due(&mut under_way).await?;
        match under_way.ended().await {
            Some(ended) => ended?,
            None => return Ok(pause),
        }
    }
}

pub fn bot(dir: &TempDir, shared: &Arc<Engine>, stand_in: &StandIn) -> Scheduler<StandIn> {
    let shared = Arc::clone(shared);
    let data = dir.path().join("data");
    let servers = Servers::open(shared, &data, Limits::default(), |_| true).unwrap();
    let clock = Arc::clone(&stand_in.clock);
    let now = move || clock.load(Ordering::SeqCst);
    Scheduler::new(stand_in.clone(), Arc::new(servers), Arc::default(), now)
}
