//! Numbers of lines, which are no part of a text, and those of its rows, years and prices, which are.

use super::{Sheet, advance, show, text};

/// A page of lines with a number beside some of them.
fn numbered(lines: &[&str], x: f64, number: impl Fn(usize) -> Option<usize>) -> String {
    let mut content = String::new();
    for (at, line) in lines.iter().enumerate() {
        let y = 560.0 - 20.0 * at as f64;
        if let Some(number) = number(at) {
            let number = number.to_string();
            content += &show(x - advance(&number, 8.0), y, 8.0, &number);
        }
        content += &show(60.0, y, 10.0, line);
    }
    content
}

#[test]
fn numbers_of_lines_are_no_part_of_them() {
    // On each page they begin again or go on; on the last one there is not much.
    let read_record = |second: usize, third: usize| {
        let end = &RECORD[5..9];
        let pages = [
            numbered(&RECORD, 44.0, |at| Some(at + 1)),
            numbered(&RECORD, 44.0, |at| Some(at + second)),
            numbered(end, 44.0, |at| Some(at + third)),
        ];
        let sheet = Sheet {
            pages: pages.to_vec(),
            ..Sheet::of(String::new())
        };
        text(&sheet.file())
    };
    for found in [read_record(1, 1), read_record(21, 41)] {
        assert!(!found.contains(|c: char| c.is_ascii_digit()), "{found}");
        assert!(found.contains("by you or by somebody"), "{found}");
    }

    let fifth = |at: usize| (at + 1).is_multiple_of(5).then_some(at + 1);
    let found = text(&Sheet::of(numbered(&POEM, 340.0, fifth)).file());
    assert!(!found.contains(|c: char| c.is_ascii_digit()), "{found}");
}

const RECORD: [&str; 20] = [
    "Q. Please state your name.",
    "A. Anna Berg of the rock.",
    "Q. And on the night of the storm, was the lamp lit by",
    "you or by somebody else?",
    "A. No. The oil had frozen, and I could not light it",
    "until four in the morning.",
    "Q. Did you tell anybody of it?",
    "A. There was nobody to tell.",
    "Q. I show you the book of the lamp. Is it yours, and do",
    "you know the hand?",
    "A. It is mine. I write into it every night as soon as",
    "the lamp is lit.",
    "Q. Who else has a key to the tower, or had one in the",
    "winter of the great storm?",
    "A. My brother had one. He gave it back when he went to",
    "sea, and it hangs on a nail beside the door.",
    "Q. Could a stranger have taken it?",
    "A. I would have seen him. There is but one stair.",
    "Q. Did you sleep in that night?",
    "A. I did not sleep at all.",
];

const POEM: [&str; 16] = [
    "The lamp is lit, the night is long,",
    "The sea is high and loud,",
    "And far away I hear the song",
    "Of sailors in a crowd.",
    "They sing of home, they sing of bread,",
    "Of girls with yellow hair,",
    "And of the lamp above their head",
    "That Anna keeps up there.",
    "She sits beside it all the night",
    "And reads the book of hours,",
    "And sees the boats within its light",
    "And all the sunken towers.",
    "The oil is low, the wick is thin,",
    "The wind is at the door,",
    "And when the morning enters in",
    "She sees the sand once more.",
];

#[test]
fn numbers_that_belong_to_their_rows_stay() {
    let check = |lines: &[&str], number: fn(usize) -> Option<usize>| {
        let found = text(&Sheet::of(numbered(lines, 44.0, number)).file());
        let numbers = (0..lines.len()).filter_map(number);
        for number in numbers {
            assert!(found.contains(&number.to_string()), "{number}: {found}");
        }
    };

    let songs = [
        "The Song of the Rock by Anna Berg",
        "Light the Lamp by The Sailors",
        "Nineteen Winters by Oda Lind",
        "Bread and Oil by The Keepers",
        "Over the Sea by Peter Lind",
        "A Boat at Night by Oda Lind",
        "The Letter from Orn by Anna Berg",
        "Frozen Oil by The Sailors",
        "Stairs of Stone by Peter Lind",
        "Yellow Hair by The Keepers",
        "The Last Boat by Anna Berg",
    ];
    check(&songs, |at| Some(at + 1));
    let words = [
        "lamp", "oil", "wick", "rock", "boat", "sea", "stair", "door", "bread", "storm", "light",
    ];
    check(&words, |at| Some(at + 1));
    // Counts of something else.
    check(&songs, |at| (at % 3 == 1).then_some(5 * at));

    // One page of a record proves nothing, nor do numbers of each third line.
    check(&RECORD, |at| Some(at + 1));
    check(&POEM, |at| {
        (at + 1).is_multiple_of(3).then_some((at + 1) / 3 * 3)
    });
    // Years, measures, levels and points of entries that have several lines.
    check(&RECORD, |at| (at % 2 == 0).then_some(2012 + at));
    check(&RECORD, |at| (at % 2 == 0).then_some(2 + at));
    check(&RECORD, |at| (at % 2 == 0).then_some(5 + at / 2 * 5));
    check(&RECORD, |at| (at % 5 == 0).then_some(5 + at));
    check(&RECORD, |at| (at % 5 == 4).then_some(2 + at / 5 * 2));
}

#[test]
fn numbers_of_rows_of_a_long_table_stay() {
    let rolls = [
        "a pack of wolves that hunts for meat",
        "an old merchant with a broken cart",
        "two bandits who want your boots",
        "Anna Berg, the keeper of the tower",
    ];
    let rows: Vec<&str> = (0..24).map(|at| rolls[at % rolls.len()]).collect();
    // Two pages that go on or begin again, but for the lines at their top and foot.
    for second in [25, 1] {
        let pages = [
            numbered(&rows, 44.0, |at| Some(at + 1)),
            numbered(&rows[2..], 44.0, |at| Some(at + second)),
        ];
        let sheet = Sheet {
            pages: pages.to_vec(),
            ..Sheet::of(String::new())
        };
        let found = text(&sheet.file());
        for number in (1..=24).chain(second..second + 22) {
            assert!(found.contains(&number.to_string()), "{number}: {found}");
        }
    }

    // Pages of a list of contents.
    let found = text(&Sheet::of(numbered(&rows[..12], 360.0, |at| Some(at + 11))).file());
    for page in 11..=22 {
        assert!(found.contains(&page.to_string()), "{page}: {found}");
    }

    // Prices of dishes that have two lines each.
    let menu = [
        "Soup of the day",
        "with bread and butter from the island",
        "Fried herring",
        "with onions, potatoes and dill",
        "Mussels in wine",
        "with garlic and parsley, a small pot",
        "Cod from the bay",
        "with carrots and melted butter",
    ];
    let price = |at: usize| at.is_multiple_of(2).then_some(8 + at);
    let found = text(&Sheet::of(numbered(&menu, 360.0, price)).file());
    for price in ["8", "10", "12", "14"] {
        assert!(found.contains(price), "{price}: {found}");
    }
}
