//! An index that may only be read, and a text that may not: by rights, and on a disk that is
//! mounted so.
//!
//! To root, rights mean nothing, so when the tests run as root the program runs as somebody else.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;

use crate::faults::{ANSWER, QUESTION, answer_of, assert_answers, tell_of, with_mounts};
use crate::support::{Place, Run};

/// User and group that own nothing, by convention.
const NOBODY: u32 = 65534;

/// Runs the program as whoever owns the place.
fn run(place: &Place, args: &[&str]) -> Run {
    let mut command = place.command(args);
    let owner = fs::metadata(place.root()).unwrap().uid();
    if owner == NOBODY {
        command.uid(NOBODY).gid(NOBODY);
    }
    Run::of(command.output().unwrap())
}

/// A story that is nobody's if it would be root's.
fn story() -> Place {
    let place = Place::story();
    if fs::metadata(place.root()).unwrap().uid() == 0 {
        fs::create_dir(place.index()).unwrap();
        let folders = [place.root().to_owned(), place.corpus(), place.index()];
        folders
            .iter()
            .for_each(|folder| chown(folder, Some(NOBODY), Some(NOBODY)).unwrap());
    }
    place
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Sets the rights of a folder and of all folders in it.
fn allow_all(folder: &Path, mode: u32) {
    for entry in fs::read_dir(folder)
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_dir())
    {
        allow_all(&entry.path(), mode);
    }
    allow(folder, mode);
}

/// What to do when the folder must be written.
const NEXT: &str = "must be writable";

#[test]
#[cfg_attr(
    not(has_rights),
    ignore = "only root can reach the program, and to root rights mean nothing"
)]
fn an_index_that_may_only_be_read_answers_until_it_must_be_written() {
    let place = story();
    let asked = || run(&place, &["ask", QUESTION]);
    let first = asked();
    assert!(first.out.starts_with(ANSWER), "{first:?}");
    allow_all(&place.index(), 0o555);
    let same = asked();
    assert!(
        same.out.starts_with(ANSWER) && same.err.is_empty(),
        "{same:?}"
    );
    tell_of(&place, "Vera");
    assert_answers(&asked(), ANSWER, NEXT);
    let index = run(&place, &["index"]);
    assert!(
        index.code == Some(3) && index.err.contains(NEXT),
        "{index:?}"
    );
    tell_of(&place, "Mira");
    assert!(
        asked().out.starts_with(ANSWER),
        "the text is again what the index was made of"
    );

    // An index that is damaged, and none at all.
    tell_of(&place, "Vera");
    fs::write(place.index().join("current"), "no generation\n").unwrap();
    assert_answers(&asked(), &answer_of("Vera"), NEXT);
    fs::remove_dir_all(place.index()).unwrap();
    allow(place.root(), 0o555);
    assert_answers(&asked(), &answer_of("Vera"), NEXT);
    allow(place.root(), 0o755);
    assert!(asked().out.starts_with(&answer_of("Vera")));
}

#[test]
#[cfg_attr(
    not(has_rights),
    ignore = "only root can reach the program, and to root rights mean nothing"
)]
fn a_text_that_may_not_be_read_is_reported_until_it_may() {
    let place = story();
    let secret = place.corpus().join("secret.txt");
    place.write("secret.txt", b"Nobody may read this.");
    allow(&secret, 0o000);
    let library = || run(&place, &["library"]);
    let listed = library();
    assert!(
        listed.out.contains("  secret.txt cannot be opened"),
        "{listed:?}"
    );
    assert_eq!(library().err, "", "it is not tried again and again");
    allow(&secret, 0o644);
    assert!(
        library().out.contains("secret.txt  "),
        "the right to read it is noticed"
    );
}

#[test]
#[cfg_attr(
    not(has_mounts),
    ignore = "this system lets nobody mount a file system here"
)]
fn an_index_on_a_disk_that_is_mounted_for_reading_answers_until_it_must_be_written() {
    let place = Place::story();
    drop(place.open());
    fs::rename(place.index(), place.root().join("sound")).unwrap();
    fs::create_dir(place.index()).unwrap();
    const ON_A_READ_ONLY_DISK: &str = "
        mount -t tmpfs none index && cp -a sound/. index && mount -o remount,ro index || exit 99
        exec \"$0\" \"$@\"";
    let asked = || with_mounts(&place, ON_A_READ_ONLY_DISK, &["ask", QUESTION]);
    let same = asked();
    assert!(
        same.out.starts_with(ANSWER) && same.err.is_empty(),
        "{same:?}"
    );
    tell_of(&place, "Vera");
    assert_answers(&asked(), ANSWER, NEXT);
}
