//! A PDF of these bytes. Its parser is not ours and often panics, which is caught; only a panic of
//! ours is a find here.
#![no_main]

libfuzzer_sys::fuzz_target!(init: pullquote_fuzz::forgive_libraries(), |input: &[u8]| pullquote_fuzz::reading::pdf_file(input));
