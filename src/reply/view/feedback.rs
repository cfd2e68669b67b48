//! The two buttons under an answer that say whether it helped, where a server wants them.
//!
//! In: a setting, or the `custom_id` of a button. Out: the buttons, or what somebody says. The
//! decision that is not obvious: such a button remembers nothing at all, not even the answer: a
//! press is one more of two numbers.

use crate::render::discord::message::Button;
use crate::render::discord::say::button;
use crate::reply::view::setting::Setting;
use crate::store::Verdict;

/// What is in the `custom_id` of each.
const IDS: [(&str, Verdict); 2] = [
    ("feedback+", Verdict::Helpful),
    ("feedback-", Verdict::NotIt),
];

/// The buttons, if the server wants them.
pub fn buttons(setting: Setting) -> Vec<Button> {
    if !setting.offers.feedback {
        return Vec::new();
    }
    let locale = setting.locale();
    let [helpful, not_it] = IDS.map(|(id, _)| id.to_owned());
    vec![
        Button::new(button::helpful(locale), helpful),
        Button::new(button::not_it(locale), not_it),
    ]
}

/// What the press of a button says; `None` for any other button.
pub fn parse_verdict(custom_id: &str) -> Option<Verdict> {
    let said = IDS.iter().find(|(id, _)| *id == custom_id);
    said.map(|(_, verdict)| *verdict)
}
