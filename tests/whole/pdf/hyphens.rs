//! Words that are broken at the end of a line, and stand nowhere else in the text.

use super::{Sheet, check, show, text};

/// Lines of one paragraph.
fn paragraph(texts: &[&str]) -> String {
    let shown = texts.iter().enumerate();
    shown
        .map(|(n, text)| show(40.0, 500.0 - 14.0 * n as f64, 11.0, text))
        .collect()
}

#[test]
fn a_common_word_of_english_is_whole_though_its_halves_are_words() {
    check(
        paragraph(&[
            "The keeper asked how she could ever leave a light. How-",
            "ever she asked, there was nobody out on the rock or un-",
            "der the stand, and so she did not under-",
            "stand what the doct-",
            "or had said to her.",
        ]),
        "The keeper asked how she could ever leave a light. However she asked, there was nobody out on \
         the rock or under the stand, and so she did not understand what the doctor had said to her.",
    );
    // Where the text writes it so, it stays.
    check(
        paragraph(&[
            "The on-line book of the lamp is kept on a line of its",
            "own, and who wants to read the book goes on-",
            "line for it and has no need of the keep-",
            "er, who is out on the rock all day.",
        ]),
        "The on-line book of the lamp is kept on a line of its own, and who wants to read the book goes \
         on-line for it and has no need of the keeper, who is out on the rock all day.",
    );
}

#[test]
fn the_usual_hyphen_breaks_no_word_where_another_does() {
    check(
        paragraph(&[
            "The keepers of the whole coast had founded a co-",
            "operative for their oil and their bread, and the sec\u{2010}",
            "retary of it wrote down every barrel, which the har\u{2010}",
            "bour master signed, before it went to the light.",
        ]),
        "The keepers of the whole coast had founded a co-operative for their oil and their bread, and \
         the secretary of it wrote down every barrel, which the harbour master signed, before it went \
         to the light.",
    );
}

#[test]
fn a_chain_of_words_stays_one() {
    check(
        paragraph(&[
            "She lived on the rock with her brother-in-",
            "law, and read out-of-",
            "print books, with all of the self-con-",
            "trol that her own old sis-",
            "ter had taught her.",
        ]),
        "She lived on the rock with her brother-in-law, and read out-of-print books, with all of the \
         self-control that her own old sister had taught her.",
    );
}

#[test]
fn half_a_german_word_in_an_english_text_stays_one() {
    let content = paragraph(&[
        "The keeper of the light had been told in German of Vor-",
        "und Nachteile of the lamp, and she wrote it down as it",
        "was said, for the men who came with the boat to her rock.",
    ]);
    let text = text(&Sheet::of(content).file());
    assert!(text.contains("of Vor- und Nachteile of"), "{text}");
}

#[test]
fn an_initial_begins_a_word_that_stands_nowhere_else() {
    let check = |initial: &str, first: &str, expected: &str| {
        let content = show(40.0, 472.0, 36.0, initial)
            + &show(68.0, 487.0, 10.0, first)
            + &show(
                68.0,
                472.0,
                10.0,
                "of whom nobody on land had ever heard or read, and",
            )
            + &show(
                40.0,
                457.0,
                10.0,
                "she had kept it nineteen years alone in all weathers.",
            );
        let text = text(&Sheet::of(content).file());
        assert!(text.starts_with(expected), "{text}");
    };
    check(
        "A",
        "lighthouse stood there with its keeper at the top",
        "A lighthouse stood",
    );
    check(
        "A",
        "live and well was the old keeper of the light then",
        "Alive and well",
    );
    check(
        "I",
        "saw her there on the rock with my own eyes one day",
        "I saw her",
    );
}
