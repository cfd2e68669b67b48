//! What a quotation lacks, and what it has instead, at its edges and inside.

use super::{check_message, library_of, told};

const TEXT: &str = "\
The Lock

“The sluice is not open yet,” said Ottilie, and laid the key under the lamp.

Nobody asked her. It rained on a Thursday. Anselm Crake, who trusted no clock, never wound it.

He was no miser; he was only, as his cousin Ottilie would have it, a man who counted buttons for company. In the chest \
lay three hundred and fourteen silver spoons, wrapped in sailcloth.

The letter said, in her own father's hand, that the barge was promised to a boy. The painter J. R. Marlow lodged with \
Mrs Tench. By Easter the water stood at nine feet. We are not asleep yet. She did not weep. It was not a seal.
";

#[test]
fn what_stands_there_is_paired_and_what_is_replaced_is_shown_whole() {
    let library = library_of(TEXT);

    for (message, expected) in [
        // A word that is left out is seen, in a short quotation, too.
        ("The sluice is open yet", "The sluice is +not open yet"),
        ("“We are asleep yet” - Ottilie", "We are +not asleep yet"),
        ("She did weep", "She did +not weep"),
        ("It rained Thursday", "It rained +on +a Thursday"),
        ("It was a seal", "It was +not a seal"),
        // So is a long insertion behind a few small words.
        (
            "he was only a man who counted buttons for company",
            "he was only +as +his +cousin +Ottilie +would +have +it a man who counted buttons for company",
        ),
        (
            "But he was just a man who counted buttons for company",
            "-But he was +only +as +his +cousin +Ottilie +would +have +it -just a man who counted buttons for company",
        ),
        (
            "the letter said the barge was promised to a boy",
            "The letter said +in +her +own +father's +hand +that the barge was promised to a boy",
        ),
        // One word at the edge stands there, if it is close by.
        (
            "the J.R. Marlow lodged with Mrs Tench",
            "The +painter J. R Marlow lodged with Mrs Tench",
        ),
        ("the key under her lamp", "the key under +the -her lamp"),
        // A word may replace several.
        (
            "315 silver spoons, wrapped in sailcloth",
            "+three +hundred +and +fourteen -315 silver spoons wrapped in sailcloth",
        ),
        (
            "In the chest lay 315",
            "In the chest lay +three -315 +hundred +and +fourteen",
        ),
        ("We're not asleep yet", "+We +are -We're not asleep yet"),
        ("They're not asleep yet", "+We +are -They're not asleep yet"),
        ("It wasn't a seal", "It +was +not -wasn't a seal"),
    ] {
        let parts = check_message(&[&library], message).unwrap().parts;
        let found = parts.first().and_then(|part| part.found.as_ref());
        let told = found.map(|found| told(&library, &found.comparison));
        assert_eq!(told.as_deref(), Some(expected), "{message}: {parts:?}");
    }
}

#[test]
fn a_number_in_figures_is_the_same_in_words_but_not_word_for_word() {
    let text = "The Toll\n\nTwelve thousand geese crossed the bridge for forty-two shillings. The toll was £3 in 1702, and \
                the third keeper kept it.\n";
    let library = library_of(text);

    for (message, expected) in [
        ("12,000 geese crossed the bridge for 42 shillings.", "🟡"),
        ("42 shillings", "🟡"),
        ("forty two shillings", "✅"),
        (
            "12000 geese crossed the bridge for forty two shillings.",
            "🟡",
        ),
        (
            "Twelve thousand geese crossed the bridge for forty two shillings.",
            "✅",
        ),
        (
            "The toll was £3 in 1702, and the third keeper kept it.",
            "✅",
        ),
        ("12,500 geese crossed the bridge for 42 shillings.", "🟡"),
        (
            "Twelve thousand geese crossed the bridge for 43 shillings.",
            "🟡",
        ),
        (
            "The toll was £4 in 1702, and the third keeper kept it.",
            "🟡",
        ),
    ] {
        assert_eq!(super::verdicts(&library, message), expected, "{message}");
    }

    let found = super::found(
        &library,
        "12,000 geese crossed the bridge for 42 shillings.",
    );
    assert_eq!(found.places(), 2);
    assert_eq!(
        told(&library, &found),
        "+Twelve thousand -12,000 geese crossed the bridge for +forty-two -42 shillings"
    );
}

#[test]
fn a_word_or_two_are_no_quotation_that_lacks_some() {
    let library = library_of(TEXT);
    for message in ["Nobody wept", "The rained Thursday", "key spoons boy"] {
        let parts = check_message(&[&library], message).unwrap().parts;
        assert!(parts.iter().all(|part| part.found.is_none()), "{parts:?}");
    }
}

#[test]
fn an_ellipsis_stands_for_as_little_as_it_can() {
    let text = "The Seal\n\nThe sea is at once a road and a wall. Whoever walks there keeps no coat dry. \
                Nobody asked the sea.\n\nThe sea is never dry.\n";
    let library = library_of(text);
    let parts = check_message(&[&library], "The sea is... dry.")
        .unwrap()
        .parts;
    let found = &parts[0].found.as_ref().unwrap().comparison;
    assert_eq!(library.text(found.span).unwrap(), "The sea is never dry.");
}

#[test]
fn who_said_something_is_no_part_of_it() {
    let library = library_of(TEXT);

    for message in [
        "Marlow schrieb, dass it rained on a Thursday",
        "As Anselm Crake said, we are not asleep yet.",
    ] {
        assert_eq!(super::verdicts(&library, message), "✅", "{message}");
    }

    for message in [
        "Marlow wrote that rained on a Thursday",
        // Words that anybody says, a question, a denial.
        "Marlow wrote that nobody asked her.",
        "who said it rained on a Thursday",
        "Marlow never said that it rained on a Thursday",
    ] {
        assert_ne!(super::verdicts(&library, message), "✅", "{message}");
    }
}

const MILL: &str = "\
The Mill

The miller sleeps with one eye open. It is vain of the crow, since no bird in the whole valley has ever paid for its corn \
with anything but noise, and nobody scolds it. “A wheel that creaks will turn until the morning comes,” said Ottilie.

Rats do not read the lease.
";

#[test]
fn what_is_said_about_a_sentence_of_the_text_is_no_part_of_it() {
    let library = library_of(MILL);

    for message in [
        "is it true that the miller sleeps with one eye open?",
        "Did you know that the miller sleeps with one eye open",
        "wait, so the miller sleeps with one eye open?",
        "didn't Vale write that the miller sleeps with one eye open?",
        "According to the lease, rats do not read the lease.",
        "as the saying goes, rats do not read the lease",
        "did imogen vale really say rats do not read the lease",
        "In der Mühle am Bach steht: rats do not read the lease",
        "Imogen Vale said No bird in the whole valley has ever paid for its corn",
        "Imogen Vale once wrote this line: No bird in the whole valley has ever paid for its corn",
        "no bird in the whole valley has ever paid for its corn, wrote Vale",
        "no bird in the whole valley has ever paid for its corn 🔥🔥 so true",
        "the miller sleeps with one eye open, as Imogen Vale wrote",
        "as Vale said, the miller sleeps with one eye open, according to the book",
    ] {
        assert_eq!(super::verdicts(&library, message), "✅", "{message}");
    }

    for message in [
        "it is not true that the miller sleeps with one eye open",
        "It's false that the miller sleeps with one eye open.",
        "the miller sleeps with one eye open, said nobody",
        "nobody ever claimed that rats do not read the lease",
        "he owes us nothing and the miller sleeps with one eye open",
        "Vale said the crow was dead. And that the miller sleeps with one eye open",
        "Vale wrote “the crow is dead”, and that the miller sleeps with one eye open",
        "Vale said it is vain of the cat, since no bird in the whole valley has ever paid for its corn",
        "as Vale said, the miller sleeps with no eye open",
        "is it true that it is wise of the crow, since no bird in the whole valley has ever paid for its corn?",
        "a wheel that creaks will turn until the morning comes, said Anselm",
        "a wheel that creaks will turn until the morning comes, cried Anselm",
    ] {
        assert_eq!(super::verdicts(&library, message), "🟡", "{message}");
    }
}

#[test]
fn strange_words_beside_a_quotation_are_not_held_against_those_of_the_text() {
    let library = library_of(MILL);

    for (message, expected) in [
        (
            "This poor friend must put up with all of us: no bird in the whole valley has ever paid for its corn",
            "-This -poor -friend -must -put -up -with -all -of -us no bird in the whole valley has ever paid for its corn",
        ),
        (
            "no bird in the whole valley has ever paid for its corn 🔥 bring bread",
            "no bird in the whole valley has ever paid for its corn -bring -bread",
        ),
        (
            "it is not true that the miller sleeps with one eye open",
            "-it -is -not -true -that The miller sleeps with one eye open",
        ),
    ] {
        let found = super::found(&library, message);
        assert_eq!(told(&library, &found), expected, "{message}");
    }
}

#[test]
fn the_second_half_of_a_sentence_is_not_taken_for_who_said_the_first() {
    let library = library_of("The Seal\n\nYou cannot bargain with the sea—I found that out.\n");
    let message = "You cannot bargain with the sea -- I found that out. (The Seal, ch. 3)";

    let parts = check_message(&[&library], message).unwrap().parts;
    let found = &parts[0].found.as_ref().unwrap().comparison;

    assert!(
        library
            .text(found.span)
            .unwrap()
            .ends_with("I found that out.")
    );
}
