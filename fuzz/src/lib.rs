//! What the fuzz targets share: the checks, and which panics are ours.
//!
//! The checks are files that `tests/whole/` compiles too, so that an ordinary `cargo test` holds
//! them against the inputs kept in `corpus/`.

#[path = "../../tests/whole/books.rs"]
pub mod books;
#[path = "../../tests/whole/checks.rs"]
pub mod checks;

pub mod asking;
pub mod pages;
pub mod reading;

use std::panic;
use std::sync::LazyLock;

/// Takes the place of libFuzzer's own hook, for which every panic is a find. The libraries that
/// read HTML, EPUB and PDF do panic on some files, and the program expects it: such a file is
/// skipped.
static HOOK: LazyLock<()> = LazyLock::new(|| {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if !panic.location().is_some_and(|place| place.file().contains("/registry/src/")) {
            usual(panic);
        }
    }));
});

/// Lets the libraries panic from now on.
pub fn forgive_libraries() {
    LazyLock::force(&HOOK);
}
