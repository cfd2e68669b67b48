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
            "314 silver spoons, wrapped in sailcloth",
            "+three +hundred +and +fourteen -314 silver spoons wrapped in sailcloth",
        ),
        (
            "In the chest lay 314",
            "In the chest lay +three -314 +hundred +and +fourteen",
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
