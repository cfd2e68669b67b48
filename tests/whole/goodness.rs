//! How good the answers are, held by floors just under what was measured: a change that makes them
//! worse fails here. `pullquote eval` gives all figures.

use std::fs;
use std::path::{Path, PathBuf};

use pullquote::internals::confidence::{self, languages};
use pullquote::internals::corpus::Corpus;
use pullquote::internals::index::{self, Library, Silent};
use pullquote::internals::measuring::eval::measures::measure_outcomes;
use pullquote::internals::measuring::eval::truth::{self, Case};
use pullquote::internals::measuring::eval::{Outcome, Reach, ask_case, has_near_misses};
use pullquote::internals::quote;
use pullquote::internals::rank::{features, reading};
use pullquote::internals::reader::Effort;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn open(corpus: &Path) -> Library {
    index::open_library(
        &Corpus::here(corpus),
        tempfile::tempdir().unwrap().path(),
        &Silent,
    )
    .unwrap()
}

/// Asks every `step`-th question and checks the measures named in `floors` and `ceilings`.
fn check(
    truth: &Path,
    corpus: &Path,
    scope: Reach,
    step: usize,
    effort: Effort,
    floors: &[(&str, f32)],
    ceilings: &[(&str, f32)],
) {
    let library = open(corpus);
    let cases: Vec<Case> = truth::read_cases(truth, &library).unwrap();
    let asked = cases.iter().step_by(step);
    let near_misses = has_near_misses(&cases);
    let outcomes: Vec<Outcome> = asked
        .map(|case| ask_case(&library, case, scope, near_misses, effort).unwrap())
        .collect();
    let found = measure_outcomes(&outcomes);
    let value = |name: &str| {
        found
            .iter()
            .find(|m| m.name == name)
            .unwrap_or_else(|| panic!("no {name}"))
            .value
    };
    for (name, floor) in floors {
        assert!(
            value(name) >= *floor,
            "{name} is {} in {}, under {floor}",
            value(name),
            truth.display()
        );
    }
    for (name, ceiling) in ceilings {
        assert!(
            value(name) <= *ceiling,
            "{name} is {} in {}, over {ceiling}",
            value(name),
            truth.display()
        );
    }
}

#[test]
fn the_sample_story_is_answered_as_well_as_it_was() {
    let floors = [
        ("Hit@1", 79.0),
        ("right quote", 78.0),
        ("answered rightly", 70.0),
        ("AUROC", 72.0),
    ];
    let ceilings = [("false answers", 55.0), ("words a quote", 33.0)];
    let truth = root().join("tests/truth/the-birth-of-aws.jsonl");
    check(
        &truth,
        &root().join("corpus"),
        Reach::Story,
        1,
        Effort::default(),
        &floors,
        &ceilings,
    );
}

#[test]
fn a_short_text_that_nothing_was_fitted_to_is_answered_as_well_as_it_was() {
    let floors = [
        ("Hit@1", 88.0),
        ("right quote", 81.0),
        ("answered rightly", 55.0),
        ("AUROC", 64.0),
    ];
    let ceilings = [("false answers", 40.0), ("words a quote", 33.0)];
    let truth = root().join("tests/truth/lighthouse.jsonl");
    check(
        &truth,
        &root().join("tests/truth/lighthouse"),
        Reach::Story,
        1,
        Effort::default(),
        &floors,
        &ceilings,
    );
}

#[test]
fn everyday_questions_about_the_sample_story_are_read_as_well_as_they_were() {
    let floors = [("Hit@1", 82.0), ("answered rightly", 68.0), ("AUROC", 86.0)];
    let ceilings = [
        ("answered wrongly", 13.0),
        ("false answers", 21.0),
        ("words a quote", 25.0),
    ];
    let truth = root().join("tests/truth/everyday.jsonl");
    check(
        &truth,
        &root().join("corpus"),
        Reach::Story,
        1,
        crate::support::reading(),
        &floors,
        &ceilings,
    );
}

#[test]
fn a_short_text_is_read_as_well_as_it_was() {
    let floors = [("Hit@1", 95.0), ("answered rightly", 75.0), ("AUROC", 87.0)];
    let ceilings = [("answered wrongly", 5.0), ("false answers", 20.0)];
    let truth = root().join("tests/truth/lighthouse.jsonl");
    check(
        &truth,
        &root().join("tests/truth/lighthouse"),
        Reach::Story,
        1,
        crate::support::reading(),
        &floors,
        &ceilings,
    );
}

/// The three texts lie in one folder: each question has to find the language that answers it.
#[test]
fn texts_in_other_languages_are_answered_each_in_its_own() {
    let folder = root().join("tests/truth/languages");
    for (language, hit, right) in [
        ("german", 83.0, 61.0),
        ("french", 88.0, 83.0),
        ("japanese", 87.0, 81.0),
    ] {
        let floors = [("Hit@1", hit), ("answered rightly", right)];
        let ceilings = [("false answers", 20.0)];
        let truth = folder.join(language).with_extension("jsonl");
        check(
            &truth,
            &folder.join("texts"),
            Reach::Library,
            1,
            Effort::default(),
            &floors,
            &ceilings,
        );
    }
}

#[test]
#[cfg_attr(not(has_stories), ignore = "../shared/fairytaleqa is not here")]
fn stories_of_the_reading_set_are_answered_as_well_as_they_were() {
    let set = root().join("../shared/fairytaleqa");
    let floors = [
        ("Hit@1", 66.0),
        ("MRR@10", 75.0),
        ("right quote", 49.0),
        ("AUROC", 98.0),
        ("answered", 88.0),
    ];
    let ceilings = [("false answers", 9.0), ("words a quote", 41.0)];
    check(
        &set.join("questions.val.jsonl"),
        &set.join("library"),
        Reach::Story,
        3,
        Effort::default(),
        &floors,
        &ceilings,
    );
}

#[test]
fn the_models_that_stand_on_the_reader_are_fitted() {
    for model in [
        reading::shipped_model(),
        quote::reading::shipped_model(),
        confidence::reading::shipped_model(),
    ] {
        assert!(model.weights.iter().any(|weight| *weight != 0.0));
    }
}

fn owned(names: &[impl ToString]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

#[test]
fn every_line_of_the_weights_names_something_that_is_measured() {
    let weights = fs::read_to_string(root().join("src/rank/weights.tsv")).unwrap();
    for line in weights.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [model, feature, weight] = cells[..] else {
            panic!("{line:?} is no line of weights")
        };
        let names = match model {
            "passage" => owned(features::column_names()),
            "quote" => owned(quote::features::column_names()),
            "confidence" | languages::MODEL => owned(confidence::column_names()),
            "passage, read" => owned(reading::column_names()),
            "quote, read" => owned(quote::reading::column_names()),
            "confidence, read" => owned(confidence::reading::column_names()),
            _ if model.starts_with(languages::CALIBRATION) => owned(&[languages::SCORE]),
            _ => panic!("no model {model}"),
        };
        let has_bias = ["confidence", languages::CALIBRATION]
            .iter()
            .any(|kind| model.starts_with(kind))
            && feature == "bias";
        assert!(
            has_bias || names.iter().any(|name| name == feature),
            "{model} measures no {feature}"
        );
        weight.parse::<f32>().unwrap();
    }
}
