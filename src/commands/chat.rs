//! `pullquote chat`: a conversation with the texts.
//!
//! On a terminal with line editing and a history that is kept in memory only, since questions are
//! private; from a pipe a question a line. What to reply is decided by [`Conversation`], which
//! knows nothing of either.

use std::collections::VecDeque;
use std::io::{self, BufRead, IsTerminal};

use anyhow::Result;
use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use crate::analyze::fold;
use crate::answer::{Answer, Found};
use crate::commands::ask::LIMIT;
use crate::commands::{
    Outcome, detect_screen, open_to_answer, print_text, report_error, say_aside,
};
use crate::config::Config;
use crate::engine::{Ask, Engine};
use crate::index::{Library, PassageInfo, Scope};
use crate::query::follow_up::{find_subject, resolve_pronoun};
use crate::render::terminal::{self, Detail, Screen};
use crate::render::{library, phrases};

const PROMPT: &str = "? ";
/// Passages that `more` can go through.
const MATCHES: usize = 4 * LIMIT;
/// Columns for the name of a command.
const COMMAND: usize = 14;

/// Talks until the input ends or the reader quits.
pub fn run(config: &Config) -> Result<Outcome> {
    let mut conversation = Conversation::new(open_to_answer(config)?, detect_screen(config));
    greet(config, &conversation.engine.library());
    if io::stdin().is_terminal() {
        edit_lines(&mut conversation)?;
    } else {
        read_lines(&mut conversation, io::stdin().lock())?;
    }
    Ok(Outcome::Done)
}

/// On standard error, so that a pipe gets answers only.
fn greet(config: &Config, library: &Library) {
    let connect = if config.discord_token.is_none() {
        phrases::CONNECT
    } else {
        ""
    };

    say_aside(&format!(
        "{}\n{}\n{connect}\n",
        library::render_summary(library),
        phrases::WELCOME
    ));
}

fn edit_lines(conversation: &mut Conversation) -> Result<()> {
    let mut editor = DefaultEditor::new()?;
    loop {
        let line = match editor.readline(PROMPT) {
            Ok(line) => line,
            // As in a shell, it takes back what was typed.
            Err(ReadlineError::Interrupted) => continue,
            Err(ReadlineError::Eof) => return Ok(()),
            Err(error) => return Err(error.into()),
        };

        editor.add_history_entry(&line)?;
        if !print_reply(conversation, &line)? {
            return Ok(());
        }
    }
}

fn read_lines(conversation: &mut Conversation, mut input: impl BufRead) -> Result<()> {
    // Bytes, since a line that is not UTF-8 must not end the conversation.
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !print_reply(conversation, &String::from_utf8_lossy(&line))? {
            break;
        }
        line.clear();
    }
    Ok(())
}

/// Prints the reply to a line; false when the reader wants to go.
fn print_reply(conversation: &mut Conversation, line: &str) -> Result<bool> {
    match conversation.reply(line) {
        Ok(Some(reply)) if reply.is_empty() => {}
        Ok(Some(reply)) => print_text(&format!("{}\n\n", reply.trim_end_matches('\n')))?,
        Ok(None) => return Ok(false),
        // One question that goes wrong does not end the conversation.
        Err(error) => report_error(&error),
    }
    Ok(true)
}

/// A conversation: where the reader is, and what else was found.
struct Conversation {
    engine: Engine,
    screen: Screen,
    at: Option<PassageInfo>,
    rest: VecDeque<Found>,
    /// The name that was asked about last.
    subject: Option<String>,
}

impl Conversation {
    fn new(engine: Engine, screen: Screen) -> Conversation {
        Conversation {
            engine,
            screen,
            at: None,
            rest: VecDeque::new(),
            subject: None,
        }
    }

    /// What to say to a line; `None` at the end.
    fn reply(&mut self, line: &str) -> Result<Option<String>> {
        let line = line.trim();
        Ok(Some(match line.to_lowercase().trim_start_matches('/') {
            "" => String::new(),
            "quit" | "exit" | "q" => return Ok(None),
            "help" | "?" => self.help(),
            "library" => library::render_list(&self.engine.library(), Scope::Library, self.screen)?,
            "next" | "n" => self.turn(1)?,
            "back" | "b" => self.turn(-1)?,
            "more" | "m" => self.more()?,
            _ => self.ask(line)?,
        }))
    }

    fn help(&self) -> String {
        let commands = phrases::COMMANDS
            .iter()
            .map(|(names, what)| format!("  {names:COMMAND$}{what}"));
        let lines: Vec<String> = Some(self.screen.own(phrases::HOW_TO_ASK, 0))
            .into_iter()
            .chain(commands.map(|line| self.screen.own(&line, COMMAND + 2)))
            .collect();
        lines.join("\n")
    }

    fn ask(&mut self, question: &str) -> Result<String> {
        // Even if this question fails, `next` and `more` are not to go on from the one before.
        self.at = None;
        self.rest = VecDeque::new();

        if let Err(error) = self.engine.refresh() {
            report_error(&error); // the texts as they were can still be asked
        }

        let follow_up = self
            .subject
            .as_ref()
            .and_then(|name| resolve_pronoun(question, name));
        let question = follow_up.as_ref().map_or(question, |found| &found.question);
        self.subject = find_subject(question).map(str::to_owned);

        let (library, mut answer) = self.engine.ask(Ask {
            question,
            document: None,
            limit: MATCHES,
        })?;
        if follow_up.is_some() && !mentions_name(&library, &answer, self.subject.as_deref())? {
            answer.quote = None;
        }

        let (shown, rest) = terminal::split_passages(&answer, Detail::default());
        self.at = shown.first().map(|found| found.passage.clone());
        self.rest = rest.into_iter().cloned().collect();

        let shown = terminal::render_answer(&library, &answer, self.screen, Detail::default())?;
        Ok(match follow_up {
            Some(found) => {
                let taken = self.screen.own(&phrases::render_pronoun_note(&found), 0);
                format!("{taken}\n\n{shown}")
            }
            None => shown,
        })
    }

    fn more(&mut self) -> Result<String> {
        let Some(found) = self.rest.pop_front() else {
            let why_not = if self.at.is_some() {
                phrases::NO_MORE
            } else {
                phrases::ASK_FIRST
            };
            return Ok(self.screen.own(why_not, 0));
        };

        let screen = self.screen;
        let text = self.engine.with(|library| {
            terminal::render_passage(library, &found.passage, &found.highlights, screen)
        })?;

        // `next` and `back` read on from what was shown last.
        self.at = Some(found.passage);
        Ok(text)
    }

    /// Reads on by `step` passages, inside the document.
    fn turn(&mut self, step: i32) -> Result<String> {
        let Some(at) = &self.at else {
            return Ok(self.screen.own(phrases::ASK_FIRST, 0));
        };

        let screen = self.screen;
        let neighbour = self.engine.with(|library| {
            let passages = &library.document(at.span.document)?.passages;
            let id = at.id.checked_add_signed(step);
            let Some(id) = id.filter(|id| passages.contains(id)) else {
                return Ok(None);
            };

            let passage = library.passage(id)?;
            let text = terminal::render_passage(library, &passage, &[], screen)?;
            Ok(Some((text, passage)))
        })?;

        let Some((text, passage)) = neighbour else {
            let edge = if step > 0 {
                phrases::AT_END
            } else {
                phrases::AT_START
            };
            return Ok(screen.own(edge, 0));
        };

        self.at = Some(passage);
        Ok(text)
    }
}

/// Whether a quote, or its paragraph in front of it, has a name: else its own pronouns stand for
/// somebody else.
fn mentions_name(library: &Library, answer: &Answer, name: Option<&str>) -> Result<bool> {
    let (Some(quote), Some(name)) = (&answer.quote, name) else {
        return Ok(true);
    };

    let text = library.full_text(quote.span.document)?;
    let paragraph = text[..quote.span.start].rfind("\n\n").unwrap_or(0);
    let told = fold(&text[paragraph..quote.span.end]);

    // Of a person, the last name; whoever is called by another is taken for somebody else.
    let last = name.split_whitespace().next_back().unwrap_or(name);
    let last = last.trim_end_matches(['s', '\'', '’']);
    Ok(told.contains(&fold(last)))
}
