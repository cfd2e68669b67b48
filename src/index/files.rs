//! The sections of a part's file by name, and the sums that tell whether they are as they were
//! written.

pub const TEXTS: &str = "texts";
pub const PASSAGES: &str = "passages";
pub const SENTENCES: &str = "sentences";
pub const FORWARD: &str = "forward";
pub const TERMS: &str = "terms";
pub const TERM_NUMBERS: &str = "term numbers";
pub const TERM_ROWS: &str = "term rows";
pub const WORDS: &str = "words";
/// Before the name of each file that Tantivy wrote.
pub const POSTINGS: &str = "postings/";

/// BLAKE3 in hexadecimal.
pub fn hash_bytes(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// BLAKE3 over the sections of a stored document.
pub fn checksum_sections(sections: [&[u8]; 4]) -> String {
    join_sums(sections.map(blake3::hash))
}

/// The same of sections that were summed up one by one. As each has a sum of its own, no byte can
/// move from one section to the next unseen.
pub fn join_sums(sections: [blake3::Hash; 4]) -> String {
    let mut hasher = blake3::Hasher::new();
    for section in sections {
        hasher.update(section.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}
