//! Letters of another size than their line: large initials, marks of notes, exponents.

use super::{Sheet, advance, check, read, show, text};

/// A letter of 36 points beside three lines, the first of which `first` begins.
fn dropped(initial: &str, first: &str, is_late: bool) -> String {
    let letter = show(40.0, 472.0, 36.0, initial);
    let beside = 40.0 + advance(initial, 36.0) + if initial.starts_with('"') { 3.0 } else { 2.0 };
    let lines = show(beside, 490.0, 10.0, first)
        + &show(
            beside,
            478.0,
            10.0,
            "and she had kept it nineteen years, all of them",
        )
        + &show(
            40.0,
            466.0,
            10.0,
            "alone with the gulls, which came on the rail to be fed.",
        )
        + &show(40.0, 454.0, 10.0, "After that the keeper slept.");
    let heading = show(40.0, 560.0, 16.0, "The Light");
    if is_late {
        heading + &lines + &letter
    } else {
        heading + &letter + &lines
    }
}

#[test]
fn a_large_initial_begins_the_word_beside_it() {
    let check = |initial: &str, first: &str, expected: &str| {
        for is_late in [false, true] {
            let text = text(&Sheet::of(dropped(initial, first, is_late)).file());
            let paragraph = text.split("\n\n").nth(1).unwrap();
            assert!(paragraph.starts_with(expected), "{text}");
            assert!(
                paragraph.contains("\n")
                    || paragraph.contains("and she had kept it nineteen years"),
                "{text}"
            );
        }
    };

    check(
        "T",
        "he keeper of the light was called Anna Berg, see",
        "The keeper of the light was called Anna Berg, see and she",
    );
    check(
        "A",
        "keeper of the light was called Anna Berg, as was",
        "A keeper of the light",
    );
    check(
        "A",
        "fter the storm the light was out. Anna Berg slept",
        "After the storm",
    );
    check(
        "I",
        "n the winter the light was out. Anna Berg slept on",
        "In the winter",
    );
    check(
        "\"N",
        "obody is here,\" said the keeper of the light to us",
        "\"Nobody is here,\"",
    );

    // An initial that stands up from its line.
    let line = show(40.0, 500.0, 36.0, "T")
        + &show(
            66.0,
            500.0,
            10.0,
            "he keeper of the light was called Anna Berg.",
        );
    let document = read(&Sheet::of(line).file()).unwrap();
    assert_eq!(
        document.text.trim(),
        "The keeper of the light was called Anna Berg."
    );
    assert!(
        document
            .sections
            .iter()
            .all(|section| section.path.is_empty())
    );
}

#[test]
fn marks_of_notes_are_no_text_and_exponents_are() {
    let raised = |text: &str| {
        let mut x = 40.0;
        text.split('^')
            .enumerate()
            .fold(String::new(), |content, (n, part)| {
                let (size, rise) = if n % 2 == 0 { (11.0, 0.0) } else { (7.0, 4.5) };
                let shown = show(x, 500.0 + rise, size, part);
                x += advance(part, size);
                content + &shown
            })
    };

    check(
        raised("The lamp burnt rape oil.^1^ It was bright in the keeper^2^ house."),
        "The lamp burnt rape oil. It was bright in the keeper house.",
    );
    check(
        raised("She drank tea,^12,13^ then slept.^*^"),
        "She drank tea, then slept.",
    );
    check(
        raised("It was 30 m^2^ and x^2^ was 10^6^ on the 21^st^ day."),
        "It was 30 m2 and x2 was 106 on the 21st day.",
    );
}
