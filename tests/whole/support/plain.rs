//! What a plain text is read to.

use pullquote::internals::document::Document;

use super::{outline, read};

pub fn document(source: &str) -> Document {
    read("a-text.txt", source.as_bytes())
}

/// The headings above each paragraph that begins a section.
pub fn places(source: &str) -> Vec<String> {
    let sections = outline(&document(source)).into_iter();
    sections.map(|(place, _)| place).collect()
}

/// The paragraphs that can be quoted.
pub fn blocks(source: &str) -> Vec<String> {
    let document = document(source);
    let ranges = document.blocks.iter().map(|block| block.range.clone());
    ranges
        .map(|range| document.text[range].to_owned())
        .collect()
}
