//! `pullquote ask --batch`: a JSON object a line in, a JSON object a line out.
//!
//! Line *n* of the output belongs to line *n* of the input whatever that holds, so a program can
//! write questions and read answers without keeping books.

use std::io::{self, BufRead, Read};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use crate::cli::AskArgs;
use crate::commands::ask::LIMIT;
use crate::commands::{Outcome, open_to_answer, print_text};
use crate::config::Config;
use crate::engine::{Ask, Engine};
use crate::render::json;

/// Longest line that is read; a longer one is an error of its own, not of the batch.
const MAX_LINE: u64 = 1 << 20;

/// Only the id, so that it can be handed back even if the rest of the line is wrong.
#[derive(Deserialize)]
struct Id<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Request {
    /// Read by [`Id`]; here so that a line with two of them is wrong, rather than answered without
    /// any.
    #[serde(rename = "id")]
    _id: Option<IgnoredAny>,
    question: String,
    document: Option<String>,
}

/// Answers each line as it comes.
pub fn run(config: &Config, args: &AskArgs) -> Result<Outcome> {
    answer_lines(
        &open_to_answer(config)?,
        args,
        &mut io::stdin().lock(),
        print_text,
    )?;
    Ok(Outcome::Done)
}

/// Answers each line of `input`; `give` gets the answers, each a line with its end.
///
/// # Errors
/// When the input cannot be read, or `give` fails. What is wrong with a line is its answer.
pub fn answer_lines(
    engine: &Engine,
    args: &AskArgs,
    input: &mut impl BufRead,
    mut give: impl FnMut(&str) -> Result<()>,
) -> Result<()> {
    while let Some(line) = read_line(input).context("reading questions from standard input")? {
        // Some editors put a byte order mark before the text, which JSON does not know.
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line);
        let id = serde_json::from_slice::<Id>(line)
            .ok()
            .and_then(|line| line.id);

        // Whatever is wrong with a line, the next one still gets its answer.
        let reply = match answer_line(engine, args, line, id) {
            Ok(reply) => reply,
            Err(error) => json::render_failure(&format!("{error:#}"), id)?,
        };

        give(&(reply + "\n"))?;
    }
    Ok(())
}

fn answer_line(
    engine: &Engine,
    args: &AskArgs,
    line: &[u8],
    id: Option<&RawValue>,
) -> Result<String> {
    if line.len() as u64 > MAX_LINE {
        bail!("the line is longer than {MAX_LINE} bytes");
    }
    let request: Request = serde_json::from_slice(line).context(
        r#"expected a line like {"id": 1, "question": "...", "document": "optional name"}"#,
    )?;

    let (library, answer) = engine.ask(Ask {
        question: &request.question,
        document: request.document.as_deref().or(args.document.as_deref()),
        limit: args.limit.map_or(LIMIT, usize::from),
    })?;
    json::render_answer(&library, &answer, id, args.explain)
}

/// The next line without its end; of one that is too long only the beginning.
fn read_line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    // One byte too many tells a line that is too long from one that is as long as it may be.
    let mut line = Vec::new();
    input
        .by_ref()
        .take(MAX_LINE + 1)
        .read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Ok(None);
    }

    // The rest of a long line is passed over, or it would be taken for the next one.
    if line.ends_with(b"\n") {
        line.pop();
    } else if line.len() as u64 > MAX_LINE {
        input.skip_until(b'\n')?;
    }

    Ok(Some(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_overlong_line_does_not_swallow_the_next() {
        let mut long = vec![b'x'; MAX_LINE as usize * 3];
        long.extend(b"\nnext\n\nlast");
        let mut input = long.as_slice();
        let lengths: Vec<usize> = std::iter::from_fn(|| read_line(&mut input).unwrap())
            .map(|line| line.len())
            .collect();
        assert_eq!(lengths, [MAX_LINE as usize + 1, 4, 0, 4]);
    }
}
