//! Truth files: questions with known answers, one JSON object a line.
//!
//! Two forms are read. FairytaleQA's gives the bytes of the sections that answer (`gold`); the
//! project's own gives the sentences that answer word for word (`evidence`), and a line without any
//! is a question the text does not answer.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::analyze::{fold, is_stop_word, tokens};
use crate::document::Span;
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
    pub document: u32,
    /// Its language.
    pub language: Language,
    /// Bytes of the document that answer; empty when it does not.
    pub gold: Vec<Range<usize>>,
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
/// When a line cannot be read, names no document of the library, or its evidence is not in the text.
pub fn read(path: &Path, library: &Library) -> Result<Vec<Case>> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let documents: HashMap<&str, u32> = library
        .documents()
        .iter()
        .map(|d| d.path.as_str())
        .zip(0..)
        .collect();
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            case(line, library, &documents)
                .with_context(|| format!("{} line {}", path.display(), number + 1))
        })
        .collect()
}

fn case(line: &str, library: &Library, documents: &HashMap<&str, u32>) -> Result<Case> {
    let line: Line = serde_json::from_str(line)?;
    let document = *documents
        .get(line.document.as_str())
        .with_context(|| format!("no document {}", line.document))?;
    let language = library.document(document)?.language;
    let exact = line.evidence.is_some();
    let mut gold: Vec<Range<usize>> = line
        .gold
        .unwrap_or_default()
        .into_iter()
        .map(|(start, end)| start..end)
        .collect();
    let text = library.full_text(document)?;
    for evidence in line.evidence.unwrap_or_default() {
        let start = text
            .find(&evidence)
            .with_context(|| format!("the text has no sentence {evidence:?}"))?;
        gold.push(start..start + evidence.len());
    }
    ensure!(
        gold.iter().all(|range| range.end <= text.len()),
        "a gold range outside the text"
    );
    Ok(Case {
        id: line.id,
        question: line.question,
        document,
        language,
        explicit: line.explicit.unwrap_or(!gold.is_empty()),
        gold,
        answers: line
            .answers
            .iter()
            .map(|answer| words(answer, language))
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
fn words(text: &str, language: Language) -> Vec<String> {
    tokens(text, language)
        .map(|token| fold(&text[token.range]))
        .collect()
}

impl Case {
    /// Whether a passage answers: its middle byte lies in the gold. Where the gold is single
    /// sentences, it must hold one of them.
    pub fn is_hit(&self, span: Span) -> bool {
        let middle = usize::midpoint(span.start, span.end);
        let hit = |gold: &Range<usize>| {
            if self.exact {
                span.start < gold.end && gold.start < span.end
            } else {
                gold.contains(&middle)
            }
        };
        span.document == self.document && self.gold.iter().any(hit)
    }

    /// Whether a quote answers: it is a hit and holds one of the short answers, as a run of words or
    /// at least 80 % of its content words.
    pub fn is_right(&self, span: Span, text: &str) -> bool {
        let quoted = words(text, self.language);
        self.is_hit(span)
            && (self.answers.is_empty()
                || self
                    .answers
                    .iter()
                    .any(|answer| holds(&quoted, answer, self.language)))
    }
}

fn holds(quoted: &[String], answer: &[String], language: Language) -> bool {
    let content: Vec<&String> = answer
        .iter()
        .filter(|word| !is_stop_word(word, language))
        .collect();
    let found = content.iter().filter(|word| quoted.contains(word)).count();
    quoted.windows(answer.len()).any(|run| run == answer)
        || (!content.is_empty() && found * 5 >= content.len() * 4)
}
