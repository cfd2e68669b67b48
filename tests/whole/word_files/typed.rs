//! Chapters that were typed as any paragraph, in a larger type or bold perhaps.

use super::{paragraph, parts, places, read};

#[test]
fn chapters_that_are_typed_as_paragraphs_are_places() {
    let check = |lines: &[&str], expected: &[(&str, &str)]| {
        let body: String = lines.iter().map(|line| paragraph("", line)).collect();
        let document = read(&parts(&body, &[])).unwrap();
        let found = places(&document);
        let found: Vec<_> = found
            .iter()
            .map(|(path, text)| (path.as_str(), *text))
            .collect();
        assert_eq!(found, expected);
    };
    let text = "The keeper lit the lamp, and she slept.";

    check(
        &[
            "The Lamp",
            "Chapter 1",
            "The Tower",
            text,
            text,
            "Chapter Two",
            text,
        ],
        &[
            ("", "The Lamp"),
            ("Chapter 1 The Tower", text),
            ("Chapter 1 The Tower", text),
            ("Chapter Two", text),
        ],
    );
    check(
        &[
            "Prolog",
            text,
            "1. Kapitel: Der Turm",
            text,
            "2. Kapitel: Das Meer",
            text,
        ],
        &[
            ("Prolog", text),
            ("1. Kapitel: Der Turm", text),
            ("2. Kapitel: Das Meer", text),
        ],
    );

    check(
        &["Session 1: The Well", text, "Session 2 - The Kettle", text],
        &[
            ("Session 1: The Well", text),
            ("Session 2 - The Kettle", text),
        ],
    );

    // Boxes to tick are no title.
    let form = ["Part 1", "☒ Keeper ☐ Guest", "Part 2", text];
    check(&form, &[("Part 1", form[1]), ("Part 2", text)]);

    // What says something of a chapter is a paragraph.
    let summary = [
        "Chapter 1: How the lamp works. It burns oil and needs a wick.",
        "Many readers like it.",
        "Chapter 2: How to mend the clock. You need some oil.",
        "Chapter 3 (Lind 2001) says that they are new.",
        "Chapter 4 tells of the wreck and of the men that came from it in a boat",
    ];
    check(&summary, &summary.map(|line| ("", line)));

    // One alone may be named by chance, and so may two that do not count on.
    check(&["Chapter 7", text], &[("", "Chapter 7"), ("", text)]);
    check(
        &["Chapter 7", text, "Chapter 3", text],
        &[("", "Chapter 7"), ("", text), ("", "Chapter 3"), ("", text)],
    );
}
