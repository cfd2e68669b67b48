//! A question in any words, asked of a small library in four languages: every quote and highlight
//! lies where it says and is what stands there, however it is shown, and only people's mistakes are
//! errors.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| pullquote_fuzz::asking::question(input));
