//! The corpus folder -> documents.
//!
//! [`list_corpus`] lists what is there; [`FileReader`] turns one file into a
//! [`Document`](crate::document::Document). A new format is a new file or folder beside `epub/`,
//! and its lines in `format.rs`. The program reads every file in a process that can do nothing
//! else, see `apart/`.

mod apart;
mod archive;
mod decode;
mod docx;
mod epub;
mod file_reader;
mod folder;
mod format;
mod formula;
mod given;
mod gutenberg;
mod html;
mod inside;
mod list_numbers;
mod listing;
mod manuscript;
mod markdown;
mod outline;
mod pdf;
mod plain;
mod programs;
mod xml;

pub use apart::{Confinement, serve_file_requests};
pub use file_reader::{FileReader, Passing};
pub use folder::{Corpus, Isolation, Limits};
pub use format::is_readable;
pub use given::{AllGiven, FILE as GIVEN_FILE, Given, put_file, read_given, write_given};
pub use listing::{Listing, Skipped, SourceFile, list_corpus};
pub use outline::comparable_letters;
pub use plain::{LINE_ENDS, numbers};
