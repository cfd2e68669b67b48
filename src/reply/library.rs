//! `/library`: what there is to ask, a page at a time; of one text, its chapters.
//!
//! The functions here fail only when the index cannot be read; `None` is a text that is gone.

use anyhow::Result;

use crate::chapters::first_passage;
use crate::index::Scope;
use crate::locale::Locale;
use crate::render::discord::card::Card;
use crate::render::discord::markdown;
use crate::render::discord::message::{Button, Choice, Menu, Message, limits};
use crate::render::discord::say::{button, library as say, sorry};
use crate::render::discord::words::library as words;
use crate::render::titles;
use crate::reply::ask::read_at;
use crate::reply::setting::{Setting, last_button};
use crate::reply::shelf;
use crate::reply::state::{Action, Kind, OnShow, State, Within};
use crate::servers::{Home, Texts, View};

/// Lines on a page: as many as a menu can hold with room to spare, and a screen shows.
const PAGE: usize = 12;
/// Longest title or heading shown, in units; of an author half of it.
const TITLE: usize = 60;
/// Before the number of a page in the value of a menu's line, and of a chapter.
const TO_PAGE: char = 'p';
const TO_CHAPTER: char = 'c';

/// What there is: texts, or the chapters of one.
pub fn reply(texts: &[Texts], setting: Setting) -> Result<Message> {
    let Some(first) = texts.first() else {
        return Ok(Message::text(sorry::no_texts(setting.locales.member)).private(true));
    };
    let within = shelf::within(&first.view, first.scope)?;
    let other = texts.get(1).map(|other| other.view.home);
    let shown = page(&first.view, within, 0, other, setting)?;
    Ok(shown.unwrap_or_default())
}

/// Page `page`, or the last one, of the list; with a way to the `other` library, if there is one.
pub fn page(
    library: &View,
    within: Option<Within>,
    page: usize,
    other: Option<Home>,
    setting: Setting,
) -> Result<Option<Message>> {
    let Some(scope) = shelf::scope(library, within) else {
        return Ok(None);
    };
    let locale = setting.locale();
    let list = match scope {
        Scope::Document(document) => chapters(library, document, locale)?,
        _ => texts(library, scope, locale)?,
    };

    // The library may have shrunk since the button was shown.
    let pages = list.lines.len().div_ceil(PAGE).max(1);
    let page = page.min(pages - 1);
    let lines = &list.lines[page * PAGE..list.lines.len().min((page + 1) * PAGE)];

    let state = State {
        asker: setting.asker,
        kind: Kind::Library,
        home: library.home,
        within,
        view: OnShow {
            page: u16::try_from(page).unwrap_or(u16::MAX),
            ..OnShow::default()
        },
        ..State::default()
    };
    let text: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    let summary = words::summary(locale, &list.summary, page + 1, pages);
    let card = Card {
        head: vec![list.title],
        foot: vec![summary],
        ..Card::default()
    };

    let message = card.message(setting.form, &text.join("\n"));
    let message = message
        .with_buttons(turns(&state, page, pages, other, setting))
        .with_menu(menu(&state, &list.lines, lines, pages, locale));
    Ok(Some(message.private(setting.private)))
}

/// What was chosen in the menu of a list: another page of it, or a chapter to read.
pub fn chosen(
    library: &View,
    state: &State,
    value: &str,
    other: Option<Home>,
    setting: Setting,
) -> Result<Option<Message>> {
    let number = |letter| {
        let digits = value.strip_prefix(letter)?;
        digits.parse::<usize>().ok()
    };
    if let Some(number) = number(TO_PAGE) {
        return page(library, state.within, number, other, setting);
    }

    let scope = shelf::scope(library, state.within);
    let (Some(section), Some(Scope::Document(document))) = (number(TO_CHAPTER), scope) else {
        return Ok(None);
    };
    let Some(passage) = first_passage(library, document, section)? else {
        return Ok(None);
    };
    read_at(library, passage, setting).map(Some)
}

/// Everything that can be turned through.
struct List {
    /// Markdown.
    title: String,
    /// Plain text.
    summary: String,
    lines: Vec<Line>,
}

struct Line {
    /// Markdown.
    text: String,
    /// What it is called in a menu, as plain text.
    name: String,
    /// The section that it is, of a text.
    section: Option<usize>,
}

/// Folders as headings with their titles under them.
fn texts(library: &View, scope: Scope, locale: Locale) -> Result<List> {
    let range = library.documents_in(scope)?;
    let mut lines = Vec::new();
    let mut held = 0;

    for id in range.clone() {
        let info = library.document(id)?;
        let folders = library.folders().iter();
        // A folder and one in it may begin together.
        for folder in folders.filter(|f| f.documents.start == id && f.documents.end <= range.end) {
            lines.push(Line {
                text: words::folder(&markdown::name(&folder.name(), TITLE)),
                name: folder.name(),
                section: None,
            });
        }

        let title = titles::of(library, id)?;
        let author = info
            .author
            .as_ref()
            .map(|name| markdown::name(name, TITLE / 2));
        held += u64::from(info.words);
        lines.push(Line {
            text: words::text(
                locale,
                &markdown::name(&title, TITLE),
                author.as_deref(),
                info.chapters(),
            ),
            name: title,
            section: None,
        });
    }

    Ok(List {
        title: words::title(locale, library.home),
        summary: words::texts(locale, range.len(), held),
        lines,
    })
}

/// The chapters of a text.
fn chapters(library: &View, document: u32, locale: Locale) -> Result<List> {
    let info = library.document(document)?;
    let sections = info.sections.iter().enumerate();
    let lines = sections.filter_map(|(number, section)| {
        let heading = section.path.last()?;
        Some(Line {
            text: words::chapter(&markdown::name(heading, TITLE), section.path.len()),
            name: heading.clone(),
            section: Some(number),
        })
    });

    let title = titles::of(library, document)?;
    let author = info
        .author
        .as_ref()
        .map(|name| markdown::name(name, TITLE / 2));
    Ok(List {
        title: words::text(locale, &markdown::name(&title, TITLE), author.as_deref(), 0),
        summary: words::chapters(locale, info.chapters(), info.words.into()),
        lines: lines.collect(),
    })
}

fn turns(
    state: &State,
    page: usize,
    pages: usize,
    other: Option<Home>,
    setting: Setting,
) -> Vec<Button> {
    let locale = setting.locale();
    let turn = |label: String, action| Button::new(label, state.encode(action));
    let mut buttons = Vec::new();
    if page > 0 {
        buttons.push(turn(button::earlier(locale), Action::Earlier));
    }
    if page + 1 < pages {
        buttons.push(turn(button::later(locale), Action::Later));
    }

    // The other library's list begins at its first page.
    if let Some(home) = other.filter(|_| state.within.is_none()) {
        let state = State {
            home,
            view: OnShow::default(),
            ..state.clone()
        };
        let label = words::other(locale, home);
        buttons.push(Button::new(label, state.encode(Action::Front)));
    }

    // Nobody else sees a private list, so nobody needs it taken away.
    if !setting.private {
        buttons.push(last_button(state, setting));
    }
    buttons
}

/// Of a text, the chapters on the page; of several, the pages, or as many of them as a menu holds.
fn menu(state: &State, all: &[Line], shown: &[Line], pages: usize, locale: Locale) -> Menu {
    let chapters = shown.iter().filter_map(|line| {
        let value = format!("{TO_CHAPTER}{}", line.section?);
        Choice::new(&line.name, value)
    });
    let chapters: Vec<Choice> = chapters.collect();
    if !chapters.is_empty() {
        return Menu::new(state.encode(Action::Choose), say::read(locale), chapters);
    }

    let step = pages.div_ceil(limits::CHOICES).max(1);
    let jumps = (0..pages).step_by(step).filter_map(|page| {
        let first = all.get(page * PAGE)?;
        let last = &all[all.len().min((page + step) * PAGE) - 1];
        let name = say::jump_to(locale, page + 1, &first.name, &last.name);
        Choice::new(&name, format!("{TO_PAGE}{page}"))
    });
    let jumps = if pages > 1 {
        jumps.collect()
    } else {
        Vec::new()
    };
    Menu::new(state.encode(Action::Choose), say::jump(locale), jumps)
}
