//! A page -> the letters on it and where they stand, the way up in which they are read.
//!
//! The library runs the page as if to draw it and hands out each glyph with its place, its true width and the text
//! that it means. A page may be turned, and so may what is on it: most of its letters decide which way is up. Text
//! that runs otherwise is a stamp or a label at a margin, unless there is much of it.

use hayro_interpret::font::{Glyph as Shape, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::hayro_syntax::object::{Dict, Object};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};

use super::file;
use super::fonts::Fonts;

/// Units of a glyph in one size of its type.
const UNITS: f64 = 1000.0;
/// Fewer letters that run another way than most of the page are a stamp or a label.
const FEW: usize = 200;
/// How straight a line of text is, as the cosine of the angle by which it may be off.
const STRAIGHT: f64 = 0.94;
/// Most glyphs for which a page gives a text of its own; for more it would not tell where the words stand.
const MOST_REPLACED: usize = 16;

/// A letter, or the letters of a ligature, and where it stands, in points from the upper left corner.
#[derive(Debug, Clone)]
pub struct Letter {
    pub text: String,
    pub left: f64,
    pub right: f64,
    /// Of the line on which it stands.
    pub y: f64,
    /// Size of its type.
    pub size: f64,
}

/// The letters of a page as it is read.
#[derive(Debug, Default)]
pub struct Sheet {
    pub letters: Vec<Letter>,
    pub width: f64,
    pub height: f64,
}

/// A glyph on a page that may lie on its side.
#[derive(Debug, Clone)]
struct Glyph {
    text: String,
    at: Point,
    /// From where it begins to where the next one does.
    step: Vec2,
    size: f64,
}

/// The way in which a line runs on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Way {
    Right,
    Down,
    Left,
    Up,
}

/// Collects the glyphs of a page instead of drawing them.
#[derive(Debug)]
pub struct Collector<'f> {
    fonts: &'f Fonts,
    glyphs: Vec<Glyph>,
    /// Parts of the page that are open: where each began, and the text given for it.
    parts: Vec<(usize, Option<String>)>,
}

impl<'f> Collector<'f> {
    pub fn new(fonts: &'f Fonts) -> Collector<'f> {
        Collector {
            fonts,
            glyphs: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// What was collected from a page of this width and height.
    pub fn sheet(self, width: f64, height: f64) -> Sheet {
        const WAYS: [Way; 4] = [Way::Right, Way::Down, Way::Left, Way::Up];
        let count = |way: Way| {
            let own = self.glyphs.iter().filter(|glyph| glyph.way() == Some(way));
            own.filter(|glyph| !glyph.text.trim().is_empty()).count()
        };

        // The first of equals, which is upright.
        let counts = WAYS.map(count);
        let most = counts.into_iter().max().unwrap_or_default();
        let main = counts
            .iter()
            .position(|count| *count == most)
            .unwrap_or_default();

        let mut sheet = Sheet::default();
        (sheet.width, sheet.height) = WAYS[main].extent(width, height);
        for (number, way) in WAYS.into_iter().enumerate() {
            // Below the page, where it is in nobody's way.
            let below = if number == main { 0.0 } else { sheet.height };
            if number == main || counts[number] >= FEW {
                let own = self.glyphs.iter().filter(|glyph| glyph.way() == Some(way));
                let letters = own.map(|glyph| glyph.upright(way, width, height, below));
                sheet.letters.extend(letters.filter(Letter::is_sound));
            }
        }

        sheet
    }

    /// Puts the text that the page gives for its last glyphs in their place.
    fn replace(&mut self, start: usize, text: &str) {
        let own = self.glyphs.get(start..).unwrap_or_default();
        let Some(first) = own.first() else {
            return;
        };

        // Over several lines the words would all stand where the first one does.
        let along = first.step.normalize();
        let is_line = own.iter().all(|glyph| {
            glyph.way() == first.way() && (glyph.at - first.at).cross(along).abs() < first.size
        });
        if own.len() > MOST_REPLACED || !is_line {
            return;
        }

        let begins = own.iter().map(|glyph| (glyph.at - first.at).dot(along));
        let ends = own
            .iter()
            .map(|glyph| (glyph.at + glyph.step - first.at).dot(along));
        let begin = begins.fold(0.0, f64::min);
        let end = ends.fold(begin, f64::max);

        let whole = Glyph {
            text: plain_letters(text),
            at: first.at + along * begin,
            step: along * (end - begin).max(f64::EPSILON),
            size: first.size,
        };
        self.glyphs.truncate(start);
        self.glyphs.push(whole);
    }
}

impl Device<'_> for Collector<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        let places: Vec<Affine> = run
            .glyphs()
            .iter()
            .map(|glyph| props.transform * glyph.transform())
            .collect();

        // What stands in for a font that the file lacks is stretched, each glyph in its own way. The page itself
        // stretches all alike.
        let stretches = || places.iter().map(|place| stretch(*place));
        let first = stretches().next().unwrap_or(1.0);
        let stretch = if stretches().all(|other| (other - first).abs() < 0.01 * first) {
            first
        } else {
            1.0
        };

        let is_vertical = run.writing_mode() == WritingMode::Vertical;
        for (glyph, place) in run.glyphs().iter().zip(places) {
            self.glyphs.push(Glyph::new(
                text_of(glyph, self.fonts),
                glyph,
                place,
                stretch,
                is_vertical,
            ));
        }
    }

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        let text = properties
            .and_then(|properties| properties.get::<Object>("ActualText"))
            .and_then(file::text_of);
        self.parts.push((self.glyphs.len(), text));
    }

    fn end_marked_content(&mut self) {
        if let Some((start, Some(text))) = self.parts.pop() {
            self.replace(start, &text);
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

impl Glyph {
    fn new(text: String, shape: &Shape, place: Affine, stretch: f64, is_vertical: bool) -> Glyph {
        let width = match shape {
            Shape::Outline(shape) => shape.advance_width(),
            Shape::Type3(shape) => shape.advance_width(),
        };

        let [a, b, c, d, ..] = place.as_coeffs();
        let size = Vec2::new(c, d).hypot() * UNITS;
        let (along, step) = if is_vertical {
            // The lines of such a text run down the page, a size for each letter.
            (Vec2::new(-c, -d), size)
        } else {
            let width = f64::from(width.unwrap_or_default()) / UNITS;
            (Vec2::new(a, b), width * size * stretch)
        };

        Glyph {
            text,
            at: place * Point::ZERO,
            step: along.normalize() * step.max(0.0).max(f64::EPSILON),
            size,
        }
    }

    /// `None` if it runs askew, as a watermark does.
    fn way(&self) -> Option<Way> {
        let along = self.step.normalize();
        [
            (along.x, Way::Right),
            (along.y, Way::Down),
            (-along.x, Way::Left),
            (-along.y, Way::Up),
        ]
        .into_iter()
        .find_map(|(cosine, way)| (cosine > STRAIGHT).then_some(way))
    }

    /// As it stands when the page is turned so that it is upright.
    fn upright(&self, way: Way, width: f64, height: f64, below: f64) -> Letter {
        let Point { x, y } = self.at;
        let (left, y) = match way {
            Way::Right => (x, y),
            Way::Down => (y, width - x),
            Way::Left => (width - x, height - y),
            Way::Up => (height - y, x),
        };

        Letter {
            text: self.text.clone(),
            left,
            right: left + self.step.hypot(),
            y: y + below,
            size: self.size,
        }
    }
}

impl Way {
    /// Width and height of a page that is turned so that what runs this way is upright.
    fn extent(self, width: f64, height: f64) -> (f64, f64) {
        match self {
            Way::Right | Way::Left => (width, height),
            Way::Down | Way::Up => (height, width),
        }
    }
}

impl Letter {
    /// A damaged file may give infinity or NaN, which would spoil every comparison; some glyphs mean nothing.
    fn is_sound(&self) -> bool {
        [self.left, self.right, self.y, self.size]
            .iter()
            .all(|value| value.is_finite())
            && self.size > 0.0
            && !self.text.is_empty()
    }
}

/// What a glyph means, if anything tells.
fn text_of(shape: &Shape, fonts: &Fonts) -> String {
    let text = match shape.as_unicode() {
        Some(BfString::Char(c)) => c.to_string(),
        Some(BfString::String(text)) => text,
        None => {
            let font = match shape {
                Shape::Outline(outline) => {
                    outline.font_data().and_then(|font| font.postscript_name)
                }
                Shape::Type3(_) => None,
            };
            font.and_then(|font| fonts.text(&font, shape.char_code()))
                .unwrap_or_else(|| '\u{fffd}'.to_string())
        }
    };

    plain_letters(&text)
}

/// How much wider than high a transform makes things.
fn stretch(place: Affine) -> f64 {
    let [a, b, c, d, ..] = place.as_coeffs();
    Vec2::new(a, b).hypot() / Vec2::new(c, d).hypot()
}

/// Ligatures and shaped letters as those that a reader sees; white space of any kind as a space.
fn plain_letters(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;

    let mut out = String::new();
    for c in text.chars() {
        match c {
            'ﬀ'..='ﬆ' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                out.extend(std::iter::once(c).nfkc());
            }
            // Bullets as fonts of symbols number them.
            '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f076}' => out.push('•'),
            c if c.is_whitespace() => out.push(' '),
            '\0' => {}
            c => out.push(c),
        }
    }

    out
}
