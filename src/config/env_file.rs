//! `.env` in the current folder -> the environment; or what is wrong with it, without a word of
//! what stands there.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::absolute;

use anyhow::Result;

use crate::cli::Cli;
use crate::error::UserError;
use crate::shown;

/// The file, in the current folder.
pub const FILE: &str = ".env";
/// Bytes of it that are read: more is no list of settings.
const MOST: u64 = 1 << 20;

/// Reads `.env` in the current folder into the environment; variables that are set stay.
///
/// # Errors
/// A [`UserError`] when there is such a file but it cannot be understood. It never says what stands
/// there: that may be a token.
pub fn load_env_file() -> Result<()> {
    let fault = match read_env_file() {
        Ok(text) => find_env_fault(&text),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == ErrorKind::InvalidData => Some("it is not text".to_owned()),
        Err(error) => Some(error.to_string()),
    };

    if let Some(fault) = fault {
        // Run from another folder, the program meets files of others by that name: which one it is
        // must be said.
        let file = shown::harmless_path(&absolute(FILE).unwrap_or_default());
        return Err(UserError::BadEnvFile(format!("in {file}, {fault}")).into());
    }
    Ok(())
}

fn read_env_file() -> io::Result<String> {
    let mut text = String::new();
    File::open(FILE)?.take(MOST).read_to_string(&mut text)?;
    Ok(text)
}

/// Takes the settings of a `.env` file into the environment, unless something is wrong with it.
fn find_env_fault(text: &str) -> Option<String> {
    let text = text.trim_start_matches('\u{feff}');
    let lines = text.lines().zip(1..);
    // No variable of the environment can hold one, and setting it would end the program.
    if let Some((_, line)) = lines.into_iter().find(|(line, _)| line.contains('\0')) {
        return Some(format!("line {line} has a character that is none (NUL)"));
    }

    let names = names_of_settings();
    for item in dotenvy::from_read_iter(text.as_bytes()) {
        match item {
            // Other programs have values in which a setting of ours may be named.
            Ok((own, value)) if names.contains(&format!("{own}=")) => {
                if let Some(name) = names.iter().find(|name| value.contains(*name)) {
                    return Some(joined_fault(text, name));
                }
            }
            Ok(_) => {}
            Err(dotenvy::Error::LineParse(line, _)) => return Some(line_fault(text, &line)),
            Err(_) => return Some("it is not text".to_owned()),
        }
    }

    dotenvy::from_read(text.as_bytes())
        .err()
        .map(|_| "it cannot be taken in".to_owned())
}

/// What each of our settings begins with in the file.
fn names_of_settings() -> Vec<String> {
    let command = Cli::definition();
    let names = command.get_arguments().filter_map(clap::Arg::get_env);
    names
        .map(|name| format!("{}=", name.to_string_lossy()))
        .collect()
}

/// Says which line goes on as the next setting, whose `NAME=` is given: its end is missing.
fn joined_fault(text: &str, next: &str) -> String {
    let holds_next = |line: &str| {
        let value = line.split_once('=').map_or("", |(_, value)| value);
        !line.trim_start().starts_with('#') && value.contains(next)
    };
    let line = text.lines().position(holds_next);
    let place = line.map_or("a line".to_owned(), |at| format!("line {}", at + 1));
    format!("{place} holds more than one setting: {next} must begin a line of its own")
}

/// Which line of a `.env` file is wrong, and how, without a word of it.
fn line_fault(text: &str, line: &str) -> String {
    // An unclosed quotation mark takes in the lines that follow; the first of them is the one to
    // look at.
    let first = line.trim().lines().next().unwrap_or_default().trim_end();
    // Sometimes only the value is reported.
    let mut lines = text.lines().map(str::trim).enumerate();
    let whole = lines.find(|(_, one)| !first.is_empty() && one.ends_with(first));
    let place = whole.map_or("a line".to_owned(), |(at, _)| format!("line {}", at + 1));
    let first = whole.map_or(first, |(_, one)| one);

    let (name, value) = first.split_once('=').unwrap_or((first, ""));
    let is_name = |name: &str| {
        let name = name.trim().trim_start_matches("export ").trim();
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || c == '_' || c == '.')
    };
    let fault = if !first.contains('=') {
        "has no = between name and value"
    } else if !is_name(name) {
        "has something else than a name in front of the ="
    } else if value.matches('"').count() % 2 == 1 || value.matches('\'').count() % 2 == 1 {
        "has a quotation mark that is not closed"
    } else {
        "has a value with spaces or signs, which must stand in single quotation marks"
    };
    format!("{place} {fault}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_was_not_ended_is_told_and_not_shown() {
        for (line, fault) in [
            (
                "METRICS_ADDR=9100DISCORD_TOKEN=MTA.secret",
                "line 2 holds more than one setting: DISCORD_TOKEN= must begin a line of its own",
            ),
            (
                "DISCORD_TOKEN='MTA.secretPULLQUOTE_READ=3'",
                "line 2 holds more than one setting: PULLQUOTE_READ= must begin a line of its own",
            ),
            (
                "DISCORD_TOKEN=MTA.secret\0",
                "line 2 has a character that is none (NUL)",
            ),
        ] {
            let text = format!("# DISCORD_PROXY=DISCORD_TOKEN=\n{line}\nUNSET=1\n");
            assert_eq!(find_env_fault(&text).as_deref(), Some(fault));
        }
        assert_eq!(find_env_fault("# METRICS_ADDR=1DISCORD_TOKEN=2\n"), None);
    }

    #[test]
    fn a_wrong_line_of_the_env_file_is_named_and_not_shown() {
        let check = |line: &str, fault: &str| {
            let text = format!("PULLQUOTE_INDEX=index\n\n{line}\nMORE=1\n");
            let error = dotenvy::from_read_iter(text.as_bytes())
                .find_map(Result::err)
                .unwrap_or_else(|| panic!("{line:?} is read"));
            let dotenvy::Error::LineParse(wrong, _) = &error else {
                panic!("{error}")
            };
            let told = line_fault(&text, wrong);
            assert_eq!(told, format!("line 3 {fault}"));
        };
        check(
            "DISCORD_TOKEN=MTA.secret my bot",
            "has a value with spaces or signs, which must stand in single quotation marks",
        );
        check(
            "DISCORD_TOKEN: MTA.secret",
            "has no = between name and value",
        );
        check(
            "my token=MTA.secret",
            "has something else than a name in front of the =",
        );
        check(
            "DISCORD_TOKEN=\"MTA.secret",
            "has a quotation mark that is not closed",
        );
    }
}
