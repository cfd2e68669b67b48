//! What of an answer is made smaller, where a phone then shows all of it at once.
//!
//! In: a way to make the answer with some savings. Out: the answer that fits with the least of them.
//! An answer is at most [`ANSWER`] points high, unless its sentence alone is so long that nothing
//! helps. Then nothing is saved: it has to be scrolled either way, and a line or two less are worth
//! neither a button nor the end of the question, and least of all a quote in small print.

use anyhow::Result;

use crate::render::discord::height::{ANSWER, estimate_height};
use crate::render::discord::message::Message;
use crate::reply::view::feedback;
use crate::reply::view::setting::Setting;

/// What is smaller than usual.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Savings {
    /// The place is told in as few words as tell the chapter.
    pub short_place: bool,
    /// *Other passages* is left to the row of *Show context*, which has it anyway.
    pub few_buttons: bool,
    /// The question is cut to a line.
    pub short_question: bool,
    /// The clause that answers is in small print, too, and bold there.
    pub small_quote: bool,
}

/// What is saved, that first which readers miss least: the rest of a title, a press for other
/// passages, the end of their own question, the size of the answer.
const STEPS: [fn(&mut Savings); 4] = [
    |savings| savings.short_place = true,
    |savings| savings.few_buttons = true,
    |savings| savings.short_question = true,
    |savings| savings.small_quote = true,
];

/// The answer with nothing saved if it fits a phone so, or if nothing helps; else with the first
/// steps, alone or together, that let it fit. `None` if no message holds it.
///
/// # Errors
/// Those of `make`.
pub fn make_fitting(
    setting: Setting,
    make: impl Fn(Savings) -> Result<Option<Message>>,
) -> Result<Option<Message>> {
    let fits = |made: &Option<Message>| made.as_ref().is_some_and(|one| fits_phone(one, setting));

    let whole = make(Savings::default())?;
    if fits(&whole) {
        return Ok(whole);
    }
    for chosen in 1..1 << STEPS.len() {
        let smaller = make(take_steps(chosen))?;
        if fits(&smaller) {
            return Ok(smaller);
        }
    }
    Ok(whole)
}

/// The steps whose bits are set. Counted up, fewer of them come before the same with one more, so
/// none is taken for nothing.
fn take_steps(chosen: u32) -> Savings {
    let mut savings = Savings::default();
    for (bit, step) in STEPS.iter().enumerate() {
        if chosen >> bit & 1 == 1 {
            step(&mut savings);
        }
    }
    savings
}

/// Whether all of an answer can be seen at once on a phone, with the buttons that are still to come.
pub fn fits_phone(message: &Message, setting: Setting) -> bool {
    let whole = message.clone().with_row(feedback::buttons(setting));
    whole.embeds.is_empty() && estimate_height(&whole) <= ANSWER
}
