//! Clocks and time stamps that jump, in both directions, before, during and after a build: whatever
//! they say, a text that changed is read again.
//!
//! The clock of the system cannot be set by a test. Where there is a C compiler and `LD_PRELOAD`,
//! the program is told other times than that of the system.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, SystemTime};

use pullquote::internals::corpus::{Corpus, list_corpus};

use crate::faults::{QUESTION, answer_of, quote, rewrite_manifest, tell_of};
use crate::support::{Place, Run};

const DAY: i64 = 24 * 3600;
const YEAR: i64 = 365 * DAY;

/// Gives the story's file another time of change.
fn stamp(place: &Place, time: SystemTime) {
    let file = fs::File::options()
        .write(true)
        .open(place.corpus().join("the-lamp.md"))
        .unwrap();
    file.set_modified(time).unwrap();
}

#[test]
fn time_stamps_that_jump_hide_no_change() {
    let place = Place::story();
    let year = Duration::from_secs(YEAR as u64);
    let now = SystemTime::now();
    for (name, time) in [
        ("Vera", now + year),
        ("Nora", now - year),
        ("Dora", SystemTime::UNIX_EPOCH),
        ("Cora", now),
    ] {
        tell_of(&place, name);
        stamp(&place, time);
        assert_eq!(quote(&place), answer_of(name));
    }
    // A file from the future that is edited within the same second of it has neither another size
    // nor another time stamp.
    stamp(&place, now + year);
    assert_eq!(quote(&place), answer_of("Cora"));
    tell_of(&place, "Lora");
    stamp(&place, now + year);
    assert_eq!(quote(&place), answer_of("Lora"));
}

/// The clock, off by the seconds that two variables say, in turn from reading to reading.
const CLOCK: &str = "
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
int clock_gettime(clockid_t clock, struct timespec *time) {
    static unsigned reading;
    int failed = syscall(SYS_clock_gettime, clock, time);
    const char *off = getenv(reading++ % 2 ? \"CLOCK_ODD\" : \"CLOCK_EVEN\");
    if (clock == CLOCK_REALTIME && off)
        time->tv_sec += atol(off);
    return failed;
}
";

/// The program with a clock of its own.
struct Clock {
    library: PathBuf,
}

impl Clock {
    fn new(place: &Place) -> Clock {
        let (source, library) = (place.root().join("clock.c"), place.root().join("clock.so"));
        fs::write(&source, CLOCK).unwrap();
        let compiler = Command::new("cc")
            .args(["-shared", "-fPIC", "-o"])
            .args([&library, &source])
            .output()
            .unwrap();
        assert!(compiler.status.success(), "{compiler:?}");

        let clock = Clock { library };
        let library = clock
            .run(place, [10 * YEAR; 2], &["library", "--json"])
            .json();
        let now = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs() as i64;
        let indexed = library["documents"][0]["indexed"].as_i64().unwrap();
        assert!(indexed > now + 9 * YEAR, "it is told another time");
        clock
    }

    /// Runs the program with a clock that is off by the one and the other in turn.
    fn run(&self, place: &Place, off: [i64; 2], args: &[&str]) -> Run {
        let mut command = place.command(args);
        command.env("LD_PRELOAD", &self.library);
        command
            .env("CLOCK_EVEN", off[0].to_string())
            .env("CLOCK_ODD", off[1].to_string());
        Run::of(command.output().unwrap())
    }
}

/// Names that leave the text as long as it is.
const NAMES: [&str; 4] = ["Mira", "Vera", "Nora", "Cora"];

#[test]
#[cfg_attr(
    not(has_other_clock),
    ignore = "no program can be told another time here"
)]
fn a_clock_that_is_set_between_builds_or_during_one_hides_no_change() {
    let place = Place::story();
    let clock = Clock::new(&place);
    let offs: [[i64; 2]; 7] = [
        [0, 0],
        [10 * YEAR, 10 * YEAR],
        [-10 * YEAR, -10 * YEAR],
        [-60 * YEAR, -60 * YEAR], // before 1970
        [-10 * YEAR, 10 * YEAR],
        [10 * YEAR, -10 * YEAR],
        [0, -60 * YEAR],
    ];
    let mut names = NAMES.iter().cycle();
    let mut asked = |off: [i64; 2]| {
        let name = names.next().unwrap();
        tell_of(&place, name);
        let run = clock.run(&place, off, &["ask", QUESTION]);
        assert!(
            run.code == Some(0) && run.out.starts_with(&answer_of(name)),
            "{off:?}: {run:?}"
        );
        let again = clock.run(&place, off, &["ask", QUESTION]);
        assert!(
            again.out.starts_with(&answer_of(name)) && again.err.is_empty(),
            "{off:?}: {again:?}"
        );
    };
    offs.iter()
        .chain(offs.iter().rev())
        .for_each(|off| asked(*off));
}

/// A file that was given its time of change by hand, while the clock was behind that time, is given
/// it again with other content: neither its size nor the later of its times says so.
#[test]
#[cfg_attr(
    not(has_other_clock),
    ignore = "no program can be told another time here"
)]
fn a_time_that_was_set_by_hand_before_the_clock_reached_it_hides_no_change() {
    let place = Place::story();
    let clock = Clock::new(&place);
    let soon = SystemTime::now() + Duration::from_secs(3600);
    for name in NAMES {
        tell_of(&place, name);
        stamp(&place, soon);
        let run = clock.run(&place, [DAY; 2], &["ask", QUESTION]);
        assert!(run.out.starts_with(&answer_of(name)), "{name}: {run:?}");
    }
}

/// The clock was set back after the build, and the text changed at the very time of its former
/// change.
#[test]
#[cfg_attr(
    not(has_other_clock),
    ignore = "no program can be told another time here"
)]
fn a_time_that_comes_twice_hides_no_change() {
    let place = Place::story();
    assert_eq!(quote(&place), answer_of("Mira"));
    tell_of(&place, "Vera");
    // The index as a clock that was ahead would have made it of the former text.
    rewrite_manifest(&place, |manifest| {
        let mut manifest: serde_json::Value = serde_json::from_str(manifest).unwrap();
        let path = place.corpus();
        let listing = list_corpus(&Corpus::here(&path)).unwrap();
        let changed = listing.files[0]
            .modified
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap();
        manifest["files"][0]["modified"] = serde_json::to_value(changed).unwrap();
        manifest["started"]["secs"] = (changed.as_secs() + 3600).into();
        manifest.to_string()
    });
    assert_eq!(quote(&place), answer_of("Vera"));
}
