//! What is posted by itself: when it is due, and what comes next of the texts.
//!
//! Pure: the present moment, in seconds since the epoch, is given, and so is what the last post
//! left behind. `when` knows days and time zones, `turn` what to do at a moment that was perhaps
//! slept through, `draw` the order of a text's passages that repeats none, and `portion` the next
//! words of a text up to where one may stop.

pub mod draw;
pub mod portion;
pub mod turn;
pub mod when;
