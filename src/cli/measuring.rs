//! The arguments of the commands with which answers and weights are measured: definitions and help
//! only.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::measuring::eval::Reach;

/// What to measure or to fit.
#[derive(Debug, Subcommand)]
pub enum Measure {
    /// Measure the answers with a truth file: questions with known answers about the texts in
    /// --corpus
    #[command(hide = true)]
    Eval(EvalArgs),
    /// Fit the weights of ranking, quoting and confidence to questions with known answers
    #[command(hide = true)]
    Fit(FitArgs),
    /// Measure how fast it is on generated libraries written like the texts in --corpus
    #[command(hide = true)]
    Bench(BenchArgs),
}

/// What to measure.
#[derive(Debug, Clone, Args)]
pub struct EvalArgs {
    /// A file of questions about the texts in --corpus, one JSON object a line, or a folder with
    /// questions.jsonl and its texts in library/; of several, a row each
    #[arg(value_name = "TRUTH", required = true)]
    pub truth: Vec<PathBuf>,
    /// Ask each question in its own document, or in the whole library
    #[arg(long, value_enum, default_value = "story")]
    pub scope: Reach,
    /// Print every measure as CSV
    #[arg(long)]
    pub csv: bool,
    /// Print the questions that went wrong, and how
    #[arg(long, conflicts_with = "csv")]
    pub misses: bool,
}

/// What to learn from.
#[derive(Debug, Clone, Args)]
pub struct FitArgs {
    /// Folders with questions.jsonl and texts in library/, to fit the models that go by words
    #[arg(long, value_name = "FOLDER", num_args = 1.., required_unless_present_any = ["sets", "languages"])]
    pub words: Vec<PathBuf>,
    /// The same, to fit the models that stand on the reader; after the program was built with the
    /// models that go by words
    #[arg(long, value_name = "FOLDER", num_args = 1.., conflicts_with = "words")]
    pub sets: Vec<PathBuf>,
    /// The same, a language each, to fit how sure we are of quotes that are not in English; after
    /// the program was built with the models that go by words
    #[arg(long, value_name = "FOLDER", num_args = 1.., conflicts_with = "words")]
    pub languages: Vec<PathBuf>,
    /// Measurement that gets no weight in the models that go by words, to see what it adds
    #[arg(long, value_name = "NAME", requires = "words")]
    pub without: Vec<String>,
    /// File to write the weights to
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
}

/// How much to measure.
#[derive(Debug, Clone, Args)]
pub struct BenchArgs {
    /// Sizes of the libraries, in passages
    #[arg(long, value_name = "N,...", value_delimiter = ',', default_values_t = [1_000, 100_000, 1_000_000])]
    pub passages: Vec<usize>,
    /// Folder that keeps the libraries for another run [default: one that is gone afterwards]
    #[arg(long, value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    /// Questions asked of each library
    #[arg(long, value_name = "N", default_value_t = 300)]
    pub questions: usize,
    /// Times that each thing is measured; the fastest counts
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub rounds: usize,
    /// Where chance begins
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}
