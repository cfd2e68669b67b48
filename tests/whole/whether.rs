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
