//! The library follows its corpus while the bot runs: what changes in a file is in the answers soon
//! after.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::world::{World, assert_stopped, exe, whole};
use standin::{Bot, Interaction};

const UPDATED: &str = "library updated: ";

/// No limit on how often one person may ask.
const UNLIMITED: [(&str, &str); 2] = [
    ("PULLQUOTE_USER_LIMIT", "0"),
    ("PULLQUOTE_SERVER_LIMIT", "0"),
];

/// Waits for the `n`th refresh (from 1) and gives its line.
async fn update(bot: &Bot, n: usize) -> String {
    bot.nth_line(UPDATED, n).await
}

fn updates(bot: &Bot) -> usize {
    bot.lines()
        .iter()
        .filter(|line| line.contains(UPDATED))
        .count()
}

async fn found(world: &World, word: &str) -> bool {
    let search = Interaction::command("search").option("text", word);
    whole(&world.told(search).await).contains("Exactly these words")
}

fn sentence(word: &str) -> String {
    format!("The {word} stands in this short sentence.\n")
}

fn rename(from: &Path, to: &Path) {
    fs::rename(from, to).expect("on one file system");
}

#[tokio::test]
async fn every_kind_of_change_is_in_the_answers() {
    let world = World::with(&[("fish.txt", &sentence("quokka"))]).await;
    let bot = world.start_with(&UNLIMITED);
    bot.line("ready").await;
    let corpus = world.corpus();
    let aside = world.dir.path().join("aside");
    fs::create_dir(&aside).unwrap();
    let put = |path: &Path, word: &str| fs::write(path, sentence(word)).unwrap();
    /// What is done, which word is then found, and which not.
    type Step<'a> = (&'a str, Box<dyn Fn() + 'a>, &'a str, &'a str);
    let steps: Vec<Step> = vec![
        (
            "added",
            Box::new(|| put(&corpus.join("new.txt"), "wombat")),
            "wombat",
            "numbat",
        ),
        (
            "changed, as long as before",
            Box::new(|| put(&corpus.join("new.txt"), "numbat")),
            "numbat",
            "wombat",
        ),
        (
            "replaced by renaming, as editors do",
            Box::new(|| {
                put(&aside.join("new.txt"), "potoroo");
                rename(&aside.join("new.txt"), &corpus.join("new.txt"));
            }),
            "potoroo",
            "numbat",
        ),
        (
            "replaced by a file of the same size and age",
            Box::new(|| {
                let age = fs::metadata(corpus.join("new.txt"))
                    .unwrap()
                    .modified()
                    .unwrap();
                put(&aside.join("new.txt"), "bandico");
                let file = fs::File::options()
                    .write(true)
                    .open(aside.join("new.txt"))
                    .unwrap();
                file.set_modified(age).unwrap();
                rename(&aside.join("new.txt"), &corpus.join("new.txt"));
            }),
            "bandico",
            "potoroo",
        ),
        (
            "removed",
            Box::new(|| fs::remove_file(corpus.join("new.txt")).unwrap()),
            "quokka",
            "bandico",
        ),
        (
            "a folder of folders moved in",
            Box::new(|| {
                fs::create_dir_all(aside.join("a/b")).unwrap();
                put(&aside.join("a/b/one.txt"), "dunnart");
                rename(&aside.join("a"), &corpus.join("a"));
            }),
            "dunnart",
            "bandico",
        ),
        (
            "changed in that folder",
            Box::new(|| put(&corpus.join("a/b/one.txt"), "bettong")),
            "bettong",
            "dunnart",
        ),
        (
            "a linked folder",
            Box::new(|| {
                fs::create_dir(corpus.join("linked")).unwrap();
                put(&corpus.join("linked/two.txt"), "antechinus");
                std::os::unix::fs::symlink("linked", corpus.join("link")).unwrap();
            }),
            "antechinus",
            "dunnart",
        ),
        (
            "changed behind the link",
            Box::new(|| put(&corpus.join("linked/two.txt"), "phascogale")),
            "phascogale",
            "antechinus",
        ),
        (
            "a folder moved out",
            Box::new(|| rename(&corpus.join("a"), &aside.join("out"))),
            "quokka",
            "bettong",
        ),
    ];
    for (n, (what, step, there, gone)) in (1..).zip(&steps) {
        let began = Instant::now();
        step();
        update(&bot, n).await;
        println!("{what}: {} ms", began.elapsed().as_millis());
        assert!(found(&world, there).await, "{what}: {there}");
        assert!(!found(&world, gone).await, "{what}: {gone}");
    }
    assert_eq!(updates(&bot), steps.len());
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn a_corpus_that_goes_and_comes_back_is_followed_again() {
    let world = World::with(&[("fish.txt", &sentence("quokka"))]).await;
    let (corpus, real) = (world.corpus(), world.dir.path().join("real"));
    rename(&corpus, &real);
    std::os::unix::fs::symlink(&real, &corpus).unwrap(); // the folder is itself a link
    let bot = world.start_with(&UNLIMITED);
    bot.line("ready").await;
    fs::write(real.join("new.txt"), sentence("wombat")).unwrap();
    update(&bot, 1).await;
    assert!(found(&world, "wombat").await);

    fs::remove_dir_all(&real).unwrap();
    bot.line("library not updated, still 6 texts").await;
    assert!(found(&world, "wombat").await, "the former library goes on");
    fs::create_dir(&real).unwrap();
    fs::write(real.join("only.txt"), sentence("numbat")).unwrap();
    assert!(
        update(&bot, 2)
            .await
            .contains("1 text read, 6 gone; 1 text, 1 passage"),
        "{}",
        bot.text()
    );
    assert!(found(&world, "numbat").await && !found(&world, "wombat").await);

    let other = world.dir.path().join("other");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("only.txt"), sentence("potoroo")).unwrap();
    std::os::unix::fs::symlink(&other, world.dir.path().join("next")).unwrap();
    rename(&world.dir.path().join("next"), &corpus); // the link leads elsewhere
    update(&bot, 3).await;
    assert!(found(&world, "potoroo").await && !found(&world, "numbat").await);
    fs::write(other.join("only.txt"), sentence("bandicoot")).unwrap();
    update(&bot, 4).await;
    assert!(found(&world, "bandicoot").await);
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn during_rapid_changes_every_answer_is_from_the_old_or_the_new_text() {
    let version = |n: usize| {
        format!(
            "The quokka has number v{n}x here.\n\n{}",
            sentence("wombat").repeat(n % 7)
        )
    };
    let world = World::with(&[("fish.txt", &version(0))]).await;
    let bot = world.start_with(&UNLIMITED);
    bot.line("ready").await;
    let path = world.corpus().join("fish.txt");
    let aside = world.dir.path().join("fish.next");
    let writer = tokio::task::spawn_blocking(move || {
        for n in 1..=200 {
            fs::write(&aside, version(n)).unwrap();
            rename(&aside, &path);
            std::thread::sleep(Duration::from_millis(50)); // not a wait: the pace of the changes
        }
    });
    let mut seen = Vec::new();
    loop {
        let over = writer.is_finished();
        let answer = whole(
            &world
                .told(Interaction::command("search").option("text", "the quokka has number"))
                .await,
        );
        let number = answer
            .split_once("number** v")
            .or(answer.split_once("number v"));
        let number = number.and_then(|(_, rest)| rest.split_once('x')?.0.parse::<usize>().ok());
        seen.push(number.unwrap_or_else(|| panic!("neither old nor new: {answer}")));
        if over && seen.last() == Some(&200) {
            break;
        }
        assert!(
            seen.len() < 100_000,
            "the last change never came: {}",
            bot.text()
        );
    }
    writer.await.unwrap();
    assert!(seen.is_sorted(), "an old text came back");
    let versions = seen.iter().collect::<BTreeSet<_>>().len();
    println!(
        "{} answers, {versions} versions, {} refreshes",
        seen.len(),
        updates(&bot)
    );
    assert!(
        versions >= 2,
        "some refresh came while the changes went on or after them"
    );
    assert!(
        !bot.text().contains("not updated") && !bot.text().contains("ERROR"),
        "{}",
        bot.text()
    );
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn a_thousand_files_at_once_are_one_refresh() {
    let world = World::new().await;
    let bot = world.start_with(&UNLIMITED);
    bot.line("ready").await;
    let names: Vec<String> = (0..1_000).map(|n| format!("many-{n}.txt")).collect();
    names
        .iter()
        .for_each(|name| fs::write(world.dir.path().join(name), sentence("quokka")).unwrap());
    // Writing them there could take longer than a change takes to settle on a busy machine.
    names
        .iter()
        .for_each(|name| rename(&world.dir.path().join(name), &world.corpus().join(name)));
    let line = update(&bot, 1).await;
    assert!(
        line.contains("1,000 texts read, 0 gone; 1,005 texts"),
        "{line}"
    );
    fs::write(world.corpus().join("one-more.txt"), sentence("wombat")).unwrap();
    let line = update(&bot, 2).await;
    assert!(line.contains("1 text read, 0 gone; 1,006 texts"), "{line}");
    assert!(found(&world, "wombat").await);
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn the_signal_and_another_process_refresh_it_too() {
    let world = World::new().await;
    let seldom = ("PULLQUOTE_POLL", "86400"); // nothing is noticed by itself
    let bot = world.start_with(&[seldom, UNLIMITED[0], UNLIMITED[1]]);
    bot.line("ready").await;
    bot.hang_up();
    bot.line("library is up to date: 5 texts").await;
    world.write("new.txt", &sentence("wombat"));
    bot.hang_up();
    assert!(
        update(&bot, 1)
            .await
            .contains("1 text read, 0 gone; 6 texts"),
        "{}",
        bot.text()
    );
    assert!(found(&world, "wombat").await);

    world.write("new.txt", &sentence("numbat"));
    let mut index = Command::new(exe());
    index
        .arg("index")
        .env("PULLQUOTE_CORPUS", world.corpus())
        .env("PULLQUOTE_INDEX", world.index());
    assert!(
        index
            .current_dir(world.dir.path())
            .status()
            .unwrap()
            .success()
    );
    update(&bot, 2).await;
    assert!(found(&world, "numbat").await && !found(&world, "wombat").await);
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn where_it_cannot_be_watched_the_corpus_is_listed_now_and_then() {
    let world = World::new().await;
    let bot = world.start_with(&[("PULLQUOTE_POLL", "1"), UNLIMITED[0], UNLIMITED[1]]);
    bot.line("ready").await;
    world.write("new.txt", &sentence("wombat"));
    update(&bot, 1).await;
    assert!(found(&world, "wombat").await);
    fs::remove_file(world.corpus().join("new.txt")).unwrap();
    update(&bot, 2).await;
    assert!(!found(&world, "wombat").await);
    assert_stopped(bot.stop().await);
}

/// How long a change takes among many texts; the time is printed, for a machine under load has its
/// own.
#[tokio::test]
#[cfg_attr(not(has_stories), ignore = "../shared/fairytaleqa is not here")]
async fn one_changed_story_among_many_is_read_alone() {
    let stories = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fairytaleqa/library");
    let world = World::with(&[("fish.txt", &sentence("wombat"))]).await;
    for entry in fs::read_dir(&stories).unwrap().flatten() {
        fs::copy(entry.path(), world.corpus().join(entry.file_name())).unwrap();
    }
    let bot = world.start_with(&UNLIMITED);
    bot.line("ready").await;
    for (n, word) in (1..).zip(["quokka", "numbat", "potoroo"]) {
        let began = Instant::now();
        world.write("fish.txt", &sentence(word));
        let line = update(&bot, n).await;
        assert!(found(&world, word).await);
        println!(
            "{} ms from the change to an answer; {line}",
            began.elapsed().as_millis()
        );
        assert!(line.contains("1 text read, 0 gone; 260 texts"), "{line}");
    }
    assert_stopped(bot.stop().await);
}
