//! The letters of a page -> its lines, in the order in which they were drawn.

use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Result, ensure};
use pdf_extract::{
    Document as Pdf, MediaBox, OutputDev, OutputError, Transform, output_doc, output_doc_page,
};

/// A gap as wide as this part of the type size is a space. Kerning moves letters by up to a tenth.
const SPACE: f64 = 0.15;
/// A letter that stands higher or lower by this part of the size is on another line; an exponent is not.
const OTHER_LINE: f64 = 0.5;

/// A line of text and where it stands, in points from the upper left corner.
#[derive(Debug, Clone)]
pub struct Line {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub y: f64,
    /// Size of its type in points, of its largest letter.
    pub size: f64,
}

/// A page as the lines on it, and what is needed to place them.
#[derive(Debug, Default)]
pub struct Page {
    pub lines: Vec<Line>,
    pub height: f64,
    /// Where its upper edge is; PDF counts upwards.
    top: f64,
    /// Its reader cannot cope with it.
    pub is_unread: bool,
}

/// All pages. One that its reader cannot cope with has no lines.
///
/// # Errors
/// When that is so for every page.
pub fn pages(pdf: &Pdf) -> Result<Vec<Page>> {
    let mut writer = Writer::default();
    let whole = catch_unwind(AssertUnwindSafe(|| output_doc(pdf, &mut writer)));
    if matches!(whole, Ok(Ok(()))) {
        return Ok(writer.pages);
    }

    // One by one, so that a page which cannot be read does not take the others with it.
    let mut pages = Vec::new();
    let mut readable = 0;
    for number in 1..=pdf.get_pages().len() as u32 {
        let mut writer = Writer::default();
        let page = catch_unwind(AssertUnwindSafe(|| {
            output_doc_page(pdf, &mut writer, number)
        }));
        let page = matches!(page, Ok(Ok(())))
            .then(|| writer.pages.pop())
            .flatten();

        // An empty page stands for one that cannot be read, so that the others keep their numbers.
        readable += usize::from(page.is_some());
        pages.push(page.unwrap_or_else(|| Page {
            is_unread: true,
            ..Page::default()
        }));
    }

    ensure!(
        readable > 0,
        "is damaged, or of a kind that Pullquote cannot read; save it anew as PDF, or as .docx"
    );
    Ok(pages)
}

#[derive(Default)]
struct Writer {
    pages: Vec<Page>,
    /// Where the last letter began and ended, and what it was.
    last: (f64, f64, String),
    begins_word: bool,
}

impl OutputDev for Writer {
    fn begin_page(
        &mut self,
        _: u32,
        media: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.pages.push(Page {
            lines: Vec::new(),
            height: media.ury - media.lly,
            top: media.ury,
            is_unread: false,
        });
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        let lines = self.pages.last_mut().map(|page| &mut page.lines);
        lines
            .into_iter()
            .for_each(|lines| lines.retain(|line| !line.text.trim().is_empty()));
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        // What runs up a margin is a stamp or a label, not a line of the text.
        if place.m12.abs() > place.m11.abs() {
            return Ok(());
        }
        let Some(page) = self.pages.last_mut() else {
            return Ok(());
        };

        // The root of the determinant: how much the transform enlarges, whichever way it turns.
        let size = (place.m11 * place.m22 - place.m12 * place.m21).abs().sqrt() * font_size.abs();
        let x = place.m31;
        let y = page.top - place.m32;
        let end = x + width * font_size.abs() * place.m11.hypot(place.m12);
        // A damaged file may give infinity or NaN, which would spoil every comparison.
        if ![x, y, end, size].iter().all(|value| value.is_finite()) {
            return Ok(());
        }

        let text = plain_letters(text);
        let (begin, before, letter) = &self.last;
        let line = page.lines.last_mut().filter(|line| {
            (y - line.y).abs() <= OTHER_LINE * size.max(line.size)
                && x >= *before - 2.0 * size.max(line.size)
        });

        match line {
            // Bold is made by printing the same letter twice.
            Some(_) if *letter == text && (x - begin).abs() < 0.1 * size => return Ok(()),
            Some(line) => {
                if self.begins_word && x > before + SPACE * size && !line.text.ends_with(' ') {
                    line.text.push(' ');
                }
                line.text.push_str(&text);
                line.right = line.right.max(end);
                // A small capital or an exponent may come first.
                if size > line.size {
                    line.size = size;
                    line.y = y;
                }
            }
            None if text.trim().is_empty() => return Ok(()),
            None => page.lines.push(Line {
                text: text.clone(),
                left: x,
                right: end,
                y,
                size,
            }),
        }

        self.last = (x, end, text);
        self.begins_word = false;
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.begins_word = true;
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// Ligatures as the letters that a reader sees; white space of any kind as a space.
fn plain_letters(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            c if c.is_whitespace() => out.push(' '),
            '\0' => {}
            c => out.push(c),
        }
    }

    out
}
