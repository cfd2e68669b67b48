//! What is shown as a quote is a piece of the canonical text, on every path, whatever the text and
//! the question are.

use proptest::prelude::*;
use pullquote::internals::answer::{Answer, Question, answer_question};
use pullquote::internals::corpus::Corpus;
use pullquote::internals::index::{Library, Scope};
use pullquote::internals::reader::Effort;
use pullquote::internals::render::json;
use pullquote::internals::{DocumentId, Ids};

use crate::books;
use crate::checks;
use crate::support::{Place, reading};

/// Texts that are hard to keep: every script, markup, line end and gap.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z]{1,8}( [a-zA-Z]{1,8}){0,12}[.!?,;]? ",
        2 => any::<String>(),
        1 => "\\PC{0,40}",
        1 => prop::sample::select(vec![
            "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\t", "\u{feff}", "\u{a0}", "\u{2028}", "\u{85}", "\u{0}", "\u{1b}[31m",
            "# ", "## Two\n\n", "* ", "> ", "1. ", "`", "```\n", "~~", "**", "_", "[a](b)", "![c](d)", "<b>", "<!-- ",
            "&amp;", "&#0;", "\\", "|a|b|\n|-|-|\n|c|d|\n", "---\n", "[^1]", "[^1]: note\n", "- [ ] ", "e\u{301}", "👩‍👩‍👧", "ﷺ",
            "Chapter 1\n\n", "*** START OF THE PROJECT GUTENBERG EBOOK X ***\n", "*** END OF TH", "CONTENTS\n\n", "IV.\n\n",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A question of words from the text, or of anything.
fn question(text: String) -> impl Strategy<Value = (String, String)> {
    let words: Vec<String> = text
        .split_whitespace()
        .map(str::to_owned)
        .chain(["who".to_owned()])
        .collect();
    let own =
        prop::collection::vec(prop::sample::select(words), 1..6).prop_map(|words| words.join(" "));
    (
        Just(text),
        prop_oneof![3 => own, 1 => any::<String>(), 1 => "[\"“”*()?+~^:-]{0,5}[a-z ]{0,20}[\"”]?"],
    )
}

fn ask(library: &Library, question: &str) -> Answer {
    answer_question(
        library,
        &Question {
            text: question,
            scope: Scope::Library,
            limit: 5,
            effort: Effort {
                passages: 3, // enough to be read, and the cases are many
                ..reading()
            },
        },
    )
    .unwrap()
}

/// Passages follow one another and leave out only white space, headings and what surrounds a text.
fn check_tiling(library: &Library) {
    let whole = library.full_text(DocumentId(0)).unwrap();
    let mut end = 0;
    for id in library.passages().ids() {
        let passage = library.passage(id).unwrap();
        assert!(
            end <= passage.span.start
                && passage.span.start < passage.span.end
                && passage.span.end <= whole.len()
        );
        let mut inside = passage.span.start;
        for row in passage.sentences.clone() {
            let sentence = library.sentence(row).unwrap().range;
            assert!(
                whole[inside..sentence.start].trim().is_empty(),
                "between sentences there is only white space"
            );
            inside = sentence.end;
        }
        assert_eq!(inside, passage.span.end);
        end = passage.span.end;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_quote_is_a_piece_of_its_text(
        (text, question) in text().prop_flat_map(question),
        name in prop::sample::select(vec!["a.txt", "a.md", "a.html", "a.epub", "a.docx", "a.pdf"]),
    ) {
        let place = Place::new(&[(name, &books::with_text(name, &text))]);
        let opened = pullquote::internals::index::open_library(&Corpus::here(place.corpus()), &place.index(), &pullquote::internals::index::Silent);
        // A text of markup, of NUL bytes only is refused; everything else can be asked.
        if let Ok(library) = opened {
            if name == "a.txt" {
                prop_assert_eq!(library.full_text(DocumentId(0)).unwrap(), &text);
            }
            check_tiling(&library);
            checks::answer(&library, &ask(&library, &question));
            prop_assert_eq!(library.documents()[0].pages.is_empty(), name != "a.pdf");
        } else {
            prop_assert!(text.contains('\0') || name != "a.txt" || text.trim().len() < 200, "refused: {text:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_question_has_an_answer_or_an_honest_no(question in any::<String>()) {
        thread_local!(static STORY: (Place, Library) = { let place = Place::story(); let library = place.open(); (place, library) });
        STORY.with(|(_, library)| checks::answer(library, &ask(library, &question)));
    }
}

#[test]
fn hostile_files_are_quoted_as_they_are() {
    let enormous = "The keeper climbed the tower and ".repeat(40_000);
    let files: &[(&str, &str)] = &[
        (
            "crlf.txt",
            "The lamp\r\nwas lit.\r\n\r\nThe keeper  slept.\r\n",
        ),
        ("bom.txt", "\u{feff}The keeper lit the lamp.\n"),
        ("no-end.txt", "The keeper lit the lamp"),
        ("one-line.txt", &enormous),
        ("unbroken.txt", &"灯台守は灯をともした".repeat(3_000)),
        ("letters.txt", &"x".repeat(300_000)),
        (
            "marks.md",
            "**The** _keeper_ `lit` [the](x) lamp\\. &lt;b&gt; <i>now</i>\n\n> > - 1. ~~deep~~\n\n| a |\n|-|\n| keeper |",
        ),
        ("unclosed.md", "```\nThe keeper lit the lamp"),
        ("deep.md", &format!("{}The keeper", "> ".repeat(3_000))),
    ];
    for (name, text) in files {
        let place = Place::new(&[(name, text.as_bytes())]);
        let library = place.open();
        check_tiling(&library);
        for question in ["Who lit the lamp?", "keeper", "灯台守", "x"] {
            checks::answer(&library, &ask(&library, question));
        }
        if name.ends_with(".txt") {
            assert_eq!(library.full_text(DocumentId(0)).unwrap(), *text, "{name}");
        }
    }
}

#[test]
fn the_same_corpus_gives_the_same_answers_twice() {
    let (one, two) = (Place::story(), Place::story());
    let (one, two) = (one.open(), two.open());
    for question in [
        "Who kept the lamp?",
        "frost chairs",
        "What did the letter say?",
        "electricity",
        "Mars",
    ] {
        let answers = [&one, &two].map(|library| {
            json::render_answer(library, &ask(library, question), None, true).unwrap()
        });
        assert_eq!(answers[0], answers[1]);
    }
}
