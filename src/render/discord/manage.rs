//! What those who manage a server are told, in one place, so that it can be translated: beside `words`, which all
//! members get.
//!
//! Markdown. Names of texts and files are anything at all, and are escaped.

use crate::error::FORMATS;
use crate::render::discord::markdown::{label, name, units};
use crate::render::words::count;
use crate::servers::{Limits, Report};
use crate::store::{Added, Settings, Text};

/// Longest title in a sentence, in units.
const TITLE: usize = 100;
/// Most of a list, in units: a message holds 2,000.
const LIST: usize = 1_700;
/// Most of a reason that a file cannot be read, in units.
const REASON: usize = 400;
/// Pages without text that are named.
const PAGES: usize = 12;

pub const NOT_HERE: &str = "Whoever runs me keeps no texts and settings of servers.";
pub const ON_SERVERS_ONLY: &str = "That is something for a server.";
pub const NOT_A_MANAGER: &str = "Only somebody who may *Manage Server* can do that.";
pub const NOT_DISCORDS: &str =
    "Discord names a place for that file that is not Discord’s own, so I did not look there.";
pub const WRONG_LENGTH: &str =
    "That file is not as long as Discord said it would be. Please send it again.";
pub const NOT_FETCHED: &str = "I could not get that file from Discord. Please send it again.";
pub const UPLOADS_BUSY: &str =
    "Other files are being read at this moment. Please try again in a minute.";
pub const NO_SUCH_TEXT: &str =
    "This server has no such text. Choose one from the list that appears while you type.";
pub const NO_TITLE: &str = "A title needs at least one letter or digit.";
pub const NO_TEXTS: &str = "This server has no texts of its own. `/texts add` adds one.";
pub const SERVER_DELETED: &str = "Everything that I kept of this server is deleted: its own texts with all that was made of them, and what it set.";

/// A text that was just added.
pub fn added(report: &Report) -> String {
    let title = name(&report.title, TITLE);
    let chapters = match report.chapters {
        0 => "no chapters".to_owned(),
        number => count(number as u64, "chapter"),
    };
    let passages = count(report.passages as u64, "passage");
    let words = count(report.words, "word");
    let language = report.language.name();

    let left_out = match report.unread.as_slice() {
        [] => String::new(),
        pages => format!("\n{}", unread(pages)),
    };
    format!(
        "**{title}** is here, for the members of this server alone: {chapters}, {passages}, {words}, in {language}.{left_out}"
    )
}

fn unread(pages: &[u32]) -> String {
    let named: Vec<String> = pages.iter().take(PAGES).map(u32::to_string).collect();
    let more = match pages.len().saturating_sub(PAGES) {
        0 => String::new(),
        number => format!(" and {number} more"),
    };
    format!(
        "Left out, as I could not read them: {} ({}{more}). If they are pictures of pages, run text recognition (OCR) over the file.",
        count(pages.len() as u64, "page"),
        named.join(", ")
    )
}

/// Why a text was not added.
pub fn refused(why: &Added, limits: Limits) -> String {
    match why {
        Added::Now => String::new(),
        Added::Before(title) => {
            format!("That file is there already: **{}**.", name(title, TITLE))
        }
        Added::TooManyTexts => format!(
            "This server has {}, which is as many as it may have. `/texts remove` makes room.",
            count(limits.texts, "text")
        ),
        Added::TooManyWords(there) => format!(
            "With it, this server would have more than {}; it has {}. `/texts remove` makes room.",
            count(limits.words, "word"),
            count(*there, "word")
        ),
        Added::TooManyBytes => format!(
            "With it, the texts of this server would take more than {} MiB, with what is made of them to find answers. `/texts remove` makes room.",
            limits.mib
        ),
        Added::NoRoom => {
            "There is no room left for the texts of servers. Whoever runs me can make some."
                .to_owned()
        }
    }
}

/// A file that is larger than it may be.
pub fn too_large(limits: Limits) -> String {
    format!(
        "That file is larger than {} MiB. Split it, or send a format without pictures.",
        limits.file_mib
    )
}

/// A file whose name promises no format that is read.
pub fn unknown_format(file: &str) -> String {
    format!(
        "I do not read files like {}. Send {FORMATS}.",
        name(file, TITLE)
    )
}

/// A file that could not be read; the reason begins with a verb.
pub fn unreadable(file: &str, reason: &str) -> String {
    // What an operator can do about it is of no use here.
    let reason = reason.split(", or raise --").next().unwrap_or(reason);
    format!(
        "{} {}. Nothing was added.",
        name(file, TITLE),
        name(&label(reason), REASON)
    )
}

/// A text that is gone.
pub fn removed(title: &str) -> String {
    format!(
        "**{}** is gone, from the answers and from every file that I keep. Messages that quoted it are Discord’s, and stay.",
        name(title, TITLE)
    )
}

/// A text that is called otherwise now.
pub fn renamed(title: &str) -> String {
    format!("It is called **{}** now.", name(title, TITLE))
}

/// The texts of a server, as many as a message holds.
pub fn list(texts: &[Text]) -> String {
    let mut lines = vec![format!(
        "**{} of this server’s own**",
        count(texts.len() as u64, "text")
    )];
    let mut length = 0;
    for (number, text) in texts.iter().enumerate() {
        let line = format!(
            "{} · {}",
            name(&text.title, TITLE),
            count(text.words, "word")
        );
        length += units(&line) + 1;
        if length > LIST {
            let more = texts.len() - number;
            lines.push(format!("… and {more} more: `/library` has them all."));
            break;
        }
        lines.push(line);
    }

    lines.join("\n")
}

/// How much a server has, and may have.
pub fn quota(texts: &[Text], limits: Limits, an_hour: u32) -> String {
    let words: u64 = texts.iter().map(|text| text.words).sum();
    let bytes: u64 = texts.iter().map(|text| text.bytes).sum();
    let uploads = match an_hour {
        0 => String::new(),
        number => format!(", {} an hour", count(number.into(), "file")),
    };

    format!(
        "This server has {} of {}, with {} of {}; the files have {} MiB together. A file may have {} MiB{uploads}.",
        texts.len(),
        count(limits.texts, "text"),
        words,
        count(limits.words, "word"),
        bytes.div_ceil(1 << 20),
        limits.file_mib,
    )
}

/// How a server is set, and the channel where that is asked.
pub fn settings(settings: Settings, usual: Option<&str>) -> String {
    let shared = match settings.shared {
        true => "The texts of all servers are asked here, too.",
        false => "The texts of all servers are not asked here.",
    };

    let private = match settings.private {
        true => "Only the asker sees an answer, unless they say otherwise.",
        false => "Everybody sees an answer, unless the asker says otherwise.",
    };

    let channel = match usual {
        Some(text) => format!(
            "In this channel, **{}** is asked unless another text is named.",
            name(text, TITLE)
        ),
        None => "In this channel, all texts are asked.".to_owned(),
    };

    [shared, private, &channel].join("\n")
}
