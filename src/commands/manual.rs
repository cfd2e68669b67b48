//! `pullquote completions SHELL` and `pullquote man`: what shells and `man` want to know, from the
//! definitions of the command line.

use anyhow::Result;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::cli::Cli;
use crate::commands::{Outcome, print_text};

/// Prints a script that completes commands and options in a shell.
pub fn print_completions(shell: Shell) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::definition(), "pullquote", &mut script);
    print_text(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Done)
}

/// Prints the manual page in roff.
pub fn print_manual_page() -> Result<Outcome> {
    let mut page = Vec::new();
    Man::new(Cli::definition()).render(&mut page)?;
    print_text(&String::from_utf8_lossy(&page))?;
    Ok(Outcome::Done)
}
