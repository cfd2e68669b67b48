//! The bot on Discord, without Discord: the real program against a strict stand-in, and its replies
//! as pure functions.

#![allow(clippy::unwrap_used)] // also in what the tests share

mod asking;
mod cases;
mod checks;
mod collections;
mod connection;
mod display;
mod escaping;
mod flooding;
mod gates;
mod gating;
mod headed;
mod heights;
mod isolation;
mod kept;
mod late;
mod live;
mod locales;
mod novels;
mod operator;
mod own_texts;
mod places;
mod planning;
mod posting;
mod pressing;
mod pure;
mod quizzes;
mod replies;
mod scheduling;
mod servers;
mod soak;
mod sought;
mod speaking;
mod tales;
mod talking;
mod trouble;
mod typing;
mod verdicts;
mod watching;
mod within;
mod world;
