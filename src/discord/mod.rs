//! The bot on Discord: the only part of the program that waits for a network.
//!
//! `run` logs in and hands every event to `events`. `incoming` reads what came; what it asks is
//! answered in `reply`, by pure work on the library. `limits` says who may ask, `workers` does the
//! work on the machine's cores, `deliver` sees to it that the answer is in time, `call` sends it,
//! and `monitor` tells the operator how it all goes.

pub mod account;
mod call;
mod deliver;
mod download;
mod events;
pub mod failure;
mod feedback;
mod flight;
mod gaps;
mod gating;
mod guard;
mod incoming;
mod keeping;
pub mod limits;
pub mod log;
mod manage;
mod mention;
mod metrics;
pub mod monitor;
mod opening;
mod options;
mod orders;
mod presence;
mod quizzes;
mod quizzing;
mod record;
mod run;
mod schedule;
mod scheduling;
mod settings;
mod threads;
pub mod token;
mod unread;
mod workers;

pub use run::{Settings, Shards, run_bot};
