//! What a button says it remembers: whatever can be read of it is written again as the same, and a
//! press on it is answered with a message whose buttons can be read.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| pullquote_fuzz::asking::custom_id(input));
