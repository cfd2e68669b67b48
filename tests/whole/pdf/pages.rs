//! What stands at the edge of pages, and the bookmarks that lead to them.

use super::{Sheet, check, hex, read, show, show_rtl, text};
use crate::books;

#[test]
fn a_stamp_at_the_margin_is_not_read_but_a_page_half_on_its_side_is() {
    let upright = |lines: usize| {
        (0..lines)
            .map(|n| {
                show(
                    60.0,
                    500.0 - 14.0 * n as f64,
                    11.0,
                    "She kept the light for years and",
                )
            })
            .collect::<String>()
    };
    let aside = |lines: usize| {
        let line = |n: usize| {
            format!(
                "BT /F1 9 Tf 0 1 -1 0 {} 60 Tm <{}> Tj ET ",
                20 + 12 * n,
                hex("Oil was nine crowns a barrel then and")
            )
        };
        (0..lines).map(line).collect::<String>()
    };

    let stamp = text(&Sheet::of(upright(3) + &aside(1)).file());
    assert!(
        stamp.contains("She kept") && !stamp.contains("Oil"),
        "{stamp}"
    );
    let both = text(&Sheet::of(upright(12) + &aside(10)).file());
    assert!(
        both.contains("She kept") && both.matches("Oil was nine").count() == 10,
        "{both}"
    );
}

#[test]
fn a_word_at_the_top_of_each_page_is_no_number_of_a_page() {
    let page = |top: &str, n: usize| {
        show(40.0, 570.0, 11.0, top)
            + &show(
                40.0,
                300.0,
                11.0,
                &format!("Chapter text number {n} stands here."),
            )
    };
    let pages = |tops: [&str; 3]| Sheet {
        pages: tops
            .iter()
            .enumerate()
            .map(|(n, top)| page(top, n))
            .collect(),
        ..Sheet::of(String::new())
    };

    let words = text(&pages(["Civil law", "Civil", "Ill"]).file());
    assert!(
        words.contains("Civil law") && words.contains("Ill"),
        "{words}"
    );
    let numbers = text(&pages(["xiv", "xv", "xvi"]).file());
    assert!(!numbers.contains("xv"), "{numbers}");
}

#[test]
fn a_running_head_whose_number_changes_sides_is_one() {
    let page = |head: &str| {
        show(40.0, 570.0, 11.0, head)
            + &show(
                40.0,
                300.0,
                11.0,
                &format!("She kept it, said {}.", head.len()),
            )
    };
    let sheet = Sheet {
        pages: ["THE LIGHT", "2 THE LIGHT", "THE LIGHT 3"]
            .map(page)
            .to_vec(),
        ..Sheet::of(String::new())
    };
    assert!(!text(&sheet.file()).contains("LIGHT"));
}

#[test]
fn a_number_of_a_page_above_a_wide_margin_is_none_of_the_text() {
    let pages = |below: f64| {
        let page = |n: usize| {
            show(40.0, 300.0, 11.0, "The keeper wound the clock and")
                + &show(40.0, 140.0, 11.0, "then he went up to the")
                + &show(40.0, 140.0 - below, 11.0, &n.to_string())
        };
        let sheet = Sheet {
            pages: (1..=3).map(page).collect(),
            ..Sheet::of(String::new())
        };
        text(&sheet.file())
    };

    let apart = pages(30.0);
    assert!(!apart.contains(char::is_numeric), "{apart}");
    // Right below the text it is a line of it.
    let close = pages(14.0);
    assert!(close.contains('2'), "{close}");
}

#[test]
fn bookmarks_lead_to_their_pages_by_each_kind_of_destination() {
    let stream = |content: &str| {
        format!(
            "<< /Length {} >>\nstream\n{content}endstream",
            content.len()
        )
    };
    let line = |text: &str| stream(&format!("BT /F1 11 Tf 72 700 Td ({text}) Tj ET\n"));
    let page = |contents: usize| {
        format!(
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents {contents} 0 R >>"
        )
    };
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /Outlines 11 0 R /Dests << /old [7 0 R /Fit] >> /Names << /Dests << /Kids [17 0 R] >> >> >>".to_owned(),
        "<< /Type /Pages /Kids [5 0 R 7 0 R 9 0 R] /Count 3 /MediaBox [0 0 612 792] >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        "<< /Title (The Light) >>".to_owned(),
        page(6),
        line("Anna climbed the tower."),
        page(8),
        line("The ship ran aground."),
        page(10),
        line("The gull slept."),
        "<< /First 12 0 R /Last 16 0 R >>".to_owned(),
        "<< /Title (One) /Dest [5 0 R /Fit] /Next 13 0 R >>".to_owned(),
        "<< /Title <feff0054007700f6> /Dest /old /Next 16 0 R /First 14 0 R >>".to_owned(),
        "<< /Title (Under two) /A << /S /GoTo /D [7 0 R /Fit] >> /Next 15 0 R >>".to_owned(),
        // It leads nowhere, and what follows it is in a circle.
        "<< /Title (Nowhere) /Dest (none) /Next 14 0 R >>".to_owned(),
        "<< /Title (Three) /A << /S /GoTo /D (third) >> /Next 12 0 R >>".to_owned(),
        "<< /Names [(third) << /D [9 0 R /Fit] >>] >>".to_owned(),
    ];

    let document = read(&books::pdf_of_objects(&objects)).unwrap();
    let sections: Vec<String> = document
        .sections
        .iter()
        .map(|section| section.path.join(" › "))
        .filter(|path| !path.is_empty())
        .collect();
    assert_eq!(sections, ["One", "Twö › Under two", "Three"]);
}

#[test]
fn a_bookmark_begins_where_it_leads_to_on_its_page() {
    let line = |y: u32, text: &str| format!("BT /F1 11 Tf 72 {y} Td ({text}) Tj ET\n");
    let content = [
        line(700, "The tower stands on a rock in the sea."),
        line(660, "2.1 Strings of the lamp"),
        line(640, "They are as long as the tower is high."),
        line(600, "2.2 Wicks of the lamp"),
        line(580, "They burn in the oil that the ship brings."),
        line(540, "The gull lives on the rail and eats"),
        line(526, "herring out of the hand of Anna Berg."),
        line(486, "Nobody knows how old it is."),
    ]
    .concat();

    let bookmark = |title: &str, target: &str, next: usize| {
        format!("<< /Title ({title}) /Dest [5 0 R {target}] /Next {next} 0 R >>")
    };
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /Outlines 7 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [5 0 R] /Count 1 /MediaBox [0 0 612 792] >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        "<< /Title (The Light) >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents 6 0 R >>"
            .to_owned(),
        format!(
            "<< /Length {} >>\nstream\n{content}endstream",
            content.len()
        ),
        "<< /First 8 0 R /Last 12 0 R >>".to_owned(),
        bookmark("Place", "/XYZ 72 712 0", 9),
        bookmark("2.1 Strings", "/XYZ null 672 null", 10),
        bookmark("2.2 Wicks", "/FitH 612", 11),
        bookmark("Gull", "/FitR 0 400 612 552", 12),
        bookmark("Age", "/FitBH 498", 8),
    ];

    let document = read(&books::pdf_of_objects(&objects)).unwrap();
    let ends = document.sections.iter().skip(1).map(|next| next.start);
    let ends = ends.chain([document.text.len()]);
    let found: Vec<(String, &str)> = document
        .sections
        .iter()
        .zip(ends)
        .map(|(section, end)| {
            let own = document.text[section.start..end].trim();
            (
                section.path.join(" › "),
                own.lines().last().unwrap_or_default(),
            )
        })
        .collect();
    let expected = [
        ("Place", "The tower stands on a rock in the sea."),
        (
            "2.1 Strings of the lamp",
            "They are as long as the tower is high.",
        ),
        (
            "2.2 Wicks of the lamp",
            "They burn in the oil that the ship brings.",
        ),
        (
            "Gull",
            "The gull lives on the rail and eats herring out of the hand of Anna Berg.",
        ),
        ("Age", "Nobody knows how old it is."),
    ];
    assert_eq!(found, expected.map(|(path, end)| (path.to_owned(), end)));
}

#[test]
fn numbers_and_bullets_that_are_drawn_last_stand_before_their_items() {
    let items = [
        "No fire may burn.",
        "No dog may climb.",
        "No gull may sleep.",
    ];
    let list = |markers: [&str; 3]| {
        let heights = [500.0, 486.0, 472.0];
        let mut content = String::new();
        for (item, y) in items.iter().zip(heights) {
            content += &show(60.0, y, 11.0, item);
        }
        for (marker, y) in markers.iter().zip(heights) {
            content += &show(44.0, y, 11.0, marker);
        }
        content
    };
    for markers in [["1.", "2.", "3."], ["(a)", "(b)", "(c)"], ["•", "•", "•"]] {
        let lines: Vec<String> = markers
            .iter()
            .zip(items)
            .map(|(marker, item)| format!("{marker} {item}"))
            .collect();
        check(list(markers), &lines.join("\n\n"));
    }

    // Items of more lines than one.
    let long = [
        (
            60.0,
            500.0,
            "No fire may burn in the oil room of the tower at any time",
        ),
        (60.0, 486.0, "of the day or of the night."),
        (
            60.0,
            472.0,
            "No dog may climb to the lamp, since it is afraid of light.",
        ),
        (44.0, 500.0, "1."),
        (44.0, 472.0, "2."),
    ];
    let content = long.map(|(x, y, text)| show(x, y, 11.0, text)).concat();
    check(
        content,
        "1. No fire may burn in the oil room of the tower at any time of the day or of the night.\n\n2. No dog may climb to the lamp, since it is afraid of light.",
    );

    let hebrew = show_rtl(340.0, 500.0, 12.0, "אין אש במגדל") + &show(346.0, 500.0, 12.0, ".1");
    check(hebrew, "1. אין אש במגדל");
}

#[test]
fn paragraphs_of_one_line_with_a_gap_between_stay_apart() {
    let lines = [
        "Otto is a gull.",
        "“Who is there?”",
        "Anna has the oil.",
        "Nils is here.",
    ];
    let mut y = 500.0;
    let content = lines.iter().fold(String::new(), |content, line| {
        let shown = show(40.0, y, 11.0, line);
        y -= 27.0;
        content + &shown
    });
    check(content, &lines.join("\n\n"));
}

#[test]
fn a_heading_that_is_spread_wide_keeps_its_words() {
    for spread in [1, 3, 5, 7] {
        let heading = format!(
            "{spread} Tc {}",
            show(40.0, 500.0, 11.0, "THE LIGHT OF SANDHOLM")
        );
        check(heading, "THE LIGHT OF SANDHOLM");
    }
}

/// Lines one below the other, each at its place from the left.
fn lines(lines: &[(f64, &str)]) -> String {
    let shown = lines.iter().enumerate();
    shown
        .map(|(n, (x, line))| show(*x, 500.0 - 14.0 * n as f64, 11.0, line))
        .collect()
}

#[test]
fn a_hyphen_of_its_own_kind_breaks_a_word() {
    for hyphen in [
        "-",
        "\u{2010}",
        "\u{ad}",
        "\u{ad}\u{2010}",
        "\u{2010}\u{ad}",
        "\u{ad}-",
    ] {
        let content = lines(&[
            (40.0, "The men of the net went out with their boats, and in"),
            (
                40.0,
                &format!("the evening they all stood at the lamp, in the inter{hyphen}"),
            ),
            (40.0, "net they drew the nets in, and mended them with"),
            (
                40.0,
                &format!("care, and whoever came home told of the net, at inter{hyphen}"),
            ),
            (40.0, "net and of the boats and the lamps that they lost."),
        ]);
        let text = text(&Sheet::of(content).file());
        assert!(
            text.contains("in the internet they drew"),
            "{hyphen:?}: {text}"
        );
    }
}

#[test]
fn verses_stay_lines_though_one_reaches_the_edge() {
    check(
        lines(&[
            (40.0, "The lamp is lit"),
            (40.0, "The wind is high"),
            (40.0, "The ships go out, the ships come in"),
            (40.0, "And some no more"),
        ]),
        "The lamp is lit\nThe wind is high\nThe ships go out, the ships come in\nAnd some no more",
    );
    // A number stands before the first of a stanza.
    check(
        lines(&[
            (40.0, "3. The ships go out, the ships come in"),
            (40.0, "The lamp is lit"),
            (40.0, "The wind is high"),
            (40.0, "And some no more"),
        ]),
        "3. The ships go out, the ships come in\nThe lamp is lit\nThe wind is high\nAnd some no more",
    );
    // That of a clause does not make verses of it.
    let clause = [
        "2.1 The Keeper shall bring the Oil for the",
        "Lamp and the Bread",
        "Wicks and Knives",
    ];
    let content: Vec<(f64, &str)> = clause.iter().map(|line| (40.0, *line)).collect();
    check(
        lines(&content),
        &format!("{} {}\n{}", clause[0], clause[1], clause[2]),
    );
    // Of a ballad every other line does.
    let ballad = [
        "She climbs the stair with oil and flame,",
        "She trims the wick with care,",
        "And no one knows the keeper's name",
        "Who keeps the lamp up there.",
    ];
    let content: Vec<(f64, &str)> = ballad.iter().map(|line| (40.0, *line)).collect();
    check(lines(&content), &ballad.join("\n"));
}

#[test]
fn prose_whose_lines_begin_with_names_is_no_verse() {
    check(
        lines(&[
            (
                40.0,
                "Those who kept the lamp of Sandholm were Anna, Otto, Nils,",
            ),
            (
                40.0,
                "Berta, Carl, Dora, Emil, Frida, Gustav, Hanna, Ivar, Jonas,",
            ),
            (
                40.0,
                "Karl, Lena, Moritz, Nora, Olga, Peter, Rosa, Sigrid, Tove",
            ),
            (40.0, "Ulrik and Vera."),
        ]),
        "Those who kept the lamp of Sandholm were Anna, Otto, Nils, Berta, Carl, Dora, Emil, Frida, \
         Gustav, Hanna, Ivar, Jonas, Karl, Lena, Moritz, Nora, Olga, Peter, Rosa, Sigrid, Tove Ulrik \
         and Vera.",
    );
}

#[test]
fn numbered_rows_are_lines_of_their_own() {
    let rows: Vec<String> = (1..9)
        .map(|n| format!("{n} Anna Berg of Sandholm 189{n} {n}00"))
        .collect();
    let content: Vec<(f64, &str)> = rows.iter().map(|row| (40.0, row.as_str())).collect();
    check(lines(&content), &rows.join("\n"));

    let verses: Vec<String> = (1..6)
        .map(|n| format!("{n} And the keeper saw the oil, and it was good."))
        .collect();
    let content: Vec<(f64, &str)> = verses.iter().map(|verse| (40.0, verse.as_str())).collect();
    check(lines(&content), &verses.join("\n\n"));
}

#[test]
fn a_date_at_the_right_is_no_part_of_the_greeting() {
    check(
        lines(&[(240.0, "Bergen, May 1893"), (40.0, "Dear Anna,")]),
        "Bergen, May 1893\n\nDear Anna,",
    );
    check(
        lines(&[
            (131.7, "The light of"),
            (40.0, "Sandholm and of the keepers of it and of the gull"),
        ]),
        "The light of\nSandholm and of the keepers of it and of the gull",
    );
}

#[test]
fn a_number_that_is_broken_at_its_hyphen_is_whole() {
    let content = show(40.0, 500.0, 11.0, "The keeper stayed there from 1893-")
        + &show(40.0, 486.0, 11.0, "1911 and then she left the tower.");
    check(
        content,
        "The keeper stayed there from 1893-1911 and then she left the tower.",
    );
}
