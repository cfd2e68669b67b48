//! Notes and captions at the foot of a page or a column, in the middle of a sentence.

use super::{Sheet, read, show};

/// Lines of one type, each below the one before.
fn lines(left: f64, top: f64, size: f64, lines: &[&str]) -> String {
    let shown = lines.iter().zip(0..);
    shown
        .map(|(line, n)| show(left, top - 1.25 * size * f64::from(n), size, line))
        .collect()
}

const ABOVE: [&str; 4] = [
    "Anna Berg had kept the light for nineteen years, and",
    "in all that time no ship was lost on the reef below",
    "the tower, for she rang the bell in fog and she never",
    "let the lamp go out, though oil was so dear that the",
];
const BELOW: [&str; 2] = [
    "half of it was more than the year before, and she wrote",
    "for more in every letter of the year. It ended here.",
];
const NOTES: [&str; 3] = [
    "1 Rape oil came from Bergen in casks of forty gallons,",
    "and was pressed there.",
    "2 The letters are lost.",
];

#[test]
fn a_sentence_is_whole_over_the_notes_at_the_foot_of_its_page() {
    let caption = ["The tower as the pilot saw it from his boat."];
    // Of the notes: their lines, and the size of their type.
    let cases: [(&[&str], f64, &[&str]); 3] = [
        (
            &NOTES,
            8.0,
            &[
                "1 Rape oil came from Bergen in casks of forty gallons, and was pressed there.",
                "2 The letters are lost.",
            ],
        ),
        (&NOTES[2..], 10.0, &["2 The letters are lost."]),
        (&caption, 9.0, &caption),
    ];

    for (foot, size, expected) in cases {
        let first = lines(40.0, 560.0, 11.0, &ABOVE) + &lines(40.0, 80.0, size, foot);
        let second = lines(40.0, 560.0, 11.0, &BELOW);
        let two_pages = Sheet {
            pages: vec![first, second],
            ..Sheet::of(String::new())
        };
        let document = read(&two_pages.file()).unwrap();

        let sentence = format!("{} {}", ABOVE.join(" "), BELOW.join(" "));
        assert_eq!(
            document.text.trim_end(),
            format!("{}\n\n{sentence}", expected.join("\n\n"))
        );
        // The second page begins within the paragraph.
        assert!(document.text[document.pages[1]..].starts_with("half of it"));
    }
}

#[test]
fn a_sentence_is_whole_over_the_notes_at_the_foot_of_its_column() {
    let narrow = |lines: [&'static str; 4]| lines.map(|line| &line[..24]);
    let (above, below) = (
        narrow(ABOVE),
        ["sent half of her letters", "back to the old tower."],
    );
    let sheet = lines(20.0, 560.0, 11.0, &above)
        + &lines(20.0, 80.0, 8.0, &NOTES[2..])
        + &lines(220.0, 560.0, 11.0, &below);
    let document = read(&Sheet::of(sheet).file()).unwrap();
    let sentence = [&above[..], &below].concat().join(" ");
    let squeezed: Vec<&str> = document.text.split_whitespace().collect();
    let expected: Vec<&str> = sentence.split_whitespace().collect();
    assert_eq!(squeezed[..5], ["2", "The", "letters", "are", "lost."]);
    assert_eq!(squeezed[5..], expected);
}

#[test]
fn notes_below_a_paragraph_that_has_ended_stand_behind_it() {
    let first = lines(40.0, 560.0, 11.0, &[&ABOVE[..], &["price rose."]].concat())
        + &lines(40.0, 80.0, 8.0, &NOTES[2..]);
    let sheet = Sheet {
        pages: vec![first, lines(52.0, 560.0, 11.0, &["She wrote for more."])],
        ..Sheet::of(String::new())
    };
    let text = read(&sheet.file()).unwrap().text;
    let note = text.find("2 The letters").unwrap();
    assert!(text.find("price rose.").unwrap() < note && note < text.find("She wrote").unwrap());
}
