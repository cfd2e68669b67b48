//! What the person who runs the bot gets: registration, the invite link, errors with a next step.

use crate::pure::{SETTING, request};
use crate::world::{World, ask, assert_stopped, press};
use pullquote::internals::reader::Effort;
use pullquote::internals::render::discord::card::Form;
use pullquote::internals::reply::request::Request;
use pullquote::internals::reply::view::setting::Setting;
use serde_json::{Value, json};
use standin::{Bot, Fault, Interaction};

#[tokio::test]
async fn commands_are_registered_once_and_again_only_when_they_change() {
    let world = World::new().await;
    let bot = world.start();
    bot.line("commands registered everywhere").await;
    let invite = bot
        .line("invite link: https://discord.com/oauth2/authorize?client_id=10&integration_type=0")
        .await;
    assert!(
        invite.ends_with("scope=bot+applications.commands"),
        "{invite}"
    );
    bot.line("ready").await;
    assert_stopped(bot.stop().await);
    let again = world.start();
    again.line("commands were up to date").await;
    again.line("ready").await;
    assert_stopped(again.stop().await);
    assert_eq!(world.standin.command_writes(), 1);
    let registered = world.standin.commands(None).await;
    let id = registered[0]["id"].as_str().unwrap();
    let change = json!({"description": "Somebody changed this"});
    world
        .standin
        .call("PATCH", &format!("/applications/10/commands/{id}"), change)
        .await;
    world.start().line("commands registered everywhere").await;
}

#[tokio::test]
async fn a_server_to_try_it_out_gets_its_own_commands() {
    let world = World::new().await;
    let bot = world.start_with(&[("DISCORD_GUILD_ID", "20")]);
    bot.line("in server 20 only").await;
    assert_eq!(world.standin.commands(Some(20)).await.len(), 16);
    world.told(ask("Who was Hester Quayle?")).await;
    assert!(
        world
            .standin
            .requests()
            .iter()
            .all(|r| r.path != "/applications/10/commands")
    );
}

#[tokio::test]
async fn plain_pullquote_with_a_token_in_dot_env_runs_the_bot() {
    let world = World::new().await;
    let (token, proxy) = (world.standin.token(), world.standin.base_url());
    std::fs::write(
        world.dir.path().join(".env"),
        format!("DISCORD_TOKEN={token}\nDISCORD_PROXY={proxy}\n"),
    )
    .unwrap();
    let mut command = std::process::Command::new(crate::world::exe());
    command.env_clear().current_dir(world.dir.path());
    let bot = Bot::spawn(command, &world.standin);
    bot.line("ready").await;
    world.told(Interaction::command("help")).await;
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn what_is_wrong_is_said_with_the_next_step() {
    let world = World::new().await;
    let wrong = [
        (
            vec!["bot"],
            vec![("DISCORD_TOKEN", "")],
            "There is no bot token",
        ),
        (
            vec!["bot"],
            vec![("DISCORD_TOKEN", "not-a-token")],
            "is not a bot token",
        ),
        (
            vec!["bot"],
            vec![("DISCORD_TOKEN", "MTA.Some.Other")],
            "does not accept the bot token",
        ),
        (
            vec!["bot"],
            vec![("DISCORD_GUILD_ID", "my server")],
            "Copy Server ID",
        ),
        (
            vec!["bot"],
            vec![("DISCORD_PROXY", "localhost:8080")],
            "http://localhost:8080",
        ),
        (vec!["bot", "--shards", "2-1/2"], vec![], "FIRST-LAST/TOTAL"),
        (
            vec!["bot"],
            vec![
                ("PULLQUOTE_CORPUS", "nowhere"),
                ("PULLQUOTE_INDEX", "nowhere-either"),
            ],
            "no corpus folder",
        ),
    ];
    for (args, env, said) in wrong {
        let mut bot = world.start_args(&args, &env);
        assert_eq!(bot.exited().await.code(), Some(2), "{}", bot.text());
        assert!(bot.text().contains(said), "{said}: {}", bot.text());
        assert!(
            !bot.text().contains("not-a-token") && !bot.text().contains("MTA."),
            "{}",
            bot.text()
        );
    }
    world.standin.take_violations(); // the token that is not accepted

    // What may be gone the next time has a code of its own, so that a service is started again
    // then.
    let mut bot = world.start_with(&[("DISCORD_PROXY", "http://127.0.0.1:1")]);
    assert_eq!(bot.exited().await.code(), Some(3), "{}", bot.text());
    let text = bot.text();
    assert!(
        text.contains(
            "no answer from Discord: cannot connect. Is this machine online, and DISCORD_PROXY"
        ),
        "{text}"
    );
}

#[tokio::test]
async fn a_start_while_discord_stumbles_is_tried_again() {
    let world = World::new().await;
    world
        .standin
        .fault(Fault::on("GET", "/users/@me").status(502));
    world
        .standin
        .fault(Fault::on("GET", "/gateway/bot").status(500));
    world
        .standin
        .fault(Fault::on("PUT", "/applications/*/commands").rate_limited(0.1));
    let bot = world.start();
    bot.line("ready").await;
}

#[tokio::test]
async fn a_hang_up_while_the_library_is_opened_is_heeded_afterwards() {
    let world = World::new().await;
    // Somebody else builds, so the bot waits.
    std::fs::create_dir(world.index()).unwrap();
    let lock = std::fs::File::create(world.index().join(".lock")).unwrap();
    lock.lock().unwrap();
    let bot = world.start_with(&[("METRICS_ADDR", "127.0.0.1:0")]);
    bot.line("figures on").await; // said before the library is opened
    bot.hang_up();
    drop(lock);
    bot.line("library is up to date").await;
    bot.line("ready").await;
    assert_stopped(bot.stop().await);
}

#[tokio::test]
async fn check_says_how_everything_is() {
    let world = World::new().await;
    let mut check = world.start_args(&["check"], &[]);
    assert_stopped(check.exited().await);
    for line in [
        "ok    corpus and index: 5 texts",
        "ok    token shape",
        "ok    token accepted: you are pullquote",
    ] {
        assert!(check.text().contains(line), "{line}: {}", check.text());
    }
    assert!(
        check
            .text()
            .contains("ok    application: id 10; invite link: https://"),
        "{}",
        check.text()
    );
    assert!(
        check.text().contains("starting the bot does it"),
        "{}",
        check.text()
    );
    assert_eq!(world.standin.command_writes(), 0);

    let mut check = world.start_args(
        &["check"],
        &[
            ("DISCORD_TOKEN", "MTA.Some.Other"),
            ("PULLQUOTE_CORPUS", "no"),
        ],
    );
    assert_eq!(check.exited().await.code(), Some(2));
    let text = check.text();
    assert!(
        text.contains("WARN  index: Answering from the index as it was")
            && text.contains("There is no corpus folder"),
        "{text}"
    );
    assert!(
        text.contains("WRONG token accepted: Discord does not accept")
            && text.contains("Reset Token"),
        "{text}"
    );
    let mut check = world.start_args(&["check"], &[("DISCORD_PROXY", "http://127.0.0.1:9")]);
    assert_eq!(check.exited().await.code(), Some(3));
    assert!(check.text().contains("cannot connect"), "{}", check.text());
    world.standin.take_violations(); // the token that is not accepted
}

/// Every kind of request that the bot makes, against Discord's own specification.
#[tokio::test]
async fn every_kind_of_request_is_valid() {
    let chapters = "# Book\n\n## The Fog Bell\n\nIt rang all night.\n\n## Home\n\nThey slept.\n";
    let world = World::with(&[("chapters.md", chapters)]).await;
    let bot = world.start();
    let question = "Who sued because of the fog bell?";
    let answer = world.told(ask(question)).await;
    let answer = world.told(press(&answer, "Show context")).await;
    world.told(press(&answer, "Next").user(41)).await;
    world
        .standin
        .send(Interaction::command("ask").focus("question", "fog"))
        .await
        .choices()
        .await;
    let said = world
        .standin
        .say(standin::ChatMessage::new(question).mention_bot())
        .await;
    said.reply().await;
    for name in ["help", "library", "random", "read"] {
        world.told(Interaction::command(name)).await;
    }
    world
        .told(Interaction::command("privacy").subcommand("show"))
        .await;
    world
        .told(Interaction::command("search").option("text", "the"))
        .await;
    let checked = world
        .told(Interaction::message_command(
            "Check this quote",
            &said.message,
        ))
        .await;
    world.told(press(&checked, "Post")).await;
    let chapters = Interaction::command("library").option("document", "chapters.md");
    let chapters = world.told(chapters).await;
    let menu = &chapters["components"][1]["components"][0];
    let chapter = menu["options"][1]["value"].as_str().unwrap();
    let menu = menu["custom_id"].as_str();
    let menu = menu.expect("the chapters are in a menu");
    world
        .told(Interaction::select(&chapters, menu, &[chapter]))
        .await;
    let found = world
        .told(Interaction::message_command(
            "Find in the library",
            &said.message,
        ))
        .await;
    world.told(press(&found, "Post")).await;
    world.standin.send(press(&answer, "Delete")).await;
    world.standin.deleted(&answer).await;
    deferred(&world).await;
    bot.stop().await;
    world
        .start_with(&[("DISCORD_GUILD_ID", "20")])
        .line("in server 20 only")
        .await;
    let report = world.standin.spec_report();
    println!("{report}");
    assert!(!report.contains("INVALID"), "{report}");
}

/// The requests that follow a deferred answer. That the bot makes them so is tested in
/// `deliver.rs`, where the core can be made slow; here the same bodies go to the stand-in.
async fn deferred(world: &World) {
    let (help, plain) = (
        help_message(SETTING),
        help_message(Setting {
            form: Form::Plain,
            ..SETTING
        }),
    );
    let asked = world.standin.send(Interaction::command("help")).await;
    asked.message().await;
    let webhook = format!("/webhooks/10/{}", asked.token());
    for message in [&help, &plain] {
        let (status, _) = world
            .standin
            .call(
                "PATCH",
                &format!("{webhook}/messages/@original"),
                message.clone(),
            )
            .await;
        assert_eq!(status, 200);
        assert_eq!(
            world
                .standin
                .call("POST", &webhook, message.clone())
                .await
                .0,
            200
        );
    }
    for body in [
        json!({"type": 5, "data": {"flags": 64}}),
        json!({"type": 5}),
    ] {
        // Answered before, so refused; but first it is held against the specification.
        let path = format!(
            "/interactions/{}/{}/callback",
            asked.event()["id"].as_str().unwrap(),
            asked.token()
        );
        assert_eq!(world.standin.call("POST", &path, body).await.0, 400);
    }
    let rules: Vec<String> = world
        .standin
        .take_violations()
        .into_iter()
        .map(|v| v.rule)
        .collect();
    assert_eq!(rules, ["40060", "40060"]);
}

fn help_message(setting: Setting) -> Value {
    let library = crate::replies::library();
    let help = Request {
        private: true,
        ..request("help", "", None, None)
    };
    serde_json::to_value(
        help.reply(&library, setting, Effort::default())
            .unwrap()
            .private(false),
    )
    .unwrap()
}
