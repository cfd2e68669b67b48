//! Lines of text and where they stand -> a PDF in good order, whatever the lines are.
//!
//! A PDF of random bytes is refused by its parser. Here the parser has nothing to refuse, so that
//! what is met is our own part: what becomes of the letters. A line of the input is one of
//!
//! ```text
//! 72 700 11 Words        at 72 points from the left and 700 from the bottom, 11 points large
//! Words                  the same as the line before, one line lower
//! (a form feed)          another page
//! @2 Words               a bookmark to page 2
//! >2 Words               a bookmark below the one before
//! =Words                 the title of the whole
//! ```

use std::fmt::Write;

use crate::books;

/// Objects before the bookmarks: catalog, page tree, font, information, its letters' shapes and
/// what they are.
const FIXED: usize = 6;

/// A line, and where it stands.
struct Line<'a> {
    x: f32,
    y: f32,
    size: f32,
    text: &'a str,
}

#[derive(Default)]
struct Script<'a> {
    title: &'a str,
    /// Whether below the one before, the page from 1, and the words.
    bookmarks: Vec<(bool, usize, &'a str)>,
    pages: Vec<Vec<Line<'a>>>,
}

impl<'a> Script<'a> {
    fn parse(input: &'a str) -> Script<'a> {
        let mut script = Script {
            pages: vec![Vec::new()],
            ..Script::default()
        };
        let (mut x, mut y, mut size) = (72.0, 720.0, 11.0);
        for line in input.lines() {
            let Some((mark, rest)) = line
                .chars()
                .next()
                .map(|mark| (mark, &line[mark.len_utf8()..]))
            else {
                continue;
            };
            let (page, words) = rest.split_once(' ').unwrap_or((rest, ""));
            match (mark, page.parse()) {
                ('\u{c}', _) => script.pages.push(Vec::new()),
                ('=', _) => script.title = rest,
                ('@' | '>', Ok(page)) => script.bookmarks.push((mark == '>', page, words)),
                _ => {
                    let mut parts = line.splitn(4, ' ');
                    let mut number = || {
                        parts
                            .next()?
                            .parse()
                            .ok()
                            .filter(|number: &f32| number.is_finite())
                    };
                    let placed = number().zip(number()).zip(number()).zip(parts.next());
                    let text = placed.map_or(line, |(_, text)| text);
                    ((x, y), size) =
                        placed.map_or(((x, y - 1.25 * size), size), |(place, _)| place);
                    script
                        .pages
                        .last_mut()
                        .into_iter()
                        .for_each(|page| page.push(Line { x, y, size, text }));
                }
            }
        }
        script
    }
}

/// The letters of a font, each under its number.
#[derive(Default)]
struct Letters(Vec<char>);

impl Letters {
    fn hex(&mut self, text: &str) -> String {
        let mut number = |letter| {
            self.0
                .iter()
                .position(|known| *known == letter)
                .unwrap_or_else(|| {
                    self.0.push(letter);
                    self.0.len() - 1
                })
        };
        text.chars()
            .map(|letter| format!("{:04x}", number(letter)))
            .collect()
    }

    /// Which letter each number is.
    fn map(&self) -> String {
        let mut map = "/CIDInit /ProcSet findresource begin begincmap\n\
             1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            .to_owned();
        for (chunk, letters) in self.0.chunks(100).enumerate() {
            let _ = writeln!(map, "{} beginbfchar", letters.len());
            for (number, letter) in letters.iter().enumerate() {
                let _ = writeln!(
                    map,
                    "<{:04x}> <{}>",
                    chunk * 100 + number,
                    utf_16(&letter.to_string())
                );
            }
            map += "endbfchar\n";
        }
        map + "endcmap end"
    }
}

fn utf_16(text: &str) -> String {
    text.encode_utf16()
        .map(|unit| format!("{unit:04x}"))
        .collect()
}

/// The file.
pub fn pdf(input: &str) -> Vec<u8> {
    let script = Script::parse(input);
    let mut letters = Letters::default();
    let (marks, first_page) = (script.bookmarks.len(), FIXED + 1 + script.bookmarks.len());
    let page = |number: usize| format!("{} 0 R", first_page + 2 * number);
    let stream = |content: String| {
        format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        )
    };
    let contents: Vec<String> = script
        .pages
        .iter()
        .map(|lines| stream(content(lines, &mut letters)))
        .collect();
    let kids: String = (0..contents.len())
        .map(|number| page(number) + " ")
        .collect();
    let outlines = if marks > 0 {
        format!("/Outlines << /First {} 0 R >>", FIXED + 1)
    } else {
        String::new()
    };
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {outlines} >>"),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} /MediaBox [0 0 612 792] >>", contents.len()),
        "<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>"
            .to_owned(),
        format!("<< /Title <feff{}> >>", utf_16(script.title)),
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /DW 500 /FontDescriptor << >> >>".to_owned(),
        stream(letters.map()),
    ];
    for (at, (_, to, words)) in script.bookmarks.iter().enumerate() {
        let relation = script
            .bookmarks
            .get(at + 1)
            .map(|(below, ..)| if *below { "First" } else { "Next" });
        let next = relation.map_or(String::new(), |relation| {
            format!("/{relation} {} 0 R", FIXED + at + 2)
        });
        let to = page(to.saturating_sub(1) % contents.len());
        objects.push(format!(
            "<< /Title <feff{}> /Dest [{to} /Fit] {next} >>",
            utf_16(words)
        ));
    }
    for content in contents {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            objects.len() + 2
        ));
        objects.push(content);
    }
    books::pdf_of_objects(&objects)
}

fn content(lines: &[Line], letters: &mut Letters) -> String {
    let show = |line: &Line| {
        format!(
            "BT /F1 {:.2} Tf {:.2} {:.2} Td <{}> Tj ET\n",
            line.size,
            line.x,
            line.y,
            letters.hex(line.text)
        )
    };
    lines.iter().map(show).collect()
}
