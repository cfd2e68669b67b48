//! The files that Tantivy wrote, as sections of a part, in the form of a Tantivy directory.
//!
//! Nothing can be written to it. Tantivy's reader takes a lock in its directory, against a writer
//! that deletes segments meanwhile; a finished part is never written again, so here the lock is
//! nothing.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use tantivy::Directory;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    DirectoryLock, FileHandle, Lock, OwnedBytes, WatchCallback, WatchHandle, WritePtr,
};

use crate::index::files;
use crate::index::part::package::Package;

/// The files by their paths.
#[derive(Debug, Clone)]
pub struct ReadOnly(Arc<HashMap<PathBuf, OwnedBytes>>);

impl ReadOnly {
    /// Those of a part.
    ///
    /// # Errors
    /// When its sections are not what they should be.
    pub fn new(package: &Package) -> Result<ReadOnly> {
        let files = package.names().filter_map(|name| {
            let path = PathBuf::from(name.strip_prefix(files::POSTINGS)?);
            Some(package.section(name).map(|bytes| (path, bytes)))
        });
        Ok(ReadOnly(Arc::new(files.collect::<Result<_>>()?)))
    }

    fn find(&self, path: &Path) -> Result<&OwnedBytes, OpenReadError> {
        let missing = || OpenReadError::FileDoesNotExist(path.to_owned());
        self.0.get(path).ok_or_else(missing)
    }
}

fn read_only_error() -> io::Error {
    io::Error::new(
        io::ErrorKind::PermissionDenied,
        "a finished index is never written",
    )
}

impl Directory for ReadOnly {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        Ok(Arc::new(self.find(path)?.clone()))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::IoError {
            io_error: Arc::new(read_only_error()),
            filepath: path.to_owned(),
        })
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(self.0.contains_key(path))
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::wrap_io_error(
            read_only_error(),
            PathBuf::from(path),
        ))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        Ok(self.find(path)?.to_vec())
    }

    fn atomic_write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(read_only_error())
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    fn acquire_lock(&self, _: &Lock) -> Result<DirectoryLock, LockError> {
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }
}
