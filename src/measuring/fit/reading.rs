//! Questions with known answers -> the three models that stand on the reader's output.
//!
//! In the order in which answering uses them: which of the passages that were read, which
//! sentences, and whether they answer. Reading is what takes the time, so it is done once; the rest
//! is measured again for each model. The texts must be others than those that the reader was
//! trained on, or it is trusted too much.

use std::ops::Range;

use anyhow::Result;

use crate::confidence;
use crate::confidence::reading::measure_read_answer;
use crate::ids::PassageId;
use crate::measuring::eval::truth::Case;
use crate::measuring::fit::examples::collect_places;
use crate::measuring::fit::softmax::{Group, Loss};
use crate::measuring::fit::{BRIEF_WORDS, Fitter, Material, rank_case};
use crate::quote::reading::read_alone;
use crate::quote::{self, Window};
use crate::rank::asked::Asked;
use crate::rank::model::Model;
use crate::rank::statistics::SearchSpace;
use crate::rank::{self, Ranked, reading};
use crate::reader::{Reader, USUAL_PASSAGES, Verdict};

/// Most questions of a set that are asked; more of one kind teach nothing new.
const MOST: usize = 700;
/// Of questions about stories that all have an answer, which are asked at several places.
const MOST_STORIES: usize = 260;

/// How much they count: a question of another story is told apart by its words alone, which teaches
/// to trust them too much; without any, questions about something else entirely are answered three
/// times as often.
const STORIES: f32 = 0.8;

/// A question at one place, with what the reader made of its best passages.
struct Example<'a> {
    material: &'a Material,
    case: &'a Case,
    passages: Range<PassageId>,
    answered: bool,
    weight: f32,
    verdicts: Vec<Verdict>,
}

/// An example, measured again.
struct Seen {
    asked: Asked,
    ranked: Vec<Ranked>,
    space: SearchSpace,
}

/// Lines of a weights file; `report` is told what is going on.
///
/// # Errors
/// When an index cannot be read or the reader fails.
pub fn fit_reading_weights(
    materials: &[Material],
    reader: &Reader,
    report: &dyn Fn(&str),
) -> Result<String> {
    let mut fitter = Fitter::default();
    let mut examples = Vec::new();
    for material in materials {
        report(&format!("reading for {} questions", material.cases.len()));
        examples.extend(read_examples(material, reader)?);
    }

    report("passages that were read");
    let groups = collect_groups(&examples, passage_group)?;
    let passage = fitter.fit(
        "passage, read",
        reading::column_names(),
        &groups,
        Loss::Softmax,
        1e-3,
    );

    report("quotes from them");
    let groups = collect_groups(&examples, |example| quote_group(example, &passage))?;
    let names = quote::reading::column_names();
    let quote = fitter.fit("quote, read", names, &groups, Loss::Softmax, 1e-3);

    report("confidence in them");
    let groups = collect_groups(&examples, |example| {
        verdict_group(example, reader, &passage, &quote)
    })?;
    let names = confidence::reading::column_names();
    fitter.fit("confidence, read", names, &groups, Loss::Logistic, 3e-4);
    Ok(fitter.lines)
}

/// Asks the questions of a library everywhere and reads the best passages.
fn read_examples<'a>(material: &'a Material, reader: &Reader) -> Result<Vec<Example<'a>>> {
    let exact = material.cases.iter().any(|case| case.exact);
    let most = if exact { MOST } else { MOST_STORIES };
    let step = material.cases.len().div_ceil(most).max(1);
    let mut examples = Vec::new();

    for case in material.cases.iter().step_by(step) {
        for (passages, answered, weight) in limit_places(material, case)? {
            let (_, ranked, _) = rank_by_words(material, case, passages.clone())?;
            let excerpts = reading::collect_excerpts(&material.library, &ranked, USUAL_PASSAGES)?;
            examples.push(Example {
                verdicts: reader.read(&case.question, &excerpts)?,
                material,
                case,
                passages,
                answered,
                weight,
            });
        }
    }

    // A large set may not drown the small ones, nor stories that all have an answer those where
    // near misses were written.
    let total: f32 = examples.iter().map(|example| example.weight).sum();
    let kind = if exact { 1.0 } else { STORIES };
    let share = kind * total.sqrt() / total.max(1.0);
    for example in &mut examples {
        example.weight *= share;
    }
    Ok(examples)
}

/// Questions that people wrote with near misses are asked of their own text; the others also where
/// the answer is not.
fn limit_places(material: &Material, case: &Case) -> Result<Vec<(Range<PassageId>, bool, f32)>> {
    let mut places = collect_places(material, case)?;
    if case.exact {
        places.truncate(1);
    }
    Ok(places)
}

fn collect_groups(
    examples: &[Example],
    group: impl Fn(&Example) -> Result<Option<Group>>,
) -> Result<Vec<Group>> {
    let groups = examples.iter().map(group).collect::<Result<Vec<_>>>()?;
    Ok(groups.into_iter().flatten().collect())
}

fn rank_by_words(
    material: &Material,
    case: &Case,
    passages: Range<PassageId>,
) -> Result<(Asked, Vec<Ranked>, SearchSpace)> {
    rank_case(material, case, passages, rank::shipped_model())
}

/// The example with its verdicts, in the order of the words or, with a model, of the reader.
fn rank_example(example: &Example, model: Option<&Model>) -> Result<Seen> {
    let (asked, mut ranked, space) =
        rank_by_words(example.material, example.case, example.passages.clone())?;
    reading::attach_verdicts(&mut ranked, example.verdicts.clone());
    if let Some(model) = model {
        reading::rerank(&mut ranked, model);
    }

    Ok(Seen {
        asked,
        ranked,
        space,
    })
}

fn passage_group(example: &Example) -> Result<Option<Group>> {
    let Seen { ranked, .. } = rank_example(example, None)?;
    let read: Vec<(&Ranked, &reading::Read)> = ranked
        .iter()
        .filter_map(|passage| Some((passage, passage.read.as_ref()?)))
        .collect();

    let right = read
        .iter()
        .map(|(passage, _)| f32::from(example.case.is_hit(passage.passage().span)));
    let right = right.collect();
    let rows = read.iter().map(|(_, read)| read.row.clone()).collect();

    Ok(teaching_group(example, rows, right))
}

fn quote_group(example: &Example, passage: &Model) -> Result<Option<Group>> {
    if !example.case.explicit {
        return Ok(None);
    }
    let Seen { asked, ranked, .. } = rank_example(example, Some(passage))?;
    let text = |span| example.material.quoted(span);
    let windows = quote::collect_windows(&asked, &ranked, &text);
    let rows = quote::reading::measure_windows(&windows, &ranked);

    let welcome = |window: &Window| {
        let brief = (-(window.words as f32) / BRIEF_WORDS).exp();
        if is_right(example, &ranked, window) {
            brief
        } else {
            0.0
        }
    };
    let right = windows.iter().map(welcome).collect();
    Ok(teaching_group(example, rows, right))
}

fn verdict_group(
    example: &Example,
    reader: &Reader,
    passage: &Model,
    quote: &Model,
) -> Result<Option<Group>> {
    let Seen {
        asked,
        ranked,
        space,
    } = rank_example(example, Some(passage))?;
    let text = |span| example.material.quoted(span);
    let windows = quote::collect_windows(&asked, &ranked, &text);
    let rows = quote::reading::measure_windows(&windows, &ranked);
    let Some(window) = quote::choose_row(&rows, quote).map(|at| &windows[at]) else {
        return Ok(None);
    };
    let library = &example.material.library;
    let question = &example.case.question;
    let alone = read_alone(reader, library, question, window, &ranked[window.passage])?;
    let row = alone.and_then(|alone| measure_read_answer(&asked, &ranked, window, &space, &alone));
    let Some(row) = row else {
        return Ok(None);
    };

    // What the confidence is about is the quote: one that does not answer is wrong also where
    // another would.
    let right = example.answered && (!example.case.explicit || is_right(example, &ranked, window));
    Ok(Some(Group {
        rows: vec![row],
        right: vec![f32::from(right)],
        weight: example.weight,
    }))
}

fn is_right(example: &Example, ranked: &[Ranked], window: &Window) -> bool {
    let span = quote::window_span(&ranked[window.passage], &window.sentences);
    example.case.is_right(span, example.material.quoted(span))
}

/// A group that can teach something: some of it is right, some is wrong.
fn teaching_group(example: &Example, rows: Vec<Vec<f32>>, right: Vec<f32>) -> Option<Group> {
    let mixed = right.iter().any(|r| *r > 0.0) && right.contains(&0.0);
    (example.answered && mixed).then_some(Group {
        rows,
        right,
        weight: example.weight,
    })
}
