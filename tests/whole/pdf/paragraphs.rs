//! Lines that belong together: entries of lists, columns, words that are broken at the end of a
//! line.

use super::{Sheet, check, show, text};

/// Lines in a type of 11 points, each below the one before and with its left side.
fn lines(lines: &[(f64, &str)]) -> String {
    column(500.0, lines)
}

/// The same from a height on.
fn column(top: f64, lines: &[(f64, &str)]) -> String {
    let shown = lines.iter().zip(0..);
    shown
        .map(|((left, line), n)| show(*left, top - 14.0 * f64::from(n), 11.0, line))
        .collect()
}

/// Where a line begins, and what it says.
type Placed = (f64, &'static str);

/// Checks the paragraphs of pages of lines.
fn check_lines(cases: &[(&[Placed], &[&str])]) {
    for (page, expected) in cases {
        check(lines(page), &expected.join("\n\n"));
    }
}

#[test]
fn entries_with_their_other_lines_further_in_are_paragraphs() {
    check_lines(&[
        // A glossary, with entries of one line.
        (
            &[
                (
                    40.0,
                    "Binnacle: the box in which the compass of a ship stands, so",
                ),
                (60.0, "that nobody touches it."),
                (
                    40.0,
                    "Fog horn: what is blown when the lamp of a tower cannot be",
                ),
                (
                    60.0,
                    "seen by the ships that pass, and by those that stay out.",
                ),
                (
                    40.0,
                    "Lamp: what shines out over the water and over all the rocks.",
                ),
                (
                    40.0,
                    "Oil: what burns in it, and what the ship brings twice a year.",
                ),
                (
                    40.0,
                    "Wick: what burns in the oil, which is never to be cut off by",
                ),
                (60.0, "Nils."),
            ],
            &[
                "Binnacle: the box in which the compass of a ship stands, so that nobody touches it.",
                "Fog horn: what is blown when the lamp of a tower cannot be seen by the ships that pass, \
                 and by those that stay out.",
                "Lamp: what shines out over the water and over all the rocks.",
                "Oil: what burns in it, and what the ship brings twice a year.",
                "Wick: what burns in the oil, which is never to be cut off by Nils.",
            ],
        ),
        // A word is broken, and words in small letters begin the entries.
        (
            &[
                (
                    40.0,
                    "lamp  It shines over the water and is trimmed by the kee-",
                ),
                (
                    58.0,
                    "per at six. The keeper is its master, and nobody else is.",
                ),
                (
                    40.0,
                    "wick  It burns in the oil of the lamp, and the keeper cuts it",
                ),
                (58.0, "at noon."),
            ],
            &[
                "lamp It shines over the water and is trimmed by the keeper at six. The keeper is its \
                 master, and nobody else is.",
                "wick It burns in the oil of the lamp, and the keeper cuts it at noon.",
            ],
        ),
        // Books, and prose that follows them without a gap.
        (
            &[
                (
                    40.0,
                    "[1] Anna Berg, The Light of Sandholm and the Keepers of it,",
                ),
                (56.0, "Kiel 1893."),
                (
                    40.0,
                    "[2] Nils Lund, On Gulls and on the Wind that blows from the",
                ),
                (56.0, "north, Bergen 1911."),
                (
                    40.0,
                    "These are the books that the keeper had on the shelf in the",
                ),
                (
                    40.0,
                    "room below the lamp, and he read them in the winter when",
                ),
                (40.0, "Anna slept."),
            ],
            &[
                "[1] Anna Berg, The Light of Sandholm and the Keepers of it, Kiel 1893.",
                "[2] Nils Lund, On Gulls and on the Wind that blows from the north, Bergen 1911.",
                "These are the books that the keeper had on the shelf in the room below the lamp, and he \
                 read them in the winter when Anna slept.",
            ],
        ),
        // A story, in which an indent begins a paragraph even below a full line.
        (
            &[
                (
                    40.0,
                    "The keeper wound the clock at six and lit the lamp at seven.",
                ),
                (
                    56.0,
                    "Then he sat down at the window and counted the ships that",
                ),
                (
                    40.0,
                    "passed, and he wrote them into the book, which was nearly full.",
                ),
                (56.0, "“Sixteen,” he said."),
                (
                    56.0,
                    "Nobody was there to hear it but the gull on the rail outside",
                ),
                (40.0, "the window."),
            ],
            &[
                "The keeper wound the clock at six and lit the lamp at seven.",
                "Then he sat down at the window and counted the ships that passed, and he wrote them into \
                 the book, which was nearly full.",
                "“Sixteen,” he said.",
                "Nobody was there to hear it but the gull on the rail outside the window.",
            ],
        ),
        // A table of contents.
        (
            &[
                (
                    40.0,
                    "1 The Keeper of the Lamp and what he saw from the tower 12",
                ),
                (
                    56.0,
                    "1.1 The Gull . . . . . . . . . . . . . . . . . . . . . . . . . 14",
                ),
                (
                    56.0,
                    "1.2 The Storm that came over the sea from the north and",
                ),
                (
                    76.0,
                    "took the roof off . . . . . . . . . . . . . . . . . . . . 16",
                ),
            ],
            &[
                "1 The Keeper of the Lamp and what he saw from the tower 12",
                "1.1 The Gull . . . . . . . . . . . . . . . . . . . . . . . . . 14\n\
                 1.2 The Storm that came over the sea from the north and took the roof off \
                 . . . . . . . . . . . . . . . . . . . . 16",
            ],
        ),
    ]);
}

#[test]
fn a_column_below_lines_of_the_full_width_is_prose() {
    let wide = column(
        520.0,
        &[
            (40.0, "This is what the keeper of the light of Sandholm saw"),
            (
                40.0,
                "from the tower in the year 1911, and whom he told of it.",
            ),
        ],
    );
    let left = column(
        480.0,
        &[
            (40.0, "The gull had a broken wing"),
            (40.0, "and sat on the rail of the"),
            (40.0, "tower for nineteen days. He"),
            (40.0, "fed it with the im-"),
            (40.0, "mense herring."),
        ],
    );
    let right = column(
        480.0,
        &[
            (210.0, "Then the wing was whole,"),
            (210.0, "and the gull flew north"),
            (210.0, "over the immense sea with"),
            (210.0, "no word of thanks."),
        ],
    );
    check(
        wide + &left + &right,
        "This is what the keeper of the light of Sandholm saw from the tower in the year 1911, and whom he \
         told of it.\n\n\
         The gull had a broken wing and sat on the rail of the tower for nineteen days. He fed it with the immense herring.\n\n\
         Then the wing was whole, and the gull flew north over the immense sea with no word of thanks.",
    );
}

#[test]
fn short_lines_beside_or_above_the_text_do_not_flow() {
    let body = [
        (
            40.0,
            "The light of the tower is to be lit at six in the winter and",
        ),
        (
            40.0,
            "at nine in the summer, and it is never to go out before the",
        ),
        (40.0, "sun is up."),
    ];
    let below = |above: &[(f64, &str)]| lines(&[above, body.as_slice()].concat());
    let prose = "The light of the tower is to be lit at six in the winter and at nine in the summer, and it \
                 is never to go out before the sun is up.";

    check(
        below(&[
            (220.0, "Mister Nils Lund"),
            (220.0, "The Tower"),
            (220.0, "Sandholm"),
        ]),
        &format!("Mister Nils Lund\nThe Tower\nSandholm\n\n{prose}"),
    );
    check(
        lines(&[
            (40.0, "Light the lamp"),
            (56.0, "Before six"),
            (56.0, "With oil"),
            (40.0, "Count ships"),
        ]),
        "Light the lamp\n\nBefore six\nWith oil\nCount ships",
    );
}

#[test]
fn a_heading_at_the_top_of_a_page_does_not_flow_from_the_page_before() {
    let full = [
        (
            40.0,
            "The light of the tower is to be lit at six in the winter and",
        ),
        (
            40.0,
            "at nine in the summer, and it is never to go out before the",
        ),
        (
            40.0,
            "sun is up, whoever says so, or the ships will not find home.",
        ),
    ];
    let top = show(40.0, 550.0, 11.0, "Important Rules") + &column(515.0, &full);
    let sheet = Sheet {
        pages: vec![lines(&full), top],
        ..Sheet::of(String::new())
    };
    let text = text(&sheet.file());
    assert!(
        text.contains("find home.\n\nImportant Rules\n\nThe light"),
        "{text}"
    );
}

#[test]
fn a_passage_that_is_set_in_on_both_sides_is_prose_and_a_poem_is_none() {
    let around = |inner: &[(f64, &str)]| {
        let above = [
            (
                40.0,
                "The keeper of the light was called Anna Berg, and she had",
            ),
            (
                40.0,
                "kept it for nineteen years. This is what she wrote down:",
            ),
        ];
        column(560.0, &above) + &column(510.0, inner)
    };
    let above = "The keeper of the light was called Anna Berg, and she had kept it for nineteen years. This is \
                 what she wrote down:";

    check(
        around(&[
            (66.0, "Every evening I climbed the one hundred"),
            (66.0, "and twelve steps with a can of oil, and"),
            (66.0, "counted the ships of Sandholm and of the"),
            (66.0, "canal of Kiel."),
        ]),
        &format!(
            "{above}\n\nEvery evening I climbed the one hundred and twelve steps with a can of oil, and \
             counted the ships of Sandholm and of the canal of Kiel."
        ),
    );
    check(
        around(&[
            (66.0, "lamp/oil/in/winter.txt"),
            (66.0, "lamp/oil/in/summer.txt"),
            (66.0, "lamp/wicks/and/box.txt"),
            (66.0, "gull/wings/of/1911.txt"),
        ]),
        &format!(
            "{above}\n\nlamp/oil/in/winter.txt\nlamp/oil/in/summer.txt\nlamp/wicks/and/box.txt\n\
             gull/wings/of/1911.txt"
        ),
    );
    check(
        around(&[
            (66.0, "The lamp is lit, the wind is high and low,"),
            (66.0, "The keeper walks the floor of it alone;"),
            (66.0, "The ships come in, and out again they go,"),
            (66.0, "And some have never found another home."),
        ]),
        &format!(
            "{above}\n\nThe lamp is lit, the wind is high and low,\nThe keeper walks the floor of it alone;\n\
             The ships come in, and out again they go,\nAnd some have never found another home."
        ),
    );
}

#[test]
fn pages_of_very_many_lines_are_read_in_time() {
    let begun = std::time::Instant::now();
    let content: String = (0..4_000)
        .map(|n| {
            show(
                40.0,
                59_000.0 - 14.0 * f64::from(n),
                11.0,
                &format!("keeper {n} and gull"),
            )
        })
        .collect();
    let sheet = Sheet {
        entries: "/MediaBox [0 0 400 60000]",
        ..Sheet::of(content)
    };
    assert!(text(&sheet.file()).contains("keeper 2000 and"));
    assert!(begun.elapsed().as_secs() < 30);
}

#[test]
fn the_rest_of_a_word_that_is_a_word_elsewhere_goes_on_with_it() {
    // "et" is no English word, "or" is; the keepers of the last are called so elsewhere.
    let check = |hyphen: &str, first: &str, rest: &str, expected: &str| {
        let page = lines(&[
            (
                40.0,
                "The doctor of the island went up to the lamp each day,",
            ),
            (
                40.0,
                &format!("and whoever came had what he wanted in his {first}{hyphen}"),
            ),
            (
                40.0,
                &format!("{rest} while the keeper asked of the ships and of the"),
            ),
            (
                40.0,
                "storms that they had seen on their way to the island.",
            ),
        ]);
        let text = text(&Sheet::of(page).file());
        assert!(text.contains(expected), "{hyphen:?}: {text}");
    };
    for hyphen in ["-", "\u{2010}"] {
        check(hyphen, "pock", "et", "his pocket while");
        check(hyphen, "doct", "or", "his doctor while");
    }
    check("\u{2010}", "harb", "or", "his harbor while");
    check("-", "pre", "and", "his pre- and while");
}

#[test]
fn a_hyphen_stays_where_it_belongs_to_the_word() {
    // In German no compound has one before a small letter, though both halves are words.
    check(
        lines(&[
            (40.0, "Die Bücher der Wärter liegen in der Kammer unter der"),
            (
                40.0,
                "Lampe, und wer das Licht nicht kennt, der liest die Wärter-",
            ),
            (
                40.0,
                "bücher und schreibt hinein, was er von den Schiffen sieht.",
            ),
            (
                40.0,
                "Die bücher sind voll, und der Wärter kauft Nadel- und",
            ),
            (
                40.0,
                "Papier in der Stadt, denn das Öl und das Brot sind Hand-",
            ),
            (
                40.0,
                "und Kopfarbeit, wie er sagt, und nicht umsonst zu haben.",
            ),
        ]),
        "Die Bücher der Wärter liegen in der Kammer unter der Lampe, und wer das Licht nicht kennt, der liest \
         die Wärterbücher und schreibt hinein, was er von den Schiffen sieht. Die bücher sind voll, und der \
         Wärter kauft Nadel- und Papier in der Stadt, denn das Öl und das Brot sind Hand- und Kopfarbeit, wie \
         er sagt, und nicht umsonst zu haben.",
    );
    check(
        lines(&[
            (40.0, "The rules stand in /usr/share/common-"),
            (40.0, "licenses and the com-"),
            (40.0, "mon licenses are kept at www.sand-"),
            (40.0, "holm.example by the common kee-"),
            (40.0, "per of /var/-"),
            (40.0, "lamps."),
        ]),
        "The rules stand in /usr/share/common-licenses and the common licenses are kept at \
         www.sand-holm.example by the common keeper of /var/lamps.",
    );
    // One alone, where nothing is broken.
    check(
        lines(&[
            (40.0, "The lamp of the tower was always well-"),
            (40.0, "known at sea, and whoever had seen it in"),
            (40.0, "a storm told others of it all the rest of"),
            (40.0, "their lives, up-"),
            (40.0, "to-date or not."),
        ]),
        "The lamp of the tower was always well-known at sea, and whoever had seen it in a storm told others \
         of it all the rest of their lives, up-to-date or not.",
    );
}
