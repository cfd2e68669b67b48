//! Where sentences end, in several languages.

use super::*;

fn check(text: &str, expected: &[&str]) {
    check_in(Language::English, text, expected);
}

fn check_in(language: Language, text: &str, expected: &[&str]) {
    let found: Vec<&str> = sentences(text, 0..text.len(), language)
        .into_iter()
        .map(|s| &text[s.range])
        .collect();
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn sentences_end_where_a_reader_would_end_them() {
    check("One. Two! Three?", &["One.", "Two!", "Three?"]);
    check(
        "Mr. Smith met Dr. Jones. They ate.",
        &["Mr. Smith met Dr. Jones.", "They ate."],
    );
    check(
        "\"Stop!\" said he. She ran.",
        &["\"Stop!\" said he.", "She ran."],
    );
    check(
        "It cost $0.15 a GB. Then 10 cents.",
        &["It cost $0.15 a GB.", "Then 10 cents."],
    );
    check(
        "See p. 4 and No. 7. The U.S. economy grew.",
        &["See p. 4 and No. 7.", "The U.S. economy grew."],
    );
    check(
        "J. K. Rowling wrote it. It was I. You knew.",
        &["J. K. Rowling wrote it.", "It was I.", "You knew."],
    );
    check(
        "He met Dr. J.R.R. Barr, Ph.D., and J.-P. Orr. A.B. Ives sang. She left the U.S. Barr stayed. It was B.C.E. He knew.",
        &[
            "He met Dr. J.R.R. Barr, Ph.D., and J.-P. Orr.",
            "A.B. Ives sang.",
            "She left the U.S.",
            "Barr stayed.",
            "It was B.C.E.",
            "He knew.",
        ],
    );
    check(
        "A hard\nwrapped line. And\r\nanother.",
        &["A hard\nwrapped line.", "And\r\nanother."],
    );
    check(
        "He left (for good.) \"Why?\" Nobody knew.",
        &["He left (for good.)", "\"Why?\"", "Nobody knew."],
    );

    check(
        "One line\u{2028}and another.\u{2028}Three\u{85}four.",
        &["One line\u{2028}and another.", "Three\u{85}four."],
    );
    check("  \n ", &[]);
    check("no end", &["no end"]);
}

#[test]
fn sentences_end_as_their_language_ends_them() {
    check_in(
        Language::German,
        "Am 3. Mai kam Hr. Weiß, z.B. mit Dr. Ott. „Halt!“ rief er. Es war kalt.",
        &[
            "Am 3. Mai kam Hr. Weiß, z.B. mit Dr. Ott.",
            "„Halt!“ rief er.",
            "Es war kalt.",
        ],
    );
    check_in(
        Language::French,
        "M. Leroy entra. « Quoi ! » dit-il. Il sortit.",
        &["M. Leroy entra.", "« Quoi ! » dit-il.", "Il sortit."],
    );
    check_in(
        Language::Spanish,
        "¿Quién es? El Sr. Gil. ¡Ya!",
        &["¿Quién es?", "El Sr. Gil.", "¡Ya!"],
    );
    check_in(
        Language::Russian,
        "А. С. Пушкин жил на ул. Мойка. Он писал.",
        &["А. С. Пушкин жил на ул. Мойка.", "Он писал."],
    );
    check_in(
        Language::Chinese,
        "灯亮了。“谁？”他问。没人。",
        &["灯亮了。", "“谁？”", "他问。", "没人。"],
    );
    check_in(
        Language::Japanese,
        "「行くぞ。」と彼は言った。雨だ。",
        &["「行くぞ。」と彼は言った。", "雨だ。"],
    );
    check_in(
        Language::Japanese,
        "雨だ。晴れ。「",
        &["雨だ。", "晴れ。「"],
    );
    check_in(
        Language::Arabic,
        "من هو؟ هو الحارس.",
        &["من هو؟", "هو الحارس."],
    );
}

#[test]
fn who_speaks_in_a_play_belongs_to_what_is_said() {
    check(
        "MARTHA. I ate it. All of it.",
        &["MARTHA. I ate it.", "All of it."],
    );
    check(
        "Night.\nOLD NILS. Who is there?\nANNE-MARIE O’HARA. It is I.",
        &[
            "Night.",
            "OLD NILS. Who is there?",
            "ANNE-MARIE O’HARA. It is I.",
        ],
    );
    check_in(
        Language::Russian,
        "АННА. Кто там? Войдите.",
        &["АННА. Кто там?", "Войдите."],
    );
    // Not at the beginning of a line, or no name.
    check("He cried STOP. She did.", &["He cried STOP.", "She did."]);
    check("We left. NASA. So.", &["We left.", "NASA.", "So."]);
    check("Martha. I ate it.", &["Martha.", "I ate it."]);
    check(
        "THE KEEPER WAS NOT THERE. So.",
        &["THE KEEPER WAS NOT THERE.", "So."],
    );
}

#[test]
fn a_paragraph_of_any_sentences_is_cut_in_no_time_to_speak_of() {
    for piece in [
        "Ab.\u{2029}",
        "A.\u{85}",
        "Ab.) ",
        "\"Ab!\" ",
        "灯。「",
        "?!… ",
        "Ab.\u{a0}\u{2028}",
    ] {
        for language in [Language::English, Language::German, Language::Japanese] {
            let text = piece.repeat(300_000 / piece.len());
            let began = std::time::Instant::now();
            assert!(!sentences(&text, 0..text.len(), language).is_empty());
            // Minutes where each end is looked at from the beginning of the paragraph.
            assert!(
                began.elapsed() < std::time::Duration::from_secs(10),
                "{piece:?} {language:?}"
            );
        }
    }
}

#[test]
fn an_overlong_sentence_is_cut_into_marked_pieces() {
    let text = "x".repeat(MAX_BYTES * 2 + 5);
    let found = sentences(&text, 0..text.len(), Language::English);
    assert_eq!(
        found.iter().map(|s| s.range.len()).sum::<usize>(),
        text.len()
    );
    assert_eq!(found.len(), 3);

    assert_eq!(
        found[0].cut,
        Cut {
            before: false,
            after: true
        }
    );
    assert_eq!(
        found[1].cut,
        Cut {
            before: true,
            after: true
        }
    );
    assert_eq!(
        found[2].cut,
        Cut {
            before: true,
            after: false
        }
    );
}
