//! A text that takes long to read holds up no other: the library is brought up to date without it,
//! and with it when it has been read.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::world::{World, assert_stopped, whole};
use standin::{Bot, Interaction};

/// How long anything here may take.
const PATIENCE: Duration = Duration::from_secs(30);

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
