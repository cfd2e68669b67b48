//! `pullquote eval`: how good the answers are, measured on questions with known answers.

use anyhow::Result;

use crate::cli::EvalArgs;
use crate::commands::{Outcome, open_apart, print};
use crate::config::Config;
use crate::eval::report::Report;
use crate::eval::{ask, truth};

/// Asks every question of the truth file and prints the measures.
pub fn run(config: &Config, args: &EvalArgs) -> Result<Outcome> {
    let (library, _folder) = open_apart(&config.corpus)?;
    let cases = truth::read(&args.truth, &library)?;
    let outcomes = cases
        .iter()
        .map(|case| ask(&library, case, args.scope))
        .collect::<Result<Vec<_>>>()?;
    let report = Report {
        cases: &cases,
        outcomes: &outcomes,
        scope: args.scope,
    };
    print(&match args {
        EvalArgs { csv: true, .. } => report.csv(),
        EvalArgs { misses: true, .. } => report.misses(),
        _ => report.table(),
    })?;
    Ok(Outcome::Done)
}
