//! A question for an entry by its label: "rule 3", "what does E41 mean", "what is a deckhand". The
//! item of a list, the row or the section that begins with the label is looked up.
//!
//! That it is there can be seen, so neither words nor reader are asked how sure it is: they do not
//! know that a number or a code at the beginning of a line names what follows.

use std::ops::Range;

use anyhow::Result;

use crate::analyze::tokens;
use crate::answer::considered::Considered;
use crate::answer::heading::choose_stretch;
use crate::answer::headings::{Heading, Headings};
use crate::answer::label::{Fit, Form, LABEL_WORDS, Label};
use crate::answer::lookup::FOUND;
use crate::ids::PassageId;
use crate::index::Library;
use crate::quote::window_span;

/// Passages with a label that are looked through for its entry.
const LOOKED_THROUGH: usize = 500;

/// Chooses the entry that is asked for by its label.
pub fn choose_entry(considered: &mut Considered, headings: &Headings) -> Result<()> {
    let Some(label) = Label::of(&considered.query) else {
        return Ok(());
    };
    let (library, space) = (headings.library, headings.space);

    // What a code or a word stands for may be told in a sentence, too.
    let is_sure = considered.is_sure();
    let is_answered = match label.form {
        Form::Number(_) => false,
        Form::Code => is_sure && quotes_in_one_sentence(considered, library, &label),
        Form::Word => is_sure,
    };
    if is_answered {
        return Ok(());
    }

    let Some(entry) = find_entry(headings, &label)? else {
        return Ok(());
    };
    let confidence = match (&label.form, entry.fit) {
        (Form::Word, _) | (_, Fit::Perhaps) => considered.thresholds.answers,
        _ => considered.confidence.max(FOUND),
    };
    choose_stretch(
        considered,
        library,
        space,
        entry.passage,
        entry.bytes,
        confidence,
    )
}

/// Whether a single sentence is quoted, and has the label.
fn quotes_in_one_sentence(considered: &Considered, library: &Library, label: &Label) -> bool {
    let choice = considered.choice.as_ref();
    choice.is_some_and(|window| {
        let span = window_span(&considered.ranked[window.passage], &window.sentences);
        let shown = library.text(span).unwrap_or_default();
        let mut words = tokens(shown, label.language);
        window.sentences.len() == 1 && words.any(|word| label.terms.contains(&word.term))
    })
}

/// An entry of a text.
struct Entry {
    passage: PassageId,
    /// Bytes of the document.
    bytes: Range<usize>,
    fit: Fit,
}

/// The entry of an open text that fits a label best, the first of those that fit as well. Several
/// lines that begin with one word are what somebody says, not what the word means.
fn find_entry(headings: &Headings, label: &Label) -> Result<Option<Entry>> {
    let library = headings.library;
    let runs: Vec<Vec<String>> = label.terms.iter().map(|term| vec![term.clone()]).collect();
    let passages = headings.space.passages.clone();
    let holders = library.postings(label.language).holding(&runs, passages)?;

    let mut entries = Vec::new();
    for id in holders.take(LOOKED_THROUGH) {
        entries.extend(find_entries_in(library, label, id)?);
    }
    if matches!(label.form, Form::Word) && entries.len() > 1 {
        return Ok(None);
    }
    let best = entries.into_iter().min_by_key(|entry| entry.fit);
    if best.as_ref().is_some_and(|entry| entry.fit == Fit::Whole) {
        return Ok(best);
    }

    let section = find_section(headings, label)?;
    Ok(section.or(best))
}

/// The entries of a passage that fit a label.
fn find_entries_in(library: &Library, label: &Label, id: PassageId) -> Result<Vec<Entry>> {
    let passage = library.passage(id)?;
    let text = library.full_text(passage.span.document)?;
    let mut headings = library.section(&passage).path.clone();
    headings.push(library.document(passage.span.document)?.title.clone());
    if !label.is_under(&headings) {
        return Ok(Vec::new());
    }

    let rows = passage.sentences.clone();
    let sentences = rows.map(|row| library.sentence(row));
    let sentences = sentences.collect::<Result<Vec<_>>>()?;
    let mut entries = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        let start = sentence.range.start;
        let line_end = text[start..passage.span.end].find('\n');
        let line_end = line_end.map_or(passage.span.end, |length| start + length);
        let opens_line = start == passage.span.start || text[..start].ends_with('\n');

        let line = &text[start..line_end];
        if let Some(fit) = label.fit(line, opens_line, &headings) {
            // Under a label that has a line of its own its text follows.
            let is_alone = matches!(label.form, Form::Number(_))
                && line.split_whitespace().count() <= LABEL_WORDS;
            let end = if is_alone { passage.span.end } else { line_end };
            let behind = sentences[at + 1..].iter().map(|one| one.range.start);
            let next = behind
                .take_while(|start| *start < end)
                .find(|start| label.is_next(&text[*start..end]));
            entries.push(Entry {
                passage: id,
                bytes: start..next.unwrap_or(end),
                fit,
            });
        }
    }

    // Rows of a table that begin with codes: what one stands for is told beside it.
    let rows = text[passage.span.range()].lines();
    let is_row = |line: &&str| label.is_next(line) && !line.ends_with('.');
    let are_rows = rows.filter(is_row).count() > 1;
    if are_rows {
        let unsure = entries.iter_mut().filter(|entry| entry.fit == Fit::Perhaps);
        unsure.for_each(|entry| entry.fit = Fit::Whole);
    }
    Ok(entries)
}

/// The beginning of the section whose heading has the number: behind what is numbered, or alone in
/// a text that is called after that.
fn find_section(headings: &Headings, label: &Label) -> Result<Option<Entry>> {
    let Form::Number(kinds) = &label.form else {
        return Ok(None);
    };

    let is_under = |heading: &Heading| label.is_under(&[heading.title.to_owned()]);
    let is_named = |heading: &Heading| is_under(heading) && label.is_named(heading.text, kinds);
    let is_item = |heading: &Heading| {
        is_under(heading) && label.is_item(heading.text, kinds, &[heading.title.to_owned()])
    };
    let passage = match headings.find_opening(is_named)? {
        Some(passage) => Some(passage),
        None => headings.find_opening(is_item)?,
    };
    let Some(passage) = passage else {
        return Ok(None);
    };
    Ok(Some(Entry {
        passage,
        bytes: headings.library.passage(passage)?.span.range(),
        fit: Fit::Whole,
    }))
}
