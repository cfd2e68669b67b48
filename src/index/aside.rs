//! Folders beside the generations in which something is made that a generation takes in when it is
//! finished.
//!
//! Each is locked as long as somebody uses it: a process that is killed leaves its folder behind,
//! and whoever builds next deletes what nobody has locked.

use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context, Result};
use tempfile::TempDir;

const PREFIX: &str = "aside-";
const LOCK: &str = ".lock";

/// A folder that is gone when this is dropped.
pub struct Aside {
    folder: TempDir,
    _lock: File,
}

impl Aside {
    /// An empty one below `root`.
    ///
    /// # Errors
    /// When it cannot be made, or was deleted before it was locked.
    pub fn create(root: &Path) -> Result<Aside> {
        let attempt = || -> std::io::Result<Aside> {
            let folder = TempDir::with_prefix_in(PREFIX, root)?;
            let lock = File::create(folder.path().join(LOCK))?;
            lock.try_lock()?;
            Ok(Aside {
                folder,
                _lock: lock,
            })
        };
        attempt().with_context(|| format!("creating a folder in {}", root.display()))
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Deletes the folders that nobody uses any more, as far as that can be done.
pub fn delete_abandoned(root: &Path) {
    let entries = fs::read_dir(root).into_iter().flatten().flatten();
    for entry in entries {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let lock = File::open(entry.path().join(LOCK));
        let is_used = lock.as_ref().is_ok_and(|lock| lock.try_lock().is_err());
        if is_ours && !is_used {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_uses_is_deleted_and_nothing_else() {
        let root = tempfile::tempdir().unwrap();
        let used = Aside::create(root.path()).unwrap();
        for name in ["aside-1", "aside-2", "generation-000001"] {
            fs::create_dir(root.path().join(name)).unwrap();
        }
        fs::write(root.path().join("aside-1").join(LOCK), "").unwrap();
        fs::write(root.path().join("aside-2").join("unfinished.part"), "").unwrap();

        delete_abandoned(root.path());
        let entries = fs::read_dir(root.path()).unwrap();
        let mut left: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        left.sort_unstable();
        let kept = [
            used.path().to_owned(),
            root.path().join("generation-000001"),
        ];
        assert_eq!(left, kept);

        drop(used);
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }
}
