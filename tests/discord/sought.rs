//! Messages that send or seek words of a text, or ask for a place in it, and what they get.

use pullquote::internals::index::Library;
use pullquote::internals::reader::Effort;
use pullquote::internals::reply::talk;
use pullquote::internals::servers::Libraries;

use crate::places::chapters;
use crate::pure::{SETTING, json, library, request};
use crate::world::{World, ask, whole};

#[tokio::test]
async fn words_that_stand_in_a_text_are_found_before_anything_else_is_thought_of_them() {
    let story = "# The Sluice\n\nFollow me to the weir, she said. I owe nobody a penny. All water is very patient.\n\n\
        The sluice is older than the patient miller, and you know it. Nobody is very fond of water there.\n";
    let world = World::with(&[("sluice.md", story)]).await;
    let _bot = world.start();

    for (said, place) in [
        ("Follow me to the weir", "**Follow me to the weir**"),
        ("\"Follow me\"", "**Follow me**"),
        ("I owe nobody a penny.", "**I owe nobody a penny**"),
        (
            "All water is very patient.",
            "**All water is very patient**",
        ),
        (
            "is “all water is very patient” in there?",
            "**All water is very patient**",
        ),
        ("where is \"i owe nobody\" from", "**I owe nobody**"),
        (
            "Wo steht „follow me to the weir“?",
            "**Follow me to the weir**",
        ),
    ] {
        let reply = world.mention(said).await;
        assert!(whole(&reply).contains(place), "{said}: {reply:#}");
    }
    for said in ["Follow me to the weir", "I owe nobody"] {
        let reply = world.told(ask(said)).await;
        assert!(
            whole(&reply).contains("Exactly these words"),
            "{said}: {reply:#}"
        );
    }

    // What asks for something else is asked.
    for said in ["why is \"the sluice\" older?", "I like you so much"] {
        let reply = world.mention(said).await;
        assert!(
            !whole(&reply).contains("Exactly these words"),
            "{said}: {reply:#}"
        );
    }
}

#[test]
fn a_message_that_asks_for_a_place_opens_it() {
    let mill = chapters("The Mill", &["Chapter I", "Chapter II", "Chapter III"]);
    let oars = chapters("The Oars", &["Chapter I", "Chapter II"]);
    let alone = library(&[("mill.md", mill.clone())]);
    let play = chapters("The Play", &["Preface", "Act I", "Epilogue"]);
    let both = library(&[("mill.md", mill), ("oars.md", oars), ("play.md", play)]);
    let said = |library: &Library, said: &str| {
        let libraries = Libraries::from(library);
        let effort = Effort::default();
        let reply = talk::reply_to_message(libraries, None, said, SETTING, effort);
        json(&reply.unwrap())
    };

    for (library, message, expected) in [
        (&alone, "chapter 2", "under Chapter II."),
        (&alone, "Kapitel 2", "under Chapter II."),
        (&alone, "the last chapter", "under Chapter III."),
        (&alone, "read from the beginning", "under Chapter I."),
        (&alone, "start reading", "under Chapter I."),
        (&alone, "lies Kapitel 3", "under Chapter III."),
        (&alone, "lis le chapitre 2", "under Chapter II."),
        (&alone, "read chapter 9", "There are 3 chapters"),
        (&both, "chapter 3", "under Chapter III."),
        (&both, "chapter 2", "The Oars"),
        (
            &both,
            "read me chapter 2 of the oars, please",
            "under Chapter II.",
        ),
        (
            &both,
            "can you show me chapter 3 of The Mill?",
            "under Chapter III.",
        ),
        (&both, "read The Oars", "under Chapter I."),
        (&both, "start reading the oars", "under Chapter I."),
        (&both, "table of contents of The Mill", "3 chapters"),
        (&both, "list of chapters of the mill", "3 chapters"),
        (&both, "Inhaltsverzeichnis von The Mill", "3 chapters"),
        (&alone, "table of contents", "3 chapters"),
        (&both, "show me oars", "The Oars"),
        (&both, "90% of the mill", "under Chapter III."),
        (&both, "read the preface of the play", "under Preface."),
        (&both, "epilogue", "under Epilogue."),
        // What names no place is what it was before.
        (&both, "the end", "Hello!"),
        (&both, "the whale at the end", "Hello!"),
        (&both, "read", "Hello!"),
    ] {
        let told = said(library, message);
        assert!(told.contains(expected), "{message}: {told}");
    }
    let asked = request("ask", "chapter 2", Some("mill".to_owned()), None);
    let told = json(&asked.reply(&both, SETTING, Effort::default()).unwrap());
    assert!(told.contains("under Chapter II."), "{told}");
}

#[test]
fn the_first_and_the_last_line_and_what_is_asked_of_a_text_without_a_mark_are_told() {
    let story = "# The Heron\n\n## Chapter I\n\nNo heron had come to Holm in years.\n\n## Chapter II\n\nThe line broke.\n\n\
        ## Chapter III\n\nAnd so it flew.\n";
    let alone = library(&[("heron.md", story)]);
    let told = |said: &str| {
        let libraries = Libraries::from(&alone);
        let effort = Effort::default();
        let reply = talk::reply_to_message(libraries, None, said, SETTING, effort);
        reply.unwrap().content
    };
    for (said, expected) in [
        ("first line of the heron", "No heron had come"),
        (
            "what's the first sentence of The Heron?",
            "No heron had come",
        ),
        ("opening line", "No heron had come"),
        ("what is the first paragraph", "No heron had come"),
        ("last line of The Heron", "And so it flew"),
        ("Wie lautet der letzte Satz?", "And so it flew"),
        ("what happens at the end", "And so it flew"),
        ("summary", "`/read` opens the text"),
        ("tldr", "`/read` opens the text"),
        ("who are the main characters", "`/read` opens the text"),
        ("what's the plot", "`/read` opens the text"),
        ("Zusammenfassung", "`/read` opens the text"),
    ] {
        let reply = told(said);
        assert!(reply.contains(expected), "{said}: {reply}");
    }
    let both = library(&[
        ("heron.md", story),
        ("mill.md", "# The Mill\n\nIt stood.\n"),
    ]);
    let several = Libraries::from(&both);
    let reply = talk::reply_to_message(several, None, "opening line", SETTING, Effort::default());
    let reply = reply.unwrap().content;
    assert!(reply.contains("`/read` opens the text"), "{reply}");
    let reply = told("what was the line that broke?");
    assert!(reply.contains("**The line broke."), "{reply}");
}

#[test]
fn who_asks_how_often_or_for_quotes_is_shown_all_places() {
    let library = library(&[
        (
            "heron.md",
            "# The Grey Heron\n\nThe heron came. Ottilie Pike fed the white heron, and the heron left.\n",
        ),
        (
            "mill.md",
            "# The Mill\n\nThe heron never came to the mill. Nobody asked a heron.\n",
        ),
    ]);
    for (said, expected) in [
        ("how often does heron appear in The Mill?", "2 times in all"),
        ("How many times is Ottilie mentioned", "**Ottilie**"),
        ("where is Ottilie Pike mentioned", "**Ottilie Pike**"),
        ("where does it mention Ottilie Pike?", "**Ottilie Pike**"),
        (
            "how many times does the story say white heron",
            "**white heron**",
        ),
        ("which chapters mention Ottilie", "**Ottilie**"),
        ("search white heron", "**white heron**"),
        ("find the word \"fed\"", "**fed**"),
        ("quotes about the white heron", "**the white heron**"),
        ("ottilie pike quotes", "**Ottilie Pike**"),
        ("wie oft wird Ottilie erwähnt?", "**Ottilie**"),
        ("où est mentionnée Ottilie Pike ?", "**Ottilie Pike**"),
        ("¿Dónde se menciona Ottilie Pike?", "**Ottilie Pike**"),
    ] {
        let libraries = Libraries::from(&library);
        let effort = Effort::default();
        let reply = talk::reply_to_message(libraries, None, said, SETTING, effort).unwrap();
        let is_there =
            reply.content.contains("Exactly these words") && reply.content.contains(expected);
        assert!(is_there, "{said}: {}", reply.content);
    }
    for said in [
        "random quote",
        "give me a random quote please",
        "ein zufälliges Zitat",
        "quote of the day",
        "favourite quotes",
        "a good quote please",
        "show me a random passage",
        "gib mir ein Zitat",
        "donne-moi une citation",
        "今日の名言",
    ] {
        let libraries = Libraries::from(&library);
        let effort = Effort::default();
        let reply = talk::reply_to_message(libraries, None, said, SETTING, effort).unwrap();
        assert!(reply.content.starts_with("> "), "{said}: {}", reply.content);
    }
    let asked = request("ask", "give me a quote", None, None);
    let reply = asked.reply(&library, SETTING, Effort::default()).unwrap();
    assert!(reply.content.starts_with("> "), "{}", reply.content);
    for (said, is_random) in [
        ("the best quotes from the mill", true),
        ("good quote!", false),
    ] {
        let libraries = Libraries::from(&library);
        let effort = Effort::default();
        let reply = talk::reply_to_message(libraries, None, said, SETTING, effort).unwrap();
        assert_eq!(
            reply.content.contains("-# The Mill"),
            is_random,
            "{said}: {}",
            reply.content
        );
    }
}

#[test]
fn a_quote_by_chance_is_rather_a_passage_than_the_name_of_a_picture() {
    let long = "The ferryman drew the rope and told the geese beside him of all that he had lost in the strait.";
    let chapters: String = (2..12).map(|n| format!("## {n}\n\n{long}\n\n")).collect();
    let text = format!("# The Ferry\n\n## 1\n\n[A goose.]\n\n{chapters}");
    let library = library(&[("ferry.md", text)]);
    for _ in 0..20 {
        let libraries = Libraries::from(&library);
        let effort = Effort::default();
        let reply = talk::reply_to_message(libraries, None, "random quote", SETTING, effort);
        let reply = reply.unwrap();
        assert!(reply.content.contains("The ferryman"), "{}", reply.content);
    }
}
