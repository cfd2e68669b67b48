//! Questions with known answers -> the weights file.
//!
//! The models are fitted in the order in which answering uses them: which passage, which sentences
//! of it, and whether they answer. Each is fitted on what the one before gives, on the same
//! questions.

mod examples;
pub mod languages;
pub mod reading;
mod softmax;

use std::fmt::Write;
use std::ops::Range;

use anyhow::Result;

use crate::confidence;
use crate::document::Span;
use crate::ids::PassageId;
use crate::index::Library;
use crate::measuring::eval::truth::Case;
use crate::query::Query;
use crate::quote::{self, Window};
use crate::rank::asked::Asked;
use crate::rank::features;
use crate::rank::model::Model;
use crate::rank::statistics::SearchSpace;
use crate::rank::{Ranked, measure_candidates};
use examples::{collect_places, passages_with_answer};
use softmax::{Group, Loss};

/// How much a question counts for ranking whose answer is known to the word; that of another is
/// known to the section.
const EXACT: f32 = 0.5;
/// How much it counts for quoting: it wants a single sentence, of which the others say more.
const EXACT_IN_QUOTE: f32 = 0.1;
/// How much it counts for the confidence, asked of its own text, where near misses were written,
/// and how much of what others count, elsewhere.
const EXACT_IN_TEXT: f32 = 1.4;
const EXACT_ELSEWHERE: f32 = 0.25;
/// Of two right quotes, one with this many words less is *e* times as welcome.
const BRIEF_WORDS: f32 = 50.0;

/// A library with questions about it.
pub struct Material {
    /// The texts.
    pub library: Library,
    /// The questions.
    pub cases: Vec<Case>,
}

impl Material {
    fn answerable(&self) -> impl Iterator<Item = &Case> {
        self.cases.iter().filter(|case| !case.gold.is_empty())
    }

    fn quoted(&self, span: Span) -> &str {
        self.library.text(span).unwrap_or_default()
    }
}

/// The text of a weights file, `without` some measurements by name; `report` is told what is going
/// on.
///
/// # Errors
/// When an index cannot be read.
pub fn fit_weights(
    materials: &[Material],
    without: &[String],
    report: &dyn Fn(&str),
) -> Result<String> {
    let mut fitter = Fitter {
        without: without.to_vec(),
        ..Fitter::default()
    };
    report("passages");
    let passage = fitter.fit(
        "passage",
        features::column_names(),
        &collect_passage_groups(materials)?,
        Loss::Softmax,
        5e-3,
    );

    report("quotes");
    let quote = fitter.fit(
        "quote",
        quote::features::column_names(),
        &collect_quote_groups(materials, &passage)?,
        Loss::Softmax,
        1e-3,
    );

    report("confidence");
    fitter.fit(
        "confidence",
        confidence::column_names(),
        &collect_confidence_groups(materials, &passage, &quote)?,
        Loss::Logistic,
        1e-3,
    );

    Ok(fitter.lines)
}

#[derive(Default)]
struct Fitter {
    lines: String,
    /// Measurements that get no weight.
    without: Vec<String>,
}

impl Fitter {
    /// Fits one model and writes its lines; what comes back is rounded as they are.
    fn fit(
        &mut self,
        model: &str,
        names: &[impl AsRef<str>],
        groups: &[Group],
        loss: Loss,
        l2: f64,
    ) -> Model {
        let is_left_out = |name: &str| self.without.iter().any(|without| without == name);
        let left_out: Vec<bool> = names
            .iter()
            .map(|name| is_left_out(name.as_ref()))
            .collect();
        let (weights, bias) = softmax::fit_groups(groups, &left_out, loss, l2);
        let weights = names
            .iter()
            .zip(weights)
            .map(|(name, weight)| self.line(model, name.as_ref(), weight))
            .collect();
        let bias = if loss == Loss::Logistic {
            self.line(model, "bias", bias)
        } else {
            0.0
        };

        Model { weights, bias }
    }

    /// Four decimals are enough, and keep the file the same from machine to machine.
    fn line(&mut self, model: &str, name: &str, weight: f64) -> f32 {
        let text = format!("{weight:.4}");
        let _ = writeln!(self.lines, "{model}\t{name}\t{text}");
        text.parse().unwrap_or(0.0)
    }
}

fn collect_passage_groups(materials: &[Material]) -> Result<Vec<Group>> {
    let mut groups = Vec::new();
    for material in materials {
        let is_library = material.library.documents().len() > 1;
        for case in material.answerable() {
            let all = is_library.then(|| material.library.passages());
            for passages in passages_with_answer(material, case)?.into_iter().chain(all) {
                groups.extend(passage_group(material, case, passages)?);
            }
        }
    }
    Ok(groups)
}

fn collect_quote_groups(materials: &[Material], passage: &Model) -> Result<Vec<Group>> {
    let mut groups = Vec::new();
    for material in materials {
        for case in material.answerable().filter(|case| case.explicit) {
            for passages in passages_with_answer(material, case)? {
                groups.extend(quote_group(material, case, passages, passage)?);
            }
        }
    }
    Ok(groups)
}

fn collect_confidence_groups(
    materials: &[Material],
    passage: &Model,
    quote: &Model,
) -> Result<Vec<Group>> {
    let mut groups = Vec::new();
    for material in materials {
        for case in &material.cases {
            for (at, place) in collect_places(material, case)?.into_iter().enumerate() {
                let (passages, answered, usual) = place;
                let weight = match (case.exact, at) {
                    (false, _) => usual,
                    (true, 0) => EXACT_IN_TEXT,
                    (true, _) => EXACT_ELSEWHERE * usual,
                };

                let (asked, ranked, space) = rank_case(material, case, passages, passage)?;
                let text = |span| material.quoted(span);
                let windows = quote::collect_windows(&asked, &ranked, &text);
                if let Some(at) = quote::choose_window(&windows, quote) {
                    let row = confidence::measure_answer(&asked, &ranked, &windows[at], &space);
                    groups.push(Group {
                        rows: vec![row],
                        right: vec![f32::from(answered)],
                        weight,
                    });
                }
            }
        }
    }

    Ok(groups)
}

fn passage_group(
    material: &Material,
    case: &Case,
    passages: Range<PassageId>,
) -> Result<Option<Group>> {
    let query = Query::new(&material.library, &case.question, &passages, case.language)?;
    let measured = measure_candidates(
        &material.library,
        &query,
        &SearchSpace::new(&material.library, passages)?,
    )?;

    let right = measured
        .candidates
        .iter()
        .map(|c| f32::from(case.is_hit(c.passage.span)))
        .collect();
    Ok(teaching_group(case, measured.rows, right, EXACT))
}

fn quote_group(
    material: &Material,
    case: &Case,
    passages: Range<PassageId>,
    passage: &Model,
) -> Result<Option<Group>> {
    let (asked, ranked, _) = rank_case(material, case, passages, passage)?;
    let windows = quote::collect_windows(&asked, &ranked, &|span| material.quoted(span));
    let welcome = |window: &Window| {
        let span = quote::window_span(&ranked[window.passage], &window.sentences);
        let right = case.is_right(span, material.quoted(span));
        if right {
            (-(window.words as f32) / BRIEF_WORDS).exp()
        } else {
            0.0
        }
    };

    let right = windows.iter().map(welcome).collect();
    Ok(teaching_group(
        case,
        windows.into_iter().map(|w| w.row).collect(),
        right,
        EXACT_IN_QUOTE,
    ))
}

/// A question ranked by a model that has just been fitted.
fn rank_case(
    material: &Material,
    case: &Case,
    passages: Range<PassageId>,
    passage: &Model,
) -> Result<(Asked, Vec<Ranked>, SearchSpace)> {
    let query = Query::new(&material.library, &case.question, &passages, case.language)?;
    let space = SearchSpace::new(&material.library, passages)?;
    let (asked, ranked) = measure_candidates(&material.library, &query, &space)?.rank(passage);
    Ok((asked, ranked, space))
}

/// A group that can teach something: some of it is right, some is wrong.
fn teaching_group(case: &Case, rows: Vec<Vec<f32>>, right: Vec<f32>, exact: f32) -> Option<Group> {
    let tells = right.iter().any(|r| *r > 0.0) && right.contains(&0.0);
    tells.then_some(Group {
        rows,
        right,
        weight: if case.exact { exact } else { 1.0 },
    })
}
