//! `pullquote check`: what is wrong, before Discord says so less kindly; each with the next step.

use std::sync::{Arc, OnceLock};

use anyhow::{Error, Result, anyhow};

use crate::commands::progress::{ShowProgress, describe_trouble};
use crate::commands::{
    NO_ANSWER, Outcome, TO_MEND, bot, detect_screen, exit_code, open_reader, print_text,
};
use crate::config::Config;
use crate::corpus::{Confinement, FileReader};
use crate::discord::{Settings, account, failure, token};
use crate::engine::Engine;
use crate::error::UserError;
use crate::index::{Library, Progress, Reason, Trouble, Watch};
use crate::language::Language;
use crate::reader::Reader;
use crate::render::library::render_unread_files;
use crate::render::phrases::render_count;
use crate::shown;
use crate::store::Store;

/// Files that were not read of which it says why.
const UNREAD: usize = 10;
/// Columns in front of a finding.
const INDENT: usize = 6;

/// Looks at everything the bot needs, and says how it is. Nothing is registered or sent.
pub fn run(config: &Config) -> Result<Outcome> {
    let mut report = Report::default();
    let noted = Noted::default();
    report.add("corpus and index", check_library(config, &noted));
    if let Some(trouble) = noted.trouble() {
        report.warn("index", &trouble);
    }
    report.add("data of servers", check_data(config));
    report.add(
        "reading files",
        FileReader::confinement(config.corpus.limits).map(describe_confinement),
    );
    report.add(
        "reader",
        open_reader(config).map(|reader| describe_reader(reader.as_ref())),
    );

    let settings = bot::discord_settings(config).and_then(|settings| {
        token::parse_bot_id(&settings.token)
            .map(|_| settings)
            .map_err(Error::from)
    });
    match settings {
        Ok(settings) => {
            report.add("token shape", Ok("it looks like a bot token".to_owned()));
            tokio::runtime::Runtime::new()?.block_on(check_online(&settings, &mut report));
        }
        // With such a token there is no need to ask Discord.
        Err(error) => report.add("token shape", Err(error)),
    }

    // The reasons stand under what they are about.
    print_text(&detect_screen(config).own(&report.text, INDENT))?;
    match report.exit_code {
        None => Ok(Outcome::Done),
        Some(TO_MEND) => {
            Err(UserError::new("Something needs fixing before the bot can run.").into())
        }
        Some(code) => Ok(Outcome::Failed(code)),
    }
}

#[derive(Default)]
struct Report {
    text: String,
    /// Of the worst that was found: what a person must mend counts more than what may pass.
    exit_code: Option<u8>,
}

impl Report {
    /// What is to be mended although the bot runs with it.
    fn warn(&mut self, what: &str, trouble: &str) {
        let line = shown::harmless_lines(trouble);
        self.text.extend(["WARN ", " ", what, ": ", &line, "\n"]);
    }

    fn add(&mut self, what: &str, found: Result<String>) {
        let (mark, line) = match found {
            Ok(line) => ("ok   ", line),
            Err(error) => {
                let code = exit_code(&error);
                self.exit_code = Some(self.exit_code.map_or(code, |worst| worst.min(code)));
                ("WRONG", shown::harmless_lines(&format!("{error:#}")))
            }
        };
        self.text.extend([mark, " ", what, ": ", &line, "\n"]);
    }
}

/// Shows how far a build is, and notes what the bot would say and go on.
#[derive(Clone, Default)]
struct Noted {
    shown: Arc<ShowProgress>,
    trouble: Arc<OnceLock<String>>,
}

impl Noted {
    fn trouble(&self) -> Option<String> {
        self.trouble.get().cloned()
    }
}

impl Watch for Noted {
    fn begin(&self, reason: &Reason) {
        self.shown.begin(reason);
    }

    fn progress(&self, progress: Progress) {
        self.shown.progress(progress);
    }

    fn end(&self, library: &Library) {
        self.shown.end(library);
    }

    fn trouble(&self, trouble: &Trouble) {
        let _ = self.trouble.set(describe_trouble(trouble)); // the first is why there are more
    }
}

/// As the bot opens it.
fn check_library(config: &Config, noted: &Noted) -> Result<String> {
    let engine = Engine::open(&config.corpus, &config.index, Box::new(noted.clone()))?;
    let library = engine.library();
    let skipped = render_unread_files(library.skipped(), UNREAD);
    let skipped: String = skipped
        .iter()
        .flat_map(|line| ["\n        skipped ", line])
        .collect();

    Ok(format!(
        "{}, {}; texts in {}, index in {}{skipped}",
        render_count(library.documents().len() as u64, "text"),
        render_count(library.passage_count().into(), "passage"),
        shown::harmless_path(&config.corpus.root),
        shown::harmless_path(&config.index)
    ))
}

/// What is kept of servers; made when the bot starts, so that there is none yet is no fault.
fn check_data(config: &Config) -> Result<String> {
    let folder = shown::harmless_path(&config.data);
    if !Store::is_in(&config.data) {
        return Ok(format!("none yet in {folder}; starting the bot makes it"));
    }
    let store = Store::open(&config.data)?;
    store.check()?;

    let ids = store.servers();
    let texts: usize = ids.iter().map(|id| store.text_count(*id)).sum();
    let mib = store.used()?.div_ceil(1 << 20);
    Ok(format!(
        "{}, {} of their own, {mib} MiB; in {folder}",
        render_count(ids.len() as u64, "server"),
        render_count(texts as u64, "text")
    ))
}

/// What a process that reads files may not do, and which of the system's means are missing.
fn describe_confinement(confinement: Confinement) -> String {
    let missing: Vec<&str> = [
        (confinement.files, "a limit on open files"),
        (confinement.names, "Landlock"),
        (confinement.calls, "seccomp"),
    ]
    .iter()
    .filter_map(|(is_there, what)| (!is_there).then_some(*what))
    .collect();

    let apart = "in processes that may open nothing but the file they are given";
    if missing.is_empty() {
        apart.to_owned()
    } else if missing.len() < 3 {
        format!("{apart} (this system has no {})", missing.join(" and no "))
    } else {
        "in processes with bounded time and memory; this system cannot keep them from opening files"
            .to_owned()
    }
}

fn describe_reader(reader: Option<&Reader>) -> String {
    match reader {
        None => "off: passages are ranked and quoted by their words".to_owned(),
        Some(reader) if reader.knows(Language::German) => "your own, for every language".to_owned(),
        Some(_) => "the one in the program, for English".to_owned(),
    }
}

/// What only Discord can tell.
async fn check_online(settings: &Settings, report: &mut Report) {
    let http = account::build_client(&settings.token, settings.proxy.as_deref());

    // Each question needs the answer to the one before, so the first that fails is the last.
    match account::ask_account(&http).await {
        Ok(account) => report.add(
            "token accepted",
            Ok(format!(
                "you are {}",
                shown::harmless_name(&account.username)
            )),
        ),
        Err(failure::Failure::Token) => {
            return report.add("token accepted", Err(token::refused_token_error().into()));
        }
        Err(failure) => {
            let told = anyhow!("{failure}. {NO_ANSWER}");
            return report.add("token accepted", Err(told));
        }
    }

    let application = match account::ask_application_id(&http).await {
        Ok(application) => application,
        Err(failure) => {
            return report.add(
                "application",
                Err(anyhow!("{failure}. Try again in a minute.")),
            );
        }
    };
    let invite = account::invite_link(application);
    report.add(
        "application",
        Ok(format!("id {application}; invite link: {invite}")),
    );

    let commands = match account::has_current_commands(&http, application, settings.guild).await {
        Ok(true) => Ok("registered".to_owned()),
        // Nothing is wrong then: the bot registers them whenever it starts.
        Ok(false) => Ok("not registered as they should be; starting the bot does it".to_owned()),
        Err(failure::Failure::Access) => Err(UserError::new(format!(
            "the bot is not on server {:?}. Invite it with the link above, or unset DISCORD_GUILD_ID.",
            settings.guild
        ))
        .into()),
        Err(failure) => Err(anyhow!("{failure}. Try again in a minute.")),
    };
    report.add("commands", commands);
}
