//! The bot on Discord: the only part of the program that waits for a network.
//!
//! `run` logs in and hands every event to `events`. A command becomes a `command::Request`, a press a
//! `press::Press`; both are answered by pure work on the library (`ask`, `search`, `read`, ...), which ends in
//! `show`. `limits` says who may ask, `workers` does the work on the machine's cores, `deliver` sees to it that
//! the answer is in time, `call` sends it, and `monitor` tells the operator how it all goes.

pub mod account;
mod ask;
pub mod autocomplete;
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
pub mod limits;
pub mod log;
mod mention;
pub mod monitor;
pub mod press;
mod read;
mod run;
pub mod search;
mod shelf;
mod shelves;
pub mod show;
pub mod state;
pub mod token;
mod unread;
mod workers;

pub use run::{Settings, Shards, run};
