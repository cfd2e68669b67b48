//! What becomes of a server: its settings, its end, and a bot that is killed while it adds a text.

use std::fs;

use crate::own_texts::{
    DIARY, ELSEWHERE, HERE, QUESTION, add, is_held, manager, said, two_servers, upload,
};
use crate::world::{World, ask, assert_stopped, is_private, quoted, whole};
use standin::people::{MANAGE_GUILD, MEMBER};
use standin::{Bot, Config, Interaction, Standin};

#[tokio::test]
async fn a_server_sets_what_is_asked_and_who_sees_it() {
    let world = two_servers().await;
    let bot = world.start();
    add(&world, "diary.md", DIARY).await;
    let shown = said(&world, manager("settings", "show")).await;
    assert!(
        shown.contains("asked here, too") && shown.contains("Everybody sees"),
        "{shown}"
    );

    let set = manager("settings", "server").option("shared", false);
    let shown = said(&world, set.option("private", true)).await;
    assert!(
        shown.contains("not asked here") && shown.contains("Only the asker"),
        "{shown}"
    );
    let bell = || ask("Who sued because of the fog bell?");
    let answer = world.told(bell()).await;
    assert!(
        is_private(&answer) && !whole(&answer).contains("farmer"),
        "{answer:#}"
    );
    let public = world.told(ask(QUESTION).option("private", false)).await;
    assert!(!is_private(&public) && quoted(&public).contains("forty"));
    let other = world.told(bell().guild(ELSEWHERE)).await;
    assert!(!is_private(&other) && quoted(&other).contains("farmer"));

    said(&world, manager("settings", "server").option("shared", true)).await;
    let usual = manager("settings", "channel").option("document", "night-train");
    let shown = said(&world, usual).await;
    assert!(shown.contains("Night Train"), "{shown}");
    let here = whole(&world.told(ask(QUESTION)).await);
    assert!(!here.contains("forty"), "{here}");
    let there = world.told(ask(QUESTION).channel(31)).await;
    assert!(quoted(&there).contains("forty"), "{there:#}");
    let named = world.told(ask(QUESTION).option("document", "diary")).await;
    assert!(quoted(&named).contains("forty"), "{named:#}");

    // It stays so after a restart.
    assert_stopped(bot.stop().await);
    let _bot = world.start();
    let here = world.told(ask(QUESTION)).await;
    assert!(
        is_private(&here) && !whole(&here).contains("forty"),
        "{here:#}"
    );
    said(&world, manager("settings", "channel")).await;
    assert!(quoted(&world.told(ask(QUESTION)).await).contains("forty"));
}

#[tokio::test]
async fn a_server_without_any_text_is_told_so() {
    let world = two_servers().await;
    let _bot = world.start();
    said(
        &world,
        manager("settings", "server").option("shared", false),
    )
    .await;
    for asked in [
        ask(QUESTION),
        Interaction::command("search").option("text", "bell"),
        Interaction::command("read"),
        Interaction::command("random"),
        Interaction::command("library"),
    ] {
        let told = said(&world, asked).await;
        assert!(told.contains("no texts for this server"), "{told}");
    }
    let help = whole(&world.told(Interaction::command("help")).await);
    assert!(help.contains("/texts"), "{help}");
    let greeted = whole(&world.mention(QUESTION).await);
    assert!(greeted.contains("no texts for this server"), "{greeted}");
}

#[tokio::test]
async fn a_backup_is_made_while_the_bot_runs_and_is_all_that_a_new_one_needs() {
    let world = two_servers().await;
    let bot = world.start();
    add(&world, "diary.md", DIARY).await;
    let mut check = world.start_args(&["check"], &[]);
    assert_stopped(check.exited().await);
    let line = "data of servers: 1 server, 1 text of their own";
    assert!(check.text().contains(line), "{}", check.text());
    let mut backup = world.start_args(&["backup", "all.zip"], &[]);
    assert_stopped(backup.exited().await);
    assert_stopped(bot.stop().await);

    let data = world.dir.path().join("data");
    fs::remove_dir_all(&data).unwrap();
    let archive = fs::File::open(world.dir.path().join("all.zip")).unwrap();
    let mut archive = zip::ZipArchive::new(archive).unwrap();
    archive.extract(&data).unwrap();
    let _bot = world.start();
    assert!(quoted(&world.told(ask(QUESTION)).await).contains("forty"));
}

#[tokio::test]
async fn a_bot_without_a_place_for_data_answers_and_one_with_a_damaged_store_does_not_start() {
    let world = two_servers().await;
    let place = world.dir.path().join("file");
    fs::write(&place, "no folder").unwrap();
    let data = place.join("data");
    let bot = world.start_with(&[("PULLQUOTE_DATA", data.to_str().unwrap())]);
    bot.line("servers cannot have texts of their own").await;
    let answer = world.told(ask("Who sued because of the fog bell?")).await;
    assert!(quoted(&answer).contains("farmer sued"), "{answer:#}");
    let told = said(&world, manager("texts", "list")).await;
    assert!(told.contains("keeps no texts"), "{told}");
    assert_stopped(bot.stop().await);

    let inside = world.corpus().join("data");
    let inside = [("PULLQUOTE_DATA", inside.to_str().unwrap())];
    let mut refused = world.start_with(&inside);
    assert_eq!(refused.exited().await.code(), Some(2));
    fs::create_dir(world.dir.path().join("data")).unwrap();
    let store = world.dir.path().join("data/pullquote.db");
    fs::write(store, "this is no store ".repeat(600)).unwrap();
    let mut damaged = world.start();
    assert_eq!(damaged.exited().await.code(), Some(3));
    assert!(damaged.text().contains("--data"), "{}", damaged.text());
}

#[tokio::test]
async fn a_damaged_index_of_a_server_is_built_anew() {
    let world = two_servers().await;
    let bot = world.start();
    add(&world, "diary.md", DIARY).await;
    assert_stopped(bot.stop().await);

    let index = world.dir.path().join("data/servers/20/index");
    let files = walkdir::WalkDir::new(index).into_iter().flatten();
    let is_part = |file: &walkdir::DirEntry| file.path().extension().is_some_and(|it| it == "part");
    let texts = files.filter(is_part);
    let texts: Vec<_> = texts.map(|file| file.into_path()).collect();
    let damaged = fs::read(&texts[0])
        .unwrap()
        .iter()
        .map(|b| b ^ 1)
        .collect::<Vec<u8>>();
    fs::write(&texts[0], damaged).unwrap();
    let _bot = world.start();
    assert!(quoted(&world.told(ask(QUESTION)).await).contains("forty"));
}

/// When the bot left a server, in seconds before now.
fn left(world: &World, seconds: u64) {
    let store = rusqlite::Connection::open(world.dir.path().join("data/pullquote.db")).unwrap();
    let at = pullquote::internals::store::seconds_since_epoch() - seconds;
    let changed = store.execute(
        "UPDATE servers SET left_at = ?1 WHERE left_at IS NOT NULL",
        [at],
    );
    assert_eq!(changed.unwrap(), 1);
}

#[tokio::test]
async fn what_a_left_server_has_is_out_of_reach_and_goes_after_seven_days() {
    const DAY: u64 = 24 * 60 * 60;
    let world = two_servers().await;
    let bot = world.start();
    add(&world, "diary.md", DIARY).await;
    // Discord cannot reach it for a while: nothing happens.
    let server = |unavailable: bool| serde_json::json!({"id": "20", "unavailable": unavailable});
    world.standin.dispatch("GUILD_DELETE", server(true));
    assert!(quoted(&world.told(ask(QUESTION)).await).contains("forty"));

    world
        .standin
        .dispatch("GUILD_DELETE", serde_json::json!({"id": "20"}));
    gone(&world).await;
    // Back again, all is there.
    let back = standin::people::guild(HERE);
    world.standin.dispatch("GUILD_CREATE", back);
    until(&world, true).await;
    world
        .standin
        .dispatch("GUILD_DELETE", serde_json::json!({"id": "20"}));
    gone(&world).await;
    assert_stopped(bot.stop().await);

    let data = world.dir.path().join("data");
    for (days, kept) in [(6, true), (8, false)] {
        // From now on it is not among the bot's servers.
        let other = Standin::start(Config {
            guilds: vec![ELSEWHERE],
            ..Config::default()
        })
        .await;
        left(&world, days * DAY);
        let bot = restarted(&world, &other);
        bot.line("ready").await;
        if !kept {
            bot.line("forgot 1 servers").await;
        }
        assert_eq!(is_held(&data, b"quokka"), kept, "{days}");
        assert_stopped(bot.stop().await);
    }
    assert!(!data.join("servers/20").exists());
}

/// The bot of a world with another Discord.
fn restarted(world: &World, discord: &Standin) -> Bot {
    Bot::start(
        crate::world::exe(),
        discord,
        &world.corpus(),
        &world.index(),
        &[],
    )
}

async fn gone(world: &World) {
    until(world, false).await;
}

/// Asks until the answer is from the diary, or is not.
async fn until(world: &World, is_there: bool) {
    for _ in 0..200 {
        let told = whole(&world.told(ask(QUESTION).user(rand_user())).await);
        if told.contains("forty") == is_there {
            return;
        }
    }
    panic!("the diary is never there: {is_there}");
}

/// Nobody may ask too much, so each time it is somebody else.
fn rand_user() -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(1_000);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

#[tokio::test]
async fn somebody_who_manages_a_server_can_have_all_of_it_deleted() {
    let world = two_servers().await;
    let _bot = world.start();
    add(&world, "diary.md", DIARY).await;
    let delete = || {
        Interaction::command("privacy")
            .subcommand("delete-server")
            .option("confirm", "delete-server")
    };
    let told = said(&world, delete()).await;
    assert!(told.contains("Manage Server"), "{told}");
    let told = said(&world, delete().dm()).await;
    assert!(told.contains("for a server"), "{told}");
    let data = world.dir.path().join("data");
    assert!(is_held(&data, b"quokka"));

    let told = said(&world, delete().permissions(MEMBER | MANAGE_GUILD)).await;
    assert!(told.contains("is deleted"), "{told}");
    assert!(!is_held(&data, b"quokka") && !is_held(&data, b"Diary"));
    assert!(!whole(&world.told(ask(QUESTION)).await).contains("forty"));
}

#[tokio::test]
async fn a_bot_that_is_killed_while_it_adds_leaves_a_text_there_or_not_there() {
    let kills = std::env::var("PULLQUOTE_KILLS").ok();
    let kills: u32 = kills.and_then(|kills| kills.parse().ok()).unwrap_or(8);
    let mut world = two_servers().await;
    let mut there = 0;
    for kill in 0..kills {
        // Discord takes so many connections in a minute; we try more.
        if kill % 20 == 19 {
            world.standin = two_servers().await.standin;
        }
        let bot = world.start_with(&[
            ("PULLQUOTE_SERVER_UPLOADS", "0"),
            ("PULLQUOTE_SERVER_TEXTS", "1000"),
        ]);
        bot.line("ready").await;
        let text =
            format!("{DIARY}\nThe number of this one is {kill}, and its word is quoll{kill}x.\n");
        let exchange = world
            .standin
            .send(upload(&world, "diary.md", text.as_bytes()))
            .await;
        // The points are spread over the way that it takes.
        let points = std::time::Duration::from_millis(u64::from(kill) * 160 / u64::from(kills));
        let _ = tokio::time::timeout(points, exchange.message()).await;
        bot.kill().await;

        let bot = world.start();
        bot.line("ready").await;
        let list = said(&world, manager("texts", "list")).await;
        let listed = if list.contains("no texts") {
            0
        } else {
            count(&list)
        };
        assert!(listed == there || listed == there + 1, "{there}: {list}");
        there = listed;
        let corpus = world.dir.path().join("data/servers/20/corpus");
        let files = fs::read_dir(&corpus).into_iter().flatten().flatten();
        let visible = files.filter(|f| f.file_name() != ".given.json").count();
        assert_eq!(visible, there, "{kill}");

        let word = format!("quoll{kill}x");
        let found = world
            .told(Interaction::command("search").option("text", word.as_str()))
            .await;
        let is_listed = is_held(&corpus, word.as_bytes());
        assert_eq!(quoted(&found).contains(&word), is_listed, "{found:#}");
        assert_stopped(bot.stop().await);
    }
    println!("{there} of {kills} were added before the bot was killed");
}

fn count(list: &str) -> usize {
    let number: String = list
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    number.parse().unwrap_or(0)
}
