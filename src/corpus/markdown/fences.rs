//! Boxes between rows of colons: `::: {.callout-note title="Careful"}`, `:::tip[Careful]`,
//! `:::warning Careful`, `:::`.
//!
//! In: the lines of a text, one after the other. Out: the title of a box that one opens, and the
//! lines in it without marks of headings, as those of a box are no places of the text.

/// What opens and closes a box.
const FENCE: &str = ":::";
/// Boxes that only say something aside; others may hold whole chapters.
const ASIDES: &[&str] = &[
    "note",
    "tip",
    "info",
    "caution",
    "warning",
    "danger",
    "important",
    "hint",
    "callout",
];

/// The boxes that are open, the innermost last: whether each says something aside.
#[derive(Default)]
pub struct Fences(Vec<bool>);

impl Fences {
    /// What is left of a line that opens or closes a box: its title, if it has one.
    pub fn read_fence<'l>(&mut self, line: &'l str) -> Option<&'l str> {
        let line = line.trim();
        let kind = line.trim_start_matches(':').trim();
        let colons = line.len() - line.trim_start_matches(':').len();
        if colons < FENCE.len() {
            return None;
        }

        if kind.is_empty() {
            self.0.pop();
            return Some("");
        }
        let word = kind.trim_start_matches(['{', '.']);
        self.0
            .push(ASIDES.iter().any(|aside| word.starts_with(aside)));
        Some(find_title(kind))
    }

    /// What a heading says in a box that says something aside.
    pub fn read_heading<'l>(&self, line: &'l str) -> Option<&'l str> {
        let text = line.trim_start().strip_prefix('#')?.trim_start_matches('#');
        (text.starts_with(' ') && self.0.contains(&true)).then(|| text.trim())
    }
}

/// The title of a box: in quotation marks or brackets, or what stands behind the word for its kind.
fn find_title(kind: &str) -> &str {
    if let Some(attributes) = kind.strip_prefix('{') {
        let title = attributes.split_once("title=\"").map(|(_, title)| title);
        return title
            .and_then(|title| title.split('"').next())
            .unwrap_or("");
    }
    if let Some((word, title)) = kind.split_once('[')
        && !word.contains(char::is_whitespace)
    {
        let title = title.trim_end().trim_end_matches(|c| c != ']');
        return title.strip_suffix(']').unwrap_or(title);
    }

    // The first word says what kind of box it is.
    let title = kind.split_once(char::is_whitespace);
    let title = title.map_or("", |(_, title)| title.trim());
    if title.starts_with([':', '{']) {
        ""
    } else {
        title
    }
}
