//! Questions that only name what is looked for: a name, a date, what a section is called.

use crate::support::Place;

const TEXT: &str = "\
The miller's wheel stands still in summer, when the water is low. Then he repairs the sluice.

Odile Ransome came to the ferry on the 9th of May, 1847, with two trunks. Nobody had asked her to.

In 1851 the bridge was opened. The ferry was sold for firewood, and the inn by the landing closed its doors.
";

#[test]
fn what_an_abbreviation_stands_for_is_where_its_words_stand() {
    let text = "\
        The ferry was in the hands of the MOPW for ten years. The MOPW paid late, and the ferrymen said so.\n\n\
        In 1847 the Ministry of Public Works, or MOPW, bought the landing. Nobody had asked the ferrymen.\n";
    let place = Place::new(&[("ferry.txt", text.as_bytes())]);
    for question in [
        "What does MOPW stand for?",
        "what is the full form of MOPW",
        "What is the MOPW?",
    ] {
        let (quote, _) = place.ask(&[question]);
        assert!(quote.contains("Ministry of Public Works"), "{quote:?}");
    }

    // Letters that nothing spells out are not explained.
    let answer = place.run(&["ask", "--json", "What does FBI stand for?"]);
    assert_eq!(answer.json()["quote"], serde_json::Value::Null);
}

#[test]
fn what_happened_at_a_date_is_what_stands_beside_it() {
    let place = Place::new(&[("ferry.txt", TEXT.as_bytes())]);
    for (question, quoted) in [
        ("What happened on 9 May 1847?", Some("9th of May, 1847")),
        ("What happened on May 9, 1847?", Some("9th of May, 1847")),
        (
            "what happened on the 9th of May 1847",
            Some("9th of May, 1847"),
        ),
        ("What happened on 9.5.1847?", Some("9th of May, 1847")),
        ("what happened on 5/9/1847", Some("9th of May, 1847")),
        ("What happened on 1847-05-09?", Some("9th of May, 1847")),
        (
            "What happened on May the ninth, 1847?",
            Some("9th of May, 1847"),
        ),
        (
            "what happened on the ninth of May",
            Some("9th of May, 1847"),
        ),
        ("what happened on 9 may '47", Some("9th of May, 1847")),
        ("What happened on 12.5.1847?", None),
        ("What took place in 1851?", Some("the bridge was opened")),
        ("What happened on 2 May 1847?", None),
        ("What happened in 1850?", None),
        ("What happened on 12 May 1847?", None),
        ("Ransome", Some("Odile Ransome came")),
    ] {
        let (quote, _) = place.ask(&[question]);
        match quoted {
            Some(words) => assert!(quote.contains(words), "{question}: {quote:?}"),
            None => assert_eq!(quote, "", "{question}"),
        }
    }
}

#[test]
fn what_costs_another_sum_is_no_answer() {
    let text = "\
        In the first year an hour of the mill cost 10 cents, and the farmers grumbled at it.\n\n\
        A sack of the flour cost 15 cents at the landing. The ferrymen ate 3,500 eggs in a year.\n";
    let place = Place::new(&[("mill.txt", text.as_bytes())]);
    for (question, quoted) in [
        ("What cost 15 cents?", Some("A sack of the flour")),
        ("What cost fifteen cents?", Some("A sack of the flour")),
        ("What cost 10 cents?", Some("an hour of the mill")),
        ("What cost 20 cents?", None),
        ("Who ate 3500 eggs?", Some("3,500 eggs")),
    ] {
        let (quote, _) = place.ask(&[question]);
        match quoted {
            Some(words) => assert!(quote.contains(words), "{question}: {quote:?}"),
            None => assert_eq!(quote, "", "{question}"),
        }
    }
}

#[test]
fn words_are_found_in_either_spelling_and_corrected_to_what_stands_there() {
    let text = "\
        Der Händler Jörg Lüders kam im März über die Brücke. Er verkaufte Laternen an die Fischer und an den Wirt.\n\n\
        Auch der Schmied kaufte eine Laterne. Er hängte sie über die Tür, und sie brannte bis zum Morgen.\n";
    let place = Place::new(&[("haendler.txt", text.as_bytes())]);
    let ask = |question: &str| place.run(&["ask", "--json", "--explain", question]).json();

    for question in ["Wer war der Haendler?", "Was verkaufte Joerg Lueders?"] {
        let answer = ask(question);
        assert_eq!(
            answer["explanation"]["corrections"],
            serde_json::json!([]),
            "{answer}"
        );
        let passage = answer["passages"][0]["text"].as_str().unwrap();
        assert!(passage.contains("Händler"), "{answer}");
    }

    let corrected = ask("Was verkaufte der Händlar?");
    assert_eq!(
        corrected["explanation"]["corrections"],
        serde_json::json!([["Händlar", "Händler"]])
    );
    // Another word that only looks like one that asks is not meant by it.
    for question in ["Wem gehörte der Hund?", "Wo ist das Buch?"] {
        assert_eq!(
            ask(question)["explanation"]["corrections"],
            serde_json::json!([])
        );
    }
}

#[test]
fn those_who_play_are_quoted_from_the_front_but_a_title_page_only_if_nothing_else_answers() {
    let scenes = "The stage is dark, and the sea is heard. Petruccio counts the oranges by the light of a candle, \
                  and Nan sweeps the stairs below him until the bell rings.";
    let play = format!(
        "THE HERON\n\nBELLA, a niece of Orso\nPETRUCCIO, a notary in love with Bella\nNAN, a servant\n\nACT I\n\n{scenes}\n\nACT II\n\n{scenes}\n"
    );
    let novel = format!(
        "THE LAMP\n\n(NILS LUND'S BROTHER)\n\nCHAPTER I\n\nNils Lund is the keeper of the light at Sandholm. {scenes}\n\nCHAPTER II\n\n{scenes}\n"
    );

    for (text, question, quoted) in [
        (
            &play,
            "Who is in love with Bella?",
            "a notary in love with Bella",
        ),
        (&novel, "Who is Nils Lund?", "keeper of the light"),
    ] {
        let place = Place::new(&[("text.txt", text.as_bytes())]);
        let (quote, _) = place.ask(&[question]);
        assert!(quote.contains(quoted), "{quote:?}");
    }
}

#[test]
fn a_question_that_is_a_heading_is_answered_by_what_stands_under_it() {
    let text = "# Kettle Museum\n\nOda keeps it.\n\n## How much is a day pass?\n\nAdults 6.50, children 3.\n\n## 2. May I bring a dog?\n\nOnly to the yard. There is water at the well.\n\n## Dogs\n\nThe yard has three of them.\n";
    let place = Place::new(&[("museum.md", text.as_bytes())]);
    for (question, quoted) in [
        ("How much is a day pass?", "Adults 6.50"),
        ("may i bring a dog", "Only to the yard."),
    ] {
        for reader in [&["--reader", "off"][..], &[]] {
            let (quote, _) = place.ask(&[reader, &[question]].concat());
            assert!(quote.starts_with(quoted), "{question}: {quote:?}");
        }
    }
}

#[test]
fn a_question_in_the_text_is_quoted_with_what_follows() {
    let chat = "[20:11] oda: nice\n[20:12] Old Per: who has the copper kettle\n[20:13] mia: Oda has it in her cellar\n[20:14] oda: yep\n";
    let story = "The cart stopped at the gate, and nobody got down from it for a while.\n\n\"Where is the copper kettle?\" asked the widow.\n\n\"In the cellar,\" said the boy.\n";
    let chatty = "[20:11] oda: nice\n[20:12] Old Per: hey all. does anyone know where the copper kettle is\n[20:13] mia: Oda has it in her cellar\n";
    for (text, quoted) in [
        (chat, "Oda has it"),
        (chatty, "Oda has it"),
        (story, "In the cellar"),
    ] {
        let place = Place::new(&[("kettle.txt", text.as_bytes())]);
        for question in ["Who has the copper kettle?", "Where is the copper kettle?"] {
            let (quote, _) = place.ask(&["--reader", "off", question]);
            assert!(quote.contains(quoted), "{question}: {quote:?}");
        }
    }
}

#[test]
fn who_asks_for_what_a_section_is_called_gets_its_beginning() {
    let text = "\
        # The Lantern Club\n\n\
        ## Spoilers\n\nHide them behind black bars for two weeks. Whoever forgets is reminded once.\n\n\
        ## 2. Dress code\n\nThere is none, but boots are left at the door because the floor is old.\n\n\
        ## Parking\n\nCars stand behind the mill. The gate is locked at night.\n";
    let place = Place::new(&[("club.md", text.as_bytes())]);

    for (question, begins) in [
        ("What is the dress code?", "There is none"),
        ("what's the policy on spoilers", "Hide them"),
        ("rules for parking", "Cars stand"),
        ("Is there parking?", "Cars stand"),
    ] {
        let (quote, _) = place.ask(&[question]);
        assert!(quote.starts_with(begins), "{question}: {quote:?}");
    }

    // By words alone too, and then as what it is: a guess.
    let answer = place
        .run(&[
            "ask",
            "--json",
            "--reader",
            "off",
            "What is the dress code?",
        ])
        .json();
    assert_eq!(answer["perhaps"], true, "{answer}");

    // A detail of it need not stand in its beginning.
    for question in [
        "When was the dress code?",
        "What is the dress code for dogs?",
    ] {
        let answer = place.run(&["ask", "--json", question]).json();
        assert_eq!(
            answer["quote"],
            serde_json::Value::Null,
            "{question}: {answer}"
        );
    }
}

const REGATTA: &str = "\
# The Reed Regatta

## Sunday 9 August

### 13:00 – Opening, Village Green

The miller says a few words.

### 14:30 – Barrel race, Lower Sluice

Everybody brings a barrel of their own, and nobody may have oars.

### 9 p.m. – Lanterns

Each boat carries one. Those without are called in.

## Prizes (handed out on 16 August)

The first gets a ham and the last gets the bone.

## Entry: £4

It is paid at the hut, and a receipt is given.
";

#[test]
fn a_heading_that_tells_when_or_where_answers_with_what_stands_below_it() {
    let place = Place::new(&[("regatta.md", REGATTA.as_bytes())]);
    for (question, begins) in [
        ("when is the barrel race", "Everybody brings"),
        ("what time does the barrel race start?", "Everybody brings"),
        ("where is the barrel race held?", "Everybody brings"),
        ("what time is the opening", "The miller"),
        ("when are the lanterns", "Each boat"),
        ("when are prizes handed out", "The first gets"),
        ("how much does entry cost", "It is paid"),
    ] {
        for reader in [&["--reader", "off"][..], &[]] {
            let (quote, _) = place.ask(&[reader, &[question]].concat());
            assert!(quote.starts_with(begins), "{question}: {quote:?}");
        }
    }

    for question in [
        "when is the swimming race?",
        "when is the barrel race next year?",
        "where are the lanterns made?",
        "how much is a barrel?",
    ] {
        let (quote, _) = place.ask(&[question]);
        assert_eq!(quote, "", "{question}");
    }
}

#[test]
fn who_somebody_is_stands_under_their_name() {
    let text = "\
        # People of the Weir\n\n\
        ## Old Hanne\n\nKnits nets. Owes the miller nine eels.\n\n\
        ## Jorrit the Ferryman\n\nDeaf in one ear, and never seen without his dog.\n\n\
        ## Jorrit's boat\n\nIt leaks.\n";
    let place = Place::new(&[("people.md", text.as_bytes())]);
    for (question, begins) in [
        ("who is jorrit", "Deaf in one ear"),
        ("Who is Old Hanne?", "Knits nets"),
    ] {
        let (quote, _) = place.ask(&[question]);
        assert!(quote.starts_with(begins), "{question}: {quote:?}");
    }
    for question in ["who married jorrit", "who is jorrit's brother"] {
        let (quote, _) = place.ask(&[question]);
        assert_eq!(quote, "", "{question}");
    }
}
