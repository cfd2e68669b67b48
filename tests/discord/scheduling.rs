//! `/schedule` as those who manage a server use it, and what then comes by itself.

use std::time::{Duration, Instant};

use rusqlite::Connection;
use serde_json::Value;

use crate::own_texts::{ELSEWHERE, manager, said, two_servers};
use crate::world::{World, assert_stopped, is_private, quoted, whole};
use standin::people::{MEMBER, dm_channel};
use standin::{Bot, ChatMessage, Fault, Interaction, Seen, button};

const POSTS: &str = "/channels/30/messages";
/// The permission to read what was written before.
const READ_HISTORY: u64 = 1 << 16;
const HOUR: i64 = 60 * 60;
const PATIENCE: Duration = Duration::from_secs(15);

pub fn schedule(sub: &str) -> Interaction {
    manager("schedule", sub)
}

fn quote() -> Interaction {
    quote_at("9:00", "Europe/Berlin")
}

fn quote_at(time: &str, zone: &str) -> Interaction {
    schedule("quote").option("time", time).option("zone", zone)
}

pub fn with(sub: &str, number: u32) -> Interaction {
    schedule(sub).option("schedule", number.to_string().as_str())
}

/// Changes what is kept while the bot is not running, and starts it again.
pub async fn restarted(world: &World, bot: Bot, change: &str) -> Bot {
    assert_stopped(bot.stop().await);
    let store = Connection::open(world.dir.path().join("data/pullquote.db")).unwrap();
    store.execute_batch(change).unwrap();
    drop(store);
    started(world)
}

pub fn started(world: &World) -> Bot {
    world.start_with(&[("PULLQUOTE_USER_LIMIT", "0")])
}

/// Everything was due so many seconds ago, and then not before some hours are over.
pub fn due_before(seconds: i64) -> String {
    format!(
        "UPDATE schedules SET due = unixepoch() - {seconds}, zone = 'UTC', weekdays = 0,
            minute = (unixepoch() / 60 + 180) % 1440"
    )
}

/// The `n`th message that was posted by itself.
pub async fn post(world: &World, n: usize) -> Seen {
    let seen = world.standin.request("POST", POSTS, n).await;
    assert_eq!(seen.body["enforce_nonce"], true, "{seen:?}");
    assert!(
        seen.body["nonce"]
            .as_str()
            .is_some_and(|nonce| nonce.len() <= 25),
        "{seen:?}"
    );
    seen
}

/// How many messages were posted so far.
pub fn post_count(world: &World) -> usize {
    let requests = world.standin.requests();
    let posts = requests
        .iter()
        .filter(|seen| seen.method == "POST" && seen.path == POSTS);
    posts.count()
}

/// The list, once it says something.
pub async fn list_with(world: &World, wanted: &str) -> String {
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        let list = said(world, schedule("list")).await;
        if list.contains(wanted) {
            return list;
        }
    }
    panic!("the list never says {wanted:?}");
}

#[tokio::test]
async fn a_passage_a_day_is_ordered_shown_and_posted() {
    let world = World::new().await;
    let bot = started(&world);
    let none = said(&world, schedule("list")).await;
    assert!(none.contains("Nothing is posted"), "{none}");
    for (wrong, reason) in [
        (quote_at("noonish", "UTC"), "do not understand that time"),
        (
            quote_at("9:00", "Middle Earth"),
            "no time zone “Middle Earth”",
        ),
        (quote().option("document", "zeppelin"), "no text called"),
        (quote().app_permissions(1 << 10), "*Send Messages*"),
        (
            quote().app_permissions(MEMBER & !READ_HISTORY),
            "*Read Message History*",
        ),
    ] {
        let told = said(&world, wrong).await;
        assert!(told.contains(reason), "{reason}: {told}");
    }

    let made = said(&world, quote().option("document", "lighthouse")).await;
    assert!(
        made.contains("a passage of **") && made.contains("every day at 09:00 (Europe\\/Berlin)"),
        "{made}"
    );
    let list = said(&world, schedule("list")).await;
    assert!(
        list.contains("**#1** <#30>") && list.contains("next <t:") && list.contains(":F>"),
        "{list}"
    );
    let zones = world.list(schedule("quote").focus("zone", "berl")).await;
    assert_eq!(zones[0].1, "Europe/Berlin");
    let choices = world.list(schedule("test").focus("schedule", "")).await;
    assert_eq!(choices[0].1, "1");
    assert!(
        choices[0].0.starts_with("#1 · quote · 09:00 Europe/Berlin"),
        "{choices:?}"
    );

    let shown = said(&world, with("test", 1)).await;
    assert_eq!(shown, said(&world, with("test", 1)).await);
    let passage = |text: &str| {
        let lines = text.lines().filter_map(|line| line.strip_prefix("> "));
        lines.map(str::to_owned).collect::<Vec<_>>().join("\n")
    };

    // An hour late, after a restart.
    let bot = restarted(&world, bot, &due_before(HOUR)).await;
    let first = post(&world, 1).await;
    let content = first.body["content"].as_str().unwrap();
    assert_eq!(passage(content), passage(&shown));
    assert!(!passage(content).is_empty());
    list_with(&world, "next <t:").await;
    assert_ne!(
        passage(&said(&world, with("test", 1)).await),
        passage(&shown)
    );

    // Older than six hours is left out, and said in the list, and then with the next post.
    let bot = restarted(&world, bot, &due_before(7 * HOUR)).await;
    let list = list_with(&world, "made in time").await;
    assert!(
        list.contains("1 post before this could not be made in time"),
        "{list}"
    );
    assert_eq!(post_count(&world), 1);
    let bot = restarted(&world, bot, &due_before(60)).await;
    let second = post(&world, 2).await;
    let content = second.body["content"].as_str().unwrap().to_owned();
    assert!(
        content.contains("1 post before this could not be made in time"),
        "{content}"
    );
    assert_ne!(first.body["nonce"], second.body["nonce"]);

    let removed = said(&world, with("remove", 1)).await;
    assert!(removed.contains("removed"), "{removed}");
    let again = said(&world, with("remove", 1)).await;
    assert!(again.contains("no such schedule"), "{again}");
    assert_stopped(bot.stop().await);
    println!("{}", world.standin.spec_report());
}

#[tokio::test]
async fn whoever_presses_a_button_below_a_post_reads_on_alone() {
    let world = World::new().await;
    let bot = started(&world);
    // Of a text with more to read on than one passage.
    said(&world, quote().option("document", "lighthouse")).await;
    let _bot = restarted(&world, bot, &due_before(10)).await;
    post(&world, 1).await;

    let (_, messages) = world.standin.call("GET", POSTS, Value::Null).await;
    let posted = &messages[0];
    let more = button(posted, "More");
    for user in [40, 41] {
        let read = world
            .told(Interaction::press(posted, &more).user(user))
            .await;
        assert!(
            is_private(&read) && quoted(&read).len() > quoted(posted).len(),
            "{read:#}"
        );
    }
    let delete = Interaction::press(posted, &button(posted, "Delete"));
    let no = whole(&world.told(delete).await);
    assert!(no.contains("Only the person"), "{no}");
}

#[tokio::test]
async fn what_discord_refuses_is_paused_and_told_and_can_go_on() {
    for (code, reason) in [
        (50_013, "may not write there (403)"),
        (10_003, "the channel is gone (404)"),
    ] {
        let world = World::new().await;
        let bot = started(&world);
        said(&world, quote().user(77)).await;

        world.standin.fault(Fault::on("POST", POSTS).code(code));
        let bot = restarted(&world, bot, &due_before(10)).await;
        let told = format!("/channels/{}/messages", dm_channel(77));
        let told = world.standin.request("POST", &told, 1).await;
        let told = told.body["content"].as_str().unwrap();
        assert!(told.contains(reason) && told.contains("<#30>"), "{told}");
        let list = list_with(&world, reason).await;
        assert!(!list.contains("next <t:"), "{list}");

        // Nothing more is tried until somebody lets it go on.
        let bot = restarted(&world, bot, &due_before(10)).await;
        list_with(&world, reason).await;
        assert_eq!(post_count(&world), 1, "{code}");
        let resumed = said(&world, with("pause", 1)).await;
        assert!(resumed.contains("goes on, next <t:"), "{resumed}");
        let bot = restarted(&world, bot, &due_before(10)).await;
        post(&world, 2).await;

        let paused = said(&world, with("pause", 1)).await;
        assert!(paused.contains("is paused"), "{paused}");
        let _bot = restarted(&world, bot, &due_before(10)).await;
        let list = list_with(&world, "paused").await;
        assert!(list.contains("⏸ paused"), "{list}");
        assert_eq!(post_count(&world), 2, "{code}");
    }
}

#[tokio::test]
async fn a_post_whose_answer_was_lost_is_not_posted_twice() {
    // By its nonce, which Discord knows for minutes; then by what stands in the channel.
    for (begun, requests) in [("begun", 2), ("unixepoch() - 1000", 1)] {
        let world = World::new().await;
        let bot = started(&world);
        said(&world, quote()).await;
        world
            .standin
            .fault(Fault::on("POST", POSTS).status(500).after_work());
        let bot = restarted(&world, bot, &due_before(10)).await;
        post(&world, 1).await;

        let again = format!("UPDATE outbox SET next_try = 0, begun = {begun}");
        let _bot = restarted(&world, bot, &again).await;
        if requests == 2 {
            post(&world, 2).await;
        } else {
            world.standin.request("GET", POSTS, 1).await;
        }
        list_with(&world, "next <t:").await;
        let (_, messages) = world.standin.call("GET", POSTS, Value::Null).await;
        assert_eq!(messages.as_array().unwrap().len(), 1, "{messages:#}");
        assert_eq!(post_count(&world), requests);
    }
}

#[tokio::test]
async fn in_a_busy_channel_a_post_is_neither_made_twice_nor_left_out() {
    for is_there in [true, false] {
        let world = World::new().await;
        let bot = started(&world);
        said(&world, quote()).await;
        let talk = async |messages| {
            for n in 0..messages {
                let message = ChatMessage::new(&format!("Talk number {n}"));
                world.standin.say(message).await;
            }
        };

        // More before it, and behind it, than Discord gives at once.
        talk(230).await;
        let lost = Fault::on("POST", POSTS).status(500);
        world
            .standin
            .fault(if is_there { lost.after_work() } else { lost });
        let bot = restarted(&world, bot, &due_before(10)).await;
        post(&world, 1).await;
        talk(120).await;

        let again = "UPDATE outbox SET next_try = 0, begun = unixepoch() - 1000";
        let _bot = restarted(&world, bot, again).await;
        list_with(&world, "next <t:").await;
        if !is_there {
            post(&world, 2).await;
        }
        world
            .standin
            .request("GET", POSTS, if is_there { 3 } else { 4 })
            .await;
        assert_eq!(post_count(&world), if is_there { 1 } else { 2 });
    }
}

#[tokio::test]
async fn a_server_has_ten_and_all_of_them_go_with_it() {
    let world = World::new().await;
    let bot = started(&world);
    for _ in 0..10 {
        let made = said(&world, quote().option("weekdays", true)).await;
        assert!(made.contains("Monday to Friday"), "{made}");
    }
    let eleventh = said(&world, quote()).await;
    assert!(
        eleventh.contains("10 schedules, as many as it may have"),
        "{eleventh}"
    );
    let list = said(&world, schedule("list")).await;
    assert_eq!(list.lines().count(), 10, "{list}");

    let all = manager("privacy", "delete-server").option("confirm", "delete-server");
    said(&world, all).await;
    let none = said(&world, schedule("list")).await;
    assert!(none.contains("Nothing is posted"), "{none}");
    assert_stopped(bot.stop().await);
    let store = Connection::open(world.dir.path().join("data/pullquote.db")).unwrap();
    let count = "SELECT (SELECT count(*) FROM schedules) + (SELECT count(*) FROM outbox)";
    assert_eq!(
        store.query_row(count, [], |row| row.get::<_, u32>(0)),
        Ok(0)
    );
}

#[tokio::test]
async fn a_manager_is_not_shown_what_they_have_not_read() {
    let world = World::with(&[("story.md", &crate::gates::story())]).await;
    let _bot = started(&world);
    said(&world, quote().option("document", "story.md")).await;
    let shown = said(&world, with("test", 1)).await;
    assert!(shown.contains("Next, <t:"), "{shown}");

    let gates = Interaction::command("progress").subcommand("set");
    let gates = gates.option("document", "story.md").option("chapter", 0);
    said(&world, gates).await;
    let mine = said(&world, with("test", 1)).await;
    assert!(!mine.contains("secret"), "{mine}");

    let gate = Interaction::command("gate")
        .subcommand("set")
        .permissions(MEMBER | 1 << 13);
    let gate = gate.option("document", "story.md").option("chapter", 0);
    said(&world, gate).await;
    let closed = said(&world, with("test", 1).user(41)).await;
    assert!(!closed.contains("secret"), "{closed}");
}

#[tokio::test]
async fn no_other_server_sees_or_changes_what_is_posted() {
    let world = two_servers().await;
    let _bot = started(&world);
    crate::own_texts::add(&world, "diary.md", crate::own_texts::DIARY).await;
    said(&world, quote().option("document", "The Diary of Holm")).await;
    let list = said(&world, schedule("list")).await;
    assert!(list.contains("The Diary of Holm"), "{list}");

    let list = said(&world, schedule("list").guild(ELSEWHERE)).await;
    assert!(list.contains("Nothing is posted"), "{list}");
    for sub in ["pause", "remove", "test"] {
        for number in [
            "1",
            "#1",
            " 1 ",
            "99999999999999999999",
            "9223372036854775808",
            "-1",
            "x",
        ] {
            let there = schedule(sub).option("schedule", number).guild(ELSEWHERE);
            let told = said(&world, there).await;
            assert!(told.contains("no such schedule"), "{sub} {number}: {told}");
        }
    }
    let typing = schedule("test").focus("schedule", "").guild(ELSEWHERE);
    let choices = world.standin.send(typing).await.choices().await;
    assert!(choices.is_empty(), "{choices:?}");
    let here = said(&world, schedule("test").option("schedule", "#1")).await;
    assert!(here.contains("Next, <t:"), "{here}");
}
