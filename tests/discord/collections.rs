//! Sub-folders of the corpus on Discord: chosen, asked, read, remembered by buttons.

use crate::world::{World, ask, is_private, press, quoted, whole};
use serde_json::Value;
use standin::Interaction;

const SOUTH: &str =
    "The Southern Ferry\n\nHanna Vermeer steered the ferry across the southern strait.\n";
const NORTH: &str =
    "The Northern Ferry\n\nOluf Brandt steered the ferry across the northern strait.\n";

async fn world() -> World {
    let world = World::new().await;
    for (name, text) in [
        ("sea/north.txt", NORTH),
        ("sea/south.txt", SOUTH),
        ("south/lone.txt", SOUTH),
    ] {
        std::fs::create_dir_all(world.corpus().join(name).parent().unwrap()).unwrap();
        world.write(name, text);
    }
    world
}

#[tokio::test]
async fn a_collection_is_offered_asked_searched_and_read() {
    let world = world().await;
    let _bot = world.start();
    let offered = world
        .list(Interaction::command("ask").focus("document", "sea"))
        .await;
    assert_eq!(
        offered[0],
        ("sea/ · 2 texts".to_owned(), Value::from("sea/"))
    );
    let answer = world
        .told(ask("Who steered the ferry across the strait?").option("document", "sea/"))
        .await;
    assert!(whole(&answer).contains("steered the ferry"), "{answer:#}");
    let found = world
        .told(
            Interaction::command("search")
                .option("text", "ferry")
                .option("document", "sea"),
        )
        .await;
    assert!(whole(&found).contains("1–2 of 2, in 2 texts"), "{found:#}");
    let next = world.told(press(&found, "Read 2")).await;
    assert!(quoted(&next).contains("southern"), "{next:#}");
    let random = world
        .told(Interaction::command("random").option("document", "south/"))
        .await;
    assert!(quoted(&random).contains("southern"), "{random:#}");
    let read = |name: &str| Interaction::command("read").option("document", name);
    assert!(
        quoted(&world.told(read("south/")).await).contains("southern"),
        "it has one text only"
    );
    let which = world.told(read("sea/")).await;
    assert!(
        is_private(&which) && whole(&which).contains("The Northern Ferry, The Southern Ferry"),
        "{which:#}"
    );
}

#[tokio::test]
async fn a_button_says_when_its_collection_is_gone() {
    let world = world().await;
    let bot = world.start();
    let found = world
        .told(
            Interaction::command("search")
                .option("text", "ferry")
                .option("document", "sea/"),
        )
        .await;
    bot.stop().await;
    std::fs::remove_dir_all(world.corpus().join("sea")).unwrap();
    let bot = world.start();
    bot.line("ready").await;
    let changed = world.told(press(&found, "Read 2")).await;
    assert!(
        is_private(&changed) && whole(&changed).contains("has changed"),
        "{changed:#}"
    );
    let again = world.told(press(&changed, "Ask again")).await;
    assert!(
        is_private(&again) && whole(&again).contains("are gone"),
        "{again:#}"
    );
}
