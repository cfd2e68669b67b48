//! The ZIP file that an EPUB or a DOCX is.
//!
//! A small archive can unpack to more than any machine holds, and its headers may lie about it. So
//! before anything is used, everything is unpacked once, counted and thrown away: it costs a few
//! milliseconds, and whoever reads the archive afterwards, a library too, cannot meet more than
//! what was counted.

use std::collections::HashMap;
use std::io::{self, Cursor, Read};

use anyhow::{Context, Result, ensure};
use zip::ZipArchive;

/// An archive that unpacks to a bearable size.
pub struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// Where each part is, by a name that all ways to write it share.
    parts: HashMap<String, usize>,
}

impl Archive {
    /// Opens an archive that unpacks to at most `most` bytes.
    ///
    /// # Errors
    /// When the bytes are no whole archive, or it unpacks to more.
    pub fn open(bytes: Vec<u8>, most: u64) -> Result<Archive> {
        let mut zip = ZipArchive::new(Cursor::new(bytes))
            .ok()
            .context("is damaged or not whole: what it holds cannot be listed; get it again")?;

        let mut parts = HashMap::new();
        let mut left = most;
        for entry in 0..zip.len() {
            // What cannot be unpacked does no harm either; it is an error where it is needed.
            let Ok(file) = zip.by_index(entry) else {
                continue;
            };
            if let Ok(name) = file.name() {
                parts.entry(common_name(&name)).or_insert(entry);
            }

            // One byte more than is left tells that there is too much. A part that breaks off
            // midway still counts as far as it went.
            let mut file = file.take(left + 1);
            let _ = io::copy(&mut file, &mut io::sink());
            let used = left + 1 - file.limit();

            let large = || {
                format!(
                    "unpacks to more than {} MiB; split it, or raise --max-file-mib",
                    most >> 20
                )
            };
            left = left.checked_sub(used).with_context(large)?;
        }

        Ok(Archive { zip, parts })
    }

    /// A file of the archive; `None` when there is none of that name. Where a name is written
    /// otherwise, with `\` for `/` or in other letter case, it is found nevertheless, as other
    /// programs find it.
    ///
    /// # Errors
    /// When it cannot be unpacked.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>> {
        let damaged = || format!("is damaged: its part {name} cannot be unpacked; get it again");

        let exact = self.zip.index_for_name(name);
        let Some(at) = exact.or_else(|| self.parts.get(&common_name(name)).copied()) else {
            return Ok(None);
        };
        let mut file = self.zip.by_index(at).ok().with_context(damaged)?;

        ensure!(
            !file.encrypted(),
            "is protected with a password; save a copy without one"
        );

        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok().with_context(damaged)?;
        Ok(Some(bytes))
    }

    /// Whether there is a file of that name, however it is written.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&common_name(name))
    }

    /// The first file in the order of names whose name ends so, in small letters.
    pub fn ending(&self, end: &str) -> Option<String> {
        let named = self.parts.keys().filter(|name| name.ends_with(end));
        named.min().cloned()
    }
}

/// A name as it is compared.
pub fn common_name(name: &str) -> String {
    let name = name.replace('\\', "/").to_lowercase();
    name.trim_start_matches("./").trim_matches('/').to_owned()
}
