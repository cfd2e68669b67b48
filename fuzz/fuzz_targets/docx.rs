//! A Word document, one file of which is the input: the text, the styles, the lists, the
//! properties. The first byte says which; the archive around it is in order.
#![no_main]

libfuzzer_sys::fuzz_target!(init: pullquote_fuzz::forgive_libraries(), |input: &[u8]| pullquote_fuzz::reading::docx(input));
