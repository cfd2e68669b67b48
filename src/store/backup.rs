//! A data folder -> one file that holds all of it that cannot be made again.
//!
//! The file is a ZIP archive: the store as it was at one moment, and the texts that it knows of.
//! Unpacked into an empty folder it is a data folder. The indexes are left out, for they are made
//! again.

use std::fs::File;
use std::io;
use std::path::Path;

use anyhow::{Context, Result};
use rusqlite::Connection;
use tempfile::NamedTempFile;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::error::UserError;
use crate::store::{FILE, Store};

impl Store {
    /// Writes everything into a new file, also while others use the store; says how many texts are
    /// in it.
    ///
    /// # Errors
    /// A [`UserError`] when there is something of that name; otherwise when it cannot be written.
    pub fn back_up(&self, to: &Path) -> Result<usize> {
        if to.symlink_metadata().is_ok() {
            let sentence = format!(
                "There is something at {} already. Name a file that is not there yet.",
                crate::shown::harmless_path(to)
            );
            return Err(UserError::new(sentence).into());
        }

        // Beside its place, so that it appears there whole or not at all.
        let folder = to
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let file = NamedTempFile::new_in(folder)
            .with_context(|| format!("writing into {}", folder.display()))?;

        let texts = self.write(file.as_file())?;
        file.as_file().sync_all()?;
        file.persist_noclobber(to)
            .with_context(|| format!("writing {}", to.display()))?;
        Ok(texts)
    }

    fn write(&self, file: &File) -> Result<usize> {
        let folder = tempfile::tempdir()?;
        let copy = folder.path().join(FILE);
        self.connection()
            .backup("main", &copy, None)
            .context("copying the store")?;

        let options = SimpleFileOptions::default()
            .large_file(true)
            .unix_permissions(0o600);
        let mut archive = ZipWriter::new(io::BufWriter::new(file));
        archive.start_file(FILE, options)?;
        io::copy(&mut File::open(&copy)?, &mut archive)?;

        let mut count = 0;
        for (server, name) in collect_text_names(&copy)? {
            let path = self.folder_of(server).join("corpus").join(&name);
            let mut text = match File::open(&path) {
                Ok(text) => text,
                // It was removed since the copy was made, and its row without a file means the
                // same.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error).context(format!("reading {}", path.display())),
            };
            archive.start_file(format!("servers/{server}/corpus/{name}"), options)?;
            io::copy(&mut text, &mut archive)?;
            count += 1;
        }

        archive.finish()?;
        Ok(count)
    }
}

fn collect_text_names(store: &Path) -> Result<Vec<(u64, String)>> {
    let connection = Connection::open(store)?;
    let mut texts = connection.prepare("SELECT server, name FROM texts ORDER BY server, name")?;
    let texts = texts.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(texts.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Allowance, Text};

    fn add(store: &Store, name: &str) {
        let text = Text {
            name: format!("{name}.txt"),
            title: name.to_owned(),
            language: None,
            bytes: 5,
            words: 1,
        };
        let allowed = Allowance {
            texts: 9,
            words: 9,
            bytes: 999,
            disk: 999,
        };
        store.add(1, &text, allowed).unwrap();
    }

    #[test]
    fn a_backup_unpacks_into_a_data_folder() {
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().join("data");
        let file = dir.path().join("backup.zip");
        let store = Store::open(&data).unwrap();
        add(&store, "a");
        add(&store, "gone");
        let corpus = store.folder_of(1).join("corpus");
        std::fs::create_dir_all(&corpus).unwrap();
        std::fs::write(corpus.join("a.txt"), "lamps").unwrap();
        std::fs::write(corpus.join("not-ours.txt"), "none").unwrap();

        assert_eq!(store.back_up(&file).unwrap(), 1);
        let again = store.back_up(&file).unwrap_err();
        assert!(again.is::<crate::error::UserError>(), "{again:#}");

        let other = dir.path().join("other");
        let mut archive = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
        archive.extract(&other).unwrap();
        let restored = Store::open(&other).unwrap();
        assert_eq!(restored.texts(1).unwrap(), store.texts(1).unwrap());
        let corpus = restored.folder_of(1).join("corpus");
        assert_eq!(
            std::fs::read_to_string(corpus.join("a.txt")).unwrap(),
            "lamps"
        );
        assert!(!corpus.join("not-ours.txt").exists());
    }

    #[test]
    fn a_damaged_file_is_an_error_that_names_the_folder() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join(FILE), "x".repeat(9_000)).unwrap();
        let error = Store::open(dir.path()).err().unwrap();
        assert!(format!("{error:#}").contains("--data"), "{error:#}");
    }
}
