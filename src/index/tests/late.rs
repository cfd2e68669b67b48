//! Texts that take long to read, and the library meanwhile.

use std::fs;
use std::time::{Duration, Instant};

use super::{Changing, contents};
use crate::ids::DocumentId;
use crate::index::late::Late;
use crate::index::reading::Unread;
use crate::index::{LateTexts, Library, Scope};

#[test]
fn a_library_of_which_texts_came_late_is_the_same_as_one_made_at_once() {
    let mut corpus = Changing::new(11);
    (0..25).for_each(|_| corpus.change());
    let mut library = corpus.refreshed();

    // Nothing is waited for, so it is left to chance what comes late.
    let late = Late::after(Some(Duration::ZERO), 3);
    for round in 0..6 {
        for _ in 0..3 {
            corpus.change();
            library = corpus.refreshed_soon(&library, &late).unwrap_or(library);
            library.verify().unwrap();
        }

        let began = Instant::now();
        while !late.is_idle() {
            assert!(began.elapsed() < Duration::from_secs(30), "round {round}");
            if late.has_come() {
                library = corpus.refreshed_soon(&library, &late).unwrap_or(library);
            }
        }
        let new = corpus.made_anew();
        assert_eq!(contents(&library), contents(&new), "round {round}");
        assert!(corpus.refreshed_soon(&library, &late).is_none());
    }
}

#[test]
fn a_text_that_comes_late_stays_as_it_was_and_holds_up_no_other() {
    let corpus = Changing::new(12);
    let put = |name: &str, text: &str| corpus.write(&corpus.corpus().join(name), text);
    let texts = |library: &Library| -> Vec<String> {
        let ids = library.documents_with_ids().map(|(id, _)| id);
        ids.map(|id| library.full_text(id).unwrap().trim().to_owned())
            .collect()
    };
    put("a.md", "The lamp was red.");
    put("b.md", "The boat was red.");
    let former = corpus.refreshed();

    // Two files take long.
    let late: LateTexts = Late::after(Some(Duration::from_secs(30)), 2);
    let held = ["b.md", "c.md"].map(|path| late.hold(path));
    put("a.md", "The lamp was blue.");
    put("b.md", "The boat was blue.");
    put("c.md", "The crane was blue.");
    let early = corpus.refreshed_soon(&former, &late).unwrap();
    assert_eq!(texts(&early), ["The lamp was blue.", "The boat was red."]);
    let reasons: Vec<String> = early.skipped().iter().map(ToString::to_string).collect();
    assert_eq!(reasons, ["c.md is still being read"]);
    assert_eq!(early.manifest().count_unread(), 0);
    let late_in = |scope| early.count_late(scope);
    let documents = [0, 1].map(|id| late_in(Scope::Document(DocumentId(id))));
    assert_eq!((late_in(Scope::Library), documents), (2, [0, 1]));
    // Nothing is done again for them.
    assert!(corpus.refreshed_soon(&early, &late).is_none());
    put("a.md", "The lamp was green.");
    let next = corpus.refreshed_soon(&early, &late).unwrap();
    assert_eq!(texts(&next), ["The lamp was green.", "The boat was red."]);

    // Whoever starts now waits for all.
    let all = [
        "The lamp was green.",
        "The boat was blue.",
        "The crane was blue.",
    ];
    assert_eq!(texts(&corpus.made_anew()), all);

    // What comes is of the files as they were before, so they are read again.
    for held in held {
        let made = Err(Unread {
            reason: "holds no text".to_owned(),
            is_passing: false,
        });
        held.send(made).unwrap();
    }
    let done = corpus.refreshed_soon(&next, &late).unwrap();
    assert_eq!(texts(&done), all);
    assert!(done.skipped().is_empty() && late.is_idle());
    assert_eq!(done.count_late(Scope::Library), 0);
}

#[test]
fn a_text_that_is_as_it_was_again_when_it_has_been_read_is_late_no_more() {
    let corpus = Changing::new(15);
    let put = |name: &str, text: &str| corpus.write(&corpus.corpus().join(name), text);
    put("north/a.md", "The lamp was red.");
    put("south/b.md", "The boat was red.");
    let former = corpus.refreshed();

    let late: LateTexts = Late::after(Some(Duration::from_secs(30)), 1);
    let held = late.hold("south/b.md");
    put("south/b.md", "The boat was blue.");
    put("north/a.md", "The lamp was blue.");
    let early = corpus.refreshed_soon(&former, &late).unwrap();
    let folders = [0, 1].map(|folder| early.count_late(Scope::Folder(folder)));
    assert_eq!(folders, [0, 1]);

    put("south/b.md", "The boat was red.");
    drop(held);
    let done = corpus.refreshed_soon(&early, &late).unwrap();
    assert_eq!(done.count_late(Scope::Library), 0);
    assert_eq!(contents(&done), contents(&corpus.made_anew()));
    assert!(corpus.refreshed_soon(&done, &late).is_none());
}

#[test]
fn a_large_text_is_stored_beside_the_rest_and_linked() {
    let corpus = Changing::new(14);
    let put = |name: &str, text: &str| corpus.write(&corpus.corpus().join(name), text);
    let large = |word: &str| format!("The {word} was red. ").repeat(200);
    put("a.md", "The boat was red.");
    put("b.md", &large("lamp"));
    let former = corpus.refreshed();
    let lone = former.manifest().parts[1].contents.name.clone();

    // Nothing is waited for, so its text from before stays, and so does the file of that.
    put("b.md", &large("crane"));
    let late: LateTexts = Late::after(Some(Duration::ZERO), 2);
    let mut library = corpus.refreshed_soon(&former, &late).unwrap();
    assert!(!library.words().contains("crane") && library.words().contains("lamp"));
    assert!(corpus.parts().contains(&lone));

    let began = Instant::now();
    while !late.is_idle() {
        assert!(began.elapsed() < Duration::from_secs(30));
        if late.has_come() {
            let aside = walkdir::WalkDir::new(corpus.index()).into_iter().flatten();
            let mut names = aside.map(|entry| entry.file_name().to_string_lossy().into_owned());
            assert!(names.any(|name| name.starts_with("aside-")));
            library = corpus.refreshed_soon(&library, &late).unwrap_or(library);
        }
    }

    library.verify().unwrap();
    assert_eq!(contents(&library), contents(&corpus.made_anew()));
    let left = fs::read_dir(corpus.index()).unwrap().flatten();
    let mut left = left.map(|entry| entry.file_name().to_string_lossy().into_owned());
    assert!(!left.any(|name| name.starts_with("aside-")));
}
