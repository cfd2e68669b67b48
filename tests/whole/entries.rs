//! Questions for an entry by its label, and for the steps of something.

use crate::support::Place;

const CLUB: &str = "\
# The Kiln Club

## Rules

1. Nobody fires alone. Two names stand on the list.
2. Glazes are weighed, not guessed.
3. The hot kiln stays shut until morning.

## Roles

- @Stoker: somebody who has fired ten times
- @Keyholder: the people who open the shed, Ilse and Ravi

## Kiln faults

| Code | Meaning | Remedy |
| --- | --- | --- |
| K12 | Lid is open | Close the lid |
| K30 | Element is broken | Call Ilse |

## Loading the kiln

Put the heavy pots on the lowest shelf. Leave a finger's width between them. Close the lid and turn both latches.

## Questions

### Why was my pot refused?

It was damp. A damp pot bursts and takes its neighbours along.

### When is the shed open?

Every day from nine to six, but never on fair days.
";

#[test]
fn an_entry_is_found_by_its_label() {
    let place = Place::new(&[("club.md", CLUB.as_bytes())]);
    for (question, begins) in [
        ("rule 2", "2. Glazes"),
        ("What is rule 3?", "3. The hot kiln"),
        ("what does rule #1 say", "1. Nobody fires alone. Two names"),
        ("what does K30 mean", "K30 Element"),
        ("What does error code K12 mean?", "K12 Lid"),
        ("my machine shows K30", "K30 Element"),
        ("what is a stoker?", "• @Stoker"),
        ("how do i become stoker", "• @Stoker"),
    ] {
        for reader in [&["--reader", "off"][..], &[]] {
            let (quote, _) = place.ask(&[reader, &[question]].concat());
            assert!(quote.starts_with(begins), "{question}: {quote:?}");
        }
    }
}

#[test]
fn what_is_numbered_is_called_so_in_any_language_or_by_a_sign() {
    let law = "# Hausordnung\n\n§ 1 Der Ofen bleibt aus.\n\n§ 2 Die Glasur wird gewogen.\n\n§ 12 Die Tür ist zu.\n";
    let signed = "# Hausordnung\n\n§ 1: Der Ofen bleibt aus.\n\n§ 2: Die Glasur wird gewogen.\n\n§ 12: Die Tür ist zu.\n";
    let guide = "# Guía\n\nPaso 1: Abra el horno.\n\nPaso 2: Pese el esmalte.\n";
    for (text, question, holds) in [
        (CLUB, "Regel 2", "Glazes"),
        (CLUB, "Was sagt Regel 3?", "The hot kiln"),
        (CLUB, "règle 2", "Glazes"),
        (law, "§ 2", "Glasur"),
        (law, "was sagt §12", "Tür"),
        (signed, "§ 2", "Glasur"),
        (signed, "Paragraph 2", "Glasur"),
        (guide, "paso 2", "esmalte"),
        (guide, "step 2", "esmalte"),
    ] {
        let place = Place::new(&[("text.md", text.as_bytes())]);
        let (quote, _) = place.ask(&["--reader", "off", question]);
        assert!(quote.contains(holds), "{question}: {quote:?}");
    }
}

#[test]
fn no_other_entry_is_taken_for_one_that_is_not_there() {
    let place = Place::new(&[("club.md", CLUB.as_bytes())]);
    for question in ["rule 7", "What is rule 12?", "What does K31 mean?"] {
        let (quote, perhaps) = place.ask(&[question]);
        assert!(quote.is_empty() || perhaps, "{question}: {quote:?}");
    }
}

#[test]
fn a_numbered_heading_of_rules_is_found_by_its_number() {
    let text = "# Rules of the Ferry\n\n## 1. Boarding\n\nPush nobody.\n\n## 2. Animals\n\nGoats stand in the bow.\n";
    let ferry = ("ferry.md", text.as_bytes());
    let other =
        "# The Bridge\n\n## 2. The arches\n\nThere are nine arches, and no rule about goats.\n";
    let place = Place::new(&[ferry, ("bridge.md", other.as_bytes())]);

    for question in ["what is rule 2", "what is rule 2 of the ferry?"] {
        let (quote, _) = place.ask(&[question]);
        assert_eq!(quote, "Goats stand in the bow.", "{question}");
    }
    let (quote, perhaps) = place.ask(&["what is rule 2 of the bridge?"]);
    assert!(!quote.starts_with("Goats") || perhaps, "{quote:?}");
}

#[test]
fn how_something_is_done_is_told_from_the_first_step_on() {
    let place = Place::new(&[("club.md", CLUB.as_bytes())]);
    let (quote, _) = place.ask(&["how do I load the kiln?"]);
    assert!(quote.starts_with("Put the heavy pots"), "{quote:?}");
    assert!(quote.ends_with("turn both latches."), "{quote:?}");
}

#[test]
fn what_a_colon_announces_is_quoted_with_it() {
    let text = "# Backups\n\nThe data is one folder. To copy it while the kiln runs, type this:\n\n    kiln save ../copy\n\nA copy takes a minute.\n";
    let place = Place::new(&[("backups.md", text.as_bytes())]);
    let (quote, _) = place.ask(&["How do I copy the data while the kiln runs?"]);
    assert!(quote.contains("type this:\n\nkiln save"), "{quote:?}");
}

#[test]
fn a_quote_does_not_run_into_the_next_question() {
    let text = "# Questions\n\nThe shed opens at nine and is locked at six, whoever is inside.\n\nMay I bring a dog? Only if it is tied to the well.\n";
    let place = Place::new(&[("questions.md", text.as_bytes())]);
    for question in ["When is the shed locked?", "when does the shed open"] {
        for reader in [&["--reader", "off"][..], &[]] {
            let (quote, _) = place.ask(&[reader, &[question]].concat());
            assert!(!quote.contains("dog"), "{question}: {quote:?}");
        }
    }
}

#[test]
fn a_question_in_a_list_is_found_in_other_words() {
    let place = Place::new(&[("club.md", CLUB.as_bytes())]);
    let (quote, _) = place.ask(&["why did you refuse my pots"]);
    assert!(quote.starts_with("It was damp."), "{quote:?}");
}

const TOOLS: &str = "\
# The Tool Library

## Borrowing

### Can I borrow a drill from somebody who isn't there?

Ask at the desk. If nobody waits for it, the slip is stamped again.

### Why won't my card open the gate?

Most likely it lay beside a phone. Bring it to the desk. A new one is made while you wait.

### Where are my deposits kept?

In an iron box in the cellar. The sexton counts the coins on Fridays. Only Tove has the key.

## Repairs

### Can I sharpen my own chisels?

On Sundays, at the wheel beside the door. Goggles hang above it, and whoever works without them is sent home. The wheel is wet, so bring an apron, and wipe the trough when you are done, since the water freezes in it overnight.
";

#[test]
fn a_question_in_a_list_is_found_by_its_beginning_and_turned_the_same_way() {
    let place = Place::new(&[("tools.md", TOOLS.as_bytes())]);
    for (question, begins) in [
        ("can i borrow a drill", "Ask at the desk."),
        ("why doesnt my card open the gate", "Most likely"),
        ("why is my card not opening the gate?", "Most likely"),
        ("can't I sharpen my own chisels?", "On Sundays"),
    ] {
        for reader in [&["--reader", "off"][..], &[]] {
            let (quote, _) = place.ask(&[reader, &[question]].concat());
            assert!(quote.starts_with(begins), "{question}: {quote:?}");
        }
    }

    for question in ["can i borrow a drill bit set", "why is my card red"] {
        let (quote, perhaps) = place.ask(&["--reader", "off", question]);
        assert!(quote.is_empty() || perhaps, "{question}: {quote:?}");
    }
}

#[test]
fn a_question_in_a_list_is_the_same_without_an_article() {
    let place = Place::new(&[("tools.md", TOOLS.as_bytes())]);
    for question in ["where are deposits kept?", "Where are the deposits kept"] {
        let (quote, perhaps) = place.ask(&["--reader", "off", question]);
        assert!(quote.starts_with("In an iron box"), "{question}: {quote:?}");
        assert!(!perhaps, "{question}");
    }
}

#[test]
fn what_stands_under_a_question_is_quoted_whole_unless_a_detail_surely_answers() {
    let place = Place::new(&[("tools.md", TOOLS.as_bytes())]);
    let detail = "In an iron box in the cellar.";
    for (question, quoted) in [
        ("where is the iron box?", detail.to_owned()),
        (
            "Where are the deposits kept?",
            format!("{detail} The sexton counts the coins on Fridays. Only Tove has the key."),
        ),
    ] {
        let (quote, _) = place.ask(&[question]);
        assert_eq!(quote, quoted, "{question}");
    }

    let (quote, _) = place.ask(&["what hangs above the wheel?"]);
    assert!(
        quote.contains("Goggles") && !quote.contains("freezes"),
        "{quote:?}"
    );
}

#[test]
fn who_did_something_else_is_no_answer() {
    let text = "Tarvik is a town of ropemakers. Everybody in Tarvik knows a knot that nobody else knows, and a song about it.\n\n\
        The river Oss runs past the loft. Its water is brown in spring and green in summer, and \
        the boys who fish there sell what they catch to the inn before the bell rings at noon.\n\n\
        Much later the ropewalk belonged to Brandt. Brandt founded a school called Merle, which burned down.\n";
    let place = Place::new(&[("tarvik.txt", text.as_bytes())]);
    let (quote, _) = place.ask(&["who founded tarvik"]);
    assert!(!quote.contains("Merle"), "{quote:?}");
}

#[test]
fn a_heading_that_differs_in_a_particle_is_another_question() {
    let text = "# Bell help\n\nYou can turn off the bell by pulling the red cord.\n\n## How do I turn on the bell?\n\nMove the switch to the right.\n";
    let place = Place::new(&[("bell.md", text.as_bytes())]);
    for reader in [&["--reader", "off"][..], &[]] {
        let (quote, _) = place.ask(&[reader, &["how do I turn off the bell?"]].concat());
        assert!(!quote.starts_with("Move the"), "{quote:?}");
    }
}

#[test]
fn an_article_is_no_item_of_another_article() {
    let text = "# Statutes of the Ferry\n\n## Article 1 – Name\n\n1. The ferry is called Odile.\n2. It lies at Holm.\n\n## Article 2 – Members\n\nWhoever has rowed may join.\n";
    let place = Place::new(&[("statutes.md", text.as_bytes())]);
    for question in ["article 2", "what does article 2 say"] {
        let (quote, _) = place.ask(&[question]);
        assert_eq!(quote, "Whoever has rowed may join.", "{question}");
    }

    let (quote, _) = place.ask(&["article 5"]);
    assert_eq!(quote, "");
}

#[test]
fn a_number_at_the_beginning_of_a_line_may_count_something() {
    let text = "# Pancakes step by step\n\nYou need:\n\n- 2 eggs\n- 1 cup of flour\n\nStep 1: Beat the eggs. Step 2: Add the flour.\n\n10 people at most eat at this table.\n";
    let place = Place::new(&[("pancakes.md", text.as_bytes())]);
    let (quote, _) = place.ask(&["step 2"]);
    assert_eq!(quote, "Step 2: Add the flour.");
    let (quote, _) = place.ask(&["step 10"]);
    assert!(!quote.starts_with("10 people"), "{quote:?}");
}

#[test]
fn lines_that_somebody_says_are_no_meaning_of_the_name() {
    let chat = "Tove: Is the kiln warm?\n\nHale: It is.\n\nTove: Then I go to bed.\n";
    let place = Place::new(&[("chat.txt", chat.as_bytes())]);
    let (quote, _) = place.ask(&["what is a tove"]);
    assert_ne!(quote, "Tove: Is the kiln warm?");
}
