//! What people call a text or a place in one, as they type it.

pub mod completed;
pub mod names;
pub mod naming;
pub mod places;
pub mod titled;
