//! What a member gets: a request or the press of a button -> a message with its buttons.
//!
//! Pure work on the library, without a network. `request` and `press` say what is to be done; `ask`,
//! `search`, `read`, `library`, `check_quote`, `help`, `quiz` and `talk` do it, `named` finds the
//! texts and places that people name, and all that shows text ends in `view`. What a button
//! remembers is in `memory`.

pub mod ask;
pub mod autocomplete;
mod check_quote;
pub mod commands;
pub mod help;
mod library;
pub mod memory;
pub mod named;
mod post;
pub mod press;
pub mod quiz;
mod read;
pub mod request;
pub mod scheduled;
mod search;
pub mod talk;
pub mod view;
mod wording;
