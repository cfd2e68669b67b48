//! Builds that a panic stops, at each of their steps.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use pullquote::internals::corpus::Corpus;
use pullquote::internals::index::{self, Library, Progress, Reason, Watch};

use crate::faults::{ANSWER, current, generations, quote};
use crate::support::Place;

/// Stops a build as a crash would, at one of its steps.
struct CrashAt {
    step: usize,
    steps: AtomicUsize,
}

impl CrashAt {
    fn step(&self) {
        assert!(
            self.steps.fetch_add(1, Ordering::Relaxed) != self.step,
            "crash"
        );
    }
}

impl Watch for CrashAt {
    fn begin(&self, _: &Reason) {
        self.step();
    }
    fn progress(&self, _: Progress) {
        self.step();
    }
    fn end(&self, _: &Library) {
        self.step();
    }
}

#[test]
fn a_build_that_crashes_leaves_the_old_index_serving() {
    let place = Place::story();
    for step in 0..6 {
        drop(place.open());
        let before = current(&place);
        place.write(
            "new.txt",
            format!("The walrus number {step} plays chess.").as_bytes(),
        );
        place.write("more.txt", format!("Chess number {step}.").as_bytes());
        let crash = CrashAt {
            step,
            steps: AtomicUsize::new(0),
        };
        let crashed = catch_unwind(AssertUnwindSafe(|| {
            index::open_library(&Corpus::here(place.corpus()), &place.index(), &crash).map(drop)
        }));
        if crashed.is_err() && step < 4 {
            assert_eq!(current(&place), before, "step {step}");
        }
        assert_eq!(quote(&place), ANSWER);
        assert_eq!(
            generations(&place).len(),
            1,
            "what the crash left behind is gone after the next build"
        );
        fs::remove_file(place.corpus().join("new.txt")).unwrap();
        fs::remove_file(place.corpus().join("more.txt")).unwrap();
    }
}
