//! An hour of a busy bot, as fast as it goes, with everything that can go wrong on the way: every
//! interaction that could be answered was, exactly once, and nothing is left behind.
//!
//! `PULLQUOTE_SOAK=20000 cargo test --release --test discord soak -- --nocapture` is the hour, of
//! some five interactions a second; without it a few hundred are sent. What goes wrong when comes
//! from a seed.

use crate::watching::{address, figure};
use crate::world::{World, ask};
use serde_json::{Value, json};
use standin::{Bot, ChatMessage, Exchange, Fault, Interaction, components};
use std::time::{Duration, Instant};

const CALLBACK: &str = "/interactions/*/*/callback";
/// Interactions under way at a time.
const BATCH: usize = 40;
/// How much memory may grow in a run; what the allocator keeps of a busy moment is no leak.
const GROWTH: f64 = 24e6;

const QUESTIONS: [&str; 5] = [
    "Who sued because of the fog bell?",
    "What colour was the unicorn's saddle?",
    "Who was Hester Quayle?",
    "Where does the night train stop?",
    "who drves the nigt train",
];

/// A sequence that looks random and is the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// What was counted on the way.
#[derive(Debug, Default)]
struct Tally {
    interactions: usize,
    mentions: usize,
    malformed: usize,
    faults: usize,
    /// Answers that were heard but whose receipt was lost, and which are therefore sent twice.
    unheard: usize,
    reconnections: usize,
    slowest: Duration,
}

fn interaction(dice: &mut Dice, shown: &[Value]) -> Interaction {
    let user = 1_000 + dice.below(500) as u64;
    let question = QUESTIONS[dice.below(QUESTIONS.len())];
    let made = match dice.below(10) {
        0..3 => ask(question),
        3..5 => Interaction::command("ask").focus("question", &question[..question.len() / 2]),
        5 => Interaction::command("search").option("text", "the"),
        6 => Interaction::command("read").option("document", "night-train.txt"),
        7 => Interaction::command(["library", "random", "help"][dice.below(3)]),
        _ => match pressable(dice, shown) {
            Some(press) => press,
            None => ask(question),
        },
    };
    made.user(user)
}

/// A press of a button that reads on, on one of the messages that were shown to everyone.
fn pressable(dice: &mut Dice, shown: &[Value]) -> Option<Interaction> {
    let message = shown.get(dice.below(shown.len().max(1)))?;
    let live = |button: &&&Value| button["disabled"] != true && button["label"] != "Delete";
    let all = components(message);
    let buttons: Vec<&&Value> = all.iter().filter(live).collect();
    let button = buttons.get(dice.below(buttons.len().max(1)))?;
    Some(Interaction::press(message, button["custom_id"].as_str()?))
}

/// At most two requests of a batch fail, so that none fails more often than it is tried.
fn trouble(world: &World, dice: &mut Dice, tally: &mut Tally) {
    for _ in 0..dice.below(3) {
        let route = Fault::on("POST", CALLBACK);
        let fault = match dice.below(5) {
            0 => route.rate_limited(0.1),
            1 => route.status(500),
            2 => route.status(503),
            3 => route.delay(Duration::from_millis(200 + dice.below(1_000) as u64)),
            _ => {
                tally.unheard += 1;
                route.status(502).after_work()
            }
        };
        world.standin.fault(fault);
        tally.faults += 1;
    }
}

/// Breaks the connection; what is sent from then on waits for the bot to come back.
fn cut(world: &World, dice: &mut Dice, tally: &mut Tally) {
    match dice.below(6) {
        0 => world.standin.cut(),
        1 => world.standin.ask_to_reconnect(),
        2 => world.standin.invalidate_session(true),
        _ => return,
    }
    tally.reconnections += 1;
}

/// Events that nobody can read, some of them interactions; those cannot be answered.
fn malformed(world: &World, dice: &mut Dice, tally: &mut Tally) {
    let (event, data) = match dice.below(6) {
        0 => (
            "INTERACTION_CREATE",
            json!({"type": 2, "data": {"name": 7}}),
        ),
        1 => ("INTERACTION_CREATE", json!([])),
        2 => ("MESSAGE_CREATE", json!({"content": {"a": []}})),
        3 => ("NO_SUCH_EVENT", json!({"deep": [[[[[[[[{}]]]]]]]]})),
        4 => ("GUILD_CREATE", json!(null)),
        _ => return,
    };
    world.standin.dispatch(event, data);
    tally.malformed += 1;
}

async fn batch(world: &World, dice: &mut Dice, tally: &mut Tally, shown: &mut Vec<Value>) {
    trouble(world, dice, tally);
    let mut sent: Vec<Exchange> = Vec::new();
    for n in 0..BATCH {
        if n == BATCH / 2 {
            cut(world, dice, tally);
            malformed(world, dice, tally);
        }
        sent.push(world.standin.send(interaction(dice, shown)).await);
    }
    let said = world
        .standin
        .say(
            ChatMessage::new(QUESTIONS[0])
                .mention_bot()
                .user(7)
                .channel(31),
        )
        .await;
    shown.clear();
    for exchange in &sent {
        let response = exchange.response().await;
        tally.slowest = tally.slowest.max(response.latency);
        let everyone_sees =
            response.kind == 4 && response.data["flags"].as_u64().unwrap_or(0) & 64 == 0;
        if everyone_sees && shown.len() < 20 {
            shown.push(exchange.message().await);
        }
    }
    said.reply().await;
    (tally.interactions, tally.mentions) = (tally.interactions + sent.len(), tally.mentions + 1);
    world.standin.clear_faults();
}

/// Waits until nothing is in flight, and returns how many tasks there are then: the connections to
/// Discord that are kept open for a while, at most one for each that was under way at a time, and a
/// few.
async fn at_rest(bot: &Bot, address: &str) -> f64 {
    let waited = async {
        while figure(address, "pullquote_in_flight").await > 0.0
            || figure(address, "pullquote_working").await > 0.0
        {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), waited)
        .await
        .unwrap_or_else(|_| panic!("{}", bot.text()));
    figure(address, "pullquote_tasks").await
}

#[tokio::test]
async fn soak() {
    let events: usize = std::env::var("PULLQUOTE_SOAK")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(400);
    let world = World::new().await;
    let settings = [
        ("PULLQUOTE_USER_LIMIT", "0"),
        ("PULLQUOTE_SERVER_LIMIT", "0"),
        ("METRICS_ADDR", "127.0.0.1:0"),
    ];
    let bot = world.start_with(&settings);
    let address = address(&bot).await;
    let (mut dice, mut tally, mut shown) = (Dice(1), Tally::default(), Vec::new());
    let start = Instant::now();
    let mut before = None;
    let mut doubles = 0;
    while tally.interactions < events {
        batch(&world, &mut dice, &mut tally, &mut shown).await;
        let tasks = at_rest(&bot, &address).await; // until the last answer was sent for the last time
        doubles += refused_twice(&world);
        world.standin.forget(&shown);
        if before.is_none() && tally.interactions >= events / 10 {
            before = Some((tasks, figure(&address, "pullquote_resident_bytes").await));
        }
        if dice.below(20) == 0 {
            world.standin.invalidate_session(false);
            tally.reconnections += 1;
            world.standin.ready().await;
        }
    }
    let tasks = at_rest(&bot, &address).await;
    let memory = figure(&address, "pullquote_resident_bytes").await;
    let (tasks_before, memory_before) = before.expect("a tenth comes before the end");
    println!(
        "{tally:?} in {:.1?}; answered twice {doubles}",
        start.elapsed()
    );
    println!("memory {memory_before} then {memory}; tasks {tasks_before} then {tasks}");
    assert!(
        doubles <= tally.unheard,
        "{doubles} answers were sent twice, {} of them with reason",
        tally.unheard
    );
    assert!(
        memory - memory_before < GROWTH,
        "memory grew from {memory_before} to {memory}"
    );
    assert!(
        tasks <= tasks_before + BATCH as f64,
        "tasks grew from {tasks_before} to {tasks}"
    );
}

/// Answers that Discord refused because there was one already; nothing else may have been refused.
fn refused_twice(world: &World) -> usize {
    let broken = world.standin.take_violations();
    let twice = broken
        .iter()
        .filter(|violation| violation.rule == "40060")
        .count();
    assert_eq!(twice, broken.len(), "{broken:#?}");
    twice
}
