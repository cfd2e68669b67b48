//! What the system can tell of changes below a folder, by the system's own means (inotify and its
//! like).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::live::network;

/// A folder that is watched with all below it until this is dropped.
pub struct Watching {
    _watcher: RecommendedWatcher,
}

impl Watching {
    /// Calls `changed`, from another thread, whenever something may have changed.
    ///
    /// # Errors
    /// When the system cannot tell, or not of changes by others.
    pub fn new(folder: &Path, changed: impl Fn() + Send + 'static) -> Result<Watching> {
        network::ensure_local(folder)?;

        let handler = move |event: notify::Result<Event>| {
            // An error means that events were lost, which is a reason to look, too.
            if event.map_or(true, |event| is_change(event.kind)) {
                changed();
            }
        };

        // A link out of the folder is not read, so there is nothing to watch behind it; one inside
        // leads to what is watched anyway.
        let config = Config::default().with_follow_symlinks(false);
        let mut watcher =
            RecommendedWatcher::new(handler, config).context("it cannot be watched")?;

        // Links resolved: a folder that is itself a link is watched where it really is.
        let real = folder.canonicalize().context("it cannot be watched")?;
        watcher
            .watch(&real, RecursiveMode::Recursive)
            .context("it cannot be watched")?;
        Ok(Watching { _watcher: watcher })
    }
}

/// Our own reading of a file is no change.
fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// Which folder a path leads to, so that another one in its place is noticed.
#[derive(Debug, PartialEq, Eq)]
pub struct FolderId(u64, u64);

impl FolderId {
    /// `None` when there is no folder.
    pub fn of(path: &Path) -> Option<FolderId> {
        let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_dir)?;

        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            Some(FolderId(metadata.dev(), metadata.ino()))
        }
        #[cfg(not(unix))]
        {
            // Without numbers of folders, only that there is one is known.
            let _ = metadata;
            Some(FolderId(0, 0))
        }
    }
}
