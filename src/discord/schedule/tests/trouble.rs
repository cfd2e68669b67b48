//! What becomes of the others when one post does not end, and of a post that may be there when its
//! text is closed.

use std::collections::BTreeSet;
use std::future::pending;
use std::sync::atomic::Ordering;

use tokio::runtime::Builder;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::time::timeout;

use super::place::Place;
use super::{DAY, TEXT};
use crate::discord::schedule::*;
use crate::locale::Locale;
use crate::store::{At, Gate, ServerId};

const PATIENCE: Duration = Duration::from_secs(30);
const START: &str = "2026-01-01T12:00:00Z";

/// In place of Discord, which never answers what is posted on some servers.
struct Silent {
    on: fn(ServerId) -> bool,
    posted: UnboundedSender<ServerId>,
}

impl Wire for Silent {
    async fn post(&self, post: &Post, _: &Message) -> Result<(), Failure> {
        let server = post.schedule.ordered.server;
        if (self.on)(server) {
            return pending().await;
        }
        self.posted.send(server).unwrap();
        Ok(())
    }

    async fn holds(&self, _: &Post, _: &Message, _: u64) -> Result<bool, Failure> {
        Ok(false)
    }

    async fn tell(&self, _: u64, _: &Message) {}
}

#[test]
fn servers_that_are_slow_delay_no_other() {
    let place = Place::new(TEXT, 1, false, START);
    // Three that never end, one of them with as many posts as a server may have.
    let is_slow = |server| server <= 3;
    for server in (1..=40).chain([1; 9]) {
        place.order_on(server, "UTC", 13 * 60, false, None);
    }

    let (posted, mut seen) = unbounded_channel();
    let wire = Silent {
        on: is_slow,
        posted,
    };
    let servers = Arc::clone(&place.bot.servers);
    let now = place.now() + DAY / 12;
    let bot = Scheduler::new(wire, servers, Arc::default(), move || now);
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let others = runtime.block_on(async {
        tokio::spawn(bot.run(Arc::default()));
        let mut others = BTreeSet::new();
        while others.len() < 37 {
            let one = timeout(PATIENCE, seen.recv()).await;
            others.insert(one.expect("all others are posted").unwrap());
        }
        others
    });
    assert_eq!(others, (4..=40).collect());
}

#[test]
fn a_post_that_may_be_there_is_looked_for_when_its_text_is_open_again() {
    let place = Place::new(TEXT, 1, false, START);
    place.order("UTC", 13 * 60, false, Some(6));
    place.stand_in.clock.fetch_add(DAY / 12, Ordering::SeqCst);
    let servers = Arc::clone(&place.bot.servers);
    let store = servers.own().unwrap().store();

    // The bot is killed when the post is there, and nothing else knows of it.
    store.take_due(place.now(), |_| true).unwrap();
    let post = store.to_post(place.now(), |_| true, 1).unwrap().remove(0);
    assert!(store.begin(&post, true, place.now()).unwrap());
    let everyone = post.schedule.ordered.asker();
    let Next::Message(message) = next_post(&servers, &post, &everyone, Locale::English).unwrap()
    else {
        panic!("there is something to post");
    };
    place.stand_in.show(&post, &message.0);

    let gate = Gate {
        document: "shared:text.md".to_owned(),
        chapter: 0,
    };
    store.set_gate(At::Server(7), &gate).unwrap();
    place.stand_in.clock.fetch_add(600, Ordering::SeqCst);
    place.turn(None);
    assert_eq!(place.schedules()[0].held, 0);

    store.clear_gate(At::Server(7), None).unwrap();
    place.stand_in.clock.fetch_add(600, Ordering::SeqCst);
    place.turn(None);
    let reading = place.schedules()[0].ordered.reading.unwrap();
    assert!(reading.stand.is_some());
    assert_eq!(place.stand_in.seen.lock().unwrap().len(), 1);
}
