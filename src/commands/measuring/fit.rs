//! `pullquote fit`: the weights file, from questions with known answers.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use tempfile::TempDir;

use super::eval::open_set;
use crate::cli::FitArgs;
use crate::commands::{Outcome, open_reader};
use crate::confidence::languages::{CALIBRATION, MODEL};
use crate::config::Config;
use crate::measuring::fit::{Material, fit_weights, languages, reading};
use crate::rank::model::Weights;

/// Fits and writes the weights.
pub fn run(config: &Config, args: &FitArgs) -> Result<Outcome> {
    let report = |line: &str| drop(writeln!(io::stderr(), "{line}"));
    let mut folders = Vec::new(); // kept until the end: the libraries live in them

    let is_of_languages = |model: &str| model == MODEL || model.starts_with(CALIBRATION);
    let mut lines = if args.words.is_empty() {
        Weights::lines(|model| !model.ends_with(READ) && !is_of_languages(model))
    } else {
        let materials = open_sets(config, &args.words, &mut folders)?;
        fit_weights(&materials, &args.without, &report)?
    };
    lines += &if args.sets.is_empty() {
        Weights::lines(|model| model.ends_with(READ))
    } else {
        let reader = open_reader(config)?.context("there is no reader to fit to")?;
        let materials = open_sets(config, &args.sets, &mut folders)?;
        reading::fit_reading_weights(&materials, &reader, &report)?
    };

    lines += &if args.languages.is_empty() {
        Weights::lines(is_of_languages)
    } else {
        let materials = open_sets(config, &args.languages, &mut folders)?;
        languages::fit_language_weights(&materials, &report)?
    };

    fs::write(&args.output, lines).with_context(|| format!("writing {}", args.output.display()))?;
    Ok(Outcome::Done)
}

/// How the names of the models end that stand on the reader.
const READ: &str = ", read";

fn open_sets(
    config: &Config,
    paths: &[PathBuf],
    folders: &mut Vec<TempDir>,
) -> Result<Vec<Material>> {
    let mut materials = Vec::new();
    for path in paths {
        let (library, cases, folder) = open_set(&config.corpus, path)?;
        materials.push(Material { library, cases });
        folders.push(folder);
    }

    Ok(materials)
}
