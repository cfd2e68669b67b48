//! `/library`: what there is to ask, a page at a time; of one text, its chapters.
//!
//! A chapter in a menu is known by its heading, so that one that was chosen after an edit is not
//! taken for another. The functions here fail only when the index cannot be read; `None` is a text
//! that is gone.

use anyhow::{Context, Result};

use crate::chapters::{count_chapters, find_first_passage, walk_headings};
use crate::ids::{DocumentId, Ids};
use crate::index::{DocumentInfo, Folder, Scope};
use crate::locale::Locale;
use crate::render::discord::card::Card;
use crate::render::discord::markdown::{self, escape};
use crate::render::discord::message::{Button, Choice, Menu, Message, limits};
use crate::render::discord::say::{button, library as say, sorry};
use crate::render::discord::words::{library as words, say_late};
use crate::render::titles;
use crate::reply::ask::render_passage_at;
use crate::reply::memory::shelf;
use crate::reply::memory::state::{Action, Kind, OnShow, Print, State, Within};
use crate::reply::named::places::section_namer;
use crate::reply::view::setting::{Setting, post_or_delete_button};
use crate::servers::{Home, Texts, View};

/// Lines on a page: as many as a menu can hold with room to spare, and a screen shows.
const PAGE: usize = 12;
/// Most folders or headings above one line.
const HEADS: usize = 4;
/// Longest title or heading shown, in units; of an author half of it.
const TITLE: usize = 60;
/// Longest of the two titles on a line of a menu of pages, in units.
const JUMP: usize = 40;
/// Before the number of a page in the value of a menu's line, and before that of a chapter.
const TO_PAGE: char = 'p';
const TO_CHAPTER: char = 'c';

/// What there is: texts, or the chapters of one.
pub fn render_library(texts: &[Texts], setting: Setting) -> Result<Message> {
    let Some(first) = texts.first() else {
        return Ok(Message::text(sorry::no_texts(setting.locales.member)).private(true));
    };
    let within = shelf::remember_scope(&first.view, first.scope)?;
    let other = texts.get(1).map(|other| other.view.home);
    let shown = render_page(&first.view, within, 0, other, setting)?;
    shown.context("texts that are gone while they are listed")
}

/// Page `page`, or the last one, of the list; with a way to the `other` library, if there is one.
pub fn render_page(
    library: &View,
    within: Option<Within>,
    page: usize,
    other: Option<Home>,
    setting: Setting,
) -> Result<Option<Message>> {
    let Some(scope) = shelf::find_scope(library, within) else {
        return Ok(None);
    };
    let locale = setting.locale();
    let list = match scope {
        Scope::Document(document) => list_chapters(library, document, locale)?,
        _ => list_texts(library, scope, locale)?,
    };

    // The library may have shrunk since the button was shown.
    let pages = split_into_pages(&list.lines);
    let page = page.min(pages.len() - 1);
    let lines = &pages[page];

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
    let summary = words::say_page_summary(locale, &list.summary, page + 1, pages.len());
    let late = say_late(locale, library.count_late(scope));
    let card = Card {
        head: vec![list.title],
        foot: [summary].into_iter().chain(late).collect(),
        ..Card::default()
    };

    let message = card.message(setting.form, &text.join("\n"));
    let message = message
        .with_buttons(page_buttons(&state, page, pages.len(), other, setting))
        .with_menu(page_menu(&state, lines, &pages, locale));
    Ok(Some(message.private(setting.private)))
}

/// What was chosen in the menu of a list: another page of it, or a chapter to read.
pub fn render_menu_choice(
    library: &View,
    state: &State,
    value: &str,
    other: Option<Home>,
    setting: Setting,
) -> Result<Option<Message>> {
    let number = value.strip_prefix(TO_PAGE);
    if let Some(number) = number.and_then(|digits| digits.parse().ok()) {
        return render_page(library, state.within, number, other, setting);
    }

    let scope = shelf::find_scope(library, state.within);
    let (Some(chapter), Some(Scope::Document(document))) = (Chapter::of(value), scope) else {
        return Ok(None);
    };
    let Some(section) = chapter.found(library.document(document)?) else {
        return Ok(None);
    };
    let Some(passage) = find_first_passage(library, document, section)? else {
        return Ok(None);
    };
    render_passage_at(library, passage, setting).map(Some)
}

/// Everything that can be turned through.
struct List {
    /// Markdown.
    title: String,
    /// Plain text.
    summary: String,
    lines: Vec<Line>,
}

#[derive(Clone)]
struct Line {
    /// Markdown.
    text: String,
    /// What it is called in a menu, as plain text.
    name: String,
    /// Its level, 0 for the outermost.
    level: usize,
    /// It only stands above what follows: a folder, or a heading without text of its own.
    is_head: bool,
    /// The chapter that it is, of a text.
    chapter: Option<Chapter>,
}

/// The lines, a page each; at least one. What stands above a line is on the same page, and is said
/// again on the next.
fn split_into_pages(lines: &[Line]) -> Vec<Vec<Line>> {
    let mut pages: Vec<Vec<Line>> = vec![Vec::new()];
    let mut above: Option<&Line> = None;
    for run in lines.chunk_by(|line, _| line.is_head) {
        // All but the last are heads; of very many the outermost say least.
        let last = &run[run.len() - 1];
        let heads = &run[..run.len() - 1];
        let heads = &heads[heads.len().saturating_sub(HEADS)..];
        above = heads
            .last()
            .or(above.filter(|head| head.level < last.level));

        let room = PAGE.saturating_sub(heads.len() + 1);
        if pages[pages.len() - 1].len() > room {
            let again = above.filter(|_| heads.is_empty());
            pages.push(again.into_iter().cloned().collect());
        }
        if let Some(page) = pages.last_mut() {
            page.extend(heads.iter().chain([last]).cloned());
        }
    }
    pages
}

/// Folders as headings with their titles under them; what stands in no folder comes first.
fn list_texts(library: &View, scope: Scope, locale: Locale) -> Result<List> {
    let range = library.documents_in(scope)?;
    let mut documents: Vec<DocumentId> = range.ids().collect();
    // Otherwise a text would seem to be in the folder that is listed before it.
    documents.sort_by_key(|id| {
        library
            .document(*id)
            .map(|info| folders_of_path(&info.path))
            .ok()
    });

    let titles = documents
        .iter()
        .map(|id| titles::distinct_title(library, *id));
    let titles = titles.collect::<Result<Vec<_>>>()?;
    let mut left: Vec<&Folder> = library.folders().iter().collect();
    left.retain(|folder| folder.documents.end <= range.end);

    let mut lines = Vec::new();
    let mut held = 0;
    let cut = titles::cut_names_apart(&titles, TITLE);
    for ((id, title), cut) in documents.iter().zip(titles).zip(cut) {
        // A folder and one in it may begin together.
        let (around, others): (Vec<_>, Vec<_>) = left
            .into_iter()
            .partition(|folder| folder.documents.contains(id));
        left = others;
        lines.extend(around.into_iter().map(folder_line));

        let info = library.document(*id)?;
        held += u64::from(info.words);
        lines.push(text_line(info, title, &cut, locale));
    }

    Ok(List {
        title: words::say_library_title(locale, library.home),
        summary: words::say_collection_size(locale, range.len(), held),
        lines,
    })
}

fn folder_line(folder: &Folder) -> Line {
    Line {
        text: words::render_folder_line(&markdown::render_name(&folder.name(), TITLE)),
        name: folder.name(),
        level: 0,
        is_head: true,
        chapter: None,
    }
}

/// The line of a text, with its title as far as there is room.
fn text_line(info: &DocumentInfo, title: String, cut: &str, locale: Locale) -> Line {
    let author = render_author(info);
    let chapters = count_chapters(info);
    Line {
        text: words::render_text_line(locale, &escape(cut), author.as_deref(), chapters),
        name: title,
        level: 1,
        is_head: false,
        chapter: None,
    }
}

/// The folders of a path.
fn folders_of_path(path: &str) -> Vec<String> {
    let mut folders: Vec<String> = path.split('/').map(str::to_owned).collect();
    folders.pop();
    folders
}

fn render_author(info: &DocumentInfo) -> Option<String> {
    let author = info.author.as_ref();
    author.map(|name| markdown::render_name(name, TITLE / 2))
}

/// The chapters of a text, those of a part below it.
fn list_chapters(library: &View, document: DocumentId, locale: Locale) -> Result<List> {
    let info = library.document(document)?;
    let names = section_namer(info);
    let mut lines = Vec::new();
    for (section, depth, heading) in walk_headings(info) {
        let path = &info.sections[section].path;
        if depth == path.len() {
            let chapter = Chapter {
                section,
                print: heading_print(path),
            };
            lines.push(Line {
                name: names(section).unwrap_or_default(),
                ..Line::of(heading, depth - 1, Some(chapter))
            });
        } else if heading != info.title {
            // What has no text of its own is no section, and the title is said above.
            lines.push(Line::of(heading, depth - 1, None));
        }
    }

    let title = titles::distinct_title(library, document)?;
    let title = markdown::render_name(&title, TITLE);
    Ok(List {
        title: words::render_text_line(locale, &title, render_author(info).as_deref(), 0),
        summary: words::say_text_size(
            locale,
            count_chapters(info),
            info.pages.len(),
            info.words.into(),
        ),
        lines,
    })
}

impl Line {
    /// A heading of a text; without a chapter that it leads to, it only stands above some.
    fn of(heading: &str, level: usize, chapter: Option<Chapter>) -> Line {
        Line {
            text: words::render_heading_line(&markdown::render_name(heading, TITLE), level + 1),
            name: heading.to_owned(),
            level,
            is_head: chapter.is_none(),
            chapter,
        }
    }
}

/// A heading and those around it, as a menu remembers them.
fn heading_print(path: &[String]) -> String {
    let Print([a, b, c]) = Print::of(&path.join("\n"));
    format!("{a:02x}{b:02x}{c:02x}")
}

/// A chapter as the value of a menu's line.
#[derive(Clone)]
struct Chapter {
    section: usize,
    print: String,
}

impl Chapter {
    fn value(&self) -> String {
        format!("{TO_CHAPTER}{}.{}", self.section, self.print)
    }

    fn of(value: &str) -> Option<Chapter> {
        let (section, print) = value.strip_prefix(TO_CHAPTER)?.split_once('.')?;
        Some(Chapter {
            section: section.parse().ok()?,
            print: print.to_owned(),
        })
    }

    /// The section with its heading, the nearest to where it was; `None` when there is none any
    /// more.
    fn found(&self, info: &DocumentInfo) -> Option<usize> {
        let sections = info.sections.iter().enumerate();
        let same = sections.filter(|(_, section)| heading_print(&section.path) == self.print);
        let nearest = same.min_by_key(|(at, _)| at.abs_diff(self.section));
        nearest.map(|(at, _)| at)
    }
}

fn page_buttons(
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
        let label = words::say_other_library(locale, home);
        buttons.push(Button::new(label, state.encode(Action::Front)));
    }

    // Nobody else sees a private list, so nobody needs it taken away.
    if !setting.private {
        buttons.push(post_or_delete_button(state, setting));
    }
    buttons
}

/// Of a text, the chapters on the page; of several, the pages, or as many of them as a menu holds.
fn page_menu(state: &State, shown: &[Line], pages: &[Vec<Line>], locale: Locale) -> Menu {
    let chapters = shown
        .iter()
        .filter_map(|line| Choice::new(&line.name, line.chapter.as_ref()?.value()));
    let chapters: Vec<Choice> = chapters.collect();
    if !chapters.is_empty() {
        return Menu::new(state.encode(Action::Choose), say::read(locale), chapters);
    }

    let step = pages.len().div_ceil(limits::CHOICES).max(1);
    let runs: Vec<&[Vec<Line>]> = pages.chunks(step).filter(|_| pages.len() > 1).collect();
    let edge = |line: Option<&Line>| line.map_or_else(String::new, |line| line.name.clone());
    let edges = runs.iter().flat_map(|run| {
        let mut lines = run.iter().flatten();
        [edge(lines.clone().next()), edge(lines.next_back())]
    });
    let names = titles::cut_names_apart(&edges.collect::<Vec<_>>(), JUMP);

    let jumps = names
        .chunks_exact(2)
        .enumerate()
        .filter_map(|(run, names)| {
            let page = run * step;
            let name = say::jump_to(locale, page + 1, &names[0], &names[1]);
            Choice::new(&name, format!("{TO_PAGE}{page}"))
        });
    let jumps = jumps.collect();
    Menu::new(state.encode(Action::Choose), say::jump(locale), jumps)
}
