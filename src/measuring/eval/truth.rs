//! Truth files: questions with known answers, one JSON object a line.
//!
//! Three forms are read. FairytaleQA's gives the bytes of the sections that answer (`gold`); the
//! project's own gives the sentences that answer word for word (`evidence`); that of `training/`
//! gives the bytes of the very answer (`spans`). A line without any of them is a question the text
//! does not answer.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::analyze::{fold, is_stop_word, tokens};
use crate::document::Span;
use crate::ids::DocumentId;
use crate::index::Library;
use crate::language::Language;

/// A question with its answer.
#[derive(Debug, Clone)]
pub struct Case {
    /// Identifier from the file.
    pub id: String,
    /// In the reader's words.
    pub question: String,
    /// The document it is about.
    pub document: DocumentId,
    /// Its language.
    pub language: Language,
    /// Bytes of the document that answer; empty when it does not.
    pub gold: Vec<Range<usize>>,
    /// Bytes of the very answer, each time that it stands there; empty when only its words are
    /// known.
    pub spans: Vec<Range<usize>>,
    /// Short answers, normalised; a right quote holds one of them.
    pub answers: Vec<Vec<String>>,
    /// The answer stands in the text in so many words.
    pub explicit: bool,
    /// `attribute` or `kind` of the file.
    pub label: String,
    /// The gold is a sentence or two, not a section.
    pub exact: bool,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    question: String,
    document: String,
    gold: Option<Vec<(usize, usize)>>,
    spans: Option<Vec<(usize, usize)>>,
    evidence: Option<Vec<String>>,
    #[serde(default)]
    answers: Vec<String>,
    explicit: Option<bool>,
    attribute: Option<String>,
    kind: Option<String>,
}

/// Reads a truth file about documents of `library`.
///
/// # Errors
/// When a line cannot be read, names no document of the library, or its evidence is not in the
/// text.
pub fn read_cases(path: &Path, library: &Library) -> Result<Vec<Case>> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let documents: HashMap<&str, DocumentId> = library
        .documents_with_ids()
        .map(|(id, info)| (info.path.as_str(), id))
        .collect();

    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());

    lines
        .map(|(number, line)| {
            parse_case(line, library, &documents)
                .with_context(|| format!("{} line {}", path.display(), number + 1))
        })
        .collect()
}

fn parse_case(
    line: &str,
    library: &Library,
    documents: &HashMap<&str, DocumentId>,
) -> Result<Case> {
    let line: Line = serde_json::from_str(line)?;
    let document = *documents
        .get(line.document.as_str())
        .with_context(|| format!("no document {}", line.document))?;
    let language = library.document(document)?.language;
    let ranges = |pairs: Option<Vec<(usize, usize)>>| -> Vec<Range<usize>> {
        let pairs = pairs.unwrap_or_default();
        pairs.into_iter().map(|(start, end)| start..end).collect()
    };

    let spans = ranges(line.spans);
    let mut gold = ranges(line.gold);
    if gold.is_empty() {
        gold.clone_from(&spans);
    }

    let exact = line.evidence.is_some() || !spans.is_empty() || gold.is_empty();
    let text = library.full_text(document)?;
    for evidence in line.evidence.unwrap_or_default() {
        let start = text
            .find(&evidence)
            .with_context(|| format!("the text has no sentence {evidence:?}"))?;
        gold.push(start..start + evidence.len());
    }
    ensure!(
        gold.iter()
            .chain(&spans)
            .all(|range| range.end <= text.len()),
        "a gold range outside the text"
    );
    Ok(Case {
        id: line.id,
        question: line.question,
        document,
        language,
        explicit: line.explicit.unwrap_or(!gold.is_empty()),
        gold,
        spans,
        answers: line
            .answers
            .iter()
            .map(|answer| folded_words(answer, language))
            .filter(|answer| !answer.is_empty())
            .collect(),
        label: line
            .attribute
            .or(line.kind)
            .unwrap_or_else(|| "all".to_owned()),
        exact,
    })
}

/// A text as its folded words, for comparing answers.
fn folded_words(text: &str, language: Language) -> Vec<String> {
    tokens(text, language)
        .map(|token| fold(&text[token.range]))
        .collect()
}

impl Case {
    /// Whether a passage answers: it meets the very answer, or else a sentence of the gold, or else
    /// its middle byte lies in the gold.
    pub fn is_hit(&self, span: Span) -> bool {
        if span.document != self.document {
            return false;
        }
        if !self.spans.is_empty() {
            return self.spans.iter().any(|answer| is_overlapping(answer, span));
        }

        let middle = usize::midpoint(span.start, span.end);
        let hit = |gold: &Range<usize>| {
            if self.exact {
                is_overlapping(gold, span)
            } else {
                gold.contains(&middle)
            }
        };
        self.gold.iter().any(hit)
    }

    /// Whether a quote answers: it holds the very answer. Where only its words are known, it is a
    /// hit and holds one of the short answers, as a run of words or at least 80 % of its content
    /// words.
    pub fn is_right(&self, span: Span, text: &str) -> bool {
        if !self.spans.is_empty() {
            let holds =
                |answer: &Range<usize>| span.start <= answer.start && answer.end <= span.end;
            return span.document == self.document && self.spans.iter().any(holds);
        }

        let quoted = folded_words(text, self.language);
        self.is_hit(span)
            && (self.answers.is_empty()
                || self
                    .answers
                    .iter()
                    .any(|answer| holds_answer(&quoted, answer, self.language)))
    }
}

fn is_overlapping(range: &Range<usize>, span: Span) -> bool {
    span.start < range.end && range.start < span.end
}

fn holds_answer(quoted: &[String], answer: &[String], language: Language) -> bool {
    let content: Vec<&String> = answer
        .iter()
        .filter(|word| !is_stop_word(word, language))
        .collect();
    let found = content.iter().filter(|word| quoted.contains(word)).count();
    quoted.windows(answer.len()).any(|run| run == answer)
        || (!content.is_empty() && found * 5 >= content.len() * 4)
}
