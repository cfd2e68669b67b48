//! Plain texts: what stands around the text of a page or a book, and headings right above their
//! text.

use crate::support::plain::{blocks, document, places};

#[test]
fn numbered_headings_need_no_blank_line_below() {
    let source = "Kettle Club of Orr\nMinutes of the meeting\n\n1. Apologies\nPer sent his, as he had to mend a kettle.\n\n2. The New Well\nOda said that it is nineteen metres deep.\n\n3. AOB\nNone.\n";
    let sections = ["", "1. Apologies", "2. The New Well", "3. AOB"];
    assert_eq!(places(source), sections);
    assert_eq!(document(source).title, "Kettle Club of Orr");

    let rules = "1.0 THE KETTLE\nEach player has a kettle and two cups of water.\n\n2.0 THE WELL\n2.1 Fill the kettle.\n2.2 Pour it out.\n\n3.0 THE END\nWho has no water has lost.\n";
    let sections = ["1.0 THE KETTLE", "2.0 THE WELL", "3.0 THE END"];
    assert_eq!(places(rules), sections);

    // Items that go on, a few, and a single one.
    for text in [
        "1. Rinse the kettle with the water that was left over from the\nWell of Orr.\n\n2. Dry it with the cloth that hangs beside the door of the\nKitchen.\n",
        "1. Kettle\nIt boils.\n\n2. Well\nIt is deep.\n\nThat was all.\n",
        "She wrote it down.\n\n4. The Well\nIt was a short list, and nobody but her would ever read it.\n",
    ] {
        assert_eq!(places(text), [""], "{text}");
    }
}

#[test]
fn the_feet_and_heads_of_pages_are_no_text() {
    let page = |n: u32| {
        format!(
            "\n\n\nLind                     Informational                    [Page {n}]\n\u{c}\nKettle Paper             Kettles of Orr              May 2023\n\n\n"
        )
    };
    let source = format!(
        "Kettle Working Group                              O. Lind\nPaper: 12                                        May 2023\n\n\n              The Kettles of Orr\n\n1.  Introduction\n\n   A kettle holds two litres.{}2.  Lids\n\n   A lid must fit, because a kettle could{}   boil over.\n\n3.  Spouts\n\n   None.{}",
        page(1),
        page(2),
        page(3),
    );
    assert_eq!(document(&source).title, "The Kettles of Orr");
    assert_eq!(
        places(&source),
        ["", "1. Introduction", "2. Lids", "3. Spouts"]
    );
    assert_eq!(
        blocks(&source)[1..],
        [
            "A kettle holds two litres.",
            "A lid must fit, because a kettle could\n   boil over.",
            "None.",
        ]
    );
}

#[test]
fn what_other_houses_and_makers_add_to_a_book_is_not_quoted() {
    let story = "CHAPTER I\n\nOda sold kettles in Orr, and nobody knew where she had them from.\n\n[Illustration]\n\nShe said that the well gave them to her, one each year.\n\nCHAPTER II\n\nPer did not believe it.\n\n";
    let australia = "Title: The Kettle\nAuthor: Oda Lind (1880-1960)\n* A Project Gutenberg of Australia eBook *\neBook No.: 0100011.txt\nLanguage: English\nDate first posted: August 2001\n\nThis eBook was produced by: Nobody\n\nProject Gutenberg of Australia eBooks are created from printed editions\nwhich are in the public domain.\n\n";
    let canada = "* A Distributed Proofreaders Canada eBook *\n\nThis ebook is made available at no cost and with very few\nrestrictions.\n\nThis work is in the Canadian public domain.\n\n_Title:_ The Kettle\n\n_Author:_ Oda Lind (1880-1960)\n\n_Date first posted:_ Nov. 2, 2019\n\nFaded Page eBook #20191103\n\nThis eBook was produced by: Nobody\n\n";
    for (before, after) in [
        (
            australia,
            "This site is full of FREE ebooks - Project Gutenberg Australia\n",
        ),
        (
            canada,
            "TRANSCRIBER NOTES\n\nErrors have been fixed.\n\n[The end of The Kettle, by Oda Lind.]\n",
        ),
        (canada, "Transcriber's Notes:\n\nErrors have been fixed.\n"),
        (australia, "[Transcriber's Note: Errors have been fixed.]\n"),
    ] {
        let source = format!("{before}{story}{after}");
        let found = document(&source);
        assert_eq!(found.title, "The Kettle");
        assert_eq!(found.author.as_deref(), Some("Oda Lind"));
        assert_eq!(places(&source), ["CHAPTER I", "CHAPTER II"], "{source}");
        assert_eq!(blocks(&source).len(), 3, "{source}");
    }
    // A note above a story without chapters is not all of it.
    let source = "Transcriber's Note\n\nOda sold kettles in Orr.\n\nPer did not believe it, and said so to everybody who asked.\n";
    assert!(blocks(source).iter().any(|block| block.starts_with("Oda")));
}

#[test]
fn of_subtitles_what_is_said_is_text() {
    for (head, time) in [
        ("", "00:00:01,000 --> 00:00:04,000"),
        (
            "WEBVTT\nKind: captions\n\n",
            "00:01.000 --> 00:04.000 align:start",
        ),
    ] {
        let cue = |n: u32, said: &str| format!("{n}\n{time}\n{said}\n\n");
        let source = [
            head.to_owned(),
            cue(1, "Oda Lind spent eleven years"),
            cue(2, "at the <i>well</i> of Orr."),
            cue(3, "<v Per>It was deep."),
        ];
        assert_eq!(
            blocks(&source.concat()),
            [
                "Oda Lind spent eleven years\nat the well of Orr.",
                "It was deep."
            ]
        );
    }
}

#[test]
fn of_a_transcript_what_is_said_is_text() {
    let source = "0:00\nwelcome back to the well of Orr\n0:04\ntoday Oda Lind mends her\n0:09\nkettle. It \
                  leaks.\n0:58\nShe bought it in 1911.\n1:02:05\nThat is all.";
    assert_eq!(
        blocks(source),
        [
            "welcome back to the well of Orr\ntoday Oda Lind mends her\nkettle. It leaks.",
            "She bought it in 1911.",
            "That is all."
        ]
    );
    let short = "WEBVTT\n\nNOTE Made by Oda\n\n1\n00:01.000 --> 00:04.000\nIt was deep.\n\n2\n00:05.000 --> \
                 00:09.000\nVery.";
    assert_eq!(blocks(short), ["It was deep.", "Very."]);

    // What a program has heard has no stops, and goes on with the line before.
    let heard: String = (0..20)
        .map(|n| {
            format!(
                "00:{n:02}.000 --> 00:{n:02}.900\nkettle {n}\nkettle {}\n\n",
                n + 1
            )
        })
        .collect();
    let heard = blocks(&format!("WEBVTT\n\n{heard}"));
    assert_eq!(heard[..3], ["kettle 0\nkettle 1", "kettle 2", "kettle 3"]);

    // The programme of a day begins later, and scores do not grow.
    let day = "9:00\nOda opens the shop.\n10:30\nPer brings kettles.\n12:00\nThey eat.\n13:00\nThey mend.\n\
               17:00\nThey go home.";
    assert!(blocks(day).concat().contains("10:30"));
}
