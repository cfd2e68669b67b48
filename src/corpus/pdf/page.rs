//! The pages of a file as lines of text, in the order in which they were drawn.
//!
//! `collector` finds the letters of a page and `typed` those typed into it, `line_numbers` takes off
//! what only numbers its lines, `rows` what stands on a
//! line, `order` and `notes` make a text of it, and `initials` puts large first letters back before
//! their words. A page that cannot be read takes no other with it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Result, ensure};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::page::Page as Source;
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, InterpreterWarning, RenderContent,
    interpret_page,
};

use super::collector::Collector;
use super::fonts::Fonts;
use super::glyphs::Letter;
use super::line_numbers::{LineNumbers, Numbering};
use super::order::{self, Order};
use super::rows::{self, Row};
use super::typed::{self, Typed};
use super::{initials, notes};
use crate::language::Language;
use crate::language::vocabulary::Vocabulary;

/// A line of text and where it stands, in points from the upper left corner.
#[derive(Debug, Clone)]
pub struct Line {
    pub text: String,
    /// Where it begins and ends. A line that is read from the right counts from the right edge.
    pub left: f64,
    pub right: f64,
    pub y: f64,
    /// Size of its type in points, of its largest letter.
    pub size: f64,
    /// Whether a space is drawn before its first letter, and behind its last.
    pub spaces: (bool, bool),
    /// How wide each of its letters is, in points, if all are equally wide.
    pub pitch: Option<f64>,
    /// How many signs stand before its widest gap, if that is wide.
    pub gap: Option<usize>,
}

/// What only keeps words together, and nobody sees.
const JOINERS: [char; 2] = ['\u{2060}', '\u{feff}'];
/// Letters that are narrow in all type but that of typewriters.
const NARROW: [char; 9] = ['f', 'i', 'j', 'l', 'r', 't', '.', '(', ':'];

impl Line {
    /// Whether it is set in type in which narrow letters are as wide as others, as code is.
    pub fn is_typed(&self) -> bool {
        let is_wide = |c: char| c.is_alphanumeric() && !NARROW.contains(&c);
        self.pitch.is_some() && self.text.contains(NARROW) && self.text.contains(is_wide)
    }

    /// Whether the first word of the next line would have had no room before this edge.
    pub fn is_full(&self, next: &Line, edge: f64) -> bool {
        let word = next.text.split_whitespace().next().unwrap_or_default();
        let word_chars = word.chars().count() + 1;
        let line_chars = next.text.chars().count().max(1);
        let room = (next.right - next.left) * word_chars as f64 / line_chars as f64;
        self.right + 1.1 * room > edge
    }
}

/// A page as the lines on it, and what is needed to place them.
#[derive(Debug, Default)]
pub struct Page {
    pub lines: Vec<Line>,
    pub height: f64,
    /// From the units of the file to those of the lines.
    pub place: Affine,
    /// It cannot be read.
    pub is_unread: bool,
}

/// All pages, and their language as far as their words tell. A page that cannot be read has no
/// lines.
///
/// # Errors
/// When no page has any, for that reason.
pub fn read_pages(pdf: &Pdf) -> Result<(Vec<Page>, Language)> {
    let cache = InterpreterCache::new();
    let mut fonts = Fonts::default();
    let mut numbers = LineNumbers::default();
    let mut drafts: Vec<Draft> = pdf
        .pages()
        .iter()
        .map(|page| {
            let draft = catch_unwind(AssertUnwindSafe(|| {
                let typed = typed::collect_typed(page, &mut fonts);
                if fonts.add(page.resources()) {
                    Draft::of(page, &typed, pdf, &cache, &fonts, &mut numbers)
                } else {
                    Draft::unread()
                }
            }));
            draft.unwrap_or_else(|_| Draft::unread())
        })
        .collect();
    strip_proven_numbers(&mut drafts);

    let order = Order::of(drafts.iter().flat_map(|draft| &draft.rows));
    let language = detect_language(&drafts);
    let common = Vocabulary::of(language).list("stop");
    let pages = drafts.into_iter();
    let mut pages: Vec<Page> = pages.map(|draft| draft.page(order, common)).collect();
    initials::join_initials(&mut pages, language);

    ensure!(
        pages.iter().any(|page| !page.lines.is_empty()) || !pages.iter().any(|page| page.is_unread),
        "is damaged, or of a kind that Pullquote cannot read; save it again as PDF, or as .docx"
    );
    Ok((pages, language))
}

/// A page of which the direction of reading is not known yet.
#[derive(Default)]
struct Draft {
    rows: Vec<Row>,
    /// The same without what numbers its lines, if the next page proves that.
    unnumbered: Option<Vec<Row>>,
    proves_last: bool,
    width: f64,
    height: f64,
    place: Affine,
    is_unread: bool,
}

impl Draft {
    fn of<'a>(
        page: &Source<'a>,
        typed: &[Typed<'a>],
        pdf: &'a Pdf,
        cache: &InterpreterCache<'a>,
        fonts: &Fonts,
        numbers: &mut LineNumbers,
    ) -> Draft {
        let is_unknown = Arc::new(AtomicBool::new(false));
        let warned = Arc::clone(&is_unknown);
        let settings = InterpreterSettings {
            warning_sink: Arc::new(move |warning| {
                let is_font = matches!(warning, InterpreterWarning::UnsupportedFont);
                warned.fetch_or(is_font, Ordering::Relaxed);
            }),
            // Comments that were pinned to the page are none of its text.
            render_content: RenderContent::PAGE,
            ..InterpreterSettings::default()
        };

        let upright = Affine::new(page.initial_transform(true).as_coeffs());
        let (width, height) = page.render_dimensions();
        let view = Rect::new(0.0, 0.0, width.into(), height.into());
        let mut context = Context::new(upright, view, cache, pdf.xref(), settings);
        let mut collector = Collector::new(fonts, view);
        interpret_page(page, &mut context, &mut collector);

        let is_empty = page.page_stream().is_none() && page.raw().contains_key("Contents");
        if is_empty || is_unknown.load(Ordering::Relaxed) {
            // Another font would stand in for one that is not known, with letters that are not
            // those of the page.
            return Draft::unread();
        }

        let mut on_top = Collector::new(fonts, view);
        for text in typed {
            on_top.try_to(|collector| {
                text.draw(upright, &mut context, collector);
                !is_unknown.swap(false, Ordering::Relaxed)
            });
        }

        let mut sheet = collector.sheet(on_top);
        let numbering = numbers.find(&sheet.letters);
        let mut draft = Draft {
            width: sheet.width,
            height: sheet.height,
            place: sheet.turn * upright,
            ..Draft::default()
        };
        match numbering {
            Numbering::Absent => {}
            Numbering::Likely(is_number) => {
                let mut stripped = sheet.clone();
                strip_letters(&mut stripped.letters, &is_number);
                draft.unnumbered = Some(rows::collect_rows(stripped));
            }
            Numbering::Sure {
                is_number,
                proves_last,
            } => {
                strip_letters(&mut sheet.letters, &is_number);
                draft.proves_last = proves_last;
            }
        }
        draft.rows = rows::collect_rows(sheet);
        draft
    }

    fn unread() -> Draft {
        Draft {
            is_unread: true,
            ..Draft::default()
        }
    }

    fn page(self, order: Order, common: &[&str]) -> Page {
        let line = |row: Row| {
            let (pieces, is_from_right) = order::to_reading_order(row.pieces, order);
            let (left, right) = if is_from_right {
                (self.width - row.right, self.width - row.left)
            } else {
                (row.left, row.right)
            };

            let text = notes::text_without_marks(&pieces, common);
            Line {
                text: text.replace(JOINERS, "").trim().to_owned(),
                left,
                right,
                y: row.y,
                size: row.size,
                spaces: row.spaces,
                pitch: row.pitch,
                gap: row.gap.filter(|_| !is_from_right),
            }
        };

        let lines = self.rows.into_iter().map(line);
        Page {
            lines: lines.filter(|line| !line.text.is_empty()).collect(),
            height: self.height,
            place: self.place,
            is_unread: self.is_unread,
        }
    }
}

/// Takes those letters away that number lines.
fn strip_letters(letters: &mut Vec<Letter>, is_number: &[bool]) {
    let mut is_number = is_number.iter();
    letters.retain(|_| !is_number.next().copied().unwrap_or_default());
}

/// Takes the numbers of lines from the pages on which the page behind proves them.
fn strip_proven_numbers(drafts: &mut [Draft]) {
    for at in 1..drafts.len() {
        if drafts[at].proves_last
            && let Some(rows) = drafts[at - 1].unnumbered.take()
        {
            drafts[at - 1].rows = rows;
        }
    }
}

/// The language of some pages, as far as their words tell.
fn detect_language(drafts: &[Draft]) -> Language {
    let rows = drafts.iter().flat_map(|draft| &draft.rows);
    let lines = rows.map(|row| {
        let pieces = row.pieces.iter().filter(|piece| !piece.is_raised);
        pieces.map(|piece| piece.text.as_str()).collect::<String>()
    });
    Language::detect(&lines.collect::<Vec<String>>().join("\n"))
}
