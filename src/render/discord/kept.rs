//! What is kept of what members do where their server wants that: how answers were judged, and
//! questions that got a no.
//!
//! Markdown. Questions are anything at all, and are escaped.

use crate::locale::Locale;
use crate::render::discord::markdown::{render_name, take_fitting_lines};
use crate::render::discord::say::{gaps as say, settings as set};
use crate::store::{Feedback, Gap, Settings};

/// Longest question in a list, and most of the list, in units: a message holds 2,000.
const QUESTION: usize = 200;
const LIST: usize = 1_700;
/// Seconds from the beginning of a day to its noon, which is on that day nearly everywhere.
const NOON: u64 = 12 * 60 * 60;

/// The most frequent questions, as many as a message holds.
pub fn render_gap_list(locale: Locale, gaps: &[Gap]) -> String {
    if gaps.is_empty() {
        return say::none(locale);
    }

    let lines = gaps.iter().map(|gap| {
        let question = render_name(&gap.question, QUESTION);
        // Discord writes the day as whoever reads it does.
        format!("**{}×** {question} · <t:{}:d>", gap.count, gap.day + NOON)
    });
    let (mut lines, _) = take_fitting_lines(lines, LIST);
    lines.insert(0, say::listed(locale));

    lines.join("\n")
}

/// How a server is set, and how often answers were judged.
pub fn say_kept_settings(locale: Locale, settings: Settings, judged: Feedback) -> [String; 2] {
    let feedback = if settings.feedback {
        set::feedback(locale, judged.helpful, judged.not_it)
    } else {
        set::no_feedback(locale)
    };

    let gaps = if settings.gaps {
        set::gaps(locale)
    } else {
        set::no_gaps(locale)
    };

    [feedback, gaps]
}
