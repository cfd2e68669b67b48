//! The command line, as clap reads it: definitions and help only, no decisions.

#[cfg(feature = "measuring")]
mod measuring;

use std::path::PathBuf;
use std::process;

use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::Shell;

use crate::discord::Shards;
use crate::secret::keep_given_tokens;
use crate::shown;
#[cfg(feature = "measuring")]
pub use measuring::{BenchArgs, EvalArgs, FitArgs, Measure};

const EXAMPLES: &str = "\
Examples:
  pullquote ask Who gave the green light for AWS?
  pullquote ask --document moby-dick 'the \"white whale\"'
  pullquote chat
  pullquote text the-birth-of-aws.md | head

Put .txt, .md, .html, .epub, .docx and .pdf files into the corpus folder; the index follows by itself.
Settings come from flags, then the environment, then a .env file, then defaults.
Exit code: 0 answered, 1 the text does not say, 2 something needs to be fixed, 3 it failed and may work later.";

/// Answers questions about your texts by quoting them, byte for byte, or says that they do not say.
#[derive(Debug, Parser)]
#[command(name = "pullquote", version, after_help = EXAMPLES)]
pub struct Cli {
    #[command(flatten)]
    pub settings: Settings,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Settings that the bot has nothing to do with.
const NOT_OF_BOT: [&str; 2] = ["color", "stand_in_cdn"];

impl Cli {
    /// The whole command line. Settings that few need are listed where they count: with `bot`.
    pub fn definition() -> clap::Command {
        let mut command = Cli::command();
        // What a setting is set to is nobody's business, and may be a token in the wrong place.
        command = command.mut_args(|setting| setting.hide_env_values(true));
        // Only then has each subcommand the settings that all have.
        command.build();
        command.mut_subcommand("bot", |bot| {
            bot.mut_args(|setting| {
                let is_of_bot = !NOT_OF_BOT.contains(&setting.get_id().as_str());
                setting.hide(!is_of_bot)
            })
        })
    }

    /// Reads the arguments of the program; ends it with a message when they are not understood.
    pub fn of_program() -> Cli {
        keep_given_tokens("--discord-token", "DISCORD_TOKEN");
        let parsed = Cli::definition()
            .try_get_matches()
            .and_then(|matches| Cli::from_arg_matches(&matches));

        parsed.unwrap_or_else(|error| end_with_message(&error))
    }
}

/// Ends the program with what clap says, which may be help. An argument that it names may be
/// anything.
fn end_with_message(error: &clap::Error) -> ! {
    let message = error.render().to_string();
    let harmless = shown::harmless_lines(&message);
    if harmless == message {
        let _ = error.print(); // in colour
    } else {
        eprint!("{harmless}");
    }

    if error.kind() == ErrorKind::InvalidSubcommand {
        // Most who type no subcommand have a question.
        eprintln!("\nTo ask a question: pullquote ask YOUR QUESTION");
    }
    process::exit(error.exit_code())
}

/// Settings that every subcommand takes.
#[derive(Debug, Clone, Default, Args)]
pub struct Settings {
    /// Folder with your texts [default: corpus, in the current folder or else where the platform
    /// keeps data]
    #[arg(long, global = true, value_name = "FOLDER", env = "PULLQUOTE_CORPUS", value_parser = folder_parser())]
    pub corpus: Option<PathBuf>,
    /// Folder for the index, which can be deleted at any time [default: index, likewise]
    #[arg(long, global = true, value_name = "FOLDER", env = "PULLQUOTE_INDEX", value_parser = folder_parser())]
    pub index: Option<PathBuf>,
    /// Folder for what the bot keeps of its servers: their own texts, and what they set [default:
    /// data, likewise]
    #[arg(long, global = true, value_name = "FOLDER", env = "PULLQUOTE_DATA", value_parser = folder_parser())]
    pub data: Option<PathBuf>,
    /// Who reads the best passages before one is quoted: an ONNX file or its folder, or "off"
    /// [default: built in]
    #[arg(
        long,
        global = true,
        value_name = "FILE|FOLDER|off",
        env = "PULLQUOTE_READER"
    )]
    pub reader: Option<String>,
    /// How many passages are read for an answer [default: 12]
    #[arg(long, global = true, value_name = "N", env = "PULLQUOTE_READ")]
    pub read: Option<String>,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
    /// Largest file that is read, in MiB; an archive may unpack to four times as much [default: 64]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "N",
        env = "PULLQUOTE_MAX_FILE_MIB"
    )]
    pub max_file_mib: Option<String>,
    /// Longest time that reading one file may take, in seconds [default: 30]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "N",
        env = "PULLQUOTE_MAX_SECONDS"
    )]
    pub max_seconds: Option<String>,
    /// Most memory that reading one file may take, in MiB [default: 512]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "N",
        env = "PULLQUOTE_MAX_MEMORY_MIB"
    )]
    pub max_memory_mib: Option<String>,
    /// Look for changed texts every so many seconds, instead of being told by the system
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "SECONDS",
        env = "PULLQUOTE_POLL"
    )]
    pub poll: Option<String>,
    /// Token of your Discord bot; better in the environment or in .env, as others may see the
    /// arguments of a program
    #[arg(
        long,
        global = true,
        hide = true,
        env = "DISCORD_TOKEN",
        hide_env_values = true
    )]
    pub discord_token: Option<String>,
    /// File that holds the token and nothing else: a better place than the environment, which
    /// others may see
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "FILE",
        env = "DISCORD_TOKEN_FILE",
        hide_env_values = true
    )]
    pub discord_token_file: Option<String>,
    /// Id of the only server to register the bot's commands in, for trying it out
    #[arg(long, global = true, hide = true, env = "DISCORD_GUILD_ID")]
    pub discord_guild_id: Option<String>,
    /// Base URL of an HTTP proxy for Discord's API, which then does the rate limiting
    #[arg(long, global = true, hide = true, env = "DISCORD_PROXY")]
    pub discord_proxy: Option<String>,
    /// How the bot's log is written: text or json [default: text]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "FORMAT",
        env = "PULLQUOTE_LOG_FORMAT"
    )]
    pub log_format: Option<String>,
    /// The least important lines of the bot's log: off, error, warn, info, debug or trace [default:
    /// info]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "LEVEL",
        env = "PULLQUOTE_LOG_LEVEL"
    )]
    pub log_level: Option<String>,
    /// Where the bot serves /metrics and /healthz, such as :9100 [default: nowhere]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "ADDRESS",
        env = "METRICS_ADDR"
    )]
    pub metrics_addr: Option<String>,
    /// Questions a minute that the bot takes from one person; 0 for as many as they like [default:
    /// 20]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "N",
        env = "PULLQUOTE_USER_LIMIT"
    )]
    pub user_limit: Option<String>,
    /// Questions a minute that the bot takes from one server; 0 for as many as it likes [default:
    /// 200]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "N",
        env = "PULLQUOTE_SERVER_LIMIT"
    )]
    pub server_limit: Option<String>,
    /// Largest file that a server may add, in MiB [default: 50]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "N",
        env = "PULLQUOTE_SERVER_FILE_MIB"
    )]
    pub server_file_mib: Option<String>,
    /// Most texts that a server may have of its own [default: 100]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "N",
        env = "PULLQUOTE_SERVER_TEXTS"
    )]
    pub server_texts: Option<String>,
    /// Most words that a server's own texts may have together [default: 2000000]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "N",
        env = "PULLQUOTE_SERVER_WORDS"
    )]
    pub server_words: Option<String>,
    /// Most that a server's own texts and their index may take of the disk, in MiB [default: 1024]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "N",
        env = "PULLQUOTE_SERVER_MIB"
    )]
    pub server_mib: Option<String>,
    /// Files that a server may add in an hour; 0 for as many as it likes [default: 10]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "N",
        env = "PULLQUOTE_SERVER_UPLOADS"
    )]
    pub server_uploads: Option<String>,
    /// Most that the texts and indexes of all servers may take of the disk, in MiB [default: 10240]
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "N",
        env = "PULLQUOTE_DATA_MIB"
    )]
    pub data_mib: Option<String>,
    /// Where a stand-in for Discord on this machine keeps uploads; for tests
    #[arg(
        long,
        global = true,
        hide = true,
        value_name = "URL",
        env = "PULLQUOTE_STAND_IN_CDN"
    )]
    pub stand_in_cdn: Option<String>,
}

/// A path that may be empty: `PULLQUOTE_CORPUS=` in a .env file means "not set", not an error.
fn folder_parser() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(PathBuf::from)
}

/// What to do; without a subcommand: bot if there is a bot's token, otherwise chat.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Ask one question, or many with --batch
    Ask(AskArgs),
    /// Talk with your texts: ask, read on, look for more
    Chat,
    /// Answer on Discord; needs DISCORD_TOKEN
    Bot {
        /// The shards that this process serves, counted from 0 [default: all, as many as Discord
        /// asks for]
        #[arg(long, value_name = "FIRST-LAST/TOTAL")]
        shards: Option<Shards>,
    },
    /// Find out what is wrong before Discord does: token, commands, texts, index
    Check,
    /// Write what the bot keeps of its servers, their texts included, into one file; also while it
    /// runs
    Backup {
        /// The ZIP archive to write; unpacked into an empty folder, it is a data folder
        file: PathBuf,
    },
    /// Bring the index up to date (asking does it by itself)
    Index {
        /// Build everything anew, even if no file changed
        #[arg(long)]
        force: bool,
    },
    /// List the documents, and the files that could not be read and why; or show one document's
    /// outline
    Library {
        /// A document, for its headings and where they stand; or a collection, for its documents
        name: Option<String>,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Print what a shell needs to complete the commands and options of pullquote
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, for `man -l -`
    Man,
    /// Read the files that come on standard input, apart from everything else; the program runs
    /// this
    #[command(hide = true)]
    ReadFiles,
    /// Print a document's text exactly as it is quoted: its byte offsets are those of --json
    Text {
        /// Its path, title, or a part of either that fits only one
        document: String,
    },
    #[cfg(feature = "measuring")]
    #[command(flatten)]
    Measure(Measure),
}

/// How to ask.
#[derive(Debug, Clone, Default, Args)]
pub struct AskArgs {
    /// The question, in your own words, or - to read it; "..." inside it asks for that exact phrase
    #[arg(required_unless_present = "batch", conflicts_with = "batch")]
    pub question: Vec<String>,
    /// Look only in this document (its path, title, or a part of either) or collection (a
    /// sub-folder)
    #[arg(long, short, value_name = "NAME")]
    pub document: Option<String>,
    /// How many passages to give [default: 5 with --json; otherwise 1, or 3 if the text does not
    /// say]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=100))]
    pub limit: Option<u16>,
    /// Print the answer as one JSON object
    #[arg(long)]
    pub json: bool,
    /// Say why: the terms looked for, and what each passage's score is made of
    #[arg(long)]
    pub explain: bool,
    /// Read {"id": ..., "question": "...", "document": "..."} a line, write one JSON line each
    #[arg(long)]
    pub batch: bool,
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    #[test]
    fn the_definitions_are_consistent() {
        super::Cli::definition().debug_assert();
        // Subcommands share their names with the settings; only reading the values shows when two
        // are one.
        let fit = "pullquote fit --read 8 --sets a b -o weights.tsv".split(' ');
        let cli = super::Cli::try_parse_from(fit).unwrap();
        assert_eq!(cli.settings.read.as_deref(), Some("8"));
    }
}
