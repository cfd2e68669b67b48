//! Headings told from larger type, and the heads and numbers that run along the edges of pages.

use super::{Sheet, read, show, text};
use crate::books;

/// Pages of these contents.
fn pages(contents: impl Iterator<Item = String>) -> Vec<u8> {
    let sheet = Sheet {
        pages: contents.collect(),
        ..Sheet::of(String::new())
    };
    sheet.file()
}

/// Text in the middle of a page, where `about` is told of once in many words.
fn body(about: &str) -> String {
    let lines = [
        format!("The keeper told of {about} when the lamp was lit, and"),
        "the boat came with oil and bread for all the winter of".to_owned(),
        format!("that year. Of {about} nobody spoke on the island for long."),
    ];
    let place = |n: usize| 400.0 - 14.0 * n as f64;
    let lines = lines.iter().enumerate();
    lines
        .map(|(n, line)| show(40.0, place(n), 11.0, line))
        .collect()
}

fn titles(file: &[u8]) -> Vec<String> {
    let sections = read(file).unwrap().sections.into_iter();
    sections.flat_map(|section| section.path).collect()
}

const CHAPTERS: [&str; 3] = ["The Lamp", "The Wreck", "The Sale"];
const THINGS: [&str; 9] = [
    "the reef",
    "a gull",
    "her son",
    "the mast",
    "a bell",
    "the priest",
    "an anchor",
    "the snow",
    "a fiddle",
];

#[test]
fn a_running_head_that_changes_with_the_chapter_is_one() {
    let book = |head: fn(usize) -> String| {
        pages(THINGS.iter().enumerate().map(move |(n, thing)| {
            let chapter = CHAPTERS[n / 3];
            let top = if n % 3 == 0 {
                show(40.0, 500.0, 18.0, chapter)
            } else {
                show(40.0, 570.0, 9.0, &head(n))
            };
            top + &body(thing)
        }))
    };

    // The title on the left, the chapter on the right; and both beside each other, with a number.
    let facing = book(|n| match n % 2 {
        0 => "The Light of Sandholm".to_owned(),
        _ => CHAPTERS[n / 3].to_owned(),
    });
    let beside = book(|n| format!("Sandholm Trust Report {}", CHAPTERS[n / 3]));
    for file in [facing, beside] {
        let text = text(&file);
        assert!(!text.contains("Sandholm"), "{text}");
        for chapter in CHAPTERS {
            assert_eq!(text.matches(chapter).count(), 1, "{text}");
        }
        assert_eq!(titles(&file), CHAPTERS);
    }
}

#[test]
fn a_running_head_of_two_short_halves_is_one() {
    let chapters = ["I", "Storm", "The Wreck of the Anna"];
    let heads = |n: usize| match n % 3 {
        0 => show(40.0, 500.0, 18.0, chapters[n / 3]),
        _ => show(40.0, 570.0, 9.0, "Sandholm") + &show(300.0, 570.0, 9.0, chapters[n / 3]),
    };
    let things = THINGS.iter().enumerate();
    let file = pages(things.map(|(n, thing)| heads(n) + &body(thing)));
    assert!(!text(&file).contains("Sandholm"), "{}", text(&file));
    assert_eq!(titles(&file), chapters);

    // What repeats beside other words is no head.
    let things = THINGS.iter().enumerate();
    let rows = pages(things.map(|(n, thing)| {
        show(40.0, 570.0, 11.0, "Ships") + &show(300.0, 570.0, 11.0, THINGS[n]) + &body(thing)
    }));
    assert_eq!(text(&rows).matches("Ships").count(), THINGS.len());
}

#[test]
fn a_title_in_the_type_of_the_text_is_kept_at_the_top_of_a_page() {
    let poems = ["Gulls at night", "To the reef", "A winter"];
    let file = pages(
        poems
            .iter()
            .map(|poem| show(40.0, 570.0, 11.0, poem) + &body(poem)),
    );
    // A sentence alone at the height of heads is one of the text.
    let mixed = pages(THINGS.iter().enumerate().map(|(n, thing)| {
        let top = if n == 4 {
            "For the bell see below."
        } else {
            "The Light"
        };
        show(40.0, 570.0, 11.0, top) + &body(thing)
    }));
    assert!(text(&mixed).contains("For the bell see below.\n\n"));

    let text = text(&file);
    assert!(
        poems
            .iter()
            .all(|poem| text.contains(&format!("{poem}\n\n"))),
        "{text}"
    );
}

#[test]
fn the_number_of_a_chapter_is_none_of_a_page() {
    for numbers in [
        ["1", "2", "3"],
        ["I", "II", "III"],
        ["Chapter 1", "Chapter 2", "Chapter 3"],
    ] {
        let novel = |foot: bool| {
            pages(THINGS[..6].iter().enumerate().map(move |(n, thing)| {
                let top = show(40.0, 570.0, 18.0, numbers[n / 2]);
                let top = if n % 2 == 0 { top } else { String::new() };
                let number = show(200.0, 30.0, 11.0, &(n + 1).to_string());
                top + &body(thing) + if foot { &number } else { "" }
            }))
        };
        assert_eq!(titles(&novel(true)), numbers);
        assert_eq!(titles(&novel(false)), numbers);
        assert!(!text(&novel(true)).contains('6'));
    }

    // The number of a page may be large, too.
    let album = pages(
        THINGS
            .iter()
            .enumerate()
            .map(|(n, thing)| show(40.0, 570.0, 18.0, &(n + 1).to_string()) + &body(thing)),
    );
    assert!(!text(&album).contains(char::is_numeric));
}

#[test]
fn notes_from_one_source_are_no_running_foot() {
    let file = pages(THINGS[..4].iter().enumerate().map(|(n, thing)| {
        body(thing)
            + &show(
                40.0,
                60.0,
                9.0,
                &format!("{} Ibid., p. {}.", 3 * n + 2, 30 + 4 * n),
            )
    }));
    let text = text(&file);
    assert!(
        ["p. 30.", "p. 34.", "p. 38.", "p. 42."]
            .iter()
            .all(|note| text.contains(note)),
        "{text}"
    );
}

#[test]
fn large_type_that_is_no_heading_is_text() {
    let set = |lines: &[(f64, f64, &str)]| {
        let large = lines.iter().map(|(x, y, line)| show(*x, *y, 14.0, line));
        Sheet::of(large.collect::<String>() + &body("the reef")).file()
    };

    let introduction = set(&[
        (40.0, 580.0, "The lamp of Sandholm was lit"),
        (40.0, 564.0, "in the winter of the year in"),
        (40.0, 548.0, "which the schooner was lost,"),
        (40.0, 532.0, "with all of her crew and her"),
        (40.0, 516.0, "cargo"),
    ]);
    assert!(titles(&introduction).is_empty());
    let quoted = set(&[
        (40.0, 580.0, "“We never slept, for the lamp"),
        (40.0, 564.0, "had to be wound all night.”"),
    ]);
    assert!(titles(&quoted).is_empty());
    let item = set(&[(40.0, 580.0, "• Oil is dear")]);
    assert!(titles(&item).is_empty());

    // A title in the middle, and the first heading at the left below it.
    let two = set(&[
        (140.0, 580.0, "Who lit the lamp?"),
        (140.0, 564.0, "And why did he?"),
        (40.0, 539.0, "Oil"),
    ]);
    assert_eq!(titles(&two), ["Oil"]);
    assert!(text(&two).starts_with("Who lit the lamp? And why did he?\n\nOil\n\n"));
}

#[test]
fn a_bookmark_to_the_top_of_a_page_takes_the_number_above_its_title() {
    let line =
        |size: u32, y: u32, text: &str| format!("BT /F1 {size} Tf 72 {y} Td ({text}) Tj ET\n");
    let page = |number: &str, title: &str, about: &str| {
        let body = format!("It told of {about} in that year, and of nothing else at all.");
        line(20, 700, number) + &line(24, 660, title) + &line(11, 600, &body)
    };
    let contents = [
        page("Chapter 1", "The Lamp", "oil"),
        page("Chapter 2", "The Wreck", "a ship"),
    ];
    let stream = |content: &String| {
        format!(
            "<< /Length {} >>\nstream\n{content}endstream",
            content.len()
        )
    };
    let leaf = |content: usize| {
        format!(
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R >>"
        )
    };

    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /Outlines 9 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [5 0 R 6 0 R] /Count 2 /MediaBox [0 0 612 792] >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        "<< /Title (The Light) >>".to_owned(),
        leaf(7),
        leaf(8),
        stream(&contents[0]),
        stream(&contents[1]),
        "<< /First 10 0 R /Last 11 0 R >>".to_owned(),
        "<< /Title (The Lamp) /Dest [5 0 R /XYZ 72 750 0] /Next 11 0 R >>".to_owned(),
        "<< /Title (The Wreck) /Dest [6 0 R /XYZ 72 750 0] >>".to_owned(),
    ];
    let file = books::pdf_of_objects(&objects);
    assert_eq!(titles(&file), ["Chapter 1 The Lamp", "Chapter 2 The Wreck"]);
}

#[test]
fn a_printed_table_of_contents_is_no_text() {
    let set = |lines: &[&str]| {
        let place = |n: usize| 560.0 - 14.0 * n as f64;
        let lines = lines.iter().enumerate();
        lines
            .map(|(n, line)| show(40.0, place(n), 11.0, line))
            .collect::<String>()
    };
    let chapters = THINGS[..3]
        .iter()
        .map(|thing| show(40.0, 500.0, 18.0, thing) + &body(thing));
    let read_with = |first: String| text(&pages([first].into_iter().chain(chapters.clone())));

    let leading = [
        "the reef ........ 2",
        "a gull ........ \u{2060}3",
        "her son . . . . . . 4",
    ];
    let plain = [
        "Contents",
        "1 the reef 2",
        "2 a gull as seen from",
        "the tower 3",
        "3 her son 4",
    ];
    for table in [leading.as_slice(), plain.as_slice()] {
        let text = read_with(set(table) + &show(40.0, 300.0, 11.0, "Printed for the keeper."));
        assert!(text.starts_with("Printed for the keeper."), "{text}");
    }

    // What a meal costs, and years.
    let bill = ["Soup ........ 5", "Fish ........ 12", "Bread ........ 1"];
    let years = ["She came in 1911", "He came in 1912", "They left in 1930"];
    for lines in [bill.as_slice(), years.as_slice()] {
        let text = read_with(set(lines));
        assert!(lines.iter().all(|line| text.contains(line)), "{text}");
    }
}

#[test]
fn letters_above_the_words_of_a_list_are_headings_below_the_one_above_them() {
    let prose = "Anna Berg had kept the light for nineteen years.";
    let body = |top: f64| show(40.0, top, 11.0, prose) + &show(40.0, top - 14.0, 11.0, prose);
    let letters = ["A", "B", "C", "D"].iter().zip(0..);
    let index: String = letters
        .map(|(letter, n)| {
            let top = 400.0 - 60.0 * f64::from(n);
            show(40.0, top, 16.0, letter)
                + &show(40.0, top - 20.0, 11.0, &format!("{letter}nchor, 3, 17"))
        })
        .collect();
    let page = show(40.0, 560.0, 16.0, "The Lamp")
        + &body(535.0)
        + &show(40.0, 440.0, 16.0, "Index")
        + &index;

    let sections = read(&Sheet::of(page).file()).unwrap().sections;
    let places: Vec<String> = sections
        .iter()
        .map(|section| section.path.join(" › "))
        .collect();
    let places: Vec<&str> = places
        .iter()
        .map(String::as_str)
        .filter(|place| !place.is_empty())
        .collect();
    assert_eq!(
        places,
        [
            "The Lamp",
            "Index › A",
            "Index › B",
            "Index › C",
            "Index › D"
        ]
    );
}
