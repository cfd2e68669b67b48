//! What those who manage a server are told, where it goes by what there is to tell; single
//! sentences are in `say`.
//!
//! Markdown. Names of texts and files are anything at all, and are escaped.

use crate::locale::{Locale, Said};
use crate::render::discord::markdown::{render_name, take_fitting_lines, to_plain_line};
use crate::render::discord::say::{count, manage as say, reason as why, settings as set};
use crate::render::discord::words::{library, say_and_more};
use crate::servers::{Limits, Report};
use crate::store::{Added, Settings, Text};

/// Longest title in a sentence, in units.
const TITLE: usize = 100;
/// Most of a list, in units: a message holds 2,000.
const LIST: usize = 1_700;
/// Most of a reason that a file cannot be read, in units.
const REASON: usize = 400;
/// How reasons that a file cannot be read begin, as those who read files give them; the first that
/// fits counts.
const REASONS: [(&str, Said); 25] = [
    ("is protected with a password", why::locked),
    ("is locked", why::locked),
    ("is protected against copying", why::copy_protected),
    ("holds no text, only pictures", why::pictures),
    ("does not tell which letters", why::pictures),
    ("is a picture", why::pictures),
    ("holds no text", why::empty),
    ("is a Word document without a text", why::empty),
    ("is damaged", why::damaged),
    ("is an EPUB without", why::damaged),
    ("is no EPUB", why::damaged),
    ("is a PDF by", why::other_format),
    ("is an EPUB by", why::other_format),
    ("is a Word document by", why::other_format),
    ("is a ZIP archive", why::other_format),
    ("is an old Word document", why::other_format),
    ("is an RTF document", why::other_format),
    ("is a Kindle book", why::other_format),
    ("looks like a binary file", why::other_format),
    ("is neither UTF-8", why::other_format),
    ("is larger than", why::too_much),
    ("unpacks to more", why::too_much),
    ("takes longer than", why::too_much),
    ("takes more than", why::too_much),
    ("has too many paragraphs", why::too_much),
];
/// Pages without text that are named.
const PAGES: usize = 12;

/// A text that was just added.
pub fn say_added(locale: Locale, report: &Report) -> String {
    let title = render_name(&report.title, TITLE);
    let chapters = match report.chapters {
        0 => say::no_chapters(locale),
        number => count::chapters(locale, number),
    };
    let passages = count::passages(locale, report.passages);
    let words = count::words(locale, report.words);
    let language = library::say_language_name(locale, report.language);

    let added = say::added(locale, &title, &chapters, &passages, &words, &language);
    match report.unread.as_slice() {
        [] => added,
        pages => format!("{added}\n{}", say_left_out_pages(locale, pages)),
    }
}

fn say_left_out_pages(locale: Locale, pages: &[u32]) -> String {
    let named: Vec<String> = pages.iter().take(PAGES).map(u32::to_string).collect();
    let listed = say_and_more(locale, &named.join(", "), pages.len() - named.len());
    say::left_out(locale, &count::pages(locale, pages.len()), &listed)
}

/// Why a text was not added.
pub fn say_refused(locale: Locale, why: &Added, limits: Limits) -> String {
    match why {
        Added::Now => String::new(),
        Added::Before(title) => say::there_already(locale, &render_name(title, TITLE)),
        Added::TooManyTexts => say::too_many_texts(locale, limits.texts),
        Added::TooManyWords(there) => say::too_many_words(locale, limits.words, *there),
        Added::TooManyBytes => say::too_many_bytes(locale, limits.mib),
        Added::NoRoom => say::no_room(locale),
    }
}

/// A file whose name promises no format that is read.
pub fn say_unknown_format(locale: Locale, file: &str) -> String {
    say::unknown_format(locale, &render_name(file, TITLE))
}

/// A file that could not be read; the reason begins with a verb.
pub fn say_unreadable(locale: Locale, file: &str, reason: &str) -> String {
    let reason = match locale {
        // What an operator can do about it is of no use here.
        Locale::English => reason
            .split(", or raise --")
            .next()
            .unwrap_or(reason)
            .to_owned(),
        _ => find_reason_sentence(reason)(locale),
    };

    say::unreadable(
        locale,
        &render_name(file, TITLE),
        &render_name(&to_plain_line(&reason), REASON),
    )
}

/// Files are read apart from all else, and say in English why they cannot be; the beginning tells
/// as much as matters.
fn find_reason_sentence(reason: &str) -> Said {
    let mut kinds = REASONS.iter();
    let kind = kinds.find(|(begin, _)| reason.starts_with(begin));
    kind.map_or(why::failed, |(_, kind)| *kind)
}

/// A text that is gone.
pub fn say_removed(locale: Locale, title: &str) -> String {
    say::removed(locale, &render_name(title, TITLE))
}

/// A text that is called otherwise now.
pub fn say_renamed(locale: Locale, title: &str) -> String {
    say::renamed(locale, &render_name(title, TITLE))
}

/// The texts of a server, as many as a message holds.
pub fn render_text_list(locale: Locale, texts: &[Text]) -> String {
    let lines = texts.iter().map(|text| {
        let words = count::words(locale, text.words);
        format!("{} · {words}", render_name(&text.title, TITLE))
    });
    let (mut lines, left) = take_fitting_lines(lines, LIST);
    lines.insert(0, say::listed(locale, texts.len()));
    if left > 0 {
        lines.push(say::more(locale, left));
    }

    lines.join("\n")
}

/// How much a server has, and may have.
pub fn say_quota(locale: Locale, texts: &[Text], limits: Limits, an_hour: u32) -> String {
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
pub fn say_settings(locale: Locale, settings: Settings, usual: Option<&str>) -> String {
    let shared = if settings.shared {
        set::shared(locale)
    } else {
        set::not_shared(locale)
    };

    let private = if settings.private {
        set::private(locale)
    } else {
        set::public(locale)
    };

    let language = match settings.language {
        Some(language) => set::language(locale, language.name()),
        None => set::discords_language(locale),
    };

    let channel = match usual {
        Some(text) => set::usual_text(locale, &render_name(text, TITLE)),
        None => set::all_texts(locale),
    };

    [shared, private, language, channel].join("\n")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    fn sources(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap().flatten();
        let inside = entries.flat_map(|entry| match entry.path() {
            path if path.is_dir() => sources(&path),
            path => vec![path],
        });
        inside.collect()
    }

    #[test]
    fn reasons_begin_as_those_who_read_files_give_them() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/corpus");
        let texts = sources(&folder).into_iter().map(fs::read_to_string);
        let texts = texts.collect::<Result<String, _>>().unwrap();
        for (begin, _) in REASONS {
            assert!(texts.contains(&format!("\"{begin}")), "{begin}");
        }
    }

    #[test]
    fn a_reason_is_told_in_the_language_of_the_member() {
        let reason =
            "takes longer than 60 seconds to read; make it smaller, or raise --max-seconds";
        let told = |locale| say_unreadable(locale, "a_b.pdf", reason);
        assert_eq!(
            told(Locale::English),
            "a\\_b.pdf takes longer than 60 seconds to read; make it smaller. Nothing was added."
        );
        assert_eq!(
            told(Locale::German),
            "a\\_b.pdf ist zu groß zum Lesen; teile sie auf. Es wurde nichts hinzugefügt."
        );

        let locked = "is protected with a password; save a copy without one";
        assert!(say_unreadable(Locale::Japanese, "a.pdf", locked).contains("パスワード"));
        let unknown = say_unreadable(Locale::French, "a.pdf", "did something else");
        assert!(unknown.contains("n’a pas pu être lu"), "{unknown}");
    }
}
