//! The bot on Discord, without Discord: the real program against a strict stand-in, and its replies as
//! pure functions.

mod asking;
mod display;
mod escaping;
mod pressing;
mod standin;
mod world;
