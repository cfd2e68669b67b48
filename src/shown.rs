//! Names, titles and reasons as they are shown: data, whatever is in them.
//!
//! A file may be called anything, a text may call itself anything, and a question may hold
//! anything. In: such a name. Out: one line of bounded length that steers no terminal, forges no
//! line of a log and does not turn the direction of what stands beside it. What is left out shows
//! as `\u{fffd}`, so that two names that differ seldom look the same. A token in it is not shown.

use std::path::Path;

use crate::secret::hide_tokens;

/// Characters of a name that are shown.
const LONGEST: usize = 160;

/// A name of any kind.
pub fn harmless_name(name: &str) -> String {
    let name = hide_tokens(name);
    let mut shown: String = name.chars().take(LONGEST).map(to_harmless_char).collect();
    if name.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// A path of the file system; of a long one its end tells more.
pub fn harmless_path(path: &Path) -> String {
    let whole = hide_tokens(&path.to_string_lossy());
    let skipped = whole.chars().count().saturating_sub(LONGEST);
    let start = if skipped > 0 { "…" } else { "" };
    let end: String = whole.chars().skip(skipped).map(to_harmless_char).collect();
    format!("{start}{end}")
}

/// A message that may hold names, in one line.
pub fn harmless_line(message: &str) -> String {
    let message = hide_tokens(message);
    message.chars().map(to_harmless_char).collect()
}

/// A message that may hold names, with its own line breaks.
pub fn harmless_lines(message: &str) -> String {
    let lines: Vec<String> = message.split('\n').map(harmless_line).collect();
    lines.join("\n")
}

fn to_harmless_char(c: char) -> char {
    match c {
        '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        c if turns_direction(c) => '\u{fffd}',
        c => to_terminal_char(c),
    }
}

/// A text that is shown in a terminal as it is, with its own line breaks.
pub fn harmless_text(text: &str) -> String {
    let keep_break = |c| if c == '\n' { c } else { to_terminal_char(c) };
    text.chars().map(keep_break).collect()
}

/// A character of a text that is shown in a terminal: it steers nothing and turns nothing round,
/// but keeps its direction, and marks of it.
pub fn to_terminal_char(c: char) -> char {
    match c {
        '\t' | '\r' => ' ',
        c if c.is_control() || turns_text(c) => '\u{fffd}',
        c => c,
    }
}

/// Embeddings, overrides and isolates of the bidirectional algorithm, which turn what follows.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// These, and marks. Letters have a direction of their own, which ends with them.
fn turns_direction(c: char) -> bool {
    turns_text(c) || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_harmless_line_of_bounded_length() {
        for (given, shown) in [
            ("The Lamp.txt", "The Lamp.txt"),
            ("лампа 灯 مصباح", "лампа 灯 مصباح"),
            ("red\u{1b}[31m", "red\u{fffd}[31m"),
            ("csi\u{9b}31m", "csi\u{fffd}31m"),
            ("two\nlines\r\n", "two lines  "),
            ("\u{2028}\u{2029}\u{85}\t", "    "),
            ("evil\u{202e}txt.exe", "evil\u{fffd}txt.exe"),
            (
                "\u{2066}\u{2067}\u{2068}\u{2069}\u{61c}",
                "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
            ),
            ("bell\u{7}\u{7f}\0", "bell\u{fffd}\u{fffd}\u{fffd}"),
        ] {
            assert_eq!(harmless_name(given), shown);
            assert_eq!(harmless_path(Path::new(given)), shown);
        }

        let long = format!("{}.txt", "a".repeat(100_000));
        assert_eq!(harmless_name(&long), format!("{}…", "a".repeat(LONGEST)));
        assert!(
            harmless_path(Path::new(&long)).starts_with("…aaa")
                && harmless_path(Path::new(&long)).ends_with("a.txt")
        );
        assert_eq!(
            harmless_text("red\u{1b}[31m\u{7}\nevil\u{202e}drow \u{2067}\u{200f}אבג\r\n"),
            "red\u{fffd}[31m\u{fffd}\nevil\u{fffd}drow \u{fffd}\u{200f}אבג \n"
        );
        assert_eq!(harmless_lines("one\ntwo\u{1b}"), "one\ntwo\u{fffd}");
    }
}
