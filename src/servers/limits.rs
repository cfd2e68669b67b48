//! How much the servers may add.

use crate::store::Allowance;

/// What one server may have, and all together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Size of a file in MiB.
    pub file_mib: u64,
    /// Texts of a server.
    pub texts: u64,
    /// Words of all its texts.
    pub words: u64,
    /// What they may take of the disk with their index, in MiB.
    pub mib: u64,
    /// What the texts and indexes of all servers may take of the disk, in MiB.
    pub disk_mib: u64,
}

impl Default for Limits {
    /// Some twenty long novels for each server.
    fn default() -> Limits {
        Limits {
            file_mib: 50,
            texts: 100,
            words: 2_000_000,
            mib: 1_024,
            disk_mib: 10_240,
        }
    }
}

impl Limits {
    /// [`Limits::file_mib`] in bytes.
    pub fn file_bytes(self) -> u64 {
        self.file_mib.saturating_mul(1 << 20)
    }

    /// What the store is to hold a new text against.
    pub fn allowance(self) -> Allowance {
        Allowance {
            texts: usize::try_from(self.texts).unwrap_or(usize::MAX),
            words: self.words,
            bytes: self.mib.saturating_mul(1 << 20),
            disk: self.disk_mib.saturating_mul(1 << 20),
        }
    }
}
