//! `pullquote ask QUESTION...`: one question, one answer.

use std::io::{self, Read};

use anyhow::Result;

use crate::cli::AskArgs;
use crate::commands::{Outcome, detect_screen, open_to_answer, print_text};
use crate::config::Config;
use crate::engine::Ask;
use crate::render::terminal::Detail;
use crate::render::{json, terminal};

/// Passages that are ranked unless `--limit` says otherwise.
pub(super) const LIMIT: usize = 5;
/// Bytes of a question that are read.
const MAX_BYTES: u64 = 64 * 1024;

/// Answers the question on standard output.
pub fn run(config: &Config, args: &AskArgs) -> Result<Outcome> {
    let engine = open_to_answer(config)?;
    let limit = args.limit.map(usize::from);
    let question = match args.question.as_slice() {
        [dash] if dash == "-" => read_piped_question()?,
        words => words.join(" "),
    };

    let ask = Ask {
        question: &question,
        document: args.document.as_deref(),
        limit: limit.unwrap_or(LIMIT),
    };

    let (library, answer) = engine.ask(ask)?;
    print_text(&if args.json {
        json::render_answer(&library, &answer, None, args.explain)? + "\n"
    } else {
        terminal::render_answer(
            &library,
            &answer,
            detect_screen(config),
            Detail {
                limit,
                explain: args.explain,
            },
        )?
    })?;

    Ok(if answer.is_answered() {
        Outcome::Done
    } else {
        Outcome::NotAnswered
    })
}

/// The question on standard input; more than a question can have is not read.
fn read_piped_question() -> Result<String> {
    let mut bytes = Vec::new();
    io::stdin().take(MAX_BYTES).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
