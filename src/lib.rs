//! # Pullquote
//!
//! Answers questions about a text by quoting it. Data flows one way, and a module uses only those
//! named before it:
//!
//! ```text
//! shown -> error -> fingerprint -> random -> ids -> document -> language -> corpus -> sentence -> passage -> analyze -> index
//!       -> query -> chapters -> reader -> rank -> quote -> confidence -> answer -> compare -> search -> engine -> live
//!       -> measuring -> quiz -> schedule -> locale -> store -> servers -> render -> reply -> discord -> cli -> config -> commands
//! ```

// Modules that nobody looks into from outside, so that the compiler sees what of them nobody uses.
mod analyze;
mod chapters;
mod discord;
mod error;
mod fingerprint;
mod ids;
mod language;
mod live;
mod passage;
mod quiz;
mod random;
mod schedule;
mod sentence;
mod shown;

// Modules that the program and the tests look into.
pub mod answer;
pub mod cli;
pub mod commands;
pub mod compare;
pub mod confidence;
pub mod config;
pub mod corpus;
pub mod document;
pub mod engine;
pub mod index;
pub mod locale;
#[cfg(feature = "measuring")]
pub mod measuring;
pub mod query;
pub mod quote;
pub mod rank;
pub mod reader;
pub mod render;
pub mod reply;
pub mod search;
pub mod servers;
pub mod store;

pub use analyze::tokens;
pub use chapters::section_after_chapter;
pub use error::UserError;
pub use ids::{DocumentId, Ids, PassageId};
pub use language::Language;
pub use passage::{Passage, passages};
pub use schedule::when::Times;
pub use sentence::sentences;
