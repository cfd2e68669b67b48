//! Errors a person may read: what is wrong and what to do next.
//!
//! Anything else is an [`anyhow::Error`] with its context. The two are told apart so that the bot
//! can show the first to a member and keep the second for the operator's log. A [`UserError`] is
//! what went wrong, and becomes a sentence only when it is shown: on Discord that may be another
//! one.

use std::fmt;
use std::path::PathBuf;

use crate::shown;

/// The formats that are read, for those who are to choose one.
pub const FORMATS: &str = ".txt, .md, .html, .epub, .docx or .pdf";

/// Names listed in a sentence.
const LISTED: usize = 12;
/// Reasons listed below one.
const REASONS: usize = 10;

/// A mistake that its reader can mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UserError {
    /// What a part of the program words itself: one sentence on what is wrong, one on the next
    /// step.
    Told(String),
    /// No corpus folder at this path.
    NoCorpus(PathBuf),
    /// A corpus folder without a single readable text, and why each file has none.
    EmptyCorpus(PathBuf, Vec<String>),
    /// The index folder lies in the corpus folder.
    IndexInCorpus { index: PathBuf, corpus: PathBuf },
    /// The data folder lies in the corpus folder.
    DataInCorpus { data: PathBuf, corpus: PathBuf },
    /// An index that was made of another corpus than the one that is asked for.
    OtherCorpus {
        index: PathBuf,
        made_of: PathBuf,
        asked: PathBuf,
    },
    /// A reader that cannot be used, and why.
    BadReader(PathBuf, String),
    /// A `.env` file that is not `NAME=value` lines.
    BadEnvFile(String),
    /// A file that should hold the token and cannot be read.
    /// It is not named: somebody may have put the token itself there.
    BadTokenFile(String),
    /// A server's id that is none.
    BadGuildId,
    /// A proxy without a scheme.
    BadProxy,
    /// Uploads from elsewhere than Discord, without a stand-in for it.
    NoStandIn,
    /// A setting that is none of what it may be. What it is instead is not told: somebody may have
    /// put a token there, or forgotten to end the line before that of the token.
    BadChoice { name: String, choices: String },
    /// A question without a word in it.
    EmptyQuestion,
    /// No document or collection is called `name`; `names` are those there are.
    NoSuchDocument { name: String, names: Vec<String> },
    /// Several documents fit `name`.
    AmbiguousDocument { name: String, paths: Vec<String> },
    /// `name` is a collection where one document is needed.
    NotOneDocument { name: String, paths: Vec<String> },
}

impl UserError {
    /// An error in words of its own.
    pub fn new(message: impl Into<String>) -> UserError {
        UserError::Told(message.into())
    }

    /// A setting called `name` that should be one of `choices`.
    pub fn bad_choice(name: &str, choices: &str) -> UserError {
        UserError::BadChoice {
            name: name.to_owned(),
            choices: choices.to_owned(),
        }
    }
}

impl fmt::Display for UserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UserError::Told(message) => f.write_str(message),
            UserError::NoCorpus(path) => write!(
                f,
                "There is no corpus folder at {}. Create it and put {FORMATS} files into it; or name another with --corpus, or go to a folder that has one.",
                shown::harmless_path(path)
            ),
            UserError::EmptyCorpus(path, skipped) => {
                let path = shown::harmless_path(path);
                write!(f, "There is no text in {path}. Put {FORMATS} files into it.")?;
                let reasons = skipped.iter().take(REASONS);
                reasons.into_iter().try_for_each(|line| write!(f, "\n  {line}"))
            }
            UserError::IndexInCorpus { index, corpus } => write!(
                f,
                "The index folder {} lies in the corpus folder {}, where it would be read as texts. Name another with --index.",
                shown::harmless_path(index),
                shown::harmless_path(corpus)
            ),
            UserError::DataInCorpus { data, corpus } => write!(
                f,
                "The data folder {} lies in the corpus folder {}, where its texts would be everyone's. Name another with --data.",
                shown::harmless_path(data),
                shown::harmless_path(corpus)
            ),
            UserError::OtherCorpus {
                index,
                made_of,
                asked,
            } => write!(
                f,
                "The index in {} is of the texts in {}, not of those in {}. Name another folder with --index; or, if nobody needs it any more, replace it with pullquote index --force.",
                shown::harmless_path(index),
                shown::harmless_path(made_of),
                shown::harmless_path(asked)
            ),
            UserError::BadReader(path, why) => write!(
                f,
                "The reader {} cannot be used: {why}. It must be an extractive question-answering model in ONNX with its tokenizer.json beside it; PULLQUOTE_READER=off does without.",
                shown::harmless_path(path)
            ),
            UserError::BadEnvFile(fault) => write!(
                f,
                "The .env file cannot be read: {fault}. Write one NAME=value a line, as in .env.example."
            ),
            UserError::BadTokenFile(why) => write!(
                f,
                "DISCORD_TOKEN_FILE names no file with a token: {why}. It must be the path of a file with the bot's token and nothing else."
            ),
            UserError::BadGuildId => f.write_str(
                "DISCORD_GUILD_ID is not a server's id. Switch on Settings > Advanced > Developer Mode in Discord, \
                 right-click the server and choose Copy Server ID; or unset it to serve every server.",
            ),
            UserError::BadProxy => f.write_str(
                "DISCORD_PROXY is not a URL. Write it whole, such as http://localhost:8080, or unset it.",
            ),
            UserError::NoStandIn => f.write_str(
                "PULLQUOTE_STAND_IN_CDN is for the tests of this program only. Unset it.",
            ),
            UserError::BadChoice { name, choices } => write!(
                f,
                "{name} is set to something that it cannot be. It must be {choices}."
            ),
            UserError::EmptyQuestion => f.write_str(
                "There is no question. Ask one, for example: pullquote ask Who is the story about?",
            ),
            UserError::NoSuchDocument { name, names } => {
                let name = shown::harmless_name(name);
                let names = join_names(names);
                write!(f, "No document is called {name:?}. There are: {names}.")
            }
            UserError::AmbiguousDocument { name, paths } => write!(
                f,
                "{:?} fits more than one document; name one of: {}.",
                shown::harmless_name(name),
                join_names(paths)
            ),
            UserError::NotOneDocument { name, paths } => write!(
                f,
                "{:?} is a collection; name one of its documents: {}.",
                shown::harmless_name(name),
                join_names(paths)
            ),
        }
    }
}

fn join_names(names: &[String]) -> String {
    let more = names.len().saturating_sub(LISTED);
    let some = names
        .iter()
        .take(LISTED)
        .map(|name| shown::harmless_name(name));
    let list = some.collect::<Vec<_>>().join(", ");

    if more > 0 {
        format!("{list} and {more} more (see `pullquote library`)")
    } else {
        list
    }
}

impl std::error::Error for UserError {}
