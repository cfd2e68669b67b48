//! Replies on Discord, as data: what is asked and what is found go in, a [`message::Message`] comes
//! out.
//!
//! Pure functions without Discord's library: what they return is, serialised, what is sent.
//! `markdown` and `quote` keep what is displayed true to the text, `page` keeps it within Discord's
//! limits and `fitting` within a phone's, `say` knows the languages.

pub mod card;
pub mod fitting;
pub mod gates;
pub mod height;
pub mod kept;
pub mod lines;
pub mod list;
pub mod manage;
pub mod markdown;
pub mod message;
pub mod page;
pub mod passage;
pub mod quote;
pub mod say;
pub mod schedule;
pub mod struck;
pub mod words;
