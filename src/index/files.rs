//! The files of a generation: what they are called, how they are mapped, and the sums that tell whether they
//! are as they were written.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result};
use memmap2::Mmap;

pub const TEXTS: &str = "texts.bin";
pub const PASSAGES: &str = "passages.bin";
pub const SENTENCES: &str = "sentences.bin";
pub const FORWARD: &str = "forward.bin";
pub const TERMS: &str = "terms.txt";
pub const TERM_NUMBERS: &str = "terms.fst";
pub const TERM_ROWS: &str = "terms.bin";
pub const WORDS: &str = "words.fst";
pub const POSTINGS: &str = "postings";

/// Maps a file of a finished generation.
#[allow(unsafe_code)]
pub fn map(path: &Path) -> Result<Mmap> {
    let file = File::open(path).with_context(|| format!("opening {}", path.display()))?;
    // SAFETY: files of a finished generation are never written again, only unlinked, which leaves a
    // mapping intact. One that is truncated all the same is found out before it is used (`whole.rs`); in the
    // very moment of its use, that ends the process, not its memory safety.
    unsafe { Mmap::map(&file) }.with_context(|| format!("mapping {}", path.display()))
}

/// BLAKE3 in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// BLAKE3 over the parts of a stored document.
pub fn checksum(parts: [&[u8]; 4]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        // With the lengths, no byte can move from one part to the next unseen.
        hasher
            .update(&(part.len() as u64).to_le_bytes())
            .update(part);
    }
    hasher.finalize().to_hex().to_string()
}
