//! A PDF in good order that shows these lines at these places: what is met is our own part, which
//! makes pages, paragraphs and headings of letters. The form of the input is in `src/pages.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(init: pullquote_fuzz::forgive_libraries(), |input: &[u8]| pullquote_fuzz::reading::pdf_text(input));
