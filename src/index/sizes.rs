//! How large the parts of a library are: few large ones are asked faster, many small ones are
//! written again sooner, so that the size grows with the library.

/// About so many parts has a library, unless it is small or very large.
const PARTS: u64 = 16;

/// How large parts are, in bytes of text.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// What a part may have however small the library is.
    pub least: u64,
    /// What it may have at most, unless it is of one text.
    pub most: u64,
}

impl Default for Sizes {
    /// At most as much as is written within some three seconds.
    fn default() -> Sizes {
        Sizes {
            least: 512 << 10,
            most: 24 << 20,
        }
    }
}

impl Sizes {
    /// How long a text is that takes long to store.
    pub fn large(self) -> usize {
        (self.most / 4) as usize
    }

    /// What a part of a library of so many bytes may have.
    pub fn of_part(self, library: u64) -> u64 {
        (library / PARTS).clamp(self.least, self.most)
    }
}
