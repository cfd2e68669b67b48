//! The bot on Discord: the only part of the program that waits for a network.
//!
//! `run` logs in and hands every event to `events`. A command becomes a `command::Request`, a press a
//! `press::Press`; both are answered by pure work on the library (`ask`, `search`, `read`, ...), which ends in
//! `show`. `deliver` sees to it that the answer is in time, `call` sends it.

pub mod account;
mod ask;
mod autocomplete;
mod call;
mod check_quote;
pub mod command;
pub mod commands;
mod custom_id;
mod deliver;
mod events;
pub mod failure;
mod flight;
mod help;
mod mention;
pub mod press;
mod read;
mod run;
mod search;
mod shelf;
mod shelves;
pub mod show;
pub mod state;
pub mod token;
mod unread;

pub use run::{Settings, Shards, run};
