//! A page: as for Markdown, whatever the tags are.
#![no_main]

libfuzzer_sys::fuzz_target!(init: pullquote_fuzz::forgive_libraries(), |input: &[u8]| pullquote_fuzz::reading::html(input));
