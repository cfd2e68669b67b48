//! Letters of another size than their line: large initials, marks of notes, exponents.

use super::{Sheet, advance, check, read, show, spell, text};

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
fn a_heading_right_above_an_initial_keeps_its_letters() {
    let content = show(40.0, 487.0, 16.0, "The Light")
        + &show(40.0, 450.0, 50.0, "T")
        + &show(77.0, 474.0, 10.0, "he keeper of the light was Anna Berg,")
        + &show(77.0, 462.0, 10.0, "and she had kept it for nineteen years,")
        + &show(77.0, 450.0, 10.0, "all of them alone.");
    check(
        content,
        "The Light\n\nThe keeper of the light was Anna Berg, and she had kept it for nineteen years, \
         all of them alone.",
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
        "It was 30 m² and x² was 10⁶ on the 21st day.",
    );
    check(
        raised("^1^The sea is wide ^2^and the lamp is small. ^3^He saw it."),
        "1 The sea is wide 2 and the lamp is small. 3 He saw it.",
    );
}

#[test]
fn raised_digits_make_no_other_number_and_no_fraction_loses_its_half() {
    // Raised after a caret, lowered after an underscore, and in the line again after a bar.
    let set = |text: &str| {
        let (mut x, mut size, mut y) = (40.0, 11.0, 500.0);
        text.chars().fold(String::new(), |content, c| {
            match c {
                '^' => (size, y) = (7.0, 504.5),
                '_' => (size, y) = (7.0, 497.5),
                '|' => (size, y) = (11.0, 500.0),
                _ => {}
            }
            if matches!(c, '^' | '_' | '|') {
                return content;
            }
            let shown = show(x, y, size, &c.to_string());
            x += advance(&c.to_string(), size);
            content + &shown
        })
    };

    check(
        set("In 1911^12| it was 10^-3| m, or 2^10|."),
        "In 1911¹² it was 10⁻³ m, or 2¹⁰.",
    );
    check(set("It cost $5^99| a piece^2|."), "It cost $5⁹⁹ a piece.");
    check(
        set("oil and ^1|/_2| cup, then 5^3|/_4| more"),
        "oil and 1/2 cup, then 5 3/4 more",
    );

    // One number over the other.
    for (upper, lower, expected) in [("1", "2", "Take 1/2 cup"), ("7", "16", "Take 7/16 cup")] {
        let line = show(40.0, 500.0, 11.0, "Take ");
        let middle = 40.0 + advance("Take ", 11.0) + 5.0;
        let at = |text: &str| middle - advance(text, 7.0) / 2.0;
        let halves = show(at(upper), 504.5, 7.0, upper) + &show(at(lower), 495.5, 7.0, lower);
        check(
            line + &halves + &show(middle + 5.0, 500.0, 11.0, " cup"),
            expected,
        );
    }
}

#[test]
fn lines_below_an_initial_that_keep_clear_of_it_go_on_with_those_beside_it() {
    let beside = 40.0 + advance("T", 36.0) + 2.0;
    let lines = [
        (beside, "he keeper of the light was called Anna Berg"),
        (beside, "and she had kept it nineteen years, all of"),
        (beside, "them on the rock of Sandholm, and alone"),
        (40.0, "with the gulls that came on the rail to be fed"),
        (40.0, "after which the keeper slept."),
    ];
    let mut y = 490.0;
    let content = lines
        .iter()
        .fold(show(40.0, 472.0, 36.0, "T"), |content, (x, line)| {
            let shown = show(*x, y, 10.0, line);
            y -= 12.0;
            content + &shown
        });
    let text = text(&Sheet::of(content).file());
    assert!(!text.contains("\n\n"), "{text}");
}

#[test]
fn a_space_after_an_initial_makes_a_word_of_it() {
    for (initial, first, expected) in [
        (
            "A",
            " gull lived on the rail of the tower and ate",
            "A gull lived",
        ),
        (
            "I ",
            "am the keeper of the light, and have been for",
            "I am the keeper",
        ),
        (
            "A",
            "fter the storm the light was out. Anna slept",
            "After the storm",
        ),
        (
            "I ",
            "n the winter the light was out. Anna slept on",
            "In the winter",
        ),
        (
            "T",
            " he keeper of the light was called Anna Berg",
            "The keeper",
        ),
    ] {
        let text = text(&Sheet::of(dropped(initial, first, false)).file());
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn a_larger_mark_before_a_line_raises_none_of_it() {
    for (mark, size, y) in [
        ("•", 14.0, 497.0),
        ("1911", 18.0, 496.0),
        ("3", 13.0, 497.5),
    ] {
        check(
            show(40.0, y, size, mark)
                + &show(
                    95.0,
                    500.0,
                    10.0,
                    "The light had 3 keepers and a dog, at 5 crowns",
                ),
            &format!("{mark} The light had 3 keepers and a dog, at 5 crowns"),
        );
    }
    // Nor does a sign with the first letter of the line make an initial.
    check(
        show(40.0, 499.0, 18.0, "+") + &spell(52.0, 500.0, 10.0, "The fee is 7 crowns"),
        "+ The fee is 7 crowns",
    );
}
