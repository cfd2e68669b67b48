//! `pullquote eval`: how good the answers are, measured on questions with known answers.

use std::path::{Path, PathBuf};

use anyhow::Result;
use tempfile::TempDir;

use super::open_apart;
use crate::cli::EvalArgs;
use crate::commands::{Outcome, open_reader, print_text};
use crate::config::Config;
use crate::corpus::Corpus;
use crate::index::Library;
use crate::measuring::eval::report::{Report, render_summary};
use crate::measuring::eval::truth::Case;
use crate::measuring::eval::{ask_case, has_near_misses, truth};
use crate::reader::Effort;

/// Asks every question of the truth files and prints the measures.
pub fn run(config: &Config, args: &EvalArgs) -> Result<Outcome> {
    let reader = open_reader(config)?;
    let effort = Effort {
        reader: reader.as_ref(),
        passages: config.read,
    };

    let mut sets = Vec::new();
    for path in &args.truth {
        let (library, cases, _folder) = open_set(&config.corpus, path)?;
        let near_misses = has_near_misses(&cases);
        let outcomes = cases
            .iter()
            .map(|case| ask_case(&library, case, args.scope, near_misses, effort))
            .collect::<Result<Vec<_>>>()?;

        let report = Report {
            cases: &cases,
            outcomes: &outcomes,
            scope: args.scope,
        };
        if args.csv {
            print_text(&report.csv())?;
        } else if args.misses {
            print_text(&report.misses())?;
        } else if args.truth.len() == 1 {
            print_text(&report.table())?;
        }
        sets.push((set_name(path), outcomes));
    }

    if sets.len() > 1 && !args.csv && !args.misses {
        print_text(&render_summary(&sets))?;
    }
    Ok(Outcome::Done)
}

/// The last two parts of a path, which tell the sets apart.
fn set_name(path: &Path) -> String {
    let parts: Vec<_> = path.iter().collect();
    let last: PathBuf = parts[parts.len().saturating_sub(2)..].iter().collect();
    last.display().to_string()
}

/// The library and the questions of a truth file or of a folder with both; the index is gone with
/// the last.
pub(super) fn open_set(usual: &Corpus, path: &Path) -> Result<(Library, Vec<Case>, TempDir)> {
    let (corpus, questions) = if path.is_dir() {
        (usual.at(path.join("library")), path.join("questions.jsonl"))
    } else {
        (usual.clone(), path.to_owned())
    };
    let (library, folder) = open_apart(&corpus)?;
    let cases = truth::read_cases(&questions, &library)?;
    Ok((library, cases, folder))
}
