//! Places with what people say around them, with typing errors, and in parts by name.

use super::*;

#[test]
fn what_people_say_around_a_place_and_their_typing_errors_are_forgiven() {
    // A chapter has some passages, of which the first stands under its heading.
    let story = text(
        "The Orchard",
        &[
            "Chapter I",
            "Chapter II",
            "Chapter III",
            "Chapter IV",
            "Journey's End",
        ],
    );

    led(
        "orchard.txt",
        &story,
        &[
            ("from chapter 3", "Chapter III"),
            ("start at chapter 3", "Chapter III"),
            ("the start of chapter 3", "Chapter III"),
            ("end of chapter 3", "Chapter III"),
            ("middle of chapter 3", "Chapter III"),
            ("chapter 3 of 4", "Chapter III"),
            ("chapter 3/4", "Chapter III"),
            ("chapters 3", "Chapter III"),
            ("chapters 3-4", "Chapter III"),
            ("chapter 3 to 4", "Chapter III"),
            ("chpater 3", "Chapter III"),
            ("chaper three", "Chapter III"),
            ("Kapitell 3", "Chapter III"),
            ("ab Kapitel 2", "Chapter II"),
            ("à partir du chapitre 2", "Chapter II"),
            ("at 40%", "Chapter III"),
            ("about 40 percent in", "Chapter III"),
            ("40% of the way through the book", "Chapter III"),
            ("bei 40 %", "Chapter III"),
            ("a quarter", "Chapter II"),
            ("two thirds", "Chapter IV"),
            ("half way through", "Chapter III"),
            ("from the beginning", "Chapter I"),
            ("beginning of the book", "Chapter I"),
            ("the first line", "Chapter I"),
            ("vom Anfang", "Chapter I"),
            ("最初から", "Chapter I"),
            ("the very end", "Chapter IV / Journey's End"),
            ("end of book", "Chapter IV / Journey's End"),
            ("letzter Satz", "Chapter IV / Journey's End"),
            ("opening line", "Chapter I"),
            ("last sentence", "Chapter IV / Journey's End"),
            ("journeys end", "Chapter IV / Journey's End"),
            ("end of chapter 9", "Missing(Chapter(4))"),
            ("smith 3", "Words"),
        ],
    );
}

#[test]
fn the_edges_of_a_chapter_are_its_first_and_its_last_passage() {
    let rain =
        "It rained on the orchard and on the wall, and the smith said nothing of it. ".repeat(40);
    let story = text("The Orchard", &["Chapter I", "Chapter II"]).replacen(
        "boat came.\n",
        &format!("boat came.\n\n{rain}\n"),
        1,
    );
    let library = library_of(&[("orchard.txt", &story)]);

    let at = |place: &str| {
        find_place_passage(&library, DocumentId(0), place)
            .unwrap()
            .unwrap()
    };
    let places = [
        "chapter 1",
        "middle of chapter 1",
        "end of chapter 1",
        "chapter 2",
    ];
    let [start, middle, end, next] = places.map(at);
    assert!(
        start < middle && middle < end,
        "{start:?} {middle:?} {end:?}"
    );
    assert_eq!((end + 1, at("the start of chapter 2")), (next, next));
}

#[test]
fn a_chapter_is_found_in_a_part_that_is_named() {
    let story = "# The Orchard\n\n## Book the First: The Pear Year\n\n### Chapter I\n\nA.\n\n### Chapter II\n\nB.\n\n\
                 ## Book the Second: The Plum Year\n\n### Chapter I\n\nC.\n\n### Chapter II\n\nD.\n";
    let second = "Book the Second: The Plum Year / Chapter II";

    led(
        "orchard.md",
        story,
        &[
            ("the plum year chapter 2", second),
            ("chapter 2 of the plum year", second),
            ("Plum Year, ch. II", second),
            ("plum year 2", second),
            ("plum year", "Book the Second: The Plum Year / Chapter I"),
        ],
    );
}

#[test]
fn what_has_a_number_and_is_no_chapter_is_its_heading() {
    let rules = "# House Rules\n\n## 1. Kitchen\n\nRule two of the cook: nobody eats alone on day 2.\n\n\
                 ## 2. Laundry\n\nIn paragraph 4 the smith is asked to wash.\n\n## 3. Bicycles\n\nThey stand outside.\n\n\
                 ## 4. Guests\n\nThey leave by rule at ten.\n";
    let places = [
        ("rule 3", "3. Bicycles"),
        ("Rule #2", "2. Laundry"),
        ("the third rule", "3. Bicycles"),
        ("rule no. 4", "4. Guests"),
        ("section 2", "2. Laundry"),
        ("paragraph two", "2. Laundry"),
        ("article IV", "4. Guests"),
        ("Regel 4", "4. Guests"),
        ("Abschnitt 3", "3. Bicycles"),
        ("3. Artikel", "3. Bicycles"),
        ("règle 2", "2. Laundry"),
        ("第4条", "4. Guests"),
        ("last rule", "4. Guests"),
        ("§2", "2. Laundry"),
        ("rule 9", "Missing(Outside(\"1. Kitchen\", \"4. Guests\"))"),
        ("two rules", "Words"),
        ("the three rules", "Words"),
        ("3 rules", "Words"),
    ];
    led("rules.md", rules, &places);

    // What a text calls so itself counts first.
    let called = rules.replace("## 1.", "## Preamble\n\nWe agree.\n\n## Article I:");
    let called = called
        .replace("## 2.", "## Article II:")
        .replace("## 3.", "## Article III:");
    led(
        "called.md",
        &called.replace("## 4.", "## Article IV:"),
        &[
            ("article 3", "Article III: Bicycles"),
            ("rule 3", "Article III: Bicycles"),
            (
                "article 9",
                "Missing(Outside(\"Article I: Kitchen\", \"Article IV: Guests\"))",
            ),
        ],
    );

    // A chapter that is called so is no rule.
    led(
        "chapters.txt",
        &text("The Mill", &["CHAPTER I", "CHAPTER II"]),
        &[("rule 2", "Words"), ("question 7", "Words")],
    );
    let plain = "# The Club\n\n## Dues\n\nOne coin.\n\n## Keys\n\nNone.\n";
    led(
        "plain.md",
        plain,
        &[("section 2", "Words"), ("rule 3", "Words")],
    );
}
