//! A disk with little room: the old index goes on serving, and one line says what to do.
//!
//! Where the system lets us mount, the index lies on a small file system of its own (in memory),
//! with all sizes from no room at all to just enough. Everywhere else no file may grow beyond a
//! limit.
#![cfg(unix)]

use std::fs;
use std::process::Command;

use crate::faults::{
    ANSWER, QUESTION, answer_of, assert_answers, current, quote, tell_of, with_mounts,
};
use crate::support::{Place, Run};

/// Blocks of a file system in memory, in KiB: by these the room grows.
const BLOCK: usize = 4;

/// A story beside a longer one, with its index.
fn library() -> Place {
    let place = Place::story();
    place.write(
        "fox.txt",
        "Some other story about a fox and a crow. "
            .repeat(4_000)
            .as_bytes(),
    );
    drop(place.open());
    place
}

/// What to do when there is no room.
const NEXT: &str = "make room";

/// The program where no file may grow beyond some blocks.
fn with_short_files(place: &Place, blocks: u32, args: &[&str]) -> Run {
    let program = place.command(args);
    let script = format!("ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &script])
        .arg(program.get_program())
        .args(args)
        .current_dir(place.root());
    shell.env("PULLQUOTE_CORPUS", "").env("PULLQUOTE_INDEX", "");
    Run::of(shell.output().unwrap())
}

#[test]
fn a_limit_on_files_leaves_the_old_index_which_answers_with_one_clear_warning() {
    let place = library();
    let (mut failed, mut managed) = (0, 0);
    for blocks in [0, 1, 2, 4, 8, 16, 64, 256, 100_000] {
        place.write(
            "new.txt",
            format!("The walrus number {blocks} plays chess.").as_bytes(),
        );
        let before = current(&place);
        let run = with_short_files(&place, blocks, &["ask", QUESTION]);
        if current(&place) == before {
            failed += 1;
            assert_answers(&run, ANSWER, NEXT);
        } else {
            managed += 1;
            assert!(
                run.code == Some(0) && run.out.starts_with(ANSWER),
                "{run:?}"
            );
        }
    }
    assert!(
        failed > 0 && managed > 0,
        "{failed} failed, {managed} managed"
    );
    assert_eq!(quote(&place), ANSWER);
}

/// Asks with the index on a file system that has so much room left, twice: after the keeper's name
/// was changed from Mira to Vera, and after it was changed back. (There is a file on it, for a size
/// of 0 is no limit.)
const ON_A_SMALL_DISK: &str = "
    mkdir -p index && mount -t tmpfs none index && cp -a sound/. index && echo >index/full || exit 99
    used=$(df -k --output=used index | tail -n 1)
    mount -o remount,size=$((used + ROOM))k index || exit 99
    \"$0\" \"$@\" >first.out 2>first.err; echo $? >first.code
    ls index >left
    cp mira.md corpus/the-lamp.md
    \"$0\" \"$@\" >second.out 2>second.err; echo $? >second.code";

/// Whether an answer was possible with this many KiB of room.
fn asked_with_room(place: &Place, room: usize) -> bool {
    tell_of(place, "Vera");
    let shell = with_mounts(
        place,
        &ON_A_SMALL_DISK.replace("ROOM", &room.to_string()),
        &["ask", QUESTION],
    );
    assert!(shell.code == Some(0) && shell.err.is_empty(), "{shell:?}");
    let told = |name: &str| fs::read_to_string(place.root().join(name)).unwrap();
    let run = |name: &str| Run {
        code: told(&format!("{name}.code")).trim().parse().ok(),
        out: told(&format!("{name}.out")),
        err: told(&format!("{name}.err")),
    };
    let (first, second) = (run("first"), run("second"));
    if !first.err.contains(NEXT) {
        assert!(
            first.code == Some(0) && first.out.starts_with(&answer_of("Vera")),
            "{room} KiB: {first:?}"
        );
        return true;
    }
    let had_index = place.root().join("sound/current").exists();
    let left = told("left")
        .lines()
        .filter(|name| name.starts_with("generation-"))
        .count();
    assert_eq!(
        left,
        usize::from(had_index),
        "{room} KiB: what was begun is deleted"
    );
    if had_index {
        assert_answers(&first, ANSWER, NEXT);
        let same =
            second.code == Some(0) && second.err.is_empty() && second.out.starts_with(ANSWER);
        assert!(same, "{room} KiB: the old index serves: {second:?}");
    } else {
        // Where the system keeps what is temporary there is room.
        assert_answers(&first, &answer_of("Vera"), NEXT);
        assert_answers(&second, ANSWER, NEXT);
    }
    false
}

/// Doubles the room until it is enough, then halves what is between too little and enough.
fn too_little_and_enough(mut asked: impl FnMut(usize) -> bool) -> (usize, usize) {
    let (mut little, mut enough) = (0, BLOCK);
    assert!(!asked(little), "there is no room at all");
    while !asked(enough) {
        (little, enough) = (enough, 2 * enough);
    }
    while enough - little > BLOCK {
        let half = (little + enough) / 2 / BLOCK * BLOCK;
        if asked(half) {
            enough = half
        } else {
            little = half
        }
    }
    (little, enough)
}

#[test]
#[cfg_attr(
    not(has_mounts),
    ignore = "this system lets nobody mount a file system here"
)]
fn a_full_disk_leaves_the_old_index_which_answers_with_one_clear_warning() {
    let place = library();
    fs::copy(
        place.corpus().join("the-lamp.md"),
        place.root().join("mira.md"),
    )
    .unwrap();
    let sound = place.root().join("sound");
    fs::rename(place.index(), &sound).unwrap();
    for index in ["an index", "no index"] {
        if index == "no index" {
            fs::remove_dir_all(&sound).unwrap();
            fs::create_dir(&sound).unwrap();
        }
        let mut sizes = 0;
        let asked = |room| {
            sizes += 1;
            asked_with_room(&place, room)
        };
        let (little, enough) = too_little_and_enough(asked);
        println!(
            "with {index}, {little} KiB were too little and {enough} enough; {sizes} sizes were tried"
        );
    }
}
