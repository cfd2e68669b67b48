//! `/search`: where exactly these words stand.
//!
//! The functions here fail only when the index cannot be read.

use anyhow::Result;

use crate::analyze::tokens;
use crate::index::Scope;
use crate::language::Language;
use crate::query::{Correction, Query};
use crate::render::discord::card::Card;
use crate::render::discord::markdown::{escape, to_plain_line};
use crate::render::discord::message::Message;
use crate::render::discord::passage::Turn;
use crate::render::discord::say::search as said;
use crate::render::discord::words::{say_found_elsewhere, say_late_of};
use crate::reply::memory::shelf;
use crate::reply::memory::state::{Kind, State};
use crate::reply::view::setting::{Notes, Setting, post_or_delete_button};
use crate::reply::view::show::render_state;
use crate::search::find_words;
use crate::servers::{Texts, View};

/// Searches and shows the first places; of words that stand nowhere, those that were probably
/// meant. Of several libraries, the one shown is that in which the words stand most as they were
/// written.
pub fn reply_to_search(texts: &[Texts], text: &str, setting: Setting) -> Result<Message> {
    if let Some(message) = render_first_hits(texts, text, Notes::of(Some(text)), setting)? {
        return Ok(message);
    }

    for one in texts {
        let Some(meant) = find_correction(&one.view, text, one.scope)? else {
            continue;
        };
        let given = escape(&to_plain_line(text));
        let notes = Notes {
            head: vec![said::meant(setting.locale(), &given, &escape(&meant))],
            ..Notes::of(Some(&meant))
        };
        if let Some(message) = render_first_hits(texts, &meant, notes, setting)? {
            return Ok(message);
        }
    }

    let card = Card {
        head: vec![said::nothing(setting.locale())],
        foot: say_late_of(setting.locale(), texts).into_iter().collect(),
        ..Notes::of(Some(text)).card(setting)
    };
    let state = State {
        kind: Kind::Search,
        asker: setting.asker,
        ..State::default()
    };
    let buttons = vec![post_or_delete_button(&state, setting)];
    let message = card.message(setting.form, "").with_buttons(buttons);
    Ok(message.private(setting.private))
}

/// The first places where words stand; `None` if they stand nowhere.
fn render_first_hits(
    texts: &[Texts],
    words: &str,
    mut notes: Notes,
    setting: Setting,
) -> Result<Option<Message>> {
    let mut found = Vec::new();
    for one in texts {
        let hits = find_words(&one.view, words, one.scope)?;
        if !hits.passages.is_empty() {
            found.push((one, hits));
        }
    }

    // Of equals the first, which is the server's own.
    let Some((texts, hits)) = found.iter().min_by_key(|(_, hits)| hits.manner as u8) else {
        return Ok(None);
    };
    let others = found
        .iter()
        .filter(|(other, _)| other.view.home != texts.view.home);
    // What stands there only in other forms is not worth a line beside what stands here as written.
    let others = others.filter(|(_, other)| other.manner == hits.manner);
    notes.head.extend(others.map(|(other, hits)| {
        let home = other.view.home;
        let passages = hits.passages.len();
        say_found_elsewhere(setting.locale(), home, passages)
    }));

    let state = State {
        kind: Kind::Search,
        within: shelf::remember_scope(&texts.view, texts.scope)?,
        asker: setting.asker,
        ..State::default()
    };
    render_state(&texts.view, state, Turn::ToBold, &notes, setting)
}

/// The same words with typing errors mended, if there are any.
fn find_correction(library: &View, text: &str, scope: Scope) -> Result<Option<String>> {
    let passages = library.passages_in(scope)?;
    for language in library.languages(&passages) {
        let query = Query::new(library, text, &passages, language)?;
        if query.corrections.is_empty() {
            continue;
        }
        return Ok(Some(apply_corrections(text, &query.corrections, language)));
    }
    Ok(None)
}

/// A text with the words that are corrected, and only whole ones.
fn apply_corrections(text: &str, corrections: &[Correction], language: Language) -> String {
    let mut all = String::new();
    let mut end = 0;
    for token in tokens(text, language) {
        let word = &text[token.range.clone()];
        if let Some(one) = corrections.iter().find(|one| one.from == word) {
            all += &text[end..token.range.start];
            all += &one.to;
            end = token.range.end;
        }
    }

    all + &text[end..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_corrected() {
        let corrections = [Correction {
            from: "teh".to_owned(),
            to: "the".to_owned(),
        }];
        let text = "teh tehran, and teh end";
        let mended = apply_corrections(text, &corrections, Language::English);
        assert_eq!(mended, "the tehran, and the end");
    }
}
