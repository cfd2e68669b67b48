//! The inputs that fuzzing found worth keeping, through the same checks; `fuzz/README.md` says how
//! to find more.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use crate::mutations::{Panics, counted};
use crate::{asking, reading};

type Target = fn(&[u8]);

const TARGETS: [(&str, Target); 9] = [
    ("batch", asking::batch),
    ("custom_id", asking::custom_id),
    ("docx", reading::docx),
    ("epub", reading::epub),
    ("html", reading::html),
    ("markdown", reading::markdown),
    ("pdf_file", reading::pdf_file),
    ("pdf_text", reading::pdf_text),
    ("question", asking::question),
];

#[test]
fn what_fuzzing_found_is_still_read_and_answered() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (name, target) in TARGETS {
        for entry in fs::read_dir(corpus.join(name)).unwrap() {
            let path = entry.unwrap().path();
            let input = fs::read(&path).unwrap();
            let mut panics = Panics::new();
            let outcome = counted(&mut panics, || catch_unwind(|| target(&input)));
            let of_libraries = panics.keys().all(|place| place.contains("/registry/"));
            assert!(
                outcome.is_ok() && of_libraries,
                "{}: {panics:?}",
                path.display()
            );
        }
    }
}
