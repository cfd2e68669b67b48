//! Whose language an answer is in: of the member where they alone see it, of the server where
//! everyone does.

use std::time::{Duration, Instant};

use crate::own_texts::{manager, said};
use crate::scheduling::{due_before, post, post_count, restarted, schedule, started, with};
use crate::world::{World, ask, assert_stopped, has_button, is_private, press, quoted, whole};
use standin::people::{dm_channel, guild};
use standin::{Config, Fault, Interaction, button};

const QUESTION: &str = "Who sued because of the fog bell?";
pub const UNANSWERED: &str = "Which zeppelin did the volcano inherit?";

#[tokio::test]
async fn a_private_answer_is_in_the_members_language_and_a_public_one_in_the_servers() {
    let world = World::new().await;
    let _bot = world.start();
    let private = ask(UNANSWERED).option("private", true).locale("de");
    let told = whole(&world.told(private).await);
    assert!(told.contains("Das sagt der Text nicht."), "{told}");

    let public = world.told(ask(UNANSWERED).locale("de")).await;
    assert!(whole(&public).contains("The text does not say."));
    let public = world.told(ask(UNANSWERED).guild_locale("ja")).await;
    assert!(whole(&public).contains("テキストには書かれていません。"));

    // What goes wrong is told to the member alone.
    let nowhere = ask(QUESTION).option("document", "nowhere").locale("fr");
    let told = world.told(nowhere).await;
    assert!(
        is_private(&told) && whole(&told).contains("aucun texte"),
        "{told:#}"
    );
    let unknown = ask(UNANSWERED).option("private", true).locale("pt-BR");
    assert!(whole(&world.told(unknown).await).contains("The text does not say."));
    let direct = world.told(ask(UNANSWERED).dm().locale("es-419")).await;
    assert!(whole(&direct).contains("El texto no lo dice."));
    let help = world.told(Interaction::command("help").locale("ru")).await;
    assert!(whole(&help).contains("Я отвечаю цитатами"), "{help:#}");
}

#[tokio::test]
async fn a_public_answer_stays_in_the_servers_language_and_a_copy_is_in_the_pressers() {
    let world = World::new().await;
    let _bot = world.start();
    let answer = world
        .told(ask(QUESTION).guild_locale("ja").locale("de"))
        .await;
    assert!(quoted(&answer).contains("farmer sued"));
    assert!(
        has_button(&answer, "前後を見る") && has_button(&answer, "削除"),
        "{answer:#}"
    );

    let id = button(&answer, "前後を見る");
    let press = || Interaction::press(&answer, &id).guild_locale("ja");
    let copy = world.told(press().user(41).locale("de")).await;
    assert!(
        is_private(&copy) && has_button(&copy, "Im Kanal posten"),
        "{copy:#}"
    );
    let own = world.told(press().locale("de")).await;
    assert!(
        own["id"] == answer["id"] && has_button(&own, "削除"),
        "{own:#}"
    );

    let delete = Interaction::press(&answer, &button(&own, "削除")).user(41);
    let told = world.told(delete.locale("fr").guild_locale("ja")).await;
    assert!(whole(&told).contains("Seule la personne"), "{told:#}");
}

#[tokio::test]
async fn what_is_posted_is_in_the_servers_language() {
    let world = World::new().await;
    let _bot = world.start();
    let private = ask(UNANSWERED).option("private", true).locale("de");
    let private = world.told(private).await;
    let post = press(&private, "Im Kanal posten");
    let sent = world.standin.send(post.locale("de")).await;
    let public = sent.followup(0).await;
    let told = whole(&public);
    assert!(
        !is_private(&public) && told.contains("The text does not say."),
        "{public:#}"
    );
    assert!(
        told.contains("Shared by <@40>") && has_button(&public, "Delete"),
        "{told}"
    );
    let own = sent.message().await;
    assert!(has_button(&own, "Gepostet ✓"), "{own:#}");
}

#[tokio::test]
async fn nouns_agree_with_their_numbers_in_russian() {
    let world = World::with(&[]).await;
    let _bot = world.start();
    let library = || Interaction::command("library").option("private", true);
    let four = whole(&world.told(library().locale("ru")).await);
    assert!(four.contains("4 текста, "), "{four}");

    let one = library().option("document", "night-train").locale("ru");
    let one = whole(&world.told(one).await);
    assert!(one.contains("слов"), "{one}");
    let search = Interaction::command("search").option("text", "fog bell");
    let hits = world.told(search.guild_locale("ru")).await;
    assert!(whole(&hits).contains("в 1 тексте"), "{hits:#}");
}

#[tokio::test]
async fn a_server_sets_its_language() {
    let world = World::new().await;
    let bot = world.start();
    let set = |language: &str| manager("settings", "server").option("language", language);
    let public = || ask(UNANSWERED).guild_locale("ja");
    let shown = said(&world, set("de")).await;
    assert!(shown.contains("in this language: Deutsch"), "{shown}");
    assert!(whole(&world.told(public()).await).contains("Das sagt der Text nicht."));

    // A mention says nothing of languages.
    let reply = world.mention(UNANSWERED).await;
    assert!(
        whole(&reply).contains("Das sagt der Text nicht."),
        "{reply:#}"
    );
    let private = public().option("private", true).locale("fr");
    assert!(whole(&world.told(private).await).contains("Le texte ne le dit pas."));

    // It stays so after a restart, and can be left to Discord again.
    assert_stopped(bot.stop().await);
    let _bot = world.start();
    assert!(whole(&world.told(public()).await).contains("Das sagt der Text nicht."));
    let shown = said(&world, set("discord").locale("ja")).await;
    assert!(shown.contains("Discordでの言語"), "{shown}");
    assert!(whole(&world.told(public()).await).contains("書かれていません"));
}

/// A world whose server has a language on Discord.
async fn world_that_speaks(guild_locale: &'static str) -> World {
    World::configured(Config {
        guild_locale,
        ..Config::default()
    })
    .await
}

/// Mentions the bot until it answers so.
async fn mentioned(world: &World, wanted: &str) {
    let end = Instant::now() + Duration::from_secs(15);
    loop {
        let reply = world.mention(UNANSWERED).await;
        if whole(&reply).contains(wanted) {
            return;
        }
        assert!(Instant::now() < end, "{wanted}: {reply:#}");
    }
}

#[tokio::test]
async fn without_a_setting_a_mention_is_answered_in_the_language_of_the_server_on_discord() {
    for (guild_locale, wanted) in [
        ("de", "Das sagt der Text nicht."),
        ("es-ES", "El texto no lo dice."),
        ("pt-BR", "The text does not say."),
        ("en-GB", "The text does not say."),
    ] {
        let world = world_that_speaks(guild_locale).await;
        let _bot = started(&world);
        mentioned(&world, wanted).await;

        // It changes with the server, and what is set there counts more.
        let mut changed = guild(20);
        changed["preferred_locale"] = "ja".into();
        world.standin.dispatch("GUILD_UPDATE", changed.clone());
        mentioned(&world, "テキストには書かれていません。").await;
        let set = manager("settings", "server").option("language", "fr");
        said(&world, set).await;
        mentioned(&world, "Le texte ne le dit pas.").await;
        let unset = manager("settings", "server").option("language", "discord");
        said(&world, unset).await;
        mentioned(&world, "テキストには書かれていません。").await;
        changed["preferred_locale"] = "en-US".into();
        world.standin.dispatch("GUILD_UPDATE", changed);
        mentioned(&world, "The text does not say.").await;
    }
}

#[tokio::test]
async fn what_is_due_when_the_bot_starts_is_in_the_language_of_the_server_on_discord() {
    let world = world_that_speaks("de").await;
    let bot = started(&world);
    mentioned(&world, "Das sagt der Text nicht.").await;
    let order = schedule("quote").option("time", "9:00");
    said(&world, order.option("zone", "UTC")).await;

    // Discord has said nothing of its servers yet.
    world.standin.refuse_connections(true);
    let left_out = format!("{}; UPDATE schedules SET held = 1", due_before(10));
    let answers = post_count(&world);
    let bot = restarted(&world, bot, &left_out).await;
    let posted = post(&world, answers).await.body;
    assert!(has_button(&posted, "Löschen"), "{posted:#}");
    drop(bot);
}

#[tokio::test]
async fn a_language_of_texts_is_chosen_by_its_name_in_any_language() {
    let world = World::new().await;
    let _bot = world.start();
    for (locale, typed) in [
        ("de", "dänis"),
        ("de", "danish"),
        ("ja", "デンマ"),
        ("en-US", "dan"),
    ] {
        let typing = manager("texts", "add")
            .focus("language", typed)
            .locale(locale);
        let choices = world.list(typing).await;
        assert!(
            choices.iter().any(|(_, tag)| tag == "da"),
            "{typed}: {choices:?}"
        );
    }
}

#[tokio::test]
async fn what_is_posted_by_itself_is_in_the_language_that_the_server_set() {
    let world = World::new().await;
    let bot = started(&world);
    let set = manager("settings", "server").option("language", "ja");
    said(&world, set).await;

    // Of a text with more to read on than one passage.
    let order = schedule("quote")
        .option("time", "9:00")
        .option("zone", "UTC")
        .option("document", "lighthouse");
    let made = said(&world, order.user(77).locale("de")).await;
    assert!(made.contains("jeden Tag um 09:00 (UTC)"), "{made}");
    let shown = said(&world, with("test", 1).locale("de")).await;
    assert!(shown.starts_with("-# Als Nächstes, <t:"), "{shown}");

    let left_out = format!("{}; UPDATE schedules SET held = 1", due_before(10));
    let bot = restarted(&world, bot, &left_out).await;
    let posted = post(&world, 1).await.body;
    assert!(has_button(&posted, "もっと"), "{posted:#}");
    assert!(whole(&posted).contains("この前の1件は"), "{posted:#}");

    let refused = Fault::on("POST", "/channels/30/messages").code(50_013);
    world.standin.fault(refused);
    let _bot = restarted(&world, bot, &due_before(10)).await;
    let told = format!("/channels/{}/messages", dm_channel(77));
    let told = world.standin.request("POST", &told, 1).await.body;
    assert!(
        whole(&told).contains("そこに書き込めません（403）"),
        "{told:#}"
    );
}
