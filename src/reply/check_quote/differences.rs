//! Where a quotation and the text differ, and whether that turns the meaning round.

use std::ops::Range;

use anyhow::Result;

use crate::analyze::{fold, split_words};
use crate::compare::{Comparison, Edit};
use crate::language::Language;
use crate::servers::View;

/// Words that turn a sentence into its opposite, folded, in the languages that we know most of.
const DENIALS: [(Language, &[&str]); 9] = [
    (
        Language::English,
        &["not", "no", "never", "neither", "nor", "nobody", "nothing"],
    ),
    (
        Language::German,
        &[
            "nicht", "kein", "keine", "keinen", "keiner", "nie", "niemals", "nichts", "niemand",
        ],
    ),
    (Language::French, &["ne", "n", "pas", "jamais", "rien"]),
    (Language::Spanish, &["no", "nunca", "jamas", "nada"]),
    (Language::Italian, &["non", "mai", "niente", "nulla"]),
    (Language::Portuguese, &["nao", "nunca", "jamais", "nada"]),
    (Language::Dutch, &["niet", "geen", "nooit"]),
    (Language::Swedish, &["inte", "aldrig", "ingen"]),
    (Language::Russian, &["не", "никогда", "нет"]),
];
/// The same where they are no words of their own.
const DENYING: [(Language, &[&str]); 2] = [
    (Language::Japanese, &["ない", "なか", "なく", "ません"]),
    (Language::Chinese, &["不", "没", "沒", "未", "無", "无"]),
];

/// Whether what the message leaves out turns its meaning round.
pub fn leaves_out_denial(library: &View, found: &Comparison) -> Result<bool> {
    let text = library.full_text(found.span.document)?;
    let language = library.document(found.span.document)?.language;
    let denials = words_of(language, &DENIALS);
    let denying = words_of(language, &DENYING);

    let is_denial = |range: &Range<usize>| {
        let left_out = text.get(range.clone()).unwrap_or_default();
        let mut words = split_words(left_out, language).map(|(_, word)| fold(word));
        words.any(|word| word.ends_with("n't") || denials.contains(&word.as_str()))
            || denying.iter().any(|denial| left_out.contains(denial))
    };
    let is_left_out = |edit: &Edit| matches!(edit, Edit::LeftOut(_));
    Ok(collect_text_runs(&found.edits, is_left_out)
        .iter()
        .any(is_denial))
}

/// The words of a language in a table; none if it is not there.
fn words_of(
    language: Language,
    table: &[(Language, &'static [&'static str])],
) -> &'static [&'static str] {
    let known = table.iter().find(|(known, _)| *known == language);
    known.map_or(&[], |(_, words)| words)
}

/// Bytes of the document that the message lacks, or has otherwise.
pub fn collect_missing_ranges(edits: &[Edit]) -> Vec<Range<usize>> {
    collect_text_runs(edits, |edit| {
        matches!(
            edit,
            Edit::TextOnly(_) | Edit::LeftOut(_) | Edit::Respelt(..)
        )
    })
}

/// Bytes of the document of some of its words; those that follow one another are one.
fn collect_text_runs(edits: &[Edit], is_wanted: impl Fn(&Edit) -> bool) -> Vec<Range<usize>> {
    let of_text = edits.iter().filter_map(|edit| match edit {
        Edit::Same(range, _)
        | Edit::Respelt(range, _)
        | Edit::TextOnly(range)
        | Edit::LeftOut(range) => Some((is_wanted(edit), range)),
        Edit::QuotationOnly(_) | Edit::Elsewhere(_) => None,
    });
    let of_text: Vec<_> = of_text.collect();

    let runs = of_text.chunk_by(|a, b| a.0 == b.0).filter(|run| run[0].0);
    runs.map(|run| run[0].1.start..run[run.len() - 1].1.end)
        .collect()
}

/// Bytes of the quotation of words that only it has, or has otherwise.
pub fn collect_added_ranges(edits: &[Edit]) -> Vec<Range<usize>> {
    let alone = |edit: &Edit| match edit {
        Edit::QuotationOnly(range) | Edit::Respelt(_, range) => Some(range.clone()),
        _ => None,
    };
    edits.iter().filter_map(alone).collect()
}
