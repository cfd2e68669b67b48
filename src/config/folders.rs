//! Where the texts, the index and the data are: settings, the current folder, the platform's
//! folders -> absolute paths.
//!
//! A folder that is named counts most. What is not named is in the current folder if that is a
//! library's, and otherwise where the platform keeps such things, so that an installed program can
//! be run from anywhere. The current folder is taken for all three or for none: an index beside one
//! corpus and the data beside another would not belong together.

use std::path::{Component, Path, PathBuf, absolute};

use etcetera::{BaseStrategy, choose_base_strategy};

use crate::cli::Settings;
use crate::error::UserError;
use crate::store::Store;

/// The folders of one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    pub corpus: PathBuf,
    pub index: PathBuf,
    pub data: PathBuf,
}

impl Folders {
    /// The folders that are named, and the usual places of the others.
    ///
    /// # Errors
    /// When the index or the data would lie in the corpus, where they would be read as texts.
    pub fn new(settings: &Settings) -> Result<Folders, UserError> {
        let corpus = folder_setting(settings.corpus.as_ref());

        // Who names a corpus has made no library of the current folder yet, and is about to.
        let usual = if corpus.is_some() || is_library(Path::new("")) {
            Folders::here()
        } else {
            Folders::of_platform().unwrap_or_else(Folders::here)
        };

        // Absolute, so that whatever is said of a folder can be found again from any other.
        let folders = Folders {
            corpus: to_absolute(corpus.unwrap_or(usual.corpus)),
            index: to_absolute(folder_setting(settings.index.as_ref()).unwrap_or(usual.index)),
            data: to_absolute(folder_setting(settings.data.as_ref()).unwrap_or(usual.data)),
        };
        folders.check()?;
        Ok(folders)
    }

    fn here() -> Folders {
        Folders {
            corpus: "corpus".into(),
            index: "index".into(),
            data: "data".into(),
        }
    }

    /// Where the platform keeps a program's files; none where it knows no home.
    fn of_platform() -> Option<Folders> {
        let platform = choose_base_strategy().ok()?;
        let kept = platform.data_dir().join("pullquote");
        Some(Folders {
            corpus: kept.join("corpus"),
            index: platform.cache_dir().join("pullquote").join("index"),
            data: kept.join("data"),
        })
    }

    fn check(&self) -> Result<(), UserError> {
        let Folders {
            corpus,
            index,
            data,
        } = self.clone();

        if lies_in(&index, &corpus) {
            return Err(UserError::IndexInCorpus { index, corpus });
        }
        if lies_in(&data, &corpus) {
            return Err(UserError::DataInCorpus { data, corpus });
        }
        Ok(())
    }
}

/// A folder that is set; an empty name means "not set".
fn folder_setting(setting: Option<&PathBuf>) -> Option<PathBuf> {
    setting.filter(|path| !path.as_os_str().is_empty()).cloned()
}

/// Whether a folder holds texts, or what was made of some. Many a folder is called `index` or
/// `data`, so these must hold ours; and they count even if the corpus is gone, whose absence is
/// then to be told instead of another corpus asked.
fn is_library(folder: &Path) -> bool {
    folder.join("corpus").is_dir()
        || folder.join("index").join("current").is_file()
        || Store::is_in(&folder.join("data"))
}

fn to_absolute(path: PathBuf) -> PathBuf {
    absolute(&path).unwrap_or(path)
}

fn lies_in(inner: &Path, outer: &Path) -> bool {
    resolve(inner).starts_with(resolve(outer))
}

/// Where a path really leads, which need not exist yet: its links are resolved as far as it does.
fn resolve(path: &Path) -> PathBuf {
    let path = absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut real = PathBuf::new();

    for part in path.components() {
        // Behind a link, the folder above is another than the path says.
        if part == Component::ParentDir {
            real.pop();
        } else {
            real.push(part);
            real = real.canonicalize().unwrap_or(real);
        }
    }
    real
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(corpus: &str, index: &str, data: &str) -> Result<Folders, UserError> {
        Folders::new(&Settings {
            corpus: Some(corpus.into()),
            index: Some(index.into()),
            data: Some(data.into()),
            ..Settings::default()
        })
    }

    #[test]
    fn what_is_empty_is_not_set() {
        let usual = folders("", "", "").unwrap(); // tests run in the project's folder, which has a corpus
        assert_eq!(usual.corpus, absolute("corpus").unwrap());
        assert_eq!(usual.index, absolute("index").unwrap());
        assert_eq!(usual.data, absolute("data").unwrap());
    }

    #[test]
    fn neither_the_index_nor_the_data_may_lie_in_the_corpus() {
        for (corpus, inside) in [("a", "a/index"), ("a", "a"), (".", "index")] {
            assert!(folders(corpus, inside, "/b").is_err(), "{corpus} {inside}");
            assert!(folders(corpus, "/b", inside).is_err(), "{corpus} {inside}");
        }
        assert!(folders("a", "ab", "ac").is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_lies_where_its_links_lead_although_it_is_not_there_yet() {
        let place = tempfile::tempdir().unwrap();
        let path = |name: &str| place.path().join(name).to_string_lossy().into_owned();
        std::fs::create_dir_all(place.path().join("corpus/sub")).unwrap();
        std::os::unix::fs::symlink("corpus", place.path().join("link")).unwrap();
        std::os::unix::fs::symlink("corpus/sub", place.path().join("deep")).unwrap();

        for (corpus, inside) in [
            ("corpus", "link/new"),
            ("link", "corpus/new/newer"),
            ("corpus", "deep/../new"),
            ("corpus", "elsewhere/../link/new"),
        ] {
            let inside = path(inside);
            assert!(folders(&path(corpus), &inside, "/b").is_err(), "{inside}");
            assert!(folders(&path(corpus), "/b", &inside).is_err(), "{inside}");
        }
        for outside in ["corpus/../new", "link/../new", "deep/../../new"] {
            let outside = path(outside);
            assert!(folders(&path("link"), &outside, "/b").is_ok(), "{outside}");
            assert!(
                folders(&path("corpus"), "/b", &outside).is_ok(),
                "{outside}"
            );
        }
    }

    #[test]
    fn only_what_holds_a_library_counts_as_one() {
        let folder = tempfile::tempdir().unwrap();
        let make = |path: &str| std::fs::create_dir_all(folder.path().join(path)).unwrap();
        let write = |path: &str| std::fs::write(folder.path().join(path), "").unwrap();

        // A project of something else.
        make("data");
        make("index");
        write("index/index.html");
        write("corpus");
        assert!(!is_library(folder.path()));

        write("index/current");
        assert!(is_library(folder.path()));
    }
}
