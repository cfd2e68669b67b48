//! Bytes -> a number by which they are known again.
//!
//! The first eight bytes of their hash: enough that two differ, and short enough to be kept beside
//! everything.

use blake3::Hash;

/// The number of a hash.
pub fn to_number(hash: &Hash) -> u64 {
    let first = hash.as_bytes().first_chunk().copied();
    u64::from_le_bytes(first.unwrap_or_default())
}
