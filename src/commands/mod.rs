//! One file per subcommand, each with one `run()`; here is what they share: how a run ends, and
//! what the terminal is like.

pub mod ask;
pub mod backup;
pub mod batch;
pub mod bot;
pub mod chat;
pub mod check;
pub mod index;
pub mod library;
pub mod manual;
#[cfg(feature = "measuring")]
pub mod measuring;
mod progress;
pub mod read_files;
pub mod text;

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::os::fd::AsFd;
use std::process::ExitCode;
use std::thread;

use anyhow::{Error, Result, anyhow};
use clap::ColorChoice;
use terminal_size::{Height, Width};

use crate::config::{Config, ReaderChoice};
use crate::engine::Engine;
use crate::error::UserError;
use crate::reader::Reader;
use crate::render::terminal::Screen;
use crate::shown;
use progress::ShowProgress;

/// Widest a paragraph gets; longer lines are hard to read.
const MAX_WIDTH: usize = 100;
/// Narrowest a paragraph gets: below, the terminal does better.
const MIN_WIDTH: usize = 20;
/// Width of a terminal that does not tell its own.
const USUAL_WIDTH: usize = 80;

/// How a run ended well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It did what was asked.
    Done,
    /// The text does not answer the question.
    NotAnswered,
    /// It did not, as was said already; with this exit code.
    Failed(u8),
}

/// What to do when Discord cannot be reached.
const NO_ANSWER: &str = "Is this machine online, and DISCORD_PROXY right or unset? https://discordstatus.com tells if it is Discord.";

/// Exit code when something must be mended by a person: to try again as it is would be in vain.
const TO_MEND: u8 = 2;
/// Exit code of all other failures, such as of the network or of a disk, which may be gone the next
/// time.
const MAY_PASS: u8 = 3;

/// The exit code of a failure.
pub fn exit_code(error: &Error) -> u8 {
    if error.is::<UserError>() {
        TO_MEND
    } else {
        MAY_PASS
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Done => 0,
            Outcome::NotAnswered => 1,
            Outcome::Failed(code) => code,
        })
    }
}

/// Says what went wrong, on standard error.
pub fn report_error(error: &Error) {
    say_aside(&describe_error(error));
}

/// Says something that is no answer, on standard error.
fn say_aside(text: &str) {
    let screen = Screen {
        width: terminal_columns(&io::stderr()),
        color: false,
    };
    // Nobody may be reading, and there is nowhere left to say so.
    let _ = writeln!(io::stderr(), "{}", screen.own(text, 2));
}

fn describe_error(error: &Error) -> String {
    shown::harmless_lines(&match error.downcast_ref::<UserError>() {
        Some(error) => error.to_string(),
        None => format!("error: {error:#}"),
    })
}

/// Whether the reader of our output went away.
pub fn is_broken_pipe(error: &Error) -> bool {
    let kinds = error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .map(io::Error::kind);
    kinds.into_iter().any(|kind| kind == ErrorKind::BrokenPipe)
}

/// Opens the library, with progress on standard error.
fn open_engine(config: &Config) -> Result<Engine> {
    Engine::open(
        &config.corpus,
        &config.index,
        Box::new(ShowProgress::default()),
    )
}

/// As [`open_engine`], with the reader, to answer questions.
fn open_to_answer(config: &Config) -> Result<Engine> {
    // Both take some ten milliseconds, and somebody waits for the answer.
    thread::scope(|scope| {
        let reader = scope.spawn(|| open_reader(config));
        let engine = open_engine(config)?;
        let reader = reader
            .join()
            .map_err(|_| anyhow!("opening the reader stopped unexpectedly"))??;
        Ok(engine.with_reader(reader, config.read))
    })
}

/// The reader that is set, if there is one.
fn open_reader(config: &Config) -> Result<Option<Reader>> {
    match &config.reader {
        ReaderChoice::Off => Ok(None),
        ReaderChoice::Shipped => Reader::shipped().map(Some),
        ReaderChoice::Own(path) => Reader::open(path).map(Some),
    }
}

/// Writes to standard output. Not `print!`, which panics when the reader went away.
fn print_text(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}

/// How wide standard output is, and whether it can show colours.
fn detect_screen(config: &Config) -> Screen {
    let Some(width) = terminal_columns(&io::stdout()) else {
        let color = config.color == ColorChoice::Always;
        return Screen {
            width: color.then_some(MAX_WIDTH),
            color,
        };
    };

    // Set but empty counts as not set, as <https://no-color.org> has it.
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let can = set("NO_COLOR").is_none() && set("TERM").is_none_or(|term| term != "dumb");

    Screen {
        width: Some(width),
        color: match config.color {
            ColorChoice::Auto => can,
            ColorChoice::Always => true,
            ColorChoice::Never => false,
        },
    }
}

/// Columns that lines may have on a terminal; none where the output goes elsewhere.
fn terminal_columns(output: &(impl IsTerminal + AsFd)) -> Option<usize> {
    output
        .is_terminal()
        .then(|| readable_width(terminal_size::terminal_size_of(output)))
}

fn readable_width(size: Option<(Width, Height)>) -> usize {
    let columns = size.map_or(USUAL_WIDTH, |(width, _)| usize::from(width.0));
    columns.clamp(MIN_WIDTH, MAX_WIDTH)
}
