//! What appears while someone types.

use pullquote::internals::locale::Locale;
use pullquote::internals::reader::Effort;
use pullquote::internals::reply::autocomplete::suggest_choices;
use serde_json::Value;

use crate::pure::{SETTING, json, library, listed, request};
use crate::world::{World, is_private, quoted, small_print, whole};
use standin::Interaction;
use standin::interaction::components;

#[tokio::test]
async fn a_question_is_completed_by_headings_and_passages() {
    let world = World::with(&[(
        "chapters.md",
        "# Book\n\n## The Fog Bell\n\nIt rang all night.\n\n## Home\n\nThey slept.\n",
    )])
    .await;
    let _bot = world.start();
    let typing = |typed: &str| Interaction::command("ask").focus("question", typed);
    let choices = world.list(typing("fog bel")).await;
    // What was typed comes first, so that Enter asks that.
    assert_eq!(choices[0], ("fog bel".to_owned(), Value::from("fog bel")));
    assert!(choices[1].0.starts_with("The Fog Bell"), "{choices:?}");
    assert!(
        choices
            .iter()
            .any(|(name, _)| name.starts_with("“A fog bell was added")),
        "{choices:?}"
    );
    let passage = choices
        .iter()
        .find(|(name, _)| name.starts_with("“A fog"))
        .unwrap();
    let chosen = world
        .told(Interaction::command("ask").option("question", passage.1.clone()))
        .await;
    assert!(
        quoted(&chosen).contains("**A fog bell was added"),
        "{chosen:#}"
    );
    assert!(small_print(&chosen).starts_with("fog bel\n"), "{chosen:#}");
    let heading = world
        .told(Interaction::command("ask").option("question", choices[1].1.clone()))
        .await;
    assert_eq!(quoted(&heading), "It rang all night.");
    assert!(small_print(&heading).contains("The Fog Bell"));
    let begun = world.list(typing("what became of the barq")).await;
    assert!(
        begun.iter().any(|(name, _)| name.contains("Clementine")),
        "{begun:?}"
    );
    for nothing in ["", "what ", "who is the"] {
        let list = world.standin.send(typing(nothing)).await.choices().await;
        assert!(list.is_empty(), "{nothing}: {list:?}");
    }
    let contents = Interaction::command("read").option("document", "chapters.md");
    let contents = world.list(contents.focus("from", "")).await;
    assert!(
        contents.iter().any(|(name, _)| name.starts_with("Home")),
        "{contents:?}"
    );
    world
        .standin
        .send(typing("\u{202e}\\*§$%"))
        .await
        .choices()
        .await;
}

#[tokio::test]
async fn a_chosen_place_whose_text_has_changed_is_told() {
    let world = World::new().await;
    let bot = world.start();
    let choices = world
        .list(Interaction::command("ask").focus("question", "fog bell"))
        .await;
    bot.stop().await;
    world.write(
        "lighthouse.txt",
        "Another light\n\nA fog bell is what this text has, too.\n",
    );
    let bot = world.start();
    bot.line("ready").await;
    let chosen = world
        .told(Interaction::command("ask").option("question", choices[1].1.clone()))
        .await;
    assert!(
        is_private(&chosen) && whole(&chosen).contains("changed"),
        "{chosen:#}"
    );
}

#[tokio::test]
async fn documents_and_places_to_read_from_are_completed() {
    let world = World::with(&[(
        "chapters.md",
        "# Book\n\n## One\n\nIt rang.\n\n## Two\n\nThey slept.\n",
    )])
    .await;
    let _bot = world.start();
    let documents = world
        .list(Interaction::command("read").focus("document", "skarrow"))
        .await;
    assert_eq!(
        documents,
        [(
            "The Light on Skarrow Point".to_owned(),
            Value::from("lighthouse.txt")
        )]
    );
    let from = Interaction::command("read")
        .option("document", "chapters.md")
        .focus("from", "tw");
    let from = world.list(from).await;
    assert_eq!(from[0], ("tw".to_owned(), Value::from("tw")));
    assert_eq!(from.len(), 2, "{from:?}");
    let read = Interaction::command("read")
        .option("document", "chapters.md")
        .option("from", from[1].1.clone());
    assert_eq!(quoted(&world.told(read).await), "They slept.");
    let anywhere = world
        .told(Interaction::command("read").option("from", "two"))
        .await;
    assert_eq!(quoted(&anywhere), "They slept.");
    assert!(!components(&anywhere).is_empty());
}

#[tokio::test]
async fn long_names_and_paths_fit_into_the_list() {
    let name = format!("{}.txt", "🦀long-name".repeat(12));
    let heading = "CHAPTER 1. ".to_owned() + &"Über🦀lang ".repeat(6);
    let world = World::with(&[(&name, &format!("{heading}\n\nSome words stand here.\n"))]).await;
    let _bot = world.start();
    let choices = world
        .list(Interaction::command("ask").focus("document", "long"))
        .await;
    assert_eq!(choices.len(), 1, "{choices:?}");
    let read = world
        .told(Interaction::command("read").option("document", choices[0].1.clone()))
        .await;
    assert!(quoted(&read).contains("Some words stand here"), "{read:#}");
    world
        .standin
        .send(Interaction::command("read").focus("from", ""))
        .await
        .choices()
        .await;
}

#[test]
fn places_are_listed_however_they_are_typed() {
    let chapter = |heading: &str| format!("{heading}\n\nThe smith went home past {heading}.\n\n\n");
    let headings = [
        "Preface",
        "Chapter I.",
        "Chapter II. The Green Light",
        "Chapter III.",
    ];
    let text: String = headings.iter().map(|heading| chapter(heading)).collect();
    let library = library(&[("mill.txt", format!("The Mill\n\n\n{text}"))]);

    for (typed, expected) in [
        ("3", &["3", "Chapter III."][..]),
        ("chapter 3", &["chapter 3", "Chapter III."]),
        (
            "ch",
            &[
                "ch",
                "Chapter I.",
                "Chapter II. The Green Light",
                "Chapter III.",
            ],
        ),
        (
            "kapitel",
            &[
                "kapitel",
                "Chapter I.",
                "Chapter II. The Green Light",
                "Chapter III.",
            ],
        ),
        ("gren lihgt", &["gren lihgt", "Chapter II. The Green Light"]),
        ("0 %", &["0 %", "Preface"]),
        ("chapter 9", &["chapter 9"]),
        ("page", &["page"]),
    ] {
        let names = listed(&library, "from", typed);
        assert_eq!(names, expected, "{typed}");
    }

    let choices =
        suggest_choices(&library, "question", "green light", None, Locale::English).unwrap();
    let chapter = choices
        .iter()
        .find(|choice| choice.name.starts_with("Chapter II"));
    assert!(
        chapter.unwrap().value.ends_with(" green light"),
        "{choices:?}"
    );
}

#[test]
fn the_places_of_a_text_are_listed_behind_its_title() {
    let library = library(&[
        (
            "mill.md",
            "# The Watermill\n\n## Chapter I\n\nCorn.\n\n## Chapter II\n\nBran.\n",
        ),
        ("quay.md", "# The Quay\n\n## Chapter II\n\nRope.\n"),
    ]);

    for (typed, expected) in [
        ("watermill ch", &["Chapter I", "Chapter II"][..]),
        ("the watermil chapter 1", &["Chapter I"]),
        ("chapter 2 of the quay", &["Chapter II"]),
    ] {
        let names = listed(&library, "from", typed);
        assert!(
            names[1..].starts_with(
                &expected
                    .iter()
                    .map(|name| (*name).to_owned())
                    .collect::<Vec<_>>()
            ),
            "{typed}: {names:?}"
        );
    }
}

#[test]
fn texts_of_long_names_are_told_apart_by_what_differs() {
    let long = "The Annals of the Seventeen Harbours and of All Those Who Kept Their Lamps in the Years of Queen Tilda the Elder";
    let files: Vec<(String, String)> = (1..=12)
        .map(|n| {
            (
                format!("annals{n}.md"),
                format!("# {long}, Volume {n}\n\nA lamp was lit in year {n}.\n"),
            )
        })
        .collect();
    let library = library(&files);

    let names = listed(&library, "document", "");
    assert_eq!(names.len(), 12);
    for n in 1..=12 {
        let end = format!("… Volume {n}");
        assert_eq!(
            names.iter().filter(|name| name.ends_with(&end)).count(),
            1,
            "{names:?}"
        );
    }

    let page = request("library", "", None, None);
    let page = json(&page.reply(&library, SETTING, Effort::default()).unwrap());
    for n in 1..=12 {
        assert!(page.contains(&format!("… Volume {n}**")), "{page}");
    }
}

#[test]
fn a_name_whose_last_word_is_begun_is_offered_before_the_word_as_it_stands() {
    let carts: String = (1..8)
        .map(|n| {
            format!(
                "Cart number {n} of Wenlow stood by the mill, and the cart was full of hay.\n\n"
            )
        })
        .collect();
    let text = format!("The Bend\n\n{carts}At the ford waited Judith Carteret with a lamp.\n");
    let library = library(&[("bend.txt", text)]);

    let all = listed(&library, "question", "judith cart");
    assert!(all[1].contains("Judith Carteret"), "{all:?}");
    // A word that stands there itself is meant.
    let all = listed(&library, "question", "the cart");
    assert!(all[1].contains("cart was full"), "{all:?}");
}
