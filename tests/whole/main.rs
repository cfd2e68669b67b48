//! Tests of the whole: the pipeline through the library's public functions, and the program itself.
//! One crate, so that it is linked once.
#![allow(clippy::unwrap_used)]

mod books;
mod collections;
mod command_line;
mod conversation;
mod crafted;
mod damage;
mod every_text;
mod formats;
mod goodness;
mod mutations;
mod rendering;
mod service;
mod structure;
mod support;
mod verbatim;
