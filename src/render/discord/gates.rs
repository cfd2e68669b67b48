//! What is said about how far texts are open, in one place, so that it can be translated.

use crate::render::discord::markdown::{name, units};

/// Longest title or heading in a sentence, in units.
const TITLE: usize = 100;
/// Most of a list, in units.
const LIST: usize = 1_700;

pub const ONE_TEXT: &str = "Name one text, from the list that appears while you type.";

pub const FORGOTTEN: &str = "All texts are open to you to their end, here and everywhere. I have forgotten how far you have read.";

/// To whom something is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    You,
    Channel,
    Server,
}

impl To {
    fn words(self) -> &'static str {
        match self {
            To::You => "to you",
            To::Channel => "in this channel",
            To::Server => "on this server",
        }
    }
}

/// A text that ends after a chapter from now on.
pub fn set(title: &str, chapter: u32, heading: Option<&str>, to: To) -> String {
    let title = name(title, TITLE);
    let to = to.words();
    let open = match (chapter, heading) {
        (0, _) => format!("**{title}** is closed {to} from chapter 1 on"),
        (chapter, Some(heading)) => format!(
            "**{title}** is open {to} up to chapter {chapter}, **{}**",
            name(heading, TITLE)
        ),
        (chapter, None) => format!("**{title}** is open {to} up to chapter {chapter}"),
    };
    format!("{open}. What comes after it is not told.")
}

/// A chapter that a text does not have.
pub fn no_such_chapter(title: &str, chapter: u32) -> String {
    format!(
        "**{}** has no chapter {chapter} that I know of. `/library` with `document` lists its chapters.",
        name(title, TITLE)
    )
}

/// A text that is open again.
pub fn cleared(title: &str, to: To) -> String {
    format!(
        "**{}** is open {} to its end.",
        name(title, TITLE),
        to.words()
    )
}

/// All texts are.
pub fn all_cleared(to: To) -> String {
    format!("All texts are open {} to their end.", to.words())
}

/// The texts that are not open to their end, with the last chapter that is.
pub fn list(gates: &[(String, u32)], to: To) -> String {
    if gates.is_empty() {
        return all_cleared(to);
    }

    let mut lines = vec![format!("Open {}:", to.words())];
    let mut length = 0;
    for (title, chapter) in gates {
        let line = format!("**{}** up to chapter {chapter}", name(title, TITLE));
        length += units(&line) + 1;
        if length > LIST {
            lines.push("…".to_owned());
            break;
        }
        lines.push(line);
    }

    lines.join("\n")
}
