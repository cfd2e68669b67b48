//! How answers look. The answers are made by hand, so that better ranking does not change them.

use std::sync::LazyLock;

use pullquote::internals::Language;
use pullquote::internals::answer::{Answer, Found, Quote};
use pullquote::internals::confidence::Thresholds;
use pullquote::internals::document::Span;
use pullquote::internals::index::{Library, Scope};
use pullquote::internals::query::{About, Correction};
use pullquote::internals::rank::model::Model;
use pullquote::internals::render::terminal::{self, Detail, Screen};
use pullquote::internals::render::{json, library};
use pullquote::internals::{DocumentId, Ids, PassageId};
use unicode_width::UnicodeWidthStr;

use crate::support::{Place, undated};

const PIPE: Screen = Screen {
    width: None,
    color: false,
};
const NARROW: Screen = Screen {
    width: Some(40),
    color: false,
};
const COLOR: Screen = Screen {
    width: Some(60),
    color: true,
};

fn found(library: &Library, id: PassageId, words: &[&str]) -> Found {
    let passage = library.passage(id).unwrap();
    let text = library.text(passage.span).unwrap();
    let mark = |word: &&str| {
        let start = passage.span.start + text.find(word).unwrap();
        start..start + word.len()
    };
    let highlights = words.iter().map(mark).collect();
    // "bm25" is the first feature, "best sentence" the fifth.
    static MODEL: LazyLock<Model> = LazyLock::new(|| Model {
        weights: vec![0.5; 5],
        bias: 0.0,
    });
    Found {
        score: 1.5 - id.0 as f32,
        highlights,
        read: None,
        row: vec![2.0, 0.0, 0.0, 0.0, 1.0],
        model: &MODEL,
        passage,
    }
}

fn answered(library: &Library) -> Answer {
    let best = found(library, PassageId(0), &["kept", "lamp"]);
    let sentence = library.sentence(best.passage.sentences.start + 1).unwrap();
    let span = Span {
        document: best.passage.span.document,
        start: sentence.range.start,
        end: sentence.range.end,
    };
    let quote = Quote {
        passage: 0,
        span,
        highlights: best.highlights.clone(),
        answer: None,
        cut: sentence.cut,
    };
    Answer {
        question: "Who kept the lamp?".to_owned(),
        corrections: Vec::new(),
        thresholds: Thresholds::UNREAD,
        confidence: 0.75,
        quote: Some(quote),
        alone: None,
        passages: vec![best, found(library, PassageId(1), &["keeper"])],
        about: None,
        documents: library.documents_in(Scope::Library).unwrap(),
        foreign_to: Vec::new(),
        late: 0,
        terms: vec![("lamp".to_owned(), 2.0), ("kept".to_owned(), 1.25)],
    }
}

fn not_answered(library: &Library) -> Answer {
    let correction = Correction {
        from: "keepr".to_owned(),
        to: "keeper".to_owned(),
    };
    let answer = answered(library);
    Answer {
        quote: None,
        thresholds: Thresholds::UNREAD,
        confidence: 0.25,
        corrections: vec![correction],
        ..answer
    }
}

fn show(
    screen: Screen,
    limit: Option<usize>,
    explain: bool,
    make: fn(&Library) -> Answer,
) -> String {
    let library = Place::story().open();
    let shown =
        terminal::render_answer(&library, &make(&library), screen, Detail { limit, explain })
            .unwrap();
    shown.replace('\u{1b}', "␛")
}

#[test]
fn an_answer_in_a_pipe() {
    insta::assert_snapshot!(show(PIPE, None, false, answered));
}

#[test]
fn an_answer_with_more_passages_and_reasons() {
    insta::assert_snapshot!(show(PIPE, Some(2), true, answered));
}

#[test]
fn an_answer_on_a_narrow_screen_without_colour() {
    insta::assert_snapshot!(show(NARROW, None, false, answered));
}

#[test]
fn an_answer_in_colour() {
    insta::assert_snapshot!(show(COLOR, Some(2), false, answered));
}

#[test]
fn no_answer_in_a_pipe() {
    insta::assert_snapshot!(show(PIPE, None, false, not_answered));
}

#[test]
fn no_answer_in_colour() {
    insta::assert_snapshot!(show(COLOR, None, false, not_answered));
}

#[test]
fn nothing_close() {
    let nothing = |library: &Library| {
        let answer = answered(library);
        Answer {
            quote: None,
            passages: vec![found(library, PassageId(1), &[])],
            ..answer
        }
    };
    insta::assert_snapshot!(show(PIPE, None, false, nothing));
}

#[test]
fn no_answer_to_a_question_in_another_language() {
    let foreign = |library: &Library| Answer {
        foreign_to: vec![Language::English, Language::French, Language::German],
        corrections: Vec::new(),
        ..not_answered(library)
    };
    insta::assert_snapshot!(show(PIPE, None, false, foreign));
}

#[test]
fn an_answer_as_json() {
    let library = Place::story().open();
    insta::assert_snapshot!(
        json::render_answer(&library, &answered(&library), None, true).unwrap()
    );
}

#[test]
fn the_library_as_a_list() {
    let place = Place::story();
    place.write("notes/on lamps.txt", b"A lamp gives light.");
    place.write("cover.jpg", b"");
    let library = place.open();
    insta::assert_snapshot!(undated(
        &library::render_list(&library, Scope::Library, PIPE).unwrap()
    ));
}

#[test]
fn a_document_as_an_outline() {
    let place = Place::story();
    place.write(
        "deep.md",
        b"Before.\n\n# One\n\n## Two\n\n### Three\n\nText here.\n\n## Four\n\nMore text.\n",
    );
    let library = place.open();
    let outlines = [0, 1]
        .map(DocumentId)
        .map(|id| library::outline::render_outline(&library, id, PIPE).unwrap());
    insta::assert_snapshot!(undated(&outlines.join("\n")));
}

#[test]
fn a_chapter_that_goes_on_behind_a_box_is_listed_as_such() {
    let place = Place::story();
    place.write(
        "box.html",
        b"<title>Light</title><h1>One</h1><p>It burns.</p><aside class=box><h2>Oil</h2><p>It is dear.</p></aside>\
          <p>It went out.</p><h1>Two</h1><p>The end.</p>",
    );
    let library = place.open();
    let outline = library::outline::render_outline(&library, DocumentId(0), PIPE).unwrap();
    let headings = outline.lines().filter_map(|line| line.get(28..));
    let listed: Vec<&str> = headings.collect();
    assert!(
        listed.ends_with(&["One", "  Oil", "One (continued)", "Two"]),
        "{outline}"
    );
}

/// A library of names and texts that are hard to fit in.
fn wide() -> Place {
    let place = Place::story();
    place.write(
        "a-shelf/of-the-lighthouse/the-collected-letters-of-mira-holm.md",
        b"# The collected letters of Mira Holm, keeper of the lamp\n\n## To the harbour office, on the supply boat \
that did not come\n\n### An answer\n\nThe lamp burns.\n",
    );
    place.write(
        "\u{706f}\u{53f0}.txt",
        "\u{706f}\u{53f0}\u{5b88}\u{306f}\u{5854}\u{306e}\u{706f}\u{3092}\u{5b88}\u{3063}\u{305f}\u{3002}"
            .repeat(20)
            .as_bytes(),
    );
    place.write(
        "word.txt",
        format!("The lamp said {} to all.", "donau".repeat(30)).as_bytes(),
    );
    place.write("a-picture-of-the-tower-in-the-winter.png", b"\x89PNG");
    place
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let library = wide().open();
    for columns in [40, 80] {
        let screen = Screen {
            width: Some(columns),
            color: false,
        };
        let mut shown = vec![library::render_list(&library, Scope::Library, screen).unwrap()];
        for (id, _) in library.documents_with_ids() {
            shown.push(library::outline::render_outline(&library, id, screen).unwrap());
        }
        for id in library.passages().ids() {
            let passage = library.passage(id).unwrap();
            shown.push(terminal::render_passage(&library, &passage, &[], screen).unwrap());
        }

        for text in shown {
            let widest = text.lines().map(UnicodeWidthStr::width).max();
            assert!(widest <= Some(columns), "{columns}: {text}");
        }
    }
}

#[test]
fn reasons_and_facts_fit_the_terminal() {
    let story = Place::story().open();
    for columns in [40, 80] {
        let screen = Screen {
            width: Some(columns),
            color: false,
        };
        let detail = Detail {
            limit: Some(3),
            explain: true,
        };
        let about = |about| Answer {
            about: Some(about),
            ..not_answered(&story)
        };
        for answer in [
            answered(&story),
            not_answered(&story),
            about(About::Length(None)),
            about(About::Author(None)),
            about(About::Part("chapter 3".to_owned(), None)),
        ] {
            let text = terminal::render_answer(&story, &answer, screen, detail).unwrap();
            let widest = text.lines().map(UnicodeWidthStr::width).max();
            assert!(widest <= Some(columns), "{columns}: {text}");
        }
    }
}

#[test]
fn the_library_on_a_narrow_screen() {
    let library = wide().open();
    let list = library::render_list(&library, Scope::Library, NARROW).unwrap();
    let outline = library::outline::render_outline(&library, DocumentId(0), NARROW).unwrap();
    // All digits are alike, as the time at which a text was read may be broken between two lines.
    let digits = |c: char| c.is_ascii_digit();
    insta::assert_snapshot!(format!("{list}\n{outline}").replace(digits, "0"));
}
