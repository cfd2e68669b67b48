//! Ranked passages -> the best of them read, and ranked anew by words and reader together.
//!
//! The words find what may answer; whether it does, the reader tells better. The rest keeps its
//! order behind those that were read.

use std::sync::LazyLock;

use anyhow::Result;

use crate::document::Span;
use crate::index::{Library, PassageInfo};
use crate::rank::Ranked;
use crate::rank::model::{Model, Weights};
use crate::reader::{Excerpt, Reader, Verdict};

/// Bytes looked through for the sentence in front of a passage.
const LOOK_BACK: usize = 600;
/// Ends of a sentence inside a paragraph.
const SENTENCE_ENDS: [char; 3] = ['.', '!', '?'];
/// A margin beyond this many logits says no more.
const SURE: f32 = 10.0;

/// Names of what is measured about a passage that was read.
const NAMES: [&str; 3] = ["words", "relevance", "margin"];

/// A passage as the reader sees it.
#[derive(Debug, Clone)]
pub struct Read {
    /// What the reader makes of it.
    pub verdict: Verdict,
    /// What was measured, in the order of [`column_names`].
    pub row: Vec<f32>,
}

/// Names of what is measured, in the order of a row.
pub fn column_names() -> &'static [&'static str] {
    &NAMES
}

/// The shipped model.
pub fn shipped_model() -> &'static Model {
    static MODEL: LazyLock<Model> =
        LazyLock::new(|| Weights::shipped().model("passage, read", column_names()));
    &MODEL
}

/// Reads the best `count` passages and measures each; the order stays.
///
/// # Errors
/// When the index cannot be read or the reader fails.
pub fn read_passages(
    reader: &Reader,
    library: &Library,
    question: &str,
    ranked: &mut [Ranked],
    count: usize,
) -> Result<()> {
    let verdicts = reader.read(question, &collect_excerpts(library, ranked, count)?)?;
    attach_verdicts(ranked, verdicts);
    Ok(())
}

/// What there is to read of the best `count` passages.
pub fn collect_excerpts<'a>(
    library: &'a Library,
    ranked: &[Ranked],
    count: usize,
) -> Result<Vec<Excerpt<'a>>> {
    let best = ranked.iter().take(count);
    best.map(|passage| excerpt_of(library, passage.passage(), passage.passage().span))
        .collect()
}

/// Gives the best passages the reader's verdicts, one each, and measures them.
pub fn attach_verdicts(ranked: &mut [Ranked], verdicts: Vec<Verdict>) {
    let best = &mut ranked[..verdicts.len()];
    let top = best.first().map_or(0.0, |passage| passage.score);

    for (passage, verdict) in best.iter_mut().zip(verdicts) {
        let margin = verdict.margin().clamp(-SURE, SURE);
        let row = vec![passage.score - top, verdict.relevance, margin];
        passage.read = Some(Read { verdict, row });
    }
}

/// Orders the passages that were read by `model`; the others follow as they were.
pub fn rerank(ranked: &mut [Ranked], model: &Model) {
    let count = ranked.iter().take_while(|p| p.read.is_some()).count();
    let (best, rest) = ranked.split_at_mut(count);
    for passage in best.iter_mut() {
        if let Some(read) = &passage.read {
            passage.score = model.score(&read.row);
        }
    }
    best.sort_by(|a, b| {
        let by_score = b.score.total_cmp(&a.score);
        by_score.then(a.passage().id.cmp(&b.passage().id))
    });

    // Scores of both kinds go down the list, although they are not of one scale.
    let (Some(lowest), Some(highest)) = (best.last(), rest.first()) else {
        return;
    };
    let shift = lowest.score - 1.0 - highest.score;
    for passage in rest {
        passage.score += shift;
    }
}

/// What there is to read of a passage, or of a `span` in it.
pub fn excerpt_of<'a>(
    library: &'a Library,
    passage: &PassageInfo,
    span: Span,
) -> Result<Excerpt<'a>> {
    let text = library.full_text(span.document)?;
    Ok(Excerpt {
        heading: excerpt_heading(library, passage)?,
        before: sentence_before(text, span),
        text: library.text(span)?,
    })
}

/// What the text and the section call themselves, as the reader learned with it
/// (`training/passages.py`).
fn excerpt_heading(library: &Library, passage: &PassageInfo) -> Result<String> {
    let title = &library.document(passage.span.document)?.title;
    match library.section(passage).path.last() {
        Some(section) if section != title => Ok(format!("{title}. {section}.")),
        _ => Ok(format!("{title}.")),
    }
}

/// The last sentence, or the heading, in front of what is read.
fn sentence_before(text: &str, span: Span) -> &str {
    let from = text.ceil_char_boundary(span.start.saturating_sub(LOOK_BACK));
    let before = text[from..span.start].trim_end();
    let edge = ["\n\n", "\r\n\r\n"].map(|gap| before.rfind(gap).unwrap_or(0));
    let paragraph = before[edge[0].max(edge[1])..].trim_start();

    // The mark that ends this very sentence does not count.
    let inside = paragraph.trim_end_matches(|c: char| !c.is_alphanumeric());
    let end = inside.rmatch_indices(SENTENCE_ENDS).find(|(at, _)| {
        let rest = &inside[at + 1..];
        let next = rest.trim_start_matches(['"', '\'', '”', '’', ')']);
        next.starts_with(char::is_whitespace)
            && next
                .trim_start()
                .trim_start_matches(['"', '“', '‘', '(', '\''])
                .starts_with(|c: char| c.is_uppercase() || c.is_numeric())
    });
    match end {
        Some((at, _)) => paragraph[at + 1..]
            .trim_start_matches(['"', '\'', '”', '’', ')'])
            .trim_start(),
        None => paragraph,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::DocumentId;

    #[test]
    fn the_sentence_before_is_the_last_of_its_paragraph() {
        let check = |before: &str, expected: &str| {
            let text = format!("{before}Passage.");
            let span = Span {
                document: DocumentId(0),
                start: before.len(),
                end: text.len(),
            };
            assert_eq!(sentence_before(&text, span), expected, "{before:?}");
        };
        check("", "");
        check("One. Two went\nhome.\n\n", "Two went\nhome.");
        check("One.\n\nThe Heading\n\n", "The Heading");
        check("One.\r\n\r\nThe Heading\r\n\r\n", "The Heading");
        check(
            "He left. “Who is it?” she asked. ",
            "“Who is it?” she asked.",
        );
        check("It cost 3.50 then. ", "It cost 3.50 then.");
        check(&"ä".repeat(700), &"ä".repeat(300));
    }
}
