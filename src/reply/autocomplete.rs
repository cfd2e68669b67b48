//! What appears while someone types: places that fit so far, chosen with one press.
//!
//! A choice carries the place itself, like a button, so that choosing it shows exactly that
//! passage, and the question behind it where there is room; the first line is what was typed, so
//! that Enter asks that. Choices of documents and collections carry the path. The lists fail only
//! when the index cannot be read.

use anyhow::Result;

use crate::analyze::{fold, is_stop_word};
use crate::answer::{Question, answer_question};
use crate::chapters::is_kind_word;
use crate::ids::Ids;
use crate::index::{Scope, typed_spellings};
use crate::language::Language;
use crate::locale::Locale;
use crate::reader::Effort;
use crate::render::discord::markdown::{count_units, cut_to_units, to_plain_line};
use crate::render::discord::message::{Choice, limits};
use crate::render::discord::words::library as words;
use crate::render::titles;
use crate::reply::commands::names as fields;
use crate::reply::memory::shelf;
use crate::reply::memory::state::{Action, Face, Match, State};
use crate::reply::memory::worth;
use crate::reply::named::completed::{complete_last_word, complete_name};
use crate::reply::named::names;
use crate::reply::named::naming::{find_texts, fits_text};
use crate::reply::named::places;
use crate::reply::named::titled::find_named_text;
use crate::schedule::when::zone_names;
use crate::servers::gates::home_prefix;
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
/// More words than this name no text beside a place in it.
const MOST_WORDS: usize = 8;
/// More texts than this that have a word of what is typed tell nothing.
const MOST_NAMED: usize = 8;
/// Shorter words are of many names, in characters.
const TELLING: usize = 4;
/// Fewest units of a sentence beside its title.
const SENTENCE: usize = 30;

/// A line of a list: what it is called, and its value.
pub type Named = (String, String);

/// Discord takes the first of several lines of one name, whichever is chosen, so no two have one.
fn to_distinct_choices(lines: Vec<Named>) -> Vec<Choice> {
    let (names, values): (Vec<String>, Vec<String>) = lines.into_iter().unzip();
    let cut = titles::cut_names_apart(&names, limits::CHOICE);
    let lines = cut.iter().zip(values);
    let choices = lines.filter_map(|(name, value)| Choice::new(name, value));
    let mut choices: Vec<Choice> = choices.take(limits::CHOICES).collect();

    for at in 1..choices.len() {
        let same = |other: &&Choice| other.name == choices[at].name;
        let before = choices[..at].iter().filter(same).count();
        if before > 0 {
            let mark = format!(" · {}", before + 1);
            let room = limits::CHOICE - count_units(&mark);
            choices[at].name = cut_to_units(&choices[at].name, room) + &mark;
        }
    }
    choices
}

/// What appears while something is typed in a field of a command.
pub fn suggest_choices<'a>(
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
        return suggest_documents(libraries, typed, locale);
    }

    // The document may be half typed or wrong yet; then all are looked through.
    let named = document.and_then(|name| find_texts(libraries, name).ok());
    let texts = named.map_or_else(|| libraries.texts(), |named| vec![named]);

    if field != fields::FROM {
        return suggest_for_question(&texts, typed);
    }
    // What is typed comes first, so that Enter reads from that.
    let own = Some(typed.trim()).filter(|own| !own.is_empty());
    let mut lines: Vec<Named> = own
        .map(|own| (own.to_owned(), own.to_owned()))
        .into_iter()
        .collect();
    lines.extend(suggest_in_named_text(&texts, typed)?);
    for one in &texts {
        for line in places::suggest_places(&one.view, typed, one.scope, None)? {
            if lines.iter().all(|(_, value)| *value != line.1) {
                lines.push(line);
            }
        }
    }
    Ok(to_distinct_choices(lines))
}

/// The places of the text that the first or the last words name, as in `the mill ch` and `chapter 3
/// of the mill`.
fn suggest_in_named_text(texts: &[Texts], typed: &str) -> Result<Vec<Named>> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    if words.len() > MOST_WORDS {
        return Ok(Vec::new());
    }

    // Each way to part them is looked for among the titles, so these are few.
    let texts = &collect_texts_with_word(texts, &words)?;
    if texts.len() > MOST_NAMED {
        return Ok(Vec::new());
    }
    // A title typed in full is no part of a chapter's.
    if let Some(one) = find_named_text(texts, typed, true)?
        && let Scope::Document(document) = one.scope
    {
        return list_texts_called(texts, &one.view.document(document)?.title);
    }
    for count in (1..words.len()).rev() {
        let (first, behind) = words.split_at(count);
        let (before, last) = words.split_at(words.len() - count);
        for (title, place) in [(first, behind), (last, before)] {
            let Some(one) = find_named_text(texts, &title.join(" "), true)? else {
                continue;
            };
            let found = places::suggest_places(&one.view, &place.join(" "), one.scope, None)?;
            if !found.is_empty() {
                return Ok(found);
            }
        }
    }
    Ok(Vec::new())
}

/// The texts with a title, each by what tells it from others.
fn list_texts_called(texts: &[Texts], title: &str) -> Result<Vec<Named>> {
    let mut lines = Vec::new();
    for one in texts {
        if let Scope::Document(document) = one.scope
            && one.view.document(document)?.title == title
        {
            let name = titles::distinct_title(&one.view, document)?;
            lines.push((name.clone(), name));
        }
    }
    Ok(lines)
}

/// The texts whose title or author has one of some words that are long enough to tell.
fn collect_texts_with_word<'a>(texts: &[Texts<'a>], words: &[&str]) -> Result<Vec<Texts<'a>>> {
    let long = words.iter().map(|word| fold(word));
    let long: Vec<String> = long
        .filter(|word| word.chars().count() >= TELLING && !is_kind_word(word))
        .collect();

    let mut found = Vec::new();
    for one in texts {
        for document in one.view.documents_in(one.scope)?.ids() {
            let info = one.view.document(document)?;
            let name = fold(&info.title) + &fold(info.author.as_deref().unwrap_or_default());
            if long.iter().any(|word| name.contains(word.as_str())) {
                let scope = Scope::Document(document);
                found.push(Texts { scope, ..*one });
            }
        }
    }
    Ok(found)
}

/// The texts of a server whose titles fit what is typed; choosing one names its file.
pub fn suggest_own_texts(texts: &[Text], typed: &str) -> Vec<Choice> {
    let fitting = texts.iter().filter(|text| names::fits(&text.title, typed));
    to_distinct_choices(
        fitting
            .map(|text| (text.title.clone(), text.name.clone()))
            .collect(),
    )
}

/// The schedules of a server, each by its number, whose names fit what is typed.
pub fn suggest_schedules(all: Vec<(u64, String)>, typed: &str) -> Vec<Choice> {
    let fitting = all.into_iter().filter(|(_, name)| names::fits(name, typed));
    let choices = fitting.filter_map(|(id, name)| Choice::new(&name, id.to_string()));
    choices.take(limits::CHOICES).collect()
}

/// The time zones whose names fit what is typed.
pub fn suggest_zones(typed: &str) -> Vec<Choice> {
    let mut fitting = zone_names();
    fitting.retain(|zone| names::fits(zone, typed));
    // With so many of them, some always differ from what is typed by one letter.
    let [wanted, _] = typed_spellings(typed.trim());
    fitting.sort_by_key(|zone| !typed_spellings(zone)[0].contains(&wanted));

    let choices = fitting
        .iter()
        .filter_map(|zone| Choice::new(zone, zone.clone()));
    choices.take(limits::CHOICES).collect()
}

/// The languages whose names fit what is typed, in the language of the person or in English;
/// choosing one names its tag.
pub fn suggest_languages(typed: &str, locale: Locale) -> Vec<Choice> {
    let known = Language::all().filter(|language| *language != Language::Other);
    let named = known.map(|one| (one, words::say_language_name(locale, one)));
    let fitting =
        named.filter(|(one, name)| names::fits(name, typed) || names::fits(one.name(), typed));
    let choices = fitting.filter_map(|(one, name)| Choice::new(&name, one.tag().to_owned()));
    choices.take(limits::CHOICES).collect()
}

/// Libraries, if there are several; then collections, then documents, whose title, path or author
/// fits what is typed.
fn suggest_documents(libraries: Libraries, typed: &str, locale: Locale) -> Result<Vec<Choice>> {
    let views: Vec<View> = libraries.views().collect();
    let mut lines = Vec::new();
    for view in views.iter().filter(|_| views.len() > 1) {
        let name = words::say_library_name(locale, view.home);
        if names::fits(&name, typed) {
            lines.push((name, home_prefix(view.home).to_owned()));
        }
    }

    // Not all the collections, so that some documents are always in sight.
    let folders = views.iter().flat_map(|view| view.folders());
    let folders = folders
        .filter(|folder| names::fits(&folder.name(), typed))
        .map(|folder| {
            (
                words::render_collection_choice(locale, folder),
                folder.name(),
            )
        });
    lines.extend(folders.take(FOLDERS));

    for view in &views {
        for (id, info) in view.documents_with_ids() {
            if lines.len() >= limits::CHOICES {
                break;
            }
            if fits_text(info, typed) {
                lines.push((
                    titles::distinct_title(view, id)?,
                    cut_path_start(&info.path),
                ));
            }
        }
    }
    Ok(to_distinct_choices(lines))
}

/// The end of a path, as much as a choice can carry: it still fits only that document.
fn cut_path_start(path: &str) -> String {
    let mut start = 0;
    while count_units(&path[start..]) > limits::CHOICE {
        start = path.ceil_char_boundary(start + 1);
    }
    path[start..].to_owned()
}

/// What is typed as a question, then headings and passages that fit it; several libraries share the
/// room.
fn suggest_for_question(texts: &[Texts], typed: &str) -> Result<Vec<Choice>> {
    // Before a word that tells something, anything would fit.
    let mut telling: Vec<&Texts> = Vec::new();
    for one in texts {
        if one.is_open()? && has_telling_word(&one.view, typed) {
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
        let headings = places::suggest_places(&one.view, typed, one.scope, Some(own))?;
        lines.extend(headings.into_iter().take(HEADINGS / share));
    }
    for one in &telling {
        lines.extend(collect_sentence_lines(one, typed, PASSAGES / share)?);
    }
    Ok(to_distinct_choices(lines))
}

/// The best sentences for what is typed, of at most so many passages: those of the name that it may
/// become first.
fn collect_sentence_lines(texts: &Texts, typed: &str, most: usize) -> Result<Vec<Named>> {
    let name = complete_name(&texts.view, texts.scope, typed)?;
    let all = name
        .into_iter()
        .chain([complete_last_word(&texts.view, typed)]);

    let mut lines: Vec<Named> = Vec::new();
    for question in all {
        let found = find_sentence_lines(texts, &question, typed, most)?;
        let is_new = |line: &Named| lines.iter().all(|(_, value)| *value != line.1);
        let new: Vec<Named> = found.into_iter().filter(is_new).collect();
        lines.extend(new);
    }
    lines.truncate(most);
    Ok(lines)
}

/// The best sentences for a question; choosing one keeps what was typed.
fn find_sentence_lines(
    texts: &Texts,
    question: &str,
    typed: &str,
    most: usize,
) -> Result<Vec<Named>> {
    let view = &texts.view;
    let found = answer_question(
        view,
        &Question {
            text: question,
            scope: texts.scope,
            limit: most,
            effort: Effort::default(),
        },
    )?;

    let mut lines = Vec::new();
    for one in worth::collect_matches(view, &found)? {
        lines.extend(sentence_line(view, &one, typed.trim())?);
    }
    Ok(lines)
}

/// Whether something typed has a word that is not only part of asking.
fn has_telling_word(library: &View, typed: &str) -> bool {
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

/// The sentence that fits best in a passage; choosing it keeps what was typed.
fn sentence_line(library: &View, one: &Match, typed: &str) -> Result<Option<Named>> {
    let Some(located) = shelf::locate_match(library, one) else {
        return Ok(None);
    };
    let passage = library.passage(located.passage)?;
    let document = passage.span.document;
    let text = library.full_text(document)?;
    let quoted = to_plain_line(text.get(located.range(library)?).unwrap_or_default());
    if quoted.is_empty() {
        return Ok(None);
    }

    // With a single text, its title would tell nothing.
    let title = match library.documents() {
        [_] => String::new(),
        _ => format!(" · {}", titles::distinct_title(library, document)?),
    };
    let room = limits::CHOICE.saturating_sub(count_units(&title) + 2);
    let name = format!("“{}”{title}", cut_to_units(&quoted, room.max(SENTENCE)));

    let state = State {
        face: Face::Text,
        home: library.home,
        matches: vec![*one],
        view: shelf::view_of(library, &passage)?,
        ..State::default()
    };
    Ok(Some((
        name,
        places::choice_value(state.encode(Action::Open(0)), Some(typed)),
    )))
}
