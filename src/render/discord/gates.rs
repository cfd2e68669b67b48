//! What is said about how far texts are open, where it goes by what there is to tell; single
//! sentences are in `say`.

use crate::locale::Locale;
use crate::render::discord::markdown::{render_name, take_fitting_lines};
use crate::render::discord::say::gates as say;

/// Longest title or heading in a sentence, in units.
const TITLE: usize = 100;
/// Most of a list, in units.
const LIST: usize = 1_700;

/// To whom something is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    You,
    Channel,
    Server,
}

impl To {
    fn words(self, locale: Locale) -> String {
        match self {
            To::You => say::to_you(locale),
            To::Channel => say::to_channel(locale),
            To::Server => say::to_server(locale),
        }
    }
}

/// A text that ends after a chapter from now on.
pub fn say_gate_set(
    locale: Locale,
    title: &str,
    chapter: u32,
    heading: Option<&str>,
    to: To,
) -> String {
    let title = render_name(title, TITLE);
    let to = to.words(locale);

    match (chapter, heading) {
        (0, _) => say::closed(locale, &title, &to),
        (chapter, Some(heading)) => {
            say::open_heading(locale, &title, &to, chapter, &render_name(heading, TITLE))
        }
        (chapter, None) => say::open(locale, &title, &to, chapter),
    }
}

/// A chapter that a text does not have.
pub fn say_no_such_chapter(locale: Locale, title: &str, chapter: u32) -> String {
    say::no_such_chapter(locale, &render_name(title, TITLE), chapter)
}

/// A text that is open again.
pub fn say_gate_cleared(locale: Locale, title: &str, to: To) -> String {
    say::cleared(locale, &render_name(title, TITLE), &to.words(locale))
}

/// All texts are.
pub fn say_all_gates_cleared(locale: Locale, to: To) -> String {
    say::all_cleared(locale, &to.words(locale))
}

/// A text that is not open to its end.
pub struct Line {
    pub title: String,
    /// The last chapter that is open.
    pub chapter: u32,
    /// What it is called, if that may be told.
    pub heading: Option<String>,
    /// The text has no such chapter any more.
    pub is_gone: bool,
}

impl Line {
    fn words(&self, locale: Locale) -> String {
        let title = render_name(&self.title, TITLE);
        let chapter = self.chapter;
        match &self.heading {
            _ if self.is_gone => say::line_gone(locale, &title, chapter),
            _ if chapter == 0 => say::line_closed(locale, &title),
            Some(heading) => {
                say::line_heading(locale, &title, chapter, &render_name(heading, TITLE))
            }
            None => say::line(locale, &title, chapter),
        }
    }
}

/// The texts that are not open to their end, with the last chapter that is.
pub fn render_gate_list(locale: Locale, gates: &[Line], to: To) -> String {
    if gates.is_empty() {
        return say_all_gates_cleared(locale, to);
    }

    let lines = gates.iter().map(|line| line.words(locale));
    let (mut lines, left) = take_fitting_lines(lines, LIST);
    lines.insert(0, say::listed(locale, &to.words(locale)));
    if left > 0 {
        lines.push("…".to_owned());
    }

    lines.join("\n")
}
