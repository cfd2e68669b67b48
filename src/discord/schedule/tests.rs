//! A year of schedules in twelve time zones, with a bot that is killed between any two steps, and a Discord that fails and
//! forgets: each post comes once, or is told as left out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::pin::pin;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::Poll;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use tempfile::TempDir;
use tokio::runtime::Builder;
use tokio::task::yield_now;

use super::*;
use crate::engine::Engine;
use crate::index::Silent;
use crate::schedule::turn::LATE;
use crate::schedule::when::Times;
use crate::servers::Limits;
use crate::store::{Ordered, Reading, Schedule};

/// Zones that put their clocks forward and back in different ways, or not at all, with a time of the day each.
const ZONES: [(&str, u16); 12] = [
    ("America/New_York", 2 * 60 + 30),
    ("America/St_Johns", 60 + 15),
    ("America/Santiago", 0),
    ("Europe/Berlin", 2 * 60 + 30),
    ("Europe/London", 9 * 60),
    ("Africa/Casablanca", 2 * 60 + 59),
    ("Antarctica/Troll", 2 * 60),
    ("Asia/Kolkata", 23 * 60 + 59),
    ("Asia/Tokyo", 9 * 60),
    ("Australia/Lord_Howe", 2 * 60 + 10),
    ("Pacific/Chatham", 3 * 60),
    ("UTC", 0),
];
/// Seconds for which the stand-in knows a nonce.
const NONCE: u64 = 180;
const DAY: u64 = 24 * 60 * 60;

/// Numbers by chance, the same in each run.
struct Chance(u64);

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
struct Seen {
    schedule: u64,
    due: u64,
    nonce: String,
    content: String,
    at: u64,
}

/// In place of Discord.
#[derive(Clone)]
struct StandIn {
    seen: Arc<Mutex<Vec<Seen>>>,
    chance: Arc<Mutex<Chance>>,
    clock: Arc<AtomicU64>,
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

    fn show(&self, post: &Post, message: &Message) {
        let (nonce, at) = (post.nonce(), self.clock.load(Ordering::SeqCst));
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
            .any(|one| one.at >= since && one.content == message.content))
    }

    async fn tell(&self, _: u64, _: &Message) {}
}

/// A bot that can be killed and started again.
struct Place {
    dir: TempDir,
    shared: Arc<Engine>,
    stand_in: StandIn,
    bot: Scheduler<StandIn>,
}

impl Place {
    fn new(text: &str, seed: u64, fails: bool, start: &str) -> Place {
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
        let shared = Engine::open(&corpus, &dir.path().join("index"), Box::new(Silent)).unwrap();
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

    fn now(&self) -> u64 {
        self.stand_in.clock.load(Ordering::SeqCst)
    }

    fn order(&self, zone: &str, minute: u16, weekdays: bool, words: Option<u32>) -> u64 {
        let ordered = Ordered {
            server: 7,
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

    fn schedules(&self) -> Vec<Schedule> {
        self.bot
            .servers
            .own()
            .unwrap()
            .store()
            .schedules(7)
            .unwrap()
    }

    /// Lets the bot do what is due, or kills it after so many steps; says how long nothing is due then, if it knows.
    fn turn(&self, steps: Option<u64>) -> Option<u64> {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let pause = runtime.block_on(async {
            let mut turn = pin!(self.bot.turn());
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
    fn live(&mut self, until: u64, outage: u64, kills: bool) {
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

fn bot(dir: &TempDir, shared: &Arc<Engine>, stand_in: &StandIn) -> Scheduler<StandIn> {
    let shared = Arc::clone(shared);
    let data = dir.path().join("data");
    let servers = Servers::open(shared, &data, Limits::default(), |_| true).unwrap();
    let clock = Arc::clone(&stand_in.clock);
    let now = move || clock.load(Ordering::SeqCst);
    Scheduler::new(stand_in.clone(), Arc::new(servers), Arc::default(), now)
}

/// How many posts a message says were left out.
fn told(content: &str) -> u64 {
    let lines = content.lines().filter_map(|line| line.strip_prefix("-# "));
    let mut lines =
        lines.filter_map(|line| line.split_once(" before this could not be made in time"));
    let number = lines.next().and_then(|(posts, _)| posts.split(' ').next());
    number.map_or(0, |number| number.parse().unwrap())
}

/// The days on which something was due up to now, by the clocks of its zone.
fn days(times: &Times, from: u64, to: u64) -> BTreeSet<Date> {
    let zone = TimeZone::get(&times.zone).unwrap();
    let at = |second: u64| {
        Timestamp::from_second(second as i64)
            .unwrap()
            .to_zoned(zone.clone())
    };
    let (first, last) = (at(from), at(to));
    let is_before =
        |moment: &jiff::Zoned| moment.hour() as u16 * 60 + (moment.minute() as u16) < times.minute;

    let mut days = BTreeSet::new();
    let mut day = first.date();
    while day <= last.date() {
        let is_work = !times.weekdays || day.weekday().to_monday_one_offset() <= 5;
        let is_over = day == first.date() && !is_before(&first);
        let is_ahead = day == last.date() && is_before(&last);
        if is_work && !is_over && !is_ahead {
            days.insert(day);
        }
        day = day.tomorrow().unwrap();
    }
    days
}

/// The day whose post it is; what comes after the minute is where its server is.
fn day_of(times: &Times, due: u64) -> Date {
    let zone = TimeZone::get(&times.zone).unwrap();
    let moment = Timestamp::from_second(due as i64).unwrap().to_zoned(zone);
    moment.date()
}

const TEXT: &str = "# One\n\nThe lamp of Holm is green.\n\n# Two\n\nThe oar of Holm is red.\n\n# Three\n\nThe sail of Holm is blue.\n";

#[test]
fn in_a_year_each_post_comes_once_or_is_told_as_left_out() {
    for (seed, fails, kills) in [(0x5eed_1234, true, true), (0x5eed_5678, false, false)] {
        let mut place = Place::new(TEXT, seed, fails, "2026-01-01T12:00:00Z");
        let start = place.now();
        for (at, (zone, minute)) in ZONES.into_iter().enumerate() {
            place.order(zone, minute, at % 4 == 3, None);
        }
        place.live(start + 365 * DAY, 3 * DAY, kills);

        let seen = place.stand_in.seen.lock().unwrap();
        for schedule in place.schedules() {
            let times = &schedule.ordered.times;
            let mut of_it: BTreeMap<Date, &Seen> = BTreeMap::new();
            let mut said = 0;
            for one in seen.iter().filter(|one| one.schedule == schedule.id) {
                let before = of_it.insert(day_of(times, one.due), one);
                assert!(
                    before.is_none(),
                    "{times:?}: twice on {}",
                    day_of(times, one.due)
                );
                assert!((one.due..=one.due + LATE).contains(&one.at), "{times:?}");
                said += told(&one.content);
            }

            // All of them come so many seconds after the minute.
            let spread = schedule.due % 60;
            let due = days(times, start, place.now() - spread);
            let posted: BTreeSet<Date> = of_it.keys().copied().collect();
            assert!(
                posted.is_subset(&due),
                "{times:?}: {:?}",
                posted.difference(&due)
            );
            let missed = (due.len() - posted.len()) as u64;
            let said = said + u64::from(schedule.late);
            assert!(
                missed <= said && posted.len() > 250 * due.len() / 365,
                "{times:?}: {missed} {said}"
            );

            // Where it is always known what became of a post, no more is said, and none comes again before all have been.
            if !kills {
                assert_eq!(missed, said, "{times:?}");
                let passages: Vec<&str> = of_it
                    .values()
                    .map(|one| one.content.lines().next().unwrap())
                    .collect();
                let is_round = |three: &[&str]| three.iter().collect::<BTreeSet<_>>().len() == 3;
                assert!(passages.windows(3).all(is_round), "{times:?}");
            }
        }
    }
}

#[test]
fn a_plan_leaves_nothing_out_and_posts_nothing_twice_wherever_it_is_killed() {
    let sentence = |n: usize| {
        format!(
            "Sentence number{n}x tells of the long way over the sound to Bellhaven and back again. "
        )
    };
    let section = |n: usize| {
        format!(
            "# Part {n}\n\n{}\n\n",
            (0..17).map(|k| sentence(n * 17 + k)).collect::<String>()
        )
    };
    let text: String = (0..60).map(section).collect();
    for seed in [3, 4, 5] {
        let mut place = Place::new(&text, seed, true, "2026-01-01T12:00:00Z");
        let start = place.now();
        place.order("Europe/Berlin", 9 * 60, false, Some(600));
        // Nothing is late for good: a post that came to nothing is made later on the same day.
        place.live(start + 60 * DAY, 60 * 60, true);

        assert!(place.schedules().is_empty());
        let seen = place.stand_in.seen.lock().unwrap();
        let posted: String = seen.iter().map(|one| one.content.as_str()).collect();
        let numbers: Vec<usize> = posted
            .match_indices("number")
            .map(|(at, _)| posted[at + 6..].split('x').next().unwrap().parse().unwrap())
            .collect();
        assert_eq!(numbers, (0..60 * 17).collect::<Vec<_>>(), "{seed}");
        assert!(seen.last().unwrap().content.contains(say::END));
        assert!(seen.iter().all(|one| one.content.chars().count() <= 2_000));
    }
}
