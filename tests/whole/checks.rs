//! What holds of every document that is read, every answer and every JSON object of one, whatever
//! the text and the question are. The fuzz targets check it, too.

use pullquote::internals::Language;
use pullquote::internals::answer::Answer;
use pullquote::internals::document::{Document, Span};
use pullquote::internals::index::Library;
use pullquote::internals::passages;
use pullquote::internals::render::terminal::{self, Detail, Screen};
use pullquote::internals::render::{Place, json};
use pullquote::internals::sentences;
use serde_json::Value;

/// Checks that a document's places are places of its text, in reading order, and that its passages
/// are made of its sentences, each once.
pub fn document(document: &Document) {
    let text = document.text.as_str();
    assert!(document.is_sound(), "{document:?}");
    assert!(!document.title.is_empty() && !document.blocks.is_empty());
    assert!(
        document.sections.is_sorted_by_key(|section| section.start),
        "{:?}",
        document.sections
    );
    assert!(
        document.pages.first().is_none_or(|first| *first == 0)
            && document.pages.len() >= document.unread.len()
    );
    // Sentences end in other places in another language; which one a text is in is a guess.
    let some = Language::all()
        .nth(text.len() % Language::all().count())
        .unwrap_or_default();
    for language in [Language::of(document), some] {
        let mut all = Vec::new();
        for block in &document.blocks {
            assert_eq!(text[block.range.clone()].trim(), &text[block.range.clone()]);
            assert!(
                document.sections[block.section].start <= block.range.start
                    && !block.range.is_empty()
            );
            let sentences = sentences(text, block.range.clone(), language);
            let mut end = block.range.start;
            for sentence in &sentences {
                assert!(
                    !text[sentence.range.clone()].trim().is_empty(),
                    "a sentence without a word"
                );
                assert!(
                    text[end..sentence.range.start].trim().is_empty(),
                    "words between sentences"
                );
                end = sentence.range.end;
            }
            assert_eq!(end, block.range.end, "words behind the last sentence");
            all.extend(sentences);
        }
        let passages = passages(document, language);
        let mut end = 0;
        for passage in &passages {
            assert!(passage.section < document.sections.len() && !passage.sentences.is_empty());
            assert!(
                end <= passage.range().start && text.get(passage.range()).is_some(),
                "{:?}",
                passage.range()
            );
            end = passage.range().end;
        }
        assert_eq!(
            passages
                .into_iter()
                .flat_map(|passage| passage.sentences)
                .collect::<Vec<_>>(),
            all
        );
    }
}

/// Checks an answer's spans, and every rendering of it against the texts themselves.
pub fn answer(library: &Library, answer: &Answer) {
    let at = |span: Span| &library.full_text(span.document).unwrap()[span.range()];
    for found in &answer.passages {
        assert!(Place::of(library, &found.passage).unwrap().count >= 1);
        assert_eq!(
            library.text(found.passage.span).unwrap(),
            at(found.passage.span)
        );
        assert!(
            found
                .highlights
                .iter()
                .all(|h| found.passage.span.start <= h.start && h.end <= found.passage.span.end)
        );
    }
    let plain = terminal::render_answer(
        library,
        answer,
        Screen::default(),
        Detail {
            limit: Some(5),
            explain: true,
        },
    )
    .unwrap();
    for screen in [
        Screen {
            width: Some(20),
            color: true,
        },
        Screen {
            width: Some(80),
            color: false,
        },
    ] {
        let shown = terminal::render_answer(
            library,
            answer,
            screen,
            Detail {
                limit: Some(5),
                explain: true,
            },
        )
        .unwrap();
        assert!(
            !shown.replace("\u{1b}[", "").contains('\u{1b}'),
            "only our own escape sequences"
        );
    }
    object(
        library,
        &serde_json::from_str(&json::render_answer(library, answer, None, true).unwrap()).unwrap(),
    );
    if let Some(quote) = &answer.quote {
        assert!(
            lies_in(quote.span, answer.passages[quote.passage].passage.span),
            "the quote lies in its passage"
        );
        assert!(!at(quote.span).trim().is_empty());
        assert!(
            plain.starts_with(at(quote.span))
                || plain.contains(&format!("\n\n{}\n\n", at(quote.span)))
        );
        for range in quote.highlights.iter().chain(&quote.answer) {
            let whole = library.full_text(quote.span.document).unwrap();
            assert!(
                quote.span.start <= range.start
                    && range.end <= quote.span.end
                    && whole.get(range.clone()).is_some()
            );
        }
    }
}

/// Checks an answer as JSON against the texts.
pub fn object(library: &Library, object: &Value) {
    let passages = object["passages"].as_array().unwrap();
    for piece in passages
        .iter()
        .chain(Some(&object["quote"]).filter(|quote| !quote.is_null()))
    {
        let number = |key: &str| piece[key].as_u64().unwrap() as usize;
        let (document, _) = library
            .documents_with_ids()
            .find(|(_, document)| *document.path == piece["document"])
            .unwrap();
        let whole = library.full_text(document).unwrap();
        assert_eq!(
            piece["text"].as_str().unwrap(),
            &whole[number("start")..number("end")]
        );
    }
}

/// Whether a span lies wholly inside another.
fn lies_in(inner: Span, outer: Span) -> bool {
    inner.document == outer.document && outer.start <= inner.start && inner.end <= outer.end
}
