//! Every button: by the asker, by others, a restart later, and when the text has changed.

use crate::display::displayed;
use crate::standin::{Interaction, button};
use crate::world::{
    World, ask, assert_stopped, description, footer, is_disabled, is_private, labels, whole,
};
use serde_json::Value;

const QUESTION: &str = "Who sued because of the fog bell?";
const MANAGE_MESSAGES: u64 = 1 << 13;

fn press(message: &Value, label: &str) -> Interaction {
    Interaction::press(message, &button(message, label))
}

#[tokio::test]
async fn reading_on_and_back_goes_through_the_whole_text() {
    let world = World::new().await;
    let _bot = world.start();
    let mut message = world
        .told(Interaction::command("read").option("document", "lighthouse.txt"))
        .await;
    let mut read = vec![description(&message).to_owned()];
    assert!(is_disabled(&message, "Earlier"));
    while !is_disabled(&message, "Later") {
        message = world.told(press(&message, "Later")).await;
        read.push(description(&message).to_owned());
    }
    let text = std::fs::read_to_string(world.corpus().join("lighthouse.txt")).unwrap();
    let mut rest = text.as_str();
    for passage in &read {
        let shown = displayed(passage).unwrap();
        let at = rest
            .find(&shown)
            .expect("in the text, and behind what came before");
        assert!(at < 200, "nothing but a title is left out");
        rest = &rest[at + shown.len()..];
    }
    assert!(rest.trim().is_empty() && read.len() > 3);
    while !is_disabled(&message, "Earlier") {
        message = world.told(press(&message, "Earlier")).await;
    }
    assert_eq!(description(&message), read[0]);
}

#[tokio::test]
async fn an_answer_leads_to_wider_context_and_to_the_next_match() {
    let world = World::new().await;
    let _bot = world.start();
    let answer = world.told(ask(QUESTION)).await;
    let wider = world.told(press(&answer, "Wider")).await;
    assert!(description(&wider).contains("**A fog bell"), "{wider:#}");
    assert!(
        displayed(description(&wider))
            .unwrap()
            .contains(&displayed(description(&answer)).unwrap())
    );
    assert!(footer(&wider).contains("passages 1–"), "{}", footer(&wider));
    assert_eq!(wider["embeds"][0]["author"]["name"], QUESTION);
    let next = world.told(press(&wider, "Match 2 of")).await;
    assert!(footer(&next).contains("Match 2 of"), "{}", footer(&next));
    let way = if is_disabled(&next, "Later") {
        "Earlier"
    } else {
        "Later"
    };
    let mut message = world.told(press(&next, way)).await;
    assert!(
        !footer(&message).contains("Match"),
        "no longer a match: {}",
        footer(&message)
    );
    for _ in 0..6 {
        message = world.told(press(&message, "Match")).await;
        if description(&message) == description(&answer) {
            return;
        }
    }
    panic!("the matches do not come round again");
}

#[tokio::test]
async fn a_search_goes_from_hit_to_hit() {
    let world = World::new().await;
    let _bot = world.start();
    let first = world
        .told(Interaction::command("search").option("text", "the museum"))
        .await;
    let many = world
        .told(Interaction::command("search").option("text", "in the"))
        .await;
    assert!(
        footer(&first).contains("match 1 of 1"),
        "{}",
        footer(&first)
    );
    let mut seen = vec![description(&many).to_owned()];
    let mut message = world.told(press(&many, "Match 2 of")).await;
    while !footer(&message).contains("match 1 of") {
        assert!(
            description(&message).to_lowercase().contains("**in the**"),
            "{message:#}"
        );
        assert!(!seen.contains(&description(&message).to_owned()));
        seen.push(description(&message).to_owned());
        message = world.told(press(&message, "Match")).await;
    }
    assert!(
        footer(&message).contains(&format!("of {}", seen.len())),
        "{} of {}",
        footer(&message),
        seen.len()
    );
}

#[tokio::test]
async fn a_closest_passage_is_read_and_still_called_no_answer() {
    let world = World::new().await;
    let _bot = world.start();
    let message = world
        .told(ask(
            "What did the lighthouse astronaut eat on Jupiter with Napoleon?",
        ))
        .await;
    let opened = world.told(press(&message, "Read 1")).await;
    assert!(
        footer(&opened).contains("not an answer"),
        "{}",
        footer(&opened)
    );
    assert_eq!(opened["id"], message["id"]);
    let private = ask("What did the lighthouse astronaut eat on Jupiter with Napoleon?")
        .option("private", true);
    let private = world.told(private).await;
    let posted = world.told(press(&private, "Post")).await;
    assert!(!is_private(&posted) && whole(&posted).contains("The text does not say."));
}

#[tokio::test]
async fn a_private_answer_can_be_posted() {
    let world = World::new().await;
    let _bot = world.start();
    let private = world.told(ask(QUESTION).option("private", true)).await;
    let wider = world.told(press(&private, "Wider")).await;
    assert!(is_private(&wider) && wider["id"] == private["id"]);
    let posted = world.told(press(&wider, "Post")).await;
    assert!(
        !is_private(&posted) && posted["id"] != private["id"],
        "{posted:#}"
    );
    assert_eq!(description(&posted), description(&wider));
    assert_eq!(posted["embeds"][0]["author"]["name"], QUESTION);
    assert!(labels(&posted).contains(&"Delete".to_owned()));
}

#[tokio::test]
async fn another_members_press_gives_them_a_copy_of_their_own() {
    let world = World::new().await;
    let _bot = world.start();
    let answer = world.told(ask(QUESTION)).await;
    let copy = world.told(press(&answer, "Later").user(41)).await;
    assert!(is_private(&copy) && copy["id"] != answer["id"], "{copy:#}");
    assert_ne!(description(&copy), description(&answer));
    let further = world.told(press(&copy, "Earlier").user(41)).await;
    assert_eq!(
        (&further["id"], description(&further)),
        (&copy["id"], description(&answer))
    );
    let asker = world.told(press(&answer, "Wider")).await;
    assert_eq!(asker["id"], answer["id"]);
}

#[tokio::test]
async fn the_asker_and_moderators_delete() {
    let world = World::new().await;
    let _bot = world.start();
    let answer = world.told(ask(QUESTION)).await;
    let refused = world.standin.send(press(&answer, "Delete").user(41)).await;
    let refused = refused.response().await;
    assert_eq!(
        (refused.kind, refused.data["flags"].as_u64()),
        (4, Some(64))
    );
    assert!(
        world
            .standin
            .message(answer["id"].as_str().unwrap())
            .is_some()
    );
    world.standin.send(press(&answer, "Delete")).await;
    world.standin.deleted(&answer).await;
    let answer = world.told(ask(QUESTION)).await;
    world
        .standin
        .send(
            press(&answer, "Delete")
                .user(41)
                .permissions(MANAGE_MESSAGES),
        )
        .await;
    world.standin.deleted(&answer).await;
}

#[tokio::test]
async fn buttons_work_after_a_restart() {
    let world = World::new().await;
    let bot = world.start();
    let answer = world.told(ask(QUESTION)).await;
    let search = world
        .told(Interaction::command("search").option("text", "in the"))
        .await;
    let library = world.told(Interaction::command("library")).await;
    assert_stopped(bot.stop().await);
    std::fs::remove_dir_all(world.index()).unwrap(); // even the index is another one
    let bot = world.start();
    bot.line("ready").await;
    let wider = world.told(press(&answer, "Wider")).await;
    assert!(description(&wider).contains("**A fog bell"), "{wider:#}");
    assert!(footer(&world.told(press(&search, "Match 2")).await).contains("match 2 of"));
    world.standin.send(press(&library, "Delete")).await;
    world.standin.deleted(&library).await;
}

#[tokio::test]
async fn a_changed_text_is_said_and_can_be_asked_again_while_others_go_on() {
    let world = World::new().await;
    let bot = world.start();
    let answer = world
        .told(ask(QUESTION).option("document", "lighthouse"))
        .await;
    let other = world
        .told(ask("Which plant does the seed beetle lay its eggs on?"))
        .await;
    bot.stop().await;
    let text = std::fs::read_to_string(world.corpus().join("lighthouse.txt")).unwrap();
    world.write(
        "lighthouse.txt",
        &text.replace("a farmer sued", "a farmer called Jebb sued"),
    );
    world.write(
        "a-new-one.txt",
        "A new one\n\nIt stands before all others and moves their numbers.\n",
    );
    let bot = world.start();
    bot.line("ready").await;
    let said = world.told(press(&answer, "Wider")).await;
    assert!(
        is_private(&said) && whole(&said).contains("The text has changed"),
        "{said:#}"
    );
    let again = world.told(press(&said, "Ask again")).await;
    assert!(
        description(&again).contains("a farmer called Jebb sued"),
        "{again:#}"
    );
    let wider = world.told(press(&other, "Wider")).await;
    assert!(description(&wider).contains("goat vetch"), "{wider:#}");
}

#[tokio::test]
async fn a_long_library_turns_its_pages() {
    let files: Vec<(String, String)> = (0..25)
        .map(|n| {
            (
                format!("text-{n:02}.txt"),
                format!("Text {n}\n\nA few words of text {n}.\n"),
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let world = World::with(&files).await;
    let _bot = world.start();
    let first = world.told(Interaction::command("library")).await;
    let second = world.told(press(&first, "Later")).await;
    assert!(
        footer(&second).contains("page 2 of 4"),
        "{}",
        footer(&second)
    );
    assert_ne!(description(&first), description(&second));
    assert_eq!(
        description(&world.told(press(&second, "Earlier")).await),
        description(&first)
    );
}

#[tokio::test]
async fn plain_text_keeps_its_question_for_the_buttons() {
    let world = World::new().await;
    let _bot = world.start();
    let plain = crate::standin::people::MEMBER & !(1 << 14);
    let search = Interaction::command("search")
        .option("text", "in the")
        .app_permissions(plain);
    let message = world.told(search).await;
    let next = world
        .told(press(&message, "Match 2 of").app_permissions(plain))
        .await;
    assert!(
        next["content"].as_str().unwrap().contains("match 2 of"),
        "{next:#}"
    );
}
