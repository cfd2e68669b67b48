//! An engine that mends its index and keeps libraries that end early.

use super::*;
use crate::index::Silent;

#[test]
fn an_index_that_is_cut_short_during_an_answer_is_mended_and_the_answer_made_again() {
    let dir = tempfile::tempdir().unwrap();
    let corpus = dir.path().join("corpus");
    let index = dir.path().join("index");
    std::fs::create_dir(&corpus).unwrap();
    std::fs::write(corpus.join("oar.txt"), "The oar is red.").unwrap();
    let engine = Engine::open(&Corpus::here(&corpus), &index, Box::new(Silent)).unwrap();

    // Whether the work fails or not.
    for hides in [true, false] {
        let tries = Mutex::new(0);
        let answer = engine.with(|library| {
            let mut tries = tries.lock().unwrap();
            *tries += 1;
            if *tries == 1 {
                let files = walkdir::WalkDir::new(&index).into_iter().flatten();
                let is_part = |path: &Path| path.extension().is_some_and(|it| it == "part");
                let part = files
                    .map(|file| file.path().to_owned())
                    .find(|it| is_part(it));
                let file = std::fs::File::options().write(true).open(part.unwrap());
                file.unwrap().set_len(0).unwrap();
            }
            let text = library.full_text(DocumentId(0)).map(str::to_owned);
            if hides {
                text.or(Ok(String::new()))
            } else {
                text
            }
        });
        assert_eq!(answer.unwrap(), "The oar is red.");
        assert_eq!(tries.into_inner().unwrap(), 2);
    }
}

#[test]
fn a_library_that_ends_early_is_kept_until_another_takes_its_place() {
    let dir = tempfile::tempdir().unwrap();
    let corpus = dir.path().join("corpus");
    std::fs::create_dir(&corpus).unwrap();
    let story = corpus.join("story.md");
    std::fs::write(&story, "# One\n\nThe ferry left.\n\n# Two\n\nIt sank.\n").unwrap();
    let engine = Engine::open(
        &Corpus::here(&corpus),
        &dir.path().join("index"),
        Box::new(Silent),
    )
    .unwrap();
    let ending = |library: &Arc<Library>| {
        engine
            .ending_before(library, &[(DocumentId(0), 1, 1)])
            .unwrap()
    };

    let library = engine.library();
    let former = ending(&library);
    assert!(Arc::ptr_eq(&former, &ending(&library)));
    assert_eq!(former.documents()[0].sections.len(), 1);
    let other = engine
        .ending_before(&library, &[(DocumentId(0), 0, 0)])
        .unwrap();
    assert!(other.documents()[0].sections.is_empty());

    std::fs::write(
        &story,
        "# Three\n\nThe oar is red.\n\n# Four\n\nIt broke.\n",
    )
    .unwrap();
    engine.refresh().unwrap().unwrap();
    let next = ending(&engine.library());
    assert_eq!(next.documents()[0].sections[0].path, ["Three"]);
    // Whoever still has the former library gets what is of it.
    let again = ending(&library);
    assert_eq!(again.documents()[0].sections[0].path, ["One"]);
    assert!(Arc::ptr_eq(&next, &ending(&engine.library())));
}
