//! The service file that the README points to is one that systemd understands.

use std::process::Command;

#[test]
fn systemd_understands_the_service() {
    let folder = tempfile::tempdir().unwrap();
    let unit = folder.path().join("pullquote.service");
    let text = include_str!("../../contrib/pullquote.service");
    // systemd looks whether the program is there.
    let here = text.replace("/usr/local/bin/pullquote", env!("CARGO_BIN_EXE_pullquote"));
    assert_ne!(here, text);
    let problems = |text: &str| {
        std::fs::write(&unit, text).unwrap();
        let verified = Command::new("systemd-analyze")
            .arg("verify")
            .arg(&unit)
            .output()
            .ok()?;
        Some((
            verified.status.success(),
            String::from_utf8_lossy(&verified.stderr).into_owned(),
        ))
    };
    let Some(found) = problems(&here) else {
        return println!("skipped: systemd-analyze is not on this machine");
    };
    assert_eq!(found, (true, String::new()));
    // A word that it does not know it only warns of, so the warnings must be empty, not the exit code.
    let (_, warning) = problems(&format!("{here}\nNoSuchSetting=1\n")).unwrap();
    assert!(warning.contains("NoSuchSetting"), "{warning}");
}
