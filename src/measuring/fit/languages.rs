//! Questions in several languages with known answers -> how sure we are of a quote that is not
//! English.
//!
//! In: a library of each language. Out: one model for all of them, then how its score is to be read
//! in each of them, and, for a language that is not among them, in all of them together. English
//! near misses, which people wrote, teach what an answer lacks; its own model is another. Each
//! question is asked where the answer is and where it is not: of another text, of the rest of the
//! library, of its own text with the answer taken out. Its short answer is asked by itself, too, as
//! people look for a name.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::Result;

use crate::analyze::tokens;
use crate::confidence;
use crate::confidence::languages::{CALIBRATION, MODEL, OTHERS, SCORE};
use crate::ids::{DocumentId, Ids, PassageId};
use crate::index::Scope;
use crate::language::Language;
use crate::measuring::eval::other_document;
use crate::measuring::eval::truth::Case;
use crate::measuring::fit::examples::near_misses;
use crate::measuring::fit::softmax::{Group, Loss};
use crate::measuring::fit::{Fitter, Material, rank_case};
use crate::quote;
use crate::rank;

/// How much a question counts that is asked of the whole library, or of the library without its
/// text.
const IN_LIBRARY: f32 = 0.5;
/// How much the places in its own text count together that do not answer it.
const NEAR_MISS: f32 = 0.2;
/// How much a short answer counts that is looked for.
const LOOKED_FOR: f32 = 0.2;
/// How welcome a wrong quote from a text that answers is: people see that it does not answer, and
/// read on.
const WRONG_QUOTE: f32 = 0.5;
/// How much more a question counts that is not answered, when the score is read: to answer it
/// falsely is worse than to keep an answer back. In a language that was not fitted to, more can be
/// wrong.
const FALSE_ANSWER: f32 = 1.6;
const FALSE_ANSWER_IN_OTHERS: f32 = 3.0;
/// A strong pull to 0: the questions to fit to are all of one kind, and others are asked.
const L2: f64 = 2e-2;
/// Words of an answer that is a name or the like.
const SHORT_ANSWER: usize = 3;

/// A quote that may answer.
struct Example {
    language: Language,
    row: Vec<f32>,
    right: f32,
    weight: f32,
}

/// A question, where it is asked, whether that answers it, and how much it counts.
struct Spot {
    question: String,
    passages: Range<PassageId>,
    answered: bool,
    weight: f32,
}

/// Lines of a weights file; `report` is told what is going on.
///
/// # Errors
/// When an index cannot be read.
pub fn fit_language_weights(materials: &[Material], report: &dyn Fn(&str)) -> Result<String> {
    let mut examples = Vec::new();
    for material in materials {
        report(&format!("asking {} questions", material.cases.len()));
        for case in &material.cases {
            for place in collect_language_places(material, case)? {
                examples.extend(make_example(material, case, &place)?);
            }
        }
    }

    weigh_languages_alike(&mut examples);

    let mut fitter = Fitter::default();
    let groups: Vec<Group> = examples
        .iter()
        .map(|e| to_group(e, e.row.clone()))
        .collect();
    let model = fitter.fit(
        MODEL,
        confidence::column_names(),
        &groups,
        Loss::Logistic,
        L2,
    );

    let mut scores: BTreeMap<Language, Vec<Group>> = BTreeMap::new();
    let others = |example: &&Example| example.language != Language::English;
    for example in examples.iter().filter(others) {
        let score = to_group(example, vec![model.score(&example.row)]);
        scores.entry(example.language).or_default().push(score);
    }
    for (language, groups) in &scores {
        fit_calibration(&mut fitter, language.tag(), groups.clone(), FALSE_ANSWER);
    }
    let all: Vec<Group> = scores.into_values().flatten().collect();
    fit_calibration(&mut fitter, OTHERS, all, FALSE_ANSWER_IN_OTHERS);
    Ok(fitter.lines)
}

/// Makes each language count as much as another, however many questions there are in it.
fn weigh_languages_alike(examples: &mut [Example]) {
    let mut totals: BTreeMap<Language, f32> = BTreeMap::new();
    for example in examples.iter() {
        *totals.entry(example.language).or_default() += example.weight;
    }

    let mean = totals.values().sum::<f32>() / totals.len().max(1) as f32;
    for example in examples {
        example.weight *= mean / totals[&example.language];
    }
}

fn fit_calibration(fitter: &mut Fitter, tag: &str, mut scores: Vec<Group>, false_answer: f32) {
    for score in scores.iter_mut().filter(|score| score.right == [0.0]) {
        score.weight *= false_answer;
    }
    let name = format!("{CALIBRATION}{tag}");
    fitter.fit(&name, &[SCORE], &scores, Loss::Logistic, 0.0);
}

fn to_group(example: &Example, row: Vec<f32>) -> Group {
    Group {
        rows: vec![row],
        right: vec![example.right],
        weight: example.weight,
    }
}

/// Everywhere a question is asked, and its short answer.
fn collect_language_places(material: &Material, case: &Case) -> Result<Vec<Spot>> {
    let library = &material.library;
    let answered = !case.gold.is_empty();
    let own = library.passages_in(Scope::Document(case.document))?;
    let all = library.passages_in(Scope::Library)?;
    let mut places = Places(Vec::new());

    places.add(&case.question, own.clone(), answered, 1.0);
    for other in other_documents(material, case) {
        let other = library.passages_in(Scope::Document(other))?;
        places.add(&case.question, other, false, 1.0);
    }
    if all != own {
        let rest = longer_range(all.start..own.start, own.end..all.end);
        places.add(&case.question, all, answered, IN_LIBRARY);
        places.add(&case.question, rest, false, IN_LIBRARY);
    }
    if answered {
        let near = near_misses(material, case)?;
        let share = NEAR_MISS / near.len().max(1) as f32;
        for run in near {
            places.add(&case.question, run, false, share);
        }
    }
    if let Some(name) = short_answer(material, case)? {
        places.add(name, own, true, LOOKED_FOR);
        for other in other_documents(material, case) {
            if !library.full_text(other)?.contains(name) {
                let other = library.passages_in(Scope::Document(other))?;
                places.add(name, other, false, LOOKED_FOR);
            }
        }
    }
    Ok(places.0)
}

struct Places(Vec<Spot>);

impl Places {
    fn add(&mut self, question: &str, passages: Range<PassageId>, answered: bool, weight: f32) {
        if !passages.is_empty() {
            self.0.push(Spot {
                question: question.to_owned(),
                passages,
                answered,
                weight,
            });
        }
    }
}

fn longer_range(a: Range<PassageId>, b: Range<PassageId>) -> Range<PassageId> {
    if a.len() > b.len() { a } else { b }
}

/// Two documents in the same language that the question is not about.
fn other_documents(material: &Material, case: &Case) -> impl Iterator<Item = DocumentId> {
    let again = Case {
        id: format!("{} again", case.id),
        ..case.clone()
    };
    let others = [case, &again].map(|asked| other_document(&material.library, asked));
    others.into_iter().flatten()
}

/// The very answer to a question, if it is a name or the like.
fn short_answer<'a>(material: &'a Material, case: &Case) -> Result<Option<&'a str>> {
    let text = material.library.full_text(case.document)?;
    let answer = case.spans.first().map(|span| &text[span.clone()]);
    Ok(answer.filter(|answer| {
        answer.starts_with(char::is_alphabetic)
            && tokens(answer, case.language).count() <= SHORT_ANSWER
    }))
}

/// What comes of a question at a place, if it leads to a quote.
fn make_example(material: &Material, case: &Case, place: &Spot) -> Result<Option<Example>> {
    let asked = Case {
        question: place.question.clone(),
        ..case.clone()
    };
    let (asked, ranked, space) = rank_case(
        material,
        &asked,
        place.passages.clone(),
        rank::shipped_model(),
    )?;

    let windows = quote::collect_windows(&asked, &ranked, &|span| material.quoted(span));
    let Some(window) =
        quote::choose_window(&windows, quote::shipped_model()).map(|at| &windows[at])
    else {
        return Ok(None);
    };
    let span = quote::window_span(&ranked[window.passage], &window.sentences);
    let right = match (place.answered, case.is_right(span, material.quoted(span))) {
        (true, true) => 1.0,
        (true, false) => WRONG_QUOTE,
        (false, _) => 0.0,
    };
    Ok(Some(Example {
        language: case.language,
        row: confidence::measure_answer(&asked, &ranked, window, &space),
        right,
        weight: place.weight,
    }))
}
