//! The program: parse, dispatch, exit code. Each subcommand is a file in `commands/`.

use std::io;
use std::process::ExitCode;

use anyhow::Result;
use rustix::process::Signal;
use tokio::runtime::Builder;
use tokio::signal::unix::{SignalKind, signal};

use crate::cli::{Cli, Command};
use crate::commands::{self, Outcome};
use crate::config::{self, Config};

/// Does what the command line says, and says with its exit code how that went.
pub fn run_program() -> ExitCode {
    match config::load_env_file().and_then(|()| run_command(&Cli::of_program())) {
        Ok(outcome) => outcome.into(),
        Err(error) if commands::is_broken_pipe(&error) => ExitCode::SUCCESS, // `pullquote text x | head`
        Err(error) => {
            commands::report_error(&error);
            ExitCode::from(commands::exit_code(&error))
        }
    }
}

fn run_command(cli: &Cli) -> Result<Outcome> {
    if !matches!(cli.command, Some(Command::ReadFiles)) {
        // Without, all is as well but for the last word.
        let _ = outlive_large_files();
    }
    let config = Config::new(&cli.settings)?;

    match &cli.command {
        Some(Command::Ask(args)) if args.batch => commands::batch::run(&config, args),
        Some(Command::Ask(args)) => commands::ask::run(&config, args),
        Some(Command::Backup { file }) => commands::backup::run(&config, file),
        Some(Command::Index { force }) => commands::index::run(&config, *force),
        Some(Command::ReadFiles) => commands::read_files::run(&config),
        Some(Command::Library { name, json }) => {
            commands::library::run(&config, name.as_deref(), *json)
        }
        Some(Command::Completions { shell }) => commands::manual::print_completions(*shell),
        Some(Command::Man) => commands::manual::print_manual_page(),
        Some(Command::Text { document }) => commands::text::run(&config, document),
        #[cfg(feature = "measuring")]
        Some(Command::Measure(measure)) => commands::measuring::run(&config, measure),
        Some(Command::Bot { shards }) => commands::bot::run(&config, *shards),
        Some(Command::Check) => commands::check::run(&config),
        // Without a subcommand a token decides: whoever has set one wants the bot.
        None if config.discord_token.is_some() => commands::bot::run(&config, None),
        Some(Command::Chat) | None => commands::chat::run(&config),
    }
}

/// Has a write fail as on a full disk when a file becomes larger than it may (`ulimit -f`), in place
/// of a signal that ends the program without a word.
fn outlive_large_files() -> io::Result<()> {
    let runtime = Builder::new_current_thread().enable_io().build()?;
    let _inside = runtime.enter();
    // Whatever listened, the signal is caught from now on.
    signal(SignalKind::from_raw(Signal::XFSZ.as_raw())).map(drop)
}
