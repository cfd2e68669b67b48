//! # Pullquote
//!
//! Answers questions about a text by quoting it. Data flows one way, and a module uses only those
//! named before it:
//!
//! ```text
//! secret -> shown -> error -> fingerprint -> random -> ids -> document -> language -> corpus -> sentence -> passage -> analyze -> index
//!       -> query -> chapters -> reader -> rank -> quote -> confidence -> answer -> compare -> search -> engine -> live
//!       -> measuring -> quiz -> schedule -> locale -> store -> servers -> render -> reply -> discord -> cli -> config
//!       -> commands -> program -> internals
//! ```

mod analyze;
mod answer;
mod chapters;
mod cli;
mod commands;
mod compare;
mod confidence;
mod config;
mod corpus;
mod discord;
mod document;
mod engine;
mod error;
mod fingerprint;
mod ids;
mod index;
#[cfg(feature = "measuring")]
pub mod internals;
mod language;
mod live;
mod locale;
#[cfg(feature = "measuring")]
mod measuring;
mod passage;
mod program;
mod query;
mod quiz;
mod quote;
mod random;
mod rank;
mod reader;
mod render;
mod reply;
mod schedule;
mod search;
mod secret;
mod sentence;
mod servers;
mod shown;
mod store;

pub use program::run_program;
