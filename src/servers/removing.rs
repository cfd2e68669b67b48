//! Texts that are to be gone: from the answers at once, and then from every file.
//!
//! A text is gone from the answers when its row is: until its words are out of the index, too, the
//! library of its server is not asked. What a program that was killed left half done is finished
//! when it starts again.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::corpus::GIVEN_FILE;
use crate::index;
use crate::servers::OwnTexts;
use crate::store::{self, ServerId};

/// How long what a server has is kept after the bot was removed from it.
pub const KEPT: Duration = Duration::from_hours(7 * 24);

impl OwnTexts {
    /// Takes a text away; says whether it was there. When this returns, its words are in no file
    /// any more.
    ///
    /// # Errors
    /// When the data folder cannot be written; the library of the server is then not asked until it
    /// can.
    pub fn remove(&self, server: ServerId, name: &str) -> Result<bool> {
        if !self.store.remove(server, name)? {
            return Ok(false);
        }

        let _changing = self.changing(server);
        self.opened.close(server);
        self.sweep(server)?;
        Ok(true)
    }

    /// Takes everything away that a server has no row for.
    pub(super) fn sweep(&self, server: ServerId) -> Result<()> {
        // Counted first: what is removed from now on is for the next sweep.
        let unswept = self.store.unswept(server);
        self.drop_files(server)?;

        if self.store.text_count(server) == 0 {
            let (corpus, index) = self.folders(server);
            remove_folder(&index)?;
            remove_folder(&corpus)?;
            self.store.set_index_bytes(server, 0)?;
        } else {
            self.index(server)?;
            let (_, index) = self.folders(server);
            index::delete_former(&index)?;
        }
        self.store.swept(server, unswept)
    }

    /// Deletes the files of texts that a server does not have, and those that were never finished.
    fn drop_files(&self, server: ServerId) -> Result<()> {
        let (corpus, _) = self.folders(server);
        let texts = self.store.texts(server)?;
        let files = match fs::read_dir(&corpus) {
            Ok(files) => files,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error).context("reading the texts of a server"),
        };

        for file in files {
            let file = file?;
            let name = file.file_name();
            let is_known = name == GIVEN_FILE || texts.iter().any(|text| *text.name == *name);
            if !is_known {
                fs::remove_file(file.path()).context("deleting a text of a server")?;
            }
        }
        Ok(())
    }

    /// Forgets a server with everything that it has.
    ///
    /// # Errors
    /// When the data folder cannot be written.
    pub fn forget(&self, server: ServerId) -> Result<()> {
        self.store.forget(server)?;

        let _changing = self.changing(server);
        self.opened.close(server);
        remove_folder(&self.store.folder_of(server))?;
        self.store.forget_deleted()
    }

    /// Forgets the servers that the bot was removed from long enough before `now`, in seconds since
    /// the epoch; says how many there were.
    ///
    /// # Errors
    /// When the data folder cannot be written.
    pub fn forget_left(&self, now: u64) -> Result<usize> {
        let time = now.saturating_sub(KEPT.as_secs());
        let left = self.store.left_before(time).into_iter();

        let mut count = 0;
        // Whether the bot is on another process's server again is for that one to know.
        for server in left.filter(|server| (self.ours)(*server)) {
            let _changing = self.changing(server);
            if self.store.forget_left(server, time)? {
                self.opened.close(server);
                remove_folder(&self.store.folder_of(server))?;
                count += 1;
            }
        }
        if count > 0 {
            self.store.forget_deleted()?;
        }
        Ok(count)
    }

    /// Tries again what went wrong before, on all servers: to take away what is left of removed
    /// texts, and to open what could not be opened.
    ///
    /// # Errors
    /// The last reason that something still cannot be taken away.
    pub fn retry(&self) -> Result<()> {
        self.opened.close_failed();
        let servers = self.store.servers().into_iter();
        let ours = servers.filter(|server| (self.ours)(*server));

        let mut outcome = Ok(());
        for server in ours.filter(|server| self.store.unswept(*server) > 0) {
            let _changing = self.changing(server);
            outcome = self.sweep(server).and(outcome);
        }
        outcome
    }

    /// The bot is on these servers, of those of a shard: any other was left, if it was not known
    /// yet.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn present(&self, on: &[ServerId], is_of_shard: impl Fn(ServerId) -> bool) -> Result<()> {
        for server in self.store.servers() {
            let at = (!on.contains(&server)).then(store::seconds_since_epoch);
            if is_of_shard(server) {
                self.store.set_left(server, at)?;
            }
        }
        Ok(())
    }

    /// Finishes what a program that was killed left half done.
    pub(super) fn finish(&self) -> Result<()> {
        let folder = self.store.folder().join("servers");
        let Ok(entries) = fs::read_dir(&folder) else {
            return Ok(());
        };
        let known = self.store.servers();

        for entry in entries {
            let entry = entry?;
            let name = entry.file_name();
            let server = name.to_str().and_then(|name| name.parse::<ServerId>().ok());
            // What is not a server's is none of ours either.
            let Some(server) = server.filter(|server| (self.ours)(*server)) else {
                continue;
            };

            let finished = if !known.contains(&server) {
                remove_folder(&entry.path())
            } else if self.store.unswept(server) > 0 {
                self.sweep(server)
            } else {
                self.drop_files(server)
            };
            // It stays out of reach until this is done, and the others need not wait for that.
            if let Err(error) = finished {
                tracing::warn!("the texts of a server are not in order: {error:#}");
            }
        }
        Ok(())
    }
}

fn remove_folder(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("deleting {}", folder.display()))
        }
        _ => Ok(()),
    }
}
