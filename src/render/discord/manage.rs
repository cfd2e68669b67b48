//! What those who manage a server are told, where it goes by what there is to tell; single sentences are in `say`.
//!
//! Markdown. Names of texts and files are anything at all, and are escaped.

use crate::locale::Locale;
use crate::render::discord::markdown::{label, name, units};
use crate::render::discord::say::{count, manage as say, settings as set};
use crate::render::discord::words::{and_more, library};
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

/// A text that was just added.
pub fn added(locale: Locale, report: &Report) -> String {
    let title = name(&report.title, TITLE);
    let chapters = match report.chapters {
        0 => say::no_chapters(locale),
        number => count::chapters(locale, number),
    };
    let passages = count::passages(locale, report.passages);
    let words = count::words(locale, report.words);
    let language = library::language(locale, report.language);

    let added = say::added(locale, &title, &chapters, &passages, &words, &language);
    match report.unread.as_slice() {
        [] => added,
        pages => format!("{added}\n{}", left_out(locale, pages)),
    }
}

fn left_out(locale: Locale, pages: &[u32]) -> String {
    let named: Vec<String> = pages.iter().take(PAGES).map(u32::to_string).collect();
    let listed = and_more(locale, &named.join(", "), pages.len() - named.len());
    say::left_out(locale, &count::pages(locale, pages.len()), &listed)
}

/// Why a text was not added.
pub fn refused(locale: Locale, why: &Added, limits: Limits) -> String {
    match why {
        Added::Now => String::new(),
        Added::Before(title) => say::there_already(locale, &name(title, TITLE)),
        Added::TooManyTexts => say::too_many_texts(locale, limits.texts),
        Added::TooManyWords(there) => say::too_many_words(locale, limits.words, *there),
        Added::TooManyBytes => say::too_many_bytes(locale, limits.mib),
        Added::NoRoom => say::no_room(locale),
    }
}

/// A file whose name promises no format that is read.
pub fn unknown_format(locale: Locale, file: &str) -> String {
    say::unknown_format(locale, &name(file, TITLE))
}

/// A file that could not be read; the reason begins with a verb.
pub fn unreadable(locale: Locale, file: &str, reason: &str) -> String {
    // What an operator can do about it is of no use here.
    let reason = reason.split(", or raise --").next().unwrap_or(reason);
    say::unreadable(locale, &name(file, TITLE), &name(&label(reason), REASON))
}

/// A text that is gone.
pub fn removed(locale: Locale, title: &str) -> String {
    say::removed(locale, &name(title, TITLE))
}

/// A text that is called otherwise now.
pub fn renamed(locale: Locale, title: &str) -> String {
    say::renamed(locale, &name(title, TITLE))
}

/// The texts of a server, as many as a message holds.
pub fn list(locale: Locale, texts: &[Text]) -> String {
    let mut lines = vec![say::listed(locale, texts.len())];
    let mut length = 0;
    for (number, text) in texts.iter().enumerate() {
        let words = count::words(locale, text.words);
        let line = format!("{} · {words}", name(&text.title, TITLE));
        length += units(&line) + 1;
        if length > LIST {
            lines.push(say::more(locale, texts.len() - number));
            break;
        }
        lines.push(line);
    }

    lines.join("\n")
}

/// How much a server has, and may have.
pub fn quota(locale: Locale, texts: &[Text], limits: Limits, an_hour: u32) -> String {
    let words: u64 = texts.iter().map(|text| text.words).sum();
    let bytes: u64 = texts.iter().map(|text| text.bytes).sum();
    let uploads = match an_hour {
        0 => String::new(),
        number => say::uploads(locale, number),
    };

    let (count, mib) = (texts.len(), bytes.div_ceil(1 << 20));
    let now = say::quota(locale, count, limits.texts, words, limits.words, mib);
    let file = say::quota_file(locale, limits.file_mib, &uploads);
    format!("{now} {file}")
}

/// How a server is set, and the channel where that is asked.
pub fn settings(locale: Locale, settings: Settings, usual: Option<&str>) -> String {
    let shared = match settings.shared {
        true => set::shared(locale),
        false => set::not_shared(locale),
    };

    let private = match settings.private {
        true => set::private(locale),
        false => set::public(locale),
    };

    let language = match settings.language {
        Some(language) => set::language(locale, language.name()),
        None => set::discords_language(locale),
    };

    let channel = match usual {
        Some(text) => set::usual_text(locale, &name(text, TITLE)),
        None => set::all_texts(locale),
    };

    [shared, private, language, channel].join("\n")
}
