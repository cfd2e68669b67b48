//! The program from any folder: where it finds its texts, and where it puts what it makes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pullquote::internals::store::Store;

use crate::support::{Place, Run};

const QUESTION: [&str; 2] = ["ask", "Who plays chess with the baker?"];
const TEXT: &[u8] = b"The walrus plays chess with the baker on Sundays.";

/// An installed program: a text where the platform keeps data, and a folder of something else to
/// run in.
struct Installed(Place);

impl Installed {
    fn new() -> Installed {
        let place = Place::new(&[]);
        fs::remove_dir(place.corpus()).unwrap();
        let installed = Installed(place);
        write(&installed.kept().join("corpus/chess.txt"), TEXT);
        write(&installed.elsewhere().join("data/figures.csv"), b"1,2");
        write(&installed.elsewhere().join("index/index.html"), b"<p>");
        installed
    }

    /// With the links of the system's own folder for temporary files followed, as the program sees
    /// it.
    fn root(&self) -> PathBuf {
        self.0.root().canonicalize().unwrap()
    }

    fn kept(&self) -> PathBuf {
        self.root().join("share/pullquote")
    }

    fn cached(&self) -> PathBuf {
        self.root().join("cache/pullquote")
    }

    fn elsewhere(&self) -> PathBuf {
        self.root().join("elsewhere")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = self.0.command(args);
        command
            .current_dir(self.elsewhere())
            .env("PULLQUOTE_READER", "off")
            .env("XDG_DATA_HOME", self.root().join("share"))
            .env("XDG_CACHE_HOME", self.root().join("cache"));
        command
    }

    fn run(&self, args: &[&str]) -> Run {
        Run::of(self.command(args).output().unwrap())
    }
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[cfg(unix)]
#[test]
fn an_installed_program_answers_from_any_folder_and_leaves_nothing_there() {
    let installed = Installed::new();
    let run = installed.run(&QUESTION);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.out.starts_with("The walrus plays chess"), "{run:?}");

    assert!(installed.cached().join("index/current").is_file());
    assert_eq!(names(&installed.elsewhere()), ["data", "index"]);
    for folder in ["data", "index"] {
        assert_eq!(names(&installed.elsewhere().join(folder)).len(), 1);
    }
}

#[cfg(unix)]
#[test]
fn without_xdg_folders_those_at_home_are_taken() {
    let installed = Installed::new();
    let home = installed.root().join("home");
    write(&home.join(".local/share/pullquote/corpus/chess.txt"), TEXT);

    let mut command = installed.command(&QUESTION);
    command
        .env_remove("XDG_DATA_HOME")
        .env_remove("XDG_CACHE_HOME");
    let run = Run::of(command.output().unwrap());
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(home.join(".cache/pullquote/index/current").is_file());
}

#[cfg(unix)]
#[test]
fn a_library_in_the_current_folder_counts_more_than_the_installed_one() {
    let library = "one.txt  One";
    type Make = fn(&Installed);
    let cases: [(&str, Make, &[&str], &str); 5] = [
        ("nothing", |_| (), &["library"], "chess.txt"),
        (
            "a corpus",
            |installed| write(&installed.elsewhere().join("corpus/one.txt"), TEXT),
            &["library"],
            library,
        ),
        (
            "an index whose corpus is gone",
            |installed| {
                write(&installed.elsewhere().join("corpus/one.txt"), TEXT);
                installed.run(&["index"]);
                fs::remove_dir_all(installed.elsewhere().join("corpus")).unwrap();
            },
            &["library"],
            library,
        ),
        (
            "a named corpus",
            |installed| write(&installed.root().join("named/one.txt"), TEXT),
            &["library", "--corpus", "../named"],
            library,
        ),
        (
            "a named index",
            |_| (),
            &["library", "--index", "../other-index"],
            "chess.txt",
        ),
    ];
    for (what, make, args, first) in cases {
        let installed = Installed::new();
        make(&installed);
        let run = installed.run(args);
        assert_eq!(run.code, Some(0), "{what}: {run:?}");
        assert!(run.out.starts_with(first), "{what}: {run:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_store_in_the_current_folder_keeps_the_bot_there() {
    let installed = Installed::new();
    Store::open(&installed.elsewhere().join("data")).unwrap();
    let run = installed.run(&["ask", "x"]);
    let missing = installed.elsewhere().join("corpus");
    let said = format!("There is no corpus folder at {}.", missing.display());
    assert!(run.code == Some(2) && run.err.contains(&said), "{run:?}");
}

#[cfg(unix)]
#[test]
fn with_no_texts_anywhere_the_next_step_is_said() {
    let installed = Installed::new();
    let corpus = installed.kept().join("corpus");
    fs::remove_dir_all(&corpus).unwrap();

    for args in [&QUESTION[..], &["chat"], &["library"], &["index"]] {
        let run = installed.run(args);
        let said = format!(
            "There is no corpus folder at {}. Create it and put .txt,",
            corpus.display()
        );
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.err.starts_with(&said), "{run:?}");
        assert!(
            run.err.contains("name another with --corpus, or go to"),
            "{run:?}"
        );
    }
    assert_eq!(installed.run(&["help"]).code, Some(0));
}

#[cfg(unix)]
#[test]
fn errors_and_checks_name_absolute_paths() {
    let place = Place::story();
    let root = place.root().canonicalize().unwrap();
    let at = |path: &str| root.join(path).display().to_string();

    let check = place.run(&["check"]).out;
    let library = format!("; texts in {}, index in {}\n", at("corpus"), at("index"));
    assert!(check.contains(&library), "{check}");
    assert!(
        check.contains(&format!("none yet in {};", at("data"))),
        "{check}"
    );
    Store::open(&root.join("data")).unwrap();
    let check = place.run(&["check"]).out;
    assert!(
        check.contains(&format!("MiB; in {}\n", at("data"))),
        "{check}"
    );

    fs::create_dir(root.join("empty")).unwrap();
    let wrong: &[(&[&str], &[&str])] = &[
        (&["--corpus", "no/where", "index"], &["no/where"]),
        (
            &["--corpus", "empty", "--index", "new", "index"],
            &["empty"],
        ),
        (
            &["--index", "corpus/index", "index"],
            &["corpus/index", "corpus"],
        ),
        (
            &["--data", "corpus/data", "index"],
            &["corpus/data", "corpus"],
        ),
        (&["--data", "none", "backup", "all.zip"], &["none"]),
        (&["backup", "empty"], &["empty"]),
        (
            &["--reader", "no.onnx", "ask", "Who kept the lamp?"],
            &["no.onnx"],
        ),
    ];
    for (args, paths) in wrong {
        let run = place.run(args);
        assert_eq!(run.code, Some(2), "{args:?}: {run:?}");
        for path in *paths {
            assert!(run.err.contains(&at(path)), "{args:?}: {run:?}");
        }
    }

    write(&root.join(".env"), b"what is this\n");
    let run = place.run(&["library"]);
    assert!(
        run.err.contains(&format!("in {}, line 1", at(".env"))),
        "{run:?}"
    );
}
