//! What cannot be made again: which servers have texts of their own, what they set, what is to be
//! posted, what they have counted and kept, and how far people have read.
//!
//! In: the data folder. Out: a [`Store`], which hands out plain values and knows no Discord. It is
//! an SQLite file, and nothing outside this module knows that. The decision that is not obvious:
//! what every use of the bot needs to know of a server (what it set, whether it has texts) is kept
//! in memory, too, so that an answer waits for no disk. A server belongs to one process, whose
//! memory is therefore right. What is deleted is overwritten, and the log of changes is emptied
//! with it: what somebody removed is in no file any more. Where no error is named, a change fails
//! when the file cannot be written, and then nothing changed.

mod backup;
mod editions;
mod feedback;
mod gaps;
mod gates;
mod known;
mod outbox;
mod schedules;
mod schema;
mod servers;
mod spoken;
#[cfg(test)]
mod tests;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use rusqlite::Connection;

use known::Known;

pub use feedback::{Feedback, Verdict};
pub use gaps::Gap;
pub use gates::{Asker, At, Gate, OWN};
pub use known::Settings;
pub use outbox::{LeftOut, Post, Progress};
pub use schedules::{Ordered, Paused, Reading, Schedule};
pub use texts::{Added, Allowance, Text};

/// The number that Discord gave a server.
pub type ServerId = u64;

/// The file in the data folder.
const FILE: &str = "pullquote.db";
/// How long a change waits for another process's.
const PATIENCE: Duration = Duration::from_secs(5);

/// The servers and what is kept of them; can be shared between threads.
pub struct Store {
    folder: PathBuf,
    connection: Mutex<Connection>,
    known: RwLock<Known>,
    /// How many changes of this process are forgotten: what was deleted by them is in no file any
    /// more.
    forgotten: AtomicU64,
}

impl Store {
    /// Opens the store of a data folder, and makes both if they are not there.
    ///
    /// # Errors
    /// When the folder cannot be written, or the file is damaged or of a newer version of this
    /// program.
    pub fn open(folder: &Path) -> Result<Store> {
        let attempt = || -> Result<Store> {
            make_private_folder(folder)?;
            let mut connection = Connection::open(folder.join(FILE))?;
            set_pragmas(&connection)?;
            schema::migrate(&mut connection)?;

            let known = Known::read(&connection)?;
            Ok(Store {
                folder: folder.to_owned(),
                connection: Mutex::new(connection),
                known: RwLock::new(known),
                // Nothing is sure of what was deleted before.
                forgotten: AtomicU64::new(u64::MAX),
            })
        };
        attempt().with_context(|| {
            format!(
                "opening the data folder {} (name another with --data)",
                folder.display()
            )
        })
    }

    /// Whether a data folder has a store.
    pub fn is_in(folder: &Path) -> bool {
        folder.join(FILE).is_file()
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the files of a server are.
    pub fn folder_of(&self, server: ServerId) -> PathBuf {
        self.folder.join("servers").join(server.to_string())
    }

    /// Looks at every page of the file.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn check(&self) -> Result<()> {
        let found: String =
            self.connection()
                .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        ensure!(found == "ok", "the store is damaged: {found}");
        Ok(())
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        // A transaction that was not committed is rolled back, so a panic leaves nothing half done.
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn known<T>(&self, look: impl FnOnce(&Known) -> T) -> T {
        look(&self.known.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn learn(&self, change: impl FnOnce(&mut Known)) {
        change(&mut self.known.write().unwrap_or_else(PoisonError::into_inner));
    }

    /// Takes what was deleted out of the log of changes, too.
    ///
    /// # Errors
    /// When somebody reads in it for so long that it cannot be emptied.
    pub fn forget_deleted(&self) -> Result<()> {
        self.forget_changes(&self.connection())
    }

    /// Empties the log of changes, which would still hold what was deleted, and with it the copies
    /// that SQLite leaves in the free part of a page when it moves rows to another: only rewriting
    /// the file is sure to overwrite those. Where nothing has changed since that was done, there is
    /// nothing to do.
    ///
    /// # Errors
    /// When somebody reads in it for so long that it cannot be emptied.
    fn forget_changes(&self, connection: &Connection) -> Result<()> {
        if connection.total_changes() == self.forgotten.load(Ordering::Acquire) {
            return Ok(());
        }

        connection.execute_batch("VACUUM")?;
        let is_busy: bool =
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        ensure!(
            !is_busy,
            "the log of changes could not be emptied: the store is being read"
        );
        let changes = connection.total_changes();
        self.forgotten.store(changes, Ordering::Release);
        Ok(())
    }
}

/// Seconds since the epoch.
pub fn seconds_since_epoch() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.unwrap_or_default().as_secs()
}

/// The texts of servers are for nobody else on the machine.
fn make_private_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;

        // One that somebody made for us is as open as their other folders.
        let mode = fs::metadata(folder)?.permissions().mode();
        if mode & 0o077 != 0 {
            fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
                .context("closing it to other users")?;
        }
    }
    Ok(())
}

fn set_pragmas(connection: &Connection) -> Result<()> {
    connection.busy_timeout(PATIENCE)?;
    for (pragma, value) in [
        ("journal_mode", "WAL"),
        ("synchronous", "FULL"),
        ("foreign_keys", "ON"),
        ("secure_delete", "ON"),
        // The file is ours, but it may have been damaged.
        ("trusted_schema", "OFF"),
        ("cell_size_check", "ON"),
    ] {
        connection.pragma_update(None, pragma, value)?;
    }
    Ok(())
}
