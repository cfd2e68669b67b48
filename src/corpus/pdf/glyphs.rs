//! A glyph as the library hands it out -> a letter: what it means, and where it stands when the
//! page is turned the way up in which it is read.

use hayro_interpret::font::Glyph as Shape;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, Point, Shape as _, Vec2};

use super::fonts::Fonts;
use crate::corpus::formula;

/// Units of a glyph in one size of its type.
const UNITS: f64 = 1000.0;
/// How straight a line of text is, as the cosine of the angle by which it may be off.
const STRAIGHT: f64 = 0.94;
/// How exactly below each other, in their sizes, letters stand that run down the page, and how far.
const BESIDE: f64 = 0.2;
const BELOW: std::ops::Range<f64> = 0.8..1.6;
/// Height of a letter above its foot, in its sizes.
const ASCENT: f64 = 0.88;
/// How high a raised digit stands above the foot of its line at least, and how high it is itself, in
/// the same.
const FOOT: f64 = 0.2;
const HEIGHT: std::ops::Range<f64> = 0.2..0.55;
/// How high above its foot, in its sizes, the middle of a letter is.
const MIDDLE: f64 = 0.3;

/// A letter, or the letters of a ligature, and where it stands, in points from the upper left
/// corner.
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

/// A glyph on a page that may lie on its side.
#[derive(Debug, Clone)]
pub struct Glyph {
    pub text: String,
    pub at: Point,
    /// From where it begins to where the next one does.
    pub step: Vec2,
    pub size: f64,
    /// Neither beside the page nor cut away.
    pub is_seen: bool,
    /// The page calls it no part of its text, without saying why.
    pub is_extra: bool,
}

/// The way in which a line runs on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Way {
    Right,
    Down,
    Left,
    Up,
}

impl Glyph {
    pub fn new(
        text: String,
        shape: &Shape,
        place: Affine,
        stretch: f64,
        is_vertical: bool,
    ) -> Glyph {
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
            is_seen: true,
            is_extra: false,
        }
    }

    /// Where it stands, wherever its foot is.
    pub fn middle(&self) -> Point {
        let along = self.step.normalize();
        self.at + self.step / 2.0 + Vec2::new(along.y, -along.x) * MIDDLE * self.size
    }

    /// Whether another one stands where it ends.
    pub fn goes_on_with(&self, next: &Glyph) -> bool {
        (next.at - self.at - self.step).hypot() < self.size
    }

    /// Whether it stands right below another, both upright.
    fn is_under(&self, other: &Glyph) -> bool {
        let down = self.at + self.step / 2.0 - other.at - other.step / 2.0;
        let is_upright = [self, other].map(Glyph::way) == [Some(Way::Right); 2];
        is_upright
            && down.x.abs() < BESIDE * self.size
            && (BELOW.start * self.size..BELOW.end * self.size).contains(&down.y)
    }

    /// `None` if it runs askew, as a watermark does.
    pub fn way(&self) -> Option<Way> {
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
    pub fn upright(&self, turn: Affine) -> Letter {
        let Point { x: left, y } = turn * self.at;
        Letter {
            text: self.text.clone(),
            left,
            right: left + self.step.hypot(),
            y,
            size: self.size,
        }
    }
}

/// Lets letters run down the page that a program drew one by one, each below the other, if most are
/// drawn so: Chinese and Japanese are printed so, too.
pub fn set_vertical(glyphs: &mut [Glyph]) {
    let is_under: Vec<bool> = glyphs
        .windows(2)
        .map(|pair| pair[1].is_under(&pair[0]))
        .collect();
    let under = is_under.iter().filter(|is_under| **is_under).count();
    if under * 2 <= is_under.len() {
        return;
    }

    for (at, glyph) in glyphs.iter_mut().enumerate() {
        let before = at.checked_sub(1).and_then(|before| is_under.get(before));
        if before == Some(&true) || is_under.get(at) == Some(&true) {
            glyph.at += glyph.step / 2.0 - Vec2::new(0.0, ASCENT * glyph.size);
            glyph.step = Vec2::new(0.0, glyph.size);
        }
    }
}

impl Way {
    /// Width and height of a page that is turned so that what runs this way is upright.
    pub fn extent(self, width: f64, height: f64) -> (f64, f64) {
        match self {
            Way::Right | Way::Left => (width, height),
            Way::Down | Way::Up => (height, width),
        }
    }

    /// Turns such a page.
    pub fn turn(self, width: f64, height: f64) -> Affine {
        Affine::new(match self {
            Way::Right => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            Way::Down => [0.0, -1.0, 1.0, 0.0, 0.0, width],
            Way::Left => [-1.0, 0.0, 0.0, -1.0, width, height],
            Way::Up => [0.0, 1.0, -1.0, 0.0, height, 0.0],
        })
    }
}

impl Letter {
    /// A damaged file may give infinity or NaN, which would spoil every comparison; some glyphs
    /// mean nothing.
    pub fn is_sound(&self) -> bool {
        [self.left, self.right, self.y, self.size]
            .iter()
            .all(|value| value.is_finite())
            && self.size > 0.0
            && !self.text.is_empty()
    }
}

/// What a glyph means, if anything tells.
pub fn glyph_text(shape: &Shape, fonts: &Fonts) -> String {
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

    let text = plain_letters(&text);
    let is_digit = matches!(text.as_bytes(), [byte] if byte.is_ascii_digit());
    let raised = Some(&text).filter(|_| is_digit && is_raised(shape));
    raised
        .and_then(|digit| formula::to_superscript(digit))
        .unwrap_or(text)
}

/// Whether the font itself draws a glyph small and high above the foot of its line, as it does the
/// digits of notes and exponents that it has beside the usual ones.
fn is_raised(shape: &Shape) -> bool {
    let Shape::Outline(shape) = shape else {
        return false;
    };
    let bounds = shape.outline().bounding_box();
    bounds.y0 > FOOT * UNITS && HEIGHT.contains(&(bounds.height() / UNITS))
}

/// How much wider than high a transform makes things.
pub fn measure_stretch(place: Affine) -> f64 {
    let [a, b, c, d, ..] = place.as_coeffs();
    Vec2::new(a, b).hypot() / Vec2::new(c, d).hypot()
}

/// Ligatures and shaped letters as those that a reader sees; white space of any kind as a space.
pub fn plain_letters(text: &str) -> String {
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
