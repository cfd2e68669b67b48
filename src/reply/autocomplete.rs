//! What appears while someone types: places that fit so far, chosen with one press.
//!
//! A choice carries the place itself, like a button, so that choosing it shows exactly that passage, and the
//! question behind it where there is room; the first line is what was typed, so that Enter asks that. Choices
//! of documents and collections carry the path. The lists fail only when the index cannot be read.

use anyhow::Result;

use crate::analyze::{fold, is_stop_word};
use crate::answer::{Question, answer};
use crate::index::typed as typed_name;
use crate::language::Language;
use crate::locale::Locale;
use crate::reader::Effort;
use crate::render::discord::markdown::{label, shorten, units};
use crate::render::discord::message::{Choice, limits};
use crate::render::discord::words::library as words;
use crate::render::titles;
use crate::reply::commands::names as fields;
use crate::reply::names;
use crate::reply::naming::find;
use crate::reply::places;
use crate::reply::shelf;
use crate::reply::state::{Action, Face, Match, State};
use crate::schedule::when::zones as zones_of_the_world;
use crate::servers::gates::prefix;
use crate::servers::{Libraries, Texts, View};
use crate::store::Text;

/// Headings shown above passages.
const HEADINGS: usize = 10;
/// Passages shown below them.
const PASSAGES: usize = 10;
/// Collections shown above documents.
const FOLDERS: usize = 10;
/// Bytes of what is typed that are looked at: more than any line of a list has room for.
const MOST_TYPED: usize = 500;
/// Fewest units of a sentence beside its title.
const SENTENCE: usize = 30;

/// A line of a list: what it is called, and its value.
pub type Named = (String, String);

/// Discord takes the first of several lines of one name, whichever is chosen, so no two have one.
fn told_apart(lines: Vec<Named>) -> Vec<Choice> {
    let (names, values): (Vec<String>, Vec<String>) = lines.into_iter().unzip();
    let cut = titles::cut_apart(&names, limits::CHOICE);
    let lines = cut.iter().zip(values);
    let choices = lines.filter_map(|(name, value)| Choice::new(name, value));
    let mut choices: Vec<Choice> = choices.take(limits::CHOICES).collect();

    for at in 1..choices.len() {
        let same = |other: &&Choice| other.name == choices[at].name;
        let before = choices[..at].iter().filter(same).count();
        if before > 0 {
            let mark = format!(" · {}", before + 1);
            let room = limits::CHOICE - units(&mark);
            choices[at].name = shorten(&choices[at].name, room) + &mark;
        }
    }
    choices
}

/// What appears while something is typed in a field of a command.
pub fn suggestions<'a>(
    libraries: impl Into<Libraries<'a>>,
    field: &str,
    typed: &str,
    document: Option<&str>,
    locale: Locale,
) -> Result<Vec<Choice>> {
    let libraries = libraries.into();
    // Whoever pastes a page must not keep others waiting.
    let typed = &typed[..typed.floor_char_boundary(MOST_TYPED)];
    if field == fields::DOCUMENT {
        return documents(libraries, typed, locale);
    }

    // The document may be half typed or wrong yet; then all are looked through.
    let named = document.and_then(|name| find(libraries, name).ok());
    let texts = named.map_or_else(|| libraries.texts(), |named| vec![named]);

    if field != fields::FROM {
        return question(&texts, typed);
    }
    // What is typed comes first, so that Enter reads from that.
    let own = Some(typed.trim()).filter(|own| !own.is_empty());
    let mut lines: Vec<Named> = own
        .map(|own| (own.to_owned(), own.to_owned()))
        .into_iter()
        .collect();
    for one in &texts {
        lines.extend(places::fitting(&one.view, typed, one.scope, None)?);
    }
    Ok(told_apart(lines))
}

/// The texts of a server whose titles fit what is typed; choosing one names its file.
pub fn own_texts(texts: &[Text], typed: &str) -> Vec<Choice> {
    let fitting = texts.iter().filter(|text| names::fits(&text.title, typed));
    told_apart(
        fitting
            .map(|text| (text.title.clone(), text.name.clone()))
            .collect(),
    )
}

/// The schedules of a server, each by its number, whose names fit what is typed.
pub fn schedules(all: Vec<(u64, String)>, typed: &str) -> Vec<Choice> {
    let fitting = all.into_iter().filter(|(_, name)| names::fits(name, typed));
    let choices = fitting.filter_map(|(id, name)| Choice::new(&name, id.to_string()));
    choices.take(limits::CHOICES).collect()
}

/// The time zones whose names fit what is typed.
pub fn zones(typed: &str) -> Vec<Choice> {
    let mut fitting = zones_of_the_world();
    fitting.retain(|zone| names::fits(zone, typed));
    // With so many of them, some always differ from what is typed by one letter.
    let [wanted, _] = typed_name(typed.trim());
    fitting.sort_by_key(|zone| !typed_name(zone)[0].contains(&wanted));

    let choices = fitting
        .iter()
        .filter_map(|zone| Choice::new(zone, zone.clone()));
    choices.take(limits::CHOICES).collect()
}

/// The languages whose names fit what is typed, in the language of the person or in English; choosing one names its tag.
pub fn languages(typed: &str, locale: Locale) -> Vec<Choice> {
    let known = Language::all().filter(|language| *language != Language::Other);
    let named = known.map(|one| (one, words::language(locale, one)));
    let fitting =
        named.filter(|(one, name)| names::fits(name, typed) || names::fits(one.name(), typed));
    let choices = fitting.filter_map(|(one, name)| Choice::new(&name, one.tag().to_owned()));
    choices.take(limits::CHOICES).collect()
}

/// Libraries, if there are several; then collections, then documents, whose title or path fits what is typed.
fn documents(libraries: Libraries, typed: &str, locale: Locale) -> Result<Vec<Choice>> {
    let views: Vec<View> = libraries.views().collect();
    let mut lines = Vec::new();
    for view in views.iter().filter(|_| views.len() > 1) {
        let name = words::name(locale, view.home);
        if names::fits(&name, typed) {
            lines.push((name, prefix(view.home).to_owned()));
        }
    }

    // Not all the collections, so that some documents are always in sight.
    let folders = views.iter().flat_map(|view| view.folders());
    let folders = folders
        .filter(|folder| names::fits(&folder.name(), typed))
        .map(|folder| (words::collection(locale, folder), folder.name()));
    lines.extend(folders.take(FOLDERS));

    for view in &views {
        for (id, info) in view.documents_with_ids() {
            if lines.len() >= limits::CHOICES {
                break;
            }
            if names::fits(&info.title, typed) || names::fits(&info.path, typed) {
                lines.push((titles::of(view, id)?, tail(&info.path)));
            }
        }
    }
    Ok(told_apart(lines))
}

/// The end of a path, as much as a choice can carry: it still fits only that document.
fn tail(path: &str) -> String {
    let mut start = 0;
    while units(&path[start..]) > limits::CHOICE {
        start = path.ceil_char_boundary(start + 1);
    }
    path[start..].to_owned()
}

/// What is typed as a question, then headings and passages that fit it; several libraries share the room.
fn question(texts: &[Texts], typed: &str) -> Result<Vec<Choice>> {
    // Before a word that tells something, anything would fit.
    let mut telling: Vec<&Texts> = Vec::new();
    for one in texts {
        if one.is_open()? && tells_something(&one.view, typed) {
            telling.push(one);
        }
    }
    if telling.is_empty() {
        return Ok(Vec::new());
    }
    let share = telling.len();

    let own = typed.trim();
    let mut lines: Vec<Named> = vec![(own.to_owned(), own.to_owned())];
    for one in &telling {
        let headings = places::fitting(&one.view, typed, one.scope, Some(own))?;
        lines.extend(headings.into_iter().take(HEADINGS / share));
    }
    for one in &telling {
        lines.extend(passages(one, typed, PASSAGES / share)?);
    }
    Ok(told_apart(lines))
}

/// The best sentences for what is typed, of at most so many passages.
fn passages(texts: &Texts, typed: &str, most: usize) -> Result<Vec<Named>> {
    let view = &texts.view;
    let found = answer(
        view,
        &Question {
            text: &completed(view, typed),
            scope: texts.scope,
            limit: most,
            effort: Effort::default(),
        },
    )?;

    let mut lines = Vec::new();
    for one in shelf::matches(view, &found)? {
        lines.extend(sentence(view, &one, typed.trim())?);
    }
    lines.truncate(most);
    Ok(lines)
}

/// Whether something typed has a word that is not only part of asking.
fn tells_something(library: &View, typed: &str) -> bool {
    let mut languages = library.languages(&library.passages());
    languages.push(Language::English);

    // The full stops of initials are theirs: `J.R.R.` is a word.
    let parts = typed.split(|c: char| !c.is_alphanumeric() && !"'’.".contains(c));
    let parts = parts.map(|part| fold(part.trim_matches('.')));
    let mut words = parts.filter(|word| !word.is_empty());
    words.any(|word| {
        let is_stop = languages
            .iter()
            .any(|language| is_stop_word(&word, *language));
        !is_stop && (word.chars().count() > 1 || !word.is_ascii())
    })
}

/// What is typed, its last word replaced by one that begins so if it is no word of the texts yet.
fn completed(library: &View, typed: &str) -> String {
    // The character before the last word may be longer than a byte.
    let start = typed
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| typed.ceil_char_boundary(at + 1));
    let last = fold(&typed[start..]);
    let languages = library.languages(&library.passages());

    // A word of the texts may be meant as it stands, even if longer ones begin so.
    let completed = library
        .words()
        .completed(&last, &languages)
        .filter(|_| !last.is_empty() && !library.words().contains(&last));
    match completed {
        Some(word) => format!("{}{word}", &typed[..start]),
        None => typed.to_owned(),
    }
}

/// The sentence that fits best in a passage; choosing it keeps what was typed.
fn sentence(library: &View, one: &Match, typed: &str) -> Result<Option<Named>> {
    let Some(located) = shelf::located(library, one) else {
        return Ok(None);
    };
    let passage = library.passage(located.passage)?;
    let document = passage.span.document;
    let text = library.full_text(document)?;
    let quoted = label(text.get(located.range(library)?).unwrap_or_default());
    if quoted.is_empty() {
        return Ok(None);
    }

    // With a single text, its title would tell nothing.
    let title = match library.documents() {
        [_] => String::new(),
        _ => format!(" · {}", titles::of(library, document)?),
    };
    let room = limits::CHOICE.saturating_sub(units(&title) + 2);
    let name = format!("“{}”{title}", shorten(&quoted, room.max(SENTENCE)));

    let state = State {
        face: Face::Text,
        home: library.home,
        matches: vec![*one],
        view: shelf::view_of(library, &passage)?,
        ..State::default()
    };
    Ok(Some((
        name,
        places::kept(state.encode(Action::Open(0)), Some(typed)),
    )))
}
