//! How texts are shown: a quote, a passage, lists of passages, each with its buttons.

pub mod feedback;
pub mod lists;
pub mod savings;
pub mod setting;
pub mod show;
