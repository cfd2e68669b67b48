//! Builds that end by `kill -9`, at moments drawn by chance over the measured length of a build,
//! every third over that of the switch at its end.
//!
//! `PULLQUOTE_KILLS=200 cargo test --release --test whole kills -- --nocapture` kills that often
//! and prints where the kills fell. Only those count that fell between the first file of a
//! generation and its last deed.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::faults::{NoBuild, QUESTION, answer_of, current, generations, quote_watched, tell_of};
use crate::support::{Place, Random};

/// Kills that must hit a build, unless `PULLQUOTE_KILLS` says.
const USUAL: usize = 8;
/// A build that takes longer hangs.
const HANG: Duration = Duration::from_secs(60);

/// Where in a build a kill fell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// While the generation was being written.
    Writing,
    /// While the finished one was brought to the disk and made to serve.
    Switching,
    /// While the former one was being deleted.
    Deleting,
}

/// A corpus whose builds are killed; it tells of one of two keepers.
struct Trial {
    place: Place,
    /// Whom the serving index tells of, if there is one.
    serving: Option<&'static str>,
    writing: Duration,
    switching: Duration,
}

impl Trial {
    fn new() -> Trial {
        let place = Place::story();
        for number in 0..40 {
            place.write(
                &format!("{number}.txt"),
                "Some other story about a fox and a crow. "
                    .repeat(200)
                    .as_bytes(),
            );
        }
        drop(place.open());
        let mut trial = Trial {
            place,
            serving: Some("Mira"),
            writing: Duration::ZERO,
            switching: Duration::ZERO,
        };
        trial.measure();
        trial
    }

    /// How long a build writes, and then takes to switch.
    fn measure(&mut self) {
        let (mut child, new) = self.begun();
        let began = Instant::now();
        self.finished(&mut child, &new);
        self.writing = began.elapsed();
        assert!(child.wait().unwrap().success());
        self.switching = began.elapsed() - self.writing;
    }

    /// A build that has just begun, and its generation.
    fn begun(&self) -> (Child, String) {
        let before = generations(&self.place);
        let mut command = self.place.command(&["index", "--force"]);
        let child = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let new = wait_for(|| {
            generations(&self.place)
                .into_iter()
                .find(|name| !before.contains(name))
        });
        (child, new)
    }

    /// Waits until a generation is complete but for being made to serve.
    fn finished(&self, child: &mut Child, generation: &str) {
        let manifest = self.place.index().join(generation).join("manifest.json");
        wait_for(|| (manifest.exists() || child.try_wait().unwrap().is_some()).then_some(()));
    }

    /// Kills a build of a text about `name`; where that was, if it was in time.
    fn kill(&mut self, name: &'static str, chance: &mut Random) -> Option<Stage> {
        tell_of(&self.place, name);
        let before = current(&self.place);
        let (mut child, new) = self.begun();
        if chance.below(3) == 0 {
            self.finished(&mut child, &new);
            sleep(part(self.switching, chance)); // not a wait: the moment of the kill
        } else {
            sleep(part(self.writing + self.switching, chance));
        }
        child.kill().unwrap();
        let in_time = child.wait().unwrap().code().is_none();
        let switched = current(&self.place) != before;
        if switched {
            self.serving = Some(name);
        }
        let stage = match switched {
            true => Stage::Deleting,
            false if self.place.index().join(new).join("manifest.json").exists() => {
                Stage::Switching
            }
            false => Stage::Writing,
        };
        (in_time && (!switched || generations(&self.place).len() > 1)).then_some(stage)
    }

    /// What serves answers as it stands, without a build.
    fn serves(&self) {
        let Some(name) = self.serving else {
            return assert_eq!(current(&self.place), None);
        };
        tell_of(&self.place, name);
        assert_eq!(
            quote_watched(&self.place, Box::new(NoBuild)),
            answer_of(name)
        );
    }

    /// The next start answers from the text as it is now, and the next build leaves nothing over.
    fn recovers(&mut self, name: &'static str) {
        tell_of(&self.place, name);
        let run = self.place.run(&["ask", QUESTION]);
        assert!(
            run.code == Some(0) && run.out.starts_with(&answer_of(name)),
            "{run:?}"
        );
        self.serving = Some(name);
        if generations(&self.place).len() > 1 {
            self.place.run(&["index", "--force"]);
        }
        let left: Vec<_> = fs::read_dir(self.place.index())
            .unwrap()
            .map(|e| e.unwrap().file_name())
            .collect();
        assert_eq!(
            (left.len(), generations(&self.place).len()),
            (3, 1),
            "{left:?}"
        );
    }

    /// Takes the index away, so that the next build is the first.
    fn forget(&mut self) {
        fs::remove_dir_all(self.place.index()).unwrap();
        self.serving = None;
    }
}

/// Asks again and again until there is an answer.
fn wait_for<T>(mut ask: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(began.elapsed() < HANG, "nothing happens");
        sleep(Duration::from_micros(50));
    }
}

/// Some part of a time.
fn part(time: Duration, chance: &mut Random) -> Duration {
    time.mul_f64(chance.below(1_000_000) as f64 / 1e6)
}

#[test]
fn builds_killed_at_any_moment_leave_the_right_text_serving() {
    let wanted = std::env::var("PULLQUOTE_KILLS").map_or(USUAL, |number| number.parse().unwrap());
    let mut trial = Trial::new();
    println!(
        "a build writes for {:?} and switches for {:?}",
        trial.writing, trial.switching
    );
    let mut stages: BTreeMap<Stage, usize> = BTreeMap::new();
    let (mut chance, mut tries) = (Random::new(6), 0);
    while stages.values().sum::<usize>() < wanted {
        tries += 1;
        assert!(tries <= 4 * wanted, "most kills come too late: {stages:?}");
        if tries % 8 == 0 {
            trial.forget();
        }
        let name = if trial.serving == Some("Mira") {
            "Vera"
        } else {
            "Mira"
        };
        if let Some(stage) = trial.kill(name, &mut chance) {
            *stages.entry(stage).or_default() += 1;
        }
        trial.serves();
        // Now and then the next build is killed, too, before anything is set right.
        if chance.below(3) > 0 {
            trial.recovers(name);
        }
    }
    trial.recovers("Vera");
    trial.place.open().verify().unwrap();
    println!("of {tries} kills {wanted} fell into a build: {stages:?}");
}
