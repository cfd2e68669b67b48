//! `pullquote ask QUESTION...`: one question, one answer.

use anyhow::Result;

use crate::cli::AskArgs;
use crate::commands::{Outcome, open_to_answer, print, screen};
use crate::config::Config;
use crate::engine::Ask;
use crate::render::terminal::Detail;
use crate::render::{json, terminal};

/// Passages that are ranked unless `--limit` says otherwise.
pub(super) const LIMIT: usize = 5;

/// Answers the question on standard output.
pub fn run(config: &Config, args: &AskArgs) -> Result<Outcome> {
    let engine = open_to_answer(config)?;
    let limit = args.limit.map(usize::from);
    let question = args.question.join(" ");
    let ask = Ask {
        question: &question,
        document: args.document.as_deref(),
        limit: limit.unwrap_or(LIMIT),
    };
    let (library, answer) = engine.ask(ask)?;
    print(&if args.json {
        json::answer(&library, &answer, None, args.explain)? + "\n"
    } else {
        terminal::answer(
            &library,
            &answer,
            screen(),
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
