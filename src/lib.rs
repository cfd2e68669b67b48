//! # Pullquote
//!
//! Answers questions about a text by quoting it. Data flows one way, and a module uses only those
//! named before it:
//!
//! ```text
//! shown -> error -> fingerprint -> random -> document -> language -> corpus -> sentence -> passage -> analyze -> index -> query
//!       -> chapters -> reader -> rank -> quote -> confidence -> answer -> compare -> search -> engine -> live
//!       -> measuring -> quiz -> schedule -> locale -> store -> servers -> render -> reply -> discord -> cli -> config -> commands
//! ```

pub mod analyze;
pub mod answer;
pub mod chapters;
pub mod cli;
pub mod commands;
pub mod compare;
pub mod confidence;
pub mod config;
pub mod corpus;
pub mod discord;
pub mod document;
pub mod engine;
pub mod error;
pub mod fingerprint;
pub mod index;
pub mod language;
pub mod live;
pub mod locale;
#[cfg(feature = "measuring")]
pub mod measuring;
pub mod passage;
pub mod query;
pub mod quiz;
pub mod quote;
pub mod random;
pub mod rank;
pub mod reader;
pub mod render;
pub mod reply;
pub mod schedule;
pub mod search;
pub mod sentence;
pub mod servers;
pub mod shown;
pub mod store;
