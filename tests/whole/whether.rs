//! Questions that may be answered with yes.

use crate::support::Place;

/// The house rules of a rowing club.
const BOATHOUSE: &str = "\
# The boathouse

Life jackets hang by the door. Members may borrow the green boat on weekdays. The green boat may not be taken out in \
fog. Oars are kept upstairs.

## House rules

- Dogs: they may ride along. They may not be left alone in the boathouse.
- Keys: ask Ansel.

## The slipway

Wax comes from the cupboard. Do not use soap on the slipway.
";

#[test]
fn what_may_be_answered_with_yes_is_shown_what_is_told_of_it() {
    let text = "# The Sauna\n\nChildren under six stay in the yard; older ones come in with a grown-up. Salt water is allowed on the stones. Please leave phones in the lockers.\n";
    let place = Place::new(&[("sauna.md", text.as_bytes())]);
    let (quote, _) = place.ask(&["can children come in?"]);
    assert!(quote.starts_with("Children under six"), "{quote:?}");

    let (quote, _) = place.ask(&["is the moon inhabited?"]);
    assert_eq!(quote, "");
}

#[test]
fn the_sentence_that_has_more_of_the_question_is_shown() {
    let place = Place::new(&[("boathouse.md", BOATHOUSE.as_bytes())]);
    for (question, quoted) in [
        (
            "can i take out the green boat in fog",
            "may not be taken out in fog",
        ),
        ("can i use soap on the slipway", "Do not use soap"),
    ] {
        let (quote, is_perhaps) = place.ask(&[question]);
        assert!(quote.contains(quoted), "{question}: {quote:?}");
        assert!(!is_perhaps, "{question}");
    }
}

#[test]
fn an_item_of_a_list_is_shown_whole() {
    let place = Place::new(&[("boathouse.md", BOATHOUSE.as_bytes())]);
    let (quote, _) = place.ask(&["can dogs ride along?"]);
    assert_eq!(
        quote,
        "• Dogs: they may ride along. They may not be left alone in the boathouse."
    );
}

#[test]
fn a_contrast_behind_the_sentence_is_shown_with_it() {
    let text = "# The Lodge\n\nBreakfast is included in the price. Lunch is not. Towels can be borrowed at the desk.\n";
    let place = Place::new(&[("lodge.md", text.as_bytes())]);
    let (quote, _) = place.ask(&["is lunch included?"]);
    assert!(quote.contains("Lunch is not."), "{quote:?}");
}

#[test]
fn what_somebody_asks_is_no_answer_by_itself() {
    let text = "# Mails\n\n[09:10] priya: i asked them whether the lift works from the cellar\n[09:14] ops: not since May\n\nA tenant asked whether parrots are allowed in the flats.\n";
    let place = Place::new(&[("mails.md", text.as_bytes())]);
    let (quote, _) = place.ask(&["does the lift work from the cellar"]);
    assert!(quote.contains("not since May"), "{quote:?}");

    let (quote, is_perhaps) = place.ask(&["are parrots allowed in the flats"]);
    assert!(quote.is_empty() || is_perhaps, "{quote:?}");
}

#[test]
fn a_quote_has_more_than_half_of_what_is_asked() {
    let text = "# The Duet\n\n– To a singer. Her name is Carlotta, and Bastian met her in Trieste.\n\n– Then play.\n";
    let place = Place::new(&[("duet.md", text.as_bytes())]);
    let (quote, _) = place.ask(&["is bastian married"]);
    assert_eq!(quote, "");
}

#[test]
fn a_paragraph_that_begins_with_a_number_is_no_item() {
    let text = "# The Mill\n\n1847 was the year of the flood. The wheel broke and the miller drowned in the race.\n";
    let place = Place::new(&[("mill.md", text.as_bytes())]);
    let (quote, _) = place.ask(&["who drowned in the race"]);
    assert_eq!(quote, "The wheel broke and the miller drowned in the race.");
}
