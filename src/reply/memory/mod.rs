//! What a button remembers, written into its `custom_id`, and the places that it speaks of.

pub mod custom_id;
pub mod quiz_id;
pub mod shelf;
pub mod state;
pub mod worth;
