//! What people say that is no question, and the forms in which they ask.

pub mod forms;
pub mod sayings;
