//! Lines for `pullquote ask --batch`: each has one answer, a JSON object that quotes what stands
//! there or says what is wrong with the line.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| pullquote_fuzz::asking::batch(input));
