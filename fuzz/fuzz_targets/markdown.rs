//! A Markdown file: its text is cut into sections, paragraphs, sentences and passages that follow
//! one another.
#![no_main]

libfuzzer_sys::fuzz_target!(init: pullquote_fuzz::forgive_libraries(), |input: &[u8]| pullquote_fuzz::reading::markdown(input));
