//! Tests of the whole: the pipeline through the library's public functions, and the program itself.
//! One crate, so that it is linked once.
#![allow(clippy::unwrap_used)]

mod apart;
#[path = "../../fuzz/src/asking.rs"]
mod asking;
mod books;
mod checks;
mod collections;
mod command_line;
mod conversation;
mod crafted;
mod entries;
mod epubs;
mod every_text;
mod faults;
mod folders;
mod for_programs;
mod formats;
mod fuzzed;
mod goodness;
mod hostile_names;
mod languages;
mod lookups;
mod markdown;
mod markdown_blocks;
mod markdown_comments;
mod misspelt;
mod mutations;
mod page_digits;
mod page_texts;
#[path = "../../fuzz/src/pages.rs"]
mod pages;
mod pdf;
mod plain_frames;
mod plain_headings;
mod plain_sections;
mod plain_texts;
mod readers;
#[path = "../../fuzz/src/reading.rs"]
mod reading;
mod rendering;
mod secrets;
mod service;
mod structure;
mod support;
mod tables;
mod verbatim;
mod web_notes;
mod web_pages;
mod web_shown;
mod whether;
mod word_files;
