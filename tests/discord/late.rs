//! A text that takes long to read holds up no other: the library is brought up to date without it,
//! and with it when it has been read.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::own_texts::{DIARY, ELSEWHERE, add, manager, said, two_servers};
use crate::speaking::UNANSWERED;
use crate::watching::{address, figure};
use crate::world::{World, ask, assert_stopped, exe, whole};
use standin::{Bot, ChatMessage, Interaction};

/// How long anything here may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// What is said below a no meanwhile.
const LATE: &str = "-# 1 text is still being read; try again in a few minutes.";

/// A process of the bot's that has taken in a megabyte: the one that reads the large text.
fn reading(bot: &Bot) -> Option<u32> {
    let tasks = fs::read_dir(format!("/proc/{}/task", bot.id()?)).ok()?;
    let children =
        tasks.filter_map(|task| fs::read_to_string(task.ok()?.path().join("children")).ok());
    let children: Vec<u32> = children
        .flat_map(|line| {
            line.split(' ')
                .filter_map(|id| id.parse().ok())
                .collect::<Vec<_>>()
        })
        .collect();

    children.into_iter().find(|child| {
        let told = fs::read_to_string(format!("/proc/{child}/io")).unwrap_or_default();
        let read = told.lines().find_map(|line| line.strip_prefix("rchar: "));
        read.is_some_and(|read| read.parse().is_ok_and(|read: u64| read > 1 << 20))
    })
}

fn signal(process: u32, signal: &str) {
    let id = process.to_string();
    let sent = Command::new("kill").args([signal, &id]).status();
    assert!(sent.is_ok_and(|sent| sent.success()), "{signal}");
}

/// Puts a text into the corpus that takes a reader a while.
fn put_long_text(world: &World) {
    let nothing = "of no use ".repeat(3 << 20);
    let long = format!("<p>A quokka stands here.</p><!-- {nothing} -->");
    let aside = world.dir.path().join("long.html");
    fs::write(&aside, long).unwrap();
    fs::rename(aside, world.corpus().join("long.html")).unwrap();
}

/// Holds the reader of that text while it reads, as if that took long.
async fn hold_reader(bot: &Bot) -> u32 {
    let began = Instant::now();
    let reader = loop {
        if let Some(reader) = reading(bot) {
            break reader;
        }
        assert!(began.elapsed() < PATIENCE, "{}", bot.text());
        tokio::task::yield_now().await;
    };
    signal(reader, "-STOP");
    reader
}

async fn found(world: &World, word: &str) -> bool {
    let search = Interaction::command("search").option("text", word);
    whole(&world.told(search).await).contains("Exactly these words")
}

#[tokio::test]
async fn a_text_that_takes_long_to_read_holds_up_no_other() {
    let world = World::with(&[("new.txt", "A numbat stands here.\n")]).await;
    let bot = world.start_with(&[
        ("PULLQUOTE_MAX_SECONDS", "600"),
        ("PULLQUOTE_USER_LIMIT", "0"),
    ]);
    bot.line("ready").await;

    world.write("new.txt", "A wombat stands here.\n");
    put_long_text(&world);
    let reader = hold_reader(&bot).await;

    for (update, word) in [(1, "wombat"), (2, "bandicoot")] {
        world.write("new.txt", &format!("A {word} stands here.\n"));
        bot.nth_line("library updated: ", update).await;
        assert!(found(&world, word).await, "{word}: {}", bot.text());
        assert!(!found(&world, "quokka").await);
    }

    let told = bot.text();
    assert!(!told.contains("updated: 0 texts read"), "{told}");
    assert_eq!(
        told.matches("still being read: 1 text,").count(),
        1,
        "{told}"
    );

    signal(reader, "-CONT");
    bot.nth_line("library updated: 1 text read", 3).await;
    assert!(found(&world, "quokka").await && found(&world, "bandicoot").await);
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn a_start_beside_a_text_that_takes_long_does_not_wait_for_it() {
    let world = World::with(&[("new.txt", "A numbat stands here.\n")]).await;
    let first = world.start();
    first.line("ready").await;
    assert_stopped(first.stop().await);

    world.write("new.txt", "A wombat stands here.\n");
    put_long_text(&world);
    let bot = world.start_with(&[("PULLQUOTE_MAX_SECONDS", "600")]);
    let reader = hold_reader(&bot).await;
    bot.line("still being read: 1 text,").await;
    bot.line("ready").await;
    assert!(found(&world, "wombat").await && !found(&world, "quokka").await);

    signal(reader, "-CONT");
    bot.line("library updated: 1 text read").await;
    assert!(found(&world, "quokka").await);
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn while_a_text_is_being_read_a_no_says_so_where_that_text_may_be_read() {
    let world = two_servers().await;
    let bot = world.start_with(&[
        ("PULLQUOTE_MAX_SECONDS", "600"),
        ("PULLQUOTE_USER_LIMIT", "0"),
        ("METRICS_ADDR", "127.0.0.1:0"),
    ]);
    let address = address(&bot).await;
    bot.line("ready").await;
    // One server has but its own texts, the other but the shared ones.
    add(&world, "diary.md", DIARY).await;
    let own_only = manager("settings", "server").option("shared", false);
    said(&world, own_only).await;

    let quokka = ChatMessage::new("A quokka stood here.");
    let quokka = world.standin.say(quokka).await.message;
    let nos = || {
        [
            ask(UNANSWERED),
            ask("Is there anything by Ada Quokkason?"),
            Interaction::command("search").option("text", "zeppelin"),
            Interaction::command("read").option("document", "zeppelin"),
            Interaction::command("read").option("from", "page 400"),
            Interaction::command("library"),
            Interaction::message_command("Check this quote", &quokka),
        ]
    };
    let bell = || ask("Who sued because of the fog bell?").guild(ELSEWHERE);
    let files = async || {
        let unread = figure(&address, "pullquote_index_unread_files").await;
        (unread, figure(&address, "pullquote_index_late_files").await)
    };

    put_long_text(&world);
    let reader = hold_reader(&bot).await;
    bot.line("still being read: 1 text,").await;
    for no in nos() {
        let there = whole(&world.told(no.clone().guild(ELSEWHERE)).await);
        assert!(there.ends_with(LATE), "{there}");
        let here = whole(&world.told(no).await);
        assert!(!here.contains("being read"), "{here}");
    }
    let german = ask(UNANSWERED).guild(ELSEWHERE).guild_locale("de");
    let german = whole(&world.told(german).await);
    assert!(german.contains("-# 1 Text wird noch gelesen;"), "{german}");
    let answer = whole(&world.told(bell()).await);
    assert!(
        answer.contains("farmer") && !answer.contains(LATE),
        "{answer}"
    );
    assert_eq!(files().await, (0.0, 1.0));
    world.write("new.txt", "A wombat stands here.\n");
    world.write("odd.xyz", "In no format of ours.");
    bot.line("passages, 1 file not read, 1 file still to be read;")
        .await;
    assert_eq!(files().await, (1.0, 1.0));

    signal(reader, "-CONT");
    bot.line("passages, 1 file not read; in").await;
    for no in nos() {
        let there = whole(&world.told(no.guild(ELSEWHERE)).await);
        assert!(!there.contains(LATE), "{there}");
    }
    assert_eq!(files().await, (1.0, 0.0));
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn a_command_that_has_but_an_index_from_before_says_what_is_still_to_be_read() {
    let world = World::with(&[]).await;
    let bot = world.start_with(&[("PULLQUOTE_MAX_SECONDS", "600")]);
    bot.line("ready").await;
    put_long_text(&world);
    hold_reader(&bot).await;
    bot.line("still being read: 1 text,").await;
    bot.kill().await;

    // What cannot be listed cannot be read.
    fs::rename(world.corpus(), world.dir.path().join("away")).unwrap();
    let told = |arguments: &[&str]| {
        let mut command = Command::new(exe());
        command.arg("--corpus").arg(world.corpus());
        command.arg("--index").arg(world.index());
        command.args(["--reader", "off"]).args(arguments);
        let output = command.env_clear().output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let answer = told(&["ask", UNANSWERED]);
    assert!(
        answer.ends_with("\n\nStill to be read: 1 text.\n"),
        "{answer}"
    );
    let json = told(&["ask", "--json", UNANSWERED]);
    assert!(json.ends_with("],\"late\":1}\n"), "{json}");
    let listed = told(&["library"]);
    assert!(
        listed.contains("words; 1 file still to be read\n"),
        "{listed}"
    );
}
