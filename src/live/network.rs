//! File systems on which others can change files without our system knowing.

use std::path::Path;

use anyhow::{Result, bail};

/// Names by which Linux knows them: the number that `statfs` gives, and what people call it.
#[cfg(target_os = "linux")]
const KINDS: [(u32, &str); 9] = [
    (0x6969, "NFS"),
    (0x517B, "SMB"),
    (0xFE53_4D42, "SMB"),
    (0xFF53_4D42, "CIFS"),
    (0x6573_5546, "FUSE"),
    (0x0102_1997, "9P"),
    (0x00C3_6400, "Ceph"),
    (0x5346_414F, "AFS"),
    (0x786F_4256, "a VirtualBox share"),
];

/// Makes sure that all changes of a folder are made through this system.
///
/// # Errors
/// When they may not be; says which kind of file system it is.
#[cfg(target_os = "linux")]
pub fn ensure_local(folder: &Path) -> Result<()> {
    // If even this fails, so does watching the folder, and that says why.
    let Ok(found) = rustix::fs::statfs(folder) else {
        return Ok(());
    };

    let kind = KINDS
        .iter()
        .find(|(number, _)| *number == found.f_type as u32);

    match kind {
        Some((_, kind)) => bail!("it is on {kind}, where changes by others are not told"),
        None => Ok(()),
    }
}

/// Other systems are believed to tell.
#[cfg(not(target_os = "linux"))]
pub fn ensure_local(_: &Path) -> Result<()> {
    Ok(())
}
