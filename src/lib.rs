//! # Pullquote
//!
//! Answers questions about a text by quoting it. Data flows one way, and a module uses only those
//! named before it:
//!
//! ```text
//! error -> document -> corpus -> sentence -> passage -> analyze -> index -> query -> rank -> answer -> render
//! ```

pub mod analyze;
pub mod answer;
pub mod corpus;
pub mod document;
pub mod error;
pub mod index;
pub mod passage;
pub mod query;
pub mod rank;
pub mod sentence;
