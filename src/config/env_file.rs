//! `.env` in the current folder -> the environment; or what is wrong with it, without a word of
//! what stands there.

use std::fs;
use std::path::absolute;

use anyhow::Result;

use crate::error::UserError;
use crate::shown;

/// Reads `.env` in the current folder into the environment; variables that are set stay.
///
/// # Errors
/// A [`UserError`] when there is such a file but it cannot be understood. It never says what stands
/// there: that may be a token.
pub fn load_env_file() -> Result<()> {
    match dotenvy::from_path(".env") {
        Err(error) if !error.not_found() => {
            // Run from another folder, the program meets files of others by that name: which one it
            // is must be said.
            let file = absolute(".env").unwrap_or_default();
            let fault = format!(
                "in {}, {}",
                shown::harmless_path(&file),
                env_file_fault(&error)
            );
            Err(UserError::BadEnvFile(fault).into())
        }
        _ => Ok(()),
    }
}

fn env_file_fault(error: &dotenvy::Error) -> String {
    match error {
        dotenvy::Error::LineParse(line, _) => {
            let text = fs::read_to_string(".env").unwrap_or_default();
            line_fault(&text, line)
        }
        dotenvy::Error::Io(error) => error.to_string(),
        _ => "it is not text".to_owned(),
    }
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
