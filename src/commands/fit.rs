//! `pullquote fit`: the weights file, from questions with known answers.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result};

use crate::cli::FitArgs;
use crate::commands::{Outcome, open_apart};
use crate::config::Config;
use crate::eval::truth;
use crate::fit::{Material, fit};

/// Fits and writes the weights.
pub fn run(config: &Config, args: &FitArgs) -> Result<Outcome> {
    let mut folders = Vec::new(); // kept until the end: the libraries live in them
    let (library, folder) = open_apart(&config.corpus)?;
    folders.push(folder);
    let mut materials = vec![Material {
        cases: truth::read(&args.train, &library)?,
        library,
    }];
    for text in args
        .short_texts
        .iter()
        .map(|folder| short_texts(folder))
        .collect::<Result<Vec<_>>>()?
        .concat()
    {
        // Each short text is a library of its own, as it would be for its readers.
        let corpus = tempfile::tempdir()?;
        fs::copy(
            &text,
            corpus
                .path()
                .join(text.file_name().context("a text has a name")?),
        )?;
        let (library, folder) = open_apart(corpus.path())?;
        materials.push(Material {
            cases: truth::read(&text.with_extension("jsonl"), &library)?,
            library,
        });
        folders.extend([corpus, folder]);
    }
    let weights = fit(&materials, &|line| drop(writeln!(io::stderr(), "{line}")))?;
    fs::write(&args.output, weights)
        .with_context(|| format!("writing {}", args.output.display()))?;
    Ok(Outcome::Done)
}

/// The `.txt` files of a folder that have a truth file beside them, by name.
fn short_texts(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
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
