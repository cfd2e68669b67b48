//! Questions with known answers -> the weights file.
//!
//! Three models, in the order in which answering uses them: which passage, which sentences of it, and
//! whether they answer. Each is fitted on what the one before gives, on the same questions.

pub mod softmax;

use std::fmt::Write;
use std::ops::Range;

use anyhow::Result;

use crate::confidence;
use crate::eval::other_document;
use crate::eval::truth::Case;
use crate::index::Library;
use crate::query::{Query, scope};
use crate::quote;
use crate::rank::features;
use crate::rank::model::Model;
use crate::rank::statistics::Collection;
use crate::rank::{Ranked, measure};
use softmax::{Group, Loss};

/// A library with questions about it.
pub struct Material {
    /// The texts.
    pub library: Library,
    /// The questions.
    pub cases: Vec<Case>,
    /// How much each question counts, relative to one of the first material.
    pub weight: f32,
}

/// Passages of a run that stands for a short text.
const SHORT: u32 = 4;

/// Of two right quotes the one with this many words less is *e* times as welcome.
const BRIEF_WORDS: f32 = 50.0;

struct Fitter {
    lines: String,
}

/// The text of a weights file.
///
/// # Errors
/// When an index cannot be read.
pub fn fit(materials: &[Material], report: &dyn Fn(&str)) -> Result<String> {
    let mut fitter = Fitter { lines: String::new() };
    report("measuring passages");
    let names = features::names();
    let mut in_document = Vec::new();
    let mut in_library = Vec::new();
    for material in materials {
        for case in answerable(material) {
            for passages in [own(material, case)?, Some(short_with(material, case)?)].into_iter().flatten() {
                in_document.extend(passage_group(material, case, passages)?);
            }
            if material.library.documents().len() > 1 {
                in_library.extend(passage_group(material, case, 0..material.library.passage_count())?);
            }
        }
    }
    report(&format!("fitting passages in a document: {} questions", in_document.len()));
    let document_model = fitter.fit("passage in a document", &names, &in_document, Loss::Softmax, 3e-3);
    report(&format!("fitting passages in a library: {} questions", in_library.len()));
    fitter.fit("passage in a library", &names, &in_library, Loss::Softmax, 3e-3);
    drop((in_document, in_library));

    report("measuring quotes");
    let mut windows = Vec::new();
    for material in materials {
        for case in answerable(material).filter(|c| c.explicit) {
            for passages in [own(material, case)?, Some(short_with(material, case)?)].into_iter().flatten() {
                windows.extend(quote_group(material, case, passages, &document_model)?);
            }
        }
    }
    report(&format!("fitting quotes: {} questions", windows.len()));
    let quote_model = fitter.fit("quote", &quote::names(), &windows, Loss::Softmax, 1e-3);
    drop(windows);

    report("measuring confidence");
    let mut sure = Vec::new();
    for material in materials {
        for case in &material.cases {
            confidence_groups(material, case, &document_model, &quote_model, &mut sure)?;
        }
    }
    report(&format!("fitting confidence: {} answers", sure.len()));
    for model in ["confidence", "confidence in a short text"] {
        let groups: Vec<Group> = sure.iter().filter(|(name, g)| *name == model || (g.ids == [1] && model == "confidence")).map(|(_, group)| group.clone()).collect();
        fitter.fit(model, &confidence::names(), &groups, Loss::Logistic, 1e-3);
    }
    Ok(fitter.lines)
}

impl Fitter {
    fn fit(&mut self, model: &str, names: &[String], groups: &[Group], loss: Loss, l2: f64) -> Model {
        let (weights, bias) = softmax::fit(groups, names.len(), loss, l2);
        let mut rounded = Model { weights: Vec::new(), bias: 0.0 };
        for (name, weight) in names.iter().zip(weights) {
            rounded.weights.push(self.line(model, name, weight));
        }
        if loss == Loss::Logistic {
            rounded.bias = self.line(model, "bias", bias);
        }
        rounded
    }

    /// Four digits are enough, and make the file the same on every machine.
    fn line(&mut self, model: &str, name: &str, weight: f64) -> f32 {
        let text = format!("{weight:.4}");
        let _ = writeln!(self.lines, "{model}\t{name}\t{text}");
        text.parse().unwrap_or(0.0)
    }
}

fn answerable(material: &Material) -> impl Iterator<Item = &Case> {
    material.cases.iter().filter(|case| !case.gold.is_empty())
}

fn own(material: &Material, case: &Case) -> Result<Option<Range<u32>>> {
    Ok(Some(scope(&material.library, Some(case.document))?))
}

/// A short run of passages of the case's document around its first gold passage.
fn short_with(material: &Material, case: &Case) -> Result<Range<u32>> {
    let all = scope(&material.library, Some(case.document))?;
    let gold = gold_passages(material, case)?.first().copied().unwrap_or(all.start);
    let start = gold.saturating_sub(offset(case) % SHORT).clamp(all.start, all.end.saturating_sub(SHORT).max(all.start));
    Ok(start..(start + SHORT).min(all.end))
}

/// Runs of the case's document without its gold passages: near misses.
fn without(material: &Material, case: &Case) -> Result<Vec<Range<u32>>> {
    let all = scope(&material.library, Some(case.document))?;
    let gold = gold_passages(material, case)?;
    let (Some(first), Some(last)) = (gold.first(), gold.last()) else { return Ok(vec![all]) };
    // Passages next to the gold often answer too; a gap keeps the label honest.
    let sides = [all.start..first.saturating_sub(1).max(all.start), (last + 2).min(all.end)..all.end];
    let mut runs: Vec<Range<u32>> = Vec::new();
    for side in sides.into_iter().filter(|side| side.len() as u32 >= SHORT) {
        let room = side.len() as u32 - SHORT;
        let start = side.start + if room > 0 { offset(case) % room } else { 0 };
        runs.push(start..start + SHORT);
        runs.push(side);
    }
    Ok(runs)
}

fn offset(case: &Case) -> u32 {
    u32::from(blake3::hash(case.id.as_bytes()).as_bytes()[7])
}

fn gold_passages(material: &Material, case: &Case) -> Result<Vec<u32>> {
    let mut gold = Vec::new();
    for id in scope(&material.library, Some(case.document))? {
        if case.is_hit(material.library.passage(id)?.span) {
            gold.push(id);
        }
    }
    Ok(gold)
}

/// Whether a group can teach anything.
fn tells(right: &[f32]) -> bool {
    right.iter().any(|r| *r > 0.0) && right.contains(&0.0)
}

fn passage_group(material: &Material, case: &Case, passages: Range<u32>) -> Result<Option<Group>> {
    let query = Query::within(&material.library, &case.question, passages.clone())?;
    let measured = measure(&material.library, &query, &Collection::new(&material.library, passages)?)?;
    let right: Vec<f32> = measured.candidates.iter().map(|c| f32::from(case.is_hit(c.passage.span))).collect();
    let usable = tells(&right);
    Ok(usable.then(|| Group { ids: measured.candidates.iter().map(|c| c.passage.id).collect(), rows: measured.table.rows, right, weight: material.weight }))
}

/// A question ranked by a model that is being fitted.
fn ranked(material: &Material, case: &Case, passages: Range<u32>, model: &Model) -> Result<(crate::rank::asked::Asked, Vec<Ranked>, Collection)> {
    let query = Query::within(&material.library, &case.question, passages.clone())?;
    let collection = Collection::new(&material.library, passages)?;
    let (asked, ranked) = measure(&material.library, &query, &collection)?.rank(model);
    Ok((asked, ranked, collection))
}

fn quote_group(material: &Material, case: &Case, passages: Range<u32>, model: &Model) -> Result<Option<Group>> {
    let (asked, ranked, _) = ranked(material, case, passages, model)?;
    let text = |span| material.library.text(span).map(str::to_owned).unwrap_or_default();
    let windows = quote::windows(&asked, &ranked, &text);
    let welcome = |w: &quote::Window| {
        let span = quote::span(&ranked[w.passage], &w.sentences);
        if case.is_right(span, &text(span)) { (-(w.words as f32) / BRIEF_WORDS).exp() } else { 0.0 }
    };
    let right: Vec<f32> = windows.iter().map(welcome).collect();
    let usable = tells(&right);
    Ok(usable.then(|| Group { rows: windows.into_iter().map(|w| w.row).collect(), right, weight: material.weight, ids: Vec::new() }))
}

/// The question asked where it is answered and where it is not.
fn confidence_groups(material: &Material, case: &Case, passage: &Model, quote_model: &Model, out: &mut Vec<(&'static str, Group)>) -> Result<()> {
    let all = scope(&material.library, Some(case.document))?;
    let answered = !case.gold.is_empty();
    let mut asked_of = vec![(all, answered, 1.0)];
    if answered && !case.exact {
        asked_of.push((short_with(material, case)?, true, 1.0));
        let near = without(material, case)?;
        let share = 0.5 / near.len().max(1) as f32;
        asked_of.extend(near.into_iter().map(|run| (run, false, share)));
    }
    if material.library.documents().len() > 1 {
        let other = scope(&material.library, Some(other_document(&material.library, case)))?;
        asked_of.push((other.start..(other.start + SHORT).min(other.end), false, 0.5));
        asked_of.push((other, false, 1.0));
    }
    for (passages, answered, weight) in asked_of {
        let (asked, ranked, collection) = ranked(material, case, passages, passage)?;
        let text = |span| material.library.text(span).map(str::to_owned).unwrap_or_default();
        let windows = quote::windows(&asked, &ranked, &text);
        if let Some(window) = quote::choose(&windows, quote_model).map(|at| &windows[at]) {
            let row = confidence::measure(&asked, &ranked, window, &collection);
            out.push((confidence::model_name(&collection), Group { rows: vec![row], right: vec![f32::from(answered)], weight: weight * material.weight, ids: vec![u32::from(case.exact)] }));
        }
    }
    Ok(())
}
