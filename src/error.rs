//! Errors a person may read: what is wrong and what to do next.
//!
//! Anything else is an [`anyhow::Error`] with its context. The two are told apart so that the bot can
//! show the first to a member and keep the second for the operator's log.

use std::fmt;
use std::path::Path;

use crate::shown;

/// The formats that are read, for those who are to choose one.
pub const FORMATS: &str = ".txt, .md, .html, .epub, .docx or .pdf";

/// A mistake that its reader can mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserError(String);

impl UserError {
    /// An error with this text: one sentence on what is wrong, one on the next step.
    pub fn new(message: impl Into<String>) -> UserError {
        UserError(message.into())
    }

    /// No corpus folder at `path`.
    pub fn no_corpus(path: &Path) -> UserError {
        UserError(format!(
            "There is no corpus folder at {0}. Create it and put {FORMATS} files into it, or name another with --corpus.",
            shown::path(path)
        ))
    }

    /// A corpus folder without a single readable text; `skipped` lines say why.
    pub fn empty_corpus(path: &Path, skipped: &[String]) -> UserError {
        let mut message = format!(
            "There is no text in {}. Put {FORMATS} files into it.",
            shown::path(path)
        );
        for line in skipped.iter().take(10) {
            message.push_str("\n  ");
            message.push_str(line);
        }
        UserError(message)
    }

    /// The index folder lies in the corpus folder.
    pub fn index_in_corpus(index: &Path, corpus: &Path) -> UserError {
        UserError(format!(
            "The index folder {} lies in the corpus folder {}, where it would be read as texts. Name another with --index.",
            shown::path(index),
            shown::path(corpus)
        ))
    }

    /// An index that was made of another corpus.
    pub fn other_corpus(index: &Path, made_of: &Path, asked: &Path) -> UserError {
        UserError(format!(
            "The index in {} is of the texts in {}, not of those in {}. Name another folder with --index; or, if nobody needs it any more, replace it with pullquote index --force.",
            shown::path(index),
            shown::path(made_of),
            shown::path(asked)
        ))
    }

    /// A reader that cannot be used.
    pub fn bad_reader(path: &Path, why: &str) -> UserError {
        UserError(format!(
            "The reader {} cannot be used: {why}. It must be an extractive question-answering model in ONNX with its tokenizer.json beside it; PULLQUOTE_READER=off does without.",
            shown::path(path)
        ))
    }

    /// A `.env` file that is not `NAME=value` lines.
    pub fn bad_env_file(fault: &str) -> UserError {
        UserError(format!(
            "The .env file cannot be read: {fault}. Write one NAME=value a line, as in .env.example."
        ))
    }

    /// A file that should hold the token and cannot be read.
    /// It is not named: somebody may have put the token itself there.
    pub fn bad_token_file(why: &str) -> UserError {
        UserError(format!(
            "DISCORD_TOKEN_FILE names no file with a token: {why}. It must be the path of a file with the bot's token and nothing else."
        ))
    }

    /// A server's id that is none.
    pub fn bad_guild_id() -> UserError {
        UserError(
            "DISCORD_GUILD_ID is not a server's id. Switch on Settings > Advanced > Developer Mode in Discord, \
             right-click the server and choose Copy Server ID; or unset it to serve every server."
                .to_owned(),
        )
    }

    /// A proxy without a scheme.
    pub fn bad_proxy() -> UserError {
        UserError("DISCORD_PROXY is not a URL. Write it whole, such as http://localhost:8080, or unset it.".to_owned())
    }

    /// A setting that is none of what it may be.
    pub fn bad_choice(name: &str, given: &str, choices: &str) -> UserError {
        let given = shown::name(given);
        UserError(format!("{name} is {given:?}. It must be {choices}."))
    }

    /// A question without a word in it.
    pub fn empty_question() -> UserError {
        UserError(
            "There is no question. Ask one, for example: pullquote ask Who is the story about?"
                .to_owned(),
        )
    }

    /// No document or collection is called `name`.
    pub fn no_such_document(name: &str, names: &[String]) -> UserError {
        UserError(format!(
            "No document is called {:?}. There are: {}.",
            shown::name(name),
            listed(names)
        ))
    }

    /// Several documents fit `name`.
    pub fn ambiguous_document(name: &str, paths: &[String]) -> UserError {
        UserError(format!(
            "{:?} fits more than one document; name one of: {}.",
            shown::name(name),
            listed(paths)
        ))
    }

    /// `name` is a collection where one document is needed.
    pub fn not_one_document(name: &str, paths: &[String]) -> UserError {
        UserError(format!(
            "{:?} is a collection; name one of its documents: {}.",
            shown::name(name),
            listed(paths)
        ))
    }
}

fn listed(names: &[String]) -> String {
    const SHOWN: usize = 12;
    let more = names.len().saturating_sub(SHOWN);
    let some = names.iter().take(SHOWN).map(|name| shown::name(name));
    let list = some.collect::<Vec<_>>().join(", ");
    if more > 0 {
        format!("{list} and {more} more (see `pullquote library`)")
    } else {
        list
    }
}

impl fmt::Display for UserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for UserError {}
