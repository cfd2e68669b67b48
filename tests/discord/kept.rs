//! What a server may switch on: answers are judged, and questions that got a no are kept.

use serde_json::Value;

use crate::own_texts::{ELSEWHERE, is_held, manager, said, two_servers};
use crate::world::{World, ask, assert_stopped, has_button, is_private, press, whole};
use standin::{ChatMessage, Interaction};

const ANSWERED: &str = "Who sued because of the fog bell?";
const NOT_SAID: &str = "Which zeppelin carried the Quuxotic emperor?";
const KEPT: &str = "This question is kept 30 days";

/// Somebody who manages a server switches something on or off.
fn set(option: &str, value: bool) -> Interaction {
    manager("settings", "server").option(option, value)
}

async fn shown(world: &World) -> String {
    said(world, manager("settings", "show")).await
}

fn has_both(message: &Value) -> bool {
    has_button(message, "Helpful") && has_button(message, "Not it")
}

#[tokio::test]
async fn answers_are_judged_where_a_server_wants_that_and_only_counted() {
    let world = two_servers().await;
    let bot = world.start_with(&[("PULLQUOTE_USER_LIMIT", "0")]);
    assert!(!has_button(&world.told(ask(ANSWERED)).await, "Helpful"));
    assert!(shown(&world).await.contains("no buttons that say whether"));

    let told = said(&world, set("feedback", true)).await;
    assert!(told.contains("**Helpful** (pressed 0×)"), "{told}");
    let answer = world.told(ask(ANSWERED)).await;
    let private = world.told(ask(ANSWERED).option("private", true)).await;
    let mention = world.mention(ANSWERED).await;
    for message in [&answer, &private, &mention] {
        assert!(has_both(message), "{message:#}");
    }
    for other in [
        ask(NOT_SAID),
        ask(ANSWERED).guild(ELSEWHERE),
        ask(ANSWERED).dm(),
        Interaction::command("random"),
    ] {
        assert!(!has_button(&world.told(other).await, "Helpful"));
    }

    for (message, label, user, told) in [
        (&answer, "Helpful", 40, "Thanks."),
        (&answer, "Helpful", 40, "it counts once"),
        (&answer, "Not it", 40, "it counts once"),
        (&answer, "Not it", 41, "Thanks."),
        (&private, "Helpful", 40, "Thanks."),
        (&mention, "Helpful", 42, "Thanks."),
    ] {
        let said = said(&world, press(message, label).user(user)).await;
        assert!(said.contains(told), "{label} {user}: {said}");
    }
    let counts = shown(&world).await;
    assert!(
        counts.contains("(pressed 3×) and **Not it** (1×)"),
        "{counts}"
    );

    // They stay while the message is used.
    let context = world.told(press(&answer, "Show context")).await;
    assert!(has_both(&context), "{context:#}");
    assert!(!is_private(&context));

    // The counts are there after a restart, and nothing else.
    assert_stopped(bot.stop().await);
    let _bot = world.start();
    assert!(shown(&world).await.contains("(pressed 3×)"));
    said(&world, set("feedback", false)).await;
    let late = said(&world, press(&private, "Helpful")).await;
    assert!(late.contains("not counted here any more"), "{late}");
    assert!(!is_held(&world.dir.path().join("data"), b"fog bell"));
}

#[tokio::test]
async fn questions_that_got_a_no_are_kept_where_a_server_says_so_aloud() {
    let world = two_servers().await;
    let _bot = world.start_with(&[("PULLQUOTE_USER_LIMIT", "0")]);
    let data = world.dir.path().join("data");
    let gaps = |sub: &str| manager("gaps", sub);
    let privacy = || Interaction::command("privacy").subcommand("show");

    let no = whole(&world.told(ask(NOT_SAID)).await);
    assert!(!no.contains(KEPT), "{no}");
    assert!(said(&world, privacy()).await.contains("ask: nothing"));
    assert!(
        said(&world, gaps("show"))
            .await
            .contains("keeps no questions")
    );
    assert!(!is_held(&data, b"Quuxotic"));

    // All see that it is switched on, and whoever did how all is set.
    let switched = world.standin.send(set("gaps", true)).await;
    let loud = switched.message().await;
    assert!(!is_private(&loud), "{loud:#}");
    assert!(whole(&loud).contains("From now on"), "{loud:#}");
    let told = switched.followup(0).await;
    assert!(is_private(&told) && whole(&told).contains("are kept** for 30 days"));
    let here = said(&world, privacy()).await;
    assert!(
        here.contains("for 30 days") && !here.contains("ask: nothing"),
        "{here}"
    );
    let elsewhere = said(&world, privacy().guild(ELSEWHERE)).await;
    assert!(elsewhere.contains("ask: nothing"), "{elsewhere}");

    assert!(
        said(&world, gaps("show"))
            .await
            .contains("No question is kept")
    );
    let rare = "What did the <@40> zeppelin of Zanzibarland weigh?";
    for question in [
        ask(rare),
        ask(NOT_SAID),
        ask(&NOT_SAID.to_uppercase())
            .user(41)
            .option("private", true),
    ] {
        let no = world.told(question).await;
        assert!(whole(&no).contains(KEPT), "{no:#}");
    }
    let no = world.mention(NOT_SAID).await;
    assert!(whole(&no).contains(KEPT), "{no:#}");

    // An answer, somebody else's message, another server and a direct message leave nothing.
    assert!(!whole(&world.told(ask(ANSWERED)).await).contains(KEPT));
    let theirs = world
        .standin
        .say(ChatMessage::new("Which wombat ate the sextant?").user(41));
    let theirs = Interaction::message_command("Find in the library", &theirs.await.message);
    for other in [
        theirs,
        ask("Which wombat ate the sextant?").guild(ELSEWHERE),
        ask("Which wombat ate the sextant?").dm(),
    ] {
        let no = world.told(other).await;
        assert!(!whole(&no).contains(KEPT), "{no:#}");
    }
    assert!(is_held(&data, b"Quuxotic") && !is_held(&data, b"wombat"));

    let list = said(&world, gaps("show")).await;
    let lines: Vec<&str> = list.lines().collect();
    assert!(lines.len() == 3, "{list}");
    assert!(
        lines[1].starts_with("**3×** Which zeppelin carried the Quuxotic emperor?"),
        "{list}"
    );
    assert!(
        lines[2].contains("**1×** What did the \\<\\@40\\>"),
        "{list}"
    );
    let elsewhere = said(&world, gaps("show").guild(ELSEWHERE)).await;
    assert!(elsewhere.contains("keeps no questions"), "{elsewhere}");

    said(&world, gaps("clear")).await;
    assert!(!is_held(&data, b"Quuxotic"));
    world.told(ask(NOT_SAID)).await;
    assert!(is_held(&data, b"Quuxotic"));
    said(&world, set("gaps", false)).await;
    assert!(!is_held(&data, b"Quuxotic"));
    assert!(!whole(&world.told(ask(NOT_SAID)).await).contains(KEPT));
    assert!(!is_held(&data, b"Quuxotic"));
}

#[tokio::test]
async fn a_message_goes_on_saying_that_its_question_is_kept_while_it_is() {
    let world = two_servers().await;
    let _bot = world.start();
    world.told(set("gaps", true)).await;
    // Some of its words stand there, so that there is something to look at.
    let question = "What did the lighthouse astronaut eat on Jupiter with Napoleon?";
    let mut message = world.told(ask(question)).await;
    for label in ["Read 1", "More", "List"] {
        message = world.told(press(&message, label)).await;
        assert!(whole(&message).contains(KEPT), "{label}: {message:#}");
    }

    world
        .told(manager("settings", "server").option("gaps", false))
        .await;
    let after = world.told(press(&message, "Read 1")).await;
    assert!(!whole(&after).contains(KEPT), "{after:#}");
}
