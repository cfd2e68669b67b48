//! As a service: a unit that systemd understands, and a log that its journal does.

use std::fs::{self, File};
use std::process::Command;

use serde_json::Value;

use crate::support::Place;

#[test]
#[cfg_attr(not(has_systemd), ignore = "systemd-analyze is not on this machine")]
fn systemd_understands_the_service() {
    let folder = tempfile::tempdir().unwrap();
    let unit = folder.path().join("pullquote.service");
    let text = include_str!("../../contrib/pullquote.service");
    // systemd looks whether the program is there.
    let here = text.replace("/usr/local/bin/pullquote", env!("CARGO_BIN_EXE_pullquote"));
    assert_ne!(here, text);
    let problems = |text: &str| {
        fs::write(&unit, text).unwrap();
        let verified = Command::new("systemd-analyze")
            .arg("verify")
            .arg(&unit)
            .output()
            .unwrap();
        (
            verified.status.success(),
            String::from_utf8_lossy(&verified.stderr).into_owned(),
        )
    };
    assert_eq!(problems(&here), (true, String::new()));
    // A word that it does not know it only warns of, so the warnings must be empty, not the exit
    // code.
    let (_, warning) = problems(&format!("{here}\nNoSuchSetting=1\n"));
    assert!(warning.contains("NoSuchSetting"), "{warning}");
}

#[test]
fn why_the_bot_ends_is_a_line_of_the_log_in_its_format() {
    let place = Place::story();
    for (setting, value, said) in [
        ("DISCORD_TOKEN", "", "There is no bot token"),
        ("DISCORD_TOKEN", "wrong", "is not a bot token"),
        ("PULLQUOTE_CORPUS", "nowhere", "There is no corpus folder"),
    ] {
        let bot = |format: &str| {
            let mut bot = place.command(&["bot"]);
            bot.env("DISCORD_TOKEN", "MTA.AAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAA");
            bot.env("PULLQUOTE_LOG_FORMAT", format).env(setting, value);
            let run = bot.output().unwrap();
            assert_eq!(run.status.code(), Some(2), "{run:?}");
            String::from_utf8(run.stderr).unwrap()
        };

        let text = bot("text");
        let line = text.lines().last().unwrap();
        assert!(line.contains("ERROR") && line.contains(said), "{text}");

        let json = bot("json");
        let lines: Vec<Value> = json
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let last = &lines[lines.len() - 1];
        assert_eq!(last["level"], "ERROR");
        assert!(last["message"].as_str().unwrap().contains(said), "{json}");
    }

    let mut silent = place.command(&["bot"]);
    let silent = silent.env("PULLQUOTE_LOG_LEVEL", "off").output().unwrap();
    assert!(
        String::from_utf8(silent.stderr)
            .unwrap()
            .starts_with("There is no bot token")
    );
}

#[cfg(unix)]
#[test]
fn in_the_journal_each_line_has_its_priority_and_elsewhere_none_does() {
    use std::os::unix::fs::MetadataExt;

    let place = Place::story();
    let path = place.root().join("journal");
    for (off, expected) in [(0, "<3>"), (1, "2")] {
        let journal = File::create(&path).unwrap();
        let about = journal.metadata().unwrap();
        let mut bot = place.command(&["bot"]);
        bot.env(
            "JOURNAL_STREAM",
            format!("{}:{}", about.dev(), about.ino() + off),
        );
        bot.stderr(journal).status().unwrap();
        let told = fs::read_to_string(&path).unwrap();
        assert!(
            told.starts_with(expected) && told.contains("There is no bot token"),
            "{told}"
        );
    }
}
