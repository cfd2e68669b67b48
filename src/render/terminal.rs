//! Answers for a terminal or a pipe.
//!
//! A pipe gets the text byte for byte, the quote in a paragraph of its own. A terminal gets it
//! wrapped and without control characters; in colour the quote stands bright in its dim passage, so
//! there it is shown once only.

use std::ops::Range;

use anyhow::Result;

use crate::answer::{Answer, Found, Quote};
use crate::document::Span;
use crate::index::{Library, PassageInfo};
use crate::locale::Locale::English;
use crate::rank::reading::Read;
use crate::render::about::Fact;
use crate::render::discord::words::about::{say_fact, say_how_understood};
use crate::render::wrap::{self, Look, Styled};
use crate::render::{Place, about, phrases};
use crate::shown;

const DIM: Look = "\x1b[2m";
const BOLD: Look = "\x1b[1m";
const MATCH: Look = "\x1b[1;33m";

/// Passages shown when none answers.
const CLOSEST: usize = 3;
/// Columns in front of the words of an explanation.
const EXPLAINED: usize = 11;

/// What is written to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Screen {
    /// Columns to wrap at; `None` for a pipe or file, which gets the exact text.
    pub width: Option<usize>,
    /// Whether colours are wanted.
    pub color: bool,
}

/// How much of an answer to show.
#[derive(Debug, Clone, Copy, Default)]
pub struct Detail {
    /// Passages; by default the one with the quote, or the three closest.
    pub limit: Option<usize>,
    /// Also why.
    pub explain: bool,
}

/// A whole answer, with a line end.
///
/// # Errors
/// When the library is not the one that was asked, or is damaged.
pub fn render_answer(
    library: &Library,
    answer: &Answer,
    screen: Screen,
    detail: Detail,
) -> Result<String> {
    let mut parts = Vec::new();
    if let Some(facts) = about::collect_facts(library, answer)? {
        let told: Vec<String> = facts.iter().map(render_fact).collect();
        return Ok(screen.own(&shown::harmless_lines(&told.join("\n")), 0) + "\n");
    }

    let understood = say_how_understood(English, answer).into_iter();
    parts.extend(understood.map(|line| screen.own(&line, 0)));
    if answer.is_perhaps() {
        parts.push(phrases::PERHAPS.to_owned());
    }

    match &answer.quote {
        Some(quote) => parts.extend(render_quote_parts(library, answer, quote, screen, detail)?),
        None => parts.extend(render_closest_passages(library, answer, screen, detail)?),
    }

    if detail.explain {
        parts.push(screen.own(&render_explanation(library, answer)?, EXPLAINED));
    }

    Ok(parts.join("\n\n") + "\n")
}

/// What is known of a text; what is best read is not read with a command here.
fn render_fact(one: &Fact) -> String {
    match one {
        Fact::Readable | Fact::Summary => phrases::BEST_READ.to_owned(),
        one => say_fact(English, one, &str::to_owned),
    }
}

/// The passages of an answer that are shown, first the one with the quote, and those that could be.
pub fn split_passages(answer: &Answer, detail: Detail) -> (Vec<&Found>, Vec<&Found>) {
    let quoted = answer.quote.as_ref().map(|quote| quote.passage);
    let shown = detail
        .limit
        .unwrap_or(if quoted.is_some() { 1 } else { CLOSEST });

    // A passage without a single matching word is not close, it is only next in line.
    let close = answer
        .passages
        .iter()
        .enumerate()
        .filter(|(rank, f)| Some(*rank) == quoted || !f.highlights.is_empty());

    let mut found: Vec<(usize, &Found)> = close.collect();
    found.sort_by_key(|(rank, _)| Some(*rank) != quoted);
    let mut found: Vec<&Found> = found.into_iter().map(|(_, found)| found).collect();

    let rest = found.split_off(shown.min(found.len()));
    (found, rest)
}

/// A passage with its place, as `chat` shows it when reading on.
///
/// # Errors
/// As [`render_answer`].
pub fn render_passage(
    library: &Library,
    passage: &PassageInfo,
    marks: &[Range<usize>],
    screen: Screen,
) -> Result<String> {
    let text = screen.show(library, passage.span, None, marks)?;
    Ok(format!(
        "{}\n\n{text}",
        screen.bold(&Place::of(library, passage)?.to_string())
    ))
}

fn render_quote_parts(
    library: &Library,
    answer: &Answer,
    quote: &Quote,
    screen: Screen,
    detail: Detail,
) -> Result<Vec<String>> {
    let Some(found) = answer.passages.get(quote.passage) else {
        return Ok(Vec::new());
    };

    let place = render_quote_place(library, &found.passage, quote)?;
    let mut parts = Vec::new();
    if screen.color {
        parts.push(screen.show(
            library,
            found.passage.span,
            Some(quote.span),
            &quote.highlights,
        )?);
        parts.push(screen.bold(&place));
    } else {
        parts.push(screen.show(library, quote.span, None, &[])?);
        parts.push(screen.own(&place, 0));
        if quote.span != found.passage.span {
            parts.push(screen.show(library, found.passage.span, None, &[])?);
        }
    }

    let (shown, _) = split_passages(answer, detail);
    if shown.len() > 1 {
        parts.push(screen.own(phrases::MORE, 0));
    }

    for found in &shown[1..] {
        parts.push(render_found(library, found, screen)?);
    }

    Ok(parts)
}

fn render_quote_place(library: &Library, passage: &PassageInfo, quote: &Quote) -> Result<String> {
    let place = Place::of_span(library, passage, quote.span)?;
    let piece = quote.cut.before || quote.cut.after;
    Ok(if piece {
        format!("{place} · {}", phrases::PIECE)
    } else {
        place.to_string()
    })
}

fn render_closest_passages(
    library: &Library,
    answer: &Answer,
    screen: Screen,
    detail: Detail,
) -> Result<Vec<String>> {
    let (close, _) = split_passages(answer, detail);
    let mut parts = vec![screen.bold(phrases::NOT_SAID)];
    let closeness = if close.is_empty() {
        phrases::NOTHING_CLOSE
    } else {
        phrases::CLOSEST
    };
    parts.push(screen.own(closeness, 0));

    for found in close {
        parts.push(render_found(library, found, screen)?);
    }
    if answer.late > 0 {
        parts.push(screen.own(&phrases::render_late_note(answer.late), 0));
    }

    Ok(parts)
}

fn render_found(library: &Library, found: &Found, screen: Screen) -> Result<String> {
    render_passage(library, &found.passage, &found.highlights, screen)
}

fn render_explanation(library: &Library, answer: &Answer) -> Result<String> {
    let mut lines = vec![format!(
        "Confidence {:.2}; an answer needs {:.2}.",
        answer.confidence, answer.thresholds.answers
    )];
    lines.extend(answer.alone.as_ref().map(|alone| {
        format!(
            "Its sentences read alone: answerable {:.2}, {:.2} above no answer.",
            alone.answerable,
            alone.margin()
        )
    }));
    lines.push("Looked for, with weights:".to_owned());
    lines.extend(
        answer
            .terms
            .iter()
            .map(|(term, weight)| format!("  {weight:7.3}  {}", shown::harmless_name(term))),
    );

    for (rank, found) in answer.passages.iter().enumerate() {
        lines.push(format!("Passage {} scores {:.3}:", rank + 1, found.score));
        lines.extend(render_reading(library, found)?);
        lines.extend(
            found
                .shares()
                .iter()
                .map(|(feature, share)| format!("  {share:7.3}  {feature}")),
        );
    }

    Ok(lines.join("\n"))
}

/// What the reader made of a passage, with the words that it takes for the answer.
fn render_reading(library: &Library, found: &Found) -> Result<Option<String>> {
    let Some(Read { verdict, .. }) = &found.read else {
        return Ok(None);
    };
    let Some(answer) = verdict.best() else {
        return Ok(None);
    };

    let Span {
        document, start, ..
    } = found.passage.span;
    let span = Span {
        document,
        start: start + answer.place.start,
        end: start + answer.place.end,
    };
    let words = library.text(span)?;
    Ok(Some(format!(
        "  read: relevance {:.2}, answerable {:.2}, {:.2} above no answer, at “{}”",
        verdict.relevance,
        verdict.answerable,
        verdict.margin(),
        shown::harmless_line(words)
    )))
}

impl Screen {
    /// Words of the program; what goes on in a further line is indented.
    pub fn own(self, text: &str, indent: usize) -> String {
        self.width.map_or_else(
            || text.to_owned(),
            |width| wrap::wrap_indented(text, width, indent),
        )
    }

    fn bold(self, text: &str) -> String {
        let looks = if self.color {
            vec![(0..text.len(), BOLD)]
        } else {
            Vec::new()
        };
        self.width.map_or_else(
            || text.to_owned(),
            |width| Styled { text, looks }.wrapped(width),
        )
    }

    /// The text of a span; `bright` stands out from it, and `marks` from both.
    fn show(
        self,
        library: &Library,
        span: Span,
        bright: Option<Span>,
        marks: &[Range<usize>],
    ) -> Result<String> {
        let text = library.text(span)?;
        let Some(width) = self.width else {
            return Ok(text.to_owned());
        };

        let mut looks = Vec::new();
        if self.color {
            if let Some(bright) = bright {
                looks.push((span.start..bright.start, DIM));
                looks.push((bright.end..span.end, DIM));
                looks.push((bright.range(), BOLD));
            }
            looks.extend(marks.iter().map(|range| (range.clone(), MATCH)));
        }

        let inside =
            |r: Range<usize>| r.start.saturating_sub(span.start)..r.end.saturating_sub(span.start);
        let looks = looks
            .into_iter()
            .map(|(range, look)| (inside(range), look))
            .collect();
        Ok(Styled { text, looks }.wrapped(width))
    }
}
