//! What a member gets: a request or the press of a button -> a message with its buttons.
//!
//! Pure work on the library, without a network. `request` and `press` say what is to be done;
//! `ask`, `search`, `read`, `library`, `check_quote` and `help` do it, and all that shows text ends
//! in `show`, and what a phone would not show at once gets smaller by `savings`. What a button remembers is a `state`, written into its `custom_id`; `worth` chooses what
//! of an answer that is, and `shelf` finds the places that it speaks of. A `quiz` has buttons of its
//! own.

pub mod ask;
pub mod autocomplete;
mod check_quote;
pub mod commands;
mod completed;
mod custom_id;
mod differences;
mod example;
pub mod feedback;
mod forms;
pub mod help;
mod library;
mod lists;
mod names;
pub mod naming;
mod opening;
mod phrase;
mod places;
mod post;
pub mod press;
pub mod quiz;
pub mod quiz_id;
mod read;
pub mod registered;
pub mod request;
mod savings;
mod sayings;
pub mod scheduled;
mod search;
mod seeking;
pub mod setting;
mod shelf;
mod show;
pub mod state;
pub mod talk;
mod titled;
mod worth;
