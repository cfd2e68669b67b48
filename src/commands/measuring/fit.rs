//! `pullquote fit`: the weights file, from questions with known answers.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;

use super::eval::open_set;
use super::open_apart;
use crate::cli::FitArgs;
use crate::commands::{Outcome, open_reader};
use crate::confidence::languages::{CALIBRATION, MODEL};
use crate::config::Config;
use crate::measuring::eval::truth;
use crate::measuring::fit::{Material, fit_weights, languages, reading};
use crate::rank::model::Weights;

/// Fits and writes the weights.
pub fn run(config: &Config, args: &FitArgs) -> Result<Outcome> {
    let report = |line: &str| drop(writeln!(io::stderr(), "{line}"));
    let mut folders = Vec::new(); // kept until the end: the libraries live in them

    let is_of_languages = |model: &str| model == MODEL || model.starts_with(CALIBRATION);
    let mut lines = match &args.train {
        Some(train) => fit_weights(
            &open_training_texts(config, args, train, &mut folders)?,
            &report,
        )?,
        None => Weights::lines(|model| !model.ends_with(READ) && !is_of_languages(model)),
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

fn open_training_texts(
    config: &Config,
    args: &FitArgs,
    train: &Path,
    folders: &mut Vec<TempDir>,
) -> Result<Vec<Material>> {
    let (library, folder) = open_apart(&config.corpus)?;
    folders.push(folder);
    let mut materials = vec![Material {
        cases: truth::read_cases(train, &library)?,
        library,
    }];

    let texts = args
        .short_texts
        .iter()
        .map(|folder| collect_short_texts(folder));
    for text in texts.collect::<Result<Vec<_>>>()?.concat() {
        // Each short text is a library of its own, as it would be for its readers.
        let corpus = tempfile::tempdir()?;
        let name = text.file_name().context("a text has a name")?;
        fs::copy(&text, corpus.path().join(name))?;

        let (library, folder) = open_apart(&config.corpus.at(corpus.path().to_owned()))?;
        materials.push(Material {
            cases: truth::read_cases(&text.with_extension("jsonl"), &library)?,
            library,
        });
        folders.extend([corpus, folder]);
    }
    Ok(materials)
}

/// The `.txt` files of a folder that have a truth file beside them, by name.
fn collect_short_texts(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut texts: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    texts.retain(|path| {
        path.extension().is_some_and(|e| e == "txt") && path.with_extension("jsonl").exists()
    });
    texts.sort();
    Ok(texts)
}
